import {CERTAINTIES, COUNTER, SERIES, type Dataset} from "./dataset.ts";

export const MAX_FACETS = 14;
/** Bits of `fails` after those of the facets. */
export const SEARCH = MAX_FACETS;
export const BACKGROUND = MAX_FACETS + 1;
/** A bit beyond all of these, and all of these. */
export const NOTHING = MAX_FACETS + 2;
export const EVERYTHING = (1 << NOTHING) - 1;

export const CLASSES = CERTAINTIES.length;
/** Counts of a place or of a column of the timeline: rows by certainty, of the primary series and then of the counter series. */
export const CELLS = (COUNTER + 1) * CLASSES;
/** The bits of a kind that tell its cell. */
export const CELL = 15;
/** Counts by cell, of which those of the drawn series are the first `CELLS`. */
export const STRIDE = CELL + 1;
/** So few kinds that a sum over all of them is quicker than what it saves at a few thousand rows. */
const MOST_KINDS = 2048;
/** Rows that are marked in a step. */
const PART = 250_000;

export const seriesOfKind = (kind: number): number => (kind & CELL) >> 2;

/** What sort of row each row of a table is, and what it fails: two bytes a row, and two more while rows fail one by one. */
export class RowMarks {
  /**
   * The lowest four bits are the cell, `series * 4 + certainty`, where background is one series more; the rest tell the values of the
   * facets of few values, those of `joint`, so that one count of kinds is a count of all these.
   */
  readonly kinds: Uint16Array;
  /** Where each kind is counted, `value code * 3 + series`, for each facet that kinds tell. */
  readonly joint: ReadonlyMap<number, Uint16Array>;
  /** By kind, a bit for each of those facets that does not keep it, and one for background. */
  readonly kindFails: Uint16Array;
  /** By row, a bit for each other facet that does not keep it, and one for the search; null while these keep every row. */
  fails: Uint16Array | null = null;

  #codes: readonly {codes: Uint16Array | Uint32Array; unit: number}[];

  /** `facets` are names of category columns. No row is marked before `fill`. Throws a RangeError above 14 facets. */
  constructor({columns: {categories}, length}: Dataset, facets: readonly string[]) {
    if (facets.length > MAX_FACETS)
      throw new RangeError(`${facets.length} facets when at most ${MAX_FACETS} are counted`);
    this.kinds = new Uint16Array(length);
    let size = STRIDE;
    const codeOf = new Map<number, (kind: number) => number>();
    this.#codes = facets.flatMap((name, facet) => {
      const {codes, values} = categories[name]!;
      const unit = size;
      if (unit * values.length > MOST_KINDS) return [];
      size *= values.length;
      codeOf.set(facet, (kind) => Math.floor(kind / unit) % values.length);
      return [{codes, unit}];
    });
    this.kindFails = Uint16Array.from({length: size}, (_, kind) =>
      seriesOfKind(kind) < SERIES.length ? 0 : 1 << BACKGROUND,
    );
    this.joint = new Map(
      [...codeOf].map(([facet, code]) => [
        facet,
        // Background is counted nowhere.
        this.kindFails.map((_, kind) => code(kind) * SERIES.length + (seriesOfKind(kind) % SERIES.length)),
      ]),
    );
  }

  /** Marks the rows `[from, to)` of the table that this was made for. */
  fill({columns: {series, certainty, background}}: Dataset, from: number, to: number): void {
    const {kinds} = this;
    for (let row = from; row < to; row++)
      kinds[row] = (background[row] === 0 ? series[row]! : SERIES.length) * CLASSES + certainty[row]!;
    for (const {codes, unit} of this.#codes) for (let row = from; row < to; row++) kinds[row]! += unit * codes[row]!;
  }

  /** The bits of all that does not keep a row. */
  failsOf(row: number): number {
    return this.kindFails[this.kinds[row]!]! | (this.fails === null ? 0 : this.fails[row]!);
  }

  /** Takes note of the values of a facet that kinds tell which are kept, 1 by code. */
  keep(facet: number, kept: Uint8Array): void {
    this.joint.get(facet)?.forEach((slot, kind) => {
      const others = this.kindFails[kind]! & ~(1 << facet);
      this.kindFails[kind] = others | ((1 - kept[Math.floor(slot / SERIES.length)]!) << facet);
    });
  }
}

/** The marks of all rows, some in each step. */
export function* marksOf(dataset: Dataset, facets: readonly string[]): Generator<void, RowMarks> {
  const marks = new RowMarks(dataset, facets);
  for (let from = 0; from < dataset.length; from += PART) {
    marks.fill(dataset, from, Math.min(from + PART, dataset.length));
    yield;
  }
  return marks;
}
