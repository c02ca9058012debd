import {bisectLeft, bisectRight} from "d3";
import type {Aggregates} from "../data/aggregates.ts";
import {DATE_PRECISIONS, DAY, startOfDay} from "../data/calendar.ts";
import {PRIMARY, type Dataset} from "../data/dataset.ts";

const SHIFT = 10;
const SIZE = 1 << SHIFT;

/** The rows that a list can show, oldest first, and where each day of them begins. Positions count these rows, not those of the table. */
export class Listing {
  readonly rows: Uint32Array;
  /** Position of the first row of each group of a day, month or year. */
  readonly starts: Uint32Array;
  /** Primary rows before every 1,024th position. */
  #primary: Uint32Array;
  #dataset: Dataset;

  /** Takes the rows of the table, or of `among` (in time order), that `passes` lets through. One pass. */
  constructor(dataset: Dataset, passes: (row: number) => boolean, among: Uint32Array | null = null) {
    this.#dataset = dataset;
    const {start, datePrecision, series} = dataset.columns;
    const length = among?.length ?? dataset.length;
    const rows = new Uint32Array(length);
    const starts = new Uint32Array(length);
    const primary = new Uint32Array((length >> SHIFT) + 1);
    let count = 0;
    let groups = 0;
    let primaries = 0;
    let precision = -1;
    let dayEnd = -Infinity;
    for (let i = 0; i < length; i++) {
      const row = among === null ? i : among[i]!;
      if (!passes(row)) continue;
      if (start[row]! >= dayEnd || datePrecision[row] !== precision) {
        const kind = unitOf(datePrecision[row]!);
        if (start[row]! >= dayEnd || kind !== unitOf(precision)) starts[groups++] = count;
        dayEnd = startOfDay(start[row]!) + DAY;
        precision = datePrecision[row]!;
      }
      if ((count & (SIZE - 1)) === 0) primary[count >> SHIFT] = primaries;
      if (series[row] === PRIMARY) primaries++;
      rows[count++] = row;
    }
    if ((count & (SIZE - 1)) === 0) primary[count >> SHIFT] = primaries;
    this.rows = rows.subarray(0, count);
    this.starts = starts.slice(0, groups);
    this.#primary = primary;
  }

  get length(): number {
    return this.rows.length;
  }

  /** The positions of the rows `[i0, i1)` of the table. */
  slice(i0: number, i1: number): [p0: number, p1: number] {
    const p0 = bisectLeft(this.rows, i0);
    return [p0, bisectLeft(this.rows, i1, p0)];
  }

  /** The position of a row, or -1. */
  find(row: number): number {
    const at = bisectLeft(this.rows, row);
    return this.rows[at] === row ? at : -1;
  }

  /** Number of the group that holds a position. */
  groupOf(position: number): number {
    return bisectRight(this.starts, position) - 1;
  }

  /** Position after the last of a group. */
  groupEnd(group: number): number {
    return this.starts[group + 1] ?? this.length;
  }

  /** Primary rows at the positions `[p0, p1)`. */
  primary(p0: number, p1: number): number {
    return this.#primaryBefore(p1) - this.#primaryBefore(p0);
  }

  #primaryBefore(position: number): number {
    const {series} = this.#dataset.columns;
    const block = position >> SHIFT;
    let count = this.#primary[block]!;
    for (let at = block << SHIFT; at < position; at++) if (series[this.rows[at]!] === PRIMARY) count++;
    return count;
  }

  /** When a group is: calendar ms, and whether its rows say the day or only the month or year. */
  head(group: number): {time: number; unit: "day" | "month" | "year"} {
    const row = this.rows[this.starts[group]!]!;
    const {start, datePrecision} = this.#dataset.columns;
    return {time: start[row]!, unit: unitOf(datePrecision[row]!)};
  }
}

const known = new WeakMap<object, Listing>();

/**
 * The rows that pass, of `among` or of the whole table. Those of the table are taken once as long as nothing else is filtered: `filtered` is
 * another object from then on.
 */
export function listingOf(
  dataset: Dataset,
  filtered: {readonly aggregates: Aggregates},
  among: Uint32Array | null = null,
): Listing {
  const {aggregates} = filtered;
  const take = () => new Listing(dataset, (row) => aggregates.passes(row), among);
  if (among !== null) return take();
  let listing = known.get(filtered);
  if (listing === undefined) known.set(filtered, (listing = take()));
  return listing;
}

const YEAR = DATE_PRECISIONS.indexOf("year");
const MONTH = DATE_PRECISIONS.indexOf("month");
const unitOf = (precision: number) => (precision === YEAR ? "year" : precision === MONTH ? "month" : "day");
