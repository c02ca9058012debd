import type {ByteRecords} from "../../formats/bytes/byteRecords.ts";
import {memoryOf, type Memory} from "../../formats/bytes/memory.ts";
import {closely, larger, release} from "../../grow.ts";
import type {TextColumn} from "../../text.ts";
import type {TextStore} from "../../textBuilder.ts";
import {BLOCK, LENGTH_BITS, StoredText, type CellStore} from "../storedText.ts";
import {UnitText} from "../unitText.ts";
import {copyShort} from "./copyShort.ts";
import {Encoded} from "./encoded.ts";
import {writeInOrder, type Written} from "./inOrder.ts";
import {hashOf} from "./hash.ts";
import {likelyAlike, rowsInOrder} from "./likelyAlike.ts";
import type {TextPart} from "./textPart.ts";
import {Widths} from "./widths.ts";

/** Bytes that may stand between two cells that are kept with what is between them: a delimiter, quotes and blanks. */
const GAP = 8;
/** Bytes of the first block; each that follows is twice as long as the one before it, up to `BLOCK`. */
const FIRST_BLOCK = 32_768;
const NOTHING = new Uint8Array(0);
const NO_BLOCK = memoryOf(NOTHING);

/** How often the one of some columns stands among them that does so most often; -1 is none. */
const timesOf = (columns: readonly number[]): number =>
  columns.reduce(
    (most, each) => (each === -1 ? most : Math.max(most, columns.filter((other) => other === each).length)),
    0,
  );

/**
 * Gathers columns of text as UTF-8, all cells of a row side by side. Blocks are never moved or copied as more come, and stay as they are: put in
 * another order is only who asks for them.
 */
export class ByteTexts implements TextStore {
  /** The order in which the rows were wanted, once they are finished; null for that in which they came. */
  #order: Uint32Array | null = null;
  #columns: number;
  /** The column of ids, -1 for none, and a hash of each. */
  #id: number;
  #hashes = new Int32Array(0);
  #blocks: Uint8Array[] = [];
  /** As they stand in a `CellStore`, and how many are filled. */
  #marks = new Uint32Array(4096);
  #filled = 0;
  #rows = 0;
  #block = NO_BLOCK;
  /** Where the block begins, and what of it is filled. */
  #base = 0;
  #end = 0;
  #widths: Widths;
  #encoded = new Encoded();
  /** Where the columns stand in the records, and how often a cell may be copied. */
  #from: readonly number[] = [];
  #times = 0;

  /** `id` is the column of ids, -1 for none. */
  constructor(columns: number, id = -1) {
    this.#columns = columns;
    this.#id = id;
    this.#widths = Widths.of(columns);
  }

  /** What somebody else gathered, with the room that there is in it for more; whose ids may be alike is for others to say. */
  static of({blocks, marks, units, highest}: TextPart): ByteTexts {
    const texts = new ByteTexts(units.length);
    texts.#blocks = [...blocks];
    texts.#marks = new Uint32Array(marks.buffer as ArrayBuffer);
    texts.#filled = marks.length;
    texts.#rows = marks.length / (units.length + 1);
    texts.#widths = new Widths(units, highest);
    texts.#base = blocks.length * BLOCK;
    return texts;
  }

