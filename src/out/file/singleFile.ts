import type {Brand} from "../../data/brand.ts";
import type {Language} from "../../data/languages.ts";
import type {Loaded} from "../../data/load.ts";
import {pick} from "../../data/localText.ts";
import type {Part} from "../../data/save/blob.ts";
import {creditOf} from "../../data/save/losses.ts";
import {renumbered, renumbering} from "../../data/save/renumbered.ts";
import {NoSources} from "../../data/save/saving.ts";
import {
  GAPS,
  inBlock,
  inMarkup,
  piecesOf,
  type Content,
  type Face,
  type Gap,
  type OwnFaces,
} from "../../data/save/singlePage.ts";
import {storyParts} from "../../data/save/storyFile.ts";
import type {Story} from "../../data/story.ts";
import type {ViewState} from "../../data/viewState.ts";
import {FILE} from "../../i18n/file.ts";
import {toBase64} from "../base64.ts";
import {excerptOf} from "./excerpt.ts";
import {Characters} from "./faces.ts";
import type {Store} from "./store.ts";
import type {Place} from "./tileChoice.ts";

/** What goes into a single file of what is on screen. */
export interface Wanted {
  rows: Uint32Array;
  /** The story's chapters, or the reader's own. */
  chapters: readonly Story["chapters"][number][];
  /** Whether their private notes go along. */
  notes: boolean;
  /** What is seen first, as it differs from the story's own first view. */
  view: ViewState;
  language: Language;
  brand: Brand | null;
}

/** The parts of a single file, as text. `store` is where the parts that every file has come from. Throws NoSources. */
export async function singleFileParts(
  loaded: Loaded,
  wanted: Wanted,
  store: Store,
  signal?: AbortSignal,
): Promise<Iterable<Part>> {
  const {rows, notes, language, brand} = wanted;
  const {story, dataset} = loaded;
  const chapters = notes ? [...wanted.chapters] : wanted.chapters.map(({notes: _, ...told}) => told);
  // Where the data came from is not part of the view in a file of its own.
  const {data: _, file: __, lang: ___, ...view} = wanted.view;
  const [template, faces, sources, basemap] = await Promise.all([
    store.text("single/template.txt"),
    store.text("single/faces.json").then((json) => JSON.parse(json) as Face[]),
    loaded.sources().catch((cause: unknown) => {
      throw new NoSources("no sources", {cause});
    }),
    basemapOf(loaded, wanted, store, signal),
  ]);
  signal?.throwIfAborted();
  const credit = creditOf(loaded);
  const content: Content = {language, brand, view: renumbered(view, renumbering(dataset, rows))};
  const about = {view: story.view, sources, chapters, ...(credit === undefined ? {} : {credit})};
  const characters = new Characters();
  // The story is written twice: which letters are in it decides which fonts go along, and those are fetched before anything is written.
  for (const {text} of storyParts(loaded, rows, about)) characters.add(text);
  const own = await ownFaces(characters.facesAmong(faces), store);
  return written(piecesOf(template), {
    lang: language,
    dir: language === "ar" ? "rtl" : "ltr",
    title: inMarkup(pick(story.title ?? story.name, language) || "Dateline"),
    unable: inMarkup(FILE[language].unable),
    noscript: inMarkup(FILE[language].noscript),
    content: inBlock(JSON.stringify(content)),
    story: () => storyParts(loaded, rows, about),
    faces: inBlock(JSON.stringify(own)),
    basemap,
  });
}

type Fill = string | (() => Iterable<Part>);

function* written(pieces: readonly string[], fills: Record<Gap, Fill>): Iterable<Part> {
  let done = 0;
  yield {text: pieces[0]!, rows: 0};
  for (const [i, name] of GAPS.entries()) {
    const fill = fills[name];
    if (typeof fill === "string") yield {text: fill, rows: done};
    else
      for (const {text, rows} of fill()) {
        done = Math.max(done, rows);
        yield {text: inBlock(text), rows: done};
      }
    yield {text: pieces[i + 1]!, rows: done};
  }
}

async function ownFaces(faces: Face[], store: Store): Promise<OwnFaces> {
  const names = [...new Set(faces.map(({file}) => file))];
  const files = await Promise.all(
    names.map(async (name) => [name, toBase64(await store.bytes(`single/${name}`))] as const),
  );
  return {faces, files: Object.fromEntries(files)};
}

/** Empty for a record without places, which has no map. */
async function basemapOf(
  loaded: Loaded,
  {rows, chapters, view}: Wanted,
  store: Store,
  signal?: AbortSignal,
): Promise<string> {
  const places = placesOf(loaded, rows);
  if (places.length === 0) return "";
  const {bounds, view: first} = loaded.story;
  if (bounds !== undefined) places.push([bounds[0], bounds[1]], [bounds[2], bounds[3]]);
  for (const {map} of [first, view, ...chapters.map((chapter) => chapter.view)])
    if (map !== undefined) places.push([map[2], map[1]]);
  return toBase64(await excerptOf(store.archive("basemap/world.pmtiles"), places, signal));
}

function placesOf({dataset: {columns, placeCount}}: Loaded, rows: Uint32Array): Place[] {
  const {lat, lon} = columns.places;
  const used = new Uint8Array(placeCount);
  for (const row of rows) if (columns.place[row]! !== -1) used[columns.place[row]!] = 1;
  const places: Place[] = [];
  for (let place = 0; place < placeCount; place++) if (used[place] === 1) places.push([lon[place]!, lat[place]!]);
  return places;
}
