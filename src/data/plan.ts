import {pick} from "./localText.ts";
import {facetsOf} from "./roles.ts";
import type {Condition, LocalText, Mapping, Role, Story} from "./story.ts";

/** Roles that hold running text; every other mapped column, and every facet, is a category. */
const TEXT_ROLES: readonly Role[] = [
  "id",
  "title",
  "summary",
  "place",
  "site",
  "casualtiesNote",
  "claimedBy",
  "target",
  "sources",
  "link",
  "notes",
];
const NUMBER_ROLES: readonly Role[] = ["killed", "wounded", "multiplicity"];
const CATEGORY_ROLES: readonly Role[] = ["category", "certainty", "country", "actor"];

/** How the columns of one file are read: plain data, so that it crosses to a worker. Column indices are -1 where there is none. */
export interface Plan {
  timezone: string;
  start: number;
  end: number;
  datePrecision: number;
  lat: number;
  lon: number;
  site: number;
  place: number;
  placePrecision: number;
  certainty: number;
  /** Names of the kept columns and where they stand in the file. A role of several languages keeps one column each, `title.fr`. */
  texts: Record<string, number>;
  numbers: Record<string, number>;
  categories: Record<string, number>;
  /** Every other column of the file. */
  others: Record<string, number>;
  /** What the file calls the column of a role. */
  names: Record<string, string>;
  certaintyOf: Record<string, string>;
  primary: [column: number, values: string[]][];
  counter: [column: number, values: string[]][] | null;
  background: [column: number, values: string[]][] | null;
}

/** What a story says of the columns of its table. */
export type Planned = Pick<Story, "mapping" | "series" | "background" | "certainty" | "facets" | "timezone">;

/** Settles where each role of the story stands in this header. Names that the header lacks are listed in `missing`. */
export function makePlan(story: Planned, header: readonly string[]): {plan: Plan; mapping: Mapping; missing: string[]} {
  const names = header.map((name) => name.trim());
  const mapping = story.mapping ?? {};
  const missing: string[] = [];
  const at = (name: string): number => {
    const found = names.indexOf(name);
    if (found === -1 && !missing.includes(name)) missing.push(name);
    return found;
  };
  const one = (role: Role): number => {
    const named = mapping[role];
    return named === undefined ? -1 : at(Array.isArray(named) ? named[0]! : pick(named as LocalText, "en"));
  };
  const where = (condition: Condition | undefined): [number, string[]][] =>
    Object.entries(condition ?? {}).map(([name, values]) => [at(name), values]);

  const texts: Record<string, number> = {};
  for (const role of TEXT_ROLES) {
    const named = mapping[role];
    if (typeof named === "string") texts[role] = at(named);
    else if (Array.isArray(named)) texts[role] = at(named[0]!);
    else for (const [language, name] of Object.entries(named ?? {})) texts[`${role}.${language}`] = at(name as string);
  }
  const numbers: Record<string, number> = {};
  for (const role of NUMBER_ROLES) if (mapping[role] !== undefined) numbers[role] = one(role);
  const categories = Object.create(null) as Record<string, number>;
  for (const role of CATEGORY_ROLES) if (mapping[role] !== undefined) categories[role] = one(role);
  for (const name of facetsOf(story, mapping)) categories[name] = at(name);
  const used = new Set([...Object.values(texts), ...Object.values(numbers), ...Object.values(categories)]);
  const named = new Set(
    Object.values(mapping).flatMap((value) => (typeof value === "string" ? [value] : Object.values(value))),
  );
  const others = Object.create(null) as Record<string, number>;
  names.forEach((name, column) => {
    if (!used.has(column) && !named.has(name)) others[name] = column;
  });

  const plan: Plan = {
    timezone: story.timezone,
    start: one("start"),
    end: one("end"),
    datePrecision: one("datePrecision"),
    lat: one("lat"),
    lon: one("lon"),
    site: one("site"),
    place: one("place"),
    placePrecision: one("placePrecision"),
    certainty: one("certainty"),
    texts,
    numbers,
    categories,
    others,
    names: Object.fromEntries(
      (Object.keys(mapping) as Role[]).map((role) => [
        role,
        names[one(role)] ?? pick(mapping[role] as LocalText, "en"),
      ]),
    ),
    certaintyOf: story.certainty ?? {},
    primary: where(story.series?.primary?.where),
    counter: story.series?.counter?.where === undefined ? null : where(story.series.counter.where),
    background: story.background === undefined ? null : where(story.background),
  };
  return {plan, mapping, missing};
}
