import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {mercatorX, mercatorY} from "../../src/map/mercator.ts";
import {UNITS, readWorld, type WorldPath} from "../../src/map/world.ts";

const world = readWorld(JSON.parse(readFileSync("public/basemap/world.json", "utf8")));

function covers({d}: WorldPath, lng: number, lat: number): boolean {
  const [x, y] = [mercatorX(lng) * UNITS, mercatorY(lat) * UNITS];
  let inside = false;
  for (const ring of d.split("M").slice(1)) {
    const points = ring
      .replace("Z", "")
      .split("L")
      .map((pair) => pair.split(" ").map(Number));
    points.forEach(([ax, ay], i) => {
      const [bx, by] = points[(i + 1) % points.length];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
  }
  return inside;
}

const at = (lng: number, lat: number) => world.country.filter((path) => covers(path, lng, lat)).map(({iso}) => iso[0]);

describe("the light map", () => {
  it.each([
    ["Baghdad", 44.4, 33.3, "IQ"],
    ["Palmyra", 38.3, 34.5, "SY"],
    ["Amman", 35.93, 31.95, "JO"],
    ["the Golan Heights", 35.8, 33.0, "SY"],
    ["Crimea", 34.2, 45.2, "UA"],
    ["Western Sahara", -13, 25, "EH"],
    ["northern Cyprus", 33.2, 35.3, "CY"],
    ["the West Bank", 35.2, 32.2, "PS"],
    ["Nairobi", 36.8, -1.3, "KE"],
  ])("draws %s once", (_, lng, lat, iso) => {
    expect(at(lng, lat)).toEqual([iso]);
  });

  it("has every layer, and lines that know their two sides", () => {
    for (const layer of Object.values(world)) expect(layer.length).toBeGreaterThan(0);
    expect(world.border.some(({iso}) => iso.includes("IQ") && iso.includes("SY"))).toBe(true);
    expect(world.disputed.some(({iso}) => iso.includes("IL") && iso.includes("SY"))).toBe(true);
  });
});
