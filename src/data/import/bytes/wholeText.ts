import {memoryOf, type Memory} from "../../formats/bytes/memory.ts";
import {larger, release} from "../../grow.ts";
import {startOf} from "../../text.ts";
import {UnitText, type Units} from "../unitText.ts";
import {inBatches} from "./batches.ts";
import {copyShort} from "./copyShort.ts";
import {writeUnits} from "./writeUnits.ts";

/** Bytes for which room is made, to those which as many rows take as the first ones do. */
const SPARE = 1.1;

/** Texts as UTF-8, one behind the other, and where each ends. */
export interface Run {
  bytes: Uint8Array;
  ends: Uint32Array;
}

/** Reads where each of some rows ends, and then how it begins. */
function touch({bytes, ends}: Run, order: Uint32Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += ends[order[i]];
  for (let i = from; i < to; i++) sum += bytes[startOf(ends, order[i])] ?? 0;
  return sum;
}

/** Copies texts in an order, one behind the other, and notes where each ends. */
function copyInOrder({bytes, ends}: Run, order: Uint32Array, to: Uint8Array, written: Uint32Array): void {
  const from = memoryOf(bytes);
  const room = memoryOf(to);
  const copy = (first: number, next: number): void => {
    let end = first === 0 ? 0 : written[first - 1];
    for (let i = first; i < next; i++) {
      const row = order[i];
      const start = startOf(ends, row);
      copyShort(from, start, ends[row], room, end);
      written[i] = end += ends[row] - start;
    }
  };
  inBatches(order.length, (first, next) => touch({bytes, ends}, order, first, next), copy);
}

/** Gathers a column of text that will be gone through from end to end: cell behind cell. */
export class WholeText {
  #memory = memoryOf(new Uint8Array(4096));
  #ends = new Uint32Array(1024);
  #rows = 0;
  #end = 0;

  /** Makes room for as many rows as there may be. */
  reserve(rows: number): void {
    if (rows > this.#ends.length) this.#ends = larger(this.#ends, rows);
    const length = this.#rows === 0 ? 0 : Math.ceil((this.#end / this.#rows) * rows * SPARE);
    if (length > this.#memory.bytes.length) this.#grow(length);
  }

  push(memory: Memory, from: number, to: number): void {
    const end = this.#end + to - from;
    const {length} = this.#memory.bytes;
    if (this.#rows === this.#ends.length) this.#ends = larger(this.#ends);
    if (end > length) this.#grow(Math.max(end, length * 2));
    copyShort(memory, from, to, this.#memory, this.#end);
    this.#ends[this.#rows++] = this.#end = end;
  }

  #grow(length: number): void {
    this.#memory = memoryOf(larger(this.#memory.bytes, length));
  }

  /** Puts the texts that are there in another order. */
  reorder(order: Uint32Array): void {
    const run = this.run();
    const inOrder = new Uint8Array(run.bytes.length);
    const written = new Uint32Array(run.ends.length);
    copyInOrder(run, order, inOrder, written);
    run.bytes.set(inOrder);
    run.ends.set(written);
    release(inOrder);
    release(written);
  }

  run(): Run {
    return {bytes: this.#memory.bytes.subarray(0, this.#end), ends: this.#ends.subarray(0, this.#rows)};
  }

  /** Adds texts that were gathered elsewhere. */
  join({bytes, ends}: Run): void {
    this.reserve(this.#rows + ends.length);
    if (this.#end + bytes.length > this.#memory.bytes.length) this.#grow(this.#end + bytes.length);
    this.#memory.bytes.set(bytes, this.#end);
    for (let row = 0; row < ends.length; row++) this.#ends[this.#rows + row] = this.#end + ends[row];
    this.#rows += ends.length;
    this.#end += bytes.length;
    release(bytes);
    release(ends);
  }

  /** The texts in an order, or as they came for null, written to `room` for all of their UTF-16 units. There is nothing here after that. */
  finish(order: Uint32Array | null, room: Units): UnitText {
    const {bytes, ends} = this.run();
    const written = new Uint32Array(ends.length);
    // As many units as bytes: each of them is one.
    const isAscii = room.length === bytes.length && room instanceof Uint8Array;
    const write = (first: number, next: number): void => {
      let end = first === 0 ? 0 : written[first - 1];
      for (let i = first; i < next; i++) {
        const row = order === null ? i : order[i];
        const from = startOf(ends, row);
        written[i] = end = writeUnits(bytes, from, ends[row] - from, room, end);
      }
    };
    if (isAscii && order !== null) copyInOrder({bytes, ends}, order, room, written);
    else inBatches(ends.length, order === null ? null : (from, to) => touch({bytes, ends}, order, from, to), write);
    release(bytes);
    release(ends);
    return new UnitText(room, written);
  }
}
