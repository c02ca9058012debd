import type {Dataset} from "../dataset.ts";
import type {Loaded} from "../load.ts";
import {facetsOf} from "../roles.ts";
import type {Source} from "../sources.ts";
import type {Story, StoryFile} from "../story.ts";
import type {ViewState} from "../viewState.ts";
import type {Part} from "./blob.ts";
import {csvParts} from "./csv.ts";
import {quoted} from "./csvCell.ts";
import {ROLE_NAMES} from "./header.ts";
import {renumbered, renumbering} from "./renumbered.ts";
import {closed, storyColumns, type StoryTable} from "./storyColumns.ts";
import {sitesCsv, sourcesCsv, totalsCsv} from "./storyTables.ts";

/** What the tables within a story file are called. */
const EVENTS = "events.csv";
const SOURCES = "sources.csv";
const SITES = "sites.csv";
const TOTALS = "totals.csv";

/** What a name of a column must not hold for the plainest of readers to find the delimiter by itself. */
const ODD_HEADER = /[\t;|\u001e\u001f\r\n]|^\ufeff?sep=/i;

/**
 * A story file with its tables in it, as JSON text. It is read back by what the story said when it was loaded: as a table of a story file, or
 * where the file was one that nobody prepared, as that with `exact` cells. `view` is what it is first seen in; `chapters` stand in place of
 * those that the story came with.
 */
export function* storyParts(
  loaded: Loaded,
  rows: Uint32Array,
  {
    view,
    credit,
    sources,
    chapters,
  }: {
    view: ViewState;
    credit?: Loaded["story"]["credit"];
    sources: ReadonlyMap<string, Source>;
    chapters?: Story["chapters"];
  },
): Iterable<Part> {
  const table = storyColumns(loaded);
  // Tables come first, so that nothing that the story is made of passes for another kind of JSON.
  yield {text: `{"data":${JSON.stringify(EVENTS)},"tables":{${JSON.stringify(EVENTS)}:"`, rows: 0};
  const header = table.columns.map(({name}) => quoted(name)).join(",");
  if (loaded.story.reading === undefined && ODD_HEADER.test(header)) yield {text: escaped("sep=,\r\n"), rows: 0};
  for (const part of csvParts(table.columns, rows, quoted)) yield {...part, text: escaped(part.text)};
  const {story, tables} = storyAround(loaded, table, view, credit, sources);
  if (chapters !== undefined) story.chapters = chapters;
  const told = named(story, loaded.dataset, rows);
  const more = Object.entries(tables).map(([name, text]) => `,${JSON.stringify(name)}:${JSON.stringify(text)}`);
  yield {text: `"${more.join("")}},${JSON.stringify(told).slice(1)}\n`, rows: rows.length};
}

const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);

function storyAround(
  {story: loadedStory, dataset, totals}: Loaded,
  {mapping, series, background}: StoryTable,
  view: ViewState,
  credit: Loaded["story"]["credit"],
  sources: ReadonlyMap<string, Source>,
): {story: Omit<StoryFile, "data">; tables: Record<string, string>} {
  const {data: _, tables: __, mapping: ___, sources: ____, sites, totals: stated, reading, ...kept} = loadedStory;
  const tables: Record<string, string> = {};
  if (sources.size > 0) tables[SOURCES] = sourcesCsv(sources);
  if (sites !== undefined) tables[SITES] = sitesCsv(dataset);
  if (stated !== undefined) tables[TOTALS] = totalsCsv(totals, stated);
  const roles = ROLE_NAMES.map(([role]) => role);
  const {columns, ...texts} = kept;
  const story: Omit<StoryFile, "data"> = {
    mapping: reading === undefined ? mapping : closed(mapping, roles),
    ...(reading === undefined ? {} : {reading: exactly(reading)}),
    ...texts,
    ...(kept.credit === undefined && credit !== undefined ? {credit} : {}),
    facets: facetsOf(kept, mapping),
    view: viewOf(view),
    ...(sources.size > 0 ? {sources: SOURCES} : {}),
    ...(sites === undefined ? {} : {sites: SITES}),
    ...(stated === undefined ? {} : {totals: {...stated, data: TOTALS}}),
    ...(series === undefined ? {} : {series}),
    ...(background === undefined ? {} : {background}),
    columns,
  };
  return {story, tables};
}

/** What was found out of the file is settled in what is written; only how several sources stand in a cell is as it was. */
const exactly = ({separator}: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  exact: true,
  encoding: "utf-8",
  delimiter: ",",
  ...(separator === undefined ? {} : {separator}),
});

/** Where the data is, is not part of how it is seen, nor are the language and theme of whoever saves it. */
function viewOf({data: _, file: __, lang: ___, theme: ____, ...view}: ViewState): ViewState {
  return view;
}

/** What is not in the file is not named in it. */
function named(story: Omit<StoryFile, "data">, dataset: Dataset, rows: Uint32Array): Omit<StoryFile, "data"> {
  const now = renumbering(dataset, rows);
  const among = (events: readonly string[] | undefined) => events?.map(now).filter((id) => id !== "");
  return {
    ...story,
    view: renumbered(story.view ?? {}, now),
    ...(story.annotations && {annotations: story.annotations.map((each) => ({...each, events: among(each.events)}))}),
    ...(story.chapters && {
      chapters: story.chapters.map((each) => ({
        ...each,
        events: among(each.events),
        view: renumbered(each.view, now),
      })),
    }),
  };
}
