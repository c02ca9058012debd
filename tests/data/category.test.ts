// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {CategoryBuilder, categoryColumn, valueAt} from "../../src/data/category.ts";

function build(values: readonly string[]) {
  const builder = new CategoryBuilder();
  return categoryColumn(
    Uint32Array.from(values, (value) => builder.code(value)),
    builder.values(),
  );
}

describe("a column of repeated values", () => {
  it("gives every value back, whatever it is called", () => {
    const name = fc.oneof(fc.constantFrom("", "a", "b", "__proto__", "constructor", "toString"), fc.string());
    fc.assert(
      fc.property(fc.array(name, {maxLength: 40}), (values) => {
        const column = build(values);
        expect(values.map((_, row) => valueAt(column, row))).toEqual(values);
        expect(new Set(column.values).size).toBe(column.values.length);
      }),
    );
  });

  it("numbers values in the order they first appear, the empty one always 0", () => {
    const column = build(["b", "a", "b", ""]);
    expect(column.values).toEqual(["", "b", "a"]);
    expect([...column.codes]).toEqual([1, 2, 1, 0]);
  });

  it("takes two bytes a row until there are more than 65,536 values", () => {
    const many = Array.from({length: 70_000}, (_, i) => `v${i}`);
    expect(build(many.slice(0, 60_000)).codes).toBeInstanceOf(Uint16Array);
    const column = build(many);
    expect(column.codes).toBeInstanceOf(Uint32Array);
    expect(valueAt(column, 69_999)).toBe("v69999");
  });
});
