import {DATE_PRECISIONS, DAY, endOf, MINUTE, startOfDay, type DatePrecision} from "../data/calendar.ts";
import type {Dataset} from "../data/dataset.ts";
import type {DateFormat, I18n} from "../i18n/i18n.svelte.ts";

export interface When {
  text: string;
  /** How closely it is known, where the text does not say so itself. */
  precision: string;
}

const yearOf = (time: number) => new Date(time).getUTCFullYear();
const sameMonth = (a: number, b: number) =>
  yearOf(a) === yearOf(b) && new Date(a).getUTCMonth() === new Date(b).getUTCMonth();

/** The first of two days as far as it differs from the second. */
const firstOf = (first: number, last: number, i18n: I18n): string =>
  i18n.date(
    first,
    sameMonth(first, last) ? "dayOfMonth" : yearOf(first) === yearOf(last) ? "dayShort" : "dayShortYear",
  );

/** `8 Dec 2023, 04:15 · to the minute`: a stretch `[start, end)` of calendar ms in words, as closely as it is known and no closer. */
export function whenOf(start: number, end: number, precision: DatePrecision, i18n: I18n): When {
  const t = i18n.t.list;
  const last = Math.max(start, end - 1);
  switch (precision) {
    case "year":
    case "month": {
      const format: DateFormat = precision === "year" ? "year" : "monthYear";
      const [from, to] = [i18n.date(start, format), i18n.date(last, format)];
      return {text: from === to ? from : t.fromTo(from, to), precision: t.datePrecision[precision]};
    }
    case "week":
      return {text: t.weekOf(i18n.date(start, "dayShortYear")), precision: ""};
    case "range":
      if (startOfDay(start) === startOfDay(last)) break;
      return {text: t.between(firstOf(start, last, i18n), i18n.date(last, "dayShortYear")), precision: ""};
    case "hour":
    case "minute":
    case "second": {
      const first = t.dateTime(i18n.date(start, "dayShortYear"), i18n.date(start, "time"));
      const known = t.datePrecision[precision];
      if (end === endOf(start, precision) || end - start < MINUTE) return {text: first, precision: known};
      const until = i18n.date(end, "time");
      return startOfDay(start) === startOfDay(end)
        ? {text: `${first}–${until}`, precision: known}
        : {text: `${first} – ${t.dateTime(i18n.date(end, "dayShort"), until)}`, precision: known};
    }
  }
  if (end - start <= DAY) return {text: i18n.date(start, "dayShortYear"), precision: t.datePrecision.day};
  return {
    text: t.fromTo(firstOf(start, last, i18n), i18n.date(last, "dayShortYear")),
    precision: t.datePrecision.day,
  };
}

const stretch = ({columns}: Dataset, row: number) =>
  [columns.start[row]!, columns.end[row]!, DATE_PRECISIONS[columns.datePrecision[row]!]!] as const;

export const when = (dataset: Dataset, row: number, i18n: I18n): When => whenOf(...stretch(dataset, row), i18n);

/** What a line under its own day still has to say of the time: `04:15`, `week of 18 Oct`, or nothing. */
export function timeInDay(dataset: Dataset, row: number, i18n: I18n): string {
  const [start, end, precision] = stretch(dataset, row);
  const t = i18n.t.list;
  if (precision === "minute" || precision === "second") return i18n.date(start, "time");
  if (precision === "hour") return t.about(i18n.date(start, "time"));
  if (precision === "week") return t.weekOf(i18n.date(start, "dayShort"));
  if (precision === "range" && end - start > DAY)
    return t.between(firstOf(start, end - 1, i18n), i18n.date(end - 1, "dayShort"));
  if (precision === "day" && end - start > DAY)
    return t.fromTo(firstOf(start, end - 1, i18n), i18n.date(end - 1, "dayShort"));
  return "";
}
