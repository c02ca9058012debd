import type {Loaded} from "../data/load.ts";
import type {I18n} from "./i18n.svelte.ts";

const regions = new Map<string, Intl.DisplayNames>();

function regionName(code: string, locale: string): string | undefined {
  if (!regions.has(locale)) regions.set(locale, new Intl.DisplayNames(locale, {type: "region", fallback: "none"}));
  return regions.get(locale)!.of(code);
}

type Words = Pick<Loaded, "story" | "mapping">;

/** The name of a column for the reader: the story's own, else the column's. */
export function columnLabel({story}: Words, column: string, i18n: I18n): string {
  return i18n.text(story.columns[column]?.label) || column.replaceAll("_", " ");
}

/** The words for a value of a column: the story's own, the country for a two-letter code in the country column, else the value itself. */
export function valueLabel({story, mapping}: Words, column: string, value: string, i18n: I18n): string {
  if (value === "") return i18n.t.list.facets.notStated;
  const values = story.columns[column]?.values;
  const own = values !== undefined && Object.hasOwn(values, value) ? i18n.text(values[value]) : "";
  if (own !== "") return own;
  if (column === mapping.country && /^[A-Z]{2}$/.test(value)) return regionName(value, i18n.locale) ?? value;
  return value;
}
