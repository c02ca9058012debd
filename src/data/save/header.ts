import {LANGUAGES} from "../languages.ts";
import type {Role} from "../story.ts";
import {normaliseName} from "../understand/names.ts";

/** What the columns of a saved table are called, in the order they stand in. */
export const ROLE_NAMES = [
  ["id", "id"],
  ["start", "start"],
  ["end", "end"],
  ["datePrecision", "date_precision"],
  ["lat", "lat"],
  ["lon", "lon"],
  ["site", "site"],
  ["place", "place"],
  ["placePrecision", "place_precision"],
  ["title", "title"],
  ["summary", "summary"],
  ["category", "category"],
  ["certainty", "certainty"],
  ["country", "country"],
  ["actor", "actor"],
  ["target", "target"],
  ["claimedBy", "claimed_by"],
  ["killed", "killed"],
  ["wounded", "wounded"],
  ["casualtiesNote", "casualties_note"],
  ["multiplicity", "multiplicity"],
  ["sources", "sources"],
  ["link", "link"],
  ["notes", "notes"],
] as const satisfies readonly (readonly [Role, string])[];

/** Counts that may be stated as a range, whose bounds stand in columns of their own. */
export const COUNTS = ["killed", "wounded"] as const satisfies readonly Role[];
export const BOUNDS = ["low", "high"] as const;

const PLACE_OF: ReadonlyMap<string, number> = new Map(
  ROLE_NAMES.flatMap(([role, name]) => [
    name,
    ...(COUNTS.some((count) => count === role) ? BOUNDS : LANGUAGES).map((of) => `${name}_${of}`),
  ]).map((key, place) => [key, place]),
);

/** What readers call the place of a feature. */
export const GEOMETRY_KEYS = {lat: "geometry_lat", lon: "geometry_lon"} as const;

/** Whether a column of this name would be taken for one of ours. */
export function isReserved(name: string): boolean {
  const key = normaliseName(name);
  return PLACE_OF.has(key) || key === GEOMETRY_KEYS.lat || key === GEOMETRY_KEYS.lon;
}

/** Names of whole numbers, which JSON puts before all others. */
const INDEX = /^\d+$/;

/**
 * Whether a table was saved here: it begins with names of ours in their order, the three that say when among them, and has none of them
 * elsewhere. `keys` are normalised names.
 */
export function isOwnHeader(keys: readonly string[]): boolean {
  let last = -1;
  let others = false;
  for (const key of keys) {
    const place = PLACE_OF.get(key);
    if (place === undefined) others ||= !INDEX.test(key);
    else if (others || place <= last) return false;
    else last = place;
  }
  return ["start", "end", "date_precision"].every((key) => keys.includes(key));
}

const BEGINNING = /^"?(?:id"?[,;\t|]"?)?start"?([,;\t|])"?end"?\1"?date_precision"?(?:\1|[\r\n]|$)/;

/** What cuts the cells of a text that begins with a header of ours; undefined for any other text. */
export const ownDelimiter = (text: string): string | undefined => BEGINNING.exec(text.slice(0, 100))?.[1];
