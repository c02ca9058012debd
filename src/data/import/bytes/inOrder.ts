import {BLOCK, BLOCK_BITS, lengthOf, placeOf, type CellStore} from "../storedText.ts";
import type {Units} from "../unitText.ts";
import {inBatches} from "./batches.ts";
import {writeUnits} from "./writeUnits.ts";

/** How much of each row is fetched from memory before it is read: so many lines of a cache. */
const LINES = 3;
const LINE = 64;

/** A column that is to be written as units, and which one of the store it is. */
export interface Written {
  slot: number;
  units: Units;
  ends: Uint32Array;
}

/** Writes some columns of a store as units, in its order of rows, and notes where each cell ends. */
export function writeInOrder(store: CellStore, rows: number, columns: readonly Written[]): void {
  if (columns.length === 0) return;
  const lines = columns.at(-1)!.slot === 0 ? 1 : LINES;
  const {order} = store;
  const ends = new Float64Array(columns.length);
  const write = (from: number, to: number): void =>
    columns.forEach((column, k) => (ends[k] = writeColumn(store, column, from, to, ends[k])));
  inBatches(rows, order === null ? null : (from, to) => touch(store, order, from, to, lines), write);
}

/** Reads a little of each of some rows. */
function touch(
  {blocks, marks, columns}: CellStore,
  order: Uint32Array,
  from: number,
  to: number,
  lines: number,
): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += marks[order[i] * (columns + 1)];
  for (let i = from; i < to; i++) {
    const start = marks[order[i] * (columns + 1)];
    const block = blocks[start >>> BLOCK_BITS];
    const at = start & (BLOCK - 1);
    for (let line = 0; line < lines && block !== undefined && at + line * LINE < block.length; line++)
      sum += block[at + line * LINE];
  }
  return sum;
}

/** Writes some rows of a column, the first of them at `start`. Returns where the last one ends. */
function writeColumn(store: CellStore, column: Written, from: number, to: number, start: number): number {
  const {order, columns, marks, blocks} = store;
  const {slot, units, ends} = column;
  let end = start;
  for (let i = from; i < to; i++) {
    const mark = (order === null ? i : order[i]) * (columns + 1);
    const length = lengthOf(marks, mark, slot);
    const block = blocks[marks[mark] >>> BLOCK_BITS];
    ends[i] = end = writeUnits(block, placeOf(marks, mark, slot), length, units, end);
  }
  return end;
}
