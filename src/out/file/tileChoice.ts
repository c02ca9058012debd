import {mercatorX, mercatorY} from "../../map/mercator.ts";
import {boundsOf} from "../../map/places.ts";

export type Tile = readonly [z: number, x: number, y: number];
export type Place = readonly [lon: number, lat: number];

/** The whole world is in an excerpt up to this zoom. */
const WORLD_ZOOM = 2;
/** Degrees that a region is at least high and wide. */
const LEAST = 4;
/** Share of a region's size that is added on each side at the deepest zoom, and doubled with each zoom further out. */
const MARGIN = 0.25;
/** Tiles of one zoom above which the region is taken as its single places, not as the box around them. */
const MOST_IN_BOX = 64;
const NORTH = 84;

/**
 * The tiles that an excerpt of the basemap needs to show these places, zoom by zoom from 0 to `deepest`. Coarse ones reach further, so that a
 * wide screen has something around the region too.
 */
export function tilesFor(places: readonly Place[], deepest: number): Tile[][] {
  const region = places.length === 0 ? null : boxOf(places);
  return Array.from({length: deepest + 1}, (_, z) => {
    if (z <= WORLD_ZOOM) return inBox(z, [-180, -NORTH, 180, NORTH]);
    if (region === null) return [];
    const found = inBox(z, grown(region, MARGIN * 2 ** (deepest - z)));
    return found.length <= MOST_IN_BOX ? found : around(z, places);
  });
}

type Box = readonly [west: number, south: number, east: number, north: number];

/** The smallest box around places; east of its west, also where it reaches over the edge of the world. */
function boxOf(places: readonly Place[]): Box {
  const lng = Float64Array.from(places, ([lon]) => lon);
  const lat = Float64Array.from(places, ([, each]) => each);
  const [west, south, east, north] = boundsOf({lng, lat})!;
  return [west, south, east < west ? east + 360 : east, north];
}

function grown([west, south, east, north]: Box, share: number): Box {
  const by = (size: number) => Math.max(LEAST - size, 0) / 2 + Math.max(size, LEAST) * share;
  const [x, y] = [by(east - west), by(north - south)];
  return [west - x, Math.max(-NORTH, south - y), east + x, Math.min(NORTH, north + y)];
}

const at = (share: number, z: number): number => Math.floor(share * 2 ** z);
const within = (row: number, z: number): number => Math.min(2 ** z - 1, Math.max(0, row));

/** Tiles of a box; one that reaches over the edge of the world goes on at its other side. */
function inBox(z: number, [west, south, east, north]: Box): Tile[] {
  const count = 2 ** z;
  const first = at(mercatorX(west), z);
  const last = Math.min(at(mercatorX(east), z), first + count - 1);
  const [top, bottom] = [within(at(mercatorY(north), z), z), within(at(mercatorY(south), z), z)];
  const tiles = new Map<number, Tile>();
  for (let x = first; x <= last; x++)
    for (let y = top; y <= bottom; y++) {
      const column = ((x % count) + count) % count;
      tiles.set(column * count + y, [z, column, y]);
    }
  return [...tiles.values()];
}

/** The tile of each place with its neighbours. */
function around(z: number, places: readonly Place[]): Tile[] {
  const count = 2 ** z;
  const tiles = new Map<number, Tile>();
  for (const [lon, lat] of places) {
    const [x, y] = [at(mercatorX(lon), z), at(mercatorY(lat), z)];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) {
        const column = (x + dx + count) % count;
        const row = within(y + dy, z);
        tiles.set(column * count + row, [z, column, row]);
      }
  }
  return [...tiles.values()];
}
