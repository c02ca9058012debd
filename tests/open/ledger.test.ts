// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {shares} from "../../src/open/ledger.ts";

describe("the bar of rows", () => {
  it("adds up to the whole, and widens what would not be seen", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5_000_000), {minLength: 3, maxLength: 3}), (parts) => {
        const {shares: widths, widened} = shares(parts);
        const sum = parts.reduce((a, b) => a + b, 0);
        if (sum === 0) return expect(widths).toEqual([0, 0, 0]);
        expect(widths.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        parts.forEach((part, i) => expect(widths[i]! > 0.0119).toBe(part > 0));
        expect(widened).toBe(parts.some((part) => part > 0 && part / sum < 0.012));
      }),
    );
  });

  it("is true to the numbers where nothing is small", () => {
    expect(shares([50, 30, 20])).toEqual({shares: [0.5, 0.3, 0.2], widened: false});
  });
});
