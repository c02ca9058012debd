import {startOf, textAt, type TextColumn} from "../text.ts";
import {UnitText, type Units} from "./unitText.ts";

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
/** Half of the bits of a hash. */
const HALF = 16;
/**
 * Bits for each hash in a first table of those there are, which is small enough for a near cache and lets one in nine pass, and in a second one
 * of those alone.
 */
const FIRST_BITS = 8;
const MORE_BITS = 32;

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
  for (let row = 0, at = 0; row < ends.length; row++) {
    let hash = SEED;
    for (const to = ends[row]; at < to; at++) hash = Math.imul(hash ^ units[at], PRIME);
    hashes[row] = hash ^ (hash >>> 15);
  }
  return hashes;
}

/** Rows, ascending, whose hash is not the only one of its kind, and a few more. */
const likelyAlike = (hashes: Int32Array): number[] =>
  notAlone(hashes, notAlone(hashes, null, FIRST_BITS, 0), MORE_BITS, HALF);

const turned = (hash: number, by: number): number => (hash >>> by) | (hash << (32 - by));

/**
 * Those of some rows, all for null, whose hash is likely not alone among theirs: they share a place in a table of `bits` for each, which is told
 * by the last bits of the hash after a `turn` by so many.
 */
function notAlone(hashes: Int32Array, rows: readonly number[] | null, bits: number, turn: number): number[] {
  const {length} = rows ?? hashes;
  const words = 2 ** Math.ceil(Math.log2(Math.max(1, (length * bits) / 32)));
  const once = new Uint32Array(words);
  const again = new Uint32Array(words);
  const found: number[] = [];
  for (let i = 0; i < length; i++) {
    const at = turned(hashes[rows === null ? i : rows[i]], turn);
    const word = (at >>> 5) & (words - 1);
    const bit = 1 << (at & 31);
    again[word] |= once[word] & bit;
    once[word] |= bit;
  }
  for (let i = 0; i < length; i++) {
    const row = rows === null ? i : rows[i];
    const at = turned(hashes[row], turn);
    if ((again[(at >>> 5) & (words - 1)] & (1 << (at & 31))) !== 0) found.push(row);
  }
  return found;
}

function isSame(units: Units, ends: Uint32Array, a: number, b: number): boolean {
  const [from, other] = [startOf(ends, a), startOf(ends, b)];
  const length = ends[a] - from;
  if (ends[b] - other !== length) return false;
  for (let i = 0; i < length; i++) if (units[from + i] !== units[other + i]) return false;
  return true;
}
