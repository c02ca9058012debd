/** Powers of ten that are tried, for as many decimals as tables give. */
const SCALES = [1e5, 1e7, 1e12] as const;
/** Smaller ones are written with an exponent. */
const LEAST = 1e-6;

const MINUS = 45;
const POINT = 46;
const ZERO = 48;

/**
 * Writes degrees as `String` does, as ASCII, several times faster for those of a few decimals: a number that is the quotient of a whole number of
 * up to 15 digits and a power of ten is written with those digits. Returns where it ends.
 */
export function writeDegrees(value: number, to: Uint8Array, start: number): number {
  let at = start;
  const size = Math.abs(value);
  for (const scale of SCALES) {
    const whole = Math.round(size * scale);
    if (whole >= 1e15 || whole / scale !== size || (size !== 0 && size < LEAST)) continue;
    if (value < 0) to[at++] = MINUS;
    const degrees = Math.floor(whole / scale);
    if (degrees >= 100) to[at++] = ZERO + Math.floor(degrees / 100);
    if (degrees >= 10) to[at++] = ZERO + (Math.floor(degrees / 10) % 10);
    to[at++] = ZERO + (degrees % 10);
    let rest = whole - degrees * scale;
    if (rest === 0) return at;
    to[at++] = POINT;
    for (let unit = scale / 10; rest > 0; unit /= 10) {
      const digit = Math.floor(rest / unit);
      to[at++] = ZERO + digit;
      rest -= digit * unit;
    }
    return at;
  }
  const text = String(value);
  for (let i = 0; i < text.length; i++) to[at++] = text.charCodeAt(i);
  return at;
}
