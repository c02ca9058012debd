/** The clock of a place: `wall(instant)` is its reading at a UTC instant, as the ms that `Date.UTC` gives for that reading. */
export interface Clock {
  wall(instant: number): number;
}

export const UTC: Clock = {wall: (instant) => instant};

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** How closely a time is known, coarsest first. A `range` is known to lie between a start and an end. */
export const DATE_PRECISIONS = ["year", "month", "week", "range", "day", "hour", "minute", "second"] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/**
 * A reading of a calendar and clock, with no zone: `ms` is what `Date.UTC` gives for that reading, so that day arithmetic is exact
 * and nothing shifts it. `precision` is what the text itself gives.
 */
export interface Stamp {
  ms: number;
  precision: DatePrecision;
}

const ISO =
  /^(\d{4}|[+-]\d{4,6})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/i;

/** Far enough from the ends of what a `Date` holds that no century around a year falls off. */
const LAST_YEAR = 200_000;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** Ms of a calendar reading; years 0 to 99 mean themselves and negative years are astronomical (0 is 1 BCE). */
export function ms(year: number, month = 1, day = 1, hour = 0, minute = 0, second = 0, milli = 0): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, milli);
  return date.getTime();
}

const digits = (text: string, at: number, count: number): number => {
  let n = 0;
  for (let i = at; i < at + count; i++) {
    const d = text.charCodeAt(i) - 48;
    if (d < 0 || d > 9) return NaN;
    n = n * 10 + d;
  }
  return n;
};

/**
 * Reads an ISO 8601 calendar date (year, year-month, day) or date-time. A time with an offset is turned into the clock of `zone`;
 * one without is taken as already local. A day that no calendar has (30 February) or any other text is null.
 */
export function parseDate(text: string, zone: Clock): Stamp | null {
  if (text.length === 10 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45) {
    const year = digits(text, 0, 4);
    const month = digits(text, 5, 2);
    const day = digits(text, 8, 2);
    if (year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)) {
      return {ms: year >= 100 ? Date.UTC(year, month - 1, day) : ms(year, month, day), precision: "day"};
    }
    return null;
  }
  if (text.length > 64) return null;
  const found = ISO.exec(text.trim());
  if (found === null) return null;
  const [, yearText, monthText, dayText, hourText, minuteText, secondText, fraction, offsetText] = found;
  const year = Number(yearText);
  if (Math.abs(year) > LAST_YEAR) return null;
  if (monthText === undefined) return {ms: ms(year), precision: "year"};
  const month = Number(monthText);
  if (month < 1 || month > 12) return null;
  if (dayText === undefined) return {ms: ms(year, month), precision: "month"};
  const day = Number(dayText);
  if (day < 1 || day > daysInMonth(year, month)) return null;
  if (hourText === undefined) return {ms: ms(year, month, day), precision: "day"};
  const hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  const milli = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, "0"));
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && (minute > 0 || second > 0 || milli > 0))) return null;
  const local = ms(year, month, day, hour, minute, second, milli);
  const precision = minuteText === undefined ? "hour" : secondText === undefined ? "minute" : "second";
  if (offsetText === undefined) return {ms: local, precision};
  const offset = parseOffset(offsetText);
  return offset === null ? null : {ms: zone.wall(local - offset), precision};
}

function parseOffset(text: string): number | null {
  if (text === "Z" || text === "z") return 0;
  const hours = digits(text, 1, 2);
  const minutes = text.length > 3 ? digits(text, text.length - 2, 2) : 0;
  if (hours > 18 || minutes > 59) return null;
  return (text.charCodeAt(0) === 45 ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
}

/** The first ms after the stretch that a stamp of this precision covers. A `range` of unknown end covers its day. */
export function endOf(start: number, precision: DatePrecision): number {
  const date = new Date(start);
  switch (precision) {
    case "year":
      return ms(date.getUTCFullYear() + 1);
    case "month":
      return ms(date.getUTCFullYear(), date.getUTCMonth() + 2);
    case "week":
      return start + 7 * DAY;
    case "hour":
      return start + HOUR;
    case "minute":
      return start + MINUTE;
    case "second":
      return start + 1000;
    default:
      return startOfDay(start) + DAY;
  }
}

export const startOfDay = (time: number): number => Math.floor(time / DAY) * DAY;
export const ceilDay = (time: number): number => Math.ceil(time / DAY) * DAY;

const pad = (n: number, width = 2) => String(n).padStart(width, "0");

/** `2023-12-08`, or `2023-12-08T04:15` when the reading is not a midnight. */
export function isoText(time: number): string {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  const yearText = year >= 0 && year <= 9999 ? pad(year, 4) : (year < 0 ? "-" : "+") + pad(Math.abs(year), 6);
  const day = `${yearText}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
  return time === startOfDay(time) ? day : `${day}T${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
}
