import type {Sink, Table} from "../../../src/data/formats/table.ts";

/** Everything a table hands over, in order: rows with their lines, and warnings as `code line value`. */
export interface ReadTable {
  rows: string[][];
  lines: number[];
  warnings: string[];
  progress: number[];
}

export async function readTable(table: Table): Promise<ReadTable> {
  const read: ReadTable = {rows: [], lines: [], warnings: [], progress: []};
  const sink: Sink = {
    row: (cells, line) => (read.rows.push([...cells]), read.lines.push(line)),
    reject: (code, line, value) => read.warnings.push(`rejected ${code} ${line} ${value}`),
    warn: (code, line, value) => read.warnings.push(`${code} ${line} ${value}`),
    progress: (bytes) => read.progress.push(bytes),
  };
  await table.read(sink);
  return read;
}
