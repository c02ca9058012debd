import {LIMITS} from "../../limits.ts";
import {memoryOf} from "./memory.ts";
import {decoded, isSpaceAt, spaceBefore} from "./utf8.ts";

const QUOTE = 34;
/** The first byte of ASCII that is no blank, and the last one. */
const VISIBLE = 33;
const LAST_VISIBLE = 126;
/** Records at most: so few that their bytes are still near when column after column is gone through. */
export const TOGETHER = 256;
/** Cells of a record for which there is room where there are as many as that. */
const USUAL = 16;
const ROOM = TOGETHER * USUAL + LIMITS.columns + 1;

/** Below 0 for a byte that may be a blank, or a part of one. */
const edgeOf = (byte: number): number => (byte - VISIBLE) | (LAST_VISIBLE - byte);

/** Some records that follow on one another, their cells as places in a buffer of UTF-8; the same object for all of a file. */
export class ByteRecords {
  memory = memoryOf(new Uint8Array(0));
  /** How many records there are. */
  length = 0;
  /** Of each record where its first cell stands among all cells; behind the last one where the next would. */
  readonly first = new Int32Array(TOGETHER + 1);
  /** The line each begins on, and 1 for those that are ASCII throughout, or, once `trim` was called, blank. */
  readonly line = new Float64Array(TOGETHER);
  readonly isAscii = new Uint8Array(TOGETHER);
  readonly isBlank = new Uint8Array(TOGETHER);
  /** Where each cell begins and ends, without the quotes around it. */
  readonly from = new Int32Array(ROOM);
  readonly to = new Int32Array(ROOM);
  /** The same without the blanks around a cell, once `trim` was called; the same arrays where there are none. */
  left = this.from;
  right = this.to;
  readonly #left = new Int32Array(ROOM);
  readonly #right = new Int32Array(ROOM);
  /** Cells that hold doubled quotes, ascending, and where in each the first of them stands. */
  readonly doubled = new Int32Array(ROOM);
  readonly doubledAt = new Int32Array(ROOM);
  doubledCount = 0;

  /** Names the buffer, and forgets what was found in another. */
  use(bytes: Uint8Array): void {
    this.memory = memoryOf(bytes);
    this.clear();
  }

  get bytes(): Uint8Array {
    return this.memory.bytes;
  }

  get view(): DataView {
    return this.memory.view;
  }

  clear(): void {
    this.length = 0;
    this.doubledCount = 0;
  }

  /** Takes the last record away. */
  drop(): void {
    const next = this.first[--this.length];
    while (this.doubledCount > 0 && this.doubled[this.doubledCount - 1] >= next) this.doubledCount--;
  }

  /** Whether any other record can be added, however many cells it has. */
  get hasRoom(): boolean {
    return this.length < TOGETHER && this.first[this.length] + LIMITS.columns < ROOM;
  }

  /** How many cells a record has. */
  countOf(record: number): number {
    return this.first[record + 1] - this.first[record];
  }

  /** Bytes from the beginning of the first of some records to the end of the last. */
  sizeOf(from: number, to: number): number {
    return from === to ? 0 : this.to[this.first[to] - 1] - this.from[this.first[from]];
  }

  /** The first of some records that has fewer cells than `width`, or more of which some are not blank; `to` for none. */
  wideUntil(width: number, from: number, to: number): number {
    const {first, left, right} = this;
    for (let record = from; record < to; record++) {
      const next = first[record + 1];
      let cell = first[record] + width;
      if (cell > next) return record;
      for (; cell < next; cell++) if (left[cell] < right[cell]) return record;
    }
    return to;
  }

  /** The first of some records that has a cell which begins with this byte; `to` for none. */
  firstWith(byte: number, from: number, to: number): number {
    const {bytes, first} = this;
    for (let record = from; record < to; record++)
      for (let k = first[record]; k < first[record + 1]; k++)
        if (this.from[k] < this.to[k] && bytes[this.from[k]] === byte) return record;
    return to;
  }

  /** Makes doubled quotes single ones where they stand: the records cannot be read from the buffer again. */
  unquote(): void {
    const {bytes, to, doubled, doubledAt, doubledCount} = this;
    for (let i = 0; i < doubledCount; i++) {
      const cell = doubled[i];
      const until = to[cell];
      let end = doubledAt[i];
      for (let at = end; at < until; at++) {
        const byte = bytes[at];
        bytes[end++] = byte;
        if (byte === QUOTE) at++;
      }
      to[cell] = end;
    }
  }

  /** Finds what `String.trim` would leave of each cell, and which records are blank. */
  trim(): void {
    const hasEdges = this.#edges() < 0;
    this.left = hasEdges ? this.#left : this.from;
    this.right = hasEdges ? this.#right : this.to;
    if (hasEdges) this.#trimCells();
    const {first, left, right, isBlank, length} = this;
    for (let record = 0; record < length; record++) {
      const next = first[record + 1];
      let cell = first[record];
      while (cell < next && left[cell] === right[cell]) cell++;
      isBlank[record] = cell === next ? 1 : 0;
    }
  }

  /** Below 0 where any cell begins or ends with what may be a blank; told by the caller, as what comes behind a long loop has it compiled again. */
  #edges(): number {
    const {bytes, first, from, to, length} = this;
    const end = first[length];
    let signs = 0;
    for (let k = 0; k < end; k++) {
      const a = from[k];
      const b = to[k];
      if (a < b) signs |= edgeOf(bytes[a]) | edgeOf(bytes[b - 1]);
    }
    return signs;
  }

  #trimCells(): void {
    const {bytes, first, from, to, left, right, length} = this;
    const end = first[length];
    for (let k = 0; k < end; k++) {
      const a = from[k];
      const b = to[k];
      left[k] = a;
      right[k] = b;
      if (a < b && (edgeOf(bytes[a]) | edgeOf(bytes[b - 1])) < 0) this.#trimCell(k);
    }
  }

  #trimCell(k: number): void {
    const {bytes, left, right} = this;
    let a = left[k];
    let b = right[k];
    while (a < b && isSpaceAt(bytes, a, b) > 0) a += isSpaceAt(bytes, a, b);
    while (b > a && spaceBefore(bytes, a, b) > 0) b -= spaceBefore(bytes, a, b);
    left[k] = a;
    right[k] = b;
  }

  /** The cells of a record as text, as they stand. */
  cells(record: number): string[] {
    const {bytes, first, from, to} = this;
    const begin = first[record];
    const next = first[record + 1];
    const cells = new Array<string>(next - begin);
    if (this.isAscii[record] === 0) {
      for (let k = begin; k < next; k++) cells[k - begin] = decoded(bytes, from[k], to[k]);
      return cells;
    }
    const start = from[begin];
    const text = decoded(bytes, start, to[next - 1]);
    for (let k = begin; k < next; k++) cells[k - begin] = text.slice(from[k] - start, to[k] - start);
    return cells;
  }
}
