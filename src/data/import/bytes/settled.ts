import type {TableBuilder} from "../../table.ts";
import {sortTimes} from "./sortTimes.ts";

/** Times that were put in order, of a builder of which all else stands as it came. */
export interface Settled {
  /** Which row each was, null where all came so. */
  order: Uint32Array | null;
  /** How long all rows last, in ms; NaN where that is not the same. */
  span: number;
}

/** Puts the times of what was taken in order. No more can be added one by one. */
export function settle({facts, length}: TableBuilder): Settled {
  const span = spanOf(facts.start, facts.end, length);
  return {order: sortTimes(facts.start.subarray(0, length)), span};
}

/** Tells a builder in which order its times stand, and has its ends stand in it too where all rows last as long. */
export function setOrder(builder: TableBuilder, {order, span}: Settled): void {
  const {facts, length} = builder;
  const isSame = order !== null && !Number.isNaN(span);
  if (isSame) addTo(facts.start, span, facts.end, length);
  builder.sorted = {order, standing: isSame ? ["start", "end"] : ["start"]};
}

function addTo(start: Float64Array, span: number, end: Float64Array, length: number): void {
  for (let i = 0; i < length; i++) end[i] = start[i] + span;
}

function spanOf(start: Float64Array, end: Float64Array, length: number): number {
  const span = end[0] - start[0];
  for (let i = 0; i < length; i++) if (end[i] - start[i] !== span) return NaN;
  return span;
}
