import * as z from "zod/mini";
import {MAX_FACETS} from "./rowMarks.ts";
import {LANGUAGES} from "./languages.ts";
import {shownOnly} from "./shownOnly.ts";
import {numbers, viewStateSchema} from "./viewState.ts";
import {Zone} from "./zone.ts";

z.config({jitless: true});

const perLanguage = <T extends z.ZodMiniType>(type: T) => z.partialRecord(z.enum(LANGUAGES), type);

/** Plain text, or the same text in several languages. */
export const localText = z.union([z.string(), perLanguage(z.string())]);
/** A counted noun by CLDR plural category, e.g. `{one: "report", other: "reports"}`; `other` is required. */
const noun = z.object({
  zero: z.optional(z.string()),
  one: z.optional(z.string()),
  two: z.optional(z.string()),
  few: z.optional(z.string()),
  many: z.optional(z.string()),
  other: z.string(),
});
const localNoun = perLanguage(noun);

/** A column name; several whose cells are joined (a date split in year, month and day); or one a language (`{en: "title_en"}`). */
const textColumn = z.union([z.string(), z.array(z.string()), perLanguage(z.string())]);

export const mappingSchema = z.partialRecord(
  z.enum([
    "id",
    "start",
    "end",
    "datePrecision",
    "lat",
    "lon",
    "site",
    "place",
    "placePrecision",
    "country",
    "title",
    "summary",
    "category",
    "certainty",
    "actor",
    "target",
    "claimedBy",
    "killed",
    "wounded",
    "casualtiesNote",
    "multiplicity",
    "sources",
    "link",
    "notes",
  ]),
  textColumn,
);

const isZone = (name: string): boolean => {
  try {
    return new Zone(name).name === name;
  } catch {
    return false;
  }
};

/** Rows chosen by column values: every named column must hold one of its values. */
const condition = z.record(z.string(), z.array(z.string()));

const series = z.object({
  where: z.optional(condition),
  /** The counted thing, e.g. "reports of attacks". */
  noun: z.optional(localNoun),
  /** One or two words beside the axis and in legends, e.g. "US strikes". */
  label: z.optional(localText),
});

const totalsSchema = z.object({
  data: z.string(),
  date: z._default(z.string(), "as_of"),
  value: z._default(z.string(), "total"),
  /** Columns that hold parts of the total, with their names: `{iraq: "in Iraq"}`. */
  parts: z._default(z.record(z.string(), localText), {}),
  source: z._default(z.string(), "source"),
  note: z._default(z.string(), "note"),
  /** Two or three words over the axis, e.g. "US count". */
  label: localText,
  /** Follows the figure, e.g. "counted by US officials". */
  statedBy: localText,
});

const annotationSchema = z.object({
  /** A calendar day, or a span `2023-11-24..2023-11-30`. */
  time: z.string(),
  text: localText,
  series: z._default(z.enum(["primary", "counter", "context"]), "primary"),
  /** Ids of the events it rests on. */
  events: z._default(z.array(z.string()), []),
  /** 1 is kept longest when there is no room. */
  rank: z._default(z.number(), 5),
});

const chapterSchema = z.object({
  title: localText,
  text: localText,
  notes: z.optional(localText),
  events: z._default(z.array(z.string()), []),
  view: z.object(shownOnly(viewStateSchema.shape)) as unknown as typeof viewStateSchema,
});

/**
 * A story: texts, tables and a first view. `data`, `sources`, `sites` and `totals.data` are URLs relative to the story file.
 * Everything but `data` may be left out; a role that no column fills is not drawn.
 */
export const storySchema = z.object({
  title: z.optional(localText),
  kicker: z.optional(localText),
  name: z.optional(localText),
  dek: z.optional(localText),
  language: z.optional(z.enum(LANGUAGES)),
  /** IANA zone that instants with an offset are shown in; calendar dates are never shifted. Default UTC. */
  timezone: z._default(z.string().check(z.refine(isZone, "not a time zone")), "UTC"),
  license: z.optional(z.string()),
  credit: z.optional(localText),
  compiled: z.optional(z.string()),
  data: z.string(),
  /** Tables that come within the story file itself, as CSV text by the names that `data`, `sources`, `sites` and `totals` give. */
  tables: z.optional(z.record(z.string(), z.string())),
  sources: z.optional(z.string()),
  sites: z.optional(z.string()),
  totals: z.optional(totalsSchema),
  mapping: z.optional(mappingSchema),
  /** How the cells are read: a `Reading`, checked where it is used. Default: found out from the table. */
  reading: z.optional(z.record(z.string(), z.unknown())),
  /**
   * Which rows are drawn warm and above the line (`primary`, default all), and which cool and below it (`counter`, default none).
   * The rest is context: listed, not drawn as a block.
   */
  series: z.optional(z.object({primary: z.optional(series), counter: z.optional(series)})),
  /** Rows that stay in the list and off every curve and count. */
  background: z.optional(condition),
  /** What each value of the certainty column is drawn as. Unlisted values are drawn as official. */
  certainty: z.optional(z.record(z.string(), z.enum(["official", "media", "claim", "disputed"]))),
  facets: z.optional(z.array(z.string()).check(z.maxLength(MAX_FACETS))),
  /** Names of columns, and of the values in them, for the reader. */
  columns: z._default(
    z.record(
      z.string(),
      z.object({label: z.optional(localText), values: z._default(z.record(z.string(), localText), {})}),
    ),
    {},
  ),
  /** ISO 3166-1 alpha-2 codes of the countries the map lights. */
  focus: z._default(z.array(z.string()), []),
  /** `[west, south, east, north]` of the first view; default: all places of the primary series. */
  bounds: z.optional(numbers<[west: number, south: number, east: number, north: number]>(4, () => true)),
  view: z._default(viewStateSchema, {}),
  annotations: z._default(z.array(annotationSchema), []),
  chapters: z._default(z.array(chapterSchema), []),
  /** Paragraphs of "method and weaknesses". */
  method: z._default(z.array(localText), []),
});

export type Story = z.output<typeof storySchema>;
export type StoryFile = z.input<typeof storySchema>;
export type Mapping = z.output<typeof mappingSchema>;
export type Role = keyof Mapping;
export type LocalText = z.output<typeof localText>;
export type LocalNoun = z.output<typeof localNoun>;
export type Condition = z.output<typeof condition>;
