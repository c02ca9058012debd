import type {Aggregates} from "./aggregates.ts";
import {ceilDay, DAY, startOfDay} from "./calendar.ts";
import {Dataset} from "./dataset.ts";
import {fetchBytes} from "./fetch.ts";
import {dataUrl} from "./links.ts";
import {LoadError} from "./loadError.ts";
import type {EventsOutput} from "./parse.ts";
import {Parser} from "./parser.ts";
import {parsePeriod, type Period} from "./period.ts";
import type {ImportReport} from "./report.ts";
import {readSources, type Source} from "./sources.ts";
import type {Mapping, Story} from "./story.ts";
import {readTotals, Totals} from "./totals.ts";

/** A story on its way to the screen: its texts, its rows, and where to get the rest. */
export interface Loaded {
  /** Address of the story file or bare table; the story's own tables stand relative to it. */
  url: string;
  story: Story;
  mapping: Mapping;
  dataset: Dataset;
  totals: Totals;
  report: ImportReport;
  /** Set for a table that came without a story. */
  bare?: boolean;
  /** Counts of the whole record for the session, where they were taken ahead. */
  counted?: Aggregates;
  /** What these were of each facet when they held all rows: `value code * 3 + series`. */
  wholeByFacet?: ReadonlyMap<string, Uint32Array>;
  /** Who says so: fetched when first asked for. Empty when the story names no such table. */
  sources(): Promise<ReadonlyMap<string, Source>>;
}

/** Bytes in which a story file says that it is one. */
const HEAD = 1 << 20;

/** Bytes that have come, and in all; 0 when that is not known. */
export type Tell = (bytes: number, total: number) => void;

/**
 * Loads a story file, or a table of any kind, from `address` (relative to `base`). Throws a LoadError that says what could not be had or
 * read; an AbortError when `signal` ends it first.
 */
export async function load(address: string, base: string, signal?: AbortSignal, tell?: Tell): Promise<Loaded> {
  const url = dataUrl(address, base);
  if (url === null) throw new LoadError("bad-url", address);
  return withParser(async (parser) => {
    // What is likely to be a story has its worker come while it comes itself.
    if (url.pathname.endsWith(".json")) parser.start();
    const bytes = await fetchBytes(url, signal, tell);
    const utf8 = new TextDecoder();
    if (looksLikeStory(utf8.decode(bytes.slice(0, HEAD)))) {
      const json = utf8.decode(bytes);
      return storyBy(parser, json, url.href, ahead(fetched(url), json, signal), signal);
    }
    const {importFiles} = await import("./import/load.ts");
    return importFiles({files: [{name: nameOf(url), blob: new Blob([bytes])}], url: url.href}, signal);
  }, signal);
}

/** What `use` makes of a parser, which ends with it, or when `signal` says so. */
async function withParser<T>(use: (parser: Parser) => Promise<T>, signal?: AbortSignal): Promise<T> {
  const parser = new Parser();
  signal?.addEventListener("abort", () => parser.stop(), {once: true});
  try {
    return await use(parser);
  } finally {
    parser.stop();
  }
}

