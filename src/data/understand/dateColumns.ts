import {DAY, UTC} from "../calendar.ts";
import type {DateStyle} from "../reading.ts";
import type {Column} from "./columns.ts";
import {dateReader} from "./dateReader.ts";
import {profileDates, type DateProfile} from "./dateStyle.ts";
import {scoreName, type NameScore} from "./nameScore.ts";
import type {Meaning} from "./roleWords.ts";

/** A column that may hold a whole date, and how sure that is. */
export interface DateColumn {
  column: Column;
  profile: DateProfile;
  /** How well it fits, by name and by how many rows it dates. */
  score: number;
  word: string;
  /** Says when a row was written, published or changed rather than when a thing happened. */
  late: boolean;
  /** Few of its cells read: nothing but its name speaks for it. */
  poor: boolean;
}

const PROBE = 16;
/** At least this share of the filled cells has to read. */
export const READS = 0.6;
const BY_VALUES = 20;
const PUBLISHED = 12;
const WRITTEN = 4;
const NAMED = 40;
/** From here on the name alone is reason enough to read the whole column. */
const BY_NAME = 85;
/** What was done to a row, as against a report of an event. */
const WRITTEN_WORDS = new Set(
  "updated update modified edit edited created added accessed access retrieved download uploaded upload archived birth birthday dob born expires expiry valid inserted ingested".split(
    " ",
  ),
);

/** Profiles columns by their dates, each at most once. */
export interface DateProfiler {
  (column: Column, style?: Partial<DateStyle>): DateProfile;
  /** Whether a column is worth it: some of its first cells read as dates. */
  promises(column: Column): boolean;
  thisYear: number;
}

export function dateProfiler(thisYear: number): DateProfiler {
  const known = new Map<Column, DateProfile>();
  const promising = new Map<Column, boolean>();
  const read = dateReader(wholeStyle({}, thisYear), UTC);
  const profile = (column: Column, style?: Partial<DateStyle>): DateProfile => {
    const about = {name: column.name, thisYear};
    if (style !== undefined && Object.keys(style).length > 0) return profileDates(column.values, {...about, style});
    let found = known.get(column);
    if (found === undefined) known.set(column, (found = profileDates(column.values, about)));
    return found;
  };
  const promises = (column: Column): boolean => {
    let found = promising.get(column);
    if (found === undefined) {
      const first = [...column.counts.keys()].slice(0, PROBE);
      found = first.filter((text) => mayBeDate(text) && typeof read(text) !== "string").length >= first.length * 0.4;
      promising.set(column, found);
    }
    return found;
  };
  return Object.assign(profile, {promises, thisYear});
}

/** A date has the three digits of a year, or two numbers. */
const mayBeDate = (text: string): boolean => text.length <= 100 && /\p{Nd}{3}|\p{Nd}\P{Nd}+\p{Nd}/u.test(text);

const isCompact = ({profile}: {profile: DateProfile}): boolean =>
  profile.kind === "numbers" &&
  profile.style.numbers === "compact" &&
  profile.filled >= 5 &&
  profile.read >= profile.filled * 0.98;

const isEpoch = ({style: {numbers}, read, filled}: DateProfile): boolean =>
  (numbers === "seconds" || numbers === "milliseconds") && read === filled;

/** Whether a name says that a column dates the row itself, and how badly that makes it the date of an event. */
function lateness(key: string): number | null {
  if (scoreName("lateDate", key).score < 45) return null;
  return key.split("_").some((word) => WRITTEN_WORDS.has(word)) ? WRITTEN : PUBLISHED;
}

/** Every column that may be the start (or the `end`) of the events, best first. */
export function wholeDates(columns: readonly Column[], meaning: "start" | "end", profiler: DateProfiler): DateColumn[] {
  const found: DateColumn[] = [];
  for (const column of columns) {
    const name = scoreName(meaning, column.key);
    const other = scoreName(meaning === "start" ? "end" : "start", column.key);
    if (name.score < other.score && other.score >= NAMED) continue;
    if (meaning === "end" && name.score < NAMED) continue;
    const judged = judge(column, name, profiler);
    if (judged !== null) found.push(judged);
  }
  return found.sort((a, b) => b.score - a.score || a.column.index - b.column.index);
}

function judge(column: Column, name: NameScore, profiler: DateProfiler): DateColumn | null {
  const {key, kind, cells, values} = column;
  const late = lateness(key);
  const base = late ?? Math.max(name.score, BY_VALUES);
  const named = name.score >= NAMED || late !== null;
  const outright = name.score >= BY_NAME && late === null;
  const found = (profile: DateProfile, score: number, poor = false): DateColumn => ({
    column,
    profile,
    score,
    word: name.word,
    late: late !== null,
    poor,
  });
  if (values.length === 0) return outright ? found(profiler(column), base * 0.1, cells.length > 0) : null;
  if (kind === "link" || (column.length > 80 && !outright)) return null;
  if (kind === "number" && !named && !values.slice(0, 5).every((value) => /^[12]\d{7}$/.test(value))) return null;
  if (kind === "number" && isPartOfDate(key) && name.score < 90 && !isEpoch(profiler(column))) return null;
  if (kind !== "number" && !outright && !profiler.promises(column)) return null;
  const profile = profiler(column);
  if (profile.kind === "none" || profile.read < profile.filled * READS)
    return outright ? found(profile, base * 0.05, true) : null;
  if (profile.kind === "numbers" && !named && !isCompact({profile})) return null;
  return found(profile, base * (0.3 + (0.7 * profile.read) / cells.length));
}

const PARTS: readonly Meaning[] = ["year", "month", "day", "hour", "minute"];
const isPartOfDate = (key: string): boolean =>
  key.split("_").some((word) => PARTS.some((part) => scoreName(part, word).score >= 85));

/**
 * The best of the columns that may be the start. Where another tells the same days and dates rows that the best leaves undated, it is taken
 * instead: `date_display` beside a `date_iso` with holes.
 */
export function bestDate(found: readonly DateColumn[], thisYear: number): DateColumn | null {
  const best = found[0];
  if (best === undefined) return null;
  const rows = best.column.cells.length;
  if (best.late || best.poor || best.profile.read >= rows) return best;
  const fuller = found.filter(({late, poor, profile}) => !late && !poor && profile.read > best.profile.read);
  return fuller.sort((a, b) => b.profile.read - a.profile.read).find((other) => agree(best, other, thisYear)) ?? best;
}

const COMPARED = 400;

/** Whether two columns name the same day in nine of ten rows where both name one. */
function agree(a: DateColumn, b: DateColumn, thisYear: number): boolean {
  const readA = dateReader({...wholeStyle(a.profile.style, thisYear)}, UTC);
  const readB = dateReader({...wholeStyle(b.profile.style, thisYear)}, UTC);
  let both = 0;
  let same = 0;
  for (let i = 0; i < Math.min(COMPARED, a.column.cells.length); i++) {
    const dayA = readA(a.column.cells[i]!);
    const dayB = readB(b.column.cells[i]!);
    if (typeof dayA === "string" || typeof dayB === "string") continue;
    both++;
    if (Math.floor(dayA.start / DAY) === Math.floor(dayB.start / DAY)) same++;
  }
  return both >= 3 && same >= both * 0.9;
}

export const wholeStyle = (style: Partial<DateStyle>, thisYear: number): DateStyle => ({
  order: "dmy",
  numbers: "year",
  lastYear: thisYear,
  ...style,
});
