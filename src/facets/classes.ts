import {CERTAINTIES, PRIMARY, type Certainty} from "../data/dataset.ts";
import type {Loaded} from "../data/load.ts";
import type {Story} from "../data/story.ts";

/** A certainty, and the values of the certainty column that are drawn as it. */
export interface CertaintyClass {
  certainty: Certainty;
  values: readonly string[];
}

const classes = new WeakMap<Loaded, readonly CertaintyClass[]>();

/** The certainties that primary rows of the table have, surest first. Empty when no column says who says so. */
export function certaintyClasses(loaded: Loaded): readonly CertaintyClass[] {
  if (loaded.mapping.certainty === undefined) return [];
  let known = classes.get(loaded);
  if (known === undefined) classes.set(loaded, (known = classesOf(loaded)));
  return known;
}

function classesOf({dataset: {columns, length}, story}: Loaded): readonly CertaintyClass[] {
  const {series, certainty, background, categories} = columns;
  const present = new Set<number>();
  for (let row = 0; row < length && present.size < CERTAINTIES.length; row++)
    if (series[row] === PRIMARY && background[row] === 0) present.add(certainty[row]!);
  const values = categories["certainty"]?.values ?? [];
  return CERTAINTIES.filter((_, index) => present.has(index)).map((certainty) => ({
    certainty,
    values: values.filter((value) => drawnAs(story, value) === certainty),
  }));
}

/** Unlisted values are drawn as official, unless they are the name of a certainty. */
const drawnAs = ({certainty}: Story, value: string): Certainty => {
  if (certainty !== undefined && Object.hasOwn(certainty, value)) return certainty[value]!;
  return CERTAINTIES.includes(value as Certainty) ? (value as Certainty) : "official";
};
