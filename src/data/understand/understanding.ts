import type {Reading} from "../reading.ts";
import type {Mapping, Role, Story} from "../story.ts";

/**
 * What is settled before a file is looked at, by a story file, a recipe or the reader; the rest is found out. The same fields stand in a
 * story file.
 */
export type Choices = Partial<
  Pick<Story, "mapping" | "reading" | "timezone" | "facets" | "series" | "certainty" | "columns" | "title">
>;

/** What was found out about one column of the file, from a sample of its rows. */
export interface ColumnProfile {
  /** As it stands in the header; unique within the table. */
  name: string;
  /** Cells of the sample that are not blank and do not say "not known". */
  filled: number;
  /** Different values among them; at most 1001 are counted. */
  distinct: number;
  /** The first different values, at most 5, each at most 200 characters. */
  samples: readonly string[];
  kind: "empty" | "date" | "number" | "coordinate" | "point" | "link" | "category" | "id" | "text";
}

/** Why a column was chosen for a role. */
export type Why =
  | {code: "preset"; preset: string}
  | {code: "hxl"; tag: string}
  | {code: "name"; word: string}
  | {code: "values"}
  | {code: "recipe"}
  | {code: "user"};

/** What a role's cells were taken for; worded in `i18n/`. */
export type ReadAs =
  | {code: "dates"; order: "iso" | "dmy" | "mdy" | "ymd"; settledBy: string | null; ambiguous: boolean; mixed: boolean}
  | {code: "date-numbers"; numbers: string}
  | {code: "date-parts"; parts: readonly string[]}
  | {code: "degrees"; decimal: "." | ","; divisor: number}
  | {code: "point"; first: "lat" | "lon"}
  | {code: "geometry"}
  | {code: "projected"; projection: string}
  | {code: "counts"; ranges: boolean}
  | {code: "values"; distinct: number}
  | {code: "codes"; codes: Readonly<Record<string, string>>}
  | {code: "links"}
  | {code: "list"; separator: string}
  | {code: "text"};

/** One role, filled by one column or several. */
export interface RoleReading {
  columns: readonly string[];
  why: Why;
  readAs: ReadAs;
  /** Cells of the sample that can be read so, of how many rows. */
  read: number;
  of: number;
  /** The first different values, at most 3. */
  samples: readonly string[];
}

/** A choice that the file itself does not settle, stated so that it can be changed. */
export type Assumption =
  | {code: "date-order"; order: "dmy" | "mdy"; example: string}
  | {code: "timezone"; zone: string; instants: boolean}
  | {code: "two-digit-years"; lastYear: number; example: string}
  | {code: "date-numbers"; numbers: string; example: string}
  /** The many events of 1 January are taken to be known to the year only. */
  | {code: "new-year"}
  | {code: "no-header"}
  | {code: "encoding"; encoding: string}
  | {code: "swapped"; example: string};

/** Why the reader is asked before the rows are shown. */
export type Doubt = "date-order" | "no-start" | "many-tables" | "no-header" | "many-rejected" | "projected" | "swapped";

/** How a table was understood. `story` holds everything that reading it again takes; a recipe is saved from it. */
export interface Understanding {
  /** Name of the preset whose header this is: "acled", "ucdp-ged" ...; null for none. */
  preset: string | null;
  columns: readonly ColumnProfile[];
  roles: Readonly<Partial<Record<Role, RoleReading>>>;
  mapping: Mapping;
  reading: Reading;
  /** What the story's other fields become: facets, certainty, series, names of columns and values, credit, license. */
  story: Partial<Story>;
  assumptions: readonly Assumption[];
  doubts: readonly Doubt[];
  /** Set where the licence binds whoever shows or passes on the rows. */
  licence: {name: string; credit: string; mayPublish: boolean; url: string} | null;
}
