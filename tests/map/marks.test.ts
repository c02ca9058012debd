import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {DIAMOND} from "../../src/map/glyphs.ts";
import {keyOf, marksOf} from "../../src/map/marks.ts";

const STAGE = {width: 300, height: 200, frame: {x: 0, y: 0, width: 240, height: 180}};
const CARD = {x: 20, y: 30, width: 60, height: 50};

interface Spot {
  x: number;
  y: number;
  primary: number;
  counter: number;
}
const spot = fc.record({
  x: fc.integer({min: -400, max: 700}),
  y: fc.integer({min: -400, max: 600}),
  primary: fc.integer({min: 0, max: 4}),
  counter: fc.integer({min: 0, max: 4}),
});
const inputOf = (spots: readonly Spot[]) => ({
  byPlace: spots.flatMap(({primary, counter}) => [0, primary, 0, 0, counter, 0, 0, 0]),
  positions: spots.flatMap(({x, y}) => [x, y]),
  ...STAGE,
  covers: [CARD],
});

describe("the marks of a stage", () => {
  it("are those of the places in view with most to show, whatever their number", () => {
    fc.assert(
      fc.property(fc.array(spot, {maxLength: 60}), fc.integer({min: 1, max: 12}), (spots, most) => {
        const {places, left} = marksOf({...inputOf(spots), most});
        const inView = spots
          .map((each, place) => ({...each, place, weight: Math.max(each.primary, DIAMOND ** 2 * each.counter)}))
          .filter(({x, y, primary, counter}) => {
            const isUnder = x > 20 && x < 80 && y > 30 && y < 80;
            return primary + counter > 0 && x >= 0 && x <= 240 && y >= -60 && y <= 260 && !isUnder;
          })
          .sort((a, b) => b.weight - a.weight || a.place - b.place);
        expect([...places].sort((a, b) => a - b)).toEqual(
          inView
            .slice(0, most)
            .map(({place}) => place)
            .sort((a, b) => a - b),
        );
        expect(left).toBe(Math.max(0, inView.length - most));
      }),
    );
  });

  it("and what is told to lie beyond the edges are all events there are", () => {
    fc.assert(
      fc.property(fc.array(spot, {maxLength: 60}), (spots) => {
        const {places, beyond} = marksOf({...inputOf(spots), most: 100});
        const on = places.filter((place) => {
          const {x, y} = spots[place]!;
          return x >= 0 && x <= 300 && y >= 0 && y <= 200;
        });
        const shown = on.reduce((sum, place) => sum + spots[place]!.primary + spots[place]!.counter, 0);
        const {north, south, east, west} = beyond;
        const all = spots.reduce((sum, {primary, counter}) => sum + primary + counter, 0);
        expect(shown + north + south + east + west).toBe(all);
      }),
    );
  });

  it("that lie under something are told by the side they are nearest to", () => {
    const one = {primary: 1, counter: 0};
    const {beyond} = marksOf({
      ...inputOf([
        {x: 22, y: 60, ...one},
        {x: 70, y: 35, ...one},
        {x: 1000, y: 300, ...one},
      ]),
      most: 9,
    });
    expect(beyond).toEqual({north: 1, south: 0, east: 1, west: 1});
  });
});

describe("the key", () => {
  it("explains what there is, in view or not", () => {
    expect(keyOf([], [])).toEqual({most: 0, hasCounter: false, hasHalo: false});
    expect(keyOf([1, 2, 0, 0, 0, 0, 0, 0], [0])).toEqual({most: 3, hasCounter: false, hasHalo: false});
    expect(keyOf([1, 0, 0, 0, 0, 0, 0, 1], [4])).toEqual({most: 1, hasCounter: true, hasHalo: true});
    expect(keyOf([0, 0, 0, 0, 0, 0, 0, 0], [4])).toEqual({most: 0, hasCounter: false, hasHalo: false});
  });
});
