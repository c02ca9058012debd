import {DAY, daysInMonth, ms} from "../calendar.ts";

/** A DATE or DATE-TIME of RFC 5545: the reading of calendar and clock as `Date.UTC` counts it. */
interface Moment {
  ms: number;
  isDate: boolean;
  isUtc: boolean;
}

const MOMENT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/i;
const DURATION = /^([+-])?P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/i;

function readMoment(text: string): Moment | null {
  const found = text.length > 16 ? null : MOMENT.exec(text);
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0));
  if (day! < 1 || day! > daysInMonth(year!, month!)) return null;
  return {
    ms: ms(year!, month, day, hour, minute, second),
    isDate: found[4] === undefined,
    isUtc: found[7] !== undefined,
  };
}

/** ISO 8601 for a date or time of RFC 5545, digit by digit, so that a day that is no day stays one; any other text as it stands. */
export function isoFromIcs(text: string): string {
  const found = text.length > 16 ? null : MOMENT.exec(text);
  if (found === null) return text;
  const [, year, month, day, hour, minute, second, utc] = found;
  const date = `${year}-${month}-${day}`;
  return hour === undefined ? date : `${date}T${hour}:${minute}:${second ?? "00"}${utc === undefined ? "" : "Z"}`;
}

/**
 * The end of an event as a person says it: the last day of one that takes whole days, whose DTEND is the day after, and the time of any other.
 * Without DTEND it is the start and the DURATION together; "" where neither is given.
 */
export function icsEnd(start: string, end: string, duration: string): string {
  const first = readMoment(start);
  if (end === "") {
    const length = readDuration(duration);
    if (first === null || length === null) return "";
    return written({...first, ms: first.ms + (first.isDate ? lastDay(length) : length)});
  }
  const last = readMoment(end);
  if (last === null || !last.isDate || first === null) return isoFromIcs(end);
  // Some write the same day twice for a single one.
  return last.ms > first.ms ? written({...last, ms: last.ms - DAY}) : isoFromIcs(end);
}

const lastDay = (length: number) => Math.max(0, Math.ceil(length / DAY) - 1) * DAY;

function readDuration(text: string): number | null {
  const found = text.length > 64 ? null : DURATION.exec(text);
  if (found === null || found[1] === "-") return null;
  const [weeks, days, hours, minutes, seconds] = found.slice(2).map((part) => Number(part ?? 0));
  return (weeks! * 7 + days!) * DAY + ((hours! * 60 + minutes!) * 60 + seconds!) * 1000;
}

function written({ms: time, isDate, isUtc}: Moment): string {
  const iso = new Date(time).toISOString();
  return isDate ? iso.slice(0, -14) : iso.slice(0, -5) + (isUtc ? "Z" : "");
}
