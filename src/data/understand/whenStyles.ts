import {DAY, HOUR, UTC} from "../calendar.ts";
import type {DatePart, DateStyle, Reading} from "../reading.ts";
import type {Column} from "./columns.ts";
import {wholeStyle, type DateProfiler} from "./dateColumns.ts";
import {dateReader} from "./dateReader.ts";
import type {DateProfile} from "./dateStyle.ts";
import type {Draft, Filled} from "./draft.ts";
import {scoreName} from "./nameScore.ts";
import type {Preset} from "./presets/preset.ts";
import type {Assumption, Doubt} from "./understanding.ts";

/** How the dates of a table are written, and what of that is assumed. */
export interface WhenStyles {
  dates: DateProfile | null;
  endDates: DateProfile | null;
  dateStyle: DateStyle | null;
  endStyle: DateStyle | null;
  assumptions: Assumption[];
  doubts: Doubt[];
  /** Whether times of day occur, and whether any names its offset. */
  clock: boolean;
  instants: boolean;
}

const HOURS: ReadonlySet<DatePart> = new Set(["time", "hour", "minute"]);

interface Styled {
  profile: DateProfile | null;
  style: DateStyle;
  /** The profile of the values before anybody's choice; null for a date in parts. */
  found: DateProfile | null;
  /** Whether somebody, or the layout, settled the order of day and month. */
  settled: boolean;
}

export function understandDates(
  draft: Draft,
  profiler: DateProfiler,
  preset: Preset | null,
  chosen: Reading,
): WhenStyles {
  const start = draft.get("start") ?? null;
  const end = draft.get("end") ?? null;
  const byHand = start?.why.code === "user" || start?.why.code === "recipe";
  const presetStyle = byHand ? undefined : preset?.reading?.dates;
  const from = start === null ? null : styled(start, profiler, {...chosen.dates}, presetStyle);
  const orderOfStart = from === null ? undefined : {order: from.style.order};
  const to =
    end === null
      ? null
      : styled(
          end,
          profiler,
          {...chosen.endDates},
          (end.why.code === "preset" ? preset?.reading?.endDates : undefined) ?? orderOfStart,
        );
  const states = chosen.datePrecision !== undefined || draft.get("datePrecision") != null;
  if (from !== null && start!.columns.length === 1 && from.style.newYear === undefined && !states) {
    if (standsForYear(start!.columns[0]!, from.style)) from.style.newYear = "year";
  }
  const precisions = Object.entries(from?.profile?.precisions ?? {});
  const clock =
    (from?.style.parts ?? []).some((part, i) => HOURS.has(part) && (start?.columns[i]?.values.length ?? 0) > 0) ||
    precisions.some(([precision, count]) => ["hour", "minute", "second"].includes(precision) && count > 0);
  return {
    dates: from?.profile ?? null,
    endDates: to?.profile ?? null,
    dateStyle: from?.style ?? null,
    endStyle: to?.style ?? null,
    ...assumed(from),
    clock,
    instants: (from?.profile?.instants ?? 0) > 0,
  };
}

function styled(
  {columns, parts}: Filled,
  profiler: DateProfiler,
  chosen: Partial<DateStyle>,
  known: Partial<DateStyle> | undefined,
): Styled {
  const column = columns[0];
  const {thisYear} = profiler;
  if (column === undefined)
    return {profile: null, found: null, style: wholeStyle({...known, ...chosen}, thisYear), settled: true};
  const {parts: chosenParts, ...chosenStyle} = chosen;
  const held = columns.length === 1 ? undefined : (fitting(chosenParts, columns) ?? parts ?? guessParts(columns));
  if (held !== undefined && held[0] !== "date") {
    const style = wholeStyle({...known, numbers: "year", ...chosenStyle, parts: held}, thisYear);
    return {profile: null, found: null, style, settled: true};
  }
  const found = profiler(column);
  const order = chosen.order ?? (isOpen(found) ? known?.order : undefined);
  const told: Partial<DateStyle> = {...chosenStyle, ...(order === undefined ? {} : {order})};
  const profile = Object.keys(told).length === 0 ? found : profiler(column, told);
  const {newYear, utc} = {
    newYear: known?.newYear,
    utc: known?.utc ?? (columns.some(({key}) => SAYS_UTC.test(key)) || undefined),
    ...chosen,
  };
  const style: DateStyle = {
    ...profile.style,
    ...(newYear === undefined ? {} : {newYear}),
    ...(utc === undefined ? {} : {utc}),
    ...(held === undefined ? {} : {parts: held}),
  };
  return {profile, found, style, settled: order !== undefined};
}

