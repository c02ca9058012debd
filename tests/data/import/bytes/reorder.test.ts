// @vitest-environment node
import fc from "fast-check";
import {expect, it} from "vitest";
import {Reorder} from "../../../../src/data/import/bytes/reorder.ts";

const KINDS = [Float64Array, Int32Array, Uint32Array, Uint16Array, Uint8Array];

it("puts columns of every kind in order, however much room they have", () => {
  const rows = fc.array(fc.nat(3), {minLength: 1, maxLength: 30}).chain((values) =>
    fc.record({
      values: fc.constant(values),
      order: fc.option(fc.shuffledSubarray([...values.keys()], {minLength: values.length, maxLength: values.length})),
      room: fc.nat(20),
    }),
  );
  fc.assert(
    fc.property(rows, ({values, order, room}) => {
      const {length} = values;
      const inOrder = new Reorder(order === null ? null : Uint32Array.from(order));
      const expected = (of: readonly number[]) => (order ?? [...of.keys()]).map((at) => of[at]);
      for (const Kind of KINDS) {
        const column = new Kind(length + room);
        column.set(values);
        expect([...inOrder.column(column, length)]).toEqual(expected(values));
      }
      for (const numbers of [values.map((_, i) => i + 5), values.map((value, i) => 4 * i + value)]) {
        const column = new Uint32Array(length + room);
        column.set(numbers);
        expect([...inOrder.column(column, length)]).toEqual(expected(numbers));
      }
      inOrder.end();
    }),
  );
});
