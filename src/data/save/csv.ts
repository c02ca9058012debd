import type {Part} from "./blob.ts";
import {csvCell} from "./csvCell.ts";
import type {SavedColumn} from "./tableColumns.ts";

/** Rows that are written at once. */
const ROWS = 200;

/**
 * Rows as comma-separated text of RFC 4180 with a header. `cell` writes one cell: by default so that no spreadsheet takes it for a formula,
 * with a byte order mark in front, by which spreadsheets know that it is UTF-8.
 */
export function* csvParts(
  columns: readonly SavedColumn[],
  rows: Uint32Array,
  cell?: (text: string) => string,
): Iterable<Part> {
  const write = cell ?? csvCell;
  const line = (cells: readonly string[]): string => `${cells.map(write).join(",")}\r\n`;
  yield {text: `${cell === undefined ? "\ufeff" : ""}${line(columns.map(({name}) => name))}`, rows: 0};
  for (let at = 0; at < rows.length; at += ROWS) {
    const chunk = rows.subarray(at, at + ROWS);
    let text = "";
    for (const row of chunk) text += line(columns.map((column) => column.text(row)));
    yield {text, rows: at + chunk.length};
  }
}
