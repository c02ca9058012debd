import {crc32} from "../../data/formats/crc32.ts";

/** The eight bytes that a PNG begins with, and the whole chunk that follows them. */
const HEAD = 8 + 25;
const METRE = 1;

/**
 * The bytes of a PNG with how many dots of it make a metre (the chunk `pHYs`), so that it is placed in its size on paper. What it said of
 * that before is left out; nothing else is touched.
 */
export function withDensity(png: Uint8Array, perMetre: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(4 + 4 + 9 + 4);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set(
    [..."pHYs"].map((letter) => letter.charCodeAt(0)),
    4,
  );
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  view.setUint8(16, METRE);
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const rest = withoutDensity(png);
  const all = new Uint8Array(HEAD + chunk.length + rest.reduce((sum, {length}) => sum + length, 0));
  all.set(png.subarray(0, HEAD));
  all.set(chunk, HEAD);
  let at = HEAD + chunk.length;
  for (const part of rest) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The chunks behind the first that say nothing of the density. */
function withoutDensity(png: Uint8Array): Uint8Array[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = HEAD; at + 12 <= png.length;) {
    const end = at + 12 + view.getUint32(at);
    if (String.fromCharCode(...png.subarray(at + 4, at + 8)) !== "pHYs") parts.push(png.subarray(at, end));
    at = end;
  }
  return parts;
}
