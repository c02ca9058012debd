import {LIMITS} from "../limits.ts";
import type {HtmlRow} from "./htmlTables.ts";
import {ImportError} from "./table.ts";

export interface GridRow {
  cells: string[];
  line: number;
}

/** Cells that a table may gain from spans: this many, and this many times its own. */
const FREE = 100_000;
const RATIO = 20;

/**
 * The rows of a table with its spans filled: what spans rows stands in each of them, since it holds for each; what spans columns stands in the
 * first, as in a sheet. Throws an ImportError `too-expanded` where spans make a small table huge.
 */
export function* gridOf(rows: readonly HtmlRow[]): Generator<GridRow> {
  const above: {text: string; left: number}[] = [];
  /** Columns of `above` that still reach down. */
  let waiting = 0;
  let own = 0;
  let gained = 0;
  for (const {cells, line} of rows) {
    const out: string[] = [];
    let ahead = waiting;
    let next = 0;
    own += cells.length;
    while (out.length < LIMITS.columns) {
      const pending = above[out.length];
      const cell = cells[next];
      if (pending !== undefined && pending.left > 0) {
        ahead--;
        if (--pending.left === 0) waiting--;
        gained++;
        out.push(pending.text);
      } else if (cell !== undefined) {
        next++;
        const end = Math.min(out.length + cell.colspan, LIMITS.columns);
        gained += end - out.length - 1;
        const first = out.length;
        for (let column = first; column < end; column++) {
          if ((above[column]?.left ?? 0) > 0) {
            ahead--;
            waiting--;
          }
          above[column] = {text: column === first ? cell.text : "", left: cell.rowspan - 1};
          if (cell.rowspan > 1) waiting++;
          out.push(above[column]!.text);
        }
      } else if (ahead > 0) {
        gained++;
        out.push("");
      } else break;
    }
    if (gained > FREE + own * RATIO) throw new ImportError("too-expanded", {format: "html", limit: RATIO});
    yield {cells: out, line};
  }
}
