import {hashOf} from "./bytes/hash.ts";
import {startOf, textAt, type TextColumn} from "../text.ts";
import {UnitText, type Units} from "./unitText.ts";

/** Half of the bits of a hash. */
const HALF = 16;
/**
 * Places for each hash in a first table of those there are, which is small enough for a near cache and lets one in nine pass, and in a second one
 * of those alone.
 */
const FIRST = 8;
const MORE = 32;
/** Places, of two bits each, in a word. */
const PLACES = 16;
const PLACE_BITS = 4;

/** Rows of a column whose text, unless it is empty, stands in an earlier one. */
export function duplicates(column: TextColumn): number[] {
  if (column instanceof UnitText && column.units !== null) return ofUnits(column.units, column.ends);
  const seen = new Set<string>();
  const found: number[] = [];
  for (let row = 0; row < column.ends.length; row++) {
    const text = textAt(column, row);
    if (text === "") continue;
    if (seen.has(text)) found.push(row);
    else seen.add(text);
  }
  return found;
}

/** The same without a text of each: rows by the hash of theirs, those alone whose hash is not the only one of its kind. */
function ofUnits(units: Units, ends: Uint32Array): number[] {
  const hashes = hashesOf(units, ends);
  const found: number[] = [];
  const seen = new Map<number, number[]>();
  for (const row of likelyAlike(hashes)) {
    if (startOf(ends, row) === ends[row]) continue;
    const hash = hashes[row];
    const alike = seen.get(hash);
    if (alike === undefined) seen.set(hash, [row]);
    else if (alike.some((other) => isSame(units, ends, other, row))) found.push(row);
    else alike.push(row);
  }
  return found;
}

function hashesOf(units: Units, ends: Uint32Array): Int32Array {
  const hashes = new Int32Array(ends.length);
  const view = new DataView(units.buffer, units.byteOffset, units.byteLength);
  const size = units.BYTES_PER_ELEMENT;
  for (let row = 0, at = 0; row < ends.length; row++) {
    const to = ends[row] * size;
    hashes[row] = hashOf(view, at, to);
    at = to;
  }
  return hashes;
}

/** Rows, ascending, whose hash is not the only one of its kind, and a few more. */
const likelyAlike = (hashes: Int32Array): Uint32Array => notAlone(hashes, notAlone(hashes, null, FIRST, 0), MORE, HALF);

const turned = (hash: number, by: number): number => (hash >>> by) | (hash << (32 - by));

/**
 * Those of some rows, all for null, whose hash is likely not alone among theirs: they share a place in a table of `share` places for each, which is told
 * by the last bits of the hash after a `turn` by so many. Each place is two bits: whether there was a row, and whether another.
 */
function notAlone(hashes: Int32Array, rows: Uint32Array | null, share: number, turn: number): Uint32Array {
  const {length} = rows ?? hashes;
  const words = 2 ** Math.ceil(Math.log2(Math.max(1, (length * share) / PLACES)));
  const table = new Uint32Array(words);
  const places = new Uint32Array(length);
  for (let i = 0; i < length; i++) places[i] = turned(hashes[rows === null ? i : rows[i]], turn);
  for (let i = 0; i < length; i++) {
    const word = (places[i] >>> PLACE_BITS) & (words - 1);
    const bit = (places[i] & (PLACES - 1)) * 2;
    table[word] |= (((table[word] >>> bit) & 1) << (bit + 1)) | (1 << bit);
  }
  let found = 0;
  for (let i = 0; i < length; i++) {
    const word = (places[i] >>> PLACE_BITS) & (words - 1);
    const again = 2 << ((places[i] & (PLACES - 1)) * 2);
    if ((table[word] & again) !== 0) places[found++] = rows === null ? i : rows[i];
  }
  return places.subarray(0, found);
}

function isSame(units: Units, ends: Uint32Array, a: number, b: number): boolean {
  const [from, other] = [startOf(ends, a), startOf(ends, b)];
  const length = ends[a] - from;
  if (ends[b] - other !== length) return false;
  for (let i = 0; i < length; i++) if (units[from + i] !== units[other + i]) return false;
  return true;
}
