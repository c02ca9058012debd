import {DATE_PRECISIONS, DAY, daysInMonth, HOUR, MINUTE, type Clock} from "../../calendar.ts";
import type {DateStyle} from "../../reading.ts";
import {fullYear} from "../../understand/dateReading.ts";

const [DAYS, MINUTES, SECONDS] = (["day", "minute", "second"] as const).map((each) => DATE_PRECISIONS.indexOf(each));
const ZERO = 48;
const HYPHEN = 45;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const SPACE = 32;
const PLUS = 43;
const LETTER_T = 84;
const LETTER_Z = 90;
/** Length of 2024-01-31. */
const ISO_DAY = 10;
const FIRST_YEAR = 1000;
/** What databases write for "never" is the year after. */
const LAST_YEAR = 9998;
/** Hours that a clock may be away from UTC. */
const AWAY = 18;

/**
 * Reads dates that are written plainly, from bytes: 2024-01-31, 20240131 where bare numbers are such, 31/01/2024 and 31.1.24 in the order of the
 * style, each with 10:00, 10:00:30 or 10:00:30.5 behind it and Z or an offset. What it reads means what `dateReader` makes of it; all else it
 * leaves.
 */
export class PlainDates {
  start = 0;
  end = 0;
  /** Index into `DATE_PRECISIONS`. */
  precision = 0;
  /** Whether the last date has a day that can be no month, which settles the order of its column. */
  settles = false;
  #style: DateStyle;
  #clock: Clock;
  #isoOnly: boolean;
  #at = 0;

  /** `isoOnly` leaves everything but ISO 8601 with hyphens. */
  constructor(style: DateStyle, clock: Clock, isoOnly: boolean) {
    this.#style = style;
    this.#clock = clock;
    this.#isoOnly = isoOnly;
  }

  /** Reads `[from, to)`, in ASCII and without blanks around it. Returns whether it could. */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    const day = this.#day(bytes, from, to);
    if (day === NONE) return false;
    if (this.#style.newYear === "year" && isNewYear(day)) return false;
    this.start = day * DAY;
    this.end = this.start + DAY;
    this.precision = DAYS;
    return this.#at === to || this.#time(bytes, this.#at, to, day);
  }

