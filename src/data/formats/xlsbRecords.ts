/** [MS-XLSB] 2.3: what a sheet, its styles and its texts are made of, where nothing but cells is wanted. */
const ROW = 0x00;
const TEXT = 0x06;
const SHORT_TEXT = 0x11;
const RICH_TEXT = 0x3e;
const SHARED_TEXT = 0x13;
const FORMAT = 0x2c;
const BOOK_SETTINGS = 0x99;
const SHEET = 0x9c;
const CELLS = [0x01, 0x02, 0x03, 0x04, 0x05, TEXT, 0x07, 0x0c, 0x0d, 0x0e, 0x0f, 0x10, SHORT_TEXT, 0x12, RICH_TEXT];
const TEXTS = [SHARED_TEXT, 0x9f, 0xa0];
const STYLES = [FORMAT, 0x2f, 0x267, 0x268, 0x269, 0x26a];
/** Beginnings and ends of the workbook and its sheets, the sheets' names, the epoch of dates. */
const BOOK = [0x81, 0x82, 0x83, 0x84, 0x8f, 0x90, 0x91, 0x92, 0x94, BOOK_SETTINGS, SHEET];
const KEPT = new Set([ROW, ...CELLS, ...TEXTS, ...STYLES, ...BOOK]);

/** Cells of formulas, and the cells of their cached results, which begin alike. */
const RESULTS = new Map([
  [0x08, TEXT],
  [0x09, 0x05],
  [0x0a, 0x04],
  [0x0b, 0x03],
]);

/** Where a record has its text, and for rich texts the flags in front of it, which tell of fonts and readings. */
const TEXT_AT = new Map([
  [TEXT, 8],
  [SHORT_TEXT, 4],
  [RICH_TEXT, 9],
  [SHARED_TEXT, 1],
  [FORMAT, 2],
  [BOOK_SETTINGS, 8],
]);
const RICH = [RICH_TEXT, SHARED_TEXT];

/**
 * Writes again the part of a binary workbook (xlsb) with only the records that cells are made of, formulas as their cached results and rich
 * texts as plain ones: a library may hang on what is broken in the others. Null where records or texts are longer than what holds them.
 */
export function keepBinaryCells(part: Uint8Array): Uint8Array | null {
  const view = new DataView(part.buffer, part.byteOffset, part.length);
  const made = new Uint8Array(part.length);
  let size = 0;
  for (let at = 0; at < part.length;) {
    const head = headAt(part, at);
    if (head === null || head.end > part.length) return null;
    const type = RESULTS.get(head.type) ?? head.type;
    if (KEPT.has(type)) {
      if (!textsFit(view, type, head.body, head.end)) return null;
      made.set(part.subarray(at, head.end), size);
      if (type !== head.type) made[size] = type;
      if (RICH.includes(type)) made[size + head.body - at + TEXT_AT.get(type)! - 1] = 0;
      size += head.end - at;
    }
    at = head.end;
  }
  return made.subarray(0, size);
}

/** A record's type (one or two bytes) and the length of its body (one to four), seven bits a byte ([MS-XLSB] 2.1.4). */
function headAt(part: Uint8Array, start: number): {type: number; body: number; end: number} | null {
  let at = start;
  const number = (bytes: number): number => {
    let value = 0;
    for (let i = 0; i < bytes; i++) {
      const byte = part[at++] ?? 0;
      value |= (byte & 0x7f) << (7 * i);
      if (byte < 0x80) break;
    }
    return value;
  };
  const type = number(2);
  const length = number(4);
  return at > part.length ? null : {type, body: at, end: at + length};
}

function textsFit(view: DataView, type: number, body: number, end: number): boolean {
  if (type === SHEET) {
    const noPart = body + 12 <= end && view.getUint32(body + 8, true) === 0xffffffff;
    const name = noPart ? body + 12 : endOfText(view, body + 8, end);
    return name !== null && endOfText(view, name, end) !== null;
  }
  if (type === BOOK_SETTINGS && end <= body + 8) return true;
  const at = TEXT_AT.get(type);
  return at === undefined || endOfText(view, body + at, end) !== null;
}

/** Where a text ends that begins with its count of letters; null where that is beyond `end`. */
function endOfText(view: DataView, at: number, end: number): number | null {
  const after = at + 4 <= end ? at + 4 + view.getUint32(at, true) * 2 : Infinity;
  return after <= end ? after : null;
}
