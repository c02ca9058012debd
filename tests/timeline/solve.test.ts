import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {solve, type Label, type Placed, type SolveOptions} from "../../src/timeline/solve.ts";

const WIDTH = 600;
const label: fc.Arbitrary<Label> = fc.record({
  x: fc.integer({min: 0, max: WIDTH}),
  rank: fc.integer({min: 1, max: 6}),
  shapes: fc
    .record({width: fc.integer({min: 30, max: 160}), most: fc.integer({min: 1, max: 3})})
    .map(({width, most}) => Array.from({length: most}, (_, i) => ({lines: i + 1, width: width / (i + 1)}))),
  slack: fc.constantFrom(0, 4),
});
const options = (tiers: number, reading: "left" | "right"): SolveOptions => ({
  tiers,
  from: 0,
  to: WIDTH,
  reading,
  most: 9,
});
const setting = fc.tuple(fc.constantFrom(1, 2, 3), fc.constantFrom("left" as const, "right" as const));

const overlap = (a0: number, a1: number, b0: number, b1: number) => a0 < b1 && b0 < a1;

describe("placing annotations", () => {
  it("never brings two texts of a tier closer than 10 px", () => {
    fc.assert(
      fc.property(fc.array(label, {maxLength: 8}), setting, (labels, [tiers, reading]) => {
        const placed = solve(labels, options(tiers, reading));
        for (const a of placed)
          for (const b of placed)
            if (a !== b && a.tier === b.tier) expect(Math.max(a.from - b.to, b.from - a.to)).toBeGreaterThanOrEqual(10);
      }),
    );
  });

  it("lets no text cross a leader that runs through its tier", () => {
    fc.assert(
      fc.property(fc.array(label, {maxLength: 8}), setting, (labels, [tiers, reading]) => {
        const placed = solve(labels, options(tiers, reading));
        for (const text of placed)
          for (const other of placed)
            if (other.tier <= text.tier) {
              const {x} = labels[other.label]!;
              expect(x > text.from && x < text.to).toBe(false);
            }
      }),
    );
  });

  it("keeps every text inside, beside its own leader, and at most as many as asked for", () => {
    fc.assert(
      fc.property(fc.array(label, {maxLength: 8}), setting, (labels, [tiers, reading]) => {
        const placed = solve(labels, {...options(tiers, reading), most: 4});
        expect(placed.length).toBeLessThanOrEqual(4);
        for (const {from, to, label, side} of placed) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(WIDTH);
          expect(side === "right" ? from - labels[label]!.x : labels[label]!.x - to).toBe(5);
        }
      }),
    );
  });

  it("finds the cheapest of all arrangements of the labels that it keeps", () => {
    fc.assert(
      fc.property(fc.array(label, {minLength: 1, maxLength: 4}), setting, (labels, [tiers, reading]) => {
        const placed = solve(labels, options(tiers, reading));
        const kept = placed.map(({label}) => label);
        expect(priceOf(labels, placed, reading)).toBeCloseTo(cheapest(labels, kept, tiers, reading), 6);
      }),
      {numRuns: 60},
    );
  });

  it("gives room by rank: what cannot stay is never of a lower rank number than all that could make way", () => {
    const shapes = [{lines: 1, width: 100}];
    const labels = [
      {x: 300, rank: 3, shapes},
      {x: 302, rank: 1, shapes},
      {x: 304, rank: 2, shapes},
    ];
    const placed = solve(labels, options(1, "right"));
    expect(placed.map(({label}) => labels[label]!.rank)).toContain(1);
    expect(placed.map(({label}) => labels[label]!.rank)).not.toContain(3);
  });

  it("hangs a lone text on the reading side", () => {
    const labels = [{x: 300, rank: 1, shapes: [{lines: 1, width: 80}]}];
    expect(solve(labels, options(2, "right"))[0]).toMatchObject({side: "right", tier: 0});
    expect(solve(labels, options(2, "left"))[0]).toMatchObject({side: "left", tier: 0});
  });
});

function priceOf(labels: readonly Label[], placed: readonly Placed[], reading: string): number {
  let price = 1.5 * new Set(placed.map(({tier}) => tier)).size;
  for (const {label, tier, side, shape} of placed) {
    const {lines} = labels[label]!.shapes[shape]!;
    price += lines * lines + (side === reading ? 0 : 0.6) + 0.2 * tier + 30 * Math.max(0, lines - 2);
  }
  return price;
}

/** Tries every tier, side and shape of every label. */
function cheapest(labels: readonly Label[], kept: readonly number[], tiers: number, reading: string): number {
  let least = Infinity;
  const chosen: Placed[] = [];
  const legal = (a: Placed, b: Placed) => {
    if (a.tier === b.tier && Math.max(a.from - b.to, b.from - a.to) < 10) return false;
    for (const [text, leader] of [
      [a, b],
      [b, a],
    ] as const) {
      const {x, slack = 0} = labels[leader.label]!;
      if (leader.tier <= text.tier && overlap(x, x + slack, text.from - 4, text.to + 4)) return false;
      if (leader.tier <= text.tier && slack === 0 && x > text.from - 4 && x < text.to + 4) return false;
    }
    return true;
  };
  const visit = (at: number) => {
    if (at === kept.length) {
      least = Math.min(least, priceOf(labels, chosen, reading));
      return;
    }
    const {x, shapes, slack = 0} = labels[kept[at]!]!;
    for (let tier = 0; tier < tiers; tier++)
      for (const side of ["left", "right"] as const)
        shapes.forEach(({width}, shape) => {
          const from = side === "right" ? x + 5 : x - 5 - width;
          const to = from + width + (side === "right" ? slack : 0);
          if (from < 0 || to > WIDTH) return;
          const next = {label: kept[at]!, tier, side, shape, from, to};
          if (!chosen.every((other) => legal(next, other))) return;
          chosen.push(next);
          visit(at + 1);
          chosen.pop();
        });
  };
  visit(0);
  return least;
}
