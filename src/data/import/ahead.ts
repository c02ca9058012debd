import {Aggregates} from "../aggregates.ts";
import type {Loaded} from "../load.ts";
import {certaintyFacetOf, facetsIn} from "../roles.ts";

/** Rows from which on counting them all is too long for the task in which they are shown. */
const MANY = 50_000;
const PARTS = 4;

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** Counts a large record in several short tasks, before it is shown. */
export async function countedAhead<T extends Loaded>(loaded: T): Promise<T> {
  const {dataset} = loaded;
  if (dataset.length < MANY) return loaded;
  await nextTask();
  const facets = facetsIn(loaded);
  const counted = new Aggregates(dataset, facets, certaintyFacetOf(loaded, facets));
  for (let part = 1; part <= PARTS; part++) {
    await nextTask();
    counted.moveTo(0, Math.round((dataset.length * part) / PARTS));
  }
  return {...loaded, counted};
}
