import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {placeLabels, standBox, STANDS, type Disc, type Placed, type Wish} from "../../src/map/placement.ts";
import type {Box} from "../../src/ui/layout.ts";

const ROOM: Box = {x: 0, y: 0, width: 400, height: 300};
const wish = (id: string, x: number, y: number, more: Partial<Wish> = {}): Wish => ({
  id,
  anchors: [[x, y]],
  r: 5,
  sizes: [{width: 60, height: 15}],
  stands: STANDS,
  ...more,
});

const crosses = (a: Box, b: Box) =>
  Math.max(a.x, b.x) < Math.min(a.x + a.width, b.x + b.width) - 1e-9 &&
  Math.max(a.y, b.y) < Math.min(a.y + a.height, b.y + b.height) - 1e-9;

/** Whether any point of a fine raster of the box lies inside the circle. */
function touches({x, y, width, height}: Box, disc: Disc): boolean {
  const STEPS = 24;
  for (let i = 0; i <= STEPS; i++)
    for (let j = 0; j <= STEPS; j++)
      if (Math.hypot(x + (width * i) / STEPS - disc.x, y + (height * j) / STEPS - disc.y) < disc.r - 1e-9) return true;
  return false;
}

const arbitraryWishes = fc.array(
  fc.record({
    x: fc.integer({min: -20, max: 420}),
    y: fc.integer({min: -20, max: 320}),
    r: fc.integer({min: 2, max: 24}),
    width: fc.integer({min: 8, max: 120}),
    tall: fc.boolean(),
    ownMark: fc.boolean(),
  }),
  {maxLength: 40},
);
const arbitraryBoxes = fc.array(
  fc.record({
    x: fc.integer({min: 0, max: 400}),
    y: fc.integer({min: 0, max: 300}),
    width: fc.integer({min: 1, max: 150}),
    height: fc.integer({min: 1, max: 150}),
  }),
  {maxLength: 4},
);

describe("labels", () => {
  it("never overlap one another, a mark, an obstacle or the edge", () => {
    fc.assert(
      fc.property(arbitraryWishes, arbitraryBoxes, (marks, obstacles) => {
        const wishes = marks.map(({x, y, r, width, tall, ownMark}, i) =>
          wish(`${i}`, x, y, {
            r,
            ownMark,
            sizes: [...(tall ? [{width, height: 30}] : []), {width, height: 15}],
          }),
        );
        const discs = marks.map(({x, y, r}, i) => ({owner: `${i}`, x, y, r})).filter((_, i) => !marks[i].ownMark);
        const first = placeLabels(wishes, discs, obstacles, ROOM);
        const again = placeLabels(wishes, discs, obstacles, ROOM, new Map(first.map((label) => [label.id, label])));
        for (const placed of [first, again]) {
          placed.forEach(({id, box}, i) => {
            expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 400 && box.y + box.height <= 300).toBe(true);
            for (const other of placed.slice(i + 1)) expect(crosses(box, other.box)).toBe(false);
            for (const obstacle of obstacles) expect(crosses(box, obstacle)).toBe(false);
            for (const disc of discs) if (disc.owner !== id) expect(touches(box, disc)).toBe(false);
            const own = placed.filter((label) => wishes[Number(label.id)].ownMark && label.id !== id);
            for (const label of own) {
              const {x, y, r} = marks[Number(label.id)];
              expect(touches(box, {x, y, r})).toBe(false);
            }
          });
        }
        expect(again).toEqual(first);
      }),
      {numRuns: 150},
    );
  });

  const only = (placed: Placed[], id: string) => placed.find((label) => label.id === id);

  it("stand to the right where there is room, else to the left, and the first wish has the first choice", () => {
    const free = placeLabels([wish("a", 100, 100)], [], [], ROOM);
    expect(only(free, "a")).toMatchObject({stand: "r", box: {x: 110, y: 92.5, width: 60, height: 15}});
    expect(only(placeLabels([wish("a", 390, 100)], [], [], ROOM), "a")).toMatchObject({stand: "l", box: {x: 320}});
    const two = placeLabels([wish("a", 100, 100), wish("b", 185, 110)], [], [], ROOM);
    expect(only(two, "a")!.stand).toBe("r");
    expect(only(two, "b")!.stand).not.toBe("l");
  });

  it("drop what comes with the name before they drop the name", () => {
    const tall = wish("a", 100, 100, {
      stands: ["r"],
      sizes: [
        {width: 60, height: 30},
        {width: 60, height: 15},
      ],
    });
    expect(only(placeLabels([tall], [], [], ROOM), "a")!.size).toBe(0);
    const below = {x: 100, y: 110, width: 100, height: 20};
    expect(only(placeLabels([tall], [], [below], ROOM), "a")!.size).toBe(1);
    expect(placeLabels([tall], [], [{x: 100, y: 90, width: 100, height: 20}], ROOM)).toEqual([]);
  });

  it("keep the stand they had while it is free", () => {
    const before = new Map([["a", {id: "a", stand: "b", anchor: 0, size: 0, box: ROOM} satisfies Placed]]);
    expect(only(placeLabels([wish("a", 100, 100)], [], [], ROOM, before), "a")!.stand).toBe("b");
    const taken = [{x: 70, y: 109, width: 60, height: 10}];
    expect(only(placeLabels([wish("a", 100, 100)], [], taken, ROOM, before), "a")!.stand).toBe("r");
  });

  it("are squeezed in over marks where they must be shown, yet never over an obstacle or another label", () => {
    const discs = [40, 80, 120, 160, 200].flatMap((x) => [270, 290].map((y) => ({x, y, r: 12})));
    const chosen = wish("a", 120, 292, {must: true, sizes: [{width: 160, height: 15}]});
    expect(placeLabels([{...chosen, must: false}], discs, [], {...ROOM, width: 240})).toEqual([]);
    const [label] = placeLabels([chosen], discs, [], {...ROOM, width: 240});
    expect(label.box.x).toBeGreaterThanOrEqual(0);
    expect(label.box.x + label.box.width).toBeLessThanOrEqual(240);
    expect(placeLabels([chosen], discs, [{x: 0, y: 250, width: 240, height: 50}], {...ROOM, width: 240})).toEqual([]);
  });

  it("may stand at another anchor", () => {
    const country = wish("c", 0, 0, {
      anchors: [
        [100, 100],
        [250, 200],
      ],
      r: 0,
      stands: ["on"],
    });
    const taken = [{x: 80, y: 90, width: 40, height: 20}];
    expect(only(placeLabels([country], [], taken, ROOM), "c")).toMatchObject({anchor: 1, box: {x: 220, y: 192.5}});
  });

  it("stand on the side that their stand names, clear of their own mark", () => {
    const size = {width: 60, height: 15};
    for (const stand of STANDS) {
      const box = standBox(0, 0, 12, size, stand);
      expect(touches(box, {x: 0, y: 0, r: 11})).toBe(false);
      if (stand.endsWith("r")) expect(box.x).toBeGreaterThan(0);
      if (stand.endsWith("l")) expect(box.x + box.width).toBeLessThan(0);
    }
  });
});
