import {Dataset} from "../dataset.ts";
import {ImportError} from "../formats/table.ts";
import {loadedOf, type Loaded} from "../load.ts";
import {LoadError} from "../loadError.ts";
import type {Parser} from "../parser.ts";
import {readSites} from "../places.ts";
import type {Source} from "../sources.ts";
import type {Story} from "../story.ts";
import type {Choices} from "../understand/understanding.ts";
import {Totals} from "../totals.ts";
import {countedAhead} from "./ahead.ts";
import {ImportClient} from "./client.ts";
import type {Imported, Progress} from "./imported.ts";
import type {ImportInput, ImportOutput} from "./importer.ts";

/** What a table needs to be a story of its own. */
const BLANK = {timezone: "UTC", columns: {}, focus: [], view: {}, annotations: [], chapters: [], method: []};

/** The title of a file that has none: its name, without ending and underscores. */
const titleOf = (name: string) => name.replace(/\.\w{1,8}(\.gz)?$/i, "").replace(/_+/g, " ") || name;

export interface Files {
  files: ImportInput["files"];
  url?: string;
  settled?: Choices;
  by?: ImportInput["by"];
}

export function inputOf({files, url, settled = {}, by = "user"}: Files): ImportInput {
  return {
    files,
    ...(url === undefined ? {} : {url}),
    settled,
    by,
    sites: new Map(),
    thisYear: new Date().getUTCFullYear(),
  };
}

/** What a Session shows of a table that was read. */
export function importedOf({url}: Files, output: ImportOutput, took: number): Imported {
  const {columns, extent, mapping, report, understanding, file, sure, rejected, lines} = output;
  const story: Story = {...BLANK, title: titleOf(file.name), data: file.name, ...output.story};
  return {
    url: url ?? "",
    story,
    mapping,
    dataset: new Dataset(columns, extent),
    totals: new Totals([]),
    report,
    sources: async () => new Map(),
    file: {...file, took},
    understanding,
    sure,
    rejected,
    lines,
    bare: true,
  };
}

/** Reads a table that came from an address, with nobody to ask. Throws a LoadError. */
export async function importFiles(
  files: Files,
  signal?: AbortSignal,
  tell: (progress: Progress) => void = () => {},
): Promise<Imported> {
  const began = performance.now();
  const output = await readOnce(inputOf(files), files.files[0]!.name, signal, tell);
  return countedAhead(importedOf(files, output, performance.now() - began));
}

/** Reads the table of a story that does not come as story files promise. */
export async function importStory(
  {
    name,
    data,
    story,
    sites,
    parser,
    totals,
    sources,
    url,
  }: {
    name: string;
    data: {url: string; bytes: ArrayBuffer};
    story: Story;
    sites: ArrayBuffer | null;
    parser: Parser;
    totals: Totals;
    sources: () => Promise<ReadonlyMap<string, Source>>;
    url: string;
  },
  signal?: AbortSignal,
): Promise<Loaded> {
  const {mapping, reading, timezone, facets, series, certainty, columns, title, background} = story;
  const given = {mapping, reading, timezone, facets, series, certainty, columns, title};
  const settled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Choices;
  const began = performance.now();
  const input: ImportInput = {
    ...inputOf({files: [{name, blob: new Blob([data.bytes])}], url: data.url, settled, by: "story"}),
    sites: sites === null ? new Map() : readSites(await parser.table(sites)),
    ...(background === undefined ? {} : {background}),
  };
  const output = await readOnce(input, story.data, signal, () => {});
  const files = {files: input.files, url};
  const whole: Story = {
    ...output.story,
    ...story,
    mapping: output.mapping,
    reading: output.understanding.reading as never,
  };
  return {
    ...importedOf(files, output, performance.now() - began),
    ...loadedOf(url, whole, output, totals, sources),
    bare: false,
  };
}

/** What a worker of its own makes of a table. Throws a LoadError, and ends the worker whatever happens. */
export async function readOnce(
  input: ImportInput,
  name: string,
  signal: AbortSignal | undefined,
  tell: (progress: Progress) => void,
): Promise<ImportOutput> {
  signal?.throwIfAborted();
  const client = new ImportClient();
  signal?.addEventListener("abort", () => client.stop(), {once: true});
  try {
    const output = await client.read(input, tell);
    if (output.mapping.start === undefined) throw new LoadError("no-start-column", name);
    if (output.columns.length === 0) throw new LoadError("no-rows", name);
    return output;
  } catch (error) {
    if (error instanceof ImportError) throw new LoadError(error.code, name, error, error.params);
    throw error;
  } finally {
    client.stop();
  }
}
