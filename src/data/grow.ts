type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** The same numbers in an array twice as long, or of a length that is greater. */
export function larger<T extends Numbers>(numbers: T, length = numbers.length * 2): T {
  const grown = new (numbers.constructor as new (length: number) => T)(length);
  grown.set(numbers);
  return grown;
}

/** The first `length` numbers in the given order, as they stand for null, in an array of their own. */
export function taken<T extends Numbers>(numbers: T, length: number, order: Uint32Array | null): T {
  // Most columns that say what kind of row it is say the same of all.
  let alike = 0;
  while (alike < length && numbers[alike] === numbers[0]) alike++;
  if (order === null || alike === length) return numbers.slice(0, length) as T;
  const inOrder = new (numbers.constructor as new (length: number) => T)(length);
  for (let i = 0; i < length; i++) inOrder[i] = numbers[order[i]];
  return inOrder;
}

/** Gives memory back at once that nobody reads again, where the platform knows how to; else when it comes to that. */
export function release({buffer}: Numbers): void {
  (buffer as {transfer?(length: number): unknown}).transfer?.(0);
}
