import {PMTiles, zxyToTileId, type Source} from "pmtiles";
import {archiveOf, type PackedTile} from "./archive.ts";
import {tilesFor, type Place} from "./tileChoice.ts";

/** Bytes of tiles in an excerpt at most: what is spread over the world has fewer zooms. */
const MOST = 1_000_000;
/** Bytes between two tiles that are rather fetched too than left out by one more request. */
const GAP = 40_000;

interface Found {
  id: number;
  offset: number;
  length: number;
}

/**
 * The part of a basemap that shows these places, as an archive of its own. Its metadata say `excerpt: true`: a tile that is missing in it is to
 * be drawn from a coarser one. The source needs one directory, as ours has.
 */
export async function excerptOf(source: Source, places: readonly Place[], signal?: AbortSignal): Promise<Uint8Array> {
  const archive = new PMTiles(source);
  const header = await archive.getHeader();
  const {rootDirectoryOffset, rootDirectoryLength, tileDataOffset} = header;
  const entries = await archive.cache.getDirectory(source, rootDirectoryOffset, rootDirectoryLength, header, signal);
  const find = (id: number): Found | null => {
    let [low, high] = [0, entries.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (entries[middle]!.tileId <= id) low = middle;
      else high = middle;
    }
    const {tileId, runLength, offset, length} = entries[low]!;
    return id >= tileId && id < tileId + runLength ? {id, offset, length} : null;
  };
  let deepest = header.maxZoom;
  let wanted = foundFor(places, deepest, find);
  while (deepest > 0 && bytesOf(wanted) > MOST) wanted = foundFor(places, --deepest, find);

  const tiles = await fetched(source, wanted, tileDataOffset, signal);
  return archiveOf(tiles, {
    minZoom: header.minZoom,
    maxZoom: deepest,
    compression: header.tileCompression,
    type: header.tileType,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    metadata: {...((await archive.getMetadata()) as object), excerpt: true},
  });
}

const foundFor = (places: readonly Place[], deepest: number, find: (id: number) => Found | null): Found[] =>
  tilesFor(places, deepest)
    .flat()
    .map(([z, x, y]) => find(zxyToTileId(z, x, y)))
    .filter((found) => found !== null)
    .sort((a, b) => a.id - b.id);

function bytesOf(tiles: readonly Found[]): number {
  const lengths = new Map(tiles.map(({offset, length}) => [offset, length]));
  return [...lengths.values()].reduce((sum, length) => sum + length, 0);
}

/** Neighbours in the archive are fetched together. */
async function fetched(
  source: Source,
  tiles: readonly Found[],
  start: number,
  signal: AbortSignal | undefined,
): Promise<PackedTile[]> {
  const stretches: {from: number; to: number; tiles: Found[]}[] = [];
  for (const tile of [...tiles].sort((a, b) => a.offset - b.offset)) {
    const last = stretches.at(-1);
    const end = tile.offset + tile.length;
    if (last !== undefined && tile.offset - last.to <= GAP) {
      last.to = Math.max(last.to, end);
      last.tiles.push(tile);
    } else stretches.push({from: tile.offset, to: end, tiles: [tile]});
  }
  const packed: PackedTile[] = [];
  for (const stretch of stretches) {
    const {data} = await source.getBytes(start + stretch.from, stretch.to - stretch.from, signal);
    signal?.throwIfAborted();
    for (const {id, offset, length} of stretch.tiles)
      packed.push({id, key: offset, bytes: new Uint8Array(data, offset - stretch.from, length)});
  }
  return packed.sort((a, b) => a.id - b.id);
}
