import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cut, firstWords, headOf} from "../../src/i18n/cut.ts";

const text = fc.string({unit: "binary", maxLength: 60});

describe("a text that is cut", () => {
  it("is whole where it is short enough, and says so where it is not", () => {
    expect(cut("four", 4)).toBe("four");
    expect(cut("fives", 4)).toBe("five…");
  });

  it("never holds half a character, and is at most as long as asked", () => {
    fc.assert(
      fc.property(text, fc.integer({min: 1, max: 40}), (whole, most) => {
        const head = headOf(whole, most);
        expect(whole.startsWith(head)).toBe(true);
        expect(head.length).toBeLessThanOrEqual(most);
        expect(head.length).toBeGreaterThanOrEqual(Math.min(whole.length, most - 1));
        if (!/\p{Surrogate}/u.test(whole)) expect(head).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe("the first words of a text", () => {
  it("are on one line and end between two words", () => {
    expect(firstWords("  One\n two\t three ", 40)).toBe("One two three");
    expect(firstWords("a market in the old town was hit", 20)).toBe("a market in the old…");
  });

  it("are a part of a word where the first is very long", () => {
    expect(firstWords("x".repeat(2_000_000), 10)).toBe(`${"x".repeat(10)}…`);
  });
});
