import {describe, expect, it} from "vitest";
import {keyOf} from "../../src/map/marks.ts";

describe("the key", () => {
  const key = (cells: number[], precision: number[]) =>
    keyOf({places: precision.map((_, place) => place), cells: Uint32Array.from(cells)}, precision);

  it("explains what there is", () => {
    expect(key([], [])).toEqual({most: 0, hasCounter: false, hasHalo: false});
    expect(key([1, 2, 0, 0, 0, 0, 0, 0], [0])).toEqual({most: 3, hasCounter: false, hasHalo: false});
    expect(key([1, 0, 0, 0, 0, 0, 0, 1], [4])).toEqual({most: 1, hasCounter: true, hasHalo: true});
    expect(key([0, 0, 0, 0, 0, 0, 0, 0], [4])).toEqual({most: 0, hasCounter: false, hasHalo: false});
  });
});
