import {DAY, ms, type Clock, type DatePrecision} from "../calendar.ts";
import type {DateStyle} from "../reading.ts";
import {calendarDate, fullYear, unit, type DateFault, type DateResult} from "./dateReading.ts";
import {atTime} from "./dateTime.ts";

const NUMBER = /^([+-]?)(\d{1,17})(?:[.,](\d{1,17}))?$/;
/** What tables write for "not known", as numbers. */
const SENTINELS: ReadonlySet<number> = new Set([0, -9, -99, -999, -9999, 9999]);
const MOST_SECONDS = 1e11;
const MOST_MS = 1e14;
const FIRST_OF_1970 = 0;

/** Reads a bare number as the style says what one means; null for a text that is no number. */
export function readNumber(text: string, style: DateStyle, clock: Clock): DateResult | null {
  const found = NUMBER.exec(text);
  if (found === null) return null;
  const [, sign, whole, fraction] = found as unknown as [string, string, string, string | undefined];
  const value = (sign === "-" ? -1 : 1) * Number(fraction === undefined ? whole : `${whole}.${fraction}`);
  if (SENTINELS.has(value)) return "no-date";
  const {numbers} = style;
  if (numbers === "seconds") return Math.abs(value) < MOST_SECONDS ? instant(value * 1000, style, clock) : "bad-date";
  if (numbers === "milliseconds") return Math.abs(value) < MOST_MS ? instant(value, style, clock) : "bad-date";
  if ((numbers === "days1900" || numbers === "days1904") && !(Number.isInteger(value) && isYear(value)))
    return whole.length < 8 ? serialDay(value, numbers, style, clock) : compact(whole, style, clock);
  if (!Number.isInteger(value)) return "bad-date";
  if (whole.length >= 6) return sign === "" ? compact(whole, style, clock) : "bad-date";
  if (sign === "-" && !whole.startsWith("0")) return calendarDate(1 - Number(whole), 0, 0);
  if (whole.length === 4) return calendarDate(value, 0, 0);
  if (whole.length === 3) return value >= 100 || sign === "-" ? calendarDate(value, 0, 0) : "bad-date";
  // A style whose years of two digits lie in the first century takes them, and any shorter ones, as they stand.
  return whole.length < 3 && style.lastYear < 100 ? calendarDate(fullYear(value, style.lastYear), 0, 0) : "bad-date";
}

const isYear = (value: number): boolean => value >= 1000 && value <= 2100;

/** An instant since 1970; a day where the style says that midnights say no more. */
export function instant(utc: number, style: DateStyle, clock: Clock): DateResult {
  if (style.midnight === "day" && utc % DAY === FIRST_OF_1970) return unit(utc, "day");
  const start = clock.wall(Math.round(utc));
  return Number.isFinite(start) ? unit(start, "second") : "bad-date";
}

/** 202401, 20240131, 202401311430 and 20240131143000. */
function compact(digits: string, style: DateStyle, clock: Clock): DateResult {
  const part = (at: number, length = 2) => Number(digits.slice(at, at + length));
  const year = part(0, 4);
  const {length} = digits;
  if (!isYear(year)) return "bad-date";
  if (length === 6) return part(4) === 0 ? "bad-date" : calendarDate(year, part(4), 0);
  if (length === 8) return calendarDate(year, part(4), part(6));
  if (length !== 12 && length !== 14) return "bad-date";
  const day = calendarDate(year, part(4), part(6));
  if (part(8) > 23 || part(10) > 59 || part(12) > 59) return "unreal-date";
  const time = (part(8) * 3600 + part(10) * 60 + part(12)) * 1000;
  return atTime(day, {ms: time, precision: length === 12 ? "minute" : "second", offset: null}, style, clock);
}

/** Days before day 0 of a spreadsheet's calendar, and the last day it can show (31 December 9999). */
const DAY_0 = {days1900: ms(1899, 12, 30), days1904: ms(1904, 1, 1)} as const;
const LAST_SERIAL = 2_958_465;
/** Lotus 1-2-3 took 1900 for a leap year and Excel kept its 29 February, so that days before it count from one day later. */
const FALSE_LEAP_DAY = 60;

function serialDay(serial: number, numbers: "days1900" | "days1904", style: DateStyle, clock: Clock): DateResult {
  if (serial > LAST_SERIAL || serial < 1) return "bad-date" satisfies DateFault;
  let whole = Math.floor(serial);
  let seconds = Math.round((serial - whole) * 86_400);
  if (seconds === 86_400) {
    whole++;
    seconds = 0;
  }
  if (numbers === "days1900" && whole === FALSE_LEAP_DAY) return "unreal-date";
  const shift = numbers === "days1900" && whole < FALSE_LEAP_DAY ? 1 : 0;
  const day = unit(DAY_0[numbers] + (whole + shift) * DAY, "day");
  if (Number.isInteger(serial)) return day;
  const precision: DatePrecision = seconds % 60 === 0 ? "minute" : "second";
  return atTime(day, {ms: seconds * 1000, precision, offset: null}, style, clock);
}
