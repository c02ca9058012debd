import {DAY, daysInMonth, endOf, ms, type DatePrecision} from "../calendar.ts";

/** What one cell says about time. */
export interface DateReading {
  /** Calendar ms, and the first ms after the stretch that is meant. */
  readonly start: number;
  readonly end: number;
  readonly precision: DatePrecision;
  /** Written as roughly known: "about 1906", "c. 1850", "early March 2024", "Reported 08-Jan-2017". */
  readonly approximate?: boolean;
  /** Set where only this order of day and month can read the cell. */
  readonly settles?: "dmy" | "mdy";
}

/** Why a cell is no date: it says so or is empty; it cannot be read; it names a day or hour that no calendar or clock has. */
export type DateFault = "no-date" | "bad-date" | "unreal-date";
export type DateResult = DateReading | DateFault;

export const isReading = (result: DateResult | null): result is DateReading =>
  typeof result === "object" && result !== null;

/** Years beyond these are taken for nonsense; 9999 is what databases write for "never". Negative years are astronomical. */
const FIRST_YEAR = -200_000;
const NEVER = 9999;

/** One unit of the calendar that starts here. */
export const unit = (start: number, precision: DatePrecision): DateReading => ({
  start,
  end: endOf(start, precision),
  precision,
});

export const stretch = (start: number, end: number): DateReading => ({start, end, precision: "range"});

/** A year, and the month and day in it where they are not 0. Year 0 is 1 BCE. */
export function calendarDate(year: number, month: number, day: number): DateResult {
  if (year === NEVER) return "no-date";
  if (year > NEVER || year < FIRST_YEAR) return "bad-date";
  if (month === 0) return day === 0 ? unit(ms(year), "year") : "unreal-date";
  if (month > 12) return "unreal-date";
  if (day === 0) return unit(ms(year, month), "month");
  if (day > daysInMonth(year, month)) return "unreal-date";
  // What .NET and SQL Server write for a date that was never set.
  if (year === 1 && month === 1 && day === 1) return "no-date";
  const start = year >= 100 ? Date.UTC(year, month - 1, day) : ms(year, month, day);
  return {start, end: start + DAY, precision: "day"};
}

/** A year of two digits, in the hundred years that end with `lastYear`. */
export const fullYear = (twoDigits: number, lastYear: number): number =>
  lastYear - ((((lastYear - twoDigits) % 100) + 100) % 100);

/** The year for a date of 1 January that stands for all of it. */
export function wholeYear(result: DateResult): DateResult {
  if (!isReading(result) || result.precision !== "day") return result;
  const date = new Date(result.start);
  return date.getUTCMonth() === 0 && date.getUTCDate() === 1 ? {...result, ...unit(result.start, "year")} : result;
}
