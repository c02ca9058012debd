import type {Clock} from "../calendar.ts";
import type {DateStyle} from "../reading.ts";
import {dateInEra, takeEra, withoutReign, type Era} from "./dateEras.ts";
import {namedDate, tokensOf} from "./dateNamed.ts";
import {instant} from "./dateNumbers.ts";
import {readNumeric} from "./dateNumeric.ts";
import {readPeriod} from "./datePeriods.ts";
import {calendarDate, isReading, type DateResult} from "./dateReading.ts";
import {atTime, readTime, takeTime} from "./dateTime.ts";

const SIGNED = /^([+-]\d{4,6})-(\d{2})(?:-(\d{2})(?:[t ](.+))?)?$/;
const BASIC = /^(\d{4})(\d{2})(\d{2})t(\d{2})(\d{2})(\d{2})?(.*)$/;
const DOT_NET = /^\\?\/date\((-?\d{1,15})(?:[+-]\d{4})?\)\\?\/$/;
const EAST_ASIAN =
  /^(\d{2,4}) ?[年년] ?(?:(\d{1,2}) ?[月월] ?(?:(\d{1,2}) ?[日号號일]?(?: ?\(?(?:(?:星期|周|週)[一二三四五六日天]|[日月火水木金土](?:曜日?)?|[일월화수목금토](?:요일)?)\)?)?)?)?$/;
const EAST_ASIAN_TIME = /(\d{1,2}) ?[時时시点點] ?(\d{1,2}) ?[分분](?: ?(\d{1,2}) ?[秒초])?/;
const COUNTED = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/;
const DAY_BEFORE = /^(\p{L}+)[.,]{0,2} ?(\d.*)$/u;

const ROUGHLY = /^(?:[~≈±]|c\.?|ca\.?|cca\.?|circa) ?(\d.*)$/;
const ROUGH_WORD =
  /^(?:c\.|ca\.?|cca\.?|circa|around|about|abt\.?|approx\.?|approximately|possibly|probably|perhaps|est\.?|estimated|reported|reportedly|rep\.|early|mid|middle of|late|beginning of|start of|end of|vers|environ|env\.|debut|mi|fin|um|etwa|gegen|anfang|mitte|ende|hacia|alrededor de|cerca de|aprox\.?|principios de|mediados de|finales de|verso|intorno al?|por volta de|okolo|około|rond|omstreeks|sekitar|yaklasik|около|ок\.|приблизно|близько|حوالي|نحو|تقريبا)[ -](.+)$/;
const ROUGH_AFTER =
  /^(.*[^ ]) ?(?:\(\?\)|\?|\((?:approx|approximate|approximately|circa|ca|c|est|estimated|uncertain|about)\.?\)|(?:approx|approximately|circa)\.?)$/;

/** A text without its word for "roughly", or null when it has none. */
function withoutRoughly(text: string): string | null {
  const found = ROUGHLY.exec(text) ?? ROUGH_WORD.exec(text) ?? ROUGH_AFTER.exec(text);
  return found === null ? null : found[1]!;
}

/** Reads one folded date, however it is written, in one order of day and month; null when it is none. */
export function readWritten(text: string, style: DateStyle, clock: Clock): DateResult | null {
  return (
    readNumeric(text, style, clock) ??
    readMachine(text, style, clock) ??
    readPeriod(text, style.lastYear) ??
    readTimed(withoutReign(text), style, clock)
  );
}

function readMachine(text: string, style: DateStyle, clock: Clock): DateResult | null {
  const signed = SIGNED.exec(text);
  if (signed !== null) {
    const day = calendarDate(Number(signed[1]), Number(signed[2]), Number(signed[3] ?? 0));
    if (signed[4] === undefined) return day;
    const time = readTime(signed[4]);
    return time === null ? null : atTime(day, time, style, clock);
  }
  const basic = BASIC.exec(text);
  if (basic !== null) {
    const [, year, month, day, hour, minute, second, rest] = basic;
    const time = second === undefined ? `${hour}:${minute}` : `${hour}:${minute}:${second}`;
    return readNumeric(`${year}-${month}-${day}t${time}${rest}`, style, clock);
  }
  const since1970 = DOT_NET.exec(text);
  return since1970 === null ? null : instant(Number(since1970[1]), style, clock);
}

