/**
 * A column of text: every value joined into one string, and where each ends (`ends[i]`, in UTF-16 units). A million titles cross a
 * worker as one string and one buffer, and a search is one `indexOf` loop.
 */
export interface TextColumn {
  readonly joined: string;
  readonly ends: Uint32Array;
  /** Rows, where that is known without `ends`. */
  readonly rows?: number;
  /** UTF-16 units of one row, where that is known without `ends`. */
  sizeAt?(row: number): number;
  /** The text of one row, where it need not be cut from `joined`. */
  at?(row: number): string;
  /** The first row with a text, which is not empty, or -1, where it can be told without `joined`. */
  find?(text: string): number;
}

/** Where the text of a row begins. */
export const startOf = (ends: Uint32Array, row: number): number => (row === 0 ? 0 : ends[row - 1]);

export const rowsOf = (column: TextColumn): number => column.rows ?? column.ends.length;

/** UTF-16 units of one row. */
export const sizeAt = (column: TextColumn, row: number): number =>
  column.sizeAt?.(row) ?? column.ends[row] - startOf(column.ends, row);

export const textAt = (column: TextColumn, row: number): string =>
  column.at?.(row) ?? column.joined.slice(startOf(column.ends, row), column.ends[row]);

/** `values[order[i]]` for each i, or `values` as they stand. */
export function packText(values: readonly string[], order?: Uint32Array): TextColumn {
  const length = order?.length ?? values.length;
  const ends = new Uint32Array(length);
  const parts = new Array<string>(length);
  let end = 0;
  for (let i = 0; i < length; i++) {
    const value = values[order === undefined ? i : order[i]!]!;
    parts[i] = value;
    end += value.length;
    ends[i] = end;
  }
  return {joined: parts.join(""), ends};
}

/** Lower case, without accents, Arabic vowel marks, or the hamza and variants of alef that people type one for another. */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, "")
    .toLowerCase()
    .replace(/ٱ/g, "ا")
    .replace(/ى/g, "ي")
    .replace(/[’ʼ‘]/g, "'");

/** Marks `hits[row] = 1` for each row whose folded text holds `needle`, which is folded already and not empty. */
export function findInto({joined, ends}: TextColumn, needle: string, hits: Uint8Array): void {
  let row = 0;
  for (let at = joined.indexOf(needle); at !== -1;) {
    while (ends[row]! <= at) row++;
    if (at + needle.length <= ends[row]!) {
      hits[row] = 1;
      at = joined.indexOf(needle, ends[row]!);
    } else {
      at = joined.indexOf(needle, at + 1);
    }
  }
}

/** The first row whose text is `text`, which is not empty, or -1. */
export function rowOf(column: TextColumn, text: string): number {
  if (column.find !== undefined) return column.find(text);
  const {joined, ends} = column;
  let row = 0;
  for (let at = joined.indexOf(text); at !== -1; at = joined.indexOf(text, at + 1)) {
    while (ends[row]! <= at) row++;
    if (at === startOf(ends, row) && at + text.length === ends[row]) return row;
  }
  return -1;
}
