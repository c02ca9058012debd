import {Aggregates} from "../aggregates.ts";
import type {Loaded} from "../load.ts";
import {certaintyFacetOf, facetsIn} from "../roles.ts";
import {marksOf} from "../rowMarks.ts";
import {inSlices, MANY} from "../slices.ts";
import {indexFacets} from "./facetRows.ts";

/** Rows that are counted at a time. */
const PART = 100_000;

/** Counts a large record, in several short tasks, before it is shown; its facets are indexed, in as short ones, after that. */
export async function countedAhead<T extends Loaded>(loaded: T): Promise<T> {
  const {dataset} = loaded;
  if (dataset.length < MANY) return loaded;
  const counted = await new Promise<Aggregates>((resolve) => inSlices(counting(loaded), resolve));
  inSlices(indexFacets(counted, dataset), () => {});
  const wholeByFacet = new Map(counted.facets.map((facet, i) => [facet, counted.byFacet[i]!.slice()]));
  return {...loaded, counted, wholeByFacet};
}

function* counting(loaded: Loaded): Generator<void, Aggregates> {
  const {dataset} = loaded;
  const facets = facetsIn(loaded);
  const marks = yield* marksOf(dataset, facets);
  const counted = new Aggregates(dataset, facets, certaintyFacetOf(loaded, facets), marks);
  yield;
  for (let end = PART; end < dataset.length + PART; end += PART) {
    counted.moveTo(0, Math.min(end, dataset.length));
    yield;
  }
  return counted;
}
