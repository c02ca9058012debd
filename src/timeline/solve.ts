/** A label to be placed over the plot: its leader stands at `x`, its text beside it in one of the shapes. */
export interface Label {
  x: number;
  /** 1 is kept longest. */
  rank: number;
  shapes: readonly {lines: number; width: number}[];
  /** Px that the text may move right with the playhead. */
  slack?: number;
}

export interface Placed {
  /** Index of the label. */
  label: number;
  tier: number;
  side: "left" | "right";
  shape: number;
  /** Left and right of the text. */
  from: number;
  to: number;
}

export interface SolveOptions {
  tiers: number;
  /** The texts stay within `[from, to]`. */
  from: number;
  to: number;
  /** The side that a reader expects the text on. */
  reading: "left" | "right";
  most: number;
}

export const GAP = 10;
export const LEADER = 5;
const CLEAR = 4;

/**
 * Places as many labels as fit, those of lowest rank number first. A leader runs down from its own tier through those below, so no text of a
 * tier may cross a leader of its own tier or one above, and no two texts of a tier come closer than 10 px. Among all ways to do that it takes
 * the cheapest: lines², .6 against the reading side, .2 a tier down, 1.5 for each tier in use, 30 for each line beyond two.
 */
export function solve(labels: readonly Label[], options: SolveOptions): Placed[] {
  if (options.tiers === 0) return [];
  const order = labels
    .map((_, i) => i)
    .sort((a, b) => labels[a]!.rank - labels[b]!.rank || labels[a]!.x - labels[b]!.x);
  let kept: number[] = [];
  let best: Placed[] = [];
  for (const label of order) {
    if (kept.length >= options.most) break;
    const tried = [...kept, label].sort((a, b) => labels[a]!.x - labels[b]!.x);
    const found = arrange(labels, tried, options);
    if (found !== null) [kept, best] = [tried, found];
  }
  return best;
}

function arrange(labels: readonly Label[], chosen: readonly number[], options: SolveOptions): Placed[] | null {
  const {tiers, from, to, reading} = options;
  const candidates = chosen.map((label) => {
    const {x, shapes, slack = 0} = labels[label]!;
    const all: {placed: Placed; cost: number}[] = [];
    for (let tier = 0; tier < tiers; tier++)
      for (const side of ["right", "left"] as const)
        shapes.forEach(({lines, width}, shape) => {
          const left = side === "right" ? x + LEADER : x - LEADER - width;
          const right = left + width + (side === "right" ? slack : 0);
          if (left < from || right > to) return;
          const cost = lines ** 2 + (side === reading ? 0 : 0.6) + 0.2 * tier + 30 * Math.max(0, lines - 2);
          all.push({placed: {label, tier, side, shape, from: left, to: right}, cost});
        });
    return all.sort((a, b) => a.cost - b.cost);
  });
  const cheapest = candidates.map((all) => all[0]?.cost ?? Infinity);
  const rest = new Array<number>(chosen.length + 1).fill(0);
  for (let i = chosen.length - 1; i >= 0; i--) rest[i] = rest[i + 1]! + cheapest[i]!;

  let best: Placed[] | null = null;
  let least = Infinity;
  const placed: Placed[] = [];
  const used = new Array<number>(tiers).fill(0);
  const visit = (at: number, cost: number, inUse: number) => {
    if (cost + rest[at]! + 1.5 * inUse >= least) return;
    if (at === chosen.length) {
      least = cost + 1.5 * inUse;
      best = [...placed];
      return;
    }
    for (const {placed: next, cost: own} of candidates[at]!) {
      if (placed.some((other) => clash(labels, next, other))) continue;
      placed.push(next);
      const more = used[next.tier]!++ === 0 ? 1 : 0;
      visit(at + 1, cost + own, inUse + more);
      used[next.tier]!--;
      placed.pop();
    }
  };
  visit(0, 0, 0);
  return best;
}

/** Whether two placed labels get in each other's way. */
export function clash(labels: readonly Label[], a: Placed, b: Placed): boolean {
  if (a.tier === b.tier && a.from < b.to + GAP && b.from < a.to + GAP) return true;
  return crosses(labels, a, b) || crosses(labels, b, a);
}

const crosses = (labels: readonly Label[], text: Placed, leader: Placed): boolean => {
  if (leader.tier > text.tier) return false;
  const {x, slack = 0} = labels[leader.label]!;
  return x + slack > text.from - CLEAR && x < text.to + CLEAR;
};
