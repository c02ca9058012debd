import {utcDay, utcHour, utcMonday, utcMonth, utcYear, type TimeInterval} from "d3";
import type {DateFormat} from "../i18n/i18n.svelte.ts";
import type {Period} from "../data/period.ts";
import {DAY, HOUR} from "../data/calendar.ts";
import type {TimeScale} from "./scale.ts";

export interface Tick {
  x: number;
  text: string;
  /** Whether a line is drawn; the first label may only name what the axis begins in. */
  line: boolean;
}

type Level = "hour" | "day" | "month" | "year";
interface Step {
  level: Level;
  length: number;
  /** Px between two of them, at least. */
  room: number;
  range(start: Date, end: Date): Date[];
}

const every = (interval: TimeInterval | null) => (start: Date, end: Date) => interval!.range(start, end);
/** Round years, before the first year as people count them there: 500 BC is the year -499. */
const everyYears = (n: number) => (start: Date, end: Date) =>
  utcYear
    .every(n)!
    .range(start, end)
    .map((date) => (date.getUTCFullYear() <= 0 && n > 1 ? utcYear.offset(date, 1) : date));
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const STEPS: Step[] = [
  ...[1, 3, 6, 12].map((n) => ({
    level: "hour" as const,
    length: n * HOUR,
    room: 54,
    range: every(utcHour.filter((date) => date.getUTCHours() % n === 0)),
  })),
  {level: "day", length: DAY, room: 58, range: every(utcDay)},
  {level: "day", length: 7 * DAY, room: 104, range: every(utcMonday)},
  ...[1, 3, 6].map((n) => ({
    level: "month" as const,
    length: n * 30.4 * DAY,
    room: n === 1 ? 44 : 52,
    range: every(utcMonth.every(n)),
  })),
  ...YEARS.map((n) => ({
    level: "year" as const,
    length: n * 365.25 * DAY,
    room: 44,
    range: everyYears(n),
  })),
];

const FORMATS: Record<Level, [plain: DateFormat, full: DateFormat]> = {
  hour: ["time", "dayShort"],
  day: ["dayShort", "dayShortYear"],
  month: ["monthShort", "monthShortYear"],
  year: ["year", "year"],
};
const MEANT: Record<Level, (date: Date, length: number) => boolean> = {
  hour: (date) => date.getUTCHours() === 0,
  day: (date, length) => date.getUTCMonth() === 0 && date.getUTCDate() <= length / DAY,
  month: (date) => date.getUTCMonth() === 0,
  year: () => false,
};

export interface TickOptions {
  scale: TimeScale;
  left: number;
  right: number;
  format(time: number, format: DateFormat): string;
  measure(text: string): number;
  /** Leave out years, where there is little room. */
  short: boolean;
}

/**
 * The finest calendar ticks that leave room for their words. The first label carries the year, and so does each that begins one;
 * labels never touch, and one that would run past the end is left out.
 */
export function axisTicks(extent: Period, options: TickOptions): Tick[] {
  const {scale, left, right, format, measure, short} = options;
  const step = STEPS.find(({length, room}) => scale.length(length) >= room) ?? STEPS.at(-1)!;
  const [plain, full] = FORMATS[step.level];
  const wordy = short && step.level !== "hour" ? plain : full;
  const dates = step.range(new Date(extent[0]), new Date(extent[1]));
  const ticks: Tick[] = [];
  const first = dates[0]?.getTime() ?? Infinity;
  const lead = format(extent[0] + (step.level === "hour" ? 0 : DAY), wordy);
  const room = Math.min(scale.x(first), right) - left;
  if (step.level !== "year" && room >= measure(lead) + 8) ticks.push({x: left, text: lead, line: false});
  let free = ticks.length === 0 ? -Infinity : left + measure(lead) + 6;
  for (const date of dates) {
    const x = scale.x(date.getTime());
    if (x < left - 0.5) continue;
    const text = format(date.getTime(), ticks.length === 0 || MEANT[step.level](date, step.length) ? wordy : plain);
    if (x < free) continue;
    const end = x + 5 + measure(text);
    // What stands beside the axis keeps its room: the last line may go without words.
    ticks.push({x, text: end <= right + 1 ? text : "", line: true});
    free = end + 8;
  }
  return ticks;
}
