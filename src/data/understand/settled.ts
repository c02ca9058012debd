import type {CoordinateStyle, Reading} from "../reading.ts";
import type {Role, Story} from "../story.ts";
import {coordinatesIn} from "./coordinateColumns.ts";
import type {CoordinateProfile} from "./coordinateStyle.ts";
import type {Draft, Filled} from "./draft.ts";
import type {Preset} from "./presets/preset.ts";
import {decimalOf} from "./roleReadings.ts";
import {certaintyCodes, certaintyOf, datePrecisionCodes, placePrecisionCodes} from "./valueWords.ts";
import type {WhenStyles} from "./whenStyles.ts";

/** The profile of the coordinates; points that only make sense the other way round are read that way. */
export function coordinatesOf(draft: Draft, chosen: Reading): CoordinateProfile | null {
  const [lat, lon] = [draft.get("lat")?.columns[0], draft.get("lon")?.columns[0]];
  if (lat === undefined || lon === undefined) return null;
  const {profile} = coordinatesIn(lat, lon);
  if (!profile.swapped || profile.style.form !== "point" || chosen.coordinates?.first !== undefined) return profile;
  return {...profile, style: {...profile.style, first: profile.style.first === "lat" ? "lon" : "lat"}};
}

export type Codes = Pick<Reading, "datePrecision" | "placePrecision">;

/** What the codes of the two precision columns mean; a column of which nothing is known is let go, unless somebody chose it. */
export function codesOf(draft: Draft, preset: Preset | null, chosen: Reading): Codes {
  const codes: Codes = {};
  const date = draft.get("datePrecision")?.columns[0];
  if (date !== undefined)
    codes.datePrecision = chosen.datePrecision ?? {
      ...datePrecisionCodes(date.counts),
      ...(isPresets(draft, "datePrecision", preset) ? preset!.reading?.datePrecision : {}),
    };
  const place = draft.get("placePrecision")?.columns[0];
  if (place !== undefined)
    codes.placePrecision = chosen.placePrecision ?? {
      ...placePrecisionCodes(place.counts),
      ...(isPresets(draft, "placePrecision", preset) ? preset!.reading?.placePrecision : {}),
    };
  return codes;
}

/** Whether a role has the column that the preset would give it, whoever chose it. */
const isPresets = (draft: Draft, role: Role, preset: Preset | null): boolean => {
  const key = draft.get(role)?.columns[0]?.key;
  return preset?.roles[role]?.some((candidate) => candidate === key) === true;
};

export function readingFrom(
  draft: Draft,
  chosen: Reading,
  preset: Preset | null,
  {dateStyle, endStyle}: WhenStyles,
  coordinates: CoordinateProfile | null,
  codes: Codes,
): Reading {
  const counts = [draft.get("killed"), draft.get("wounded")].flatMap((filled) => filled?.columns ?? []);
  const separator = chosen.separator ?? separatorOf(draft.get("sources") ?? null, preset);
  const missing = chosen.missing ?? preset?.reading?.missing;
  const style: Partial<CoordinateStyle> = {...coordinates?.style, ...chosen.coordinates};
  const {table, encoding, delimiter, headerRow} = chosen;
  return {
    ...(table === undefined ? {} : {table}),
    ...(encoding === undefined ? {} : {encoding}),
    ...(delimiter === undefined ? {} : {delimiter}),
    ...(headerRow === undefined ? {} : {headerRow}),
    ...(dateStyle === null ? {} : {dates: dateStyle}),
    ...(endStyle === null ? {} : {endDates: endStyle}),
    ...(coordinates === null ? {} : {coordinates: style}),
    ...(counts.length === 0 ? {} : {numbers: {decimal: decimalOf(counts), ...chosen.numbers}}),
    ...codes,
    ...(separator === null ? {} : {separator}),
    ...(missing === undefined ? {} : {missing}),
    ...((chosen.exact ?? preset?.reading?.exact) === true ? {exact: true} : {}),
  };
}

const SEPARATORS = ["; ", " | ", "|", ";", "\n"] as const;

/** What stands between several sources of one cell, where it does so in one row of ten. */
function separatorOf(sources: Filled | null, preset: Preset | null): string | null {
  const column = sources?.columns[0];
  if (column === undefined) return null;
  if (preset?.reading?.separator !== undefined) return preset.reading.separator;
  const found = SEPARATORS.find(
    (separator) =>
      column.values.filter((value) => value.includes(separator)).length >= Math.max(1, column.values.length * 0.1),
  );
  return found === undefined ? null : found.trim() || "\n";
}

/** How the values of the certainty column are drawn; values that say nothing are drawn as mere claims, never as confirmed. */
export function certaintyFrom(draft: Draft, preset: Preset | null): Story["certainty"] {
  const filled = draft.get("certainty");
  const column = filled?.columns[0];
  if (column === undefined) return undefined;
  const known = isPresets(draft, "certainty", preset) ? preset?.certainty : undefined;
  if (known !== undefined) return known;
  const codes = certaintyCodes(column.counts);
  if (codes === null) return undefined;
  const unsaid = [...column.counts.keys()].filter((value) => certaintyOf(value) === undefined);
  return Object.fromEntries([
    ...Object.entries(codes),
    ...unsaid.map((value) => [value, "claim"] as const),
    ["", "claim"] as const,
  ]);
}