  /** Makes room for as many rows as there may be. */
  reserve(rows: number): void {
    if (this.#id !== -1 && rows > this.#hashes.length) this.#hashes = larger(this.#hashes, rows);
    const marks = this.#columns === 0 ? 0 : rows * (this.#columns + 1);
    if (marks > this.#marks.length) this.#marks = larger(this.#marks, marks);
  }

  size(column: number): number {
    return this.#widths.units[column];
  }

  push(column: number, value: string): void {
    const {memory, length} = this.#encoded.of(value);
    this.pushBytes(column, memory, 0, length, length === value.length);
  }

  /**
   * Adds the trimmed cells of records `[from, to)` that stand at `columns`, one for each column that is gathered; -1 stands for none. Those that
   * are neighbours in a record are copied in one go, with what stands between them.
   */
  pushRecords(records: ByteRecords, from: number, to: number, columns: readonly number[]): void {
    if (this.#columns === 0) return;
    const {memory, first, left, right} = records;
    this.#makeRoom(to - from);
    if (this.#id !== -1) this.#hash(records, from, to, columns[this.#id]);
    if (columns !== this.#from) {
      this.#from = columns;
      this.#times = timesOf(columns);
    }
    const most = records.sizeOf(from, to) * this.#times;
    if (this.#end + most > this.#block.bytes.length) this.#nextBlock(NOTHING, most);
    for (let record = from; record < to; record++) {
      const cells = first[record];
      this.#beginRow();
      for (let i = 0; i < columns.length;) {
        const begun = i;
        const column = columns[i++];
        if (column === -1) {
          this.#marks[this.#filled++] = 0;
          continue;
        }
        const cell = cells + column;
        let last = cell;
        while (i < columns.length && columns[i] === column + i - begun && left[last + 1] - right[last] <= GAP) {
          i++;
          last++;
        }
        const start = left[cell];
        const length = right[last] - start;
        copyShort(memory, start, start + length, this.#block, this.#end);
        this.#end += length;
        this.#noteCells(begun, records, record, cell, last);
      }
    }
  }

  /** Takes down where the cells of some columns lie that were copied in one go. */
  #noteCells(begun: number, records: ByteRecords, record: number, cell: number, last: number): void {
    const {bytes, left, right, isAscii} = records;
    const marks = this.#marks;
    const widths = this.#widths;
    const {units} = widths;
    let until = left[cell];
    let filled = this.#filled;
    for (let k = cell, i = begun; k <= last; k++, i++) {
      const from = left[k];
      const to = right[k];
      marks[filled++] = ((from - until) << LENGTH_BITS) | (to - from);
      units[i] += isAscii[record] === 1 ? to - from : widths.look(i, bytes, from, to);
      until = to;
    }
    this.#filled = filled;
  }

  #hash({view, first, left, right}: ByteRecords, from: number, to: number, column: number): void {
    const hashes = this.#hashes;
    for (let record = from, row = this.#rows; record < to; record++, row++) {
      const cell = first[record] + column;
      hashes[row] = column === -1 ? 0 : hashOf(view, left[cell], right[cell]);
    }
  }

  /** Adds the text that stands in `[from, to)` in UTF-8, `isAscii` where it is known to be that. */
  pushBytes(column: number, memory: Memory, from: number, to: number, isAscii: boolean): void {
    const length = to - from;
    const widths = this.#widths;
    widths.units[column] += isAscii ? length : widths.look(column, memory.bytes, from, to);
    if (column === 0) {
      this.#makeRoom(1);
      this.#beginRow();
    }
    if (column === this.#id) this.#hashes[this.#rows - 1] = hashOf(memory.view, from, to);
    if (this.#end + length > this.#block.bytes.length) {
      // The row at hand moves into the next block with what there is of it.
      const mark = (this.#rows - 1) * (this.#columns + 1);
      this.#nextBlock(this.#block.bytes.subarray(this.#marks[mark] - this.#base, this.#end), length);
      this.#marks[mark] = this.#base;
    }
    copyShort(memory, from, to, this.#block, this.#end);
    this.#end += length;
    this.#marks[this.#filled++] = length;
  }

  /** Makes room for the marks of so many rows more. */
  #makeRoom(rows: number): void {
    const all = this.#rows + rows;
    const isFull = all * (this.#columns + 1) > this.#marks.length || (this.#id !== -1 && all > this.#hashes.length);
    if (isFull) this.reserve(all * 2);
  }

  #beginRow(): void {
    this.#rows++;
    this.#marks[this.#filled++] = this.#base + this.#end;
  }

  /** A hash of the id of each row, as they came; none where there is no column of ids. */
  get hashes(): Int32Array {
    return this.#hashes.subarray(0, this.#id === -1 ? 0 : this.#rows);
  }

  /** What was gathered, as it came; nothing can be added after that. */
  part(): TextPart {
    this.#cutOff();
    return {
      blocks: this.#blocks,
      marks: this.#marks.subarray(0, this.#filled),
      units: this.#widths.units,
      highest: this.#widths.highest,
    };
  }

  /** Adds rows of the same columns that were gathered elsewhere; their blocks are taken as they are. */
  join({blocks, marks, units, highest}: TextPart): void {
    this.#cutOff();
    const stride = this.#columns + 1;
    const filled = this.#filled + marks.length;
    this.reserve(filled / stride);
    const base = this.#blocks.length * BLOCK;
    this.#marks.set(marks, this.#filled);
    for (let mark = this.#filled; mark < filled; mark += stride) this.#marks[mark] += base;
    this.#widths.join({units, highest});
    this.#blocks.push(...blocks);
    this.#rows = filled / stride;
    this.#filled = filled;
    release(marks);
    this.#block = NO_BLOCK;
    this.#base = this.#blocks.length * BLOCK;
    this.#end = 0;
  }

  /** The wanted columns; nothing is moved for the sake of their order, which is kept. */
  finish(order: Uint32Array | null, wanted: readonly number[]): TextColumn[] {
    this.#order = order;
    const rows = this.#rows;
    this.#cutOff();
    const store: CellStore = {
      blocks: {...this.#blocks},
      marks: closely(this.#marks, this.#filled),
      columns: this.#columns,
      order,
    };
    this.#marks = new Uint32Array(0);
    const written: Written[] = [];
    const columns = wanted.map((slot): TextColumn => {
      const units = this.#widths.roomFor(slot);
      if (units === null) return new StoredText(store, slot);
      const ends = new Uint32Array(rows);
      written.push({slot, units, ends});
      return new UnitText(units, ends);
    });
    writeInOrder(store, rows, written);
    return columns;
  }

  likelyAlike(): Uint32Array {
    return rowsInOrder(likelyAlike(this.hashes), this.#order);
  }

  /** Leaves the last block as long as it is filled, unless it is longer than others. */
  #cutOff(): void {
    const last = this.#blocks.length - 1;
    if (this.#base === last * BLOCK && last >= 0) this.#blocks[last] = this.#block.bytes.slice(0, this.#end);
  }

  /** Begins a block with `part`, and room for `length` bytes more. */
  #nextBlock(part: Uint8Array, length: number): void {
    const {length: blocks} = this.#blocks;
    const size = Math.max(2 * part.length + length, Math.min(BLOCK, FIRST_BLOCK * 2 ** blocks));
    const places = Math.ceil(size / BLOCK);
    const block = new Uint8Array(places === 1 ? size : places * BLOCK);
    block.set(part);
    this.#base = blocks * BLOCK;
    for (let place = 0; place < places; place++) this.#blocks.push(block.subarray(place * BLOCK));
    this.#block = memoryOf(block);
    this.#end = part.length;
  }
}
