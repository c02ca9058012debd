/** One tile as it is packed in an archive. */
export interface PackedTile {
  id: number;
  bytes: Uint8Array;
  /** Equal for tiles of equal contents, which are written once. */
  key: number;
}

export interface About {
  minZoom: number;
  maxZoom: number;
  /** How the bytes of a tile are packed and what they are, in the numbers of the format. */
  compression: number;
  type: number;
  bounds: readonly [west: number, south: number, east: number, north: number];
  metadata: Readonly<Record<string, unknown>>;
}

const HEADER = 127;
/** Readers fetch header and root directory together, in one piece of this size. */
const FIRST_PIECE = 16_384;
const UNPACKED = 1;

/** Writes tiles, in order of their ids, as a PMTiles archive of version 3 with one directory. The same tiles give the same bytes. */
export function archiveOf(tiles: readonly PackedTile[], about: About): Uint8Array {
  const places = new Map<number, number>();
  const contents: Uint8Array[] = [];
  let length = 0;
  const entries: {id: number; run: number; offset: number; length: number}[] = [];
  for (const {id, bytes, key} of tiles) {
    let offset = places.get(key);
    if (offset === undefined) {
      places.set(key, (offset = length));
      contents.push(bytes);
      length += bytes.length;
    }
    const last = entries.at(-1);
    if (last !== undefined && last.id + last.run === id && last.offset === offset) last.run++;
    else entries.push({id, run: 1, offset, length: bytes.length});
  }
  const directory = directoryOf(entries);
  if (HEADER + directory.length > FIRST_PIECE) throw new Error(`too many tiles for one directory: ${tiles.length}`);
  const metadata = new TextEncoder().encode(JSON.stringify(about.metadata));
  const start = HEADER + directory.length + metadata.length;
  const archive = new Uint8Array(start + length);
  const header = headerOf(about, {
    directory: directory.length,
    metadata: metadata.length,
    length,
    tiles: tiles.length,
    entries: entries.length,
    contents: contents.length,
  });
  archive.set(header);
  archive.set(directory, HEADER);
  archive.set(metadata, HEADER + directory.length);
  let at = start;
  for (const bytes of contents) {
    archive.set(bytes, at);
    at += bytes.length;
  }
  return archive;
}

function directoryOf(entries: readonly {id: number; run: number; offset: number; length: number}[]): Uint8Array {
  const bytes: number[] = [];
  const put = (value: number) => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  put(entries.length);
  entries.forEach(({id}, i) => put(id - (entries[i - 1]?.id ?? 0)));
  for (const {run} of entries) put(run);
  for (const {length} of entries) put(length);
  // 0 stands for "right after the one before".
  entries.forEach(({offset}, i) => {
    const before = entries[i - 1];
    put(before !== undefined && before.offset + before.length === offset ? 0 : offset + 1);
  });
  return Uint8Array.from(bytes);
}

interface Lengths {
  directory: number;
  metadata: number;
  length: number;
  tiles: number;
  entries: number;
  contents: number;
}

function headerOf({minZoom, maxZoom, compression, type, bounds, metadata: _}: About, lengths: Lengths): Uint8Array {
  const bytes = new Uint8Array(HEADER);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode("PMTiles"));
  view.setUint8(7, 3);
  const directoryEnd = HEADER + lengths.directory;
  const metadataEnd = directoryEnd + lengths.metadata;
  const numbers = [
    HEADER,
    lengths.directory,
    directoryEnd,
    lengths.metadata,
    metadataEnd,
    0,
    metadataEnd,
    lengths.length,
    lengths.tiles,
    lengths.entries,
    lengths.contents,
  ];
  numbers.forEach((value, i) => view.setBigUint64(8 + 8 * i, BigInt(value), true));
  [1, UNPACKED, compression, type, minZoom, maxZoom].forEach((value, i) => view.setUint8(96 + i, value));
  bounds.forEach((degrees, i) => view.setInt32(102 + 4 * i, Math.round(degrees * 1e7), true));
  view.setUint8(118, minZoom);
  view.setInt32(119, 0, true);
  view.setInt32(123, 0, true);
  return bytes;
}
