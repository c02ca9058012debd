import type {Dataset} from "../data/dataset.ts";
import type {Loaded} from "../data/load.ts";
import {pick} from "../data/localText.ts";
import type {I18n} from "./i18n.svelte.ts";

const regions = new Map<string, Intl.DisplayNames>();
const LONGEST = 200;

function regionName(code: string, locale: string): string | undefined {
  if (!regions.has(locale)) regions.set(locale, new Intl.DisplayNames(locale, {type: "region", fallback: "none"}));
  return regions.get(locale)!.of(code);
}

type Words = Pick<Loaded, "story" | "mapping">;

const columnOf = ({story: {columns}}: Words, column: string) =>
  Object.hasOwn(columns, column) ? columns[column] : undefined;

/** The name of a column for the reader: the story's own, else the column's. */
export function columnLabel(words: Words, column: string, i18n: I18n): string {
  return i18n.text(columnOf(words, column)?.label) || (/^_|_$/.test(column) ? column : column.replaceAll("_", " "));
}

/** Whether the story has a name for a column. */
export const isNamed = (words: Words, column: string): boolean => columnOf(words, column)?.label !== undefined;

const ownWords = (words: Words, column: string, value: string) => {
  const values = columnOf(words, column)?.values;
  return values !== undefined && Object.hasOwn(values, value) ? values[value] : undefined;
};

/** The words that the story has for a value of a column; blank for none. */
export const ownLabel = (words: Words, column: string, value: string, i18n: I18n): string =>
  i18n.text(ownWords(words, column, value));

/** The same in English, whatever the reader's language. */
export const englishLabel = (words: Words, column: string, value: string): string =>
  pick(ownWords(words, column, value), "en");

/** The words for a value of a column: the story's own, the country for a two-letter code in the country column, else the value itself. */
export function valueLabel(words: Words, column: string, value: string, i18n: I18n): string {
  if (value === "") return i18n.t.facets.notStated;
  const own = ownLabel(words, column, value, i18n);
  if (own !== "") return own;
  if (column === words.mapping.country && /^[A-Z]{2}$/.test(value)) return regionName(value, i18n.locale) ?? value;
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}

/** What a place is called: its name, or its coordinates where it has none. */
export function placeLabel(dataset: Dataset, place: number, i18n: I18n, full = false): string {
  const name = dataset.placeName(place, i18n.lang, full);
  const {lat, lon} = dataset.columns.places;
  return name.slice(0, LONGEST) || `${+lat[place]!.toFixed(4)}, ${+lon[place]!.toFixed(4)}`;
}
