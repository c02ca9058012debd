import {CERTAINTIES, COUNTER, PRIMARY, SERIES, type Dataset} from "./dataset.ts";

export const MAX_FACETS = 14;
const SEARCH = 1 << 14;
const BACKGROUND = 1 << 15;
const CLASSES = CERTAINTIES.length;

/** Kept values by facet column; a column that is absent keeps all. */
export type Show = Readonly<Record<string, readonly string[]>>;

/**
 * Running counts of the rows in a window that pass the facets and the search. `moveTo` touches only the rows that enter or leave;
 * `filter` recounts. A facet's own counts leave out its own filter, so that a value switched off still says what it would add.
 */
export class Aggregates {
  readonly facets: readonly string[];
  /** Rows that pass, by series. */
  readonly bySeries = new Uint32Array(SERIES.length);
  /** Primary rows that pass, by certainty, leaving out the certainty column's own filter when it is a facet. */
  readonly byCertainty = new Uint32Array(CLASSES);
  /** Primary rows that pass, by certainty. */
  readonly shownByCertainty = new Uint32Array(CLASSES);
  /** `place * 8 + certainty` for primary rows, `+ 4` for counter rows. */
  readonly byPlace: Uint32Array;
  /** By facet, then `value code * 3 + series`. */
  readonly byFacet: readonly Uint32Array[];
  /** Running number of primary rows that pass: `passing[b] - passing[a]` is the count in rows `[a, b)`. */
  readonly passing: Uint32Array;

  #dataset: Dataset;
  #codes: readonly ArrayLike<number>[];
  #fail: Uint16Array;
  #certaintyBit: number;
  #i0 = 0;
  #i1 = 0;
  /** Nothing is filtered, and that has been counted. */
  #isWhole = false;

  /** `certaintyFacet` names the facet whose values certainty is read from, if any. Throws a RangeError above 14 facets. */
  constructor(dataset: Dataset, facets: readonly string[], certaintyFacet: string | null = null) {
    if (facets.length > MAX_FACETS)
      throw new RangeError(`${facets.length} facets when at most ${MAX_FACETS} are counted`);
    this.#dataset = dataset;
    this.facets = facets;
    const columns = facets.map((name) => dataset.columns.categories[name]!);
    this.#codes = columns.map(({codes}) => codes);
    this.byFacet = columns.map(({values}) => new Uint32Array(values.length * SERIES.length));
    this.byPlace = new Uint32Array(dataset.placeCount * 2 * CLASSES);
    this.passing = new Uint32Array(dataset.length + 1);
    this.#fail = new Uint16Array(dataset.length);
    this.#certaintyBit = certaintyFacet === null ? 0 : 1 << facets.indexOf(certaintyFacet);
    this.filter({}, null);
  }

  get rows(): readonly [number, number] {
    return [this.#i0, this.#i1];
  }

  /** Rows of the window that pass, whatever their series. */
  get events(): number {
    return this.bySeries.reduce((sum, n) => sum + n, 0);
  }

  /** Whether a row passes facets and search and is not background. */
  passes(row: number): boolean {
    return this.#fail[row] === 0;
  }

  /** Whether a row passes facets and search, background or not. */
  passesFilters(row: number): boolean {
    return (this.#fail[row]! & ~BACKGROUND) === 0;
  }

  /** Keeps the rows that `show` keeps and `matches` marks with 1; null matches all. One pass over the table. */
  filter(show: Show, matches: Uint8Array | null): void {
    const isWhole = matches === null && Object.keys(show).length === 0;
    if (isWhole && this.#isWhole) return;
    this.#isWhole = isWhole;
    const {length, columns} = this.#dataset;
    const fail = this.#fail;
    for (let row = 0; row < length; row++) {
      fail[row] =
        (columns.background[row] === 1 ? BACKGROUND : 0) | (matches !== null && matches[row] === 0 ? SEARCH : 0);
    }
    this.facets.forEach((name, facet) => {
      const kept = Object.hasOwn(show, name) ? new Set(show[name]) : null;
      if (kept === null) return;
      const drop = columns.categories[name]!.values.map((value) => (kept.has(value) ? 0 : 1 << facet));
      const codes = this.#codes[facet]!;
      for (let row = 0; row < length; row++) fail[row]! |= drop[codes[row]!]!;
    });
    let sum = 0;
    for (let row = 0; row < length; row++) {
      if (fail[row] === 0 && columns.series[row] === PRIMARY) sum++;
      this.passing[row + 1] = sum;
    }
    this.bySeries.fill(0);
    this.byCertainty.fill(0);
    this.shownByCertainty.fill(0);
    this.byPlace.fill(0);
    for (const counts of this.byFacet) counts.fill(0);
    this.#count(this.#i0, this.#i1, 1);
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

  #count(from: number, to: number, step: 1 | -1): void {
    const {series, certainty, place} = this.#dataset.columns;
    const {bySeries, byPlace, byCertainty, shownByCertainty} = this;
    const fails = this.#fail;
    const others = ~this.#certaintyBit;
    for (let row = from; row < to; row++) {
      const fail = fails[row]!;
      if (fail >= SEARCH) continue;
      const kind = series[row]!;
      const sure = certainty[row]!;
      if (fail === 0) {
        bySeries[kind]! += step;
        if (kind === PRIMARY) shownByCertainty[sure]! += step;
        const at = place[row]!;
        if (at !== -1 && kind <= COUNTER) byPlace[at * 2 * CLASSES + kind * CLASSES + sure]! += step;
      }
      if (kind === PRIMARY && (fail & others) === 0) byCertainty[sure]! += step;
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
