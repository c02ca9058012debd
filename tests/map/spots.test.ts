// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {MAX_ZOOM, worldSize} from "../../src/map/mercator.ts";
import {meantBy, placesOf, placesSeen, rowsAtPlaces} from "../../src/map/spots.ts";
import {Spread} from "../../src/map/spread.ts";
import {camera, scattered, tableOf, type Event} from "./scatter.ts";

const at = (lng: number, kind: Event["kind"] = "attack", day = 0): Event => ({day, lat: 0, lng, kind});
const all = (length: number) => Array.from({length}, (_, row) => row);
/** Degrees that are `px` apart at the closest zoom. */
const degrees = (px: number) => (px / worldSize(MAX_ZOOM)) * 360;

describe("a tap on rows", () => {
  const answer = (events: Event[], zoom: number) => {
    const {dataset, points} = tableOf(events);
    return meantBy(dataset, points, all(events.length), zoom);
  };

  it("opens the one event, and the list of the one place", () => {
    expect(answer([at(10)], 3)).toEqual({kind: "row", row: 0});
    expect(answer([at(10), at(10, "strike")], 3)).toMatchObject({kind: "place"});
  });

  it("lists a few rows of several places at any zoom", () => {
    for (const zoom of [0, 5, MAX_ZOOM]) expect(answer([at(10), at(50), at(-20)], zoom)).toEqual({kind: "list"});
  });

  it("goes nearer to many rows that this parts, and lists those that it does not", () => {
    const many = (step: number) => all(100).map((i) => at(10 + i * step));
    expect(answer(many(degrees(20)), 4)).toEqual({kind: "closer"});
    expect(answer(many(degrees(20)), MAX_ZOOM)).toEqual({kind: "list"});
    expect(answer(many(degrees(0.05)), 4)).toEqual({kind: "list"});
  });

  it("sees that places on both sides of the antimeridian are near one another", () => {
    const pair = [at(180 - degrees(1)), at(-180 + degrees(1))];
    const many = all(60).map((i) => pair[i % 2]);
    expect(answer(many, 4)).toEqual({kind: "list"});
  });
});

describe("the rows of a spot", () => {
  it("are all that the map can draw at its places, in the window or not", () => {
    const {dataset} = tableOf([at(1), at(2), at(1, "strike", 5), at(1, "speech", 6), at(3), at(1, "attack", 9)]);
    const marked = placesOf(dataset, [0]);
    const place = dataset.columns.place;
    const expected = all(dataset.length).filter((row) => place[row] === place[0] && dataset.columns.series[row]! < 2);
    expect([...rowsAtPlaces(dataset, marked)]).toEqual(expected);
    expect(expected).toHaveLength(3);
  });

  it("that are in view are as many as the map says lie in none of the four directions", () => {
    fc.assert(
      fc.property(fc.array(scattered, {minLength: 1, maxLength: 40}), camera, (events, camera) => {
        const {ordered, dataset, aggregates, points} = tableOf(events);
        const frame = {x: 20, y: 0, width: 220, height: 180};
        const stage = {camera, width: 300, height: 200, frame, covers: [{x: 120, y: 30, width: 60, height: 50}]};
        const spread = new Spread(dataset, aggregates, points, stage);
        spread.moveTo(0, ordered.length);
        const {north, south, east, west} = spread.beyond;
        const drawn = ordered.filter(({kind}) => kind !== "speech").length;
        const seen = rowsAtPlaces(dataset, placesSeen(points, stage));
        expect(seen).toHaveLength(drawn - north - south - east - west);
        expect([...seen]).toEqual([...seen].sort((a, b) => a - b));
      }),
    );
  });
});
