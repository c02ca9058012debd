import {DATE_PRECISIONS, endOf, parseDate, type DatePrecision, type Stamp} from "./calendar.ts";
import {PLACE_PRECISIONS, type PlacePrecision} from "./dataset.ts";
import type {Plan} from "./plan.ts";
import type {IssueCode} from "./report.ts";
import {Zone} from "./zone.ts";

/** Notes what is wrong with a cell of the row at hand. `role` is what the cell was read for. */
export type Note = (code: IssueCode, role: string, value: string) => void;

/** A stretch `[start, end)` in calendar ms, as far as a row states it. */
export interface When {
  start: number;
  end: number;
  precision: DatePrecision;
}

/** Turns the cells of a row into values. */
export interface Readers {
  /** Null, with a note, for a row without a usable start. */
  when(cells: readonly string[], note: Note): When | null;
  /** Null, with a note, for a row without usable coordinates; `blank` when it has none of its own, which a site may mend. */
  point(cells: readonly string[], note: Note): {lat: number; lon: number} | "blank" | null;
  /** Whether coordinates that stand for a whole country are put on the map. */
  placesCountries: boolean;
  /** Null where the row does not say. */
  placePrecision(cells: readonly string[]): PlacePrecision | null;
  /** NaN where it is not known. */
  count(text: string, role: string, note: Note): number;
}

/** The text of a cell, "" where a row has none. */
export const cellAt = (cells: readonly string[], column: number): string => (cells[column] ?? "").trim();

/** Readers of what story files promise: ISO 8601, decimal degrees, plain numbers. */
export function plainReaders(plan: Plan): Readers {
  const zone = new Zone(plan.timezone);
  function end(cells: readonly string[], start: Stamp, precision: DatePrecision, note: Note): number {
    const natural = endOf(start.ms, precision);
    const text = cellAt(cells, plan.end);
    if (text === "") return natural;
    const stamp = parseDate(text, zone);
    if (stamp === null) note("bad-end", "end", text);
    else if (endOf(stamp.ms, stamp.precision) <= start.ms) note("end-before-start", "end", text);
    else
      return stamp.precision === "day" || stamp.precision === "month" || stamp.precision === "year"
        ? endOf(stamp.ms, stamp.precision)
        : Math.max(stamp.ms, start.ms + 1);
    return natural;
  }

  return {
    when(cells, note) {
      const text = cellAt(cells, plan.start);
      const start = parseDate(text, zone);
      if (start === null) {
        note(text === "" ? "no-date" : "bad-date", "start", text);
        return null;
      }
      const stated = cellAt(cells, plan.datePrecision) as DatePrecision;
      const precision = DATE_PRECISIONS.includes(stated) ? stated : start.precision;
      return {start: start.ms, end: end(cells, start, precision, note), precision};
    },
    point(cells, note) {
      const latText = cellAt(cells, plan.lat);
      const lonText = cellAt(cells, plan.lon);
      if (latText === "" && lonText === "") return "blank";
      const lat = degrees(latText, 90);
      const lon = degrees(lonText, 180);
      if (!Number.isNaN(lat) && !Number.isNaN(lon)) return {lat, lon};
      if (Number.isNaN(lat)) note("bad-coordinate", "lat", latText);
      else note("bad-coordinate", "lon", lonText);
      return null;
    },
    placesCountries: false,
    placePrecision(cells) {
      const stated = cellAt(cells, plan.placePrecision) as PlacePrecision;
      return PLACE_PRECISIONS.includes(stated) ? stated : null;
    },
    count: (text) => (/\d$/.test(text) ? Number(text) : NaN),
  };
}

/** Decimal degrees within ±`limit`, else NaN. */
export function degrees(text: string, limit: number): number {
  if (!/^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(text)) return NaN;
  const value = Number(text);
  return Math.abs(value) <= limit ? value : NaN;
}
