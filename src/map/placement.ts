import {overlaps, type Box} from "../ui/layout.ts";

/** Where a label stands to its mark: right, left, the diagonals, above, below, or on its anchor. */
export type Stand = "r" | "l" | "tr" | "br" | "tl" | "bl" | "t" | "b" | "on";
export const STANDS: readonly Stand[] = ["r", "l", "tr", "br", "tl", "bl", "t", "b"];

/** A mark to keep clear of; `owner` names the label that may stand over it. */
export interface Disc {
  owner?: string;
  x: number;
  y: number;
  r: number;
}

/** A label that asks for room. */
export interface Wish {
  id: string;
  /** Middles of its marks: usually one, several for a name that may stand at several places. */
  anchors: readonly (readonly [x: number, y: number])[];
  /** Radius of its mark. */
  r: number;
  /** Sizes in px, best first; a later one is tried where no stand has room for an earlier one. */
  sizes: readonly {width: number; height: number}[];
  stands: readonly Stand[];
  /** Its mark is drawn only with the label, so that it needs room of its own. */
  ownMark?: boolean;
  /** Where it has no room, it is pushed into the stage and set over as few marks as can be. */
  must?: boolean;
}

export interface Placed {
  id: string;
  box: Box;
  stand: Stand;
  anchor: number;
  /** Which of the wish's sizes. */
  size: number;
}

const GAP = 5;
const APART = 2;

/** The box of a label that stands so to a mark of radius `r`. */
export function standBox(
  x: number,
  y: number,
  r: number,
  {width, height}: {width: number; height: number},
  stand: Stand,
): Box {
  const side = r + GAP;
  const slant = r * Math.SQRT1_2 + GAP / 2;
  const left = {r: side, l: -side - width, t: -width / 2, b: -width / 2, on: -width / 2};
  const top = {r: -height / 2, l: -height / 2, t: -side + 2 - height, b: side - 2, on: -height / 2};
  if (stand in left) {
    const key = stand as keyof typeof left;
    return {x: x + left[key], y: y + top[key], width, height};
  }
  return {
    x: stand.endsWith("r") ? x + slant : x - slant - width,
    y: stand.startsWith("b") ? y + slant - 2 : y - slant + 2 - height,
    width,
    height,
  };
}

const hits = (box: Box, {x, y, r}: Disc): boolean => {
  const dx = x - Math.min(Math.max(x, box.x), box.x + box.width);
  const dy = y - Math.min(Math.max(y, box.y), box.y + box.height);
  return dx * dx + dy * dy < r * r;
};

const grown = ({x, y, width, height}: Box): Box => ({
  x: x - APART,
  y: y - APART,
  width: width + 2 * APART,
  height: height + 2 * APART,
});

const within = (box: Box, room: Box): boolean =>
  box.x >= room.x &&
  box.y >= room.y &&
  box.x + box.width <= room.x + room.width &&
  box.y + box.height <= room.y + room.height;

/**
 * Places labels one after another, the first wish first, each at the first stand where its box is inside `room`, touches no mark but its
 * own, no obstacle and no label placed before. A label that had a stand in `before` keeps it while it is free. What finds no room is left out.
 */
export function placeLabels(
  wishes: readonly Wish[],
  discs: readonly Disc[],
  obstacles: readonly Box[],
  room: Box,
  before: ReadonlyMap<string, Placed> = new Map(),
): Placed[] {
  const placed: Placed[] = [];
  const marks = [...discs];
  const isFree = (box: Box, id: string): boolean =>
    within(box, room) &&
    !marks.some((disc) => disc.owner !== id && hits(box, disc)) &&
    !obstacles.some((obstacle) => overlaps(box, obstacle)) &&
    !placed.some((other) => overlaps(grown(box), other.box));
  const find = (wish: Wish): Placed | null => {
    const had = before.get(wish.id);
    for (let size = 0; size < wish.sizes.length; size++) {
      const fit = (stand: Stand, anchor: number): Placed | null => {
        const [x, y] = wish.anchors[anchor];
        const box = standBox(x, y, wish.r, wish.sizes[size], stand);
        if (wish.ownMark && !isFree({x: x - wish.r, y: y - wish.r, width: 2 * wish.r, height: 2 * wish.r}, wish.id))
          return null;
        return isFree(box, wish.id) ? {id: wish.id, box, stand, anchor, size} : null;
      };
      if (had !== undefined && had.anchor < wish.anchors.length) {
        const kept = fit(had.stand, had.anchor);
        if (kept !== null) return kept;
      }
      for (let anchor = 0; anchor < wish.anchors.length; anchor++) {
        for (const stand of wish.stands) {
          const found = fit(stand, anchor);
          if (found !== null) return found;
        }
      }
    }
    return wish.must ? squeeze(wish) : null;
  };
  /** The stand, moved sideways into the room, that covers the fewest marks; its own counts most. */
  const squeeze = (wish: Wish): Placed | null => {
    const [x, y] = wish.anchors[0];
    const size = wish.sizes.length - 1;
    let best: Placed | null = null;
    let least = Infinity;
    for (const stand of wish.stands) {
      const box = standBox(x, y, wish.r, wish.sizes[size], stand);
      box.x = Math.max(room.x, Math.min(box.x, room.x + room.width - box.width));
      if (!within(box, room) || obstacles.some((obstacle) => overlaps(box, obstacle))) continue;
      if (placed.some((other) => overlaps(box, other.box))) continue;
      const cost = marks.reduce((sum, disc) => sum + (hits(box, disc) ? (disc.owner === wish.id ? 10 : 1) : 0), 0);
      if (cost < least) [best, least] = [{id: wish.id, box, stand, anchor: 0, size}, cost];
    }
    return best;
  };
  for (const wish of wishes) {
    const found = find(wish);
    if (found === null) continue;
    placed.push(found);
    if (wish.ownMark) {
      const [x, y] = wish.anchors[found.anchor];
      marks.push({owner: wish.id, x, y, r: wish.r});
    }
  }
  return placed;
}
