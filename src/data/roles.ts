import type {Mapping, Role, Story} from "./story.ts";

/** The column that a role is kept under in a language: `title.fr` when the role has one a language, else `title`. */
export const columnOf = (mapping: Mapping, role: Role, language: string): string => {
  const named = mapping[role];
  if (named === undefined || typeof named === "string") return role;
  const languages = Object.keys(named);
  const best = languages.includes(language) ? language : languages.includes("en") ? "en" : languages[0];
  return `${role}.${best}`;
};

/** The columns that the reader filters by: the story's own, else those of the certainty, category, actor and country roles. */
export function facetsOf(story: Pick<Story, "facets">, mapping: Mapping): string[] {
  const names = story.facets ?? (["certainty", "category", "actor", "country"] as const).map((role) => mapping[role]);
  return [...new Set(names.filter((name): name is string => typeof name === "string"))];
}
