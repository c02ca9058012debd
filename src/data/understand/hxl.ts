import type {DatePart} from "../reading.ts";
import type {Role} from "../story.ts";
import type {Column} from "./columns.ts";

interface Tag {
  hashtag: string;
  attributes: ReadonlySet<string>;
}

const LONGEST = 200;

/** `#affected +killed+f` as `affected` with `killed` and `f`; null for what is no tag. */
export function parseTag(text: string): Tag | null {
  const [first = "", ...rest] = text
    .slice(0, LONGEST)
    .toLowerCase()
    .split("+")
    .map((part) => part.trim());
  if (!/^#[a-z][a-z0-9_]*$/.test(first)) return null;
  return {hashtag: first.slice(1), attributes: new Set(rest.filter((part) => part !== ""))};
}

/** Which tag fills which role: the hashtag and the attributes it must have, best first. */
const TAGS: readonly (readonly [role: Role | "point", hashtag: string, ...attributes: string[]])[] = [
  ["start", "date", "occurred"],
  ["start", "date", "start"],
  ["start", "date"],
  ["end", "date", "end"],
  ["lat", "geo", "lat"],
  ["lon", "geo", "lon"],
  ["point", "geo", "coord"],
  ["placePrecision", "geo", "precision"],
  ["place", "loc", "name"],
  ["place", "loc"],
  ["place", "adm4", "name"],
  ["place", "adm3", "name"],
  ["place", "adm2", "name"],
  ["place", "adm1", "name"],
  ["place", "adm2"],
  ["place", "adm1"],
  ["country", "country", "name"],
  ["country", "country"],
  ["category", "event", "type"],
  ["id", "event", "id"],
  ["id", "event", "code"],
  ["id", "meta", "id"],
  ["title", "event", "name"],
  ["category", "cause"],
  ["category", "event"],
  ["target", "group", "second"],
  ["actor", "group", "first"],
  ["actor", "group", "name"],
  ["actor", "group"],
  ["actor", "org", "name"],
  ["actor", "org"],
  ["killed", "affected", "killed"],
  ["wounded", "affected", "injured"],
  ["summary", "description"],
  ["notes", "meta", "note"],
  ["sources", "meta", "source"],
  ["link", "meta", "url"],
];

const DATE_PARTS: readonly (readonly [attribute: string, part: DatePart])[] = [
  ["year", "year"],
  ["month", "month"],
  ["day", "day"],
];
/** Dates of the row rather than of the event, and of one part of a date. */
const NO_DATE = ["reported", "published", "updated", "created", "year", "month", "day", "end", "week"];

export interface TaggedColumn {
  column: Column;
  tag: string;
}

/** The columns that HXL tags name, by role; a point stands for latitude and longitude. */
export function rolesByTags(columns: readonly Column[], tags: readonly string[]): Map<Role, TaggedColumn> {
  const parsed = columns.flatMap((column) => {
    const text = tags[column.index] ?? "";
    const tag = parseTag(text);
    return tag === null ? [] : [{column, tag: text.trim(), ...tag}];
  });
  const roles = new Map<Role, TaggedColumn>();
  const used = new Set<Column>();
  for (const [role, hashtag, ...attributes] of TAGS) {
    if (role === "point" ? roles.has("lat") : roles.has(role)) continue;
    const fitting = parsed.filter(
      (each) =>
        each.hashtag === hashtag &&
        !used.has(each.column) &&
        attributes.every((attribute) => each.attributes.has(attribute)) &&
        !(hashtag === "date" && NO_DATE.some((no) => !attributes.includes(no) && each.attributes.has(no))),
    );
    const best = fitting.sort((a, b) => a.attributes.size - b.attributes.size || a.column.index - b.column.index)[0];
    if (best === undefined) continue;
    used.add(best.column);
    const found = {column: best.column, tag: best.tag};
    if (role === "point") roles.set("lat", found).set("lon", found);
    else roles.set(role, found);
  }
  return roles;
}

/** The columns tagged as year, month and day, where there is a year and a month. */
export function partsByTags(
  columns: readonly Column[],
  tags: readonly string[],
): {columns: Column[]; parts: DatePart[]} | null {
  const found: {columns: Column[]; parts: DatePart[]} = {columns: [], parts: []};
  for (const [attribute, part] of DATE_PARTS) {
    const column = columns.find((each) => {
      const tag = parseTag(tags[each.index] ?? "");
      return tag?.hashtag === "date" && tag.attributes.has(attribute);
    });
    if (column === undefined) continue;
    found.columns.push(column);
    found.parts.push(part);
  }
  return found.parts[0] === "year" ? found : null;
}
