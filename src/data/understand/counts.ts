import type {NumberStyle} from "../reading.ts";
import {
  boundAfter,
  boundBefore,
  isCounted,
  isVague,
  joinsRange,
  numberWord,
  opensRange,
  scaleOf,
  type Bound,
} from "./countWords.ts";
import {readDecimal} from "./decimalText.ts";
import {readGrouped} from "./groupedNumber.ts";
import {isMissing} from "./missing.ts";
import {plainText} from "./plainText.ts";

/** A number of people or things as stated: a figure, bounds, or both; NaN where not stated. "At least 5" has 5 for figure and low bound. */
export interface Count {
  best: number;
  low: number;
  high: number;
}

/** What `countReader` gives: null stands for "not known", which is never 0. */
export type CountReading = Count | null | "bad-number";

/** Codebooks write these for "not known", as no count is below zero. */
const SENTINELS = new Set([-9, -99, -999, -9999, -99999]);

/** More people than ever lived: such a number is a mistake. */
const MOST = 1e11;

const LONGEST = 200;
const NUMBER = {
  ".": /\d{1,3}(?:[, ']\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g,
  ",": /\d{1,3}(?:[. ']\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?/g,
};
const NOTED = /^([^()[\]]{1,100})[([]([^()[\]]{0,100})[)\]]$/;

/**
 * Makes a function that reads counts: plain and grouped numbers, ranges (12-15, between 12 and 15), bounds (at least 5, 5+, up to 10),
 * estimates (about 20, ~20), small number words, and a number followed by what is counted (3 killed).
 */
export function countReader({decimal}: NumberStyle): (text: string) => CountReading {
  return (text) => {
    const plain = readDecimal(text, decimal);
    if (plain === plain) return exactly(plain);
    if (isMissing(text)) return null;
    return text.length > LONGEST ? "bad-number" : readPhrase(text, decimal);
  };
}

function exactly(value: number): CountReading {
  if (value >= 0 && value <= MOST) return {best: value + 0, low: NaN, high: NaN};
  return SENTINELS.has(value) ? null : "bad-number";
}

function readPhrase(text: string, decimal: "." | ","): CountReading {
  const plain = plainText(text, decimal)
    .trim()
    .replace(/^"+|"+$/g, "")
    .trim()
    .toLowerCase();
  const alone = readGrouped(plain, decimal);
  if (!Number.isNaN(alone)) return exactly(alone);
  if (isMissing(plain) || isVague(plain)) return null;
  const noted = NOTED.exec(plain);
  if (noted === null) return readStated(plain, decimal);
  const stated = readStated(noted[1]!.trim(), decimal);
  const note = readStated(noted[2]!.trim(), decimal);
  if (!isCount(stated) || !isCount(note) || !(note.low <= stated.best && stated.best <= note.high)) return stated;
  return {best: stated.best, low: note.low, high: note.high};
}

const isCount = (reading: CountReading): reading is Count => reading !== null && reading !== "bad-number";

function readStated(plain: string, decimal: "." | ","): CountReading {
  const text = /\d/.test(plain) ? plain : plain.replace(/[a-z]+/g, (word) => String(numberWord(word) ?? word));
  const found = [...text.matchAll(NUMBER[decimal])];
  const [one, two] = found;
  if (one === undefined || found.length > 2) return "bad-number";
  const last = two ?? one;
  const before = text.slice(0, one.index).trim();
  const rest = text.slice(last.index + last[0].length);
  if (/^[\p{L}\d]/u.test(rest) && !/^[人名명]/.test(rest)) return "bad-number";
  const after = rest.trim();
  const value = readGrouped(one[0], decimal);
  if (two === undefined) return readOne(value, before, after);
  const between = text.slice(one.index + one[0].length, two.index);
  const high = readGrouped(two[0], decimal);
  if (!joinsRange(between) || !(value < high) || high > MOST) return "bad-number";
  if (before !== "" && !opensRange(before) && boundBefore(before) !== "about") return "bad-number";
  return after === "" || isCounted(after) ? {best: NaN, low: value, high} : "bad-number";
}

function readOne(value: number, before: string, after: string): CountReading {
  const [bound, words] = boundOf(before, after);
  if (before !== "" && boundBefore(before) === undefined) return "bad-number";
  if (/^(?:dozen|score)/.test(words)) return null;
  const scale = scaleOf(/^[a-z]*/.exec(words)![0]);
  const size = value * scale;
  if (words !== "" && !isCounted(words)) return "bad-number";
  if (!(size <= MOST)) return "bad-number";
  return {
    best: bound === "high" ? NaN : size,
    low: bound === "low" ? size : NaN,
    high: bound === "high" ? size : NaN,
  };
}

/** The bound that the words around a number set, and the words after it that are left. */
function boundOf(before: string, after: string): [Bound | undefined, string] {
  const bound = boundBefore(before);
  if (after.startsWith("+")) return [bound ?? "low", after.slice(1).trim()];
  const words = after.split(" ");
  for (let count = Math.min(3, words.length); count > 0; count--) {
    const found = boundAfter(words.slice(0, count).join(" "));
    if (found !== undefined) return [bound ?? found, words.slice(count).join(" ")];
  }
  return [bound, after];
}

/** How the numbers of a column are written, and how many of its cells can be read so. */
export interface NumberProfile {
  style: NumberStyle;
  /** Cells that are not blank and say a number or something else than "not known". */
  filled: number;
  read: number;
  /** Cells among those that state a bound or a range. */
  ranges: number;
  /** Those of -9, -99 ... that stand in the column, where nothing else in it is below zero: they mean "not known". */
  sentinels: readonly string[];
}

export function profileNumbers(values: readonly string[]): NumberProfile {
  const style: NumberStyle = {decimal: decimalOf(values)};
  const read = countReader(style);
  const profile = {style, filled: 0, read: 0, ranges: 0};
  const below = new Map<number, string>();
  for (const value of values) {
    if (isMissing(value)) continue;
    const number = readGrouped(value, style.decimal);
    if (number < 0) below.set(number, value.trim());
    const found = read(value);
    if (found === null) continue;
    profile.filled++;
    if (found === "bad-number") continue;
    profile.read++;
    if (!Number.isNaN(found.low) || !Number.isNaN(found.high)) profile.ranges++;
  }
  const known = [...below.keys()].every((number) => SENTINELS.has(number));
  return {...profile, sentinels: known ? [...below.values()] : []};
}

/**
 * The decimal sign of a column. A sign before other than three digits is decimal, one that stands twice in a number groups. Where three
 * digits follow in every case, commas group; so do points, if no smaller number needs one and no larger goes without: 340, 1.234.
 */
function decimalOf(values: readonly string[]): "." | "," {
  let commas = 0;
  let points = 0;
  let pointGroups = 0;
  let small = 0;
  let large = 0;
  for (const value of values) {
    if (value.length > LONGEST) continue;
    for (const [number] of plainText(value, ".").matchAll(/\d[\d.,]*/g)) {
      const signs = number.replace(/\d/g, "");
      const fraction = number.length - 1 - Math.max(number.lastIndexOf("."), number.lastIndexOf(","));
      const last = signs.at(-1);
      if (last === undefined) {
        if (number.length > 3) large++;
        else small++;
      } else if (signs.length > 1 && signs === last.repeat(signs.length)) {
        if (last === ".") commas++;
        else points++;
      } else if (signs.length > 1 || fraction !== 3 || number.startsWith("0")) {
        if (fraction === 0) continue;
        if (last === ",") commas++;
        else points++;
      } else if (last === ".") pointGroups++;
    }
  }
  if (commas !== points) return commas > points ? "," : ".";
  return pointGroups > 0 && small > 0 && large === 0 ? "," : ".";
}
