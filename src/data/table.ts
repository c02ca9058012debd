import {ceilDay, DATE_PRECISIONS, DAY, startOfDay} from "./calendar.ts";
import {CategoryBuilder, categoryColumn, type CategoryStore} from "./category.ts";
import {CERTAINTIES, CONTEXT, COUNTER, PLACE_PRECISIONS, PRIMARY, type Columns} from "./dataset.ts";
import {closely, larger, release, taken, type Numbers} from "./grow.ts";
import type {Period} from "./period.ts";
import {PlaceBuilder, type PlaceStore, type Site} from "./places.ts";
import type {Plan} from "./plan.ts";
import type {Note, Readers} from "./readers.ts";
import type {Issues} from "./report.ts";
import {record} from "./record.ts";
import {TextBuilders, type TextStore} from "./textBuilder.ts";

/** UTF-16 units of columns without a role that are kept in memory. */
const OTHERS = 128_000_000;

/** What gathers the cells of a table. */
export interface Stores {
  /** `id` is the column of ids among them, -1 for none. */
  texts(columns: number, id: number): TextStore;
  category(): CategoryStore;
  places(plan: Plan, readers: Readers, sites: ReadonlyMap<string, Site>): PlaceStore;
  reorder(order: Uint32Array | null): Reordering;
}

/** Puts columns in an order, null for that in which they stand. */
export interface Reordering {
  /** The first `length` numbers of a column, of which nothing else is left. */
  column<T extends Numbers>(values: T, length: number): T;
  /** Gives back what it took. */
  end(): void;
}

const stores: Stores = {
  texts: (columns) => new TextBuilders(columns),
  category: () => new CategoryBuilder(),
  places: (plan, readers, sites) => new PlaceBuilder(plan, readers, sites),
  reorder: (order) => ({
    column(values, length) {
      if (order === null) return closely(values, length);
      const all = taken(values, length, order);
      release(values);
      return all;
    },
    end() {},
  }),
};

/** The rows by start, those of one start as they came; null when they stand so. */
function orderOf(start: Float64Array): Uint32Array | null {
  let i = 1;
  while (i < start.length && start[i] >= start[i - 1]) i++;
  return i >= start.length ? null : Uint32Array.from(start, (_, i) => i).sort((a, b) => start[a] - start[b] || a - b);
}

const matches = (cells: readonly string[], condition: readonly (readonly [number, string[]])[]): boolean =>
  condition.every(([column, values]) => column !== -1 && values.includes((cells[column] ?? "").trim()));

/** Index in `SERIES` of what a row counts for. */
export const seriesOf = (cells: readonly string[], {primary, counter}: Plan): number =>
  matches(cells, primary) ? PRIMARY : counter !== null && matches(cells, counter) ? COUNTER : CONTEXT;

/** 1 for a row that stays off every curve and count. */
export const backgroundOf = (cells: readonly string[], {background}: Plan): number =>
  background !== null && matches(cells, background) ? 1 : 0;

/** Index in `CERTAINTIES`. */
export function certaintyOf(cells: readonly string[], plan: Plan): number {
  const value = (cells[plan.certainty] ?? "").trim();
  const known = Object.hasOwn(plan.certaintyOf, value) ? plan.certaintyOf[value] : undefined;
  const stated = known ?? (CERTAINTIES.includes(value as never) ? value : "official");
  return Math.max(0, CERTAINTIES.indexOf(stated as (typeof CERTAINTIES)[number]));
}

const factsFor = (rows: number) => ({
  start: new Float64Array(rows),
  end: new Float64Array(rows),
  datePrecision: new Uint8Array(rows),
  series: new Uint8Array(rows),
  certainty: new Uint8Array(rows),
  background: new Uint8Array(rows),
  place: new Int32Array(rows),
  placePrecision: new Uint8Array(rows),
  row: new Uint32Array(rows),
});
export type Facts = ReturnType<typeof factsFor>;

/** What is known of a row besides its own cells, as it stands in the columns of the same names. */
export type RowFacts = {[Name in keyof Facts]: number};

/** What is known of the rows, and the places where they were. */
export type FactColumns = Pick<Columns, "length" | "places" | keyof Facts>;
/** What stands in their cells. */
export type CellColumns = Omit<Columns, keyof FactColumns>;

