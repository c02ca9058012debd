const MINUS = 45;
const PLUS = 43;
const ZERO = 48;
/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({length: 16}, (_, i) => Number(`1e${i}`));

/**
 * Reads a number of up to 15 digits that stands in `[from, to)`, with an optional sign and at most one decimal sign, the byte `decimal`, as
 * `readDecimal` does; NaN for any other text.
 */
export function plainNumber(bytes: Uint8Array, from: number, to: number, decimal: number): number {
  const first = bytes[from];
  let digits = 0;
  let mantissa = 0;
  let point = -1;
  for (let at = first === MINUS || first === PLUS ? from + 1 : from; at < to; at++) {
    const digit = bytes[at] - ZERO;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits++;
    } else if (bytes[at] === decimal && point === -1) point = at;
    else return NaN;
  }
  if (digits === 0 || digits > 15) return NaN;
  const value = point === -1 ? mantissa : mantissa / POWERS[to - 1 - point];
  return first === MINUS ? -value : value;
}
