import {release, take} from "../../grow.ts";

/**
 * The order of rows by start that stand in two stretches behind one another, each of which is in order; those of one start as they stand. Null
 * where they stand so.
 */
export function mergedOrder(first: Float64Array, second: Float64Array): Uint32Array | null {
  const {length: rows} = first;
  const all = rows + second.length;
  if (rows === 0 || rows === all || first[rows - 1] <= second[0]) return null;
  const order = new Uint32Array(all);
  for (let i = 0, a = 0, b = 0; i < all; i++)
    order[i] = rows + b === all || (a < rows && first[a] <= second[b]) ? a++ : rows + b++;
  return order;
}

/** The order in which some rows stand, of how many there are; null for that in which they came. */
export interface Stretch {
  rows: number;
  order: Uint32Array | null;
}

/**
 * What an order of rows that stand in two stretches is to the rows as they came, before each stretch was put in an order of its own: those of the
 * second behind those of the first. Null where they came so.
 */
export function orderAsCame(order: Uint32Array | null, first: Stretch, second: Stretch): Uint32Array | null {
  if (order === null && first.order === null && second.order === null) return null;
  const {rows} = first;
  const came = new Uint32Array(rows + second.rows);
  if (first.order !== null) came.set(first.order);
  else for (let i = 0; i < rows; i++) came[i] = i;
  for (let i = 0; i < second.rows; i++) came[rows + i] = rows + (second.order === null ? i : second.order[i]);
  if (order === null) return came;
  const inOrder = new Uint32Array(came.length);
  take(came, order, inOrder);
  release(came);
  return inOrder;
}
