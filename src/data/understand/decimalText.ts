/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({length: 16}, (_, i) => Number(`1e${i}`));

const MINUS = 45;
const PLUS = 43;

/**
 * Reads `-12.5` or, with a decimal comma, `-12,5`: an optional sign, ASCII digits and at most one decimal sign; NaN for any other text.
 * Gives the same double as `Number`, several times faster: up to 15 digits the quotient of two exact doubles is rounded correctly.
 */
export function readDecimal(text: string, decimal: "." | ","): number {
  const length = text.length;
  if (length === 0 || length > 40) return NaN;
  const sign = decimal === "." ? 46 : 44;
  const first = text.charCodeAt(0);
  let digits = 0;
  let mantissa = 0;
  let point = -1;
  for (let i = first === MINUS || first === PLUS ? 1 : 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48);
      digits++;
    } else if (code === sign && point === -1) point = i;
    else return NaN;
  }
  if (digits === 0) return NaN;
  if (digits > 15) return Number(text.replace(",", "."));
  const value = point === -1 ? mantissa : mantissa / POWERS[length - 1 - point]!;
  return first === MINUS ? -value : value;
}
