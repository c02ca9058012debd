import type {Aggregates} from "../data/aggregates.ts";
import {CERTAINTIES, CONTEXT, PRIMARY, SERIES, type Certainty, type Dataset} from "../data/dataset.ts";
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

/** The values of a facet by count in the window, the most frequent first; ties by how frequent they are in the table, then as the table has them. */
export function valueCounts(aggregates: Aggregates, loaded: Loaded, facet: string): ValueCount[] {
  const counts = aggregates.byFacet[aggregates.facets.indexOf(facet)]!;
  const {values} = loaded.dataset.columns.categories[facet]!;
  const whole = wholeCounts(loaded, facet);
  const all = splitsSeries(loaded.story, facet);
  return values
    .map((value, code) => {
      let count = counts[code * SERIES.length + PRIMARY]!;
      if (all)
        for (let series = PRIMARY + 1; series <= CONTEXT; series++) count += counts[code * SERIES.length + series]!;
      return {value, count, whole: whole[code]!, code};
    })
    .filter(({whole}) => whole > 0)
    .sort((a, b) => b.count - a.count || b.whole - a.whole || a.code - b.code)
    .map(({value, count}) => ({value, count}));
}

/** The values of a facet that most rows of the table have, whatever the window. */
export function commonest(loaded: Loaded, facet: string, most: number): string[] {
  const counts = wholeCounts(loaded, facet);
  const {values} = loaded.dataset.columns.categories[facet]!;
  return values
    .map((value, code) => ({value, count: counts[code]!}))
    .filter(({count}) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({value}) => value);
}

const cache = new WeakMap<Dataset, Map<string, Uint32Array>>();

/** Counts of a facet's values over the whole table, by code; background left out. */
function wholeCounts({dataset, story}: Loaded, facet: string): Uint32Array {
  let known = cache.get(dataset);
  if (known === undefined) cache.set(dataset, (known = new Map()));
  let counts = known.get(facet);
  if (counts !== undefined) return counts;
  const {codes, values} = dataset.columns.categories[facet]!;
  const {series, background} = dataset.columns;
  const all = splitsSeries(story, facet);
  counts = new Uint32Array(values.length);
  for (let row = 0; row < dataset.length; row++)
    if (background[row] === 0 && (all || series[row] === PRIMARY)) counts[codes[row]!]!++;
  known.set(facet, counts);
  return counts;
}

/** A certainty, the values of the certainty column that are drawn as it, and its primary rows in the window. */
export interface CertaintyClass {
  certainty: Certainty;
  values: string[];
  count: number;
}

/** The certainties that primary rows of the table have, surest first. Empty when no column says who says so. */
export function certaintyClasses(aggregates: Aggregates | null, {dataset, story, mapping}: Loaded): CertaintyClass[] {
  if (mapping.certainty === undefined) return [];
  const {series, certainty, background} = dataset.columns;
  const present = new Set<number>();
  for (let row = 0; row < dataset.length && present.size < CERTAINTIES.length; row++)
    if (series[row] === PRIMARY && background[row] === 0) present.add(certainty[row]!);
  const values = dataset.columns.categories["certainty"]?.values ?? [];
  return CERTAINTIES.flatMap((name, index) =>
    present.has(index)
      ? [
          {
            certainty: name,
            values: values.filter((value) => drawnAs(story, value) === name),
            count: aggregates?.byCertainty[index] ?? 0,
          },
        ]
      : [],
  );
}

/** Unlisted values are drawn as official, unless they are the name of a certainty. */
const drawnAs = ({certainty}: Story, value: string): Certainty => {
  if (certainty !== undefined && Object.hasOwn(certainty, value)) return certainty[value]!;
  return CERTAINTIES.includes(value as Certainty) ? (value as Certainty) : "official";
};
