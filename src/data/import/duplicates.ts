import {textAt, type TextColumn} from "../text.ts";

/** Rows of a column whose text, unless it is empty, stands in an earlier one; `rows` are those that may be alike, ascending. */
export function duplicates(column: TextColumn, rows: Iterable<number> = column.ends.keys()): number[] {
  const seen = new Set<string>();
  const found: number[] = [];
  for (const row of rows) {
    const text = textAt(column, row);
    if (text === "") continue;
    if (seen.has(text)) found.push(row);
    else seen.add(text);
  }
  return found;
}
