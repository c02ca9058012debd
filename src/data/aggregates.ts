import {bisectRight} from "d3";
import {SERIES, type Dataset} from "./dataset.ts";
import {BLOCK, within, type FacetRows, type RowList} from "./rowList.ts";
import {BACKGROUND, CELL, STRIDE, CELLS, EVERYTHING, marksOf, NOTHING, SEARCH, type RowMarks} from "./rowMarks.ts";
import {atOnce} from "./slices.ts";
import {Stretches} from "./stretches.ts";
import {WindowCounts} from "./windowCounts.ts";

/** Rows that are gone over at a time where it is all of a stretch: so few that they stay in the nearest cache. */
const SHORT = 2048;
const EACH = Uint16Array.from({length: SHORT}, (_, i) => i);
/** Room for some of those. */
const SOME = new Uint16Array(SHORT);

/** Kept values by facet column; a column that is absent keeps all. */
export type Show = Readonly<Record<string, readonly string[]>>;

/**
 * Running counts of the rows in a window that pass the facets and the search. `moveTo` touches only the rows that enter or leave,
 * `filter` only the rows whose values are switched. A facet's own counts leave out its own filter, so that a value switched off still says
 * what it would add.
 */
export class Aggregates {
  readonly facets: readonly string[];
  /** Rows that pass, by series. */
  readonly bySeries: Uint32Array;
  /** Primary rows that pass, by certainty, leaving out the certainty column's own filter when it is a facet. */
  readonly byCertainty: Uint32Array;
  /** Primary rows that pass, by certainty. */
  readonly shownByCertainty: Uint32Array;
  /** By facet, then `value code * 3 + series`. */
  readonly byFacet: readonly Uint32Array[];

  #dataset: Dataset;
  #codes: readonly (Uint16Array | Uint32Array)[];
  #rowsOf: (FacetRows | undefined)[] = [];
  #marks: RowMarks;
  /** 1 for each value of each facet that is kept. */
  #kept: readonly Uint8Array[];
  #matches: Uint8Array | null = null;
  #running: WindowCounts;
  #stretches: Stretches;
  #i0 = 0;
  #i1 = 0;