/** A JSON object that names its data is a story file; a GeoJSON object says first of what type it is. */
export const looksLikeStory = (text: string): boolean =>
  /^\ufeff?\s*\{/.test(text) && /"data"\s*:\s*"/.test(text) && !/"(features|type)"\s*:/.test(text.slice(0, 200));

/** Where the tables of a story come from, by the names it gives them. */
export type Tables = (path: string, signal?: AbortSignal) => Promise<{url: string; bytes: ArrayBuffer}>;

/** Tables that are fetched, from addresses that stand relative to `base`. */
export const fetched =
  (base: URL): Tables =>
  async (path, signal) => {
    const url = dataUrl(path, base.href);
    if (url === null) throw new LoadError("bad-url", path);
    return {url: url.href, bytes: await fetchBytes(url, signal)};
  };

/**
 * The same tables, of which that of the events is asked for at once, while the story in `json` that names it is still to be checked. A long
 * one, which may hold its tables itself, is left to the worker. What came early is given once, so that nothing holds it longer than it is read.
 */
export function ahead(tables: Tables, json: string, signal?: AbortSignal): Tables {
  if (json.length > HEAD) return tables;
  try {
    const {data, tables: held}: {data?: unknown; tables?: unknown} = JSON.parse(json);
    if (typeof data !== "string" || held) return tables;
    let early: ReturnType<Tables> | null = tables(data, signal);
    early.catch(() => {});
    return (path, until) => {
      const given = (path === data && early) || tables(path, until);
      if (path === data) early = null;
      return given;
    };
  } catch {
    return tables;
  }
}

/**
 * Shows what a story file says of its tables. One that comes as story files promise (plain CSV, ISO dates) is read here; any other table, or
 * one with rows that could not be used so, is taken for a file that nobody prepared.
 */
export const loadStory = (json: string, url: string, tables: Tables, signal?: AbortSignal): Promise<Loaded> =>
  withParser((parser) => storyBy(parser, json, url, tables, signal), signal);

async function storyBy(
  parser: Parser,
  json: string,
  url: string,
  tables: Tables,
  signal?: AbortSignal,
): Promise<Loaded> {
  const story = await parser.story(json).catch((cause: Error) => {
    throw signal?.aborted ? cause : new LoadError("bad-story", cause.message, cause);
  });
  const get: Tables = async (path, until) =>
    story.tables !== undefined && Object.hasOwn(story.tables, path)
      ? {url, bytes: new TextEncoder().encode(story.tables[path]).buffer as ArrayBuffer}
      : tables(path, until);
  const perhaps = async (path: string | undefined) => (path === undefined ? null : (await get(path, signal)).bytes);
  const [data, sites, totals] = await Promise.all([
    get(story.data, signal),
    perhaps(story.sites),
    perhaps(story.totals?.data),
  ]);
  const stated = totals === null ? new Totals([]) : readTotals(await parser.table(totals), story.totals!);
  const name = story.data.split("/").at(-1)!;
  const plain =
    story.mapping === undefined || story.reading !== undefined
      ? null
      : await parser.events({name, url: data.url, bytes: data.bytes, sites, story}).catch(() => null);
  const sources = once(async () =>
    story.sources === undefined ? new Map() : readSources(await tableOf((await get(story.sources!)).bytes)),
  );
  if (plain !== null && plain.report.rejected === 0 && plain.columns.length > 0)
    return loadedOf(url, story, plain, stated, sources);
  const {importStory} = await import("./import/load.ts");
  return importStory({name, data, story, sites, parser, totals: stated, sources, url}, signal);
}

export function loadedOf(
  url: string,
  story: Story,
  {columns, extent, mapping, report}: EventsOutput,
  totals: Totals,
  sources: Loaded["sources"],
): Loaded {
  const dataset = new Dataset(columns, withStory(extent, story, totals));
  return {url, story, mapping, dataset, totals, report, sources};
}

/** Asks once; again after a failure. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () =>
    (asked ??= ask().catch((error: unknown) => {
      asked = null;
      throw error;
    }));
}

const tableOf = (bytes: ArrayBuffer): Promise<string[][]> => withParser((parser) => parser.table(bytes));

/** The record's extent, made to hold the story's first window and every stated total. */
function withStory([start, end]: Period, story: Story, {figures}: Totals): Period {
  const first = story.view.time === undefined ? null : parsePeriod(story.view.time);
  const dates = figures.flatMap(({date}) => [date, date + DAY]);
  return [
    Math.min(start, startOfDay(first?.start ?? start), ...dates),
    Math.max(end, ceilDay(first?.end ?? end), ...dates),
  ];
}

/** What a file at an address is called: the last part of its path, or the host where that is empty. */
export function nameOf(url: URL): string {
  const name = url.pathname.split("/").at(-1) || url.hostname;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
