import {DAY, daysInMonth, ms} from "../data/calendar.ts";
import type {Period} from "../data/period.ts";

const ISO = /^([+-]?\d{1,6})-(\d{1,2})-(\d{1,2})$/;
const DMY = /^(\d{1,2})[/. \-](\d{1,2})(?:[/. \-](-?\d{1,6}))?$/;

/**
 * Reads a date as people type it: `2023-12-08`, `8/12/2023`, `8.12.23`, or `8/12` for the one of these that lies in the record (the last, if
 * several do). Gives the start of that day; null when it is no date of any calendar.
 */
export function readTyped(text: string, [from, to]: Period): number | null {
  const typed = text.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const iso = ISO.exec(typed);
  if (iso !== null) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const found = DMY.exec(typed);
  if (found === null) return null;
  const [, dayText, monthText, yearText] = found;
  const last = new Date(to - 1).getUTCFullYear();
  if (yearText === undefined) {
    for (let year = last; year >= Math.max(new Date(from).getUTCFullYear(), last - 400); year--) {
      const time = day(year, Number(monthText), Number(dayText));
      if (time !== null && time + DAY > from && time < to) return time;
    }
    return day(last, Number(monthText), Number(dayText));
  }
  const short = yearText.length === 2;
  const year = Number(yearText);
  return day(short ? Math.floor(last / 100) * 100 + year : year, Number(monthText), Number(dayText));
}

const day = (year: number, month: number, date: number): number | null =>
  month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month) ? ms(year, month, date) : null;
