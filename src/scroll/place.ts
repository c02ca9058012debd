import type {Period} from "../data/period.ts";

/** Where a card stands, in px from any fixed point above, downwards. */
export interface Held {
  top: number;
  bottom: number;
}

/** Between which two chapters the reader is, and how far on the way; both the same while one is being read. 0 is before the first. */
export interface Place {
  from: number;
  to: number;
  share: number;
}

/**
 * The place of a reader whose eye is at `y` among the cards, in their order from the top: at a chapter while its card passes there, and on the way
 * between the foot of one and the head of the next. The way to the first begins at `start`.
 */
export function placeOf(cards: readonly Held[], start: number, y: number): Place {
  let before = start;
  for (const [index, {top, bottom}] of cards.entries()) {
    if (y < top) {
      const length = top - before;
      const share = length <= 0 ? 1 : Math.min(Math.max((y - before) / length, 0), 1);
      return {from: index, to: index + 1, share};
    }
    if (y <= bottom) return {from: index + 1, to: index + 1, share: 0};
    before = bottom;
  }
  return {from: cards.length, to: cards.length, share: 0};
}

/** The chapter whose picture is shown at a place: the nearer one, never none. */
export const stepAt = ({from, to, share}: Place): number => Math.max(1, share < 0.5 ? from : to);

/** The window on its way from one to another. */
export const carried = (from: Period, to: Period, share: number): Period => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
];
