// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {FoldedText} from "../../src/data/foldedText.ts";
import {atOnce} from "../../src/data/slices.ts";
import {foldText, packText} from "../../src/data/text.ts";

/** Marks of the rows that hold a needle among the rows that may. */
function found(rows: readonly string[], needle: string, among: Uint8Array | null = null): number[] {
  const hits = new Uint8Array(rows.length);
  atOnce(new FoldedText(packText(rows)).find(needle, among, hits));
  return [...hits];
}

const PIECES = [
  "a",
  "B",
  "é",
  "e",
  "\u0301",
  "ﬁ",
  "Σ",
  "σ",
  "ς",
  ".",
  "'",
  "’",
  "İ",
  "أ",
  "ى",
  "ـ",
  "\u064b",
  "𝒟",
  "🚀",
  "\ud83d",
  "\ude80",
  " ",
  "\n",
  "\r",
  "\u00a0",
  "한",
  "ﷺ",
  "ß",
  "5",
  "\u0323",
];
const text = fc.array(fc.constantFrom(...PIECES), {maxLength: 6}).map((pieces) => pieces.join(""));
/** Blocks have 4096 rows: what comes after these stands about the border of the first two. */
const filler = Array.from({length: 4094}, (_, i) => (i % 1000 === 0 ? "é" : "b"));

describe("a column that is folded by blocks", () => {
  it.each([0, filler.length])("finds what each row, folded by itself, includes; after %d rows", (before) => {
    fc.assert(
      fc.property(
        fc.array(text, {minLength: 1, maxLength: 8}),
        text,
        fc.nat(),
        fc.nat(6),
        (rows, other, at, length) => {
          const all = [...filler.slice(0, before), ...rows];
          const own = foldText(rows[at % rows.length]!);
          for (const part of [own.slice(at % (own.length + 1)).slice(0, length + 1), foldText(other)]) {
            const [needle] = part.split(/\s+/).filter(Boolean);
            if (needle === undefined) continue;
            expect(found(all, needle).slice(before)).toEqual(rows.map((row) => Number(foldText(row).includes(needle))));
          }
        },
      ),
      {numRuns: before === 0 ? 2000 : 60},
    );
  });

  it("never finds a word across the border of two rows or blocks", () => {
    expect(found(["tow", "er", "tower", "to\nwer"], "tower")).toEqual([0, 0, 1, 0]);
    const rows = [...filler.slice(0, 4095).map(() => "x"), "xtow", "er", "tower"];
    expect(found(rows, "tower").slice(4094)).toEqual([0, 0, 0, 1].slice(-rows.length + 4094));
  });

  it("folds rows longer than a block, and none at all", () => {
    const long = "É".repeat(200_000);
    expect(found(["a", long, `${long}z`, "Z"], "ez")).toEqual([0, 0, 1, 0]);
    expect(found([], "x")).toEqual([]);
    expect(found(["", "", ""], "x")).toEqual([0, 0, 0]);
  });

  it("looks at no block without a row that may match", () => {
    const rows = [...filler, ...filler, ...filler];
    const among = new Uint8Array(rows.length);
    among[5000] = 1;
    const hits = found(rows, "b", among);
    expect([hits.indexOf(1) >= 4096, hits.lastIndexOf(1) < 2 * 4096, hits[5000]]).toEqual([true, true, 1]);
  });
});
