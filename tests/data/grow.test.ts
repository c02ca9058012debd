// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {larger, taken} from "../../src/data/grow.ts";

const KINDS = [Float64Array, Int32Array, Uint32Array, Uint16Array, Uint8Array];

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

  it("of every kind is taken in any order, from wherever it lies in its memory", () => {
    const picks = fc.array(fc.tuple(fc.nat(250), fc.nat()), {maxLength: 40});
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), picks, (Kind, given) => {
        const values = given.map(([value]) => value);
        const numbers = new Kind([7, 7, ...values, 7]).subarray(2);
        const order = Uint32Array.from(given, ([, pick]) => pick % given.length);
        const inOrder = taken(numbers, values.length, order);
        expect(inOrder).toBeInstanceOf(Kind);
        expect([...inOrder]).toEqual([...order].map((i) => values[i]));
      }),
    );
    expect([...taken(Float64Array.of(NaN, -0), 2, Uint32Array.of(1, 0))]).toEqual([-0, NaN]);
  });
});
