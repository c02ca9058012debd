// @vitest-environment node
import {describe, expect, it} from "vitest";
import {carried, placeOf, stepAt} from "../../src/scroll/place.ts";

const CARDS = [
  {top: 1000, bottom: 1300},
  {top: 1800, bottom: 2200},
  {top: 2700, bottom: 2900},
];
const at = (y: number) => placeOf(CARDS, 400, y);

describe("a reader's place", () => {
  it("is at a chapter from the head of its card to its foot", () => {
    for (const [index, {top, bottom}] of CARDS.entries())
      for (const y of [top, (top + bottom) / 2, bottom])
        expect(at(y)).toEqual({from: index + 1, to: index + 1, share: 0});
  });

  it("goes evenly from one card to the next", () => {
    expect(at(1400)).toEqual({from: 1, to: 2, share: 0.2});
    expect(at(1550)).toEqual({from: 1, to: 2, share: 0.5});
    expect(at(2650)).toEqual({from: 2, to: 3, share: 0.9});
  });

  it("comes to the first from where the way begins, and stays at the last", () => {
    expect(at(-50)).toEqual({from: 0, to: 1, share: 0});
    expect(at(700)).toEqual({from: 0, to: 1, share: 0.5});
    expect(at(99_999)).toEqual({from: 3, to: 3, share: 0});
  });

  it("is the same whichever way it is come to, and never goes back while the page goes on", () => {
    let last = -1;
    for (let y = 0; y < 3200; y++) {
      const {from, share} = at(y);
      expect(from + share).toBeGreaterThanOrEqual(last);
      last = from + share;
    }
    expect(last).toBe(3);
  });

  it("is at the first where cards follow without a gap", () => {
    expect(placeOf([{top: 0, bottom: 10}], 0, -1)).toEqual({from: 0, to: 1, share: 1});
    expect(placeOf([], 0, 5)).toEqual({from: 0, to: 0, share: 0});
  });
});

it("the picture is that of the nearer chapter, never of none", () => {
  expect([at(-50), at(700), at(1100), at(1549), at(1551), at(99_999)].map(stepAt)).toEqual([1, 1, 1, 1, 2, 3]);
});

it("the window is carried with both ends", () => {
  expect(carried([0, 10], [20, 110], 0.25)).toEqual([5, 35]);
  expect(carried([0, 10], [20, 110], 1)).toEqual([20, 110]);
});
