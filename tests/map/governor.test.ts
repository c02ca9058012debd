// @vitest-environment node
import {describe, expect, it} from "vitest";
import {Governor} from "../../src/map/governor.ts";

function run(governor: Governor, points: number, gap: number, frames: number, from = 0): boolean {
  let changed = false;
  for (let i = 0; i < frames; i++) changed = governor.drew(points, from + i * gap) || changed;
  return changed;
}

describe("the governor", () => {
  it("lets fewer points be drawn where frames with many of them are slow", () => {
    const governor = new Governor();
    expect(run(governor, 18_000, 40, 12)).toBe(true);
    expect(governor.budget).toBeLessThan(18_000);
  });

  it("lets more be drawn where frames near the limit are quick, and never forgets a floor", () => {
    const governor = new Governor();
    const first = governor.budget;
    expect(run(governor, 19_000, 16.7, 12)).toBe(true);
    expect(governor.budget).toBeGreaterThan(first);
    for (let i = 0; i < 50; i++) run(governor, governor.budget, 100, 12, i * 10_000);
    expect(governor.budget).toBe(2000);
  });

  it("changes nothing for a few points, for frames that are quick enough, or for single ones", () => {
    const governor = new Governor();
    const first = governor.budget;
    expect(run(governor, 500, 40, 30)).toBe(false);
    expect(run(governor, 10_000, 20, 30, 10_000)).toBe(false);
    expect(run(governor, 19_000, 1000, 30, 100_000)).toBe(false);
    expect(governor.budget).toBe(first);
  });
});
