// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {sortTimes} from "../../../../src/data/import/bytes/sortTimes.ts";

const byHand = (start: readonly number[]) => start.map((_, i) => i).sort((a, b) => start[a] - start[b] || a - b);

/** The order that is told of some times, and the times as they are left. */
function sorted(start: readonly number[]) {
  const times = Float64Array.from(start);
  const order = sortTimes(times);
  return {order: [...(order ?? start.keys())], times: [...times]};
}
const expected = (start: readonly number[]) => ({order: byHand(start), times: start.toSorted((a, b) => a - b)});

describe("the order of rows in time", () => {
  const time = fc.oneof(
    fc.integer({min: -5, max: 5}),
    fc.integer({min: -(2 ** 45), max: 2 ** 45}),
    fc.constantFrom(-8.64e15, 8.64e15, 2 ** 32, 2 ** 32 - 1, -(2 ** 31)),
    fc.integer({min: 0, max: 20_000}).map((days) => days * 86_400_000),
  );

  it("is that of a stable sort, of whole numbers and of others", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({weight: 9, arbitrary: time}, fc.constant(0.5)), {maxLength: 60}), (start) => {
        expect(sorted(start)).toEqual(expected(start));
      }),
      {numRuns: 500},
    );
  });

  it("is that of a stable sort where all are whole seconds", () => {
    const seconds = fc.oneof(fc.integer({min: -99, max: 99}), fc.integer({min: -(2 ** 33), max: 2 ** 33}));
    fc.assert(
      fc.property(fc.array(seconds, {maxLength: 60}), (all) => {
        const start = all.map((each) => each * 1000);
        expect(sorted(start)).toEqual(expected(start));
      }),
      {numRuns: 300},
    );
  });

  it("need not be said of rows that stand in it", () => {
    expect(sortTimes(Float64Array.of(-1, 3, 3, 8))).toBeNull();
    expect(sortTimes(new Float64Array(0))).toBeNull();
  });
});
