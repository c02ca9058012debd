import {bisectLeft} from "d3";

/** Rows of a table that one `RowList` may hold some of: as many as two bytes can tell apart. */
export const BLOCK = 1 << 16;

/** Some rows of one block of the table, ascending: `base + offsets[i]` for each i of `[from, to)`. */
export interface RowList {
  readonly base: number;
  readonly offsets: Uint16Array;
  readonly from: number;
  readonly to: number;
}

/**
 * The rows of each value of a facet, block by block of the table: those of code `c` in block `b` are at `starts[b * values + c]` of
 * `offsets`, up to the next start.
 */
export interface FacetRows {
  offsets: Uint16Array;
  starts: Uint32Array;
}

/** Those of a list that are among the rows `[i0, i1)`. */
export function within({base, offsets, from, to}: RowList, i0: number, i1: number): RowList {
  const first = i0 <= base ? from : bisectLeft(offsets, i0 - base, from, to);
  return {base, offsets, from: first, to: i1 >= base + BLOCK ? to : bisectLeft(offsets, i1 - base, first, to)};
}
