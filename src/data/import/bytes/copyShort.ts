import type {Memory} from "../../formats/bytes/memory.ts";

const WORD = 4;
const STEP = 2 * WORD;
/** More bytes than these are copied as a whole, for which an object to name the stretch costs nothing. */
const MOST = 512;

/**
 * Copies `[at, until)` to where other memory has room for it from `start` on: eight bytes at a time, the last of them anew with those before
 * them, without an object for each stretch as `set` would need.
 */
export function copyShort(from: Memory, at: number, until: number, to: Memory, start: number): void {
  const length = until - at;
  if (length > MOST) return to.bytes.set(from.bytes.subarray(at, until), start);
  if (length < STEP) {
    const {bytes: read} = from;
    const {bytes: write} = to;
    for (let i = 0; i < length; i++) write[start + i] = read[at + i];
    return;
  }
  const {view: read} = from;
  const {view: write} = to;
  const last = length - STEP;
  for (let i = 0; i < last; i += STEP) {
    write.setInt32(start + i, read.getInt32(at + i, true), true);
    write.setInt32(start + i + WORD, read.getInt32(at + i + WORD, true), true);
  }
  write.setInt32(start + last, read.getInt32(at + last, true), true);
  write.setInt32(start + last + WORD, read.getInt32(at + last + WORD, true), true);
}
