import {tickStep, ticks} from "d3";
import {DAY} from "../data/calendar.ts";
import type {Total} from "../data/totals.ts";
import type {TimeScale} from "./scale.ts";

export interface Point {
  x: number;
  y: number;
}

/** Top of the scale of totals: a round number at or above the largest. */
export function topOf(max: number): number {
  const step = tickStep(0, Math.max(1, max), 17);
  return Math.ceil(Math.max(1, max) / step) * step;
}

export const figureTicks = (top: number, count: number): number[] => ticks(0, top, count).filter((tick) => tick > 0);

/** Where each figure stands: at noon of its day; several of one day share the day out in their order. */
export function figurePoints(figures: readonly Total[], scale: TimeScale, y: (value: number) => number): Point[] {
  return figures.map(({date, value}, i) => {
    let first = i;
    let last = i;
    while (figures[first - 1]?.date === date) first--;
    while (figures[last + 1]?.date === date) last++;
    return {x: scale.x(date + (DAY * (i - first + 1)) / (last - first + 2)), y: y(value)};
  });
}

/** Across at the value last stated, then up or down to the next. Starts at the first stated figure. */
export function stepPath(points: readonly Point[]): string {
  const round = (px: number) => Math.round(px * 100) / 100;
  return points.map(({x, y}, i) => (i === 0 ? `M${round(x)},${round(y)}` : `H${round(x)}V${round(y)}`)).join("");
}

/** The figure nearest to a point and within `reach` px of it, -1 for none. */
export function nearestFigure(points: readonly Point[], x: number, y: number, reach: number): number {
  let best = -1;
  let least = reach ** 2;
  points.forEach((point, i) => {
    const distance = (point.x - x) ** 2 + (point.y - y) ** 2;
    if (distance <= least) [best, least] = [i, distance];
  });
  return best;
}
