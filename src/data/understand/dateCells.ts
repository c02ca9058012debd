import {HOUR, MINUTE, type Clock} from "../calendar.ts";
import type {DatePart, DateStyle} from "../reading.ts";
import {calendarDate, fullYear, isReading, type DateFault, type DateReading, type DateResult} from "./dateReading.ts";
import {foldText, LONGEST_DATE, saysUnknown} from "./dateText.ts";
import {atTime, readTime, type TimeOfDay} from "./dateTime.ts";
import {monthOf} from "./dateWords.ts";

/** A whole number, as spreadsheets and programs write one. */
const WHOLE = /^([+-]?\d{1,6})(?:[.,]0{1,6})?(?:st|nd|rd|th|er)?$/;
const UNKNOWN = 0;

function numberOf(text: string): number | null {
  const found = WHOLE.exec(text);
  return found === null ? null : Number(found[1]);
}

const folded = (cell: string | undefined): string => {
  const text = (cell ?? "").trim();
  return text.length > LONGEST_DATE ? text.slice(0, LONGEST_DATE) : foldText(text);
};

/** -9, -99, 0 and 99 are how tables of numbers say "not known". */
const isBlank = (text: string, most: number): boolean => {
  if (saysUnknown(text)) return true;
  const number = numberOf(text);
  return number !== null && (number < 0 || (number > most && /^9{2,4}$/.test(text)));
};

function monthIn(cell: string | undefined): number | DateFault {
  const text = folded(cell);
  if (isBlank(text, 12)) return UNKNOWN;
  const number = numberOf(text);
  if (number !== null) return number <= 12 ? number : "unreal-date";
  return monthOf(text.replace(/\.$/, "")) || "bad-date";
}

function dayIn(cell: string | undefined): number | DateFault {
  const text = folded(cell);
  if (isBlank(text, 31)) return UNKNOWN;
  const number = numberOf(text);
  return number === null ? "bad-date" : number <= 31 ? number : "unreal-date";
}

/** A year: a number, before the common era when it is negative, or what a text says that reads as a stretch of time. */
function yearIn(cell: string | undefined, style: DateStyle, whole: (text: string) => DateResult): number | DateResult {
  const text = folded(cell);
  if (/^-(?:9|99|999|9999)$/.test(text) || saysUnknown(text)) return "no-date";
  const number = numberOf(text);
  if (number === null || /^[+-]?\d{5}/.test(text)) return whole(text);
  if (number === 9999) return "no-date";
  if (number < 0) return 1 + number;
  return /^\d{1,2}(?:[.,]0+)?$/.test(text) ? fullYear(number, style.lastYear) : number;
}

/** A time of day: 14:30, 2.30 pm, and as a bare number hours and minutes, 1430 or 930; null where none can be read. */
function timeIn(cell: string | undefined): TimeOfDay | null {
  const text = folded(cell);
  const number = /^\d{1,4}(?:\.0)?$/.test(text) ? numberOf(text) : null;
  if (number !== null) return hourAndMinute(Math.floor(number / 100), number % 100);
  const fraction = /^0?[.,](\d{1,15})$/.exec(text);
  if (fraction !== null)
    return {ms: Math.round(Number(`0.${fraction[1]}`) * 1440) * MINUTE, precision: "minute", offset: null};
  const time = readTime(text.replace(/^(\d{1,2})\.(\d{2})(?=$|[ .])/, "$1:$2").replace(/^t/, ""));
  return time === null || time === "unreal-date" ? null : time;
}

const hourAndMinute = (hour: number, minute: number): TimeOfDay | null =>
  hour > 24 || minute > 59 || (hour === 24 && minute > 0)
    ? null
    : {ms: hour * HOUR + minute * MINUTE, precision: "minute", offset: null};

function hourIn(hourCell: string | undefined, minuteCell: string | undefined): TimeOfDay | null {
  const text = folded(hourCell);
  const hour = numberOf(text);
  if (hour === null) return timeIn(text === "" ? "" : text);
  if (hour < 0 || hour > 24) return null;
  const minute = numberOf(folded(minuteCell));
  return minute === null || minute < 0 || minute > 59
    ? {ms: hour * HOUR, precision: "hour", offset: null}
    : hourAndMinute(hour, minute);
}

/**
 * Joins the cells of a split date. What is blank or says "not known" makes the date coarser: no month, a year. A time that cannot be read
 * leaves the day; a year, month or day that cannot be read is a fault.
 */
export function joinParts(
  parts: readonly DatePart[],
  style: DateStyle,
  clock: Clock,
  readerOf: (style: DateStyle) => (text: string) => DateResult,
): (cells: readonly string[]) => DateReading | DateFault {
  const at = (part: DatePart): number => parts.indexOf(part);
  const [date, year, month, day] = [at("date"), at("year"), at("month"), at("day")];
  const [time, hour, minute] = [at("time"), at("hour"), at("minute")];
  const whole = readerOf(time === -1 && hour === -1 ? style : {...style, midnight: "day"});
  const yearText = readerOf({...style, numbers: "year"});
  const cell = (cells: readonly string[], index: number) => (index === -1 ? undefined : cells[index]);

  const dayOf = (cells: readonly string[]): DateResult => {
    if (date !== -1) return whole(cells[date] ?? "");
    if (year === -1) return "no-date";
    const y = yearIn(cells[year], style, yearText);
    const m = monthIn(cell(cells, month));
    const d = dayIn(cell(cells, day));
    if (typeof y === "string") return y;
    if (typeof m === "string") return m;
    if (typeof d === "string") return d;
    if (typeof y !== "number") {
      if (m === UNKNOWN) return y;
      if (y.precision !== "year") return "bad-date";
      const dated = calendarDate(new Date(y.start).getUTCFullYear(), m, d);
      return isReading(dated) && y.approximate ? {...dated, approximate: true} : dated;
    }
    return calendarDate(y, m, m === UNKNOWN ? UNKNOWN : d);
  };

  return (cells) => {
    const found = dayOf(cells);
    if (!isReading(found) || found.precision !== "day") return found;
    const clockTime = time !== -1 ? timeIn(cells[time]) : hour !== -1 ? hourIn(cells[hour], cell(cells, minute)) : null;
    return clockTime === null ? found : atTime(found, clockTime, style, clock);
  };
}
