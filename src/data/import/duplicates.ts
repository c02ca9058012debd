import {textAt, type TextColumn} from "../text.ts";
import {UnitText, type Units} from "./unitText.ts";

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
/** Words of 32 bits by which it is told of hashes whether there may be others like them: at least so many, one a row, or the most. */
const LEAST_WORDS = 64;
const MOST_WORDS = 1 << 21;

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
  const shared = sharedOf(hashes);
  for (let row = 0; row < ends.length; row++) {
    const hash = hashes[row];
    if (!has(shared, hash) || startOf(ends, row) === ends[row]) continue;
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

/** A bit for each of the hashes, or rather for their last bits, that come more than once. */
function sharedOf(hashes: Int32Array): Uint32Array {
  const words = Math.min(MOST_WORDS, Math.max(LEAST_WORDS, 2 ** Math.ceil(Math.log2(hashes.length))));
  const once = new Uint32Array(words);
  const again = new Uint32Array(words);
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i];
    const word = (hash >>> 5) & (words - 1);
    const bit = 1 << (hash & 31);
    if ((once[word] & bit) === 0) once[word] |= bit;
    else again[word] |= bit;
  }
  return again;
}

const has = (bits: Uint32Array, hash: number): boolean =>
  (bits[(hash >>> 5) & (bits.length - 1)] & (1 << (hash & 31))) !== 0;

const startOf = (ends: Uint32Array, row: number): number => (row === 0 ? 0 : ends[row - 1]);

function isSame(units: Units, ends: Uint32Array, a: number, b: number): boolean {
  const [from, other] = [startOf(ends, a), startOf(ends, b)];
  const length = ends[a] - from;
  if (ends[b] - other !== length) return false;
  for (let i = 0; i < length; i++) if (units[from + i] !== units[other + i]) return false;
  return true;
}
