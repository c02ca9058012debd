import {utcMonth, utcYear} from "d3";
import type {Aggregates} from "../data/aggregates.ts";
import type {BinUnit} from "../data/bins.ts";
import {DAY, startOfDay} from "../data/calendar.ts";
import {PRIMARY, type Dataset} from "../data/dataset.ts";
import type {Period} from "../data/period.ts";

export type SparkUnit = Exclude<BinUnit, "hour" | "day" | "quarter">;
const MOST_BARS = 20;
const LONGEST = 64;
/** Reports in one bar that reach the full height. */
const FULL = 4;
export const SPARK_HEIGHT = 13;
/** Places with fewer reports have no spark. */
export const SPARK_LEAST = 6;

const YEARS: Partial<Record<SparkUnit, number>> = {year: 1, decade: 10, century: 100};

const edgeAt = (start: number, unit: SparkUnit, i: number): number => {
  if (unit === "week") return start + 7 * DAY * i;
  const date = new Date(start);
  return (unit === "month" ? utcMonth.offset(date, i) : utcYear.offset(date, i * YEARS[unit]!)).getTime();
};

/** Edges of the bars, counted from the first day of the window: weeks when at most 20 of them cover it, else the next longer unit. */
export function sparkEdges([start, end]: Period): {unit: SparkUnit; edges: number[]} {
  const from = startOfDay(start);
  for (const unit of ["week", "month", "year", "decade", "century"] as const) {
    const edges = [from];
    while (edges.at(-1)! < end && edges.length <= MOST_BARS + 1) edges.push(edgeAt(from, unit, edges.length));
    if (edges.length - 1 <= MOST_BARS || unit === "century") return {unit, edges};
  }
  throw new RangeError("no unit");
}

/** Primary rows of a place that are in the window and pass, by bar. */
export function sparkBars(
  dataset: Dataset,
  aggregates: Aggregates,
  place: number,
  [i0, i1]: readonly [number, number],
  edges: readonly number[],
): number[] {
  const {start, series} = dataset.columns;
  const bars = new Array<number>(edges.length - 1).fill(0);
  let bar = 0;
  for (const row of dataset.rowsAt(place)) {
    if (row < i0 || row >= i1 || series[row] !== PRIMARY || !aggregates.passes(row)) continue;
    while (bar < bars.length - 1 && start[row] >= edges[bar + 1]) bar++;
    bars[bar]++;
  }
  return bars;
}

/** Width of a bar and the distance to the next, in px: 5 and 6.2, narrower when there are many. */
export function sparkPitch(bars: number): {width: number; pitch: number} {
  const pitch = Math.min(6.2, LONGEST / bars);
  return {width: pitch * (5 / 6.2), pitch};
}

/** Px for one report, so that the tallest bar of all sparks is full height and four a bar are full at most. */
export const sparkScale = (tallest: number): number => SPARK_HEIGHT / Math.max(FULL, tallest);
