import {release, take, type Numbers} from "../../grow.ts";
import type {TableBuilder} from "../../table.ts";
import type {ByteTexts} from "./byteTexts.ts";
import {sortTimes} from "./sortTimes.ts";

/** Puts what was taken in order of time. No more can be added one by one, but what another one has put in order. */
export function settle(builder: TableBuilder): void {
  const {facts, numbers, categories, length} = builder;
  const {start, end, row, ...others} = facts;
  const span = spanOf(start, end, length);
  const room = new Float64Array(length);
  const order = sortTimes(start.subarray(0, length), room);
  (builder.texts as ByteTexts).reorder(order);
  if (order === null) return release(room);
  const put = (column: Numbers): void => reorder(column, order, room);
  if (Number.isNaN(span)) put(end);
  else addTo(start, span, end, length);
  if (!areNext(row, length)) put(row);
  else countFrom(row[0], order, row);
  for (const column of Object.values(others)) put(column);
  for (const {values} of numbers) put(values);
  for (const {codes} of categories) put(codes);
  release(room);
}

function addTo(start: Float64Array, span: number, end: Float64Array, length: number): void {
  for (let i = 0; i < length; i++) end[i] = start[i] + span;
}

/** Whether the rows follow on one another, as they do unless some were rejected. */
function areNext(row: Uint32Array, length: number): boolean {
  const [first] = row;
  for (let i = 1; i < length; i++) if (row[i] !== first + i) return false;
  return true;
}

function countFrom(first: number, order: Uint32Array, row: Uint32Array): void {
  for (let i = 0; i < order.length; i++) row[i] = first + order[i];
}

/** How long all rows last, in ms; NaN where that is not the same. */
function spanOf(start: Float64Array, end: Float64Array, length: number): number {
  const span = end[0] - start[0];
  for (let i = 0; i < length; i++) if (end[i] - start[i] !== span) return NaN;
  return span;
}

/** Room for as many numbers of the same kind, which is that of as many doubles. */
function roomLike<T extends Numbers>(column: T, length: number, room: Float64Array): T {
  const kind = column.constructor as new (buffer: ArrayBufferLike, offset: number, length: number) => T;
  return new kind(room.buffer, 0, length);
}

/** Puts the first numbers of a column in another order, by way of `room` for as many doubles. */
function reorder(column: Numbers, order: Uint32Array, room: Float64Array): void {
  const {length} = order;
  if (column instanceof Uint8Array && isUniform(column, length)) return;
  const inOrder = roomLike(column, length, room);
  take(column, order, inOrder);
  column.set(inOrder);
}

/** The same for the first `rows` of them and those of another, which come behind them and for which there is room in the column. */
export function joinInOrder(
  column: Numbers,
  rows: number,
  next: Numbers,
  order: Uint32Array,
  room: Float64Array,
): void {
  const {length} = order;
  if (column instanceof Uint8Array) {
    column.set(next, rows);
    return reorder(column, order, room);
  }
  const all = roomLike(column, length, room);
  all.set(column.subarray(0, rows));
  all.set(next, rows);
  take(all, order, column.subarray(0, length) as typeof column);
}

function isUniform(column: Uint8Array, length: number): boolean {
  const [first] = column;
  for (let i = 1; i < length; i++) if (column[i] !== first) return false;
  return true;
}
