import type {ByteRecords} from "../../formats/bytes/byteRecords.ts";

const MINUS = 45;
const PLUS = 43;
const ZERO = 48;
/** Digits that a double holds whatever they are. */
const MOST = 15;
/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({length: MOST + 1}, (_, i) => Number(`1e${i}`));

/**
 * Reads a column of records `[from, to)` to `values` from `at` on, as `readDecimal` does: numbers of up to 15 digits, with an optional sign and at
 * most one decimal sign, the byte `decimal`; NaN for a blank cell. Returns the first record whose cell is anything else; `to` for none.
 */
export function plainNumbers(
  {bytes, first, left, right}: ByteRecords,
  column: number,
  from: number,
  to: number,
  decimal: number,
  values: Float64Array,
  at: number,
): number {
  for (let record = from, row = at; record < to; record++, row++) {
    const cell = first[record] + column;
    let i = left[cell];
    const end = right[cell];
    if (i === end) {
      values[row] = NaN;
      continue;
    }
    const sign = bytes[i];
    let digits = 0;
    let mantissa = 0;
    let point = -1;
    for (i = sign === MINUS || sign === PLUS ? i + 1 : i; i < end; i++) {
      const digit = bytes[i] - ZERO;
      if (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        digits++;
      } else if (bytes[i] === decimal && point === -1) point = i;
      else return record;
    }
    if (digits === 0 || digits > MOST) return record;
    const value = point === -1 ? mantissa : mantissa / POWERS[end - 1 - point];
    values[row] = sign === MINUS ? -value : value;
  }
  return to;
}
