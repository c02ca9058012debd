/** The highest bit of each of four bytes. */
const HIGHS = 0x80808080;

const decoder = new TextDecoder("utf-8", {ignoreBOM: true});

/** The text of some bytes; what is no UTF-8 becomes U+FFFD. */
export const decoded = (bytes: Uint8Array, from: number, to: number): string =>
  from === to ? "" : decoder.decode(bytes.subarray(from, to));

/** ASCII throughout, well-formed with other characters, or not as it should be: broken, or with the U+FFFD that stands for what was. */
export type Quality = "ascii" | "clean" | "damaged";

export function qualityOf(bytes: Uint8Array, from: number, to: number): Quality {
  let at = from;
  while (at < to && bytes[at] < 128) at++;
  if (at === to) return "ascii";
  const continues = (i: number): boolean => i < to && (bytes[i] & 0xc0) === 0x80;
  while (at < to) {
    const lead = bytes[at];
    if (lead < 128) at++;
    else if (lead >= 0xc2 && lead < 0xe0) {
      if (!continues(at + 1)) return "damaged";
      at += 2;
    } else if (lead >= 0xe0 && lead < 0xf0) {
      const next = bytes[at + 1];
      if (!continues(at + 1) || !continues(at + 2)) return "damaged";
      if ((lead === 0xe0 && next < 0xa0) || (lead === 0xed && next > 0x9f)) return "damaged";
      if (lead === 0xef && next === 0xbf && bytes[at + 2] === 0xbd) return "damaged";
      at += 3;
    } else if (lead >= 0xf0 && lead < 0xf5) {
      const next = bytes[at + 1];
      if (!continues(at + 1) || !continues(at + 2) || !continues(at + 3)) return "damaged";
      if ((lead === 0xf0 && next < 0x90) || (lead === 0xf4 && next > 0x8f)) return "damaged";
      at += 4;
    } else return "damaged";
  }
  return "clean";
}

/** UTF-16 units that a byte of well-formed UTF-8 stands for: one for each character, on its first byte, two where that needs a pair. */
const unitsOf = (byte: number): number => ((byte & 0xc0) === 0x80 ? 0 : byte >= 0xf0 ? 2 : 1);

export function unitsIn(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at++) units += unitsOf(bytes[at]);
  return units;
}

/** Where the text ends that begins at `from` and is so many UTF-16 units long; `to` where it is shorter. */
export function afterUnits(bytes: Uint8Array, from: number, to: number, units: number): number {
  let at = from;
  for (let left = units; at < to; at++) {
    left -= unitsOf(bytes[at]);
    if (left < 0) break;
  }
  return at;
}

/** Whether a byte beyond ASCII stands in `[from, to)`; `words` is the same buffer, whole. A few bytes around may count too. */
export const hasHigh = (words: Uint32Array, from: number, to: number): boolean =>
  (bitsOf(words, from >> 2, Math.min((to + 3) >> 2, words.length)) & HIGHS) !== 0;

/** All bits that are set in some words. The long loop is the last thing: what comes behind one is not known when that is compiled, and has it compiled again. */
function bitsOf(words: Uint32Array, from: number, to: number): number {
  let bits = 0;
  let at = from;
  for (; ((to - at) & 3) !== 0; at++) bits |= words[at];
  for (; at < to; at += 4) bits |= words[at] | words[at + 1] | words[at + 2] | words[at + 3];
  return bits;
}

/** Length of the white space, as `String.trim` knows it, that begins at `at`; 0 for none. */
export function isSpaceAt(bytes: Uint8Array, at: number, to: number): 0 | 1 | 2 | 3 {
  const a = bytes[at];
  if (a < 128) return a === 32 || (a >= 9 && a <= 13) ? 1 : 0;
  const b = at + 1 < to ? bytes[at + 1] : 0;
  if (a === 0xc2) return b === 0xa0 ? 2 : 0;
  const c = at + 2 < to ? bytes[at + 2] : 0;
  const isSpace =
    a === 0xe2
      ? (b === 0x80 && ((c >= 0x80 && c <= 0x8a) || c === 0xa8 || c === 0xa9 || c === 0xaf)) ||
        (b === 0x81 && c === 0x9f)
      : (a === 0xe1 && b === 0x9a && c === 0x80) ||
        (a === 0xe3 && b === 0x80 && c === 0x80) ||
        (a === 0xef && b === 0xbb && c === 0xbf);
  return isSpace ? 3 : 0;
}

/** Length of the white space that ends at `end`; 0 for none. */
export function spaceBefore(bytes: Uint8Array, from: number, end: number): number {
  const last = bytes[end - 1];
  if (last < 128) return isSpaceAt(bytes, end - 1, end);
  for (const length of [2, 3]) {
    if (end - length >= from && isSpaceAt(bytes, end - length, end) === length) return length;
  }
  return 0;
}
