import {release, take, type Numbers} from "../../grow.ts";
import type {TableBuilder} from "../../table.ts";
import type {ByteTexts} from "./byteTexts.ts";
import {timeOrder} from "./timeOrder.ts";

/** Columns of text that are put in the order of their rows, which is null where they stand in it; they may keep it. */
export interface Reordered {
  reorder(order: Uint32Array | null): void;
}

/**
 * Puts what was taken in order of time, and has its texts, or others for them, put in it. No more can be added one by one, but
 * what another one has put in order.
 */
export function settle(builder: TableBuilder, texts: Reordered = builder.texts as ByteTexts): void {
  const {facts, numbers, categories, length} = builder;
  const {start, end, row, ...others} = facts;
  const order = timeOrder(start.subarray(0, length));
  texts.reorder(order);
  if (order === null) return;
  const room = new Float64Array(length);
  const put = (column: Numbers): void => reorder(column, order, room);
  const span = spanOf(start, end, length);
  put(start);
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

/** Puts the first numbers of a column in another order, by way of `room` for as many doubles. */
function reorder(column: Numbers, order: Uint32Array, room: Float64Array): void {
  const {length} = order;
  if (column instanceof Uint8Array && isUniform(column, length)) return;
  const kind = column.constructor as new (buffer: ArrayBufferLike, offset: number, length: number) => Numbers;
  const inOrder = new kind(room.buffer, 0, length);
  take(column, order, inOrder);
  column.set(inOrder);
}

function isUniform(column: Uint8Array, length: number): boolean {
  const [first] = column;
  for (let i = 1; i < length; i++) if (column[i] !== first) return false;
  return true;
}
