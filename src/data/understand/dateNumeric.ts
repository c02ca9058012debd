import {DAY, daysInMonth, ms, type Clock} from "../calendar.ts";
import type {DateStyle} from "../reading.ts";
import {calendarDate, fullYear, isReading, stretch, unit, type DateResult} from "./dateReading.ts";
import {atTime, readTime} from "./dateTime.ts";

const ZERO = 48;
const SLASH = 47;
const DOT = 46;
const HYPHEN = 45;
const SPACE = 32;
const SMALL_T = 116;

/**
 * Reads a date written in numbers with one sign between them, with or without a time after it: 2024-01-31, 31.01.24, 8/1/1966 14:30,
 * 2024-01-31T10:00:00Z, 06/2024, 2024-031, 1914-1918. Null for any other text. No regex until a time follows: this is the way of millions.
 */
export function readNumeric(text: string, style: DateStyle, clock: Clock): DateResult | null {
  const length = text.length;
  let at = 0;
  let code = 0;
  let a = 0;
  for (; at < length && (code = text.charCodeAt(at) - ZERO) >= 0 && code <= 9; at++) a = a * 10 + code;
  const aLength = at;
  if (aLength === 0 || aLength > 4 || at === length) return null;
  const sign = text.charCodeAt(at);
  if (sign !== HYPHEN && sign !== SLASH && sign !== DOT && sign !== SPACE) return null;
  const bAt = ++at;
  let b = 0;
  for (; at < length && (code = text.charCodeAt(at) - ZERO) >= 0 && code <= 9; at++) b = b * 10 + code;
  const bLength = at - bAt;
  if (bLength === 0 || bLength > 4) return null;
  if (at === length) return twoNumbers(a, aLength, b, bLength, sign);
  if (text.charCodeAt(at) !== sign) return null;
  const cAt = ++at;
  let c = 0;
  for (; at < length && (code = text.charCodeAt(at) - ZERO) >= 0 && code <= 9; at++) c = c * 10 + code;
  const cLength = at - cAt;
  if (cLength === 0 || cLength > 4 || bLength > 2) return null;
  let day: DateResult;
  if (aLength === 3 || cLength === 3) return null;
  if (aLength === 4) {
    if (cLength > 2) return null;
    day = a === 0 ? "no-date" : calendarDate(a, b, c);
  } else if (cLength === 4) day = c === 0 ? "no-date" : inOrder(a, b, c, style.order === "mdy");
  else if (cLength === 1) return null;
  else if (style.order === "ymd") {
    day = calendarDate(fullYear(a, style.lastYear), b, c);
    if (!isReading(day)) day = inOrder(a, b, fullYear(c, style.lastYear), false);
  } else day = inOrder(a, b, fullYear(c, style.lastYear), style.order === "mdy");
  return at === length ? day : withRest(text, at, day, style, clock);
}

const OFFSET_ONLY = /^(?:z|[+-]\d{2}:\d{2})$/i;

function withRest(text: string, at: number, day: DateResult, style: DateStyle, clock: Clock): DateResult | null {
  const first = text.charCodeAt(at);
  if (first === SPACE || first === 44 || (first | 32) === SMALL_T) {
    const rest = text.slice(at + 1).trimStart();
    const time = readTime(rest) ?? ((first | 32) === SMALL_T ? readHour(rest) : null);
    return time === null ? null : atTime(day, time, style, clock);
  }
  return OFFSET_ONLY.test(text.slice(at)) ? day : null;
}

const HOUR_ONLY = /^(\d{2})(z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** The hour alone that ISO 8601 allows behind a T. */
function readHour(text: string): ReturnType<typeof readTime> {
  const found = HOUR_ONLY.exec(text);
  const time = found === null ? null : readTime(`${found[1]}:00${found[2] ?? ""}`);
  return typeof time === "object" && time !== null ? {...time, precision: "hour"} : time;
}

/** Day and month in the order wanted, or in the other one where only that is a day. */
function inOrder(a: number, b: number, year: number, monthFirst: boolean): DateResult {
  const dmy = isDay(year, b, a);
  const mdy = isDay(year, a, b);
  if (dmy || mdy) {
    const day = (monthFirst ? mdy : !dmy) ? calendarDate(year, a, b) : calendarDate(year, b, a);
    if (dmy === mdy || !isReading(day)) return day;
    return {start: day.start, end: day.end, precision: day.precision, settles: dmy ? "dmy" : "mdy"};
  }
  // Parts that are not known are written 00 in some files.
  if (a === 0 && b <= 12) return calendarDate(year, b, 0);
  if (b === 0 && a <= 12) return calendarDate(year, a, 0);
  return "unreal-date";
}

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && day >= 1 && day <= daysInMonth(year, month);

function twoNumbers(a: number, aLength: number, b: number, bLength: number, sign: number): DateResult | null {
  if (aLength === 4 && bLength === 4) return a < b && sign !== DOT ? stretch(ms(a), ms(b + 1)) : "bad-date";
  if (sign === SPACE || (sign === DOT && aLength === 4)) return null;
  if (aLength === 4 && bLength === 3) return sign === HYPHEN && isModern(a) ? dayOfYear(a, b) : null;
  if (aLength === 4 && bLength === 2 && b > 12) {
    const last = a - (a % 100) + b;
    return last > a ? stretch(ms(a), ms(last + 1)) : "unreal-date";
  }
  if (aLength === 4 && bLength <= 2) return a === 0 ? "no-date" : calendarDate(a, b, 0);
  if (bLength === 4 && aLength <= 2) return b === 0 ? "no-date" : calendarDate(b, a, 0);
  return null;
}

/** Days are counted through the year by programs only; 1505-096 is the number of a volcano. */
const isModern = (year: number): boolean => year >= 1800 && year <= 2100;

function dayOfYear(year: number, day: number): DateResult {
  const start = ms(year) + (day - 1) * DAY;
  return day >= 1 && start < ms(year + 1) ? unit(start, "day") : "unreal-date";
}
