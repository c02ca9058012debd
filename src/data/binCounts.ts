import {bisectLeft} from "d3";
import type {Dataset} from "./dataset.ts";
import {CELL, DRAWN_CELLS, type RowMarks} from "./rowMarks.ts";

/** Counts of one column of the timeline: the primary series by certainty, then the counter series. */
export const CELLS = DRAWN_CELLS;

/** Rows that pass by column of the timeline. */
export class BinCounts {
  readonly edges: Float64Array;
  /** The first row of each column, one before the first edge and one after the last among them, and a number above all rows. */
  readonly firsts: Uint32Array;
  /**
   * `column * 8 + certainty` for the primary series, `+ 4` for the counter series; to be kept up as rows come to pass or cease to. Those of
   * the outermost two columns mean nothing.
   */
  readonly counts: Uint32Array;

  /** `edges` ascend; there is a column between each two. */
  constructor({columns: {start}}: Dataset, {kinds, fails}: RowMarks, edges: Float64Array) {
    const {length} = edges;
    this.edges = edges;
    this.firsts = Uint32Array.of(0, ...edges.map((edge) => bisectLeft(start, edge)), 2 ** 32 - 1);
    this.counts = new Uint32Array((length + 1) * CELLS);
    for (let column = 1; column < length; column++)
      for (let row = this.firsts[column]!; row < this.firsts[column + 1]!; row++) {
        const cell = kinds[row]! & CELL;
        if (fails[row] === 0 && cell < CELLS) this.counts[column * CELLS + cell]!++;
      }
  }

  /** A copy of the counts of the columns between the edges. */
  between(): Uint32Array {
    return this.counts.slice(CELLS, -CELLS);
  }
}
