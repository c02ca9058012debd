// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {duplicates} from "../../../src/data/import/duplicates.ts";
import {UnitText} from "../../../src/data/import/unitText.ts";
import {packText} from "../../../src/data/text.ts";

describe("ids that stand twice", () => {
  it("are found in every row but the first that has them, blank ones in none, however they are kept", () => {
    const id = fc.constantFrom("", "a", "b", "ab", "ba", "é", "日", "aa", "e1");
    fc.assert(
      fc.property(fc.array(id, {maxLength: 30}), (ids) => {
        const expected = [...ids.keys()].filter((row) => ids[row] !== "" && ids.indexOf(ids[row]) < row);
        const packed = packText(ids);
        const units = Uint16Array.from({length: packed.joined.length}, (_, i) => packed.joined.charCodeAt(i));
        expect(duplicates(packed)).toEqual(expected);
        expect(duplicates(new UnitText(units, packed.ends))).toEqual(expected);
      }),
    );
  });

  it("are found among a hundred thousand", () => {
    const ids = Array.from({length: 100_000}, (_, i) => `E${(i * 7919) % 99_990}`);
    const seen = new Set<string>();
    const expected = [...ids.keys()].filter((row) => seen.size === seen.add(ids[row]).size);
    const {joined, ends} = packText(ids);
    expect(expected).toHaveLength(10);
    expect(duplicates(new UnitText(new TextEncoder().encode(joined), ends))).toEqual(expected);
  });
});
