import type {Reading} from "../reading.ts";
import type {IssueCode} from "../report.ts";
import type {Mapping, Role, Story} from "../story.ts";
import {findAlternatives} from "./alternatives.ts";
import {columnsOf, profileOf, type Column} from "./columns.ts";
import {dateProfiler, type DateProfiler} from "./dateColumns.ts";
import {uncertain} from "./doubts.ts";
import {fillByPreset, leaveRest, settle, type Draft} from "./draft.ts";
import {fillByTags, fillCoordinates, fillDates, fillTexts} from "./guess.ts";
import {normaliseName} from "./names.ts";
import {findPreset, presetNamed} from "./presets/presets.ts";
import {readingOf} from "./roleReadings.ts";
import {certaintyFrom, codesOf, coordinatesOf, readingFrom} from "./settled.ts";
import {facetsFor, namesFrom} from "./storyFields.ts";
import type {Choices, RoleReading, Understanding} from "./understanding.ts";
import {understandDates} from "./whenStyles.ts";

export interface UnderstandInput {
  /** Unique names of the columns. */
  header: readonly string[];
  /** HXL tags by column, or null. */
  tags: readonly string[] | null;
  /** The first rows, at most some thousands; ragged allowed. */
  sample: readonly (readonly string[])[];
  format: string;
  thisYear: number;
  /** Whether it is certain that the table has the header it was given, or none. */
  headerSure: boolean;
  /** What is settled already; it wins field by field, the mapping role by role. A role whose column is "" stays empty. */
  choices: Choices;
  /** Who settled it. */
  by: "user" | "recipe" | "story";
}

/**
 * Finds out which column fills which role and how its cells are written: from the layout when it is a known one, from HXL tags, from names
 * in many languages, and from the values. The mapping and reading it gives are complete, so that reading the whole table with them says the
 * same wherever and whenever it is done. The same input gives the same result. Never throws on data.
 */
export function understand(input: UnderstandInput): Understanding {
  const {header, tags, sample, thisYear, choices, by} = input;
  const chosen: Reading = choices.reading ?? {};
  const preset = findPreset(header.map(normaliseName), sample);
  const missing = chosen.missing ?? preset?.reading?.missing ?? [];
  const columns = columnsOf(header, sample, missing);
  const profiler = dateProfiler(thisYear);

  const draft: Draft = new Map();
  settle(draft, choices.mapping ?? {}, columns, by);
  if (chosen.exact === true && by === "story") leaveRest(draft);
  if (preset !== null) fillByPreset(draft, preset, columns);
  if (preset?.reading?.exact === true) leaveRest(draft);
  if (tags !== null) fillByTags(draft, columns, tags);
  fillDates(draft, columns, profiler);
  fillCoordinates(draft, columns);
  if (preset === null || preset.guess === true) fillTexts(draft, columns, profiler);

  const when = understandDates(draft, profiler, preset, chosen);
  const coordinates = coordinatesOf(draft, chosen);
  const codes = codesOf(draft, preset, chosen);
  const others = chosen.alternatives === undefined ? findAlternatives(draft, columns, profiler) : null;
  const alternatives = chosen.alternatives ?? others?.columns ?? [];
  const reading: Reading = {
    ...readingFrom(draft, chosen, preset, when, coordinates, codes),
    ...(alternatives.length === 0 ? {} : {alternatives}),
  };
  const certainty = choices.certainty ?? certaintyFrom(draft, preset);
  const mapping = mappingOf(draft);
  const timezone = choices.timezone ?? "UTC";
  const judged = {
    dates: when.dates,
    endDates: when.endDates,
    coordinates,
    reading,
    certainty: certainty ?? {},
    thisYear,
  };
  const roles: Partial<Record<Role, RoleReading>> = {};
  for (const [role, filled] of draft) if (filled !== null) roles[role] = readingOf(role, filled, judged);
  if (roles.start !== undefined && others !== null)
    roles.start = {...roles.start, read: roles.start.read + others.read};

  const facets = choices.facets ?? facetsFor(draft, preset, columns, reading);
  const names = {...namesFrom(preset, columns), ...choices.columns};
  const story: Partial<Story> = {
    ...(choices.title === undefined ? {} : {title: choices.title}),
    mapping,
    reading: reading as Record<string, unknown>,
    timezone,
    facets,
    ...(choices.series === undefined ? {} : {series: choices.series}),
    ...(certainty === undefined ? {} : {certainty}),
    ...(Object.keys(names).length === 0 ? {} : {columns: names}),
    ...(preset?.credit === undefined ? {} : {credit: preset.credit}),
    ...(preset?.license === undefined ? {} : {license: preset.license}),
  };
  return {
    preset: preset?.name ?? (tags === null ? null : "hxl"),
    columns: columns.map((column) => kindBy(column, draft, profiler)),
    roles,
    mapping,
    reading,
    story,
    ...uncertain({
      draft,
      when,
      coordinates,
      zone: timezone,
      headerSure: input.headerSure || chosen.headerRow !== undefined,
      known: preset !== null,
    }),
    licence: preset?.licence ?? null,
  };
}

function mappingOf(draft: Draft): Mapping {
  const mapping: Mapping = {};
  for (const [role, filled] of draft) if (filled !== null) mapping[role] = filled.named;
  return mapping;
}

/** The profile of a column, with what the roles have found out about it. */
function kindBy(column: Column, draft: Draft, profiler: DateProfiler): Understanding["columns"][number] {
  const profile = profileOf(column);
  const isIn = (...roles: Role[]) => roles.some((role) => draft.get(role)?.columns.includes(column) === true);
  if (column.values.length === 0) return profile;
  if (isIn("start", "end")) return {...profile, kind: "date"};
  if (isIn("lat") && isIn("lon")) return {...profile, kind: "point"};
  if (isIn("lat", "lon")) return {...profile, kind: "coordinate"};
  if (isIn("id")) return {...profile, kind: "id"};
  if (
    (profile.kind === "text" || profile.kind === "category" || profile.kind === "id") &&
    column.length <= 40 &&
    profiler.promises(column)
  ) {
    const {kind, read, filled} = profiler(column);
    if (kind !== "none" && kind !== "numbers" && read >= filled * 0.6) return {...profile, kind: "date"};
  }
  return profile;
}

/** Tells the rows of a known layout that are no records, such as the title slide of TimelineJS; null where it has none. */
export function asideOf(
  understanding: Understanding,
  header: readonly string[],
): ((cells: readonly string[]) => IssueCode | null) | null {
  const aside = presetNamed(understanding.preset)?.aside;
  if (aside === undefined) return null;
  const indices = new Map(header.map((name, index) => [normaliseName(name), index]));
  return (cells) => aside((key) => (cells[indices.get(key) ?? -1] ?? "").trim());
}
