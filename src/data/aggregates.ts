import {BinCounts} from "./binCounts.ts";
import {BlockSums} from "./blockSums.ts";
import {CERTAINTIES, COUNTER, PRIMARY, SERIES, type Dataset} from "./dataset.ts";
import {facetRows, type FacetRows} from "./facetRows.ts";

export const MAX_FACETS = 14;
const SEARCH = 1 << 14;
const BACKGROUND = 1 << 15;
const CLASSES = CERTAINTIES.length;
/** Cells of a place: its rows by certainty, the primary series first. */
export const PLACE_CELLS = 2 * CLASSES;
/** With more places than this there are few rows at each, and they are counted when they are asked for. */
const MOST_PLACES = 100_000;
/** Where a filter changes a larger share of the table than this, all of it is counted anew. */
const LARGE_CHANGE = 1 / 3;

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
  readonly bySeries = new Uint32Array(SERIES.length);
  /** Primary rows that pass, by certainty, leaving out the certainty column's own filter when it is a facet. */
  readonly byCertainty = new Uint32Array(CLASSES);
  /** Primary rows that pass, by certainty. */
  readonly shownByCertainty = new Uint32Array(CLASSES);
  /** By facet, then `value code * 3 + series`. */
  readonly byFacet: readonly Uint32Array[];

  #dataset: Dataset;
  #codes: readonly ArrayLike<number>[];
  #rowsOf: (FacetRows | undefined)[] = [];
  #fail: Uint16Array;
  /** 1 for each value of each facet that is not kept. */
  #dropped: readonly Uint8Array[];
  #matches: Uint8Array | null = null;
  #certaintyBit: number;
  #byPlace: Uint32Array | null;
  #unplaced = 0;
  #primary: BlockSums;
  #bins: BinCounts | null = null;
  #i0 = 0;
  #i1 = 0;

  /** `certaintyFacet` names the facet whose values certainty is read from, if any. Throws a RangeError above 14 facets. */
  constructor(dataset: Dataset, facets: readonly string[], certaintyFacet: string | null = null) {
    if (facets.length > MAX_FACETS)
      throw new RangeError(`${facets.length} facets when at most ${MAX_FACETS} are counted`);
    this.#dataset = dataset;
    this.facets = facets;
    const columns = facets.map((name) => dataset.columns.categories[name]!);
    const {length, placeCount} = dataset;
    const {series} = dataset.columns;
    const fail = new Uint16Array(length);
    this.#codes = columns.map(({codes}) => codes);
    this.#dropped = columns.map(({values}) => new Uint8Array(values.length));
    this.byFacet = columns.map(({values}) => new Uint32Array(values.length * SERIES.length));
    this.#byPlace = placeCount > MOST_PLACES ? null : new Uint32Array(placeCount * PLACE_CELLS);
    this.#fail = fail;
    this.#primary = new BlockSums(length, (row) => fail[row] === 0 && series[row] === PRIMARY);
    this.#certaintyBit = certaintyFacet === null ? 0 : 1 << facets.indexOf(certaintyFacet);
    this.#recount();
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
    return this.#unplaced;
  }

  /** Whether a row passes facets and search and is not background. */
  passes(row: number): boolean {
    return this.#fail[row] === 0;
  }

  /** Whether a row passes facets and search, background or not. */
  passesFilters(row: number): boolean {
    return (this.#fail[row]! & ~BACKGROUND) === 0;
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
    const byPlace = this.#byPlace;
    if (byPlace !== null) {
      const first = place * PLACE_CELLS;
      for (let cell = 0; cell < PLACE_CELLS; cell++) counts[at + cell] = byPlace[first + cell]!;
      return;
    }
    const {series, certainty} = this.#dataset.columns;
    counts.fill(0, at, at + PLACE_CELLS);
    for (const row of this.#dataset.rowsAt(place)) {
      if (row >= this.#i1) break;
      if (row < this.#i0 || this.#fail[row] !== 0 || series[row]! > COUNTER) continue;
      counts[at + series[row]! * CLASSES + certainty[row]!]!++;
    }
  }

  /** Rows that pass, by column of the timeline: see `CELLS` of `bins.ts`. A fresh array; counted once for the same `edges`, then kept up. */
  binned(edges: Float64Array): Uint32Array {
    if (this.#bins?.edges !== edges) {
      this.#bins = new BinCounts(this.#dataset, edges);
      this.#countBins(this.#bins);
    }
    return this.#bins.counts.slice();
  }

  /** Keeps the rows that `show` keeps and `matches` marks with 1; null matches all. Two calls with the same array mean the same search. */
  filter(show: Show, matches: Uint8Array | null): void {
    const switched: {facet: number; code: number; drop: boolean}[] = [];
    this.facets.forEach((name, facet) => {
      const kept = Object.hasOwn(show, name) ? new Set(show[name]) : null;
      const dropped = this.#dropped[facet]!;
      this.#dataset.columns.categories[name]!.values.forEach((value, code) => {
        const drop = kept !== null && !kept.has(value);
        if (drop === (dropped[code] === 1)) return;
        dropped[code] = drop ? 1 : 0;
        switched.push({facet, code, drop});
      });
    });
    if (matches !== this.#matches) {
      this.#matches = matches;
      this.#recount();
    } else if (switched.length > 0) this.#switch(switched);
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
  }

  #switch(switched: readonly {facet: number; code: number; drop: boolean}[]): void {
    let changed = 0;
    const lists = switched.map(({facet, code, drop}) => {
      const {offsets, rows} = (this.#rowsOf[facet] ??= facetRows(
        this.#dataset.columns.categories[this.facets[facet]!]!,
      ));
      const list = rows.subarray(offsets[code], offsets[code + 1]);
      changed += list.length;
      return {facet, list, drop};
    });
    if (changed > this.#dataset.length * LARGE_CHANGE) this.#recount();
    else for (const {facet, list, drop} of lists) this.#flip(facet, list, drop);
  }

  /** Sets or clears the bit of a facet on rows in ascending order, and carries that into every count. */
  #flip(facet: number, rows: Uint32Array, drop: boolean): void {
    const {series, certainty} = this.#dataset.columns;
    const fails = this.#fail;
    const own = 1 << facet;
    const step = drop ? -1 : 1;
    const [i0, i1] = [this.#i0, this.#i1];
    const certaintyBit = this.#certaintyBit;
    const isGraded = own !== certaintyBit;
    const primary = this.#primary;
    const bins = this.#bins;
    bins?.rewind();
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const rest = fails[row]! & ~own;
      fails[row] = drop ? rest | own : rest;
      if (rest === 0) {
        if (series[row] === PRIMARY) primary.add(row, step);
        bins?.add(row, step);
      }
      if (row < i0 || row >= i1 || rest >= SEARCH) continue;
      if (rest === 0) {
        this.#tally(row, step);
        for (let other = 0; other < this.#codes.length; other++)
          if (other !== facet) this.#tallyFacet(other, row, step);
      } else if ((rest & (rest - 1)) === 0) this.#tallyFacet(31 - Math.clz32(rest), row, step);
      if (isGraded && series[row] === PRIMARY && (rest & ~certaintyBit) === 0)
        this.byCertainty[certainty[row]!]! += step;
    }
  }

  #tallyFacet(facet: number, row: number, step: 1 | -1): void {
    this.byFacet[facet]![this.#codes[facet]![row]! * SERIES.length + this.#dataset.columns.series[row]!]! += step;
  }

  /** Adds or takes a row of the window that passes, but for facets and `byCertainty`. */
  #tally(row: number, step: 1 | -1): void {
    const {series, certainty, place} = this.#dataset.columns;
    const kind = series[row]!;
    const sure = certainty[row]!;
    this.bySeries[kind]! += step;
    if (kind > COUNTER) return;
    if (kind === PRIMARY) this.shownByCertainty[sure]! += step;
    const at = place[row]!;
    if (at === -1) this.#unplaced += step;
    else if (this.#byPlace !== null) this.#byPlace[at * PLACE_CELLS + kind * CLASSES + sure]! += step;
  }

  /** Counts everything from the beginning. */
  #recount(): void {
    const {length, columns} = this.#dataset;
    const fail = this.#fail;
    const matches = this.#matches;
    for (let row = 0; row < length; row++) {
      fail[row] =
        (columns.background[row] === 1 ? BACKGROUND : 0) | (matches !== null && matches[row] === 0 ? SEARCH : 0);
    }
    this.#dropped.forEach((dropped, facet) => {
      if (!dropped.includes(1)) return;
      const codes = this.#codes[facet]!;
      for (let row = 0; row < length; row++) fail[row]! |= dropped[codes[row]!]! << facet;
    });
    this.#primary.clear();
    for (let row = 0; row < length; row++)
      if (fail[row] === 0 && columns.series[row] === PRIMARY) this.#primary.add(row, 1);
    if (this.#bins !== null) this.#countBins(this.#bins);
    this.bySeries.fill(0);
    this.byCertainty.fill(0);
    this.shownByCertainty.fill(0);
    this.#byPlace?.fill(0);
    this.#unplaced = 0;
    for (const counts of this.byFacet) counts.fill(0);
    this.#count(this.#i0, this.#i1, 1);
  }

  #countBins(bins: BinCounts): void {
    bins.clear();
    const fail = this.#fail;
    for (let row = bins.from; row < bins.to; row++) if (fail[row] === 0) bins.add(row, 1);
  }

  #count(from: number, to: number, step: 1 | -1): void {
    const {series, certainty, place} = this.#dataset.columns;
    const {bySeries, byCertainty, shownByCertainty} = this;
    const byPlace = this.#byPlace;
    const fails = this.#fail;
    const others = ~this.#certaintyBit;
    for (let row = from; row < to; row++) {
      const fail = fails[row]!;
      const kind = series[row]!;
      const sure = certainty[row]!;
      if (kind === PRIMARY && (fail & others) === 0) byCertainty[sure]! += step;
      if (fail !== 0) continue;
      bySeries[kind]! += step;
      if (kind > COUNTER) continue;
      if (kind === PRIMARY) shownByCertainty[sure]! += step;
      const at = place[row]!;
      if (at === -1) this.#unplaced += step;
      else if (byPlace !== null) byPlace[at * PLACE_CELLS + kind * CLASSES + sure]! += step;
    }
    this.#codes.forEach((codes, facet) => {
      const counts = this.byFacet[facet]!;
      const own = 1 << facet;
      for (let row = from; row < to; row++) {
        const fail = fails[row]!;
        if (fail === 0 || fail === own) counts[codes[row]! * SERIES.length + series[row]!]! += step;
      }
    });
  }
}
