import {DATE_PRECISIONS, DAY, endOf, ms, startOfDay, type DatePrecision} from "../calendar.ts";
import {PLACE_PRECISIONS, type PlacePrecision} from "../dataset.ts";
import type {Plan} from "../plan.ts";
import {cellAt, type Note, type Readers, type When} from "../readers.ts";
import type {Alternative, DateStyle, Reading} from "../reading.ts";
import {coordinateReader} from "../understand/coordinateReader.ts";
import {countReader, type CountReading} from "../understand/counts.ts";
import {datePartsReader, dateReader, type DateFault, type DateReading} from "../understand/dateReader.ts";
import {isMissing} from "../understand/missing.ts";
import {Zone} from "../zone.ts";

/** Beyond it the map has no room: its projection goes to infinity at the poles. */
export const MERCATOR_LIMIT = 85.0511;
const CLOCK: readonly DatePrecision[] = ["hour", "minute", "second"];

/** The columns that say when, by index: several where a date is split. */
export interface DateColumns {
  start: readonly number[];
  end: readonly number[];
  /** What is tried in turn where the start is blank; `name` is the column's, `end` is -1 for none. */
  alternatives: readonly {name: string; start: number; end: number; reading: Alternative}[];
}

/** A style with what it leaves open. */
export const dateStyleOf = (style: Partial<DateStyle>, thisYear: number): DateStyle => ({
  order: "dmy",
  numbers: "year",
  lastYear: thisYear,
  ...style,
});

/** How closely a row itself says that its date is known; null where it does not. */
export function statedPrecision(
  cells: readonly string[],
  plan: Plan,
  {datePrecision}: Pick<Reading, "datePrecision">,
): DatePrecision | null {
  const text = cellAt(cells, plan.datePrecision);
  const named = own(datePrecision, text) ?? (text as DatePrecision);
  return DATE_PRECISIONS.includes(named) ? named : null;
}