  /** The same for a day in `[from, to)` and its time of day, which may be blank, in `[timeFrom, timeTo)`. */
  readSplit(bytes: Uint8Array, from: number, to: number, timeFrom: number, timeTo: number): boolean {
    if (!this.read(bytes, from, to) || this.#at !== to) return false;
    return timeFrom === timeTo || this.#clockTime(bytes, timeFrom, timeTo, this.start / DAY);
  }

  /** The day that a text begins with, in days since 1970; NONE for none. */
  #day(bytes: Uint8Array, from: number, to: number): number {
    if (to - from >= ISO_DAY && bytes[from + 4] === HYPHEN && bytes[from + 7] === HYPHEN) {
      const century = twoDigits(bytes, from);
      const year = twoDigits(bytes, from + 2);
      const month = twoDigits(bytes, from + 5);
      const day = twoDigits(bytes, from + 8);
      const isMore = to > from + ISO_DAY && isDigit(bytes[from + ISO_DAY]);
      if (century >= 0 && year >= 0 && month >= 0 && day >= 0 && !isMore) {
        this.#at = from + ISO_DAY;
        this.settles = false;
        return dayOf(century * 100 + year, month, day);
      }
    }
    const {numbers, order, lastYear} = this.#style;
    let at = from;
    let a = 0;
    for (let digit; at < to && (digit = bytes[at] - ZERO) >= 0 && digit <= 9; at++) a = a * 10 + digit;
    const aLength = at - from;
    this.settles = false;
    if (aLength === 8 && at === to && !this.#isoOnly && numbers !== "seconds" && numbers !== "milliseconds") {
      this.#at = at;
      const year = Math.floor(a / 10_000);
      return year > 2100 ? NONE : dayOf(year, Math.floor(a / 100) % 100, a % 100);
    }
    const sign = bytes[at];
    if (aLength === 0 || at >= to || (sign !== HYPHEN && sign !== SLASH && sign !== DOT)) return NONE;
    const bAt = ++at;
    let b = 0;
    for (let digit; at < to && (digit = bytes[at] - ZERO) >= 0 && digit <= 9; at++) b = b * 10 + digit;
    if (at - bAt === 0 || at - bAt > 2 || at >= to || bytes[at] !== sign) return NONE;
    const cAt = ++at;
    let c = 0;
    for (let digit; at < to && (digit = bytes[at] - ZERO) >= 0 && digit <= 9; at++) c = c * 10 + digit;
    const cLength = at - cAt;
    this.#at = at;
    if (aLength === 4) {
      if (this.#isoOnly && (sign !== HYPHEN || at - from !== 10)) return NONE;
      return cLength === 1 || cLength === 2 ? dayOf(a, b, c) : NONE;
    }
    if (aLength > 2 || (cLength !== 4 && cLength !== 2) || this.#isoOnly || order === "ymd") return NONE;
    this.settles = a > 12 !== b > 12;
    const year = cLength === 4 ? c : fullYear(c, lastYear);
    return order === "mdy" ? dayOf(year, a, b) : dayOf(year, b, a);
  }

  #time(bytes: Uint8Array, from: number, to: number, day: number): boolean {
    const first = bytes[from];
    return (first === SPACE || (first & ~32) === LETTER_T) && this.#clockTime(bytes, from + 1, to, day);
  }

  #clockTime(bytes: Uint8Array, from: number, to: number, day: number): boolean {
    let at = from;
    if (to - at < 5 || bytes[at + 2] !== COLON) return false;
    const hour = twoDigits(bytes, at);
    const minute = twoDigits(bytes, at + 3);
    if (hour === -1 || hour > 23 || minute === -1 || minute > 59) return false;
    at += 5;
    let time = hour * HOUR + minute * MINUTE;
    let precision = MINUTES;
    if (at < to && bytes[at] === COLON) {
      const second = to - at < 3 ? -1 : twoDigits(bytes, at + 1);
      if (second === -1 || second > 59) return false;
      time += second * 1000;
      precision = SECONDS;
      at += 3;
      if (at < to && bytes[at] === DOT) {
        const fractionAt = ++at;
        for (let unit = 100, digit; at < to && (digit = bytes[at] - ZERO) >= 0 && digit <= 9; at++) {
          if (unit >= 1) time += digit * unit;
          unit /= 10;
        }
        if (at === fractionAt || at - fractionAt > 9) return false;
      }
    }
    const {utc, midnight} = this.#style;
    let offset = utc === true && !this.#isoOnly ? 0 : NaN;
    if (at < to) {
      const sign = bytes[at];
      if ((sign & ~32) === LETTER_Z && at + 1 === to) offset = 0;
      else if (sign === PLUS || sign === HYPHEN) {
        const colon = bytes[at + 3] === COLON ? 1 : 0;
        if (to - at !== 5 + colon) return false;
        const hours = twoDigits(bytes, at + 1);
        const minutes = twoDigits(bytes, at + 3 + colon);
        if (hours === -1 || hours > AWAY || minutes === -1 || minutes > 59) return false;
        offset = (sign === HYPHEN ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
      } else return false;
    }
    if (midnight === "day" && time === 0 && !this.#isoOnly) return true;
    const local = day * DAY + time;
    this.start = Number.isNaN(offset) ? local : this.#clock.wall(local - offset);
    this.end = this.start + (precision === SECONDS ? 1000 : MINUTE);
    this.precision = precision;
    return true;
  }
}

/** A day like others to the compiler, which would keep doubles in memory. */
const NONE = -(2 ** 30);

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9;

/** Two digits as a number; -1 for anything else. */
const twoDigits = (bytes: Uint8Array, at: number): number =>
  isDigit(bytes[at]) && isDigit(bytes[at + 1]) ? (bytes[at] - ZERO) * 10 + bytes[at + 1] - ZERO : -1;

function dayOf(year: number, month: number, day: number): number {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return NONE;
  return daysBefore(year, month) + day;
}

/** Days from 1970 on to the last before a month, in years from 1 on: where March is the first month, a leap day is the last of its year. */
function daysBefore(year: number, month: number): number {
  const years = month > 2 ? year : year - 1;
  const months = month > 2 ? month - 3 : month + 9;
  const leapDays = (years >> 2) - Math.trunc(years / 100) + Math.trunc(years / 400);
  return years * 365 + leapDays + Math.trunc((months * 153 + 2) / 5) - 719_469;
}

const isNewYear = (day: number): boolean => {
  const date = new Date(day * DAY);
  return date.getUTCMonth() === 0 && date.getUTCDate() === 1;
};
