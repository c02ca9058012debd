import {BIN_UNITS, binEdges, binUnit, type BinUnit} from "../data/bins.ts";
import type {Period} from "../data/period.ts";

/** Fine columns of a whole record, at most: days of 33 years, months of a thousand. */
const MOST = 12_000;

/** The finest columns of the whole record that are few enough to be kept counted, so that no row is looked at when the axis moves. */
export function fineColumns(whole: Period): {unit: BinUnit; edges: Float64Array} {
  const fits = binUnit(whole, MOST);
  // Weeks do not add up to months.
  const unit = fits === "week" ? "month" : fits;
  return {unit, edges: binEdges(whole, unit)};
}

/** Whether columns of `unit` can be added up from those of `fine`. */
export const addsUp = (fine: BinUnit, unit: BinUnit): boolean =>
  BIN_UNITS.indexOf(fine) <= BIN_UNITS.indexOf(unit) && (unit !== "week" || fine === "hour" || fine === "day");

/** Counts of columns added up to wider ones, `cells` to a column. Every one of `edges` within `fine` has to be one of `fine`. */
export function addUp(counts: Uint32Array, fine: Float64Array, edges: Float64Array, cells: number): Uint32Array {
  const sums = new Uint32Array((edges.length - 1) * cells);
  let low = 0;
  let high = fine.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fine[middle]! < edges[0]!) low = middle + 1;
    else high = middle;
  }
  let bin = 0;
  for (let at = low; at < fine.length - 1 && fine[at]! < edges[edges.length - 1]!; at++) {
    while (edges[bin + 1]! <= fine[at]!) bin++;
    for (let cell = 0; cell < cells; cell++) sums[bin * cells + cell]! += counts[at * cells + cell]!;
  }
  return sums;
}

/** `found`, or `kept` when that holds the same: so that what hangs on it is not done anew. */
export const sameOr = (kept: Float64Array, found: Float64Array): Float64Array =>
  kept.length === found.length && kept.every((edge, i) => edge === found[i]) ? kept : found;
