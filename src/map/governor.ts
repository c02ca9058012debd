/** Points that are drawn one by one to begin with: what a machine without a GPU draws within a frame. */
const FIRST = 20_000;
const LEAST = 2_000;
const MOST = 2_000_000;
const FRAMES = 10;
/** Frames this far apart are too slow, and so near that more can be drawn, in ms. */
const SLOW = 24;
const QUICK = 18.5;
/** Frames further apart than this do not belong to one movement. */
const PAUSE = 250;

/** Decides how many points can be drawn one by one, by how quickly frames with many of them follow one another. */
export class Governor {
  #budget = FIRST;
  #gaps: number[] = [];
  #last = -Infinity;

  /** Points beyond which cells are to be counted instead. */
  get budget(): number {
    return this.#budget;
  }

  /** Tells that a frame with so many points was drawn at a time in ms. Returns true when the budget has changed. */
  drew(points: number, time: number): boolean {
    const gap = time - this.#last;
    this.#last = time;
    if (gap > PAUSE) this.#gaps = [];
    else this.#gaps.push(gap);
    if (this.#gaps.length < FRAMES) return false;
    const median = this.#gaps.sort((a, b) => a - b)[FRAMES >> 1];
    this.#gaps = [];
    const before = this.#budget;
    if (median > SLOW && points > LEAST) this.#budget = Math.max(LEAST, Math.min(before, Math.round(points * 0.7)));
    else if (median < QUICK && points > before * 0.8) this.#budget = Math.min(MOST, before * 2);
    return this.#budget !== before;
  }
}
