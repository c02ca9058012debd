import {textAt, type TextColumn} from "../text.ts";
import {UnitText, type Units} from "./unitText.ts";

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

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

/** The same without a text of each: rows by the hash of theirs. */
function ofUnits(units: Units, ends: Uint32Array): number[] {
  const found: number[] = [];
  const rows = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(16, ends.length * 2))));
  const hashes = new Int32Array(rows.length);
  const mask = rows.length - 1;
  const isSame = (row: number, from: number, to: number): boolean => {
    const start = row === 0 ? 0 : ends[row - 1];
    if (ends[row] - start !== to - from) return false;
    for (let i = from; i < to; i++) if (units[start + i - from] !== units[i]) return false;
    return true;
  };
  for (let row = 0, from = 0; row < ends.length; from = ends[row++]) {
    const to = ends[row];
    if (from === to) continue;
    let hash = SEED;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ units[i], PRIME);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (rows[slot] !== 0 && !(hashes[slot] === hash && isSame(rows[slot] - 1, from, to))) slot = (slot + 1) & mask;
    if (rows[slot] !== 0) {
      found.push(row);
      continue;
    }
    rows[slot] = row + 1;
    hashes[slot] = hash;
  }
  return found;
}
