import type {DatePart} from "../data/reading.ts";
import type {Mapping, Role} from "../data/story.ts";
import type {ColumnProfile, Understanding} from "../data/understand/understanding.ts";
import type {Choices} from "../data/understand/understanding.ts";

/** Roles in the order they are asked for; the first are always in sight, the rest when they are filled. */
export const ROLES: readonly Role[] = [
  "start",
  "end",
  "lat",
  "lon",
  "place",
  "placePrecision",
  "title",
  "summary",
  "category",
  "certainty",
  "killed",
  "sources",
  "datePrecision",
  "country",
  "actor",
  "target",
  "wounded",
  "link",
  "id",
  "notes",
  "site",
  "claimedBy",
  "casualtiesNote",
  "multiplicity",
];
export const ALWAYS_SHOWN = 12;

type Kind = ColumnProfile["kind"];
const TEXTS: readonly Kind[] = ["text", "category"];
const KINDS: Readonly<Record<Role, readonly Kind[]>> = {
  start: ["date"],
  end: ["date"],
  datePrecision: ["category"],
  lat: ["coordinate", "point"],
  lon: ["coordinate", "point"],
  site: ["category", "id"],
  place: TEXTS,
  placePrecision: ["category"],
  country: ["category"],
  title: TEXTS,
  summary: ["text"],
  category: ["category"],
  certainty: ["category"],
  actor: TEXTS,
  target: TEXTS,
  claimedBy: TEXTS,
  killed: ["number"],
  wounded: ["number"],
  casualtiesNote: ["text"],
  multiplicity: ["number"],
  sources: ["text", "category", "link"],
  link: ["link"],
  id: ["id", "number"],
  notes: ["text"],
};

/** Whether a column holds what this role is made of. */
export const fits = (role: Role, {kind}: ColumnProfile): boolean => KINDS[role].includes(kind);

/** The columns that fill a role. */
export function columnsIn(named: Mapping[Role]): readonly string[] {
  if (named === undefined) return [];
  return typeof named === "string" ? [named] : Object.values(named as Record<string, string>);
}

/** The columns of all roles: as they were understood, and over that what the reader chose, where "" is a role left empty. */
export function mappingOf(choices: Choices, understanding: Understanding): Mapping {
  const mapping: Mapping = {...understanding.mapping, ...choices.mapping};
  for (const role of ROLES) if (columnsIn(mapping[role]).every((name) => name === "")) delete mapping[role];
  return mapping;
}

/** The part of the reading that is about the cells of one role, and goes when another column takes it. */
const OWN = {start: "dates", end: "endDates", lat: "coordinates", lon: "coordinates"} as const;

/**
 * What to change so that `role` is filled by these columns, or by none. The rest is left to be found out, as it was. What was decided
 * about how its former column is read goes with it; a column that holds both coordinates fills both roles and leaves both.
 */
export function withRole(
  choices: Choices,
  understanding: Understanding,
  role: Role,
  columns: readonly string[],
  parts?: readonly DatePart[],
): Partial<Choices> {
  const mapping: Mapping = {...choices.mapping};
  const set = (which: Role, names: readonly string[]) =>
    (mapping[which] = names.length > 1 ? [...names] : (names[0] ?? ""));
  if (role === "lat" || role === "lon") {
    const other = role === "lat" ? "lon" : "lat";
    const before = mappingOf(choices, understanding);
    const isPoint = understanding.columns.some(({name, kind}) => name === columns[0] && kind === "point");
    if (isPoint) set(other, columns);
    else if (before[role] !== undefined && before[role] === before[other]) delete mapping[other];
  }
  set(role, columns);
  const change: Partial<Choices> = {mapping};
  if (role === "certainty") change.certainty = undefined;
  const own = Object.hasOwn(OWN, role) ? OWN[role as keyof typeof OWN] : undefined;
  if (own === undefined || (!Object.hasOwn(choices.reading ?? {}, own) && parts === undefined)) return change;
  const reading = {...choices.reading};
  delete reading[own];
  if (parts !== undefined) reading[own] = {parts};
  return {...change, reading};
}
