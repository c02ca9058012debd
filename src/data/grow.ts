export type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** The same numbers in an array twice as long, or of a length that is greater. */
export function larger<T extends Numbers>(numbers: T, length = numbers.length * 2): T {
  const grown = new (numbers.constructor as new (length: number) => T)(length);
  grown.set(numbers);
  return grown;
}

// One loop a width: a loop that meets arrays of every kind takes several times as long.
function takeBytes(from: Uint8Array, order: Uint32Array, to: Uint8Array): void {
  for (let i = 0; i < to.length; i++) to[i] = from[order[i]];
}
function takeHalves(from: Uint16Array, order: Uint32Array, to: Uint16Array): void {
  for (let i = 0; i < to.length; i++) to[i] = from[order[i]];
}
function takeWords(from: Uint32Array, order: Uint32Array, to: Uint32Array): void {
  for (let i = 0; i < to.length; i++) to[i] = from[order[i]];
}
function takeDoubles(from: Float64Array, order: Uint32Array, to: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = from[order[i]];
}

const wordsOf = ({buffer, byteOffset, length}: Int32Array): Uint32Array => new Uint32Array(buffer, byteOffset, length);

/** The first `length` numbers in the given order, as they stand for null, in an array of their own. */
export function taken<T extends Numbers>(numbers: T, length: number, order: Uint32Array | null): T {
  if (order === null) return numbers.slice(0, length) as T;
  const to = new (numbers.constructor as new (length: number) => T)(length);
  take(numbers, order, to);
  return to;
}

/** The first numbers of a column of which nobody has more: as they stand, unless much more room than that would be kept with them. */
export function closely<T extends Numbers>(numbers: T, length: number): T {
  if (length * 1.125 > numbers.length) return numbers.subarray(0, length) as T;
  const copy = numbers.slice(0, length) as T;
  release(numbers);
  return copy;
}

/** A column whose first `length` numbers are followed by others, in its own memory if there is room. These are given back at once, so that little is there twice. */
export function behind<T extends Numbers>(first: T, length: number, others: T): T {
  const all = length + others.length;
  const column = first.length < all ? larger(first, all) : first;
  column.set(others, length);
  release(others);
  return column;
}

/** Writes numbers in the given order to others of their kind. */
export function take<T extends Numbers>(numbers: T, order: Uint32Array, to: T): void {
  if (numbers instanceof Float64Array) takeDoubles(numbers, order, to as Float64Array);
  else if (numbers instanceof Uint32Array) takeWords(numbers, order, to as Uint32Array);
  else if (numbers instanceof Int32Array) takeWords(wordsOf(numbers), order, wordsOf(to as Int32Array));
  else if (numbers instanceof Uint16Array) takeHalves(numbers, order, to as Uint16Array);
  else takeBytes(numbers, order, to as Uint8Array);
}

/** Gives memory back at once that nobody reads again, where the platform knows how to; else when it comes to that. */
export function release({buffer}: Numbers): void {
  (buffer as {transfer?(length: number): unknown}).transfer?.(0);
}
