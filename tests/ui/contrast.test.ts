import {describe, expect, it} from "vitest";
import {apartness, contrast, luminance} from "../../src/ui/contrast.ts";

describe("contrast", () => {
  // Figures that WCAG and its checkers publish.
  it.each([
    ["#000000", "#ffffff", 21],
    ["#777777", "#ffffff", 4.48],
    ["#767676", "#ffffff", 4.54],
    ["#ff0000", "#ffffff", 4.0],
    ["#0000ff", "#ffffff", 8.59],
    ["#123456", "#123456", 1],
  ])("of %s on %s is %d", (a, b, expected) => {
    expect(contrast(a, b)).toBeCloseTo(expected, 1);
    expect(contrast(b, a)).toBe(contrast(a, b));
  });

  it("starts from luminances of 0 for black and 1 for white", () => {
    expect([luminance("#000000"), luminance("#ffffff")]).toEqual([0, expect.closeTo(1, 6)]);
  });
});

describe("apartness", () => {
  it("is small for colours that only people with all cones tell apart", () => {
    // Pairs from the Ishihara plates' family: red and green, or blue and violet, of one lightness.
    expect(apartness("#a05a2c", "#6b7a2c")).toBeLessThan(16);
    expect(apartness("#4d5fc4", "#7b4fc0")).toBeLessThan(24);
  });

  it("is large for a warm and a cool colour, and for dark and light", () => {
    expect(apartness("#b8331b", "#22608f")).toBeGreaterThan(24);
    expect(apartness("#ff7f61", "#86bfea")).toBeGreaterThan(24);
    expect(apartness("#7a1f12", "#e6a08f")).toBeGreaterThan(24);
  });

  it("of a colour and itself is none", () => {
    expect(apartness("#4caf50", "#4caf50")).toBe(0);
  });
});
