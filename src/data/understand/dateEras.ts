import {DAY, ms} from "../calendar.ts";
import {once} from "../once.ts";
import {calendarDate, isReading, unit, type DateResult} from "./dateReading.ts";

/** How the years of a folded text are counted. */
export type Era = "bce" | "ce" | "hijri";

const BCE = String.raw`b\.? ?c\.?(?: ?e\.?)?|av(?:ant)?\.? ?j\.? ?-? ?c\.?|a\.? ?c\.?|v\.? ?chr\.?|v\.? ?u\.? ?z\.?|p\.? ?n\.? ?e\.?|пр\.? ?н\.? ?е\.?|до н\.? ?[эе]\.?|π\.? ?χ\.?|ق\.? ?م\.?`;
const CE = String.raw`a\.? ?d\.?|c\.? ?e\.?|apr?(?:es)?\.? ?j\.? ?-? ?c\.?|d\.? ?c\.?|n\.? ?chr\.?|n\.? ?[eэе]\.?|н\.? ?[эе]\.?|μ\.? ?χ\.?|م`;
const HIJRI = String.raw`a\.? ?h\.?|ه\.?|هجري(?:ه)?`;

const BEHIND = new RegExp(`^(.*\\d)(?: ?(?:(${BCE})|(${CE})|(${HIJRI})))$`);
const BEFORE = /^(?:(b\.?c\.?(?:e\.?)?|m\.?o\.?|公元前|前)|(a\.?d\.?|m\.?s\.?|公元|西暦))[ ]?(\d.*)$/;

/** Takes the letters of an era off a folded text, before or behind it; null when there are none. */
export function takeEra(text: string): {era: Era; rest: string} | null {
  const behind = BEHIND.exec(text);
  if (behind !== null) return {era: behind[2] ? "bce" : behind[3] ? "ce" : "hijri", rest: behind[1]!};
  const before = BEFORE.exec(text);
  return before === null ? null : {era: before[1] ? "bce" : "ce", rest: before[3]!};
}

const JAPANESE = /^(明治|大正|昭和|平成|令和)(\d{1,2}|元)年/;
const YEAR_BEFORE: ReadonlyMap<string, number> = new Map([
  ["明治", 1867],
  ["大正", 1911],
  ["昭和", 1925],
  ["平成", 1988],
  ["令和", 2018],
]);

/** Writes the year of a Japanese reign as one of the common era: 令和6年 is 2024年. */
export const withoutReign = (text: string): string =>
  text.replace(JAPANESE, (_, reign: string, year: string) => {
    return `${(YEAR_BEFORE.get(reign) ?? 0) + (year === "元" ? 1 : Number(year))}年`;
  });

/** 16 July 622 of the Julian calendar, the first day of the Islamic one. */
const HIJRA = ms(622, 7, 19);
const daysBefore = (year: number, month: number): number =>
  (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1));

/** The calendar of Saudi Arabia, whose months are decreed; known from 1300 to 1600. To make it takes longer than to read a small file. */
const ummAlQura = once(
  () =>
    new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
      timeZone: "UTC",
      year: "numeric",
      month: "numeric",
      day: "numeric",
    }),
);
const FIRST_DECREED = 1300;
const FARTHEST = 3;

/** First ms of a day of the Islamic calendar: as decreed where that is known, else by the tabular rule (30 years of 10 631 days). */
function hijriDay(year: number, month: number, day: number): number {
  const tabular = HIJRA + (daysBefore(year, month) + day - 1) * DAY;
  if (year < FIRST_DECREED) return tabular;
  for (let shift = -FARTHEST; shift <= FARTHEST; shift++) {
    const parts = ummAlQura().formatToParts(tabular + shift * DAY);
    const number = (type: string) => Number.parseInt(parts.find((part) => part.type === type)?.value ?? "", 10);
    if (number("day") === day && number("month") === month && number("year") === year) return tabular + shift * DAY;
  }
  return tabular;
}

/** A date of the Islamic calendar. Months that are seen begin a day earlier or later from place to place, so that it is approximate. */
export function hijriDate(year: number, month: number, day: number): DateResult {
  if (year < 1 || year > 1600) return "bad-date";
  if (month > 12 || day > 30 || (month === 0 && day > 0)) return "unreal-date";
  if (day > 0) return {...unit(hijriDay(year, month, day), "day"), approximate: true};
  const start = hijriDay(year, month || 1, 1);
  const end = month > 0 && month < 12 ? hijriDay(year, month + 1, 1) : hijriDay(year + 1, 1, 1);
  return {start, end, precision: "range", approximate: true};
}

/** A date as numbers, in the era it is counted in; a month or day of 0 is not known. */
export function dateInEra(year: number, month: number, day: number, era: Era | null): DateResult {
  if (era === "hijri") return hijriDate(year, month, day);
  if (era !== "bce") return calendarDate(year, month, day);
  if (year < 1) return "bad-date";
  const result = calendarDate(1 - year, month, day);
  return isReading(result) ? result : result === "no-date" ? "bad-date" : result;
}
