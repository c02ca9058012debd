import {gzipSync} from "node:zlib";

const HEADER = 127;
// Readers fetch 16 kB first; a root directory that fits needs no second request.
const ROOT_LIMIT = 16384 - HEADER;

/** Writes a PMTiles v3 archive of gzipped vector tiles: clustered, deduplicated, one root directory. */
export function pmtiles(tiles, maxZoom, attribution) {
  const sorted = tiles.map((tile) => ({id: tileId(tile), data: tile.data})).sort((a, b) => a.id - b.id);
  const offsets = new Map();
  const chunks = [];
  const entries = [];
  let size = 0;
  for (const {id, data} of sorted) {
    const key = data.toString("latin1");
    if (!offsets.has(key)) {
      offsets.set(key, size);
      chunks.push(data);
      size += data.length;
    }
    const offset = offsets.get(key);
    const last = entries.at(-1);
    if (last && last.offset === offset && last.id + last.run === id) last.run++;
    else entries.push({id, offset, length: data.length, run: 1});
  }
  const {root, leaves} = directories(entries);
  const metadata = gzipSync(JSON.stringify({attribution, vector_layers: []}));
  const header = Buffer.alloc(HEADER);
  header.write("PMTiles", 0, "latin1");
  header[7] = 3;
  const sizes = [root.length, metadata.length, leaves.length, size];
  let position = HEADER;
  sizes.forEach((length, i) => {
    header.writeBigUInt64LE(BigInt(position), 8 + i * 16);
    header.writeBigUInt64LE(BigInt(length), 16 + i * 16);
    position += length;
  });
  [sorted.length, entries.length, chunks.length].forEach((n, i) => header.writeBigUInt64LE(BigInt(n), 72 + i * 8));
  header.set([1, 2, 2, 1, 0, maxZoom], 96);
  [-180, -85, 180, 85].forEach((degrees, i) => header.writeInt32LE(degrees * 1e7, 102 + i * 4));
  return Buffer.concat([header, root, metadata, leaves, ...chunks]);
}

function directories(entries) {
  const root = directory(entries);
  if (root.length <= ROOT_LIMIT) return {root, leaves: Buffer.alloc(0)};
  const pointers = [];
  const leaves = [];
  let offset = 0;
  for (let i = 0; i < entries.length; i += 1024) {
    const leaf = directory(entries.slice(i, i + 1024));
    pointers.push({id: entries[i].id, offset, length: leaf.length, run: 0});
    leaves.push(leaf);
    offset += leaf.length;
  }
  return {root: directory(pointers), leaves: Buffer.concat(leaves)};
}

function directory(entries) {
  const bytes = [];
  const varint = (n) => {
    for (; n > 127; n = Math.floor(n / 128)) bytes.push((n % 128) | 128);
    bytes.push(n);
  };
  varint(entries.length);
  entries.forEach((entry, i) => varint(entry.id - (i ? entries[i - 1].id : 0)));
  entries.forEach((entry) => varint(entry.run));
  entries.forEach((entry) => varint(entry.length));
  entries.forEach((entry, i) => {
    const before = entries[i - 1];
    varint(before && entry.offset === before.offset + before.length ? 0 : entry.offset + 1);
  });
  return gzipSync(Buffer.from(bytes), {level: 9});
}

/** The place of a tile on the archive's Hilbert curve. */
function tileId({z, x, y}) {
  let id = (4 ** z - 1) / 3;
  for (let side = 2 ** z / 2; side >= 1; side /= 2) {
    const [right, lower] = [x & side ? 1 : 0, y & side ? 1 : 0];
    id += side * side * ((3 * right) ^ lower);
    if (!lower) {
      if (right) [x, y] = [side - 1 - x, side - 1 - y];
      [x, y] = [y, x];
    }
  }
  return id;
}
