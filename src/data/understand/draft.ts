import {LANGUAGES} from "../languages.ts";
import type {DatePart} from "../reading.ts";
import {ROLE_NAMES} from "../save/header.ts";
import type {Mapping, Role} from "../story.ts";
import type {Column} from "./columns.ts";
import type {Preset} from "./presets/preset.ts";
import type {Why} from "./understanding.ts";

/** The columns of one role, and what chose them. */
export interface Filled {
  columns: readonly Column[];
  /** As it stands in the mapping. */
  named: NonNullable<Mapping[Role]>;
  why: Why;
  /** What each column holds, where that is known. */
  parts?: readonly DatePart[];
}

/** Roles filled so far. A role that somebody left empty on purpose is null. */
export type Draft = Map<Role, Filled | null>;

export const filledBy = (columns: readonly Column[], why: Why, parts?: readonly DatePart[]): Filled => ({
  columns,
  named: columns.length === 1 ? columns[0]!.name : columns.map(({name}) => name),
  why,
  ...(parts === undefined || columns.length === 1 ? {} : {parts}),
});

export const usedIn = (draft: Draft): Set<Column> =>
  new Set([...draft.values()].flatMap((filled) => filled?.columns ?? []));

/** Takes over what a person or a file has settled; a name that is "" leaves its role empty. */
export function settle(
  draft: Draft,
  mapping: Mapping,
  columns: readonly Column[],
  by: "user" | "recipe" | "story",
): void {
  const byName = new Map(columns.map((column) => [column.name.trim(), column]));
  const why: Why = {code: by === "user" ? "user" : "recipe"};
  for (const [role, named] of Object.entries(mapping) as [Role, Mapping[Role]][]) {
    if (named === undefined) continue;
    const names = (typeof named === "string" ? [named] : Object.values(named)).filter((name) => name !== "");
    const found = names.flatMap((name) => byName.get(name.trim()) ?? []);
    draft.set(role, names.length === 0 ? null : {columns: found, named: named as Filled["named"], why});
  }
}

/** Fills the roles that a preset knows and nothing has filled. Of several columns the first that is not all but empty is taken. */
export function fillByPreset(draft: Draft, preset: Preset, columns: readonly Column[]): void {
  const byKey = new Map<string, Column>();
  for (const column of columns) if (!byKey.has(column.key)) byKey.set(column.key, column);
  const why: Why = {code: "preset", preset: preset.name};
  const enough = (column: Column) => column.cells.length === 0 || column.values.length >= column.cells.length * 0.05;
  for (const [role, candidates] of Object.entries(preset.roles) as [Role, NonNullable<Preset["roles"][Role]>][]) {
    if (draft.has(role)) continue;
    const present: Filled[] = [];
    for (const candidate of candidates) {
      const split = typeof candidate === "string" ? [[candidate, "date"] as const] : candidate;
      const held = split.flatMap(([key, part]) => (byKey.has(key) ? [{column: byKey.get(key)!, part}] : []));
      if (held.length === 0 || held[0]!.column !== byKey.get(split[0]![0])) continue;
      present.push(
        filledBy(
          held.map(({column}) => column),
          why,
          held.map(({part}) => part),
        ),
      );
    }
    const best =
      present.find((filled) => enough(filled.columns[0]!)) ??
      present[0] ??
      (preset.languages === true ? inLanguages(candidates, byKey, why) : undefined);
    if (best !== undefined) draft.set(role, best);
  }
}

/** The columns of a role that has one a language. */
function inLanguages(
  candidates: NonNullable<Preset["roles"][Role]>,
  byKey: ReadonlyMap<string, Column>,
  why: Why,
): Filled | undefined {
  const held = LANGUAGES.flatMap((language) => {
    const column = byKey.get(`${String(candidates[0])}_${language}`);
    return column === undefined ? [] : [{language, column}];
  });
  if (held.length === 0) return undefined;
  return {
    columns: held.map(({column}) => column),
    named: Object.fromEntries(held.map(({language, column}) => [language, column.name])),
    why,
  };
}

/** Leaves every role empty that nothing has filled. */
export function leaveRest(draft: Draft): void {
  for (const [role] of ROLE_NAMES) if (!draft.has(role)) draft.set(role, null);
}
