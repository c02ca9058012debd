import type {Mapping, Role} from "../../src/data/story.ts";

/** Names that stand for a role in the tables that tests write: its own name, in snake case too. */
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

const ROLES: readonly Role[] = [
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
  "killed",
  "wounded",
  "multiplicity",
  "category",
  "certainty",
  "country",
  "actor",
  "start",
  "end",
  "datePrecision",
  "lat",
  "lon",
  "placePrecision",
];

/** The mapping of a small table whose headers say what they are. */
export function mappingOf(header: readonly string[]): Mapping {
  const lower = header.map((name) => name.trim().toLowerCase());
  const mapping: Mapping = {};
  for (const role of ROLES) {
    const names = [...conventional(role), ...(ALIASES[role] ?? [])];
    const found = names.map((name) => lower.indexOf(name)).find((index) => index !== -1);
    if (found !== undefined) mapping[role] = header[found]!.trim();
  }
  return mapping;
}
