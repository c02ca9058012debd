import {startOfDay, type Clock} from "../calendar.ts";
import type {DateStyle} from "../reading.ts";
import {fullYear, isReading, type DateReading, type DateResult} from "./dateReading.ts";
import {atTime, readTime} from "./dateTime.ts";
import {MONTH_NAMES} from "./dateWords.ts";
import {readWritten} from "./dateWritten.ts";

const OPENING = /^(?:from|between|du|de|entre|vom|von|zwischen|del|desde|dal|tra|fra|van|tussen|od|с|з|من|بين) (.+)$/;
const BETWEEN =
  / ?(?:\.{2,3}|[–~→]) ?| (?:-|to|till|til|until|through|thru|and|&|au|a|et|bis|und|al|hasta|y|e|tot|en|do|i|по|до|и|إلى|الي|حتي|و) /g;
const MOST_SPLITS = 3;

/** Places where a text may be two dates, the likeliest first. */
function splitsOf(text: string): [left: string, right: string][] {
  const at = (start: number, end: number): [string, string] => [text.slice(0, start).trim(), text.slice(end).trim()];
  const splits = [...text.matchAll(BETWEEN)].slice(0, MOST_SPLITS).map((m) => at(m.index, m.index + m[0].length));
  const slash = text.indexOf("/");
  if (slash !== -1 && slash === text.lastIndexOf("/")) splits.push(at(slash, slash + 1));
  const hyphens = [...text.matchAll(/-/g)];
  if (hyphens.length === 1 || (hyphens.length <= MOST_SPLITS && /\p{L}/u.test(text)))
    for (const {index} of hyphens) splits.push(at(index, index + 1));
  return splits.filter(([left, right]) => left !== "" && right !== "");
}

/** Year and month of a reading, as words to complete the other half with. */
function wordsOf({start}: DateReading): {month: string; year: string} {
  const date = new Date(start);
  const year = date.getUTCFullYear();
  return {month: MONTH_NAMES[date.getUTCMonth()]!, year: year > 0 ? String(year).padStart(4, "0") : `${1 - year} bc`};
}

const DAY_ONLY = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?$/;
const DAY_AND_YEAR = /^(\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{1,4} bce?)$/;

/**
 * Reads two dates with a word or sign between them, where one may borrow month and year of the other: 5-9 January 2024, Nov–Dec 1950,
 * April 28 - May 2, 1945, 1942–43, 2024-01-05/2024-01-09. Null when it is no such text.
 */
export function readRange(folded: string, style: DateStyle, clock: Clock): DateResult | null {
  const text = OPENING.exec(folded)?.[1] ?? folded;
  let fault: DateResult | null = null;
  for (const [left, right] of splitsOf(text)) {
    const read = between(left, right, style, clock);
    if (isReading(read)) return read;
    if (read !== null) fault ??= read;
  }
  return fault;
}

function between(left: string, right: string, style: DateStyle, clock: Clock): DateResult | null {
  const read = (text: string) => readWritten(text, style, clock);
  let from = read(left);
  let to = read(right);
  if (isReading(to) && from === null) from = completeLeft(left, to, read);
  else if (isReading(from) && to === null) to = completeRight(right, from, style, clock);
  else if (from === null && to === null) {
    const shared = DAY_AND_YEAR.exec(right);
    if (shared !== null) from = read(`${left} ${shared[2]}`);
    if (shared !== null && isReading(from)) to = read(`${shared[1]} ${wordsOf(from).month} ${shared[2]}`);
  }
  if (!isReading(from) || !isReading(to)) return from === "unreal-date" || to === "unreal-date" ? "unreal-date" : null;
  const settles = from.settles ?? to.settles;
  if (settles !== (to.settles ?? settles)) return "bad-date";
  if (settles !== undefined && settles !== style.order) return between(left, right, {...style, order: settles}, clock);
  if (to.start < from.start) return "bad-date";
  return {
    start: from.start,
    end: to.end,
    precision: to.start === from.start && to.end === from.end ? to.precision : "range",
    ...(from.approximate || to.approximate ? {approximate: true} : {}),
    ...(settles === undefined ? {} : {settles}),
  };
}

function completeLeft(left: string, to: DateReading, read: (text: string) => DateResult | null): DateResult | null {
  const {month, year} = wordsOf(to);
  if (to.precision === "year") return year.endsWith("bc") && /^\d{1,4}$/.test(left) ? read(`${left} bc`) : null;
  const day = DAY_ONLY.exec(left);
  if (day !== null) return to.precision === "month" ? null : read(`${day[1]} ${month} ${year}`);
  return read(`${left} ${year}`) ?? (/[./]$/.test(left) ? read(`${left}${year}`) : null);
}

function completeRight(right: string, from: DateReading, style: DateStyle, clock: Clock): DateResult | null {
  const {month, year} = wordsOf(from);
  const number = DAY_ONLY.exec(right)?.[1];
  if (number !== undefined && from.precision === "day") return readWritten(`${number} ${month} ${year}`, style, clock);
  if (number !== undefined) {
    if (from.precision !== "year" || number.length !== 2 || Number(year) < 1) return null;
    const last = fullYear(Number(number), Number(year) - (Number(year) % 100) + 99);
    return last > Number(year) ? readWritten(String(last), style, clock) : null;
  }
  const time = readTime(right);
  if (time === null) return readWritten(`${right} ${year}`, style, clock);
  const day = {...from, start: startOfDay(from.start), precision: "day"} as const;
  return from.precision === "day" ? null : atTime(day, time, style, clock);
}
