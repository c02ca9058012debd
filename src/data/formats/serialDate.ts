import type {ShownDate} from "./numberFormat.ts";

const DAY = 86_400_000;
/** Day 0 of either count, as ms since 1970. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** The day after 31 December 9999, where both counts end. */
const END = Date.UTC(10_000, 0, 1);
const UNIT = {minute: 60_000, second: 1000} as const;

const two = (value: number) => String(value).padStart(2, "0");

/**
 * A spreadsheet's number as the date or time that its format shows, in ISO 8601; null where no date can be shown. Days before March 1900 are
 * one off in the 1900 count, which has a 29 February 1900 (number 60) and a 0 January (number 0): both are written so, and no calendar has them.
 */
export function serialDate(serial: number, shown: ShownDate, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0) return null;
  const unit = shown.fraction > 0 ? 10 ** (3 - shown.fraction) : shown.time === "second" ? 1000 : 1;
  const ms = Math.round((serial * DAY) / unit) * unit;
  const time = shown.time === null ? "" : clock(shown.date === null && shown.elapsed ? ms : ms % DAY, shown);
  if (shown.date === null) return time;
  const date = day(Math.floor(ms / DAY), from1904);
  if (date === null) return null;
  return date.slice(0, {year: 4, month: 7, day: 10}[shown.date]) + (time === "" ? "" : `T${time}`);
}

function day(days: number, from1904: boolean): string | null {
  if (!from1904 && days === 0) return "1900-01-00";
  if (!from1904 && days === 60) return "1900-02-29";
  const ms = (from1904 ? EPOCH_1904 : EPOCH_1900) + (days + (!from1904 && days < 60 ? 1 : 0)) * DAY;
  return ms < END ? new Date(ms).toISOString().slice(0, 10) : null;
}

function clock(ms: number, {time, fraction}: ShownDate): string {
  const minutes = Math.floor(ms / UNIT.minute);
  const text = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  if (time !== "second") return text;
  const rest = ms % UNIT.minute;
  const seconds = `${text}:${two(Math.floor(rest / UNIT.second))}`;
  return fraction === 0
    ? seconds
    : `${seconds}.${String(rest % UNIT.second)
        .padStart(3, "0")
        .slice(0, fraction)}`;
}
