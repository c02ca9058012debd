import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {shapesOf, tokensOf} from "../../src/timeline/wrap.ts";

const measure = (text: string) => text.length * 6;
const textOf = (lines: {text: string}[][]) => lines.map((line) => line.map(({text}) => text).join(" "));

describe("wrapping an annotation", () => {
  it("keeps the date in one piece and runs the text in after it", () => {
    expect(tokensOf("18 Oct", "First drones: Al-Asad").map(({text, strong}) => `${text}${strong ? "*" : ""}`)).toEqual([
      "18 Oct*",
      "First",
      "drones:",
      "Al-Asad",
    ]);
  });

  it("does not part a French colon from its word", () => {
    expect(tokensOf("", "Trêve à Gaza : quasi-silence").map(({text}) => text)).toContain("Gaza :");
  });

  it("balances the lines: two lines of equal length, not one full and one short", () => {
    const shapes = shapesOf(tokensOf("", "aaaa bbbb cccc dddd"), measure, 2, 1000);
    expect(textOf(shapes.find(({lines}) => lines.length === 2)!.lines)).toEqual(["aaaa bbbb", "cccc dddd"]);
  });

  it("offers each number of lines at its narrowest, as every way of breaking the words confirms", () => {
    const words = fc.array(fc.string({minLength: 1, maxLength: 9, unit: fc.constantFrom("a", "b")}), {
      minLength: 1,
      maxLength: 7,
    });
    fc.assert(
      fc.property(words, (words) => {
        const tokens = words.map((text) => ({text, strong: false}));
        const width = (line: string[]) => line.reduce((sum, text) => sum + measure(text), 0) + 3.4 * (line.length - 1);
        const narrowest = new Map<number, number>();
        for (let breaks = 0; breaks < 2 ** (words.length - 1); breaks++) {
          const lines: string[][] = [[words[0]!]];
          for (let i = 1; i < words.length; i++) {
            if ((breaks >> (i - 1)) & 1) lines.push([words[i]!]);
            else lines.at(-1)!.push(words[i]!);
          }
          const widest = Math.max(...lines.map(width));
          narrowest.set(lines.length, Math.min(narrowest.get(lines.length) ?? Infinity, widest));
        }
        for (const {lines, width: found} of shapesOf(tokens, measure, 3, Infinity)) {
          expect(found).toBeCloseTo(narrowest.get(lines.length)!, 6);
          expect(lines.flat()).toEqual(tokens);
        }
      }),
    );
  });

  it("offers nothing wider than there is room for", () => {
    expect(shapesOf(tokensOf("", "unbreakable"), measure, 2, 20)).toEqual([]);
  });
});
