/** A row or a cell that is written once and stands for many; a cell that closes itself holds nothing. */
const TAG = /<(?:[^\s<>:"'/?!]+:)?(table-row|table-cell)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g;
const ROWS = /number-rows-repeated\s*=\s*["'](\d{1,9})/;
const COLUMNS = /number-columns-repeated\s*=\s*["'](\d{1,9})/;

/** How many cells with something in them the content of an OpenDocument sheet unfolds into. */
export function odsSize(content: string): number {
  let rows = 1;
  let cells = 0;
  for (const [, tag, attributes] of content.matchAll(TAG)) {
    if (tag === "table-row") rows = Number(ROWS.exec(attributes)?.[1] ?? 1);
    else if (!attributes.endsWith("/")) cells += rows * Number(COLUMNS.exec(attributes)?.[1] ?? 1);
  }
  return cells;
}
