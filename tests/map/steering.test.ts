import {beforeEach, describe, expect, it} from "vitest";
import {Look} from "../../src/map/look.svelte.ts";
import {projection} from "../../src/map/mercator.ts";
import {Steering} from "../../src/map/steering.ts";
import {Camera} from "../../src/state/camera.svelte.ts";
import {Frames} from "../../src/state/frames.ts";
import {Selection} from "../../src/state/selection.svelte.ts";
import type {Session} from "../../src/state/session.svelte.ts";
import {FakeClock} from "../state/fixture.ts";
import {tableOf} from "./scatter.ts";

const [WIDTH, HEIGHT] = [800, 600];
const PADDING = {top: 40, right: 200, bottom: 0, left: 100};
const HOME = {zoom: 4, lat: 30, lng: 40};

let clock: FakeClock;
let look: Look;
let steering: Steering;
const {dataset} = tableOf([
  {day: 0, lat: 33.3, lng: 44.4, kind: "attack"},
  {day: 1, lat: 36.4, lng: 41.2, kind: "strike"},
  {day: 2, lat: 32.1, lng: 38.6, kind: "attack"},
]);
const selection = new Selection(() => ({dataset, facets: ["kind"], certaintyFacet: null}));

beforeEach(() => {
  clock = new FakeClock();
  const session = {
    camera: new Camera(),
    frames: new Frames(clock.request),
    selection,
    settings: {reducedMotion: true},
  } as unknown as Session;
  look = new Look(session, () => ({width: WIDTH, height: HEIGHT, home: HOME, still: false}));
  steering = new Steering(session, look, () => ({width: WIDTH, height: HEIGHT, padding: PADDING}));
});

const on = () => projection(look.now, WIDTH, HEIGHT);
const near = (found: readonly number[], wanted: readonly number[]) =>
  found.forEach((each, i) => expect(each).toBeCloseTo(wanted[i], 5));

describe("the map as the reader moves it", () => {
  it("goes with the pointer once a frame, by all that it did since the last", () => {
    const under = on().unproject(300, 200);
    steering.pan(10, -5);
    steering.zoomAt(310, 195, 1);
    steering.pan(3, 4);
    expect(look.now).toEqual(HOME);
    clock.frame(16);
    near(on().project(...under), [313, 199]);
    expect(look.now.zoom).toBeCloseTo(5, 9);
    expect(clock.idle).toBe(true);
  });

  it("is pushed at once", () => {
    const under = on().unproject(300, 200);
    steering.push(90, 0);
    near(on().project(...under), [390, 200]);
  });

  it("zooms around the middle of what nothing covers, and around the point that is to be seen closer", () => {
    const middle = on().unproject(350, 320);
    steering.zoom(1);
    expect(look.now.zoom).toBeCloseTo(5, 9);
    near(on().project(...middle), [350, 320]);
    const point = on().unproject(500, 100);
    steering.closer(500, 100);
    expect(look.now.zoom).toBeCloseTo(7, 9);
    near(on().project(...point), [500, 100]);
  });

  it("shows every place of the window where nothing covers it, and goes home", () => {
    selection.setWindow(...dataset.extent);
    steering.showAll();
    const {lat, lon} = dataset.columns.places;
    const points = [...lat.keys()].map((place) => on().project(lon[place], lat[place]));
    for (const [x, y] of points) {
      expect(x).toBeGreaterThan(PADDING.left);
      expect(x).toBeLessThan(WIDTH - PADDING.right);
      expect(y).toBeGreaterThan(PADDING.top);
      expect(y).toBeLessThan(HEIGHT - PADDING.bottom);
    }
    expect(points).toHaveLength(3);
    steering.home();
    expect(look.now).toEqual(HOME);
  });
});
