import {describe, expect, it} from "vitest";
import {scaleLines, scaleSteps} from "../../src/map/legend.ts";

describe("the scale of circles", () => {
  it("shows the largest there is, about a third of it, and one", () => {
    expect(scaleSteps(16)).toEqual([16, 5, 1]);
    expect(scaleSteps(27)).toEqual([27, 9, 1]);
    expect(scaleSteps(2)).toEqual([2, 1]);
    expect(scaleSteps(1)).toEqual([1]);
    expect(scaleSteps(0)).toEqual([]);
  });

  it("never sets two numbers closer than a line", () => {
    const lines = scaleLines([8, 7, 6], 10);
    expect(lines[0]).toBe(0);
    expect(lines[1] - lines[0]).toBeGreaterThanOrEqual(10);
    expect(lines[2] - lines[1]).toBeGreaterThanOrEqual(10);
    expect(scaleLines([18, 10, 4], 10)).toEqual([0, 16, 28]);
  });
});
