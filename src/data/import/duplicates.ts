import {release} from "../grow.ts";
import {textAt, type TextColumn} from "../text.ts";
import {UnitText, type Units} from "./unitText.ts";

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;
/** Hashes are dealt out by their first bits, so that what is noted of those of a part stays in the nearest cache. */
const PART_BITS = 8;
/** Parts that are dealt out together: all at once would take as much memory again as the hashes, twice. */
const AT_ONCE = 64;
/** Bits by which it is told of the hashes of a part whether there may be others like them: so many for each. */
const BITS_EACH = 32;

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
function likelyAlike(hashes: Int32Array): Uint32Array {
  const {length} = hashes;
  const shift = 32 - PART_BITS;
  const parts = 1 << PART_BITS;
  const starts = new Uint32Array(parts + 1);
  for (let row = 0; row < length; row++) starts[(hashes[row] >>> shift) + 1]++;
  for (let part = 0; part < parts; part++) starts[part + 1] += starts[part];
  const words = 2 ** Math.ceil(Math.log2(Math.max(1, (length * BITS_EACH) / 32 / parts)));
  const once = new Uint32Array(words);
  const again = new Uint32Array(words);
  const found: number[] = [];
  for (let first = 0; first < parts; first += AT_ONCE) {
    const from = starts[first];
    const size = starts[first + AT_ONCE] - from;
    const rows = new Uint32Array(size);
    const dealt = new Int32Array(size);
    const ends = starts.map((start) => start - from);
    for (let row = 0; row < length; row++) {
      const part = hashes[row] >>> shift;
      if (part < first || part >= first + AT_ONCE) continue;
      const at = ends[part]++;
      rows[at] = row;
      dealt[at] = hashes[row];
    }
    for (let part = first; part < first + AT_ONCE; part++)
      for (const at of notAlone(dealt, starts[part] - from, ends[part], once, again)) found.push(rows[at]);
    release(rows);
    release(dealt);
  }
  return Uint32Array.from(found).sort();
}

/** Where the hashes stand in `[from, to)` that are likely not alone there; `once` and `again` are of as many words, a power of two. */
function notAlone(hashes: Int32Array, from: number, to: number, once: Uint32Array, again: Uint32Array): number[] {
  const mask = once.length - 1;
  once.fill(0);
  again.fill(0);
  for (let i = from; i < to; i++) {
    const word = (hashes[i] >>> 5) & mask;
    const bit = 1 << (hashes[i] & 31);
    again[word] |= once[word] & bit;
    once[word] |= bit;
  }
  const found: number[] = [];
  for (let i = from; i < to; i++) if ((again[(hashes[i] >>> 5) & mask] & (1 << (hashes[i] & 31))) !== 0) found.push(i);
  return found;
}

const startOf = (ends: Uint32Array, row: number): number => (row === 0 ? 0 : ends[row - 1]);

function isSame(units: Units, ends: Uint32Array, a: number, b: number): boolean {
  const [from, other] = [startOf(ends, a), startOf(ends, b)];
  const length = ends[a] - from;
  if (ends[b] - other !== length) return false;
  for (let i = 0; i < length; i++) if (units[from + i] !== units[other + i]) return false;
  return true;
}
