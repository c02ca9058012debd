import type {Clock} from "../calendar.ts";
import type {DatePart, DateStyle} from "../reading.ts";
import {joinParts} from "./dateCells.ts";
import {readNumber} from "./dateNumbers.ts";
import {readNumeric} from "./dateNumeric.ts";
import {wholeYear, type DateFault, type DateReading, type DateResult} from "./dateReading.ts";
import {foldText, LONGEST_DATE, saysUnknown} from "./dateText.ts";
import {readRange} from "./dateRanges.ts";
import {readWritten} from "./dateWritten.ts";

export type {DateFault, DateReading} from "./dateReading.ts";

/** How many texts are remembered that took words or rules to read. */
const REMEMBERED = 5000;
/** No date is without one, in whatever script. */
const DIGIT = /[\p{Nd}元]/u;

/**
 * Makes the reader of one column. It reads whatever says its own order (ISO 8601, names of months, years first) in any style, and numbers
 * as the style says. The result depends on the text, the style and the clock alone; it never throws.
 */
export function dateReader(style: DateStyle, clock: Clock): (text: string) => DateReading | DateFault {
  const reader = plainReader(style, clock);
  return style.newYear === "year" ? (cell) => wholeYear(reader(cell)) : reader;
}

function plainReader(style: DateStyle, clock: Clock): (text: string) => DateResult {
  const known = new Map<string, DateResult>();
  return (cell) => {
    const text = withoutZoneName(cell.trim());
    if (text === "") return "no-date";
    if (text.length > LONGEST_DATE) return "bad-date";
    const quick = readNumeric(text, style, clock) ?? readNumber(text, style, clock);
    if (quick !== null) return quick;
    let result = known.get(text);
    if (result === undefined) {
      if (known.size >= REMEMBERED) known.clear();
      known.set(text, (result = readAnything(text, style, clock)));
    }
    return result;
  };
}

/** `Wed Jan 31 2024 10:00:00 GMT+0100 (Central European Standard Time)` is longer than any other date. */
const withoutZoneName = (text: string): string =>
  text.length > LONGEST_DATE && text.length < 2 * LONGEST_DATE && text.endsWith(")")
    ? text.slice(0, text.lastIndexOf("(")).trimEnd()
    : text;

function readAnything(text: string, style: DateStyle, clock: Clock): DateResult {
  const folded = foldText(text).replace(/^'/, "");
  if (saysUnknown(folded)) return "no-date";
  // Compatibility forms may unfold to many characters.
  if (folded.length > 2 * LONGEST_DATE || !DIGIT.test(folded)) return "bad-date";
  const number = readNumber(folded, style, clock);
  if (number !== null) return number;
  const read = readWritten(folded, style, clock);
  if (read !== null && read !== "bad-date") return read;
  const range = readRange(folded, style, clock);
  if (range !== null) return range;
  return (folded.includes("–") ? readWritten(folded.replaceAll("–", "-"), style, clock) : null) ?? "bad-date";
}

/** Makes the reader of a date that is split over several columns; `cells` stand in the order of `parts`. */
export function datePartsReader(
  parts: readonly DatePart[],
  style: DateStyle,
  clock: Clock,
): (cells: readonly string[]) => DateReading | DateFault {
  const join = joinParts(parts, style, clock, (of) => plainReader(of, clock));
  return style.newYear === "year" ? (cells) => wholeYear(join(cells)) : join;
}
