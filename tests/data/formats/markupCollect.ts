import {ImportError, type Opened, type Sink, type Table} from "../../../src/data/formats/table.ts";

export interface Collected {
  rows: {cells: string[]; line: number}[];
  rejected: {code: string; line: number; value: string}[];
  /** Each with the number of the row that it was said of. */
  warned: {code: string; line: number; value: string; row: number}[];
  progress: number[];
}

export async function collect(table: Table): Promise<Collected> {
  const found: Collected = {rows: [], rejected: [], warned: [], progress: []};
  const sink: Sink = {
    row: (cells, line) => void found.rows.push({cells: [...cells], line}),
    reject: (code, line, value) => void found.rejected.push({code, line, value}),
    warn: (code, line, value) => void found.warned.push({code, line, value, row: found.rows.length + 1}),
    progress: (bytes) => void found.progress.push(bytes),
  };
  await table.read(sink);
  return found;
}

/** Rows as objects by the names of the columns. */
export async function records(table: Table): Promise<Map<string, string>[]> {
  const {rows} = await collect(table);
  return rows.map(({cells}) => new Map(table.columns!.map((name, i) => [name, cells[i]!])));
}

/** What stops the opening of a text; fails unless that is an ImportError. */
export function failure(open: () => Opened): ImportError {
  try {
    open();
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error("it opened");
}
