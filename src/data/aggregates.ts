import {bisectRight} from "d3";
import {BinCounts, CELLS} from "./binCounts.ts";
import {BlockSums, SHIFT} from "./blockSums.ts";
import type {Dataset} from "./dataset.ts";
import {BLOCK, within, type FacetRows, type RowList} from "./rowList.ts";
import {BACKGROUND, CELL, EVERYTHING, IS_DRAWN, IS_PRIMARY, MAX_FACETS, NOTHING, RowMarks, SEARCH} from "./rowMarks.ts";
import {WindowCounts} from "./windowCounts.ts";

/** Cells of a place: its rows by certainty, the primary series first. */
export const PLACE_CELLS = CELLS;
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
  #primary: BlockSums;
  #bins: BinCounts;
  #i0 = 0;
  #i1 = 0;

  /**
   * `certaintyFacet` names the facet whose values certainty is read from, if any: rows of one value are of one certainty. Throws a RangeError
   * above 14 facets.
   */
  constructor(dataset: Dataset, facets: readonly string[], certaintyFacet: string | null = null) {
    if (facets.length > MAX_FACETS)
      throw new RangeError(`${facets.length} facets when at most ${MAX_FACETS} are counted`);
    const columns = facets.map((name) => dataset.columns.categories[name]!);
    this.#dataset = dataset;
    this.facets = facets;
    this.#codes = columns.map(({codes}) => codes);
    this.#kept = columns.map(({values}) => new Uint8Array(values.length).fill(1));
    this.#marks = new RowMarks(dataset, facets);
    this.#running = new WindowCounts(dataset, facets, certaintyFacet, this.#marks);
    ({
      bySeries: this.bySeries,
      byCertainty: this.byCertainty,
      shownByCertainty: this.shownByCertainty,
      byFacet: this.byFacet,
    } = this.#running);
    this.#primary = new BlockSums(this.#marks);
    this.#bins = new BinCounts(dataset, this.#marks, new Float64Array());
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
    return this.#marks.fails[row] === 0;
  }

  /** Whether a row passes facets and search, background or not. */
  passesFilters(row: number): boolean {
    return (this.#marks.fails[row]! & ~(1 << BACKGROUND)) === 0;
  }

  /** Primary rows that pass among the rows `[from, to)` of the table, in the window or not. */
  primaryIn(from: number, to: number): number {
    return this.#primary.before(to) - this.#primary.before(from);
  }

  /** The last primary row that passes before `row`, in the window or not; -1 for none. */
  primaryBefore(row: number): number {
    return this.#primary.last(row);
  }

  /**
   * Writes the rows of a place that are in the window and pass into `counts`, from `at` on: four counts by certainty of the primary
   * series, then four of the counter series.
   */
  countPlace(place: number, counts: Uint32Array, at = 0): void {
    if (this.#running.copyPlace(place, counts, at)) return;
    const {kinds, fails} = this.#marks;
    counts.fill(0, at, at + CELLS);
    for (const row of this.#dataset.rowsAt(place)) {
      if (row >= this.#i1) break;
      const cell = kinds[row]! & CELL;
      if (row >= this.#i0 && fails[row] === 0 && cell < CELLS) counts[at + cell]!++;
    }
  }

  /** Rows that pass, by column of the timeline: see `CELLS` of `bins.ts`. A fresh array; counted once for the same `edges`, then kept up. */
  binned(edges: Float64Array): Uint32Array {
    if (this.#bins.edges !== edges) this.#bins = new BinCounts(this.#dataset, this.#marks, edges);
    return this.#bins.between();
  }

  /** Takes an index of a facet, by which its values are quick to switch; without one `filter` goes over all rows. */
  useIndex(facet: string, rows: FacetRows): void {
    this.#rowsOf[this.facets.indexOf(facet)] = rows;
  }

  /** Keeps the rows that `show` keeps and `matches` marks with 1; null matches all. Two calls with the same array mean the same search. */
  filter(show: Show, matches: Uint8Array | null): void {
    this.facets.forEach((name, facet) => {
      const shown = Object.hasOwn(show, name) ? new Set(show[name]) : null;
      const kept = this.#kept[facet]!;
      const switched: number[][] = [[], []];
      this.#dataset.columns.categories[name]!.values.forEach((value, code) => {
        const keep = shown === null || shown.has(value) ? 1 : 0;
        if (keep === kept[code]) return;
        kept[code] = keep;
        switched[keep]!.push(code);
      });
      if (switched.every((codes) => codes.length === 0)) return;
      this.#marks.keep(facet, kept);
      switched.forEach(
        (codes, keep) => codes.length > 0 && this.#switch(facet, keep, kept, this.#codes[facet]!, codes),
      );
    });
    if (matches !== this.#matches) {
      this.#matches = matches;
      for (const keep of [0, 1]) this.#switch(SEARCH, keep, matches);
    }
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

  /**
   * Flips a bit of the rows that `kept` keeps if `keep` is 1, or does not if it is 0, where it says otherwise. `kept` is by code, and `switched`
   * are those codes that have changed; without `codes` it is by row. Null keeps all.
   */
  #switch(
    bit: number,
    keep: number,
    kept: Uint8Array | null,
    codes?: ArrayLike<number>,
    switched: readonly number[] = [],
  ): void {
    const {fails} = this.#marks;
    const index = this.#rowsOf[bit];
    if (index !== undefined) {
      const {offsets, starts} = index;
      const values = this.#kept[bit]!.length;
      for (let base = 0, at = 0; at < starts.length - 1; base += BLOCK, at += values)
        for (const code of switched)
          this.#flip({base, offsets, from: starts[at + code]!, to: starts[at + code + 1]!}, bit, keep);
      return;
    }
    for (const {base, to} of this.#lists()) {
      let count = 0;
      for (let i = 0; i < to; i++) {
        const row = base + i;
        const isKept = kept === null ? 1 : kept[codes === undefined ? row : codes[row]!]!;
        SOME[count] = i;
        // Without a branch, which would often be mispredicted.
        count += ((isKept ^ keep) | (((fails[row]! >> bit) & 1) ^ keep)) ^ 1;
      }
      this.#flip({base, offsets: SOME, from: 0, to: count}, bit, keep);
    }
  }

  /** Sets or clears a bit of rows, and carries that into every count. */
  #flip(rows: RowList, bit: number, keep: number): void {
    const {base, offsets, from, to} = rows;
    const {kinds, fails} = this.#marks;
    const {sums} = this.#primary;
    const {firsts, counts} = this.#bins;
    const mask = EVERYTHING & ~(1 << bit);
    const set = keep === 1 ? 0 : 1 << bit;
    const step = keep === 1 ? 1 : -1;
    if (from === to) return;
    let column = bisectRight(firsts, base + offsets[from]!) - 1;
    let end = firsts[column + 1]!;
    // A sum that is added to once a stretch, not once a row: each would wait for the one before.
    let stretch = (base + offsets[from]!) >> SHIFT;
    let sum = 0;
    for (let i = from; i < to; i++) {
      const row = base + offsets[i]!;
      while (row >= end) end = firsts[++column + 1]!;
      const rest = fails[row]! & mask;
      fails[row] = rest | set;
      if (rest !== 0) continue;
      if (row >> SHIFT !== stretch) {
        sums[stretch]! += sum;
        stretch = row >> SHIFT;
        sum = 0;
      }
      const cell = kinds[row]! & CELL;
      sum += step & IS_PRIMARY[cell]!;
      counts[column * CELLS + (cell & (CELLS - 1))]! += step & IS_DRAWN[cell]!;
    }
    sums[stretch]! += sum;
    this.#primary.changed();
    this.#running.add(within(rows, this.#i0, this.#i1), bit, step);
  }

  #count(from: number, to: number, step: 1 | -1): void {
    for (const rows of this.#lists(from, to)) this.#running.add(rows, NOTHING, step);
  }
}
