import {ceilDay, DATE_PRECISIONS, DAY, startOfDay} from "./calendar.ts";
import {CategoryBuilder} from "./category.ts";
import {CERTAINTIES, CONTEXT, COUNTER, PLACE_PRECISIONS, PRIMARY, type Columns} from "./dataset.ts";
import {Floats} from "./grow.ts";
import type {Period} from "./period.ts";
import {PlaceBuilder, type Site} from "./places.ts";
import type {Plan} from "./plan.ts";
import type {Note, Readers} from "./readers.ts";
import type {Issues} from "./report.ts";
import {record} from "./record.ts";
import {TextBuilder} from "./textBuilder.ts";

/** UTF-16 units of columns without a role that are kept in memory. */
const OTHERS = 128_000_000;

const matches = (cells: readonly string[], condition: readonly (readonly [number, string[]])[]): boolean =>
  condition.every(([column, values]) => column !== -1 && values.includes((cells[column] ?? "").trim()));

/** Takes rows in file order with `add` and gives typed columns in time order with `finish`; nothing can be added after that. */
export class TableBuilder {
  #plan: Plan;
  #readers: Readers;
  #issues: Issues;
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
  #texts: [name: string, column: number, values: TextBuilder][];
  #others: [name: string, column: number, values: TextBuilder][];
  #places: PlaceBuilder;
  #at = {row: 0, line: 0};
  #note: Note;
  placed = 0;

  constructor(plan: Plan, readers: Readers, sites: ReadonlyMap<string, Site>, issues: Issues) {
    this.#plan = plan;
    this.#readers = readers;
    this.#issues = issues;
    this.#note = (code, role, value) =>
      this.#issues.add(code, this.#at.row, plan.names[role] ?? role, value, this.#at.line);
    this.#numbers = Object.entries(plan.numbers).map(([name, column]) => [name, column, new Floats()]);
    this.#categories = Object.entries(plan.categories).map(([name, column]) => [
      name,
      column,
      new CategoryBuilder(),
      new Floats(),
    ]);
    this.#texts = Object.entries(plan.texts).map(([name, column]) => [name, column, new TextBuilder()]);
    this.#others = Object.entries(plan.others).map(([name, column]) => [name, column, new TextBuilder()]);
    this.#places = new PlaceBuilder(plan, readers, sites);
  }

  get length(): number {
    return this.#start.length;
  }

  /**
   * Adds one row; `row` is its number in the file, `line` where it stands there. Returns false, with an issue noted, for a row without a
   * usable start.
   */
  add(cells: readonly string[], row: number, line = 0): boolean {
    const plan = this.#plan;
    this.#at.row = row;
    this.#at.line = line;
    const when = this.#readers.when(cells, this.#note);
    if (when === null) return false;
    this.#start.push(when.start);
    this.#end.push(when.end);
    this.#precision.push(DATE_PRECISIONS.indexOf(when.precision));
    this.#series.push(
      matches(cells, plan.primary)
        ? PRIMARY
        : plan.counter !== null && matches(cells, plan.counter)
          ? COUNTER
          : CONTEXT,
    );
    this.#certainty.push(Math.max(0, CERTAINTIES.indexOf(this.#certaintyOf(cells))));
    this.#background.push(plan.background !== null && matches(cells, plan.background) ? 1 : 0);
    const place = this.#places.add(cells, this.#note);
    if (place !== -1) this.placed++;
    this.#place.push(place);
    const placePrecision = this.#readers.placePrecision(cells);
    this.#placePrecision.push(placePrecision === null ? 255 : PLACE_PRECISIONS.indexOf(placePrecision));
    this.#row.push(row);
    for (const [name, column, values] of this.#numbers)
      values.push(this.#readers.count((cells[column] ?? "").trim(), name, this.#note));
    for (const [, column, builder, codes] of this.#categories) codes.push(builder.code((cells[column] ?? "").trim()));
    for (const [, column, values] of this.#texts) values.push((cells[column] ?? "").trim());
    for (const [, column, values] of this.#others) values.push((cells[column] ?? "").trim());
    return true;
  }

  #certaintyOf(cells: readonly string[]): (typeof CERTAINTIES)[number] {
    const value = (cells[this.#plan.certainty] ?? "").trim();
    const known = Object.hasOwn(this.#plan.certaintyOf, value) ? this.#plan.certaintyOf[value] : undefined;
    return (known ?? (CERTAINTIES.includes(value as never) ? value : "official")) as (typeof CERTAINTIES)[number];
  }

  /** Names of the columns without a role when they are too large to be kept. */
  get othersLeft(): string[] {
    const size = this.#others.reduce((sum, [, , values]) => sum + values.size, 0);
    return size > OTHERS ? this.#others.map(([name]) => name) : [];
  }

  finish(): {columns: Columns; extent: Period} {
    const start = this.#start.view();
    const length = start.length;
    const order = Uint32Array.from({length}, (_, i) => i);
    if (start.some((time, i) => time < start[i - 1]!)) order.sort((a, b) => start[a]! - start[b]! || a - b);
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
      categories: record(
        this.#categories.map(([name, , builder, codes]) => [name, builder.finish(codes.view(), order)]),
      ),
      texts: Object.fromEntries(this.#texts.map(([name, , values]) => [name, values.finish(order)])),
      others:
        this.othersLeft.length > 0 ? {} : record(this.#others.map(([name, , values]) => [name, values.finish(order)])),
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
