import type {DatePart} from "../reading.ts";
import type {Column} from "./columns.ts";
import {foldText} from "./dateText.ts";
import {monthOf} from "./dateWords.ts";
import {scoreName} from "./nameScore.ts";
import type {Meaning} from "./roleWords.ts";

/** Columns that make up a date between them, with what each holds, year first. */
export interface DateParts {
  columns: readonly Column[];
  parts: readonly DatePart[];
  /** Whether their names say that they are the end of something. */
  end: boolean;
  /** Share of the rows that have a year. */
  coverage: number;
  /** What the names have in common, without the words for year and month. */
  stem: string;
}

const MEANINGS: readonly [meaning: Meaning, part: DatePart][] = [
  ["year", "year"],
  ["month", "month"],
  ["day", "day"],
  ["clock", "time"],
  ["hour", "hour"],
  ["minute", "minute"],
];
const ORDER: readonly DatePart[] = ["date", "year", "month", "day", "time", "hour", "minute"];
const END_WORDS = new Set(
  "end fin final ende bis fim koniec bitis until finish to einde slut конец نهايه סיום τελος".split(" "),
);
const LATE_WORDS = new Set(
  "publication published updated created birth built active edit modified age report reported death added active".split(
    " ",
  ),
);
const BELIEVED = 60;
const FITS = 0.9;
const INTEGER = /^[+-]?\d{1,9}(?:\.0+)?$/;

const share = (values: readonly string[], fits: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(fits).length / values.length;

const within = (low: number, high: number) => (value: string) => {
  if (!INTEGER.test(value)) return false;
  const n = Number(value);
  return n >= low && n <= high;
};

/** Whether a clock stands in these cells: `14:30`, `2:05 pm`, `1430` where the name allows it. */
const CLOCK = /^\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?$/i;
const BARE_CLOCK = /^\d{3,4}$/;
const BARE_NAMES = new Set(["hrmn", "acq_time", "time_hhmm", "hhmm", "time"]);
export const holdsClock = ({values, key}: Column): boolean =>
  share(values, (value) => CLOCK.test(value)) >= 0.6 ||
  (BARE_NAMES.has(key) &&
    share(values, (value) => within(0, 2400)(value)) >= FITS &&
    values.some((value) => BARE_CLOCK.test(value)));

function holds(column: Column, part: DatePart): boolean {
  const {values, cells} = column;
  if (cells.length === 0) return true;
  switch (part) {
    case "year":
      return (
        share(values, within(-13_000, 2200)) >= FITS && share(values, (value) => Math.abs(Number(value)) >= 100) >= 0.5
      );
    case "month":
      return share(values, (value) => within(0, 12)(value) || isMonth(value)) >= FITS;
    case "day":
      return share(values, within(0, 31)) >= FITS;
    case "hour":
      return share(values, within(0, 24)) >= FITS;
    case "minute":
      return share(values, within(0, 59)) >= FITS;
    case "time":
      return holdsClock(column);
    default:
      return false;
  }
}

/** Whether a word is the name of a month, in whatever language dates are read. */
const isMonth = (value: string): boolean => value.length <= 24 && monthOf(foldText(value).replace(/\.$/, "")) > 0;

interface Found {
  column: Column;
  part: DatePart;
  score: number;
  stem: string;
  end: boolean;
}

function partsIn(column: Column): Found[] {
  const words = column.key.split("_").filter((word) => word !== "");
  const end = words.length > 1 && words.some((word) => END_WORDS.has(word));
  const rest = end ? words.filter((word) => !END_WORDS.has(word)) : words;
  const found: Found[] = [];
  for (const [meaning, part] of MEANINGS) {
    const {score, word} = scoreName(meaning, rest.join("_"));
    if (score < BELIEVED) continue;
    const stem = rest
      .join("_")
      .replace(word, "")
      .replace(/^_+|_+$|_(?=_)/g, "");
    found.push({column, part, score, end, stem});
  }
  return found;
}

/** The groups of columns that are split dates, best first. A group has a year and, unless it is a year alone, a month. */
export function splitDates(columns: readonly Column[]): DateParts[] {
  const groups = new Map<string, Found[]>();
  for (const column of columns) {
    if (column.key.split("_").some((word) => LATE_WORDS.has(word))) continue;
    for (const found of partsIn(column)) {
      if (!holds(column, found.part) && !(column.values.length === 0 && found.end)) continue;
      const key = `${found.end ? "end" : "start"} ${found.stem === "start" || found.stem === "date" ? "start_date" : found.stem}`;
      groups.set(key, [...(groups.get(key) ?? []), found]);
    }
  }
  const split: DateParts[] = [];
  for (const group of groups.values()) {
    const chosen = new Map<DatePart, Found>();
    const used = new Set<Column>();
    for (const found of group.sort((a, b) => b.score - a.score)) {
      if (chosen.has(found.part) || used.has(found.column)) continue;
      if (found.part === "hour" && chosen.has("time")) continue;
      chosen.set(found.part, found);
      used.add(found.column);
    }
    const year = chosen.get("year");
    if (year === undefined) continue;
    if (!chosen.has("month")) chosen.delete("day");
    if (!chosen.has("day")) for (const part of ["time", "hour", "minute"] as const) chosen.delete(part);
    const ordered = [...chosen.values()].sort((a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part));
    split.push({
      columns: ordered.map(({column}) => column),
      parts: ordered.map(({part}) => part),
      end: year.end,
      stem: year.stem,
      coverage: year.column.values.length / Math.max(1, year.column.cells.length),
    });
  }
  const value = ({parts, coverage, stem}: DateParts) =>
    Math.min(3, parts.length) * 10 + coverage * 5 - (stem === "" ? 0 : 1);
  return split.sort((a, b) => value(b) - value(a));
}

/** A column with the time of day beside a column of whole dates. */
export function clockBeside(columns: readonly Column[], date: Column): {column: Column; part: DatePart} | null {
  let best: {column: Column; part: DatePart; score: number} | null = null;
  for (const column of columns) {
    if (column === date || column.values.length < column.cells.length * 0.3 || column.values.length === 0) continue;
    const clock = scoreName("clock", column.key);
    const hour = scoreName("hour", column.key);
    const found =
      clock.score >= BELIEVED && holdsClock(column)
        ? {column, part: "time" as const, score: clock.score}
        : hour.score >= 90 && holds(column, "hour") && column.counts.size > 1
          ? {column, part: "hour" as const, score: hour.score - 20}
          : null;
    if (found !== null && (best === null || found.score > best.score)) best = found;
  }
  return best;
}
