import {DAY, endOf, HOUR, MINUTE, ms, startOfDay, type DatePrecision} from "../calendar.ts";

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");

/** Years that are not of four digits are in the expanded form of ISO 8601; year 0 is 1 BCE. */
const yearText = (year: number): string =>
  year >= 1000 && year <= 9999 ? String(year) : (year < 0 ? "-" : "+") + pad(Math.abs(year), 6);

const monthText = (date: Date): string => `${yearText(date.getUTCFullYear())}-${pad(date.getUTCMonth() + 1)}`;
const dayText = (date: Date): string => `${monthText(date)}-${pad(date.getUTCDate())}`;

function clockText(time: number): string {
  const date = new Date(time);
  const minutes = `${dayText(date)}T${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
  const milli = date.getUTCMilliseconds();
  return `${minutes}:${pad(date.getUTCSeconds())}${milli === 0 ? "" : `.${pad(milli, 3)}`}`;
}

const isYear = (time: number): boolean => time === ms(new Date(time).getUTCFullYear());
const isMonth = (time: number): boolean => time === startOfDay(time) && new Date(time).getUTCDate() === 1;

/** How precise the text of a start is by itself: as `precision` says where that loses nothing. */
export function textPrecision(start: number, precision: DatePrecision): DatePrecision {
  if (precision === "year" && isYear(start)) return "year";
  if (precision === "month" && isMonth(start)) return "month";
  if (precision === "hour" && start % HOUR === 0) return "minute";
  if (precision === "minute" && start % MINUTE === 0) return "minute";
  if (precision === "hour" || precision === "minute" || precision === "second") return "second";
  return start === startOfDay(start) ? "day" : start % MINUTE === 0 ? "minute" : "second";
}

/** A start in ISO 8601: `1914`, `1914-06`, `1914-06-28`, `2023-12-08T04:15`, `-000043-03-15`. */
export function startText(start: number, precision: DatePrecision): string {
  const date = new Date(start);
  switch (textPrecision(start, precision)) {
    case "year":
      return yearText(date.getUTCFullYear());
    case "month":
      return monthText(date);
    case "day":
      return dayText(date);
    case "minute":
      return clockText(start).slice(0, -3);
    default:
      return clockText(start);
  }
}

/**
 * The last day, month or year of a stretch that ends before `end`, or the clock time that it ends at; "" where the start alone says as much.
 */
export function endText(start: number, end: number, precision: DatePrecision): string {
  if (end === endOf(start, precision)) return "";
  if (end !== startOfDay(end)) return end % MINUTE === 0 ? clockText(end).slice(0, -3) : clockText(end);
  const last = new Date(end - DAY);
  if (precision === "year" && isYear(end)) return yearText(last.getUTCFullYear());
  return precision === "month" && isMonth(end) ? monthText(last) : dayText(last);
}
