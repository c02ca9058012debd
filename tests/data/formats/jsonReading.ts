import type {IssueCode} from "../../../src/data/report.ts";
import {ImportError, type Table} from "../../../src/data/formats/table.ts";

export interface Read {
  columns: readonly string[] | null;
  rows: string[][];
  lines: number[];
  rejects: {code: IssueCode; line: number; value: string}[];
  /** Each with the number of rows handed over before it. */
  warnings: {code: IssueCode; value: string; before: number}[];
  bytes: number[];
}

/** Everything that a table hands over. */
export async function readAll(table: Table): Promise<Read> {
  const read: Read = {columns: table.columns, rows: [], lines: [], rejects: [], warnings: [], bytes: []};
  await table.read({
    row: (cells, line) => {
      read.rows.push([...cells]);
      read.lines.push(line);
    },
    reject: (code, line, value) => read.rejects.push({code, line, value}),
    warn: (code, _, value) => read.warnings.push({code, value, before: read.rows.length}),
    progress: (bytes) => read.bytes.push(bytes),
  });
  return read;
}

/** The rows with the names of their columns, blank cells left out. */
export async function recordsOf(table: Table): Promise<Record<string, string>[]> {
  const {columns, rows} = await readAll(table);
  return rows.map((cells) =>
    Object.fromEntries(cells.map((cell, i) => [columns?.[i] ?? String(i), cell]).filter(([, cell]) => cell !== "")),
  );
}

/** The failure that a function ends in. */
export function failureOf(open: () => unknown): ImportError {
  try {
    open();
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
