import {release} from "../../grow.ts";

/** Texts that were gathered elsewhere, as a store keeps them, with what is known of each column. */
export interface TextPart {
  blocks: readonly Uint8Array[];
  /** As they stand in a `CellStore`. */
  marks: Uint32Array;
  units: Float64Array;
  highest: Uint8Array;
  /** The column of ids, -1 for none. */
  id: number;
  /** Hashes of the ids; none where there is no column of them. */
  hashes: Int32Array;
  /** The order in which the rows are wanted; null for that in which they stand. */
  order: Uint32Array | null;
}

/** The order of some rows and of others behind them; null for that in which they stand. */
export function joinedOrder(
  order: Uint32Array | null,
  rows: number,
  next: Uint32Array | null,
  more: number,
): Uint32Array {
  const all = new Uint32Array(rows + more);
  for (let i = 0; i < rows; i++) all[i] = order === null ? i : order[i];
  for (let i = 0; i < more; i++) all[rows + i] = rows + (next === null ? i : next[i]);
  for (const each of [order, next]) if (each !== null) release(each);
  return all;
}
