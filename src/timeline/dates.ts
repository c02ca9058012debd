import {DAY, daysInMonth, ms} from "../data/calendar.ts";
import type {Period} from "../data/period.ts";

const ISO = /^([+-]?\d{1,6})-(\d{1,2})-(\d{1,2})$/;
const DMY = /^(\d{1,2})[/. \-](\d{1,2})(?:[/. \-](-?\d{1,6}))?$/;
const YEAR = /^-?\d{1,6}$/;
/** Before the common era, in the languages of the page. */
const BEFORE = /\s*(b\.?\s?c\.?(\s?e\.?)?|av\.?\s?j\.?[\s-]?c\.?|ق\s?\.?\s?م\.?)$/i;
const AFTER = /\s*(a\.?\s?d\.?|c\.?\s?e\.?|ap\.?\s?j\.?[\s-]?c\.?|م)$/i;
const LONGEST = 40;
/** A year of two digits is one of this century of the record from here on. */
const SHORT_YEARS = 1000;

/**
 * Reads a date as people type it: `2023-12-08`, `8/12/2023`, `8.12.23`, or `8/12` for the one of these that lies in the record (the last, if
 * several do); `44 BC` and `15/3/44 BC` where years are counted so; a year alone for its first day. Gives the start of that day; null when it
 * is no date of any calendar.
 */
export function readTyped(text: string, [from, to]: Period): number | null {
  const plain = text
    .slice(0, LONGEST)
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const before = BEFORE.test(plain);
  const stated = before || AFTER.test(plain);
  const typed = plain.replace(before ? BEFORE : AFTER, "");
  const counted = (year: number) => (before ? 1 - year : year);
  const iso = ISO.exec(typed);
  if (iso !== null) return day(counted(Number(iso[1])), Number(iso[2]), Number(iso[3]));
  if (YEAR.test(typed) && (stated || typed.length >= 3)) return day(counted(Number(typed)), 1, 1);
  const found = DMY.exec(typed);
  if (found === null) return null;
  const [, dayText, monthText, yearText] = found;
  const last = new Date(to - 1).getUTCFullYear();
  if (yearText === undefined) {
    if (stated) return null;
    for (let year = last; year >= Math.max(new Date(from).getUTCFullYear(), last - 400); year--) {
      const time = day(year, Number(monthText), Number(dayText));
      if (time !== null && time + DAY > from && time < to) return time;
    }
    return day(last, Number(monthText), Number(dayText));
  }
  const short = yearText.length === 2 && !stated && last >= SHORT_YEARS;
  const year = Number(yearText);
  return day(short ? Math.floor(last / 100) * 100 + year : counted(year), Number(monthText), Number(dayText));
}

const day = (year: number, month: number, date: number): number | null =>
  month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month) ? ms(year, month, date) : null;
