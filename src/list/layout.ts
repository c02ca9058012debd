import type {Heights} from "./heights.ts";
import type {Listing} from "./listing.ts";

/** A day as it is drawn: its lines from the newest to the oldest, at the positions `[from, to)` of the listing. */
export interface Block {
  group: number;
  from: number;
  to: number;
}

/** Where each line stands, newest at the top, a head over each day. Lengths in px. */
export class Layout {
  readonly p0: number;
  readonly p1: number;
  readonly total: number;
  #listing: Listing;
  #heights: Heights;
  #head: number;
  #lastGroup: number;

  constructor(listing: Listing, heights: Heights, head: number, p0: number, p1: number) {
    this.#listing = listing;
    this.#heights = heights;
    this.#head = head;
    this.p0 = p0;
    this.p1 = p1;
    this.#lastGroup = p1 > p0 ? listing.groupOf(p1 - 1) : 0;
    this.total = p1 > p0 ? this.top(p0) + heights.get(p0) : 0;
  }

  /** Distance of a line from the top of the list. */
  top(position: number): number {
    const heads = this.#lastGroup - this.#listing.groupOf(position) + 1;
    return heads * this.#head + this.#heights.before(this.p1) - this.#heights.before(position + 1);
  }

  /** The line at a distance from the top: the last one that begins at or above it. */
  at(y: number): number {
    let low = this.p0;
    let high = this.p1 - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.top(middle) <= y) high = middle;
      else low = middle + 1;
    }
    return Math.max(this.p0, low);
  }

  /** The days that show between two distances from the top, newest first, cut to the lines that do. */
  blocks(y0: number, y1: number): Block[] {
    if (this.p1 <= this.p0) return [];
    const newest = this.at(y0);
    const oldest = this.at(y1);
    const blocks: Block[] = [];
    for (let group = this.#listing.groupOf(newest); group >= 0; group--) {
      const from = Math.max(oldest, this.#listing.starts[group]!);
      const to = Math.min(newest + 1, this.#listing.groupEnd(group));
      if (to <= oldest) break;
      blocks.push({group, from, to});
    }
    return blocks;
  }
}
