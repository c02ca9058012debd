import type {Mapping, Story} from "./story.ts";

/** The columns that the reader filters by: the story's own, else those of the certainty, category, actor and country roles. */
export function facetsOf(story: Pick<Story, "facets">, mapping: Mapping): string[] {
  const names = story.facets ?? (["certainty", "category", "actor", "country"] as const).map((role) => mapping[role]);
  return [...new Set(names.filter((name): name is string => typeof name === "string"))];
}
