import {DAY} from "../data/calendar.ts";
import {stepped, type BinUnit} from "../data/bins.ts";
import type {Period} from "../data/period.ts";

/** What is moved: an end of the window, both, or the playhead, which is the end of it while time adds up. */
export type Part = "start" | "end" | "both";

/** The window after one of its parts was put at `time` (for both: its start), rounded to `step` and kept inside `limits`. */
export function dragged(window: Period, part: Part, time: number, limits: Period, step = DAY): Period {
  const [start, end] = window;
  const [from, to] = limits;
  const shortest = Math.min(step, to - from);
  const at = Math.round(time / step) * step;
  if (part === "start") return [clamp(at, from, end - shortest), end];
  if (part === "end") return [start, clamp(at, start + shortest, to)];
  const first = clamp(at, from, to - (end - start));
  return [first, first + (end - start)];
}

/** The end of the step that holds `time`: where the playhead stands when that step's column is pointed at. */
export const endOfStep = (time: number, step = DAY): number => (Math.floor(time / step) + 1) * step;

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

const PAGE: Record<BinUnit, number> = {
  hour: 24,
  day: 7,
  week: 4,
  month: 12,
  quarter: 4,
  year: 10,
  decade: 10,
  century: 10,
};

/** Where a key of a slider takes a time, null for a key that does nothing. Later is right and up, whatever the page's direction. */
export function keyed(key: string, time: number, unit: BinUnit, [from, to]: Period): number | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return stepped(time, unit, 1);
    case "ArrowLeft":
    case "ArrowDown":
      return stepped(time, unit, -1);
    case "PageUp":
      return unit === "day" ? time + 7 * DAY : stepped(time, unit, PAGE[unit]);
    case "PageDown":
      return unit === "day" ? time - 7 * DAY : stepped(time, unit, -PAGE[unit]);
    case "Home":
      return from;
    case "End":
      return to;
    default:
      return null;
  }
}
