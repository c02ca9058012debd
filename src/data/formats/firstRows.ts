import type {Table} from "./table.ts";

class Enough extends Error {}

/** The first rows of a table, at most so many, and the line each stands on: its number among the rows where the format has no lines. */
export async function firstRows(table: Table, most: number): Promise<{rows: string[][]; lines: number[]}> {
  const rows: string[][] = [];
  const lines: number[] = [];
  try {
    await table.read({
      row(cells, line) {
        rows.push([...cells]);
        lines.push(line > 0 ? line : rows.length);
        if (rows.length >= most) throw new Enough();
      },
      reject() {},
      warn() {},
      progress() {},
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return {rows, lines};
}
