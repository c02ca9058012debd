import type {Units} from "../unitText.ts";

/** Writes well-formed UTF-8 as UTF-16 units, one each below U+0100 where there is no room for more. Returns where they end. */
export function writeUnits(from: Uint8Array, at: number, length: number, to: Units, start: number): number {
  let end = start;
  for (let i = at; i < at + length;) {
    const lead = from[i];
    if (lead < 0x80) {
      to[end++] = lead;
      i += 1;
    } else if (lead < 0xe0) {
      to[end++] = ((lead & 31) << 6) | (from[i + 1] & 63);
      i += 2;
    } else if (lead < 0xf0) {
      to[end++] = ((lead & 15) << 12) | ((from[i + 1] & 63) << 6) | (from[i + 2] & 63);
      i += 3;
    } else {
      const code = ((lead & 7) << 18) | ((from[i + 1] & 63) << 12) | ((from[i + 2] & 63) << 6) | (from[i + 3] & 63);
      to[end++] = 0xd800 + ((code - 0x10000) >> 10);
      to[end++] = 0xdc00 + ((code - 0x10000) & 0x3ff);
      i += 4;
    }
  }
  return end;
}