const SAYS_UTC = /(?:^|_)(?:utc|gmt|zulu)(?:_|$)/;

/** Whether the values leave the order of day and month open. */
const isOpen = ({ambiguous, settledBy}: DateProfile): boolean => ambiguous > 0 && settledBy === null;

const fitting = (parts: readonly DatePart[] | undefined, columns: readonly Column[]) =>
  parts?.length === columns.length ? parts : undefined;

const IN_ORDER: readonly DatePart[] = ["year", "month", "day", "hour", "minute"];
const NAMED = [
  ["year", "year"],
  ["month", "month"],
  ["day", "day"],
  ["hour", "hour"],
  ["minute", "minute"],
  ["clock", "time"],
  ["start", "date"],
] as const;

/** What columns hold that somebody put together without saying so: by their names, else year, month, day in the order they stand. */
function guessParts(columns: readonly Column[]): DatePart[] {
  const taken = new Set<DatePart>();
  const parts = columns.map(({key}) => {
    const best = NAMED.map(([meaning, part]) => ({part, score: scoreName(meaning, key).score}))
      .filter(({part, score}) => score >= 45 && !taken.has(part))
      .sort((a, b) => b.score - a.score)[0];
    if (best !== undefined) taken.add(best.part);
    return best?.part;
  });
  return parts.map((part) => {
    if (part !== undefined) return part;
    const next = IN_ORDER.find((each) => !taken.has(each)) ?? "minute";
    taken.add(next);
    return next;
  });
}

function assumed(from: Styled | null): {assumptions: Assumption[]; doubts: Doubt[]} {
  const assumptions: Assumption[] = [];
  const doubts: Doubt[] = [];
  const {profile, found, style, settled} = from ?? {profile: null, found: null, style: null, settled: true};
  if (profile === null || found === null || style === null) return {assumptions, doubts};
  if ((isOpen(found) || found.mixed) && style.order !== "ymd") {
    assumptions.push({code: "date-order", order: style.order, example: found.example});
    if (!settled) doubts.push("date-order");
  }
  if (found.twoDigit !== null)
    assumptions.push({code: "two-digit-years", lastYear: style.lastYear, example: found.twoDigit});
  if (profile.kind === "numbers" && style.numbers !== "compact")
    assumptions.push({code: "date-numbers", numbers: style.numbers, example: found.example});
  if (style.newYear === "year") assumptions.push({code: "new-year"});
  return {assumptions, doubts};
}

const ENOUGH = 30;
const YEARS = 5;

/**
 * Whether 1 January stands for "some day of that year" in a column of whole days, as tables write it that know no more (Wikidata does). It
 * does where, over at least 30 rows and 1 January of five years or more, it is at least 3 % of all dates (by chance it is 0.3 %) and three
 * times as frequent as any other day of the year. An event that truly was on 1 January then loses its day, which claims less, not more.
 */
function standsForYear(column: Column, style: DateStyle): boolean {
  const read = dateReader(style, UTC);
  const days = new Map<string, number>();
  const years = new Set<number>();
  let count = 0;
  for (const value of column.values) {
    const found = read(value);
    if (typeof found === "string" || found.end - found.start > DAY || found.end - found.start < DAY - HOUR) continue;
    const date = new Date(found.start);
    const day = `${date.getUTCMonth()} ${date.getUTCDate()}`;
    days.set(day, (days.get(day) ?? 0) + 1);
    if (day === "0 1") years.add(date.getUTCFullYear());
    count++;
  }
  const first = days.get("0 1") ?? 0;
  days.delete("0 1");
  return count >= ENOUGH && years.size >= YEARS && first >= count * 0.03 && first >= 3 * Math.max(0, ...days.values());
}
