import {
  ceilDay,
  DATE_PRECISIONS,
  DAY,
  endOf,
  parseDate,
  startOfDay,
  type DatePrecision,
  type Stamp,
} from "./calendar.ts";
import {CategoryBuilder} from "./category.ts";
import {
  CERTAINTIES,
  CONTEXT,
  COUNTER,
  PLACE_PRECISIONS,
  PRIMARY,
  type Columns,
  type PlacePrecision,
} from "./dataset.ts";
import {Floats} from "./grow.ts";
import type {Period} from "./period.ts";
import {PlaceBuilder, type Site} from "./places.ts";
import type {Plan} from "./plan.ts";
import type {Issues} from "./report.ts";
import {packText} from "./text.ts";
import {Zone} from "./zone.ts";

const matches = (cells: readonly string[], condition: readonly (readonly [number, string[]])[]): boolean =>
  condition.every(([column, values]) => column !== -1 && values.includes((cells[column] ?? "").trim()));

/** Takes rows in file order with `add` and gives typed columns in time order with `finish`; nothing can be added after that. */
export class TableBuilder {
  #plan: Plan;
  #issues: Issues;
  #zone: Zone;
  #start = new Floats();
  #end = new Floats();
  #precision = new Floats();
  #series = new Floats();
  #certainty = new Floats();
  #background = new Floats();
  #place = new Floats();
  #placePrecision = new Floats();
  #row = new Floats();
  #numbers: [name: string, column: number, values: Floats][];
  #categories: [name: string, column: number, builder: CategoryBuilder, codes: Floats][];
  #texts: [name: string, column: number, values: string[]][];
  #places: PlaceBuilder;
  placed = 0;

