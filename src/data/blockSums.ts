const SHIFT = 10;
const SIZE = 1 << SHIFT;

/**
 * How many of the rows before any row are counted, where rows come to be counted or cease to be one by one: a sum for each block of 1,024
 * rows, and a look at the rows of one block.
 */
export class BlockSums {
  #sums: Uint32Array;
  /** Counted rows before each block, while `#isCurrent`. */
  #before: Uint32Array;
  #isCurrent = false;
  #counts: (row: number) => boolean;
  #length: number;

  /** `counts` tells whether a row is counted at present; `add` is to be called whenever that changes. */
  constructor(length: number, counts: (row: number) => boolean) {
    this.#length = length;
    this.#counts = counts;
    this.#sums = new Uint32Array(Math.ceil(length / SIZE));
    this.#before = new Uint32Array(this.#sums.length + 1);
  }

  /** A row has come to be counted (1), or is no longer (-1). */
  add(row: number, step: 1 | -1): void {
    this.#sums[row >> SHIFT]! += step;
    this.#isCurrent = false;
  }

  clear(): void {
    this.#sums.fill(0);
    this.#isCurrent = false;
  }

  /** Counted rows before `row`, which may be the length. */
  before(row: number): number {
    if (!this.#isCurrent) {
      this.#sums.forEach((sum, block) => (this.#before[block + 1] = this.#before[block]! + sum));
      this.#isCurrent = true;
    }
    const block = row >> SHIFT;
    let count = this.#before[block]!;
    for (let at = block << SHIFT; at < row; at++) if (this.#counts(at)) count++;
    return count;
  }

  /** The last counted row before `row`, or -1. */
  last(row: number): number {
    for (let at = Math.min(row, this.#length) - 1; at >= 0; at--) {
      if ((at & (SIZE - 1)) === SIZE - 1) while (at >= 0 && this.#sums[at >> SHIFT] === 0) at -= SIZE;
      if (at >= 0 && this.#counts(at)) return at;
    }
    return -1;
  }
}
