// @vitest-environment node
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {PMTiles, type Source} from "pmtiles";
import {describe, expect, it} from "vitest";
import {excerptOf} from "../../../src/out/file/excerpt.ts";
import type {Place} from "../../../src/out/file/tileChoice.ts";

const WORLD = new Uint8Array(readFileSync(join(import.meta.dirname, "../../../public/basemap/world.pmtiles")));

function sourceOf(bytes: Uint8Array): Source & {asked: number} {
  const source = {
    asked: 0,
    getKey: () => String(bytes.length),
    getBytes: async (offset: number, length: number) => {
      source.asked += length;
      return {data: bytes.slice(offset, offset + length).buffer as ArrayBuffer};
    },
  };
  return source;
}

const PLACES: Place[] = [
  [44.4, 33.3],
  [38.7, 33.5],
  [42, 36.6],
];
const tile = async (bytes: Uint8Array, z: number, x: number, y: number) => {
  const found = await new PMTiles(sourceOf(bytes)).getZxy(z, x, y);
  return found === undefined ? null : new Uint8Array(found.data);
};

describe("excerptOf", () => {
  it("holds the tiles of the places as they were, and says that it is an excerpt", async () => {
    const excerpt = await excerptOf(sourceOf(WORLD), PLACES);
    const tiles: [number, number, number][] = [
      [0, 0, 0],
      [2, 3, 1],
      [4, 9, 6],
      [6, 39, 25],
    ];
    for (const at of tiles) {
      const kept = await tile(excerpt, ...at);
      expect(kept, at.join("/")).not.toBeNull();
      expect(kept).toEqual(await tile(WORLD, ...at));
    }
    expect(await tile(excerpt, 6, 10, 25)).toBeNull();
    const archive = new PMTiles(sourceOf(excerpt));
    expect(await archive.getMetadata()).toMatchObject({excerpt: true, attribution: "Natural Earth"});
    expect(await archive.getHeader()).toMatchObject({minZoom: 0, maxZoom: 6, tileType: 1, minLon: -180, maxLat: 85});
    expect(excerpt.length).toBeLessThan(700_000);
  });

  it("is the same again, and an excerpt of itself", async () => {
    const excerpt = await excerptOf(sourceOf(WORLD), PLACES);
    const isSame = (other: Uint8Array) => Buffer.compare(other, excerpt) === 0;
    expect(isSame(await excerptOf(sourceOf(WORLD), [...PLACES].reverse()))).toBe(true);
    expect(isSame(await excerptOf(sourceOf(excerpt), PLACES))).toBe(true);
    expect(isSame(await excerptOf(sourceOf(WORLD), PLACES.slice(1)))).toBe(false);
  });

  it("fetches little more than it holds", async () => {
    const source = sourceOf(WORLD);
    const excerpt = await excerptOf(source, PLACES);
    expect(source.asked).toBeLessThan(excerpt.length * 2);
  });

  it("has fewer zooms of what is spread over the world", async () => {
    const spread: Place[] = [];
    for (let lon = -170; lon < 180; lon += 5) for (let lat = -55; lat < 75; lat += 5) spread.push([lon, lat]);
    const excerpt = await excerptOf(sourceOf(WORLD), spread);
    expect(excerpt.length).toBeLessThan(1_050_000);
    const {maxZoom} = await new PMTiles(sourceOf(excerpt)).getHeader();
    expect(maxZoom).toBeGreaterThanOrEqual(3);
    expect(maxZoom).toBeLessThan(6);
  });
});
