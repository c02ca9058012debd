import {closely, release, take, type Numbers} from "./grow.ts";

/** Puts columns in the same order, in the memory that is there. Null is the order in which they stand. */
export class Reorder {
  readonly #order: Uint32Array | null;
  /** Memory for as many doubles as there are rows, made when it is needed. */
  #room: Float64Array | null = null;

  constructor(order: Uint32Array | null) {
    this.#order = order;
  }

  /** The first `length` numbers of a column in order, which has as many; they stay where they are, unless much more room than that would be kept with them. */
  column<T extends Numbers>(values: T, length: number): T {
    this.put(values);
    return fitting(values, length);
  }

  /** The same, for one who keeps the column as long as it is. */
  put(values: Numbers): void {
    const order = this.#order;
    if (order === null || (values instanceof Uint8Array && isUniform(values, order.length))) return;
    const room = (this.#room ??= new Float64Array(order.length));
    const inOrder = roomLike(values, order.length, room);
    take(values, order, inOrder);
    values.set(inOrder);
  }

  /** The same for numbers of rows, which follow on one another unless some were rejected. */
  rows(values: Uint32Array, length: number): Uint32Array {
    if (this.#order === null || !areNext(values, length)) return this.column(values, length);
    countFrom(values[0], this.#order, values);
    return fitting(values, length);
  }

  /** Gives back what it took. */
  end(): void {
    if (this.#room !== null) release(this.#room);
    this.#room = null;
  }
}

/** The first `length` numbers: as they stand, unless much more room than that would be kept with them; then the others are given back. */
export function fitting<T extends Numbers>(values: T, length: number): T {
  const all = closely(values, length);
  if (all.buffer !== values.buffer) release(values);
  return all;
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

function areNext(row: Uint32Array, length: number): boolean {
  const [first] = row;
  for (let i = 1; i < length; i++) if (row[i] !== first + i) return false;
  return true;
}

function countFrom(first: number, order: Uint32Array, row: Uint32Array): void {
  for (let i = 0; i < order.length; i++) row[i] = first + order[i];
}
