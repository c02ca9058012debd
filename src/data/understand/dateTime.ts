import {HOUR, MINUTE, type Clock} from "../calendar.ts";
import type {DateStyle} from "../reading.ts";
import {isReading, unit, type DateResult} from "./dateReading.ts";
import {isDateWord} from "./dateWords.ts";

/** A time of day as it is written. */
export interface TimeOfDay {
  /** Since midnight. */
  ms: number;
  precision: "hour" | "minute" | "second";
  /** Of the writer's clock from UTC, in ms; null where none is written, `unknown` where only the letters of a zone are. */
  offset: number | null | "unknown";
}

const SECONDS = String.raw`(?::(\d{2})(?:[.,:](\d{1,9}))?)?`;
const NOON = String.raw` ?([ap])\. ?m(?![a-z])\.?| ?([ap])m(?![a-z])`;
const ZONE = String.raw`(?: ?(?:(z|utc|gmt)(?: ?([+-]\d{1,2}(?::?\d{2})?))?|([+-]\d{1,2}(?::?\d{2})?)|\(?([a-z]{1,9})\)?))?`;
const TIME = String.raw`(\d{1,2})(?:(?::| ?h ?)(\d{2})${SECONDS}(?:${NOON})?|(?:${NOON})|( ?h| uhr)(?![a-z]))${ZONE}(?: \([^()]*\))?`;
const WHOLE = new RegExp(`^${TIME}$`, "i");
const INSIDE = new RegExp(`(^|[ ,@]|\\dt)${TIME}(?=$|[ ,])`, "i");

const SAME_CLOCK = new Set(["h", "hr", "hrs", "hour", "hours", "uhr", "local", "lt"]);

function timeOf(found: RegExpExecArray, at: number): TimeOfDay | "unreal-date" {
  const [hours, minutes, seconds, fraction, a, b, c, d, , named, namedOffset, bareOffset, letters] = found.slice(at);
  const half = (a ?? b ?? c ?? d)?.toLowerCase();
  const second = Math.min(Number(seconds ?? 0), 59);
  const milli = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, "0"));
  const minute = Number(minutes ?? 0);
  let hour = Number(hours);
  if (minute > 59 || Number(seconds ?? 0) > 60 || hour > 24) return "unreal-date";
  if (half !== undefined) {
    // A clock of 24 hours with a needless "pm" behind it is read as it stands.
    if (hour <= 12) hour = (hour % 12) + (half === "p" ? 12 : 0);
  }
  const time = hour * HOUR + minute * MINUTE + second * 1000 + milli;
  if (time > 24 * HOUR) return "unreal-date";
  const precision = seconds !== undefined ? "second" : minutes !== undefined ? "minute" : "hour";
  const offsetText = namedOffset ?? bareOffset;
  let offset: TimeOfDay["offset"] = null;
  if (offsetText !== undefined) {
    const digits = offsetText.slice(1).replace(":", "");
    const away = digits.length > 2 ? digits.slice(0, -2) : digits;
    const rest = digits.length > 2 ? Number(digits.slice(-2)) : 0;
    if (Number(away) > 18 || rest > 59) return "unreal-date";
    offset = (offsetText[0] === "-" ? -1 : 1) * (Number(away) * HOUR + rest * MINUTE);
  } else if (named !== undefined) offset = 0;
  else if (letters !== undefined && !SAME_CLOCK.has(letters.toLowerCase())) offset = "unknown";
  return {ms: time, precision, offset};
}

/** Reads a text that is a time of day and nothing else; null when it is not. */
export function readTime(text: string): TimeOfDay | "unreal-date" | null {
  const found = WHOLE.exec(text);
  return found === null ? null : timeOf(found, 1);
}

/** What leads from a date to its time, and from a time to its date. */
const LEADING = /(?:,| (?:at|a|as|a las?|alle|ore|um|kl|klo|om|o|u|v|w|в|о|об|saat|pukul|الساعه|–|-|@))[ .,]*$/;

/** Takes a time of day out of a folded text; null when there is none. `rest` is what stands around it. */
export function takeTime(text: string): {time: TimeOfDay | "unreal-date"; rest: string} | null {
  const found = INSIDE.exec(text);
  if (found === null) return null;
  const before = text
    .slice(0, found.index + found[1]!.length)
    .replace(/[t@]$/, "")
    .trimEnd()
    .replace(LEADING, "");
  let after = text.slice(found.index + found[0].length);
  const letters = found.at(-1);
  if (letters !== undefined && isDateWord(letters)) {
    after = ` ${letters}${after}`;
    found[found.length - 1] = "h";
  }
  return {
    time: timeOf(found, 2),
    rest: `${before} ${after}`
      .replace(/ +/g, " ")
      .replace(/^[ ,]+/, "")
      .trim(),
  };
}

/** Adds a time of day to the day it belongs to. An instant with an offset is turned into the reading of `clock`. */
export function atTime(day: DateResult, time: TimeOfDay | "unreal-date", style: DateStyle, clock: Clock): DateResult {
  if (!isReading(day)) return day;
  if (day.precision !== "day") return "bad-date";
  if (time === "unreal-date") return time;
  if (time.offset === "unknown" || (style.midnight === "day" && time.ms === 0)) return day;
  const offset = time.offset ?? (style.utc === true ? 0 : null);
  const written = day.start + time.ms;
  const start = offset === null ? written : clock.wall(written - offset);
  if (!Number.isFinite(start)) return "bad-date";
  return {...day, ...unit(start, time.precision)};
}
