import {bisectLeft} from "d3";
import {CERTAINTIES, COUNTER, type Dataset} from "./dataset.ts";

const CLASSES = CERTAINTIES.length;
/** Counts of one column of the timeline: the primary series by certainty, then the counter series. */
export const CELLS = 2 * CLASSES;

/** Rows by column of the timeline: `column * 8 + certainty` for the primary series, `+ 4` for the counter series. */
export class BinCounts {
  readonly edges: Float64Array;
  readonly counts: Uint32Array;
  /** Rows within the edges, `[from, to)`. */
  readonly from: number;
  readonly to: number;
  #series: Uint8Array;
  #certainty: Uint8Array;
  /** The first row of each column, and the one after the last. */
  #firsts: Uint32Array;
  #bin = 0;

  /** `edges` ascend; there is a column between each two. */
  constructor({columns: {start, series, certainty}}: Dataset, edges: Float64Array) {
    this.edges = edges;
    this.counts = new Uint32Array(Math.max(0, edges.length - 1) * CELLS);
    this.#series = series;
    this.#certainty = certainty;
    this.#firsts = Uint32Array.from(edges, (edge) => bisectLeft(start, edge));
    this.from = this.#firsts[0] ?? 0;
    this.to = this.#firsts.at(-1) ?? 0;
  }

  clear(): void {
    this.counts.fill(0);
    this.rewind();
  }

  /** To be called before rows are added from an earlier one on. */
  rewind(): void {
    this.#bin = 0;
  }

  /** Adds or takes a row, which is not before the one added last. */
  add(row: number, step: 1 | -1): void {
    const series = this.#series[row]!;
    if (series > COUNTER || row < this.from || row >= this.to) return;
    while (this.#firsts[this.#bin + 1]! <= row) this.#bin++;
    this.counts[this.#bin * CELLS + series * CLASSES + this.#certainty[row]!]! += step;
  }
}
