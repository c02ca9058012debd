import {closely, release, take, type Numbers} from "../../grow.ts";
import type {Reordering} from "../../table.ts";

/** Puts columns in the same order, in the memory that is there. Null is the order in which they stand. */
export class Reorder implements Reordering {
  readonly #order: Uint32Array | null;
  /** Memory for as many doubles as there are rows, made when it is needed. */
  #room: Float64Array | null = null;

  constructor(order: Uint32Array | null) {
    this.#order = order;
  }

  /** The first `length` numbers of a column in order; they stay where they are, unless much more room than that would be kept with them. */
  column<T extends Numbers>(values: T, length: number): T {
    if (this.#order !== null) this.#put(values, this.#order);
    return closely(values, length);
  }

  /** Gives back what it took. */
  end(): void {
    if (this.#room !== null) release(this.#room);
    this.#room = null;
  }

  #put(values: Numbers, order: Uint32Array): void {
    const {length} = order;
    if (values instanceof Uint8Array && isUniform(values, length)) return;
    // So do numbers of rows, unless some were rejected.
    if (values instanceof Uint32Array && areNext(values, length)) return countFrom(values[0], order, values);
    const inOrder = roomLike(values, length, (this.#room ??= new Float64Array(length)));
    take(values, order, inOrder);
    values.set(inOrder);
  }
}

/** Room for as many numbers of the same kind, which is that of as many doubles. */
function roomLike<T extends Numbers>(column: T, length: number, room: Float64Array): T {
  const kind = column.constructor as new (buffer: ArrayBufferLike, offset: number, length: number) => T;
  return new kind(room.buffer, 0, length);
}

function isUniform(column: Uint8Array, length: number): boolean {
  const [first] = column;
  for (let i = 1; i < length; i++) if (column[i] !== first) return false;
  return true;
}

/** Whether numbers follow on one another. */
function areNext(row: Uint32Array, length: number): boolean {
  const [first] = row;
  for (let i = 1; i < length; i++) if (row[i] !== first + i) return false;
  return true;
}

function countFrom(first: number, order: Uint32Array, row: Uint32Array): void {
  for (let i = 0; i < order.length; i++) row[i] = first + order[i];
}
