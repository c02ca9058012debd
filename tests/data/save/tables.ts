import fc from "fast-check";
import type {CategoryColumn} from "../../../src/data/category.ts";
import {Dataset, type Columns} from "../../../src/data/dataset.ts";
import type {ImportOutput} from "../../../src/data/import/importer.ts";
import type {Loaded} from "../../../src/data/load.ts";
import {makePlan} from "../../../src/data/plan.ts";
import {plainReaders} from "../../../src/data/readers.ts";
import {Issues} from "../../../src/data/report.ts";
import type {StoryFile} from "../../../src/data/story.ts";
import {TableBuilder} from "../../../src/data/table.ts";
import {Totals} from "../../../src/data/totals.ts";
import {storyOf} from "../fixture.ts";

/** The columns of roles where a test names none. */
const ROLES = {start: "date", title: "title", killed: "deaths", lat: "lat", lon: "lng", notes: "notes"};

/** A table as a session has it, of cells that are read as story files promise. */
export function loadedTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  story: Partial<StoryFile> = {},
  placesCountries = false,
): Loaded {
  const named = Object.entries(ROLES).filter(([, name]) => header.includes(name));
  const whole = storyOf({mapping: Object.fromEntries(named), ...story});
  const {plan, mapping} = makePlan(whole, header);
  const builder = new TableBuilder(plan, {...plainReaders(plan), placesCountries}, new Map(), new Issues());
  rows.forEach((cells, i) => builder.add(cells, i + 1));
  const {columns, extent} = builder.finish();
  return loadedWith(new Dataset(columns, extent), {...whole, mapping}, mapping);
}

export const loadedWith = (dataset: Dataset, story: Loaded["story"], mapping: Loaded["mapping"]): Loaded => ({
  url: "",
  story,
  mapping,
  dataset,
  totals: new Totals([]),
  report: {
    source: {name: "events.csv", bytes: 0},
    format: "csv",
    preset: null,
    mapping,
    rows: dataset.length,
    placed: 0,
    timelineOnly: dataset.length,
    rejected: 0,
    issues: [],
  },
  sources: async () => new Map(),
});

export const loadedFrom = ({columns, extent, mapping, story}: ImportOutput): Loaded =>
  loadedWith(new Dataset(columns, extent), storyOf({...story, data: "table.csv"} as Partial<StoryFile>), mapping);

const texts = ({joined, ends}: {joined: string; ends: Uint32Array}): string[] =>
  Array.from(ends, (end, i) => joined.slice(i === 0 ? 0 : ends[i - 1], end));
const values = ({codes, values: all}: CategoryColumn): string[] => Array.from(codes, (code) => all[code]!);
const record = <T, U>(columns: Record<string, T>, turn: (column: T) => U): [string, U][] =>
  Object.entries(columns)
    .map(([name, column]): [string, U] => [name, turn(column)])
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** Everything that columns say, row by row, in plain arrays. */
export const plain = (columns: Columns) => ({
  length: columns.length,
  start: [...columns.start],
  end: [...columns.end],
  datePrecision: [...columns.datePrecision],
  series: [...columns.series],
  certainty: [...columns.certainty],
  background: [...columns.background],
  place: [...columns.place],
  placePrecision: [...columns.placePrecision],
  row: [...columns.row],
  numbers: record(columns.numbers, (column) => [...column]),
  categories: record(columns.categories, values),
  texts: record(columns.texts, texts),
  others: record(columns.others, texts),
  places: {
    lat: [...columns.places.lat],
    lon: [...columns.places.lon],
    precision: [...columns.places.precision],
    key: texts(columns.places.key),
    names: record(columns.places.names, texts),
    fullNames: record(columns.places.fullNames, texts),
    offsets: [...columns.places.offsets],
    rows: [...columns.places.rows],
  },
});

/** The same where no story says which columns are facets: those and the others go by their names alike, and a role is no facet. */
export const plainTable = (columns: Columns) => {
  const {categories, others, ...rest} = plain(columns);
  const facets = categories.filter(([name]) => !Object.hasOwn(columns.texts, name));
  const named = [...facets, ...others].sort(([a], [b]) => (a < b ? -1 : 1));
  return {...rest, named: named.filter(([name], i) => named.findIndex(([other]) => other === name) === i)};
};

const HOSTILE = [
  "=1+1",
  '=HYPERLINK("http://evil.example","x")',
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(A1)",
  "'=1",
  "''+1",
  "'plain",
  "＝1＋1",
  "－5",
  "＠x",
  "-33.9",
  "+1e5",
  "-",
  "a,b;c\td|e",
  'say "no", he said',
  '"',
  "two\nlines",
  "two\r\nlines\rand three",
  "\u202eevil\u202c",
  "\u200bthin",
  "__proto__",
  "constructor",
  "<script>alert(1)</script>",
  "2024-02-30",
  "N/A",
  "0",
  "عربي، نص",
  "日本語 📍",
  "#REF!",
  "#event+type",
  "sep=;",
];

/** A text as tables hold them: no spaces around it, no halves of characters, no NUL. */
export const cellText = fc
  .oneof(
    {weight: 3, arbitrary: fc.constantFrom(...HOSTILE)},
    {weight: 2, arbitrary: fc.string({maxLength: 12})},
    {weight: 2, arbitrary: fc.string({unit: "grapheme", maxLength: 12})},
    {weight: 2, arbitrary: fc.constant("")},
    {weight: 1, arbitrary: fc.tuple(fc.constantFrom(...HOSTILE), fc.string()).map(([a, b]) => a + b)},
  )
  .map((text) => text.replaceAll("\0", "").trim());
