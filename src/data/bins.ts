import {utcDay, utcMonday, utcMonth, utcYear, utcHour, type CountableTimeInterval} from "d3";
import {DAY, HOUR} from "./calendar.ts";
import type {Period} from "./period.ts";

/** How much time one column stands for. */
export const BIN_UNITS = ["hour", "day", "week", "month", "quarter", "year", "decade", "century"] as const;
export type BinUnit = (typeof BIN_UNITS)[number];

const decade = utcYear.every(10)!;
const century = utcYear.every(100)!;
const quarter = utcMonth.every(3)!;
/** The calendar boundaries of each unit. */
const INTERVAL: Record<BinUnit, Pick<CountableTimeInterval, "floor" | "offset">> = {
  hour: utcHour,
  day: utcDay,
  week: utcMonday,
  month: utcMonth,
  quarter: {floor: (date) => quarter.floor(date), offset: (date, n = 1) => utcMonth.offset(date, n * 3)},
  year: utcYear,
  decade: {floor: (date) => decade.floor(date), offset: (date, n = 1) => utcYear.offset(date, n * 10)},
  century: {floor: (date) => century.floor(date), offset: (date, n = 1) => utcYear.offset(date, n * 100)},
};
const LENGTH: Record<BinUnit, number> = {
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30.4 * DAY,
  quarter: 91.3 * DAY,
  year: 365.25 * DAY,
  decade: 3652.5 * DAY,
  century: 36525 * DAY,
};

/** The finest unit of which at most `most` columns (400, if not said) cover the period; hours only for a period of up to three days. */
export function binUnit([start, end]: Period, most = 400): BinUnit {
  const span = end - start;
  const units = span <= 3 * DAY ? BIN_UNITS : BIN_UNITS.slice(1);
  const fits = (unit: BinUnit) => span / LENGTH[unit] <= most + 1 && binEdges([start, end], unit).length - 1 <= most;
  return units.find(fits) ?? "century";
}

/** Calendar edges of the columns that cover the period, the first at or before its start and the last at or after its end. */
export function binEdges([start, end]: Period, unit: BinUnit): Float64Array {
  const interval = INTERVAL[unit];
  const edges: number[] = [];
  for (let at = interval.floor(new Date(start)); ; at = interval.offset(at, 1)) {
    edges.push(at.getTime());
    if (at.getTime() >= end) break;
  }
  return Float64Array.from(edges);
}

/** The next (`by` > 0) or an earlier boundary of the unit; `by` of them on. */
export function stepped(time: number, unit: BinUnit, by: number): number {
  const {floor, offset} = INTERVAL[unit];
  const start = floor(new Date(time));
  return offset(start, by < 0 && start.getTime() < time ? by + 1 : by).getTime();
}
