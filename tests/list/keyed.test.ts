import {describe, expect, it, vi} from "vitest";
import {keyed} from "../../src/list/keyed.ts";

const SLICE = [100, 200] as const;

describe("keys in a list whose newest line is on top", () => {
  it.each([
    ["ArrowDown", 149],
    ["ArrowUp", 151],
    ["Home", 199],
    ["End", 100],
    ["Enter", null],
    ["a", null],
  ])("takes %s from line 150 to %s", (key, to) => {
    expect(keyed(key, 150, true, SLICE, () => -1)).toBe(to);
  });

  it("begins with the first line in sight while none is active", () => {
    expect(keyed("ArrowDown", 150, false, SLICE, () => -1)).toBe(150);
  });

  it("asks for the line a page on, down and up", () => {
    const paged = vi.fn((by: number) => 150 - 8 * by);
    expect(keyed("PageDown", 150, true, SLICE, paged)).toBe(142);
    expect(keyed("PageUp", 150, true, SLICE, paged)).toBe(158);
    expect(paged.mock.calls).toEqual([[1], [-1]]);
  });
});
