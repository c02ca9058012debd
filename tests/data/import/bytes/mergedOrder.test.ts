// @vitest-environment node
import fc from "fast-check";
import {expect, it} from "vitest";
import {mergedOrder, orderAsCame} from "../../../../src/data/import/bytes/mergedOrder.ts";

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
      const order = mergedOrder(startsOf(first), startsOf(second));
      const settled = [...first.toSorted(byStart), ...second.toSorted(byStart)];
      expect(order === null ? settled : Array.from(order, (at) => settled[at])).toEqual(rows.toSorted(byStart));
      const came = orderAsCame(
        order,
        {rows: first.length, order: orderOf(first, 0)},
        {rows: second.length, order: orderOf(second, first.length)},
      );
      expect(came === null ? rows : Array.from(came, (at) => rows[at])).toEqual(rows.toSorted(byStart));
    }),
  );
});

it("has no order for stretches that follow on one another as they came", () => {
  const stretch = {rows: 2, order: null};
  expect(mergedOrder(Float64Array.of(1, 2), Float64Array.of(2, 3))).toBe(null);
  expect(orderAsCame(null, stretch, stretch)).toBe(null);
});
