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
  certaintyOf: Record<string, string>;
  primary: [column: number, values: string[]][];
  counter: [column: number, values: string[]][] | null;
  background: [column: number, values: string[]][] | null;
}

/** Names that stand for a role when a story names no mapping: its own name, in snake case too. */
const conventional = (role: string) => [role, role.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)];
const ALIASES: Partial<Record<Role, string[]>> = {
  start: ["date", "time", "datetime", "when", "start_date"],
  end: ["end_date"],
  lat: ["latitude", "y"],
  lon: ["lng", "long", "longitude", "x"],
  title: ["name", "headline", "event"],
  summary: ["description", "text", "details"],
  place: ["location", "site_name", "city"],
  category: ["type", "kind", "event_type"],
  certainty: ["status"],
  sources: ["source"],
  link: ["url"],
  killed: ["fatalities", "deaths"],
  wounded: ["injured"],
};

/** The mapping of a table whose story names none: headers that are a role's own name or a common other name for it. */
export function guessMapping(header: readonly string[]): Mapping {
  const lower = header.map((name) => name.trim().toLowerCase());
  const mapping: Mapping = {};
  const roles: Role[] = [
    ...TEXT_ROLES,
    ...NUMBER_ROLES,
    ...CATEGORY_ROLES,
    "start",
    "end",
    "datePrecision",
    "lat",
    "lon",
    "placePrecision",
  ];
  for (const role of roles) {
    const names = [...conventional(role), ...(ALIASES[role] ?? [])];
    const found = names.map((name) => lower.indexOf(name)).find((index) => index !== -1);
    if (found !== undefined) mapping[role] = header[found]!.trim();
  }
  return mapping;
}

/** Settles where each role of the story stands in this header. Names that the header lacks are listed in `missing`. */
export function makePlan(story: Story, header: readonly string[]): {plan: Plan; mapping: Mapping; missing: string[]} {
  const names = header.map((name) => name.trim());
  const mapping = story.mapping ?? guessMapping(header);
  const missing: string[] = [];
  const at = (name: string): number => {
    const found = names.indexOf(name);
    if (found === -1 && !missing.includes(name)) missing.push(name);
    return found;
  };
  const one = (role: Role): number => (mapping[role] === undefined ? -1 : at(pick(mapping[role] as LocalText, "en")));
  const where = (condition: Condition | undefined): [number, string[]][] =>
    Object.entries(condition ?? {}).map(([name, values]) => [at(name), values]);

  const texts: Record<string, number> = {};
  for (const role of TEXT_ROLES) {
    const named = mapping[role];
    if (typeof named === "string") texts[role] = at(named);
    else for (const [language, name] of Object.entries(named ?? {})) texts[`${role}.${language}`] = at(name as string);
  }
  const numbers: Record<string, number> = {};
  for (const role of NUMBER_ROLES) if (mapping[role] !== undefined) numbers[role] = one(role);
  const categories = Object.create(null) as Record<string, number>;
  for (const role of CATEGORY_ROLES) if (mapping[role] !== undefined) categories[role] = one(role);
  for (const name of facetsOf(story, mapping)) categories[name] = at(name);

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
    certaintyOf: story.certainty ?? {},
    primary: where(story.series?.primary?.where),
    counter: story.series?.counter?.where === undefined ? null : where(story.series.counter.where),
    background: story.background === undefined ? null : where(story.background),
  };
  return {plan, mapping, missing};
}
