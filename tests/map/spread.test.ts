// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {worldSize} from "../../src/map/mercator.ts";
import {Cells} from "../../src/map/cells.ts";
import {Spread} from "../../src/map/spread.ts";
import {camera, pixelOf, scattered, tableOf} from "./scatter.ts";

const [WIDTH, HEIGHT, CELL] = [300, 200, 4];
const FRAME = {x: 20, y: 0, width: 220, height: 180};
const CARD = {x: 120, y: 30, width: 60, height: 50};
/** Px that 32 bits may be off by: a place that near to a border may be on either side of it. */
const NEAR = 0.1;

describe("the rows of a window on the stage", () => {
  it("are counted in their cells and beyond the sides, whatever windows were before", () => {
    const windows = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), {minLength: 1, maxLength: 5});
    fc.assert(
      fc.property(
        fc.array(scattered, {minLength: 1, maxLength: 40}),
        camera,
        windows,
        fc.boolean(),
        fc.integer({min: 1, max: 50}),
        (events, camera, windows, strikesOnly, most) => {
          const {ordered, dataset, aggregates, points} = tableOf(events);
          if (strikesOnly) aggregates.filter({kind: ["strike"]}, null);
          const stage = {camera, width: WIDTH, height: HEIGHT, frame: FRAME, covers: [CARD]};
          const spread = new Spread(dataset, aggregates, points, stage, new Cells(stage, CELL));
          const pixel = pixelOf(camera, WIDTH, HEIGHT);
          const size = worldSize(camera.zoom);
          for (const [a, b] of windows) {
            const [i0, i1] = [Math.min(a, b, ordered.length), Math.min(Math.max(a, b), ordered.length)];
            // A window that has not come all the way when the next one is asked for.
            spread.moveTo(ordered.length - i1, ordered.length - i0, most);
            let turns = 0;
            while (!spread.moveTo(i0, i1, most)) turns++;
            expect(turns).toBeLessThanOrEqual(Math.ceil(80 / most) + 1);
            const drawn = ordered
              .slice(i0, i1)
              .filter(({kind}) => kind === "strike" || (kind === "attack" && !strikesOnly));
            const cells = spread.cells!;
            let [certain, near, out, outNear] = [0, 0, 0, 0];
            const expected = new Map<string, number>();
            for (const event of drawn) {
              const [x, y] = pixel(event);
              const edges = [FRAME.x, FRAME.x + FRAME.width, CARD.x, CARD.x + CARD.width].map((edge) =>
                Math.abs(x - edge),
              );
              edges.push(
                ...[FRAME.y, FRAME.y + FRAME.height, CARD.y, CARD.y + CARD.height].map((edge) => Math.abs(y - edge)),
              );
              const isIn = x >= 20 && x <= 240 && y >= 0 && y <= 180 && !(x > 120 && x < 180 && y > 30 && y < 80);
              if (Math.min(...edges) < NEAR) outNear++;
              else if (!isIn) out++;
              for (let copy = -4; copy <= 4; copy++) {
                const at = x + copy * size;
                if (at < -NEAR || at > WIDTH + NEAR || y < -NEAR || y > HEIGHT + NEAR) continue;
                const [column, line] = [(at - cells.left) / CELL, (y - cells.top) / CELL];
                const fraction = (value: number) => Math.abs(value - Math.round(value)) * CELL;
                const isNear = [fraction(column), fraction(line)].some((px) => px < NEAR);
                if (isNear || at < NEAR || at > WIDTH - NEAR || y < NEAR || y > HEIGHT - NEAR) near++;
                else {
                  certain++;
                  const key = `${event.kind} ${Math.floor(line) * cells.columns + Math.floor(column)}`;
                  expected.set(key, (expected.get(key) ?? 0) + 1);
                }
              }
            }
            for (const [key, count] of expected) {
              const [kind, cell] = key.split(" ");
              const found = (kind === "attack" ? cells.primary : cells.counter)[Number(cell)]!;
              expect(found).toBeGreaterThanOrEqual(count);
              expect(found).toBeLessThanOrEqual(count + near);
            }
            const all = [...cells.primary, ...cells.counter].reduce((sum, n) => sum + n, 0);
            expect(all).toBeGreaterThanOrEqual(certain);
            expect(all).toBeLessThanOrEqual(certain + near);
            const {north, south, east, west} = spread.beyond;
            expect(north + south + east + west).toBeGreaterThanOrEqual(out);
            expect(north + south + east + west).toBeLessThanOrEqual(out + outNear);
          }
        },
      ),
    );
  });

  it("that lie under something are told by the side they are nearest to", () => {
    const camera = {zoom: 5, lat: 0, lng: 0};
    const size = worldSize(5);
    const at = (x: number) => ({day: 0, lat: 0, lng: ((x - 150) / size) * 360, kind: "attack"}) as const;
    const {dataset, aggregates, points} = tableOf([at(25), at(125), at(1000), at(-40)]);
    const covers = [{x: 110, y: 90, width: 40, height: 40}];
    const stage = {camera, width: WIDTH, height: HEIGHT, frame: FRAME, covers};
    const spread = new Spread(dataset, aggregates, points, stage);
    spread.moveTo(0, 4);
    expect(spread.cells).toBeNull();
    expect(spread.beyond).toEqual({north: 0, south: 1, east: 1, west: 1});
  });

  it("are counted however many they are, in every copy of the world, and are gone when they leave", () => {
    const EACH = 1001;
    const degrees = [-120, -60, -1, 0, 20, 75, 179];
    const events = Array.from({length: EACH * degrees.length}, (_, i) => ({
      day: i % 20,
      lat: 10,
      lng: degrees[i % degrees.length]!,
      kind: i % 3 === 0 ? ("strike" as const) : ("attack" as const),
    }));
    const {ordered, dataset, aggregates, points} = tableOf(events);
    const view = {zoom: 0.3, lat: 0, lng: 15};
    const wide = 1500;
    const stage = {camera: view, width: wide, height: HEIGHT, frame: FRAME, covers: []};
    const cells = new Cells(stage, CELL);
    const spread = new Spread(dataset, aggregates, points, stage, cells);
    const pixel = pixelOf(view, wide, HEIGHT);
    const expected = {
      attack: new Map<number, number>(),
      strike: new Map<number, number>(),
      speech: new Map<number, number>(),
    };
    for (const event of ordered) {
      const [x, y] = pixel(event);
      for (let copy = -4; copy <= 4; copy++) {
        const at = x + copy * worldSize(view.zoom);
        if (at < 0 || at >= wide) continue;
        const cell = Math.floor((y - cells.top) / CELL) * cells.columns + Math.floor((at - cells.left) / CELL);
        expected[event.kind].set(cell, (expected[event.kind].get(cell) ?? 0) + 1);
      }
    }
    expect(expected.attack.size).toBeGreaterThan(2 * degrees.length);
    const found = (counts: Int32Array) => new Map([...counts.entries()].filter(([, count]) => count !== 0));
    spread.moveTo(0, ordered.length);
    expect(found(cells.primary)).toEqual(expected.attack);
    expect(found(cells.counter)).toEqual(expected.strike);
    spread.moveTo(ordered.length - 1, ordered.length);
    spread.moveTo(ordered.length - 1, ordered.length - 1);
    expect(found(cells.primary).size + found(cells.counter).size).toBe(0);
  });
});
