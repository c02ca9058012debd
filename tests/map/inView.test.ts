// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {placesInView} from "../../src/map/inView.ts";
import {camera, pixelOf, scattered, tableOf} from "./scatter.ts";

const [WIDTH, HEIGHT] = [300, 200];
const FRAME = {x: 0, y: 0, width: 240, height: 180};
const CARD = {x: 20, y: 30, width: 60, height: 50};
const NEAR = 0.1;

describe("the places in view", () => {
  it("are those whose mark would be seen, and null where they are too many", () => {
    fc.assert(
      fc.property(fc.array(scattered, {minLength: 1, maxLength: 40}), camera, fc.nat(12), (events, camera, most) => {
        const {ordered, dataset, points} = tableOf(events);
        const pixel = pixelOf(camera, WIDTH, HEIGHT);
        const isSeen = (place: number, air: number) => {
          const {lat, lon} = dataset.columns.places;
          const [x, y] = pixel({lat: lat[place]!, lng: lon[place]!});
          const isUnder = x > 20 + air && x < 80 - air && y > 30 + air && y < 80 - air;
          return x >= -60 - air && x <= 240 + air && y >= -60 - air && y <= 260 + air && !isUnder;
        };
        expect(ordered.length).toBeGreaterThan(0);
        const places = [...Array(dataset.placeCount).keys()];
        const [surely, maybe] = [places.filter((p) => isSeen(p, -NEAR)), places.filter((p) => isSeen(p, NEAR))];
        const input = {points, camera, width: WIDTH, height: HEIGHT, frame: FRAME, covers: [CARD]};
        const all = placesInView({...input, most: 1000})!;
        for (const place of surely) expect(all).toContain(place);
        for (const place of all) expect(maybe).toContain(place);
        expect(placesInView({...input, most})).toEqual(all.length > most ? null : all);
      }),
    );
  });
});
