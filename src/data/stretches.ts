import {bisectLeft, bisectRight} from "d3";
import type {Dataset} from "./dataset.ts";
import {CELL, STRIDE, CLASSES, CELLS, EVERYTHING, type RowMarks} from "./rowMarks.ts";
import {StretchKinds} from "./stretchKinds.ts";

/** Rows of a stretch at most: so few that those of one are gone over in no time. */
const SIZE = 512;

/** Rows that pass, by stretches of the table of which none is in two columns of the timeline: a sum of stretches is one of a column. */
export class Stretches {
  readonly edges: Float64Array;
  /** The first row of each stretch, ascending, and last how many rows there are. */
  readonly starts: Int32Array;
  /** `stretch * 16 + cell`; to be kept up as rows come to pass or cease to. */
  readonly counts: Int32Array;

  #marks: RowMarks;
  /** The stretch that each edge is the start of. */
  #atEdge: Int32Array;
  #kinds: StretchKinds | null = null;

  /** `edges` ascend, in ms; there is a column between each two. */
  constructor({columns: {start}, length}: Dataset, marks: RowMarks, edges: Float64Array) {
    const atEdge = Int32Array.from(edges, (edge) => bisectLeft(start, edge));
    const starts = [...atEdge, length];
    for (let row = 0; row < length; row += SIZE) starts.push(row);
    this.edges = edges;
    this.starts = Int32Array.from(new Set(starts)).sort();
    this.#marks = marks;
    this.#atEdge = atEdge.map((row) => bisectLeft(this.starts, row));
    this.counts = new Int32Array((this.starts.length - 1) * STRIDE);
    for (let stretch = 0; stretch + 1 < this.starts.length; stretch++)
      for (let row = this.starts[stretch]!; row < this.starts[stretch + 1]!; row++)
        if (marks.failsOf(row) === 0) this.counts[stretch * STRIDE + (marks.kinds[row]! & CELL)]!++;
  }

  /** `column * 8 + certainty` for the primary series, `+ 4` for the counter series. A fresh array. */
  byColumn(): Uint32Array {
    const {counts} = this;
    const atEdge = this.#atEdge;
    const columns = new Uint32Array(Math.max(0, atEdge.length - 1) * CELLS);
    for (let column = 0, at = 0; column + 1 < atEdge.length; column++, at += CELLS)
      for (let from = atEdge[column]! * STRIDE; from < atEdge[column + 1]! * STRIDE; from += STRIDE) {
        // A loop over the cells would take twice the time.
        columns[at]! += counts[from]!;
        columns[at + 1]! += counts[from + 1]!;
        columns[at + 2]! += counts[from + 2]!;
        columns[at + 3]! += counts[from + 3]!;
        columns[at + 4]! += counts[from + 4]!;
        columns[at + 5]! += counts[from + 5]!;
        columns[at + 6]! += counts[from + 6]!;
        columns[at + 7]! += counts[from + 7]!;
      }
    return columns;
  }

  /**
   * Adds (1) or takes (-1) the rows of the kinds that `has` names, but for those that anything other than `bit` leaves out. Only where nothing
   * leaves rows out one by one.
   */
  switch(has: (kind: number) => boolean, bit: number, step: 1 | -1): void {
    const {kinds, kindFails} = this.#marks;
    this.#kinds ??= new StretchKinds(kinds, this.starts, kindFails.length);
    const others = EVERYTHING & ~(1 << bit);
    for (let kind = 0; kind < kindFails.length; kind++)
      if (has(kind) && (kindFails[kind]! & others) === 0) this.#kinds.add(kind, step, this.counts, STRIDE, kind & CELL);
  }

  /** Primary rows that pass among the rows `[from, to)`. */
  primaryIn(from: number, to: number): number {
    let count = 0;
    let row = from;
    for (let stretch = bisectLeft(this.starts, from); this.starts[stretch + 1]! <= to; stretch++) {
      while (row < this.starts[stretch]!) if (this.#isCounted(row++)) count++;
      count += this.#primaryOf(stretch);
      row = this.starts[stretch + 1]!;
    }
    while (row < to) if (this.#isCounted(row++)) count++;
    return count;
  }

  /** The last primary row that passes before `row`, or -1. */
  last(row: number): number {
    let stretch = bisectRight(this.starts, row - 1) - 1;
    for (let at = row - 1; at >= 0; at--) {
      while (stretch >= 0 && at < this.starts[stretch]!) stretch--;
      while (stretch >= 0 && this.#primaryOf(stretch) === 0) at = this.starts[stretch--]! - 1;
      if (at >= 0 && this.#isCounted(at)) return at;
    }
    return -1;
  }

  #primaryOf(stretch: number): number {
    let count = 0;
    for (let cell = 0; cell < CLASSES; cell++) count += this.counts[stretch * STRIDE + cell]!;
    return count;
  }

  #isCounted(row: number): boolean {
    return this.#marks.failsOf(row) === 0 && (this.#marks.kinds[row]! & CELL) < CLASSES;
  }
}
