import type {Aggregates} from "../data/aggregates.ts";
import {CONTEXT, PRIMARY, SERIES} from "../data/dataset.ts";
import type {Loaded} from "../data/load.ts";
import type {Story} from "../data/story.ts";

/** How many rows of the window a value of a facet has, its own facet's filter left out. */
export interface ValueCount {
  value: string;
  count: number;
}

/** True of a facet whose values say which series a row is in: it is counted over all series, every other over the primary alone. */
export const splitsSeries = ({series}: Story, facet: string): boolean =>
  [series?.primary, series?.counter].some((each) => each?.where !== undefined && Object.hasOwn(each.where, facet));

/** Up to which series the rows of a facet are counted. */
const lastSeries = (story: Story, facet: string) => (splitsSeries(story, facet) ? CONTEXT : PRIMARY);

/** Rows of a value in counts by `value code * 3 + series`, up to the `last` series. */
function countUpTo(last: number, counts: Uint32Array, code: number): number {
  let count = 0;
  for (let series = PRIMARY; series <= last; series++) count += counts[code * SERIES.length + series]!;
  return count;
}

/** Counts of the values of a facet in the window. */
export interface ValueCounts {
  /** The sum over all values. */
  readonly total: number;
  /** At most `most` values, the most frequent in the window first. */
  top(most: number): ValueCount[];
}

/** `codes` says which values, in the order in which those of the same count stand: all that the table has, when left out. */
export function valueCounts(
  aggregates: Aggregates,
  loaded: Loaded,
  facet: string,
  codes = codesOf(loaded, facet),
): ValueCounts {
  const counts = aggregates.byFacet[aggregates.facets.indexOf(facet)]!;
  const {values} = loaded.dataset.columns.categories[facet]!;
  const last = lastSeries(loaded.story, facet);
  const countOf = (code: number): number => countUpTo(last, counts, code);
  return {
    get total() {
      return codes.reduce((sum, code) => sum + countOf(code), 0);
    },
    top(most) {
      const top: ValueCount[] = [];
      for (const code of codes) {
        const count = countOf(code);
        let at = top.length;
        if (at === most && count <= (top[--at]?.count ?? Infinity)) continue;
        for (; at > 0 && top[at - 1]!.count < count; at--) top[at] = top[at - 1]!;
        top[at] = {value: values[code]!, count};
      }
      return top;
    },
  };
}

const orders = new WeakMap<Loaded, Map<string, Uint32Array>>();

/** The values of a facet that rows of the table have, as codes, the most frequent first; of the same count as the table has them. */
export function codesOf(loaded: Loaded, facet: string): Uint32Array {
  let known = orders.get(loaded);
  if (known === undefined) orders.set(loaded, (known = new Map()));
  let order = known.get(facet);
  if (order === undefined) {
    const counts = wholeCounts(loaded, facet);
    order = Uint32Array.from(counts.keys())
      .filter((code) => counts[code]! > 0)
      .sort((a, b) => counts[b]! - counts[a]! || a - b);
    known.set(facet, order);
  }
  return order;
}

/** The values of a facet that most rows of the table have, whatever the window. */
export function commonest(loaded: Loaded, facet: string, most: number): string[] {
  const {values} = loaded.dataset.columns.categories[facet]!;
  return Array.from(codesOf(loaded, facet).subarray(0, most), (code) => values[code]!);
}

/** Counts of a facet's values over the whole table, by code; background left out. */
function wholeCounts({dataset, story, wholeByFacet}: Loaded, facet: string): Uint32Array {
  const {codes, values} = dataset.columns.categories[facet]!;
  const last = lastSeries(story, facet);
  const ahead = wholeByFacet?.get(facet);
  if (ahead !== undefined) return Uint32Array.from(values, (_, code) => countUpTo(last, ahead, code));
  const {series, background} = dataset.columns;
  const counts = new Uint32Array(values.length);
  for (let row = 0; row < dataset.length; row++)
    if (background[row] === 0 && series[row]! <= last) counts[codes[row]!]!++;
  return counts;
}