/** Readers of a table that nobody prepared: everything as `reading` says that it is written. */
export function importReaders(plan: Plan, split: DateColumns, reading: Reading, thisYear: number): Readers {
  const zone = new Zone(plan.timezone);
  const missing = new Set(reading.missing ?? []);

  const dates = (style: Partial<DateStyle>, columns: readonly number[]) => {
    const whole = dateStyleOf(style, thisYear);
    if (whole.parts !== undefined && columns.length > 1) {
      const read = datePartsReader(whole.parts, whole, zone);
      return (cells: readonly string[]) => read(columns.map((column) => cellAt(cells, column)));
    }
    const read = dateReader(whole, zone);
    return (cells: readonly string[]) => {
      const text = cellAt(cells, columns[0] ?? -1);
      return missing.has(text) ? ("no-date" as const) : read(text);
    };
  };
  const order = reading.dates?.order ?? "dmy";
  const start = dates(reading.dates ?? {}, split.start);
  const end = dates({...reading.dates, ...reading.endDates}, split.end);
  const textOf = (cells: readonly string[], columns: readonly number[]) =>
    columns
      .map((column) => cellAt(cells, column))
      .filter((text) => text !== "")
      .join(" ");

  function endTime(from: When, found: DateReading | DateFault, text: () => string, note: Note): number {
    if (found === "no-date") return from.end;
    if (typeof found === "string") note("bad-end", "end", text());
    else if (found.end <= from.start) note("end-before-start", "end", text());
    else return CLOCK.includes(found.precision) ? Math.max(found.start, from.start + 1) : found.end;
    return from.end;
  }

  const alternatives = split.alternatives.map(({name, start, end, reading: {dates: style, endDates}}) => ({
    name,
    at: start,
    start: dates({...reading.dates, ...style}, [start]),
    endAt: end,
    end: dates({...reading.dates, ...style, ...endDates}, [end]),
  }));

  /** The date of a row that leaves its start blank: that of another column, or when it ended. */
  function elsewhere(cells: readonly string[], note: Note): When | DateFault {
    for (const {name, at, start, endAt, end} of alternatives) {
      const found = start(cells);
      if (found === "no-date") continue;
      if (typeof found === "string") return found;
      note("other-date", "start", `${name}: ${cellAt(cells, at)}`);
      const until = endTime(found, end(cells), () => cellAt(cells, endAt), note);
      return {start: found.start, end: until, precision: found.precision};
    }
    const last = split.end.length === 0 ? "no-date" : end(cells);
    if (typeof last === "string") return "no-date";
    note("other-date", "start", `${plan.names["end"] ?? "end"}: ${textOf(cells, split.end)}`);
    return {start: last.start, end: last.end, precision: last.precision};
  }

  const {form = "columns", decimal = ".", first = "lat", divisor = 1, ...others} = reading.coordinates ?? {};
  const point = coordinateReader({form, decimal, first, divisor, ...others});
  const count = countReader({decimal: reading.numbers?.decimal ?? "."});

  return {
    placesCountries: true,
    when(cells, note) {
      const found: DateReading | DateFault = start(cells);
      if (typeof found === "string") {
        const other = found === "no-date" ? elsewhere(cells, note) : found;
        if (typeof other === "object") return other;
        note(other, "start", textOf(cells, split.start));
        return null;
      }
      if (found.settles !== undefined && found.settles !== order)
        note("mixed-date-order", "start", textOf(cells, split.start));
      const stated = statedPrecision(cells, plan, reading);
      const last: DateReading | DateFault = split.end.length === 0 ? "no-date" : end(cells);
      const isStretch = typeof last === "object" && last.end > found.start;
      const from = stated === null || stated === found.precision ? found : atPrecision(found, stated, isStretch);
      const until = endTime(from, last, () => textOf(cells, split.end), note);
      return {start: from.start, end: until, precision: from.precision};
    },
    point(cells, note) {
      const lat = cellAt(cells, plan.lat);
      const found = point(missing.has(lat) ? "" : lat, cellAt(cells, plan.lon));
      if (found === "no-coordinate") return "blank";
      if (typeof found === "string") {
        const lon = plan.lon === plan.lat ? "" : cellAt(cells, plan.lon);
        note(found, "lat", lon === "" ? lat : `${lat}, ${lon}`);
        return null;
      }
      if (Math.abs(found.lat) > MERCATOR_LIMIT) note("near-pole", "lat", lat);
      return found;
    },
    placePrecision(cells) {
      const text = cellAt(cells, plan.placePrecision);
      const named = own(reading.placePrecision, text) ?? (text as PlacePrecision);
      return PLACE_PRECISIONS.includes(named) ? named : null;
    },
    count(text, role, note) {
      if (missing.has(text) || isMissing(text)) return NaN;
      const found = count(text);
      // The bounds of a range are read from the same cell again; a range where none was expected has nowhere to go.
      if (
        !/\.(?:low|high)$/.test(role) &&
        (found === "bad-number" || (isRange(found) && !(`${role}.low` in plan.numbers)))
      )
        note("bad-number", role, text);
      return found === null || found === "bad-number"
        ? NaN
        : role.endsWith(".low")
          ? found.low
          : role.endsWith(".high")
            ? found.high
            : found.best;
    },
  };
}

const isRange = (found: CountReading): boolean =>
  found !== null && found !== "bad-number" && Number.isNaN(found.best) && !Number.isNaN(found.low + found.high);

const own = <T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;

/**
 * The stretch that a date stands for when the table says how closely it is known: a month begins on its first day, whatever day is given,
 * unless the row says from when to when.
 */
function atPrecision({start}: DateReading, precision: DatePrecision, isStretch: boolean): When {
  const date = new Date(start);
  const from = CLOCK.includes(precision)
    ? start
    : precision === "year" && !isStretch
      ? ms(date.getUTCFullYear())
      : precision === "month" && !isStretch
        ? ms(date.getUTCFullYear(), date.getUTCMonth() + 1)
        : startOfDay(start);
  return {start: from, end: precision === "range" ? from + DAY : endOf(from, precision), precision};
}
