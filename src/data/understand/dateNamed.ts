import type {DateStyle} from "../reading.ts";
import {dateInEra, type Era} from "./dateEras.ts";
import {fullYear, type DateResult} from "./dateReading.ts";
import {AMBIGUOUS, beginsPair, hijriMonthOf, isFiller, isOrdinal, monthOf, weekdayOf} from "./dateWords.ts";

/** The words and numbers of a folded text, and which of them say something about a date. */
export interface DateTokens {
  numbers: {
    value: number;
    length: number;
    /** Stands behind a `-` or `'`, as in Jan-24 and Jan '24. */ joined: boolean;
  }[];
  months: number[];
  hijri: boolean;
  /** Whether the month's name comes before the first number. */
  monthFirst: boolean;
  /** 0 for Sunday; null where none is named, or not for sure. */
  weekday: number | null;
}

const TOKEN = /\d+|\p{L}+|[^\s\p{L}\d]+/gu;
const SIGNS = /^[,./'-]+$/;

/** Null for a text with any word or sign in it that does not belong to a date. */
export function tokensOf(text: string): DateTokens | null {
  const tokens = text.match(TOKEN);
  if (tokens === null || tokens.length > 24) return null;
  const found: DateTokens = {numbers: [], months: [], hijri: false, monthFirst: false, weekday: null};
  let before = "";
  for (let i = 0; i < tokens.length; before = tokens[i]!, i++) {
    const token = tokens[i]!;
    if (/^\d/.test(token)) {
      if (token.length > 4) return null;
      found.numbers.push({value: Number(token), length: token.length, joined: before === "-" || before === "'"});
      continue;
    }
    if (SIGNS.test(token)) continue;
    if (/^\d/.test(before) && isOrdinal(token)) continue;
    const next = tokens[i + 1] ?? "";
    const pair = beginsPair(token) ? `${token} ${next}` : "";
    const paired = monthOf(pair) || hijriMonthOf(pair);
    const named = paired || monthOf(token) || hijriMonthOf(token);
    if (named > 0) {
      found.hijri ||= (paired ? hijriMonthOf(pair) : monthOf(token) > 0 ? 0 : hijriMonthOf(token)) > 0;
      found.monthFirst ||= found.numbers.length === 0;
      found.months.push(named);
      if (paired) i++;
      // Mardi, martes and martedì are cut to three letters like March.
      if (found.months.length === 2 && token !== tokens[0] && /^mar/.test(tokens[0]!)) found.months.shift();
      continue;
    }
    const weekday = weekdayOf(token);
    if (weekday !== undefined) found.weekday = weekday === AMBIGUOUS ? null : weekday;
    else if (!isFiller(token)) return null;
  }
  return found;
}

/** Reads `5 January 2024`, `Jan 5, 24`, `2024 March 5`, `Jan-24` and a year alone; null when the numbers do not fit. */
export function namedDate(
  {numbers, months, hijri, monthFirst}: DateTokens,
  era: Era | null,
  style: DateStyle,
): DateResult | null {
  const calendar = hijri ? "hijri" : era;
  const whole = (number: DateTokens["numbers"][number]): number =>
    number.length <= 2 && calendar === null ? fullYear(number.value, style.lastYear) : number.value;
  if (months.length > 1 || numbers.length === 0) return null;
  const [first, second] = numbers as [DateTokens["numbers"][number], DateTokens["numbers"][number] | undefined];
  if (months.length === 0) {
    const isYear = numbers.length === 1 && (first.length === 4 || calendar !== null);
    return isYear ? dateInEra(first.value, 0, 0, calendar) : null;
  }
  const month = months[0]!;
  if (second === undefined) {
    const isYear = first.length >= 3 || calendar !== null || (monthFirst && first.joined);
    return isYear ? dateInEra(whole(first), month, 0, calendar) : null;
  }
  if (numbers.length > 2) return null;
  const yearFirst = first.length >= 3 || (first.value > 31 && second.length <= 2 && second.value <= 31);
  const [year, day] = yearFirst ? [first, second] : [second, first];
  return day.length > 2 ? null : dateInEra(whole(year), month, day.value, calendar);
}
