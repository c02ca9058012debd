import {describe, expect, it} from "vitest";
import {between} from "../../src/map/flight.svelte.ts";
import {projection, zoomAround} from "../../src/map/mercator.ts";

describe("the camera on its way", () => {
  const from = {zoom: 5, lat: 34, lng: 41};

  it("begins and ends where it should", () => {
    const to = {zoom: 7, lat: 36, lng: 44};
    expect(between(from, to, 1)).toBe(to);
    expect(between(from, to, 0).lat).toBeCloseTo(34);
    expect(between(from, to, 0.5).zoom).toBe(6);
  });

  it("keeps the place that is zoomed around where it is, all the way", () => {
    const place = projection(from, 800, 500).unproject(620, 90);
    const to = zoomAround(from, 800, 500, 620, 90, 1.5);
    for (const t of [0.1, 0.35, 0.6, 0.95]) {
      const [x, y] = projection(between(from, to, t), 800, 500).project(...place);
      expect(x).toBeCloseTo(620, 4);
      expect(y).toBeCloseTo(90, 4);
    }
  });

  it("goes the short way across the antimeridian", () => {
    const half = between({zoom: 3, lat: 0, lng: 170}, {zoom: 3, lat: 0, lng: -170}, 0.5);
    expect(Math.abs(half.lng)).toBeCloseTo(180);
  });
});
