import {DAY, ms} from "../calendar.ts";
import {calendarDate, fullYear, isReading, stretch, unit, type DateResult} from "./dateReading.ts";

const WEEK =
  /^(?:(\d{4})[ -]?(?:w|kw|week|semaine|woche)[ ]?(\d{1,2})(?:-?([1-7]))?|(?:w|kw|week|semaine|woche) ?(\d{1,2})[ ,/-]{1,2}(\d{4}))$/;
const QUARTER =
  /^(?:(?:q|t|quarter |quartal |trimestre |trim\. ?)([1-4])[ ,/'-]{0,2}(\d{4}|\d{2})|(\d{4})[ /-]?[qt]([1-4])|([1-4])(?:st|nd|rd|th|er|e|\.|o)?[ -]?(?:q|quarter|quartal|trimestre)[ ,/-]{1,2}(?:of |de |del )?(\d{4}))$/;
const HALF = /^(?:h([12])[ /-]?(\d{4})|(\d{4})[ /-]?h([12]))$/;
const DECADE = /^(?:the )?(\d{2,3}0)'?s$/;
const CENTURY =
  /^(?:the )?(\d{1,2})(?:st|nd|rd|th|eme|e|\.)? (?:century|cent\.|c\.|siecle|jahrhundert|jh\.?|eeuw|secolo)$/;
const SEASON =
  /^(?:spring|summer|autumn|fall|winter|printemps|ete|automne|hiver|fruhling|fruhjahr|sommer|herbst|primavera|verano|otono|invierno|estate|autunno|inverno)[ ,]{1,2}(?:of |de |del )?(\d{4})$/;

/** Monday of the ISO week, or the day of it; a week that the year does not have is unreal. */
function week(year: number, number: number, day: number): DateResult {
  const fourth = ms(year, 1, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (number - 1) * 7 * DAY;
  if (number < 1 || new Date(monday + 3 * DAY).getUTCFullYear() !== year) return "unreal-date";
  return day > 0 ? unit(monday + (day - 1) * DAY, "day") : unit(monday, "week");
}

const monthsFrom = (year: number, month: number, count: number): DateResult =>
  stretch(ms(year, month), ms(year, month + count));

/** Reads weeks, quarters, halves, decades, centuries and seasons from a folded text; null for anything else. */
export function readPeriod(text: string, lastYear: number): DateResult | null {
  let found = WEEK.exec(text);
  if (found !== null) return week(Number(found[1] ?? found[5]), Number(found[2] ?? found[4]), Number(found[3] ?? 0));
  found = QUARTER.exec(text);
  if (found !== null) {
    const written = (found[2] ?? found[3] ?? found[6])!;
    const year = written.length === 2 ? fullYear(Number(written), lastYear) : Number(written);
    return monthsFrom(year, Number(found[1] ?? found[4] ?? found[5]) * 3 - 2, 3);
  }
  found = HALF.exec(text);
  if (found !== null) return monthsFrom(Number(found[2] ?? found[3]), Number(found[1] ?? found[4]) * 6 - 5, 6);
  found = DECADE.exec(text);
  if (found !== null) {
    const first = Number(found[1]);
    // The 1800s are a century to some and a decade to others: the century holds both.
    return found[1]!.length < 3 ? null : stretch(ms(first), ms(first + (first % 100 === 0 ? 100 : 10)));
  }
  found = CENTURY.exec(text);
  if (found !== null) return stretch(ms(Number(found[1]) * 100 - 99), ms(Number(found[1]) * 100 + 1));
  // Spring is not in the same months everywhere: only the year is sure.
  found = SEASON.exec(text);
  if (found === null) return null;
  const year = calendarDate(Number(found[1]), 0, 0);
  return isReading(year) ? {...year, approximate: true} : year;
}
