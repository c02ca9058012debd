// @vitest-environment node
import {describe, expect, it} from "vitest";
import {Floats} from "../../src/data/grow.ts";

describe("a growing list of numbers", () => {
  it("keeps every number, NaN and -0 too, however many come", () => {
    const list = new Floats();
    const expected: number[] = [];
    for (let i = 0; i < 5000; i++) {
      const value = [i / 3, NaN, -0, Infinity][i % 4]!;
      list.push(value);
      expected.push(value);
    }
    expect(list.length).toBe(5000);
    expect([...list.view()]).toEqual(expected);
  });

  it("is empty at first", () => {
    expect([...new Floats().view()]).toEqual([]);
  });
});
