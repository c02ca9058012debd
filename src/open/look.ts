import type {CategoryColumn} from "../data/category.ts";
import type {Certainty, Columns, Series} from "../data/dataset.ts";
import {CERTAINTIES} from "../data/dataset.ts";
import type {Mapping, Role, Story} from "../data/story.ts";
import {textAt, type TextColumn} from "../data/text.ts";
import type {ColumnProfile} from "../data/understand/understanding.ts";

export interface Value {
  value: string;
  count: number;
}

/** Values of a column that are told apart; a column of more is no category. */
export const MOST_VALUES = 500;

/**
 * The values of a column of the file and how many rows have each, most frequent first, blanks last; null when there are too many, or when
 * the column was not kept.
 */
export function valuesOf(
  {categories, others, texts, length}: Columns,
  mapping: Mapping,
  column: string,
): Value[] | null {
  const role = (Object.keys(mapping) as Role[]).find((each) => mapping[each] === column);
  const own = <T>(columns: Readonly<Record<string, T>>, name: string | undefined): T | undefined =>
    name !== undefined && Object.hasOwn(columns, name) ? columns[name] : undefined;
  const category = own(categories, column) ?? own(categories, role);
  if (category !== undefined) return ofCategory(category);
  const text = own(others, column) ?? own(texts, role);
  return text === undefined ? null : ofText(text, length);
}

const sorted = (values: Value[]): Value[] =>
  values.sort((a, b) => Number(a.value === "") - Number(b.value === "") || b.count - a.count);

function ofCategory({codes, values}: CategoryColumn): Value[] | null {
  if (values.length > MOST_VALUES + 1) return null;
  const counts = new Uint32Array(values.length);
  for (let row = 0; row < codes.length; row++) counts[codes[row]!]!++;
  return sorted(values.map((value, code) => ({value, count: counts[code]!})).filter(({count}) => count > 0));
}

function ofText(text: TextColumn, length: number): Value[] | null {
  const counts = new Map<string, number>();
  for (let row = 0; row < length; row++) {
    const value = textAt(text, row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > MOST_VALUES) return null;
  }
  return sorted([...counts].map(([value, count]) => ({value, count})));
}

/** Columns that repeat their values, and those that are filtered by already. */
export const categoryColumns = (columns: readonly ColumnProfile[], facets: readonly string[]): ColumnProfile[] =>
  columns.filter(({name, kind}) => kind === "category" || facets.includes(name));

type SeriesChoice = Story["series"];

/** The column that colours: null for none, undefined when it takes more than one. */
export function colourColumn(series: SeriesChoice): string | null | undefined {
  const names = new Set([...Object.keys(series?.primary?.where ?? {}), ...Object.keys(series?.counter?.where ?? {})]);
  return names.size === 0 ? null : names.size === 1 ? [...names][0] : undefined;
}

const listed = (where: Readonly<Record<string, readonly string[]>> | undefined, column: string): readonly string[] =>
  where !== undefined && Object.hasOwn(where, column) ? where[column]! : [];

/** How rows of this value are drawn. */
export function seriesOf(series: SeriesChoice, column: string, value: string): Series {
  if (series?.primary?.where === undefined || listed(series.primary.where, column).includes(value)) return "primary";
  return listed(series.counter?.where, column).includes(value) ? "counter" : "context";
}

/** The series with some values drawn in another way; `all` are the values of the column. */
export function withSeries(
  series: SeriesChoice,
  column: string,
  all: readonly string[],
  values: readonly string[],
  drawn: Series,
): NonNullable<SeriesChoice> {
  const of = (kind: Series) =>
    all.filter((value) => (values.includes(value) ? drawn : seriesOf(series, column, value)) === kind);
  const counter = of("counter");
  const {where: _, ...words} = series?.counter ?? {};
  return {
    primary: {...series?.primary, where: Object.fromEntries([[column, of("primary")]])},
    ...(counter.length > 0 ? {counter: {...words, where: Object.fromEntries([[column, counter]])}} : {}),
  };
}

/** Every value drawn warm, to begin with. */
export const allWarm = (column: string, all: readonly string[]): NonNullable<SeriesChoice> => ({
  primary: {where: Object.fromEntries([[column, [...all]]])},
});

/** How sure a value is drawn to be; what is not listed is drawn as official, as everywhere. */
export function gradeOf(certainty: Story["certainty"], value: string): Certainty {
  if (certainty !== undefined && Object.hasOwn(certainty, value)) return certainty[value]!;
  return CERTAINTIES.find((each) => each === value) ?? "official";
}

export const withGrade = (
  certainty: Story["certainty"],
  value: string,
  grade: Certainty,
): NonNullable<Story["certainty"]> => Object.fromEntries([...Object.entries(certainty ?? {}), [value, grade]]);
