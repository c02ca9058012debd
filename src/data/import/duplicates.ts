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
function likelyAlike(hashes: Int32Array): Uint32Array {
  const some = notAlone(hashes, FIRST);
  const turned = Int32Array.from(some, (row) => (hashes[row] >>> HALF) | (hashes[row] << HALF));
  return notAlone(turned, MORE).map((i) => some[i]);
}

/**
 * Which of some hashes are likely not alone among them: they share a place in a table of `share` places for each, which is told by their last
 * bits.
 */
function notAlone(hashes: Int32Array, share: number): Uint32Array {
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(1, (hashes.length * share) / PLACES))));
  enter(hashes, table);
  const found = new Uint32Array(hashes.length);
  return found.subarray(0, findAgain(hashes, table, found));
}

/** Notes in the two bits of each place whether there is a hash, and whether another. */
function enter(hashes: Int32Array, table: Uint32Array): void {
  const mask = table.length - 1;
  for (let i = 0; i < hashes.length; i++) {
    const word = (hashes[i] >>> PLACE_BITS) & mask;
    const bit = (hashes[i] & (PLACES - 1)) * 2;
    table[word] |= (((table[word] >>> bit) & 1) << (bit + 1)) | (1 << bit);
  }
}

/** Writes which hashes stand at a place with another; returns how many. */
function findAgain(hashes: Int32Array, table: Uint32Array, found: Uint32Array): number {
  const mask = table.length - 1;
  let count = 0;
  for (let i = 0; i < hashes.length; i++)
    if ((table[(hashes[i] >>> PLACE_BITS) & mask] & (2 << ((hashes[i] & (PLACES - 1)) * 2))) !== 0) found[count++] = i;
  return count;
}

function isSame(units: Units, ends: Uint32Array, a: number, b: number): boolean {
  const [from, other] = [startOf(ends, a), startOf(ends, b)];
  const length = ends[a] - from;
  if (ends[b] - other !== length) return false;
  for (let i = 0; i < length; i++) if (units[from + i] !== units[other + i]) return false;
  return true;
}
