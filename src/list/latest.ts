/**
 * Finds the last row before another that passes, where the other moves to and fro: only rows that it has passed over since are looked at,
 * and those of a gap once.
 */
export class Latest {
  #passes: (row: number) => boolean;
  /** The last row before `#end` that passes, or -1. */
  #row = -1;
  #end = 0;

  constructor(passes: (row: number) => boolean) {
    this.#passes = passes;
  }

  /** The last row that passes among the rows `[0, end)`, or -1. */
  before(end: number): number {
    const isCut = this.#row >= end;
    const from = isCut ? 0 : this.#end;
    if (isCut) this.#row = -1;
    for (let row = end - 1; row >= from; row--) {
      if (!this.#passes(row)) continue;
      this.#row = row;
      break;
    }
    this.#end = end;
    return this.#row;
  }
}
