import {HOUR, UTC, type Clock, type DatePrecision} from "../calendar.ts";
import type {DateOrder, DateStyle} from "../reading.ts";
import {guessNumbers, isHistoric, isNumber} from "./dateMagnitude.ts";
import {dateReader} from "./dateReader.ts";
import {isReading, type DateReading, type DateResult} from "./dateReading.ts";
import {foldText, LONGEST_DATE} from "./dateText.ts";

/** What a sample of one column's cells says about how its dates are written. */
export interface DateProfile {
  style: DateStyle;
  /** Cells that are not blank and do not say "not known". */
  filled: number;
  read: number;
  unreal: number;
  /** Cells that either order reads, and differently (1/2/2024). */
  ambiguous: number;
  /** Cell that settles the order, such as 22/11/2023, or what the column's name says (`dd/mm/yyyy`). */
  settledBy: string | null;
  /** Cells that only the other order reads. */
  against: number;
  mixed: boolean;
  /** How most cells are written. */
  kind: "iso" | "dmy" | "mdy" | "ymd" | "words" | "numbers" | "none";
  /** An example with a two-digit year. */
  twoDigit: string | null;
  /** Cells with an offset or Z, and numbers that count from 1970. */
  instants: number;
  precisions: Partial<Record<DatePrecision, number>>;
  /** What the bare numbers among the cells are; null when there are none. */
  numbers: DateStyle["numbers"] | null;
  /** A cell to show: one whose order is not sure, or else the first that reads. */
  example: string;
}

/** Of a column with none among so many different texts, no more are tried. */
const HOPELESS = 300;
const AN_HOUR_LATER: Clock = {wall: (instant) => instant + HOUR};
const CLOCK_PRECISIONS: readonly DatePrecision[] = ["hour", "minute", "second"];
/** Years of the first century, as they stand. */
const FIRST_CENTURY = 99;

interface Text {
  text: string;
  count: number;
  /** See `SELF_EVIDENT`. */
  evident: boolean;
  /** What an evident one was read as, once it was. */
  known?: DateResult;
}

/**
 * Finds out how a column writes its dates. The order of day and month is the column's: a day above 12 in any cell settles it, the name may
 * (`mm/dd/yyyy`), a weekday may; where nothing does it is day first, and `ambiguous` says how many cells hang on that.
 */
export function profileDates(
  values: readonly string[],
  hint: {name: string; thisYear: number; style?: Partial<DateStyle>},
): DateProfile {
  const texts = differentTexts(values, hint.thisYear);
  const filled = texts.reduce((sum, {count}) => sum + count, 0);
  const bare = texts.filter(({text}) => isNumber(text));
  const numbers = hint.style?.numbers ?? guessNumbers(bare, hint.name);
  const historic = numbers === "year" && bare.length === texts.length && bare.some(({text}) => isHistoric(text));
  const base: DateStyle = {
    order: "dmy",
    lastYear: historic ? FIRST_CENTURY : hint.thisYear,
    ...hint.style,
    numbers: numbers ?? "year",
  };
  const orders = weighOrders(texts, base);
  const named = orderInName(hint.name);
  const order = hint.style?.order ?? (orders.yearFirst ? "ymd" : (orders.settled ?? named?.order ?? "dmy"));
  const style: DateStyle = {...base, order};
  const found = readAll(texts, style, true);
  const midnight = style.midnight === undefined && found.timed > 0 && found.timed === found.midnights;
  const {read, first, ...counts} = midnight ? readAll(texts, {...style, midnight: "day"}, false) : found;
  const {dmy, mdy} = orders;
  const against = order === "mdy" ? dmy : order === "dmy" ? mdy : {count: 0, example: null};
  const proof = order === "mdy" ? mdy : order === "dmy" ? dmy : {example: null};
  return {
    style: midnight ? {...style, midnight: "day"} : style,
    filled,
    read,
    unreal: counts.unreal,
    ambiguous: order === "ymd" ? 0 : orders.ambiguous.count,
    settledBy: proof.example ?? (named?.order === order && orders.ambiguous.count > 0 ? named.text : null),
    against: against.count,
    mixed: dmy.count > 0 && mdy.count > 0 && order !== "ymd",
    kind: counts.kind,
    twoDigit: counts.twoDigit,
    instants: counts.instants,
    precisions: counts.precisions,
    numbers: bare.length > 0 ? numbers : null,
    example: (order === "ymd" ? null : orders.ambiguous.example) ?? first ?? texts[0]?.text ?? "",
  };
}

/** What the cells say, but for those that say there is no date. Years of two digits are of the hundred years up to `lastYear`: 1.1.01 is not year 1. */
function differentTexts(values: readonly string[], lastYear: number): Text[] {
  const found = new Map<string, Text>();
  const reads = dateReader({order: "dmy", numbers: "year", lastYear}, UTC);
  for (const value of values) {
    const text = value.trim().slice(0, 2 * LONGEST_DATE);
    const known = found.get(text);
    if (known !== undefined) {
      known.count++;
      continue;
    }
    const evident = SELF_EVIDENT.test(text);
    if (evident || reads(text) !== "no-date") found.set(text, {text, count: 1, evident});
  }
  return [...found.values()];
}

interface Tally {
  count: number;
  example: string | null;
}

interface Orders {
  dmy: Tally;
  mdy: Tally;
  ambiguous: Tally;
  settled: "dmy" | "mdy" | null;
  /** Two digits of a year come first: 98/12/31. */
  yearFirst: boolean;
}

