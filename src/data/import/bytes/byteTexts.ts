import type {Fields} from "../../formats/bytes/fields.ts";
import {larger} from "../../grow.ts";
import type {TextColumn} from "../../text.ts";
import type {TextStore} from "../../textBuilder.ts";
import {BLOCK, BLOCK_BITS, lengthOf, LONG, StoredText, type CellStore} from "../storedText.ts";
import {UnitText, type Units} from "../unitText.ts";
import {Encoded} from "./encoded.ts";
import {writeUnits} from "./writeUnits.ts";

/** Rows that are fetched from memory together, and how much of each: so many lines of a cache. */
const BATCH = 32;
const LINES = 3;
const LINE = 64;
/** Bytes from which on it is quicker to let the platform copy them. */
const WIDE = 64;
/** Bytes that may stand between two cells that are kept with what is between them: a delimiter, quotes and blanks. */
const GAP = 8;

/**
 * Gathers columns of text as UTF-8, all cells of a row side by side. Blocks are never moved or copied as more come, and stay as they are: put in
 * another order is only who asks for them.
 */
export class ByteTexts implements TextStore {
  #columns: number;
  #whole: readonly number[];
  #blocks: Uint8Array[] = [];
  #starts = new Uint32Array(1024);
  #rows = 0;
  #gaps = new Uint8Array(4096);
  #lengths = new Uint16Array(4096);
  #cells = 0;
  #long = new Map<number, number>();
  #block = new Uint8Array(0);
  /** Where the block begins, where the row at hand does in it, and what is filled. */
  #base = 0;
  #row = 0;
  #end = 0;
  /** UTF-16 units of each column. */
  #units: Float64Array;
  /** The highest byte of a column tells what it takes to write it: ASCII, two bytes of UTF-8 up to U+00FF, or more. */
  #highest: Uint8Array;
  #encoded = new Encoded();
  /** Says nothing: it is kept so that reading what makes it up is not left out. */
  touched = 0;

  /** Columns that are `whole`, by index, are put in order cell by cell, since they will be gone through from end to end. */
  constructor(columns: number, whole: readonly number[]) {
    this.#columns = columns;
    this.#whole = whole;
    this.#units = new Float64Array(columns);
    this.#highest = new Uint8Array(columns);
  }

