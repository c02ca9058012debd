import type {Loaded} from "../data/load.ts";
import {splitsSeries, type ValueCount, type ValueCounts} from "./values.ts";

/** What the short form of a facet shows: its most frequent values, and how many rows the others have. */
export interface Short {
  top: ValueCount[];
  /** Null when nothing is left over. */
  other: number | null;
}

/** The `most` first values, or one less and the sum of all others when more than that have a count. */
export function shorten(counts: ValueCounts, most: number): Short {
  const first = counts.top(most + 1);
  if (first.length <= most || first[most]!.count === 0) return {top: first.slice(0, most), other: null};
  const top = first.slice(0, most - 1);
  return {top, other: top.reduce((left, {count}) => left - count, counts.total)};
}

/**
 * The facets for which the short form has room, at most `most`: where first, then those with the shortest names for what is most frequent.
 * `lengths` is how long the longest of those names is.
 */
export function shortFacets(
  {mapping, story}: Loaded,
  facets: readonly string[],
  lengths: (facet: string) => number,
  most: number,
): string[] {
  const rank = (facet: string): number =>
    facet === mapping.country ? -1 : lengths(facet) + (splitsSeries(story, facet) ? 100 : 0);
  return facets
    .filter((facet) => facet !== mapping.certainty)
    .map((facet, at) => ({facet, rank: rank(facet), at}))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, most)
    .map(({facet}) => facet);
}
