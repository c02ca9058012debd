import {LIMITS} from "../../limits.ts";
import {decoded, isSpaceAt, spaceBefore} from "./utf8.ts";

const QUOTE = 34;
const SPACE = 32;

/** The cells of one record as places in a buffer of UTF-8; the same object for record after record. */
export class Fields {
  bytes = new Uint8Array(0);
  count = 0;
  /** Where each cell begins and ends, without the quotes around it. */
  readonly from = new Int32Array(LIMITS.columns + 1);
  readonly to = new Int32Array(LIMITS.columns + 1);
  /** The same without the blanks around a cell, once `trim` was called. */
  readonly left = new Int32Array(LIMITS.columns + 1);
  readonly right = new Int32Array(LIMITS.columns + 1);
  /** Where the first doubled quote of each cell stands, 0 for none. */
  readonly doubled = new Int32Array(LIMITS.columns + 1);
  anyDoubled = false;
  isAscii = true;

  /** Makes doubled quotes single ones where they stand: the record cannot be read from the buffer again. */
  unquote(): void {
    const {bytes, to, doubled, count} = this;
    for (let k = 0; k < count; k++) {
      if (doubled[k] === 0) continue;
      const until = to[k];
      let end = doubled[k];
      for (let at = end; at < until; at++) {
        const byte = bytes[at];
        bytes[end++] = byte;
        if (byte === QUOTE) at++;
      }
      to[k] = end;
    }
  }

  /** Finds what `String.trim` would leave of each cell. Returns whether all of them are blank. */
  trim(): boolean {
    const {bytes, from, to, left, right, count} = this;
    let blank = true;
    for (let k = 0; k < count; k++) {
      let a = from[k];
      let b = to[k];
      if (a < b) {
        const first = bytes[a];
        if (first <= SPACE || first > 127) while (a < b && isSpaceAt(bytes, a, b) > 0) a += isSpaceAt(bytes, a, b);
        const last = bytes[b - 1];
        if (last <= SPACE || last > 127) while (b > a && spaceBefore(bytes, a, b) > 0) b -= spaceBefore(bytes, a, b);
        blank &&= a === b;
      }
      left[k] = a;
      right[k] = b;
    }
    return blank;
  }

  /** The cells as text, as they stand. */
  cells(): string[] {
    const {bytes, from, to, count} = this;
    const cells = new Array<string>(count);
    if (!this.isAscii) {
      for (let k = 0; k < count; k++) cells[k] = decoded(bytes, from[k], to[k]);
      return cells;
    }
    const start = from[0];
    const text = decoded(bytes, start, to[count - 1]);
    for (let k = 0; k < count; k++) cells[k] = text.slice(from[k] - start, to[k] - start);
    return cells;
  }
}
