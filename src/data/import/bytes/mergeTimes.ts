/** Times of some rows that stand in order, and which row each was as they came; an order of null is that in which they came. */
export interface Times {
  start: Float64Array;
  order: Uint32Array | null;
}

/**
 * Puts the times of two stretches of rows in one order, those of one time as they came; `start` holds the first ones and has room for the second behind
 * them. Returns which row each was: those of the second come behind those of the first. Null where all came so.
 */
export function mergeTimes(start: Float64Array, first: Omit<Times, "start">, second: Times): Uint32Array | null {
  const all = start.length;
  const rows = all - second.start.length;
  if (first.order === null && second.order === null && !(start[rows - 1] > second.start[0])) {
    start.set(second.start, rows);
    return null;
  }
  const order = new Uint32Array(all);
  // From the end on, so that nothing is overwritten that is still to be read.
  merge(start, order, first.order, second, rows);
  return order;
}

function merge(
  start: Float64Array,
  order: Uint32Array,
  firstOrder: Uint32Array | null,
  {start: second, order: secondOrder}: Times,
  rows: number,
): void {
  let a = rows - 1;
  let b = second.length - 1;
  for (let i = start.length - 1; i >= 0; i--) {
    if (b >= 0 && (a < 0 || second[b] >= start[a])) {
      start[i] = second[b];
      order[i] = rows + (secondOrder === null ? b : secondOrder[b]);
      b--;
    } else {
      start[i] = start[a];
      order[i] = firstOrder === null ? a : firstOrder[a];
      a--;
    }
  }
}
