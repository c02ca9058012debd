import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {linePath, lineTransform, pathZoom, worldLine} from "../../src/map/lines.ts";
import {projection, worldSize, type Camera} from "../../src/map/mercator.ts";

const [WIDTH, HEIGHT] = [800, 600];
const vertices = (path: string) => [...path.matchAll(/[ML](\S+) ([^ML]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

/** Where the path's vertices fall on the stage, by its transform. */
function onStage(points: number[], camera: Camera): number[][] {
  const line = worldLine("", Float64Array.from(points))!;
  const zoom = pathZoom(camera);
  const [, left, top, scale] = /^translate\((\S+) (\S+)\) scale\((\S+)\)$/
    .exec(lineTransform(line, camera, zoom, WIDTH, HEIGHT))!
    .map(Number);
  return vertices(linePath(line, worldSize(zoom))).map(([x, y]) => [left + x * scale, top + y * scale]);
}

describe("a line of the file", () => {
  it("goes through its points as the map projects them", () => {
    const camera = {zoom: 5.3, lat: 40, lng: 3};
    const {project} = projection(camera, WIDTH, HEIGHT);
    const points = [2, 41, 3, 41.5, 3.2, 39, 5, 40];
    const drawn = onStage(points, camera);
    expect(drawn).toHaveLength(4);
    drawn.forEach(([x, y], i) => {
      const [px, py] = project(points[2 * i], points[2 * i + 1]);
      expect(Math.hypot(x - px, y - py)).toBeLessThan(0.2);
    });
  });

  it("goes on across the antimeridian, not around the world", () => {
    const drawn = onStage([179, 0, -179, 0, -178, 1], {zoom: 3, lat: 0, lng: 180});
    const steps = drawn.slice(1).map(([x], i) => Math.abs(x - drawn[i][0]));
    expect(Math.max(...steps)).toBeLessThan(worldSize(3) / 100);
  });

  it("loses no more than a pixel, and most of its points when it is far away", () => {
    const points = Array.from({length: 20_000}, (_, i) => [2 + i / 1e5, 48 + Math.sin(i / 300) / 50]).flat();
    const line = worldLine("", Float64Array.from(points))!;
    const size = worldSize(8);
    const path = vertices(linePath(line, size));
    expect(path.length).toBeLessThan(2500);
    for (let i = 0; i < 20_000; i += 97) {
      const at = [line.offsets[2 * i] * size, line.offsets[2 * i + 1] * size];
      expect(Math.min(...path.map(([x, y]) => Math.hypot(x - at[0], y - at[1])))).toBeLessThan(1.3);
    }
  });

  it("is none of fewer than two points, and leaves out what is no number", () => {
    expect(worldLine("", new Float64Array())).toBeNull();
    expect(worldLine("", Float64Array.from([2, 48]))).toBeNull();
    expect(worldLine("", Float64Array.from([NaN, 1, 2, 48, 3, NaN]))).toBeNull();
    expect(worldLine("", Float64Array.from([2, 48, NaN, NaN, 3, 49]))!.offsets).toHaveLength(4);
  });

  it("has a number everywhere, the poles and beyond", () => {
    const pair = fc.tuple(fc.double({min: -200, max: 200, noNaN: true}), fc.double({min: -95, max: 95, noNaN: true}));
    fc.assert(
      fc.property(
        fc.array(pair, {minLength: 2, maxLength: 20}),
        fc.double({min: 0, max: 10, noNaN: true}),
        (pairs, zoom) => {
          const drawn = onStage(pairs.flat(), {zoom, lat: 89, lng: -180});
          expect(drawn.flat().every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });
});