  /** Makes room for as many rows as there may be. */
  reserve(rows: number): void {
    if (rows > this.#starts.length) this.#starts = larger(this.#starts, rows);
    const cells = rows * this.#columns;
    if (cells <= this.#lengths.length) return;
    this.#gaps = larger(this.#gaps, cells);
    this.#lengths = larger(this.#lengths, cells);
  }

  size(column: number): number {
    return this.#units[column];
  }

  push(column: number, value: string): void {
    const {bytes, length} = this.#encoded.of(value);
    this.pushBytes(column, bytes, 0, length, length === value.length);
  }

  /**
   * Adds the trimmed cells of a record that stand at `columns`, one for each column that is gathered; -1 stands for none. Those that are neighbours
   * in the record are copied in one go, with what stands between them.
   */
  pushFields({bytes, left, right, isAscii}: Fields, columns: readonly number[]): void {
    for (let i = 0; i < columns.length;) {
      const first = columns[i];
      if (first === -1) {
        this.pushBytes(i++, bytes, 0, 0, true);
        continue;
      }
      let last = first;
      const begun = i;
      for (i++; i < columns.length && columns[i] === last + 1 && left[last + 1] - right[last] <= GAP; i++) last++;
      this.#copy(begun, bytes, left[first], right[last]);
      for (let column = first; column <= last; column++) {
        const gap = column === first ? 0 : left[column] - right[column - 1];
        this.#note(begun + column - first, gap, bytes, left[column], right[column], isAscii);
      }
    }
  }

  /** Adds the text that stands in `[from, to)` in UTF-8, `isAscii` where it is known to be that. */
  pushBytes(column: number, bytes: Uint8Array, from: number, to: number, isAscii: boolean): void {
    this.#copy(column, bytes, from, to);
    this.#note(column, 0, bytes, from, to, isAscii);
  }

  /** Copies what a row holds from a column on. */
  #copy(column: number, bytes: Uint8Array, from: number, to: number): void {
    const length = to - from;
    if (column === 0) {
      if (this.#rows === this.#starts.length) this.#starts = larger(this.#starts);
      this.#row = this.#end;
      this.#starts[this.#rows++] = this.#base + this.#row;
    }
    if (this.#end + length > this.#block.length) this.#nextBlock(length);
    const block = this.#block;
    let end = this.#end;
    this.#end += length;
    if (length >= WIDE) block.set(bytes.subarray(from, to), end);
    else for (let at = from; at < to; at++) block[end++] = bytes[at];
  }

  /** Takes down where the cell of a column lies. */
  #note(column: number, gap: number, bytes: Uint8Array, from: number, to: number, isAscii: boolean): void {
    const length = to - from;
    if (this.#cells === this.#lengths.length) this.reserve(Math.ceil((2 * this.#cells) / this.#columns));
    if (length >= LONG) this.#long.set(this.#cells, length);
    this.#gaps[this.#cells] = gap;
    this.#lengths[this.#cells++] = Math.min(length, LONG);
    this.#units[column] += isAscii ? length : this.#look(column, bytes, from, to);
  }

  finish(order: Uint32Array | null, wanted: readonly number[]): TextColumn[] {
    const rows = this.#rows;
    this.#cutOff();
    const store: CellStore = {
      blocks: {...this.#blocks},
      starts: this.#starts.slice(0, rows),
      columns: this.#columns,
      gaps: this.#gaps.slice(0, this.#cells),
      lengths: this.#lengths.slice(0, this.#cells),
      long: this.#long,
      order,
    };
    this.#starts = new Uint32Array(0);
    this.#gaps = new Uint8Array(0);
    this.#lengths = new Uint16Array(0);
    const ends = wanted.map(() => new Uint32Array(rows));
    const units = wanted.map((column) => this.#roomFor(column));
    const filled = new Float64Array(wanted.length);
    const last = units.findLastIndex((each) => each !== null);
    const lines = last === -1 ? 0 : last === 0 ? 1 : LINES;
    for (let i = 0; i < rows; i++) {
      if (order !== null && i % BATCH === 0) this.#touch(store, i, Math.min(i + BATCH, rows), lines);
      const row = order === null ? i : order[i];
      const block = this.#blocks[store.starts[row] >>> BLOCK_BITS];
      let at = store.starts[row] & (BLOCK - 1);
      for (let column = 0, k = 0; k < wanted.length; column++) {
        const cell = row * this.#columns + column;
        const length = lengthOf(store, cell);
        at += store.gaps[cell];
        if (wanted[k] === column) {
          const room = units[k];
          filled[k] = room === null ? filled[k] + length : writeUnits(block, at, length, room, filled[k]);
          ends[k][i] = filled[k];
          k++;
        }
        at += length;
      }
    }
    return wanted.map((column, k) => {
      const own = units[k];
      return own === null ? new StoredText(store, column, ends[k]) : new UnitText(own, ends[k]);
    });
  }

  /** Leaves the last block as long as it is filled, unless it is longer than others. */
  #cutOff(): void {
    const last = this.#blocks.length - 1;
    if (this.#base === last * BLOCK && last >= 0) this.#blocks[last] = this.#block.slice(0, this.#end);
  }

  /**
   * Reads a little of each of some rows, so that they come from memory side by side and not one after the other, which halves the time that rows
   * in no order take.
   */
  #touch({starts, lengths, order}: CellStore, from: number, to: number, lines: number): void {
    let sum = 0;
    for (let i = from; i < to; i++) sum += lengths[order![i] * this.#columns] + starts[order![i]];
    for (let i = from; i < to && lines > 0; i++) {
      const start = starts[order![i]];
      const block = this.#blocks[start >>> BLOCK_BITS];
      const at = start & (BLOCK - 1);
      for (let line = 0; line < lines && block !== undefined && at + line * LINE < block.length; line++)
        sum += block[at + line * LINE];
    }
    this.touched = sum;
  }

  /** Room for a column that is written as units, in as few bytes each as it takes: leads up to C3 are those of U+0080 to U+00FF. Null for others. */
  #roomFor(column: number): Units | null {
    const highest = this.#highest[column];
    if (highest < 128 && !this.#whole.includes(column)) return null;
    return highest > 0xc3 ? new Uint16Array(this.#units[column]) : new Uint8Array(this.#units[column]);
  }

  /** UTF-16 units of a text that may be beyond ASCII. */
  #look(column: number, bytes: Uint8Array, from: number, to: number): number {
    let units = 0;
    let highest = this.#highest[column];
    for (let at = from; at < to; at++) {
      const byte = bytes[at];
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
      if (byte > highest) highest = byte;
    }
    this.#highest[column] = highest;
    return units;
  }

  /** Begins a block with the row at hand, and room for `length` bytes more of it. */
  #nextBlock(length: number): void {
    const part = this.#block.subarray(this.#row, this.#end);
    const places = Math.ceil(Math.max(1, 2 * part.length + length) / BLOCK);
    const block = new Uint8Array(places * BLOCK);
    block.set(part);
    this.#base = this.#blocks.length * BLOCK;
    for (let place = 0; place < places; place++) this.#blocks.push(block.subarray(place * BLOCK));
    this.#starts[this.#rows - 1] = this.#base;
    this.#block = block;
    this.#row = 0;
    this.#end = part.length;
  }
}
