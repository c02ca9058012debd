import {LIMITS} from "../limits.ts";
import {cutLongCells} from "./flatten.ts";
import {ImportError, type Sink, type Table} from "./table.ts";

/** One record of a document, ready to be handed over. */
export interface XmlRow {
  cells: string[];
  line: number;
  /** Said of the row before it is handed over. */
  warning?: {code: "geometry-reduced" | "repeats"; value: string};
}

/** A table whose records are found by going through the document again, since they would fill more memory than it does. */
export function xmlTable(
  name: string,
  columns: readonly string[],
  rows: number,
  size: number,
  walk: (row: (row: XmlRow) => void, progress: (share: number) => void) => void,
): Table {
  if (rows > LIMITS.rows) throw new ImportError("too-many-rows", {limit: LIMITS.rows});
  if (columns.length > LIMITS.columns)
    throw new ImportError("too-many-columns", {limit: LIMITS.columns, columns: columns.length});
  return {
    name,
    rows,
    columns,
    read: async (sink) => {
      walk(
        (row) => handOver(row, sink),
        (share) => sink.progress(Math.round(share * size)),
      );
      sink.progress(size);
    },
  };
}

function handOver({cells, line, warning}: XmlRow, sink: Sink): void {
  if (warning !== undefined) sink.warn(warning.code, line, warning.value);
  sink.row(
    cutLongCells(cells, (value) => sink.warn("long-cell", line, value)),
    line,
  );
}
