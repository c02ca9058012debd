/** Boxes that hold when the file was made, after 4 bytes of version and flags, and those that hold such boxes. */
const TIMED = new Set(["mvhd", "tkhd", "mdhd"]);
const FOLDERS = new Set(["moov", "trak", "mdia"]);

/**
 * Where in the bytes of an MP4's `moov` box it says when the file was made and changed: `[offset, length]` of each. Zeroes there mean that
 * nobody says, and the same video is then the same bytes.
 */
export function timesIn(moov: Uint8Array): [offset: number, length: number][] {
  const view = new DataView(moov.buffer, moov.byteOffset, moov.byteLength);
  const found: [number, number][] = [];
  const walk = (from: number, to: number) => {
    for (let at = from; at + 8 <= to;) {
      const size = view.getUint32(at);
      const name = String.fromCharCode(...moov.subarray(at + 4, at + 8));
      if (size < 8 || at + size > to) return;
      if (TIMED.has(name)) found.push([at + 12, view.getUint8(at + 8) === 1 ? 16 : 8]);
      else if (FOLDERS.has(name)) walk(at + 8, at + size);
      at += size;
    }
  };
  walk(0, moov.byteLength);
  return found;
}
