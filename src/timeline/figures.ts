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

export interface ValueBox {
  side: "left" | "right";
  /** Bottom of the text. */
  bottom: number;
}

/**
 * Where the current value stands beside the playhead: before it and clear above the line where that can be, else after it, else under the
 * line. `line` gives the highest point (least y) and the lowest of the step line between two x, null where there is none.
 */
export function placeValue(
  at: Point,
  box: {width: number; height: number},
  plot: {left: number; right: number; top: number; baseline: number},
  line: (from: number, to: number) => {top: number; bottom: number} | null,
): ValueBox {
  const away = 10;
  let best: ValueBox = {side: "left", bottom: at.y - 12};
  let least = Infinity;
  for (const side of ["left", "right"] as const) {
    const from = side === "left" ? at.x - away - box.width : at.x + away;
    const to = from + box.width;
    const outside = Math.max(0, plot.left - from) + Math.max(0, to - plot.right);
    const found = line(from, to);
    const highest = Math.min(found?.top ?? at.y, at.y);
    const lowest = Math.max(found?.bottom ?? at.y, at.y);
    const above = highest - 9;
    const below = lowest + 10 + box.height;
    for (const [bottom, cost] of [
      [above, 0],
      [below, 6],
    ] as const) {
      const over = Math.max(0, plot.top + 2 - (bottom - box.height)) + Math.max(0, bottom - plot.baseline + 4);
      const distance = Math.abs(bottom - box.height / 2 - at.y) / 20;
      const total = cost + outside * 10 + over * 5 + (side === "left" ? 0 : 3) + distance;
      if (total < least) [best, least] = [{side, bottom}, total];
    }
  }
  return best;
}
