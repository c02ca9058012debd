import type {Loaded} from "../load.ts";
import {pick} from "../localText.ts";
import {LIMITS} from "../limits.ts";
import {blobOf, type Part} from "./blob.ts";
import {csvParts} from "./csv.ts";
import {fileName, withoutEnding} from "./fileName.ts";
import {geoJsonParts} from "./geojson.ts";
import {creditOf, type SaveFormat} from "./losses.ts";
import {storyParts} from "./storyFile.ts";
import {tableColumns} from "./tableColumns.ts";
import type {Story} from "../story.ts";
import type {ViewState} from "../viewState.ts";

const KINDS: Record<SaveFormat, {ending: string; type: string; opens: number}> = {
  csv: {ending: "csv", type: "text/csv;charset=utf-8", opens: LIMITS.bytes},
  geojson: {ending: "geojson", type: "application/geo+json", opens: LIMITS.wholeBytes},
  story: {ending: "story.json", type: "application/json", opens: LIMITS.storyBytes},
};

/** Whether a file of this size can be opened here again. */
export const opensAgain = (format: SaveFormat, bytes: number): boolean => bytes <= KINDS[format].opens;

/** What is on screen is called: as the file that was opened, else as the story. */
export function titleFor(loaded: Loaded, language: string): string {
  const {story} = loaded;
  const file = "file" in loaded ? (loaded as Loaded & {file: {name: string}}).file.name : "";
  return file === "" ? pick(story.name ?? story.title, language) : withoutEnding(file);
}

export const nameFor = (loaded: Loaded, format: SaveFormat, language: string): string =>
  fileName(titleFor(loaded, language), KINDS[format].ending);

export interface Saving {
  format: SaveFormat;
  rows: Uint32Array;
  view: ViewState;
  language: string;
  /** What a story file holds in place of the chapters that the story came with. */
  chapters?: readonly Story["chapters"][number][];
}

/** Fetching the sources, which a story file takes with it, has failed. */
export class NoSources extends Error {}

/** The file to save. An aborted `signal` ends it with its reason. Throws NoSources. */
export async function savedBlob(
  loaded: Loaded,
  saving: Saving,
  tell: (rows: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const parts = await partsOf(loaded, saving);
  signal.throwIfAborted();
  return blobOf(parts, KINDS[saving.format].type, tell, signal);
}

async function partsOf(loaded: Loaded, {format, rows, view, language, chapters}: Saving): Promise<Iterable<Part>> {
  const {story} = loaded;
  const credit = creditOf(loaded);
  if (format === "csv") return csvParts(tableColumns(loaded), rows);
  if (format === "geojson") {
    const about = {title: pick(story.title, language), credit: pick(credit, language), license: story.license ?? ""};
    return geoJsonParts(loaded, rows, Object.fromEntries(Object.entries(about).filter(([, text]) => text !== "")));
  }
  const sources = await loaded.sources().catch((cause: unknown) => {
    throw new NoSources("no sources", {cause});
  });
  return storyParts(loaded, rows, {
    view: {...story.view, ...view},
    sources,
    ...(credit === undefined ? {} : {credit}),
    ...(chapters === undefined ? {} : {chapters: [...chapters]}),
  });
}
