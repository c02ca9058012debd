import {valueAt, type CategoryColumn} from "./category.ts";
import {DATE_PRECISIONS, DAY, HOUR, type DatePrecision} from "./calendar.ts";
import {rowOf, textAt, type TextColumn} from "./text.ts";
import type {Period} from "./period.ts";

export const SERIES = ["primary", "counter", "context"] as const;
export type Series = (typeof SERIES)[number];
export const PRIMARY = 0;
export const COUNTER = 1;
export const CONTEXT = 2;

/** What a report rests on, surest first; the order of stacking. */
export const CERTAINTIES = ["official", "media", "claim", "disputed"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** How closely a place is known, closest first. */
export const PLACE_PRECISIONS = ["exact_site", "near", "city", "district", "province", "country"] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

const CLOCK = DATE_PRECISIONS.indexOf("hour");

export interface PlaceColumns {
  lat: Float64Array;
  lon: Float64Array;
  /** Index into `PLACE_PRECISIONS`. */
  precision: Uint8Array;
  key: TextColumn;
  /** Short names by language; `""` is the name for all other languages. */
  names: Record<string, TextColumn>;
  /** Full names, likewise. */
  fullNames: Record<string, TextColumn>;
  /** Rows of place `p`, in time order: `rows[offsets[p]] … rows[offsets[p + 1] - 1]`. */
  offsets: Uint32Array;
  rows: Uint32Array;
}

/** Typed columns of one table, every one sorted by start; what a worker hands over. Times are calendar ms (see `Stamp`). */
export interface Columns {
  length: number;
  start: Float64Array;
  /** Exclusive end of the stretch that is stated. */
  end: Float64Array;
  /** Index into `DATE_PRECISIONS`. */
  datePrecision: Uint8Array;
  /** Index into `SERIES`. */
  series: Uint8Array;
  /** Index into `CERTAINTIES`. */
  certainty: Uint8Array;
  /** 1 for rows that stay off every curve and count. */
  background: Uint8Array;
  /** Index of the place, -1 for none on the map. */
  place: Int32Array;
  /** How closely the row itself says where it was, as an index into `PLACE_PRECISIONS`; 255 when it does not say. */
  placePrecision: Uint8Array;
  /** Row number in the file, 1 for the first after the header. */
  row: Uint32Array;
  /** NaN where blank: not known, never 0. */
  numbers: Record<string, Float64Array>;
  categories: Record<string, CategoryColumn>;
  texts: Record<string, TextColumn>;
  /** Columns of the file that fill no role and are no facet, by their names; none where they are too large to keep. */
  others: Record<string, TextColumn>;
  places: PlaceColumns;
}

/** The rows of one table, sorted by time and frozen. Row `i` of every view is row `i` here. */
export class Dataset {
  readonly columns: Columns;
  readonly length: number;
  readonly placeCount: number;
  /** Half-open stretch of whole days that holds every row that is not background; all rows when every one is. */
  readonly extent: Period;
  /** How finely a window moves, in ms: by days, or by hours over a record of two days at most that knows the time of day. */
  readonly step: number;

  constructor(columns: Columns, extent: Period) {
    this.columns = columns;
    this.length = columns.length;
    this.placeCount = columns.places.lat.length;
    this.extent = extent;
    const isShort = extent[1] - extent[0] <= 2 * DAY;
    this.step = isShort && columns.datePrecision.some((precision) => precision >= CLOCK) ? HOUR : DAY;
  }

  /** The rows that start within `[start, end)`, as a half-open row range. A row counts on the day it began. */
  rows(start: number, end: number): [i0: number, i1: number] {
    const i0 = this.#firstFrom(start, 0);
    return [i0, this.#firstFrom(end, i0)];
  }

  /** The first row from `low` on that starts at `time` or later; looked for with every step of a scrub, so without a comparator. */
  #firstFrom(time: number, low: number): number {
    const {start} = this.columns;
    let high = start.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (start[middle]! < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  text(column: string, row: number): string {
    const {texts, categories} = this.columns;
    if (Object.hasOwn(texts, column)) return textAt(texts[column]!, row);
    return Object.hasOwn(categories, column) ? valueAt(categories[column]!, row) : "";
  }

  number(column: string, row: number): number {
    const {numbers} = this.columns;
    return Object.hasOwn(numbers, column) ? numbers[column]![row]! : NaN;
  }

  datePrecision(row: number): DatePrecision {
    return DATE_PRECISIONS[this.columns.datePrecision[row]!]!;
  }

  placeName(place: number, language: string, full = false): string {
    const names = full ? this.columns.places.fullNames : this.columns.places.names;
    const column = names[language] ?? names["en"] ?? names[""] ?? Object.values(names)[0];
    return column === undefined ? "" : textAt(column, place);
  }

  /** Rows at a place, in time order. */
  rowsAt(place: number): Uint32Array {
    const {offsets, rows} = this.columns.places;
    return rows.subarray(offsets[place], offsets[place + 1]);
  }

  id(row: number): string {
    const ids = this.columns.texts["id"];
    return (ids && textAt(ids, row)) || `row-${this.columns.row[row]}`;
  }

  /** The first row with this id, or -1. */
  find(id: string): number {
    const {row, texts} = this.columns;
    const ids = texts["id"];
    const named = ids === undefined || id === "" ? -1 : rowOf(ids, id);
    const number = /^row-(\d{1,10})$/.exec(id)?.[1];
    if (number === undefined) return named;
    const numbered = row.findIndex((each, i) => each === Number(number) && this.id(i) === id);
    return named === -1 || numbered === -1 ? Math.max(named, numbered) : Math.min(named, numbered);
  }
}

const isListOfTexts = (value: object): boolean => Array.isArray(value) && typeof value[0] !== "object";

/** Every buffer in `columns`, each once, lists of columns among them: what to hand over instead of copying. */
export function buffersOf(columns: object, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  for (const value of Object.values(columns)) {
    if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
    else if (typeof value === "object" && value !== null && !isListOfTexts(value)) buffersOf(value, found);
  }
  return [...found];
}
