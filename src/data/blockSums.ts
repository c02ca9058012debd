import {CELL, CLASSES, IS_PRIMARY, type RowMarks} from "./rowMarks.ts";

/** `row >> SHIFT` is the stretch that a row is in. */
export const SHIFT = 7;
const SIZE = 1 << SHIFT;

/** How many primary rows that pass stand before any row: a sum for each 128 rows, and a look at the rows of one such stretch. */
export class BlockSums {
  /** By stretch; to be kept up, with a call of `changed`, as rows come to pass or cease to. */
  readonly sums: Uint32Array;
  #marks: RowMarks;
  /** Counted rows before each stretch, while `#isCurrent`. */
  #before: Uint32Array;
  #isCurrent = false;

  constructor(marks: RowMarks) {
    this.#marks = marks;
    this.sums = new Uint32Array(Math.ceil(marks.kinds.length / SIZE));
    this.#before = new Uint32Array(this.sums.length + 1);
    for (let row = 0; row < marks.kinds.length; row++) if (this.#isCounted(row)) this.sums[row >> SHIFT]!++;
  }

  changed(): void {
    this.#isCurrent = false;
  }

  /** Counted rows before `row`, which may be the length. */
  before(row: number): number {
    if (!this.#isCurrent) {
      const before = this.#before;
      for (let at = 0; at < this.sums.length; at++) before[at + 1] = before[at]! + this.sums[at]!;
      this.#isCurrent = true;
    }
    const stretch = row >> SHIFT;
    const {fails, kinds} = this.#marks;
    let count = this.#before[stretch]!;
    for (let at = stretch << SHIFT; at < row; at++) if (fails[at] === 0) count -= IS_PRIMARY[kinds[at]! & CELL]!;
    return count;
  }

  /** The last counted row before `row`, or -1. */
  last(row: number): number {
    for (let at = Math.min(row, this.#marks.kinds.length) - 1; at >= 0; at--) {
      if ((at & (SIZE - 1)) === SIZE - 1) while (at >= 0 && this.sums[at >> SHIFT] === 0) at -= SIZE;
      if (at >= 0 && this.#isCounted(at)) return at;
    }
    return -1;
  }

  #isCounted(row: number): boolean {
    return this.#marks.fails[row] === 0 && (this.#marks.kinds[row]! & CELL) < CLASSES;
  }
}
