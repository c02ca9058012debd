import type {Aggregates} from "../aggregates.ts";
import type {CategoryColumn} from "../category.ts";
import type {Dataset} from "../dataset.ts";
import {BLOCK, type FacetRows} from "../rowList.ts";

/** So many facets are indexed, at two bytes a row each, and none that has more values than this. */
const MOST_FACETS = 2;
const MOST_VALUES = 256;

/** Makes the values of the first facets quick to switch; there is work of a millisecond at most before each yield. */
export function* indexFacets(aggregates: Aggregates, {columns}: Dataset): Generator<void, void> {
  for (const name of aggregates.facets.slice(0, MOST_FACETS)) {
    const column = columns.categories[name]!;
    if (column.values.length <= MOST_VALUES) aggregates.useIndex(name, yield* facetRows(column));
  }
}

/** Deals the rows of a facet out to its values, a block before each yield. */
export function* facetRows({codes, values}: CategoryColumn): Generator<void, FacetRows> {
  const {length} = codes;
  const offsets = new Uint16Array(length);
  const starts = new Uint32Array(Math.ceil(length / BLOCK) * values.length + 1).fill(length);
  const next = new Uint32Array(values.length);
  for (let base = 0, at = 0; base < length; base += BLOCK, at += values.length) {
    const block = codes.subarray(base, base + BLOCK);
    next.fill(0);
    for (const code of block) next[code]!++;
    for (let code = 0, start = base; code < values.length; code++) {
      starts[at + code] = start;
      start += next[code]!;
      next[code] = starts[at + code]!;
    }
    for (let i = 0; i < block.length; i++) offsets[next[block[i]!]!++] = i;
    yield;
  }
  return {offsets, starts};
}
