import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  FIT_ZOOM,
  MAX_ZOOM,
  clampCamera,
  fitBounds,
  panBy,
  projection,
  zoomAround,
  type Bounds,
} from "../../src/map/mercator.ts";

const number = (min: number, max: number) => fc.double({min, max, noNaN: true});
const cameras = fc.record({zoom: number(2, 10), lat: number(-60, 60), lng: number(-180, 180)});
const [WIDTH, HEIGHT] = [800, 600];

describe("projection", () => {
  it("puts the camera's place in the middle", () => {
    const view = projection({zoom: 5.7, lat: 34.5, lng: 41.5}, 1440, 560);
    expect(view.project(41.5, 34.5)).toEqual([720, 280]);
  });

  it("agrees with MapLibre: 512 px world, y = (1 - asinh(tan lat) / pi) / 2", () => {
    const view = projection({zoom: 3, lat: 0, lng: 0}, WIDTH, HEIGHT);
    const size = 4096;
    const y = (Math.asinh(Math.tan((45 * Math.PI) / 180)) / (2 * Math.PI)) * size;
    const [px, py] = view.project(90, 45);
    expect(px).toBeCloseTo(400 + size / 4, 8);
    expect(py).toBeCloseTo(300 - y, 8);
    expect(projection({zoom: 0, lat: 0, lng: 0}, 512, 512).project(0, 85.051129)[1]).toBeCloseTo(0, 5);
  });

  it("measures metres as MapLibre's scale does", () => {
    expect(projection({zoom: 0, lat: 0, lng: 0}, 1, 1).metresPerPixel(0)).toBeCloseTo(78271.517, 2);
    expect(projection({zoom: 4, lat: 0, lng: 0}, 1, 1).metresPerPixel(60)).toBeCloseTo(78271.517 / 32, 2);
  });

  it("comes back from pixels to the same place", () => {
    fc.assert(
      fc.property(cameras, number(0, WIDTH), number(0, HEIGHT), (camera, x, y) => {
        const view = projection(camera, WIDTH, HEIGHT);
        const [lng, lat] = view.unproject(x, y);
        expect(Math.abs(lng)).toBeLessThanOrEqual(180);
        const [backX, backY] = view.project(lng, lat);
        expect(backX).toBeCloseTo(x, 3);
        expect(backY).toBeCloseTo(y, 3);
      }),
    );
  });

  it("chooses the copy of the world nearest to the camera", () => {
    const view = projection({zoom: 4, lat: 0, lng: 179}, WIDTH, HEIGHT);
    expect(view.project(-179, 0)[0]).toBeCloseTo(400 + (2 / 360) * 8192, 8);
    expect(projection({zoom: 4, lat: 0, lng: -179}, WIDTH, HEIGHT).project(179, 0)[0]).toBeLessThan(400);
  });
});

describe("fitBounds", () => {
  const padding = {top: 20, right: 380, bottom: 40, left: 330};
  const inside = (bounds: Bounds, corners: [number, number][]) => {
    const camera = fitBounds(bounds, 1440, 560, padding);
    const view = projection(camera, 1440, 560);
    for (const [lng, lat] of corners) {
      const [x, y] = view.project(lng, lat);
      expect(x).toBeGreaterThanOrEqual(330 - 1e-6);
      expect(x).toBeLessThanOrEqual(1060 + 1e-6);
      expect(y).toBeGreaterThanOrEqual(20 - 1e-6);
      expect(y).toBeLessThanOrEqual(520 + 1e-6);
    }
    return camera;
  };

  it("shows the whole box between the paddings, as close as it can", () => {
    const {zoom} = inside(
      [35, 31, 46, 37.5],
      [
        [35, 31],
        [46, 37.5],
      ],
    );
    expect(zoom).toBeGreaterThan(5);
  });

  it("does not zoom into a single place beyond the data's detail", () => {
    expect(inside([44.4, 33.3, 44.4, 33.3], [[44.4, 33.3]]).zoom).toBe(FIT_ZOOM);
  });

  it("crosses the antimeridian when west lies east of east", () => {
    const camera = inside(
      [170, -20, -170, -10],
      [
        [170, -20],
        [-170, -10],
      ],
    );
    expect(Math.abs(camera.lng)).toBeGreaterThan(150);
  });
});

describe("camera moves", () => {
  it("keeps the place under the pointer while zooming", () => {
    fc.assert(
      fc.property(
        cameras.filter(({lat}) => Math.abs(lat) < 40),
        number(0, WIDTH),
        number(0, HEIGHT),
        number(-1, 1),
        (camera, x, y, dz) => {
          fc.pre(camera.zoom + dz > 3 && camera.zoom + dz < MAX_ZOOM && camera.zoom > 3);
          const [lng, lat] = projection(camera, WIDTH, HEIGHT).unproject(x, y);
          const after = zoomAround(camera, WIDTH, HEIGHT, x, y, dz);
          const [px, py] = projection(after, WIDTH, HEIGHT).project(lng, lat);
          expect(px).toBeCloseTo(x, 3);
          expect(py).toBeCloseTo(y, 3);
        },
      ),
    );
  });

  it("moves the land with the drag", () => {
    const camera = {zoom: 6, lat: 33, lng: 44};
    const before = projection(camera, WIDTH, HEIGHT).project(45, 34);
    const after = projection(panBy(camera, 30, -12), WIDTH, HEIGHT).project(45, 34);
    expect(after[0] - before[0]).toBeCloseTo(30, 6);
    expect(after[1] - before[1]).toBeCloseTo(-12, 6);
  });

  it("stays on the map and within the zooms there are", () => {
    fc.assert(
      fc.property(number(-5, 20), number(-90, 90), number(-720, 720), (zoom, lat, lng) => {
        const camera = clampCamera({zoom, lat, lng}, HEIGHT);
        const view = projection(camera, WIDTH, HEIGHT);
        expect(camera.zoom).toBeLessThanOrEqual(MAX_ZOOM);
        expect(Math.abs(camera.lng)).toBeLessThanOrEqual(180);
        expect(view.project(camera.lng, 85.051129)[1]).toBeLessThanOrEqual(1e-3);
        expect(view.project(camera.lng, -85.051129)[1]).toBeGreaterThanOrEqual(HEIGHT - 1e-3);
      }),
    );
  });

  it("leaves a camera that needs no clamping exactly as it is", () => {
    const camera = {zoom: 5.7, lat: 34.5, lng: 41.5};
    expect(clampCamera(camera, HEIGHT)).toEqual(camera);
  });
});