  constructor(plan: Plan, sites: ReadonlyMap<string, Site>, issues: Issues) {
    this.#plan = plan;
    this.#issues = issues;
    this.#zone = new Zone(plan.timezone);
    this.#numbers = Object.entries(plan.numbers).map(([name, column]) => [name, column, new Floats()]);
    this.#categories = Object.entries(plan.categories).map(([name, column]) => [
      name,
      column,
      new CategoryBuilder(),
      new Floats(),
    ]);
    this.#texts = Object.entries(plan.texts).map(([name, column]) => [name, column, []]);
    this.#places = new PlaceBuilder(plan, sites, issues);
  }

  get length(): number {
    return this.#start.length;
  }

  /** Adds one row; `row` is its number in the file. Returns false, with an issue noted, for a row without a usable start. */
  add(cells: readonly string[], row: number): boolean {
    const plan = this.#plan;
    const startText = (cells[plan.start] ?? "").trim();
    const start = parseDate(startText, this.#zone);
    if (start === null) {
      this.#issues.add(startText === "" ? "no-date" : "bad-date", row, "start", startText);
      return false;
    }
    const precision = this.#precisionOf(cells, start);
    this.#start.push(start.ms);
    this.#end.push(this.#endOf(cells, start, precision, row));
    this.#precision.push(DATE_PRECISIONS.indexOf(precision));
    this.#series.push(
      matches(cells, plan.primary)
        ? PRIMARY
        : plan.counter !== null && matches(cells, plan.counter)
          ? COUNTER
          : CONTEXT,
    );
    this.#certainty.push(Math.max(0, CERTAINTIES.indexOf(this.#certaintyOf(cells))));
    this.#background.push(plan.background !== null && matches(cells, plan.background) ? 1 : 0);
    const place = this.#places.add(cells, row);
    if (place !== -1) this.placed++;
    this.#place.push(place);
    this.#placePrecision.push(this.#placePrecisionOf(cells));
    this.#row.push(row);
    for (const [, column, values] of this.#numbers) {
      const text = (cells[column] ?? "").trim();
      values.push(/\d$/.test(text) ? Number(text) : NaN);
    }
    for (const [, column, builder, codes] of this.#categories) codes.push(builder.code((cells[column] ?? "").trim()));
    for (const [, column, values] of this.#texts) values.push((cells[column] ?? "").trim());
    return true;
  }

  #precisionOf(cells: readonly string[], start: Stamp): DatePrecision {
    const stated = (cells[this.#plan.datePrecision] ?? "").trim() as DatePrecision;
    return DATE_PRECISIONS.includes(stated) ? stated : start.precision;
  }

  #endOf(cells: readonly string[], start: Stamp, precision: DatePrecision, row: number): number {
    const natural = endOf(start.ms, precision);
    const text = (cells[this.#plan.end] ?? "").trim();
    if (text === "") return natural;
    const end = parseDate(text, this.#zone);
    if (end === null) this.#issues.add("bad-end", row, "end", text);
    else if (endOf(end.ms, end.precision) <= start.ms) this.#issues.add("end-before-start", row, "end", text);
    else
      return end.precision === "day" || end.precision === "month" || end.precision === "year"
        ? endOf(end.ms, end.precision)
        : Math.max(end.ms, start.ms + 1);
    return natural;
  }

  #placePrecisionOf(cells: readonly string[]): number {
    const stated = PLACE_PRECISIONS.indexOf((cells[this.#plan.placePrecision] ?? "").trim() as PlacePrecision);
    return stated === -1 ? 255 : stated;
  }

  #certaintyOf(cells: readonly string[]): (typeof CERTAINTIES)[number] {
    const value = (cells[this.#plan.certainty] ?? "").trim();
    const known = this.#plan.certaintyOf[value];
    return (known ?? (CERTAINTIES.includes(value as never) ? value : "official")) as (typeof CERTAINTIES)[number];
  }

  finish(): {columns: Columns; extent: Period} {
    const start = this.#start.view();
    const length = start.length;
    const order = Uint32Array.from({length}, (_, i) => i).sort((a, b) => start[a]! - start[b]! || a - b);
    const take = <T extends Float64Array | Uint8Array | Int32Array | Uint32Array>(from: Float64Array, to: T): T => {
      for (let i = 0; i < length; i++) to[i] = from[order[i]!]!;
      return to;
    };
    const place = take(this.#place.view(), new Int32Array(length));
    const columns: Columns = {
      length,
      start: take(start, new Float64Array(length)),
      end: take(this.#end.view(), new Float64Array(length)),
      datePrecision: take(this.#precision.view(), new Uint8Array(length)),
      series: take(this.#series.view(), new Uint8Array(length)),
      certainty: take(this.#certainty.view(), new Uint8Array(length)),
      background: take(this.#background.view(), new Uint8Array(length)),
      place,
      placePrecision: take(this.#placePrecision.view(), new Uint8Array(length)),
      row: take(this.#row.view(), new Uint32Array(length)),
      numbers: Object.fromEntries(
        this.#numbers.map(([name, , values]) => [name, take(values.view(), new Float64Array(length))]),
      ),
      categories: Object.fromEntries(
        this.#categories.map(([name, , builder, codes]) => [name, builder.finish(codes.view(), order)]),
      ),
      texts: Object.fromEntries(this.#texts.map(([name, , values]) => [name, packText(values, order)])),
      places: this.#places.finish(place),
    };
    return {columns, extent: extentOf(columns)};
  }
}

function extentOf({length, start, end, background}: Columns): Period {
  let first = Infinity;
  let last = -Infinity;
  for (const all of [false, true]) {
    for (let i = 0; i < length; i++) {
      if (!all && background[i] === 1) continue;
      if (start[i]! < first) first = start[i]!;
      const until = Math.max(start[i]! + 1, Math.min(end[i]!, start[i]! + DAY));
      if (until > last) last = until;
    }
    if (first < Infinity) break;
  }
  return first === Infinity ? [0, DAY] : [startOfDay(first), ceilDay(last)];
}
