// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readDecimal} from "../../../src/data/understand/decimalText.ts";

describe("a plain decimal number", () => {
  it("is the very double that JavaScript reads, with a point or a comma", () => {
    const text = fc.stringMatching(/^-?\d{0,12}\.?\d{0,20}$/).filter((text) => /\d/.test(text));
    fc.assert(
      fc.property(text, (text) => {
        expect(readDecimal(text, ".")).toBe(Number(text));
        expect(readDecimal(text.replace(".", ","), ",")).toBe(Number(text));
      }),
      {numRuns: 2000},
    );
  });

  it.each(["", "-", ".", "+", "1e5", "1.2.3", "--1", " 1", "1 ", "0x1", "١", "1,5", "NaN", "1".repeat(41)])(
    "is not %j",
    (text) => expect(readDecimal(text, ".")).toBeNaN(),
  );
});
