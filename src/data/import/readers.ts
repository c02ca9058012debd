import {DATE_PRECISIONS, DAY, endOf, ms, startOfDay, type DatePrecision} from "../calendar.ts";
import {PLACE_PRECISIONS, type PlacePrecision} from "../dataset.ts";
import type {Plan} from "../plan.ts";
import type {Note, Readers, When} from "../readers.ts";
import type {DateStyle, Reading} from "../reading.ts";
import {coordinateReader} from "../understand/coordinateReader.ts";
import {countReader} from "../understand/counts.ts";
import {datePartsReader, dateReader, type DateFault, type DateReading} from "../understand/dateReader.ts";
import {isMissing} from "../understand/missing.ts";
import {Zone} from "../zone.ts";

const CLOCK: readonly DatePrecision[] = ["hour", "minute", "second"];

/** The columns of a role that may be split over several, by index. */
export interface SplitColumns {
  start: readonly number[];
  end: readonly number[];
}

/** Readers of a table that nobody prepared: everything as `reading` says that it is written. */
export function importReaders(plan: Plan, split: SplitColumns, reading: Reading, thisYear: number): Readers {
  const zone = new Zone(plan.timezone);
  const cell = (cells: readonly string[], column: number) => (cells[column] ?? "").trim();
  const missing = new Set(reading.missing ?? []);

  const dates = (style: Partial<DateStyle>, columns: readonly number[]) => {
    const whole: DateStyle = {order: "dmy", numbers: "year", lastYear: thisYear, ...style};
    if (whole.parts !== undefined && columns.length > 1) {
      const read = datePartsReader(whole.parts, whole, zone);
      return (cells: readonly string[]) => read(columns.map((column) => cell(cells, column)));
    }
    const read = dateReader(whole, zone);
    return (cells: readonly string[]) => {
      const text = cell(cells, columns[0] ?? -1);
      return missing.has(text) ? ("no-date" as const) : read(text);
    };
  };
  const order = reading.dates?.order ?? "dmy";
  const start = dates(reading.dates ?? {}, split.start);
  const end = dates({...reading.dates, ...reading.endDates}, split.end);
  const textOf = (cells: readonly string[], columns: readonly number[]) =>
    columns
      .map((column) => cell(cells, column))
      .filter((text) => text !== "")
      .join(" ");

  const statedPrecision = (cells: readonly string[]): DatePrecision | null => {
    const text = cell(cells, plan.datePrecision);
    const named = own(reading.datePrecision, text) ?? (text as DatePrecision);
    return DATE_PRECISIONS.includes(named) ? named : null;
  };

  function endTime(cells: readonly string[], from: When, note: Note): number {
    if (split.end.length === 0) return from.end;
    const found: DateReading | DateFault = end(cells);
    if (found === "no-date") return from.end;
    if (typeof found === "string") note("bad-end", "end", textOf(cells, split.end));
    else if (found.end <= from.start) note("end-before-start", "end", textOf(cells, split.end));
    else return CLOCK.includes(found.precision) ? Math.max(found.start, from.start + 1) : found.end;
    return from.end;
  }

  const {form = "columns", decimal = ".", first = "lat", divisor = 1, ...others} = reading.coordinates ?? {};
  const point = coordinateReader({form, decimal, first, divisor, ...others});
  const count = countReader({decimal: reading.numbers?.decimal ?? "."});

  return {
    placesCountries: true,
    when(cells, note) {
      const found: DateReading | DateFault = start(cells);
      if (typeof found === "string") {
        note(found, "start", textOf(cells, split.start));
        return null;
      }
      if (found.settles !== undefined && found.settles !== order)
        note("mixed-date-order", "start", textOf(cells, split.start));
      const stated = statedPrecision(cells);
      const from = stated === null || stated === found.precision ? found : atPrecision(found, stated);
      return {start: from.start, end: endTime(cells, from, note), precision: from.precision};
    },
    point(cells, note) {
      const lat = cell(cells, plan.lat);
      const found = point(missing.has(lat) ? "" : lat, cell(cells, plan.lon));
      if (found === "no-coordinate") return "blank";
      if (typeof found === "string") {
        const lon = plan.lon === plan.lat ? "" : cell(cells, plan.lon);
        note(found, "lat", lon === "" ? lat : `${lat}, ${lon}`);
        return null;
      }
      if (Math.abs(found.lat) > 85.06) note("near-pole", "lat", lat);
      return found;
    },
    placePrecision(cells) {
      const text = cell(cells, plan.placePrecision);
      const named = own(reading.placePrecision, text) ?? (text as PlacePrecision);
      return PLACE_PRECISIONS.includes(named) ? named : null;
    },
    count(text, role, note) {
      if (missing.has(text) || isMissing(text)) return NaN;
      const found = count(text);
      if (found === "bad-number") note("bad-number", role, text);
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

const own = <T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;

/** The stretch that a date stands for when the table says how closely it is known: a month begins on its first day, whatever day is given. */
function atPrecision({start}: DateReading, precision: DatePrecision): When {
  const date = new Date(start);
  const from =
    precision === "year"
      ? ms(date.getUTCFullYear())
      : precision === "month"
        ? ms(date.getUTCFullYear(), date.getUTCMonth() + 1)
        : CLOCK.includes(precision)
          ? start
          : startOfDay(start);
  return {start: from, end: precision === "range" ? from + DAY : endOf(from, precision), precision};
}
