// @vitest-environment node
import fc from "fast-check";
import {expect, it} from "vitest";
import {mergeTimes} from "../../../../src/data/import/bytes/mergeTimes.ts";

interface Row {
  start: number;
  came: number;
}
const byStart = (a: Row, b: Row) => a.start - b.start || a.came - b.came;
const orderOf = (rows: readonly Row[], from: number): Uint32Array | null => {
  const order = Uint32Array.from(rows.toSorted(byStart), ({came}) => came - from);
  return order.every((at, i) => at === i) ? null : order;
};
const startsOf = (rows: readonly Row[]) => Float64Array.from(rows.toSorted(byStart), ({start}) => start);

it("puts two stretches, each in an order of its own, in the order that all their rows have", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), {maxLength: 40}), fc.nat(40), (starts, cut) => {
      const rows = starts.map((start, came) => ({start, came}));
      const first = rows.slice(0, cut);
      const second = rows.slice(cut);
      const start = new Float64Array(rows.length);
      start.set(startsOf(first));
      const order = mergeTimes(
        start,
        {order: orderOf(first, 0)},
        {start: startsOf(second), order: orderOf(second, first.length)},
      );
      expect(order === null ? rows : Array.from(order, (at) => rows[at])).toEqual(rows.toSorted(byStart));
      expect([...start]).toEqual(starts.toSorted((a, b) => a - b));
    }),
  );
});

it("has no order for stretches that follow on one another as they came", () => {
  const start = Float64Array.of(1, 2, 0, 0);
  expect(mergeTimes(start, {order: null}, {start: Float64Array.of(2, 3), order: null})).toBe(null);
  expect([...start]).toEqual([1, 2, 2, 3]);
});