  /**
   * `certaintyFacet` names the facet whose values certainty is read from, if any: rows of one value are of one certainty. Throws a RangeError
   * above 14 facets. `marks` are those of the same table and facets.
   */
  constructor(
    dataset: Dataset,
    facets: readonly string[],
    certaintyFacet: string | null = null,
    marks = atOnce(marksOf(dataset, facets)),
  ) {
    const columns = facets.map((name) => dataset.columns.categories[name]!);
    this.#dataset = dataset;
    this.facets = facets;
    this.#codes = columns.map(({codes}) => codes);
    this.#kept = columns.map(({values}) => new Uint8Array(values.length).fill(1));
    this.#marks = marks;
    this.#running = new WindowCounts(dataset, facets, certaintyFacet, marks);
    ({
      bySeries: this.bySeries,
      byCertainty: this.byCertainty,
      shownByCertainty: this.shownByCertainty,
      byFacet: this.byFacet,
    } = this.#running);
    this.#stretches = new Stretches(dataset, marks, new Float64Array());
  }

  get rows(): readonly [number, number] {
    return [this.#i0, this.#i1];
  }

  /** Rows of the window that pass, whatever their series. */
  get events(): number {
    return this.bySeries.reduce((sum, n) => sum + n, 0);
  }

  /** Rows of the window that pass and belong to the primary or the counter series, but have no place on the map. */
  get unplaced(): number {
    return this.#running.unplaced;
  }

  /** Whether a row passes facets and search and is not background. */
  passes(row: number): boolean {
    return this.#marks.failsOf(row) === 0;
  }

  /** Whether a row passes facets and search, background or not. */
  passesFilters(row: number): boolean {
    return (this.#marks.failsOf(row) & ~(1 << BACKGROUND)) === 0;
  }

  /** Primary rows that pass among the rows `[from, to)` of the table, in the window or not. */
  primaryIn(from: number, to: number): number {
    return this.#stretches.primaryIn(from, to);
  }

  /** The last primary row that passes before `row`, in the window or not; -1 for none. */
  primaryBefore(row: number): number {
    return this.#stretches.last(row);
  }

  /**
   * Writes the rows of a place that are in the window and pass into `counts`, from `at` on: four counts by certainty of the primary
   * series, then four of the counter series.
   */
  countPlace(place: number, counts: Uint32Array, at = 0): void {
    if (this.#running.copyPlace(place, counts, at)) return;
    counts.fill(0, at, at + CELLS);
    for (const row of this.#dataset.rowsAt(place)) {
      if (row >= this.#i1) break;
      const cell = this.#marks.kinds[row]! & CELL;
      if (row >= this.#i0 && this.#marks.failsOf(row) === 0 && cell < CELLS) counts[at + cell]!++;
    }
  }

  /** Rows that pass, by column of the timeline: see `STRIDE` of `bins.ts`. A fresh array; counted once for the same `edges`, then kept up. */
  binned(edges: Float64Array): Uint32Array {
    if (this.#stretches.edges !== edges) this.#stretches = new Stretches(this.#dataset, this.#marks, edges);
    return this.#stretches.byColumn();
  }

  /** Takes an index of a facet, by which its values are quick to switch; without one `filter` goes over all rows. */
  useIndex(facet: string, rows: FacetRows): void {
    this.#rowsOf[this.facets.indexOf(facet)] = rows;
  }

  /** Keeps the rows that `show` keeps and `matches` marks with 1; null matches all. Two calls with the same array mean the same search. */
  filter(show: Show, matches: Uint8Array | null): void {
    this.facets.forEach((name, facet) => this.#keep(facet, Object.hasOwn(show, name) ? new Set(show[name]) : null));
    if (matches !== this.#matches) {
      this.#matches = matches;
      this.#search();
    }
    if (matches === null && this.#kept.every((kept, facet) => this.#marks.joint.has(facet) || !kept.includes(0)))
      this.#marks.fails = null;
    this.#running.sum();
  }

  /** Moves the window to rows `[i0, i1)`. */
  moveTo(i0: number, i1: number): void {
    if (i1 <= this.#i0 || i0 >= this.#i1) {
      this.#count(this.#i0, this.#i1, -1);
      this.#count(i0, i1, 1);
    } else {
      this.#count(this.#i0, i0, -1);
      this.#count(i0, this.#i0, 1);
      this.#count(i1, this.#i1, -1);
      this.#count(this.#i1, i1, 1);
    }
    this.#i0 = i0;
    this.#i1 = i1;
    this.#running.sum();
  }

  /** All rows `[from, to)`, in short lists. */
  *#lists(from = 0, to = this.#dataset.length): Generator<RowList, void> {
    for (let base = from; base < to; base += SHORT)
      yield {base, offsets: EACH, from: 0, to: Math.min(SHORT, to - base)};
  }

  /** Keeps the rows of those values of a facet; null keeps all. */
  #keep(facet: number, shown: ReadonlySet<string> | null): void {
    const kept = this.#kept[facet]!;
    const switched: number[][] = [[], []];
    this.#dataset.columns.categories[this.facets[facet]!]!.values.forEach((value, code) => {
      const keep = shown === null || shown.has(value) ? 1 : 0;
      if (keep === kept[code]) return;
      kept[code] = keep;
      switched[keep]!.push(code);
    });
    if (switched.every((codes) => codes.length === 0)) return;
    this.#marks.keep(facet, kept);
    switched.forEach((codes, keep) => {
      if (codes.length === 0) return;
      if (this.#marks.joint.has(facet) && this.#marks.fails === null) this.#switchKinds(facet, codes, keep);
      else for (const rows of this.#rowsWith(facet, codes)) this.#flip(rows, facet, keep);
    });
  }

  /** Adds or takes all rows of some values of a facet that kinds tell: by kind, and one by one only those of the window, which have places. */
  #switchKinds(facet: number, codes: readonly number[], keep: number): void {
    const slots = this.#marks.joint.get(facet)!;
    const step = keep === 1 ? 1 : -1;
    this.#stretches.switch((kind) => codes.includes(Math.floor(slots[kind]! / SERIES.length)), facet, step);
    for (const rows of this.#rowsWith(facet, codes, this.#i0, this.#i1)) this.#running.add(rows, facet, step);
  }

  /** Keeps the rows that match, and no others. */
  #search(): void {
    const matches = this.#matches;
    for (const keep of [0, 1])
      for (const {base, to} of this.#lists()) {
        const fails = this.#marks.fails;
        let count = 0;
        for (let i = 0; i < to; i++) {
          const row = base + i;
          const isKept = matches === null ? 1 : matches[row]!;
          const wasKept = fails === null ? 1 : ((fails[row]! >> SEARCH) & 1) ^ 1;
          SOME[count] = i;
          // Without a branch, which would often be mispredicted.
          count += (isKept ^ wasKept) & (isKept ^ keep ^ 1);
        }
        this.#flip({base, offsets: SOME, from: 0, to: count}, SEARCH, keep);
      }
  }

  /** The rows of some values of a facet among the rows `[i0, i1)`. */
  *#rowsWith(facet: number, values: readonly number[], i0 = 0, i1 = this.#dataset.length): Generator<RowList, void> {
    const index = this.#rowsOf[facet];
    const {length} = this.#kept[facet]!;
    if (index !== undefined) {
      const {offsets, starts} = index;
      for (let block = Math.floor(i0 / BLOCK); block * BLOCK < i1; block++)
        for (const code of values) {
          const at = block * length + code;
          yield within({base: block * BLOCK, offsets, from: starts[at]!, to: starts[at + 1]!}, i0, i1);
        }
      return;
    }
    const isOne = new Uint8Array(length);
    for (const code of values) isOne[code] = 1;
    const codes = this.#codes[facet]!;
    for (const {base, to} of this.#lists(i0, i1)) {
      let count = 0;
      for (let i = 0; i < to; i++) {
        SOME[count] = i;
        count += isOne[codes[base + i]!]!;
      }
      yield {base, offsets: SOME, from: 0, to: count};
    }
  }

  /** Sets or clears a bit of rows where they have one of their own, and carries that into every count. */
  #flip(rows: RowList, bit: number, keep: number): void {
    const {base, offsets, from, to} = rows;
    if (from === to) return;
    if (!this.#marks.joint.has(bit)) this.#mark(rows, bit, keep);
    const {kinds, kindFails, fails} = this.#marks;
    const {starts, counts} = this.#stretches;
    const mask = EVERYTHING & ~(1 << bit);
    const step = keep === 1 ? 1 : -1;
    for (let i = from, stretch = bisectRight(starts, base + offsets[from]!) - 1; i < to; stretch++) {
      const end = starts[stretch + 1]! - base;
      for (; i < to; i++) {
        const offset = offsets[i]!;
        if (offset >= end) break;
        const kind = kinds[base + offset]!;
        if ((kindFails[kind]! & mask) !== 0) continue;
        if (fails !== null && (fails[base + offset]! & mask) !== 0) continue;
        counts[stretch * STRIDE + (kind & CELL)]! += step;
      }
    }
    this.#running.add(within(rows, this.#i0, this.#i1), bit, step);
  }

  #mark({base, offsets, from, to}: RowList, bit: number, keep: number): void {
    const fails = (this.#marks.fails ??= new Uint16Array(this.#dataset.length));
    const set = 1 << bit;
    if (keep === 1) for (let i = from; i < to; i++) fails[base + offsets[i]!]! &= ~set;
    else for (let i = from; i < to; i++) fails[base + offsets[i]!]! |= set;
  }

  #count(from: number, to: number, step: 1 | -1): void {
    if (this.#marks.fails === null) this.#running.addAll(from, to, step);
    else for (const rows of this.#lists(from, to)) this.#running.add(rows, NOTHING, step);
  }
}
