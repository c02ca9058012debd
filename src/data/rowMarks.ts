import {CERTAINTIES, COUNTER, SERIES, type Dataset} from "./dataset.ts";

export const MAX_FACETS = 14;
/** Bits of `fails` after those of the facets. */
export const SEARCH = MAX_FACETS;
export const BACKGROUND = MAX_FACETS + 1;
/** A bit beyond all of these, and all of these. */
export const NOTHING = MAX_FACETS + 2;
export const EVERYTHING = (1 << NOTHING) - 1;

export const CLASSES = CERTAINTIES.length;
/** Cells of the series that are drawn, the primary one first. */
export const DRAWN_CELLS = (COUNTER + 1) * CLASSES;
/** The bits of a kind that tell its cell. */
export const CELL = 15;
/** So few kinds that a sum over all of them is quicker than what it saves at a few thousand rows. */
const MOST_KINDS = 2048;

export const seriesOfKind = (kind: number): number => (kind & CELL) >> 2;

/** By cell, all bits where it is before `end`, else none: what a step is masked with where a branch would often be mispredicted. */
const beforeCell = (end: number): Int32Array => Int32Array.from({length: CELL + 1}, (_, cell) => (cell < end ? -1 : 0));
/** All bits for the cells of the primary series. */
export const IS_PRIMARY = beforeCell(CLASSES);
/** All bits for the cells of the series that are drawn. */
export const IS_DRAWN = beforeCell(DRAWN_CELLS);

/** What sort of row each row of a table is, and what it fails: four bytes a row. */
export class RowMarks {
  /**
   * The lowest four bits are the cell, `series * 4 + certainty`; the rest tell the values of the facets of few values, those of `joint`, so
   * that one count of kinds is a count of all these.
   */
  readonly kinds: Uint16Array;
  /** A bit for each facet that does not keep the row, one for the search and one for background. */
  readonly fails: Uint16Array;
  /** Where each kind is counted, `value code * 3 + series`, for each facet that kinds tell. */
  readonly joint: ReadonlyMap<number, Uint16Array>;
  /** The bits of those facets that do not keep a kind. */
  readonly kindFails: Uint16Array;

  /** `facets` are names of category columns. */
  constructor({columns: {series, certainty, background, categories}, length}: Dataset, facets: readonly string[]) {
    const kinds = (this.kinds = new Uint16Array(length));
    const fails = (this.fails = new Uint16Array(length));
    for (let row = 0; row < length; row++) {
      kinds[row] = series[row]! * CLASSES + certainty[row]!;
      fails[row] = background[row]! << BACKGROUND;
    }
    let size = CELL + 1;
    const codeOf = new Map<number, (kind: number) => number>();
    facets.forEach((name, facet) => {
      const {codes, values} = categories[name]!;
      const unit = size;
      if (unit * values.length > MOST_KINDS) return;
      for (let row = 0; row < length; row++) kinds[row]! += unit * codes[row]!;
      size *= values.length;
      codeOf.set(facet, (kind) => Math.floor(kind / unit) % values.length);
    });
    this.kindFails = new Uint16Array(size);
    this.joint = new Map(
      [...codeOf].map(([facet, code]) => [
        facet,
        this.kindFails.map((_, kind) => code(kind) * SERIES.length + seriesOfKind(kind)),
      ]),
    );
  }

  /** Takes note of the values of a facet that are kept, 1 by code, for the kinds but not for the rows. */
  keep(facet: number, kept: Uint8Array): void {
    this.joint.get(facet)?.forEach((slot, kind) => {
      const others = this.kindFails[kind]! & ~(1 << facet);
      this.kindFails[kind] = others | ((1 - kept[Math.floor(slot / SERIES.length)]!) << facet);
    });
  }
}
