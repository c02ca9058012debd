// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {rowsUnder, rowsWithinArea} from "../../src/map/pick.ts";
import {worldSize} from "../../src/map/mercator.ts";
import {camera, pixelOf, scattered, tableOf, type Event} from "./scatter.ts";

const [WIDTH, HEIGHT] = [300, 200];

describe("picking", () => {
  it("finds the rows of a part of the stage, in whichever copy of the world it lies", () => {
    const corner = fc.tuple(
      fc.integer({min: 0, max: 280}),
      fc.integer({min: 0, max: 180}),
      fc.integer({min: 4, max: 90}),
    );
    fc.assert(
      fc.property(
        fc.array(scattered, {minLength: 1, maxLength: 40}),
        camera,
        corner,
        (events, camera, [left, top, side]) => {
          const {ordered, dataset, aggregates, points} = tableOf(events);
          const rows = [0, ordered.length] as const;
          const found = rowsWithinArea(
            {dataset, aggregates, points, camera, width: WIDTH, height: HEIGHT, rows},
            {left, top, right: left + side, bottom: top + side},
          );
          const size = worldSize(camera.zoom);
          const pixel = pixelOf(camera, WIDTH, HEIGHT);
          const within = (event: Event, air: number) => {
            const [x, y] = pixel(event);
            const copies = [-3, -2, -1, 0, 1, 2, 3].map((copy) => x + copy * size);
            const isAcross = copies.some((at) => at >= left - air && at < left + side + air);
            return event.kind !== "speech" && isAcross && y >= top - air && y < top + side + air;
          };
          ordered.forEach((event, row) => {
            if (within(event, -0.1)) expect(found).toContain(row);
            if (!within(event, 0.1)) expect(found).not.toContain(row);
          });
        },
      ),
    );
  });

  const at = (x: number, day: number, y = 100): Event => {
    const size = worldSize(6);
    return {day, lat: ((100 - y) / size) * 360, lng: ((x - 150) / size) * 360, kind: "attack"};
  };
  const under = (events: Event[], x: number, rows?: readonly [number, number]) => {
    const {ordered, dataset, aggregates, points} = tableOf(events);
    const camera = {zoom: 6, lat: 0, lng: 0};
    const input = {
      dataset,
      aggregates,
      points,
      camera,
      width: WIDTH,
      height: HEIGHT,
      rows: rows ?? ([0, ordered.length] as const),
    };
    return rowsUnder(input, x, 100, 3, 6);
  };

  it("means all points under it, in time order, and only those of the window", () => {
    expect(under([at(100, 1), at(102, 2), at(101, 3), at(104, 4)], 100)).toEqual([0, 1, 2]);
    expect(under([at(100, 1), at(102, 2), at(101, 3)], 100, [0, 2])).toEqual([0, 1]);
  });

  it("means the nearest where none is under the pointer, and none where none is near", () => {
    expect(under([at(95, 1), at(106, 2)], 100)).toEqual([0]);
    expect(under([at(90, 1), at(110, 2)], 100)).toEqual([]);
  });

  it("means all rows at the nearest point, also of places that coincide", () => {
    const twin = {...at(105, 4), lng: at(105, 4).lng + 1e-6};
    expect(under([at(105, 1), at(105, 2), at(94.6, 3), twin], 100)).toEqual([0, 1, 3]);
  });
});
