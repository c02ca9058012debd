// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {findInto, foldText, packText, rowOf, textAt} from "../../src/data/text.ts";

const value = fc.oneof(
  fc.string({unit: "grapheme", maxLength: 8}),
  fc.string({unit: fc.constantFrom("a", "b"), maxLength: 6}),
  fc.constant(""),
);
const values = fc.array(value, {minLength: 1, maxLength: 30});

function found(values: string[], needle: string): number[] {
  const hits = new Uint8Array(values.length);
  findInto(packText(values), needle, hits);
  return [...hits];
}

describe("a packed column of text", () => {
  it("gives every value back", () => {
    fc.assert(
      fc.property(values, (values) => {
        const column = packText(values);
        expect(values.map((_, row) => textAt(column, row))).toEqual(values);
      }),
    );
  });

  it("gives them back in an order that was asked for", () => {
    const column = packText(["one", "", "three"], Uint32Array.of(2, 0, 1, 2));
    expect([0, 1, 2, 3].map((row) => textAt(column, row))).toEqual(["three", "one", "", "three"]);
  });

  it("of no rows is empty", () => {
    expect(packText([])).toEqual({joined: "", ends: new Uint32Array(0)});
  });
});

describe("the row of a text", () => {
  it("is the first that holds it and nothing else, as a look at each would find", () => {
    const few = fc.array(fc.constantFrom("", "a", "b", "aa", "ab", "aba", "ba"), {minLength: 1, maxLength: 20});
    fc.assert(
      fc.property(few, fc.constantFrom("a", "b", "aa", "ab", "aba", "abab"), (values, text) => {
        expect(rowOf(packText(values), text)).toBe((values as string[]).indexOf(text));
      }),
    );
  });
});

describe("finding in a packed column", () => {
  it("marks the rows that hold the needle, as a look at each would", () => {
    const needle = fc.oneof(
      fc.string({unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 4}),
      fc.string({unit: "grapheme", minLength: 1, maxLength: 2}),
    );
    fc.assert(
      fc.property(values, needle, (values, needle) => {
        expect(found(values, needle)).toEqual(values.map((value) => Number(value.includes(needle))));
      }),
      {numRuns: 500},
    );
  });

  it("does not see a needle that spans the border of two rows", () => {
    expect(found(["tow", "er", "tower"], "tower")).toEqual([0, 0, 1]);
    expect(found(["aab", "", "ab"], "ba")).toEqual([0, 0, 0]);
    expect(found(["xaa", "aa"], "aaa")).toEqual([0, 0]);
  });

  it("finds a needle right after one that spans a border", () => {
    expect(found(["xab", "abab"], "abab")).toEqual([0, 1]);
    expect(found(["a", "aa", "aaa"], "aaa")).toEqual([0, 0, 1]);
  });

  it("leaves marks alone that were there", () => {
    const hits = Uint8Array.of(1, 0, 0);
    findInto(packText(["x", "y", "z"]), "z", hits);
    expect([...hits]).toEqual([1, 0, 1]);
  });
});

describe("folded text", () => {
  it.each([
    ["Aïn al-Assad", "ain al-assad"],
    ["ÉCOLE", "ecole"],
    ["Ｔｏｗｅｒ ２２", "tower 22"],
    ["İstanbul", "istanbul"],
    ["ﬁre", "fire"],
    ["al’Asad", "al'asad"],
    ["أحمد", "احمد"],
    ["إيران", "ايران"],
    ["آمر", "امر"],
    ["ٱلأنبار", "الانبار"],
    ["مسؤول", "مسوول"],
    ["على", "علي"],
    ["هُجُومٌ", "هجوم"],
    ["هـــجوم", "هجوم"],
    ["الرحمٰن", "الرحمن"],
  ])("of %j is %j", (text, folded) => {
    expect(foldText(text)).toBe(folded);
    expect(foldText(text.normalize("NFD"))).toBe(folded);
  });

  it("is the same folded again, so that a folded needle is found in a folded column", () => {
    fc.assert(fc.property(fc.string({unit: "grapheme"}), (text) => foldText(foldText(text)) === foldText(text)));
  });
});
