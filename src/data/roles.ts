import type {Loaded} from "./load.ts";
import type {Mapping, Story} from "./story.ts";

/** The columns that the reader filters by: the story's own, else those of the certainty, category, actor and country roles. */
export function facetsOf(story: Pick<Story, "facets">, mapping: Mapping): string[] {
  const names = story.facets ?? (["certainty", "category", "actor", "country"] as const).map((role) => mapping[role]);
  return [...new Set(names.filter((name): name is string => typeof name === "string"))];
}

/** Those of them that the table has. */
export const facetsIn = ({story, mapping, dataset}: Pick<Loaded, "story" | "mapping" | "dataset">): string[] =>
  facetsOf(story, mapping).filter((name) => Object.hasOwn(dataset.columns.categories, name));

/** The facet that certainty is read from, if it is one. */
export function certaintyFacetOf({mapping}: Pick<Loaded, "mapping">, facets: readonly string[]): string | null {
  const column = mapping.certainty;
  return typeof column === "string" && facets.includes(column) ? column : null;
}
