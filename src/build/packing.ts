import {open, readFile, realpath, stat} from "node:fs/promises";
import {basename, dirname, join, relative, sep} from "node:path";
import {importFiles} from "../data/import/load.ts";
import {LANGUAGES, type Language} from "../data/languages.ts";
import {loadStory, looksLikeStory, type Loaded} from "../data/load.ts";
import {parsePeriod} from "../data/period.ts";
import {allRows} from "../data/save/rows.ts";
import type {ViewState} from "../data/viewState.ts";
import {singleFileParts} from "../out/file/singleFile.ts";
import type {Store} from "../out/file/store.ts";
import {decodeUrl} from "../state/url.ts";

export interface Packing {
  /** Path of a story file or a table, and of the file to write. */
  from: string;
  to: string;
  /** Folder of a build of the app. */
  dist: string;
  lang?: string | undefined;
  /** As it stands in an address after `#`. */
  view?: string | undefined;
  /** With the private notes of the chapters. */
  notes?: boolean;
}

/** UTF-16 units that are written at once. */
const PIECE = 1_000_000;

/** Writes a story as a single file, as the page does. Throws an Error that says what is wrong with what was asked for. */
export async function pack({from, to, dist, lang, view: asked, notes = false}: Packing): Promise<{
  bytes: number;
  events: number;
  ms: number;
}> {
  const began = performance.now();
  const view = viewFrom(asked);
  const loaded = await loadedFrom(from);
  const {story, dataset} = loaded;
  const parts = await singleFileParts(
    loaded,
    {
      rows: allRows(dataset),
      chapters: story.chapters,
      notes,
      view: differing(view, story.view),
      language: languageOf(lang ?? view.lang ?? story.language ?? "en"),
      brand: null,
    },
    storeIn(dist),
  );
  const file = await open(to, "w");
  try {
    let waiting = "";
    for (const {text} of parts) {
      waiting += text;
      if (waiting.length < PIECE) continue;
      await file.write(waiting);
      waiting = "";
    }
    await file.write(waiting);
  } finally {
    await file.close();
  }
  return {bytes: (await stat(to)).size, events: dataset.length, ms: performance.now() - began};
}

/** The page, too, says of a view only what the story's own first one does not. */
const differing = (view: ViewState, first: ViewState): ViewState =>
  Object.fromEntries(
    Object.entries(view).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(first[name as keyof ViewState]),
    ),
  );

function viewFrom(text = ""): ViewState {
  const {view, bad, unknown} = decodeUrl("", text);
  const times = (["time", "extent"] as const).filter((name) => view[name] && parsePeriod(view[name]) === null);
  const wrong = [...bad, ...unknown, ...times];
  if (wrong.length > 0) throw new Error(`--view: cannot read ${wrong.join(", ")}`);
  return view;
}

function languageOf(text: string): Language {
  const found = LANGUAGES.find((language) => language === text);
  if (found === undefined) throw new Error(`--lang: ${text} is none of ${LANGUAGES.join(", ")}`);
  return found;
}

const bytesOf = async (path: string): Promise<ArrayBuffer> => {
  const bytes = await readFile(path);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};

async function loadedFrom(path: string): Promise<Loaded> {
  const bytes = await bytesOf(path);
  const text = new TextDecoder().decode(bytes);
  if (!looksLikeStory(text)) return importFiles({files: [{name: basename(path), blob: new Blob([bytes])}]});
  const folder = dirname(path);
  return loadStory(text, "", async (table) => {
    if (/^[a-z][a-z\d+.-]*:/i.test(table)) throw new Error(`the table ${table} is not on this computer`);
    const file = join(folder, pathIn(table));
    // Somebody else's story is not to bring along whatever else this computer holds.
    if (relative(await realpath(folder), await realpath(file)).split(sep)[0] === "..")
      throw new Error(`the table ${table} is not in the story's own folder`);
    return {url: "", bytes: await bytesOf(file)};
  });
}

/** The path that an address names, as a server finds it. */
function pathIn(address: string): string {
  const path = address.split(/[?#]/)[0]!;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function storeIn(dist: string): Store {
  const whole = new Map<string, Promise<ArrayBuffer>>();
  const get = (path: string): Promise<ArrayBuffer> => {
    if (!whole.has(path)) whole.set(path, bytesOf(join(dist, path)));
    return whole.get(path)!;
  };
  return {
    text: async (path) => new TextDecoder().decode(await get(path)),
    bytes: async (path) => new Uint8Array(await get(path)),
    archive: (path) => ({
      getKey: () => path,
      getBytes: async (offset, length) => ({data: (await get(path)).slice(offset, offset + length)}),
    }),
  };
}
