/** [MS-XLS] 2.3: where sheets begin and end, what they are called, and how text, numbers and dates are written. */
const BOOK = [0x0809, 0x000a, 0x0085, 0x0081, 0x0042, 0x0022, 0x002f, 0x041e, 0x00e0, 0x00fc];
/** Cells: numbers, texts, yes and no, and the text that a formula came to. */
const CELLS = [0x0203, 0x027e, 0x00bd, 0x0204, 0x00d6, 0x00fd, 0x0205, 0x0207];
const CONTINUE = 0x003c;
const KEPT = new Set([...BOOK, ...CELLS, CONTINUE]);
/** A record that readers pass over: how a range was last sorted. */
const IGNORED = 0x0090;

const BEGINNING = 0x0809;
/** Excel 5 and 95, and Excel 97 to 2003. */
const VERSIONS = [0x0500, 0x0600];
const FORMULA = 0x0006;
/** Where the length of a formula's expression stands, after cell, cached result and flags ([MS-XLS] 2.4.127). */
const EXPRESSION = 20;

/**
 * Leaves in the stream of a workbook (xls) only the records that cells are made of, and of formulas only their cached results; the others are
 * made into ones that readers pass over, since a library may hang on an expression that is broken. Changes `stream`. False where the stream
 * is none of Excel 5 to 2003.
 */
export function keepCells(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.length);
  if (stream.length < 8 || view.getUint16(0, true) !== BEGINNING) return false;
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    if (type === BEGINNING && !(at + 6 <= stream.length && VERSIONS.includes(view.getUint16(at + 4, true))))
      return false;
    const cached = type === FORMULA && end <= stream.length && end >= at + 4 + EXPRESSION + 2;
    if (cached) view.setUint16(at + 4 + EXPRESSION, 0, true);
    else if (!KEPT.has(type)) view.setUint16(at, IGNORED, true);
  }
  return true;
}