/** Says by itself which of its numbers is the year, the month and the day: no style reads it otherwise. */
export const SELF_EVIDENT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d(?::\d\d){1,2}(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?$/;
/** Where the time stands in such a text, and that it says how far that is from UTC. */
const TIME_AT = 11;
const WITH_OFFSET = /(?:Z|[+-]\d\d:\d\d)$/;
const TWO_DIGITS_EACH = /^(\d{2})[-/.]\d{2}[-/.]\d{2}(?!\d)/;

function weighOrders(texts: readonly Text[], base: DateStyle): Orders {
  const tally = (): Tally => ({count: 0, example: null});
  const orders = {dmy: tally(), mdy: tally(), ambiguous: tally()};
  const [dayFirst, monthFirst, yearFirst] = (["dmy", "mdy", "ymd"] as const).map((order) =>
    dateReader({...base, order}, UTC),
  ) as [Reader, Reader, Reader];
  let noDay = false;
  let reads = 0;
  let readsYearFirst = 0;
  for (const [i, each] of texts.entries()) {
    const {text, count, evident} = each;
    if (i >= HOPELESS && reads === 0 && readsYearFirst === 0) break;
    if (!evident && isNumber(text)) continue;
    const read = dayFirst(text);
    if (evident) each.known = read;
    if (isReading(read)) {
      reads += count;
      const other = read.settles === undefined && !evident ? monthFirst(text) : read;
      const into =
        read.settles !== undefined
          ? orders[read.settles]
          : isReading(other) && other.start !== read.start
            ? other.settles === undefined
              ? orders.ambiguous
              : orders[other.settles]
            : null;
      if (into !== null) into.count += count;
      if (into !== null) into.example ??= text;
    }
    if (isReading(evident ? read : yearFirst(text))) readsYearFirst += count;
    noDay ||= !evident && Number(TWO_DIGITS_EACH.exec(text)?.[1] ?? 0) > 31;
  }
  const {dmy, mdy} = orders;
  const settled = dmy.count === mdy.count ? null : dmy.count > mdy.count ? "dmy" : "mdy";
  return {...orders, settled, yearFirst: noDay && readsYearFirst > reads};
}

type Reader = ReturnType<typeof dateReader>;
type Counts = Pick<DateProfile, "read" | "unreal" | "kind" | "twoDigit" | "instants" | "precisions"> & {
  first: string | null;
  timed: number;
  midnights: number;
};

/** `isKnown` says that what is known of evident texts was read in this style, but for the order. */
function readAll(texts: readonly Text[], style: DateStyle, isKnown: boolean): Counts {
  const reader = dateReader(style, UTC);
  const later = dateReader(style, AN_HOUR_LATER);
  const nextCentury = dateReader({...style, lastYear: style.lastYear + 100}, UTC);
  const daysOnly = dateReader({...style, midnight: "day"}, UTC);
  const counts: Counts = {
    read: 0,
    unreal: 0,
    kind: "none",
    twoDigit: null,
    instants: 0,
    precisions: {},
    first: null,
    timed: 0,
    midnights: 0,
  };
  const kinds = new Map<DateProfile["kind"], number>();
  const startIn = (read: Reader, text: string): number => (read(text) as DateReading).start;
  for (const [i, {text, count, evident, known}] of texts.entries()) {
    if (i >= HOPELESS && counts.read === 0) break;
    const read = isKnown && known !== undefined ? known : reader(text);
    if (read === "unreal-date") counts.unreal += count;
    if (!isReading(read)) continue;
    counts.read += count;
    counts.first ??= text;
    counts.precisions[read.precision] = (counts.precisions[read.precision] ?? 0) + count;
    const isTimed = CLOCK_PRECISIONS.includes(read.precision);
    const isInstant = evident
      ? isTimed && (style.utc === true || WITH_OFFSET.test(text))
      : startIn(later, text) !== read.start;
    if (isInstant) counts.instants += count;
    if (!evident && startIn(nextCentury, text) !== read.start) counts.twoDigit ??= text;
    if (isTimed) {
      counts.timed += count;
      const day = evident && !text.startsWith("00:00", TIME_AT) ? read : daysOnly(text);
      if (isReading(day) && day.precision === "day") counts.midnights += count;
    }
    const kind = evident ? "iso" : kindOf(text, style.order);
    kinds.set(kind, (kinds.get(kind) ?? 0) + count);
  }
  let most = 0;
  for (const [kind, count] of kinds) if (count > most) [most, counts.kind] = [count, kind];
  return counts;
}

function kindOf(text: string, order: DateOrder): DateProfile["kind"] {
  const folded = foldText(text);
  if (isNumber(folded)) return "numbers";
  if (/^[+-]?\d{4,6}-[\dw]|^\d{8}t\d/.test(folded)) return "iso";
  if (/^\d{4} ?[/.년年]/.test(folded)) return "ymd";
  return /\p{L}{3,}/u.test(folded) ? "words" : order;
}

const NAMED_ORDER =
  /(?:^|[^a-z])(?:((?:d{1,2}|j{1,2}|t{1,2})[-/. _]?m{1,2}[-/. _]?(?:y{2,4}|a{2,4}|j{2,4}))|(m{1,2}[-/. _]?d{1,2}[-/. _]?y{2,4}))(?![a-z])/;

/** The order that a column's name spells out: `Date (mm/dd/yyyy)`. */
function orderInName(name: string): {order: "dmy" | "mdy"; text: string} | null {
  const found = NAMED_ORDER.exec(foldText(name.slice(0, LONGEST_DATE)));
  return found === null ? null : {order: found[1] === undefined ? "mdy" : "dmy", text: (found[1] ?? found[2])!};
}
