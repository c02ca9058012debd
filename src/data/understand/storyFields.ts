import {MAX_FACETS} from "../rowMarks.ts";
import type {Reading} from "../reading.ts";
import type {Role, Story} from "../story.ts";
import type {Column} from "./columns.ts";
import {usedIn, type Draft} from "./draft.ts";
import {defaultFacets, divides} from "./facets.ts";
import type {Preset} from "./presets/preset.ts";

const FACET_ROLES: readonly Role[] = ["certainty", "category", "actor", "country"];

/** The columns to filter by: those of the preset that divide the rows, else the best of the table. */
export function facetsFor(
  draft: Draft,
  preset: Preset | null,
  columns: readonly Column[],
  {separator}: Reading,
): string[] {
  const listed = (preset?.facets ?? []).flatMap((key) => columns.find((column) => column.key === key) ?? []);
  const named = [...new Set(listed)].filter(divides).slice(0, 6);
  if (preset !== null && preset.guess !== true && named.length > 0) return named.map(({name}) => name);
  const ofRoles = FACET_ROLES.flatMap((role) => draft.get(role)?.columns[0] ?? []);
  const used = usedIn(draft);
  const free = columns.filter(
    (column) =>
      !used.has(column) && !(separator !== undefined && column.values.some((value) => value.includes(`${separator} `))),
  );
  const place = draft.get("place")?.columns[0];
  return defaultFacets(ofRoles, place === undefined ? free : [...free, place]).slice(0, MAX_FACETS);
}

/** The names that the preset has for columns and their values, by the names in this file. */
export function namesFrom(preset: Preset | null, columns: readonly Column[]): Story["columns"] {
  const names = preset?.columns;
  if (names === undefined) return {};
  return Object.fromEntries(
    columns.flatMap(({name, key}) => {
      if (!Object.hasOwn(names, key)) return [];
      const {label, values = {}} = names[key]!;
      return [[name, {...(label === undefined ? {} : {label}), values: {...values}}] as const];
    }),
  );
}
