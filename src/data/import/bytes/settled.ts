import type {TableBuilder} from "../../table.ts";
import {sortTimes} from "./sortTimes.ts";

/** Puts the times of what was taken in order, if that was not done; all else stands as it came. No more can be added one by one. */
export function settle(builder: TableBuilder): void {
  if (builder.sorted !== null) return;
  const {facts, length} = builder;
  const span = spanOf(facts.start, facts.end, length);
  builder.sorted = {order: sortTimes(facts.start.subarray(0, length)), span};
}

/** How long all rows last, in ms; NaN where that is not the same. */
function spanOf(start: Float64Array, end: Float64Array, length: number): number {
  const span = end[0] - start[0];
  for (let i = 0; i < length; i++) if (end[i] - start[i] !== span) return NaN;
  return span;
}
