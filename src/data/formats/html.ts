import {LIMITS} from "../limits.ts";
import {cutLongCells} from "./flatten.ts";
import {freeName} from "./freeName.ts";
import {gridOf} from "./htmlGrid.ts";
import {readHtml, type HtmlTable} from "./htmlTables.ts";
import {ImportError, type Opened, type Table} from "./table.ts";

const FORMAT = "html";
/** What the tables hold is at least this share of all text, or the page is one to be read. */
const LEAST_SHARE = 0.2;
const LONGEST_NAME = 200;
const PROGRESS_EVERY = 1000;

/**
 * The tables of an HTML page that holds little else, as spreadsheets save them under the name .xls and as they are copied from the web.
 * `size` is that of the file, in bytes. Throws an ImportError: `web-page` for any other page, `too-large`, `too-deep`, `too-many-rows`,
 * `too-many-columns`, `too-expanded`.
 */
export function openHtml(text: string, size: number): Opened {
  if (text.length > LIMITS.wholeBytes) throw new ImportError("too-large", {format: FORMAT, limit: LIMITS.wholeBytes});
  const {title, tables, outside} = readHtml(text);
  const data = dataTables(tables);
  const total = tables.reduce((sum, table) => sum + table.length, outside);
  const inside = data.reduce((sum, table) => sum + table.length, 0);
  if (data.length === 0 || inside === 0 || inside < total * LEAST_SHARE)
    throw new ImportError("web-page", title === "" ? {} : {title});
  const names = new Set<string>();
  const named = data.map((table, index) => ({
    table,
    name: freeName(table.caption.slice(0, LONGEST_NAME) || (data.length === 1 ? "" : String(index + 1)), names),
  }));
  named.sort((a, b) => sizeOf(b.table) - sizeOf(a.table));
  return {
    format: FORMAT,
    tables: named.map(({table, name}) => makeTable(table, name, size)),
    ...(title === "" ? {} : {title}),
  };
}

/** Tables of at least two rows and columns; those that hold others only where there are none else. */
function dataTables(tables: readonly HtmlTable[]): HtmlTable[] {
  const large = tables.filter(({rows}) => rows.length >= 2 && rows.some(({cells}) => cells.length >= 2));
  const plain = large.filter(({holdsTable}) => !holdsTable);
  return plain.length > 0 ? plain : large;
}

const sizeOf = ({rows}: HtmlTable) => rows.reduce((sum, {cells}) => sum + cells.length, 0);

function makeTable({rows}: HtmlTable, name: string, size: number): Table {
  for (const _ of gridOf(rows));
  return {
    name,
    columns: null,
    read: async (sink) => {
      let count = 0;
      for (const {cells, line} of gridOf(rows)) {
        sink.row(
          cutLongCells(cells, (value) => sink.warn("long-cell", line, value)),
          line,
        );
        if (++count % PROGRESS_EVERY === 0) sink.progress(Math.round((count / rows.length) * size));
      }
      sink.progress(size);
    },
  };
}
