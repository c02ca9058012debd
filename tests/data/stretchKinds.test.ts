// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {StretchKinds} from "../../src/data/stretchKinds.ts";

const KINDS = 6;
const STRIDE = 3;

describe("rows by kind and stretch", () => {
  it("are added and taken where they stand", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(KINDS - 1), {maxLength: 40}), {maxLength: 12}),
        fc.array(fc.tuple(fc.nat(KINDS - 1), fc.constantFrom(1 as const, -1 as const), fc.nat(STRIDE - 1)), {
          maxLength: 9,
        }),
        (stretches, changes) => {
          const starts = Int32Array.from([0, ...stretches.map((_, i) => stretches.slice(0, i + 1).flat().length)]);
          const rows = new StretchKinds(Uint16Array.from(stretches.flat()), starts, KINDS);
          const counts = new Int32Array(stretches.length * STRIDE);
          const expected = [...counts];
          for (const [kind, step, at] of changes) {
            rows.add(kind, step, counts, STRIDE, at);
            stretches.forEach((kinds, i) => {
              expected[i * STRIDE + at]! += step * kinds.filter((each) => each === kind).length;
            });
          }
          expect([...counts]).toEqual(expected);
        },
      ),
    );
  });

  it("take a stretch of as many rows of one kind as there may be", () => {
    const counts = new Int32Array(1);
    new StretchKinds(new Uint16Array(65_535).fill(2), Int32Array.of(0, 65_535), KINDS).add(2, 1, counts, 1, 0);
    expect([...counts]).toEqual([65_535]);
  });
});
