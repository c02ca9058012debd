// @vitest-environment node
import {describe, expect, it} from "vitest";
import {larger, taken} from "../../src/data/grow.ts";

describe("a list of numbers", () => {
  it("grows to twice its length and keeps its type and every number, NaN and -0 too", () => {
    expect(larger(Float64Array.of(NaN, -0, Infinity))).toEqual(Float64Array.of(NaN, -0, Infinity, 0, 0, 0));
    expect(larger(Uint8Array.of(255))).toEqual(Uint8Array.of(255, 0));
  });

  it("gives its first numbers as they stand or in another order, in an array of their own", () => {
    const numbers = Int32Array.of(7, -1, 9, 0);
    const stood = taken(numbers, 3, null);
    expect(stood).toEqual(Int32Array.of(7, -1, 9));
    expect(stood.buffer.byteLength).toBe(12);
    expect(taken(numbers, 3, Uint32Array.of(2, 0, 1))).toEqual(Int32Array.of(9, 7, -1));
  });
});
