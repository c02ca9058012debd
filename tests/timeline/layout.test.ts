import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {counterHeight, layout, unitHeight} from "../../src/timeline/layout.ts";

describe("the layout", () => {
  it("matches the target at 1440 by 900: two tiers, units of about 15 px, the rail at the foot", () => {
    const geometry = layout("wide", 1076, 296);
    expect(geometry.tiers).toHaveLength(2);
    expect(geometry.right).toBe(1014);
    expect(geometry.baseline - geometry.top).toBeGreaterThan(130);
    expect(unitHeight(geometry, 6)).toBeGreaterThan(13);
    expect(unitHeight(geometry, 1)).toBeLessThanOrEqual(15);
    expect(geometry.railY).toBeGreaterThan(geometry.axisY);
  });

  it("has neither rail nor annotations below 360 px", () => {
    expect(layout("mini", 296, 92)).toMatchObject({railY: null, tiers: []});
  });

  it("keeps everything in order and in the box at any size", () => {
    const size = fc.constantFrom("wide" as const, "medium" as const, "phone" as const, "mini" as const);
    fc.assert(
      fc.property(size, fc.integer({min: 200, max: 3000}), fc.integer({min: 110, max: 1200}), (size, width, height) => {
        const {top, baseline, foot, axisY, railY, right, tiers} = layout(size, width, height);
        expect(top).toBeLessThan(baseline);
        expect(baseline + foot).toBeLessThan(axisY);
        expect(railY ?? axisY).toBeLessThan(height);
        expect(right).toBeLessThanOrEqual(width);
        for (const tier of tiers) expect(tier).toBeLessThan(top);
      }),
    );
  });

  it("never lets strikes run out of the foot", () => {
    const geometry = layout("wide", 1076, 296);
    for (let n = 1; n < 40; n++) expect(counterHeight(geometry, 15, n) * n).toBeLessThanOrEqual(geometry.foot);
  });
});
