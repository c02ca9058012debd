import {describe, expect, it} from "vitest";
import {tilesFor, type Place} from "../../../src/out/file/tileChoice.ts";

const keys = (tiles: readonly (readonly [number, number, number])[]) => new Set(tiles.map((tile) => tile.join("/")));
const tileAt = ([lon, lat]: Place, z: number) => {
  const phi = (lat * Math.PI) / 180;
  const y = (1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2;
  return [z, Math.floor(((lon + 180) / 360) * 2 ** z), Math.floor(y * 2 ** z)].join("/");
};

describe("tilesFor", () => {
  const near: Place[] = [
    [44.4, 33.3],
    [38.7, 33.5],
    [42, 36.6],
  ];

  it("holds the whole world at the coarse zooms, whatever the places", () => {
    for (const places of [near, []]) {
      const zooms = tilesFor(places, 6).map(({length}) => length);
      expect(zooms.slice(0, 3)).toEqual([1, 4, 16]);
    }
    expect(tilesFor([], 6).slice(3).flat()).toEqual([]);
  });

  it("holds the tile of every place, and of what lies between them, at every zoom", () => {
    const between: Place[] = [...near, [41, 34.5]];
    tilesFor(near, 6).forEach((tiles, z) => {
      for (const place of between) expect(keys(tiles)).toContain(tileAt(place, z));
      expect(keys(tiles).size).toBe(tiles.length);
    });
  });

  it("reaches further the coarser it is", () => {
    const [coarse, fine] = [tilesFor(near, 6)[4]!, tilesFor(near, 6)[6]!];
    expect(keys(coarse)).toContain(tileAt([25, 33], 4));
    expect(keys(fine)).not.toContain(tileAt([25, 33], 6));
  });

  it("takes places at the other side of the date line for neighbours", () => {
    const tiles = tilesFor(
      [
        [179, -18],
        [-179, -17],
      ],
      6,
    )[6]!;
    expect(keys(tiles)).toContain(tileAt([179, -18], 6));
    expect(keys(tiles)).toContain(tileAt([-179, -17], 6));
    expect(tiles.length).toBeLessThan(30);
    for (const [, x, y] of tiles) expect(x >= 0 && x < 64 && y >= 0 && y < 64).toBe(true);
  });

  it("takes places that are far apart one by one", () => {
    const far: Place[] = [
      [-99, 19],
      [2, 48],
      [151, -34],
    ];
    const tiles = tilesFor(far, 6)[6]!;
    for (const place of far) expect(keys(tiles)).toContain(tileAt(place, 6));
    expect(tiles).toHaveLength(27);
  });
});