/** Takes rows in file order with `add` and gives typed columns in time order with `finish`; nothing can be added after that. */
export class TableBuilder {
  #plan: Plan;
  #readers: Readers;
  #issues: Issues;
  /** Rows for which there is room. */
  #room = 1024;
  /** What is known of the rows besides their cells, with room for more. */
  readonly facts = factsFor(this.#room);
  #at = {row: 0, line: 0};
  /** Columns of numbers, where they stand in the file, and what was read of them. */
  readonly numbers: readonly {name: string; column: number; values: Float64Array}[];
  readonly categories: readonly {name: string; column: number; store: CategoryStore; codes: Uint32Array}[];
  /** Where the columns of `texts` stand in the file: those with a role first, then the others. */
  readonly textColumns: readonly number[];
  /** Another one takes its place where somebody else finishes what was gathered. */
  texts: TextStore;
  /** Which row each of those in order was, null where all came so, once that is known; and the facts that stand in it. */
  sorted: {order: Uint32Array | null; standing: readonly string[]} | null = null;
  /** What stands in the cells, in order, where somebody else has finished it. */
  cells: CellColumns | null = null;
  readonly places: PlaceStore;
  length = 0;
  placed = 0;
  #reorder: Stores["reorder"];
  #factColumns: FactColumns | null = null;

  constructor(
    plan: Plan,
    readers: Readers,
    sites: ReadonlyMap<string, Site>,
    issues: Issues,
    {texts, category, places, reorder} = stores,
  ) {
    this.#plan = plan;
    this.#readers = readers;
    this.#issues = issues;
    this.numbers = Object.entries(plan.numbers).map(([name, column]) => ({
      name,
      column,
      values: new Float64Array(this.#room),
    }));
    this.categories = Object.entries(plan.categories).map(([name, column]) => ({
      name,
      column,
      store: category(),
      codes: new Uint32Array(this.#room),
    }));
    this.textColumns = [...Object.values(plan.texts), ...Object.values(plan.others)];
    this.texts = texts(this.textColumns.length, Object.keys(plan.texts).indexOf("id"));
    this.places = places(plan, readers, sites);
    this.#reorder = reorder;
  }

  /** Notes what is wrong with a cell of the row that was named last. */
  readonly note: Note = (code, role, value) =>
    this.#issues.add(code, this.#at.row, this.#plan.names[role] ?? role, value, this.#at.line);

  /** Names the row that notes are about: its number in the file, and where it stands there. */
  at(row: number, line: number): void {
    this.#at.row = row;
    this.#at.line = line;
  }

  /**
   * Adds one row; `row` is its number in the file, `line` where it stands there. Returns false, with an issue noted, for a row without a
   * usable start.
   */
  add(cells: readonly string[], row: number, line = 0): boolean {
    this.at(row, line);
    const when = this.#readers.when(cells, this.note);
    if (when === null) return false;
    const place = this.places.add(cells, this.note);
    const placePrecision = this.#readers.placePrecision(cells);
    this.put({
      start: when.start,
      end: when.end,
      datePrecision: DATE_PRECISIONS.indexOf(when.precision),
      series: seriesOf(cells, this.#plan),
      certainty: certaintyOf(cells, this.#plan),
      background: backgroundOf(cells, this.#plan),
      place,
      placePrecision: placePrecision === null ? 255 : PLACE_PRECISIONS.indexOf(placePrecision),
      row,
    });
    const cell = (column: number) => (cells[column] ?? "").trim();
    const at = this.length - 1;
    for (const {name, column, values} of this.numbers) values[at] = this.#readers.count(cell(column), name, this.note);
    for (const {column, store, codes} of this.categories) codes[at] = store.code(cell(column));
    for (let i = 0; i < this.textColumns.length; i++) this.texts.push(i, cell(this.textColumns[i]));
    return true;
  }

  /** Adds what is known of one row. Its numbers, codes and texts are left to the caller, who adds one to each column. */
  put(facts: RowFacts): void {
    this.makeRoom(1);
    const at = this.length++;
    const columns = this.facts;
    columns.start[at] = facts.start;
    columns.end[at] = facts.end;
    columns.datePrecision[at] = facts.datePrecision;
    columns.series[at] = facts.series;
    columns.certainty[at] = facts.certainty;
    columns.background[at] = facts.background;
    columns.place[at] = facts.place;
    columns.placePrecision[at] = facts.placePrecision;
    columns.row[at] = facts.row;
    if (facts.place !== -1) this.placed++;
  }

  /** Makes room for some rows more. */
  makeRoom(rows: number): void {
    if (this.length + rows > this.#room) this.reserve((this.length + rows) * 2);
  }

  /** Makes room for as many rows as there may be, so that what holds them need not grow step by step. */
  reserve(rows: number): void {
    if (rows <= this.#room) return;
    this.#room = rows;
    const columns = this.facts;
    for (const name of Object.keys(columns) as (keyof Facts)[]) columns[name] = larger(columns[name], rows) as never;
    for (const each of this.numbers) each.values = larger(each.values, rows);
    for (const each of this.categories) each.codes = larger(each.codes, rows);
  }

  /** Names of the columns without a role when they are too large to be kept. */
  get othersLeft(): string[] {
    const names = Object.keys(this.#plan.others);
    const first = this.textColumns.length - names.length;
    const size = names.reduce((sum, _, i) => sum + this.texts.size(first + i), 0);
    return size > OTHERS ? names : [];
  }

  /** Which columns of `texts` are kept: those with a role first, then the others, unless these are too large. */
  get textsKept(): number[] {
    return [...this.textColumns.keys()].slice(0, this.textColumns.length - this.othersLeft.length);
  }

  finish(): {columns: Columns; extent: Period} {
    const columns = {...this.finishFacts(), ...(this.cells ?? this.finishCells())};
    return {columns, extent: extentOf(columns)};
  }

  /** Makes a part of the columns, for one who waits for the others. Nothing can be added after that. */
  finishFacts(): FactColumns {
    if (this.#factColumns !== null) return this.#factColumns;
    const {length, facts, places} = this;
    const {order, standing} = this.#inOrder();
    const columns = this.#reorder(order);
    const stands = this.#reorder(null);
    const found = Object.fromEntries(
      Object.entries(facts).map(([name, values]) => [
        name,
        (standing.includes(name) ? stands : columns).column(values, length),
      ]),
    ) as unknown as Facts;
    columns.end();
    return (this.#factColumns = {length, ...found, places: places.finish(found.place)});
  }

  /** Makes the others. */
  finishCells(): CellColumns {
    const {length} = this;
    const {order} = this.#inOrder();
    const columns = this.#reorder(order);
    const numbers = this.numbers.map(({name, values}) => [name, columns.column(values, length)] as const);
    const categories = this.categories.map(({name, store, codes}) => {
      const {codes: all, values} = categoryColumn(codes, store.values());
      if (all !== codes) release(codes);
      return [name, {codes: columns.column(all, length), values}] as const;
    });
    columns.end();
    const roles = Object.keys(this.#plan.texts);
    const names = [...roles, ...Object.keys(this.#plan.others)];
    const texts = this.texts.finish(order, this.textsKept).map((column, i) => [names[i], column] as const);
    return {
      numbers: Object.fromEntries(numbers),
      categories: record(categories),
      texts: Object.fromEntries(texts.slice(0, roles.length)),
      others: record(texts.slice(roles.length)),
    };
  }

  #inOrder(): NonNullable<TableBuilder["sorted"]> {
    return (this.sorted ??= {order: orderOf(this.facts.start.subarray(0, this.length)), standing: []});
  }
}

/** Rows are in order of time, and none counts for longer than a day. */
function extentOf({length, start, end, background}: Columns): Period {
  for (const all of [false, true]) {
    let first = 0;
    while (first < length && !all && background[first] === 1) first++;
    if (first === length) continue;
    let last = -Infinity;
    for (let i = length - 1; i >= first && start[i]! + DAY > last; i--)
      if (all || background[i] === 0) last = Math.max(last, start[i]! + 1, Math.min(end[i]!, start[i]! + DAY));
    return [startOfDay(start[first]!), ceilDay(last)];
  }
  return [0, DAY];
}
