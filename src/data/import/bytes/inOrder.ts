import type {TextColumn} from "../../text.ts";
import {BLOCK, BLOCK_BITS, LENGTH, placeOf, type CellStore} from "../storedText.ts";
import {UnitText, type Units} from "../unitText.ts";
import {inBatches} from "./batches.ts";
import {writeUnits} from "./writeUnits.ts";

/** How much of each row is fetched from memory before it is read: so many lines of a cache. */
const LINES = 3;
const LINE = 64;

/** A column to be filled, and which one of the store it is. */
interface Kept {
  column: TextColumn;
  slot: number;
}

/** Notes where each cell of some columns of a store ends, in its order of rows, and writes those that are units of their own. */
export function fillInOrder(store: CellStore, rows: number, columns: readonly Kept[]): void {
  const last = columns.findLast(({column}) => column instanceof UnitText);
  const lines = last === undefined ? 0 : last.slot === 0 ? 1 : LINES;
  const {order} = store;
  const filled = new Float64Array(columns.length);
  const fill = (from: number, to: number): void =>
    columns.forEach(({column, slot}, k) => {
      filled[k] =
        column instanceof UnitText
          ? write(store, slot, from, to, column.ends, column.units!, filled[k])
          : measure(store, slot, from, to, column.ends, filled[k]);
    });
  inBatches(rows, order === null ? null : (from, to) => touch(store, order, from, to, lines), fill);
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
  for (let i = from; i < to && lines > 0; i++) {
    const start = marks[order[i] * (columns + 1)];
    const block = blocks[start >>> BLOCK_BITS];
    const at = start & (BLOCK - 1);
    for (let line = 0; line < lines && block !== undefined && at + line * LINE < block.length; line++)
      sum += block[at + line * LINE];
  }
  return sum;
}

/** Where the cells of a column end, in units of one byte each, in some rows. Returns where the last one does. */
function measure(
  {order, columns, marks}: CellStore,
  column: number,
  from: number,
  to: number,
  ends: Uint32Array,
  start: number,
): number {
  let end = start;
  for (let i = from; i < to; i++) {
    const mark = (order === null ? i : order[i]) * (columns + 1);
    ends[i] = end += marks[mark + 1 + column] & LENGTH;
  }
  return end;
}

/** The same for a column that is written as units. */
function write(
  store: CellStore,
  column: number,
  from: number,
  to: number,
  ends: Uint32Array,
  room: Units,
  start: number,
): number {
  const {order, columns, marks, blocks} = store;
  let end = start;
  for (let i = from; i < to; i++) {
    const mark = (order === null ? i : order[i]) * (columns + 1);
    const length = marks[mark + 1 + column] & LENGTH;
    const block = blocks[marks[mark] >>> BLOCK_BITS];
    ends[i] = end = writeUnits(block, placeOf(marks, mark, column), length, room, end);
  }
  return end;
}
