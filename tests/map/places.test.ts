import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {projection} from "../../src/map/mercator.ts";
import {boundsOf, fitBox, mostAt, recordBounds, sideOf} from "../../src/map/places.ts";
import {isReport, isStrike, within} from "../data/shipped/tables.ts";
import {shippedSession} from "../shippedSession.ts";
import {scattered, tableOf} from "./scatter.ts";

const boxOf = (points: readonly (readonly [lng: number, lat: number])[]) =>
  boundsOf({
    lng: Float64Array.from(points, ([lng]) => lng),
    lat: Float64Array.from(points, ([, lat]) => lat),
  });

describe("the box around places", () => {
  it("is the smallest, across the antimeridian when that is smaller", () => {
    expect(boxOf([])).toBeNull();
    expect(boxOf([[44, 33]])).toEqual([44, 33, 44, 33]);
    expect(
      boxOf([
        [38.6, 33.5],
        [44.4, 33.3],
        [41.9, 37],
      ]),
    ).toEqual([38.6, 33.3, 44.4, 37]);
    expect(
      boxOf([
        [178, -18],
        [-175, -21],
      ]),
    ).toEqual([178, -21, -175, -18]);
    expect(
      boxOf([
        [-180, 0],
        [180, 1],
      ]),
    ).toEqual([180, 0, -180, 1]);
  });

  it("leaves out the widest gap between neighbours, found by looking at every pair of them", () => {
    const point = fc.tuple(fc.double({min: -180, max: 180, noNaN: true}), fc.double({min: -85, max: 85, noNaN: true}));
    fc.assert(
      fc.property(fc.array(point, {minLength: 1, maxLength: 40}), (points) => {
        const lngs = points.map(([lng]) => lng).sort((a, b) => a - b);
        const turns = lngs.map((lng, i) => (i === 0 ? lng - lngs.at(-1)! + 360 : lng - lngs[i - 1]!));
        const [west, , east] = boxOf(points)!;
        const width = east < west ? east + 360 - west : east - west;
        expect(width).toBeCloseTo(360 - Math.max(...turns), 9);
      }),
    );
  });

  it("is shown whole, with air, inside the padding", () => {
    const point = fc.tuple(fc.double({min: -60, max: 60, noNaN: true}), fc.double({min: -50, max: 60, noNaN: true}));
    const padding = {top: 10, right: 200, bottom: 30, left: 100};
    fc.assert(
      fc.property(fc.array(point, {minLength: 1, maxLength: 20}), (points) => {
        const {project} = projection(fitBox(boxOf(points), 900, 500, padding), 900, 500);
        for (const [lng, lat] of points) {
          const [x, y] = project(lng, lat);
          expect(x).toBeGreaterThanOrEqual(100 - 0.5);
          expect(x).toBeLessThanOrEqual(700 + 0.5);
          expect(y).toBeGreaterThanOrEqual(10 - 0.5);
          expect(y).toBeLessThanOrEqual(470 + 0.5);
        }
      }),
    );
  });
});

describe("a record's places", () => {
  const events = fc.array(
    fc.tuple(scattered, fc.constantFrom(-20, 0, 70.5), fc.constantFrom(-170, 12, 160)).map(([event, lat, lng]) => ({
      ...event,
      lat,
      lng,
    })),
    {minLength: 1, maxLength: 30},
  );

  it("are shown from the start where the primary series has been, not where others alone have", () => {
    fc.assert(
      fc.property(events, (all) => {
        const attacks = all.filter(({kind}) => kind === "attack");
        expect(recordBounds(tableOf(all).dataset)).toEqual(boxOf(attacks.map(({lng, lat}) => [lng, lat])));
      }),
    );
  });

  it("have so many reports of one series at most", () => {
    fc.assert(
      fc.property(events, (all) => {
        const byPlace: Record<string, number> = {};
        for (const {kind, lat, lng} of all)
          if (kind !== "speech") byPlace[`${kind} ${lat} ${lng}`] = (byPlace[`${kind} ${lat} ${lng}`] ?? 0) + 1;
        expect(mostAt(tableOf(all).dataset)).toBe(Math.max(1, ...Object.values(byPlace)));
      }),
    );
  });
});

describe("what has no mark in view", () => {
  it("counts reports and strikes known to the country only", async () => {
    const [first, last] = ["2023-10-17", "2024-02-07"];
    const session = await shippedSession({time: `${first}..${last}`});
    const {aggregates} = session.selection.counts!;
    const byHand = within(first, last).filter(
      (row) => (isReport(row) || isStrike(row)) && row.place_precision === "country",
    );
    expect(byHand.length).toBeGreaterThan(0);
    expect(aggregates.unplaced).toBe(byHand.length);
  });

  it("is told by the side it lies off by most", () => {
    expect(sideOf(50, 50, 100, 100)).toBeNull();
    expect(sideOf(50, -1, 100, 100)).toBe("north");
    expect(sideOf(50, 101, 100, 100)).toBe("south");
    expect(sideOf(130, 110, 100, 100)).toBe("east");
    expect(sideOf(-30, -10, 100, 100)).toBe("west");
  });
});