function readTimed(text: string, style: DateStyle, clock: Clock): DateResult | null {
  const timed = takeTime(
    text.replace(
      EAST_ASIAN_TIME,
      (_, hour, minute, second) => ` ${hour}:${minute}${second === undefined ? "" : `:${second}`}`,
    ),
  );
  if (timed === null) return readRough(text, style, clock);
  if (timed.rest === "") return null;
  const day = readNumeric(timed.rest, style, clock) ?? readRough(timed.rest, style, clock);
  return day === null ? null : atTime(day, timed.time, style, clock);
}

function readRough(text: string, style: DateStyle, clock: Clock): DateResult | null {
  const plain = readPlain(text, style, clock);
  if (plain !== null) return plain;
  const sure = withoutRoughly(text);
  if (sure === null) return null;
  const read = /^\d{3}$/.test(sure)
    ? calendarDate(Number(sure), 0, 0)
    : (readNumeric(sure, style, clock) ?? readPeriod(sure, style.lastYear) ?? readPlain(sure, style, clock));
  return isReading(read) ? {...read, approximate: true} : read;
}

function readPlain(text: string, style: DateStyle, clock: Clock): DateResult | null {
  const counted = takeEra(text);
  if (counted !== null) return inEra(counted.rest, counted.era, style);
  const squeezed = text.replace(/ ?([./]) ?(?=\d)/g, "$1").replace(/[.,]$/, "");
  const numeric = readNumeric(squeezed, style, clock);
  if (numeric !== null) return numeric;
  const named = DAY_BEFORE.exec(squeezed);
  if (named !== null) {
    const tokens = tokensOf(named[1]!);
    const onDay = tokens === null ? null : onWeekday(named[2]!, tokens.weekday, style, clock);
    if (onDay !== null) return onDay;
  }
  return inEra(text, null, style);
}

function inEra(text: string, era: Era | null, style: DateStyle): DateResult | null {
  const counted = era === null ? null : COUNTED.exec(text);
  if (counted !== null) {
    const [first, month, last] = counted.slice(1) as [string, string, string];
    const yearFirst = first.length > 2;
    const [a, b, year] = yearFirst
      ? [Number(last), Number(month), Number(first)]
      : [Number(first), Number(month), Number(last)];
    return !yearFirst && style.order === "mdy" ? dateInEra(year, a, b, era) : dateInEra(year, b, a, era);
  }
  const eastAsian = EAST_ASIAN.exec(text);
  if (eastAsian !== null) {
    const [year, month, day] = eastAsian.slice(1).map((part) => Number(part ?? 0)) as [number, number, number];
    return year < 100 && era === null ? null : dateInEra(year, month, day, era);
  }
  const tokens = tokensOf(text);
  return tokens === null ? null : namedDate(tokens, era, style);
}

/** A date in numbers behind the name of its weekday, which may settle the order of day and month. */
function onWeekday(text: string, weekday: number | null, style: DateStyle, clock: Clock): DateResult | null {
  const read = readNumeric(text, style, clock);
  if (weekday === null || !isReading(read) || read.settles !== undefined || style.order === "ymd") return read;
  const swapped = style.order === "dmy" ? "mdy" : "dmy";
  const other = readNumeric(text, {...style, order: swapped}, clock);
  if (!isReading(other) || other.start === read.start) return read;
  const [fits, otherFits] = [read, other].map(({start}) => new Date(start).getUTCDay() === weekday);
  if (fits === otherFits) return read;
  return fits ? {...read, settles: style.order} : {...other, settles: swapped};
}
