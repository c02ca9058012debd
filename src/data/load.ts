import {ceilDay, DAY, startOfDay} from "./calendar.ts";
import {Dataset} from "./dataset.ts";
import {dataUrl} from "./links.ts";
import {Parser} from "./parser.ts";
import {parsePeriod, type Period} from "./period.ts";
import type {ImportReport} from "./report.ts";
import {readSources, type Source} from "./sources.ts";
import type {Mapping, Story} from "./story.ts";
import {readTotals, Totals} from "./totals.ts";

/** Why nothing could be shown. Worded in `i18n/`; `detail` is the address or the part at fault. */
export class LoadError extends Error {
  readonly code: "bad-url" | "not-found" | "unreachable" | "bad-story" | "no-start-column" | "empty-file" | "no-rows";
  readonly detail: string;
  constructor(code: LoadError["code"], detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, {cause});
    this.code = code;
    this.detail = detail;
  }
}

/** A story on its way to the screen: its texts, its rows, and where to get the rest. */
export interface Loaded {
  /** Address of the story file or bare table; the story's own tables stand relative to it. */
  url: string;
  story: Story;
  mapping: Mapping;
  dataset: Dataset;
  totals: Totals;
  report: ImportReport;
  /** Who says so: fetched when first asked for. Empty when the story names no such table. */
  sources(): Promise<ReadonlyMap<string, Source>>;
}

/**
 * Loads a story file, or a bare table, from `address` (relative to `base`). Throws a LoadError that says what could not be had or read;
 * an AbortError when `signal` ends it first.
 */
export async function load(address: string, base: string, signal?: AbortSignal): Promise<Loaded> {
  const url = dataUrl(address, base);
  if (url === null) throw new LoadError("bad-url", address);
  const parser = new Parser();
  signal?.addEventListener("abort", () => parser.stop(), {once: true});
  try {
    return await read(url, parser, signal);
  } finally {
    parser.stop();
  }
}

async function read(url: URL, parser: Parser, signal?: AbortSignal): Promise<Loaded> {
  const first = await fetchBytes(url, signal);
  const isStory = /^\s*\{/.test(new TextDecoder().decode(first.slice(0, 64)).replace(/^\ufeff/, ""));
  const json = isStory ? new TextDecoder().decode(first) : JSON.stringify({data: url.href, title: nameOf(url)});
  const story = await parser.story(json).catch((cause: Error) => {
    throw signal?.aborted ? cause : new LoadError("bad-story", cause.message, cause);
  });
  const table = (path: string): URL => {
    const found = dataUrl(path, url.href);
    if (found === null) throw new LoadError("bad-url", path);
    return found;
  };
  const get = async (path: string | undefined) => (path === undefined ? null : fetchBytes(table(path), signal));
  const [bytes, sites, totals] = await Promise.all([
    isStory ? get(story.data) : first,
    get(story.sites),
    get(story.totals?.data),
  ]);
  const {columns, extent, mapping, report} = await parser
    .events({name: story.data.split("/").at(-1)!, url: table(story.data).href, bytes: bytes!, sites, story})
    .catch((error: Error) => {
      if (error.message === "no-start-column" || error.message === "empty-file")
        throw new LoadError(error.message, story.data, error);
      throw error;
    });
  if (columns.length === 0) throw new LoadError("no-rows", story.data);
  const stated = totals === null ? new Totals([]) : readTotals(await parser.table(totals), story.totals!);
  let sources: Promise<ReadonlyMap<string, Source>> | null = null;
  return {
    url: url.href,
    story,
    mapping,
    dataset: new Dataset(columns, withStory(extent, story, stated)),
    totals: stated,
    report,
    sources: () =>
      (sources ??= loadSources(story.sources === undefined ? null : table(story.sources)).catch((error: unknown) => {
        sources = null;
        throw error;
      })),
  };
}

async function loadSources(url: URL | null): Promise<ReadonlyMap<string, Source>> {
  if (url === null) return new Map();
  const parser = new Parser();
  try {
    return readSources(await parser.table(await fetchBytes(url)));
  } finally {
    parser.stop();
  }
}

/** The record's extent, made to hold the story's first window and every stated total. */
function withStory([start, end]: Period, story: Story, {figures}: Totals): Period {
  const first = story.view.time === undefined ? null : parsePeriod(story.view.time);
  const dates = figures.flatMap(({date}) => [date, date + DAY]);
  return [
    Math.min(start, startOfDay(first?.start ?? start), ...dates),
    Math.max(end, ceilDay(first?.end ?? end), ...dates),
  ];
}

async function fetchBytes(url: URL, signal?: AbortSignal): Promise<ArrayBuffer> {
  try {
    const response = await fetch(url, signal === undefined ? {} : {signal});
    if (dataUrl(response.url, url.href) === null) throw new LoadError("bad-url", response.url);
    if (!response.ok) throw new LoadError("not-found", url.href);
    return await response.arrayBuffer();
  } catch (cause) {
    if (signal?.aborted || cause instanceof LoadError) throw cause;
    throw new LoadError("unreachable", url.href, cause);
  }
}

function nameOf(url: URL): string {
  const name = url.pathname
    .split("/")
    .at(-1)!
    .replace(/\.\w+$/, "");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
