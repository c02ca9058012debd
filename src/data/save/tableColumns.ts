import {valueAt} from "../category.ts";
import {freeName} from "../formats/freeName.ts";
import {facetsOf} from "../roles.ts";
import type {Mapping, Role} from "../story.ts";
import {textAt} from "../text.ts";
import {BOUNDS, isReserved, ROLE_NAMES} from "./header.ts";
import {roleColumns, type RoleColumn, type Saved} from "./roleColumns.ts";

/** A column as it is saved. */
export interface SavedColumn {
  name: string;
  /** Whether its cells are numbers, or blank. */
  numeric: boolean;
  text(row: number): string;
}

const NAMES: ReadonlyMap<Role, string> = new Map(ROLE_NAMES);

/** What the column of a role is called in a table of ours: `date_precision`, `title.fr`, `killed_low`. */
export const nameOf = (role: Role, of = ""): string =>
  `${NAMES.get(role)!}${of === "" ? "" : BOUNDS.some((bound) => bound === of) ? `_${of}` : `.${of}`}`;

/** What the file called the column of a role, in a language; "" for a role that several columns made up. */
export function sourceOf(mapping: Mapping, role: Role, of: string): string {
  const named = mapping[role];
  if (typeof named === "string") return named;
  if (Array.isArray(named)) return named.length === 1 ? named[0]! : "";
  const byLanguage = new Map(Object.entries(named ?? {}));
  return byLanguage.get(of) ?? "";
}

/** Columns of the file that are kept beside those of roles: facets and all others, by their own names. */
export function otherColumns({dataset, mapping, story}: Saved): SavedColumn[] {
  const {categories, others} = dataset.columns;
  const facets = facetsOf(story, mapping).filter((name) => Object.hasOwn(categories, name));
  const certainty = sourceOf(mapping, "certainty", "");
  const raw = categories["certainty"];
  return [
    ...facets.map((name) => ({name, numeric: false, text: (row: number) => valueAt(categories[name]!, row)})),
    ...(certainty === "" || raw === undefined || facets.includes(certainty)
      ? []
      : [{name: certainty, numeric: false, text: (row: number) => valueAt(raw, row)}]),
    ...Object.keys(others).map((name) => ({
      name,
      numeric: false,
      text: (row: number) => textAt(others[name]!, row),
    })),
  ];
}

/**
 * The columns of a table that stands by itself: those of the roles under our names and in our forms, then facets and all other columns under
 * their own. A name that would be taken for one of ours, or that is in `reserved`, gets a number.
 */
export function tableColumns(saved: Saved, reserved: readonly string[] = []): SavedColumn[] {
  const roles = roleColumns(saved, "table");
  const said = new Set(roles.filter(({verbatim}) => verbatim).map(({role, of}) => sourceOf(saved.mapping, role, of)));
  const taken = new Set<string>(reserved);
  const named = roles.map(({role, of, numeric, text}: RoleColumn) => ({
    name: freeName(nameOf(role, of), taken),
    numeric,
    text,
  }));
  const others = otherColumns(saved).filter(({name}) => !said.has(name));
  for (const {name} of others) if (isReserved(name)) taken.add(name);
  return [...named, ...others.map((column) => ({...column, name: freeName(column.name, taken)}))];
}
