import {readFileSync} from "node:fs";
import {join} from "node:path";
import {vi} from "vitest";
import type {Language} from "../../../src/data/languages.ts";
import {load, type Loaded} from "../../../src/data/load.ts";
import type {Source} from "../../../src/data/sources.ts";
import type {ViewState} from "../../../src/data/viewState.ts";
import {FORMS, type FormName} from "../../../src/out/poster/forms.ts";
import {preparePoster, type Poster, type PosterInput} from "../../../src/out/poster/poster.ts";

const ROOT = join(import.meta.dirname, "../../..");
export const HOME = "http://localhost/";

/** Has `fetch` read the project's own files: tables of `data/`, and ranges of the basemap. */
export function stubFiles(): void {
  vi.stubGlobal("fetch", async (input: URL | string, options?: RequestInit) => {
    const {pathname} = new URL(String(input), HOME);
    const path = pathname.startsWith("/basemap/") ? `public${pathname}` : pathname.slice(1);
    const bytes = new Uint8Array(readFileSync(join(ROOT, path)));
    const range = /bytes=(\d+)-(\d+)/.exec(new Headers(options?.headers).get("range") ?? "");
    const [from, to] = range === null ? [0, bytes.length] : [Number(range[1]), Number(range[2]) + 1];
    const response = new Response(bytes.slice(from, to), {status: range === null ? 200 : 206});
    return Object.defineProperty(response, "url", {value: String(input)});
  });
}

export interface Shown {
  loaded: Loaded;
  sources: ReadonlyMap<string, Source>;
}

export async function shipped(): Promise<Shown> {
  stubFiles();
  const loaded = await load("data/story.json", HOME);
  return {loaded, sources: await loaded.sources()};
}

export const posterOf = (
  shown: Shown,
  name: FormName,
  lang: Language = "en",
  view: ViewState = {},
  more: Partial<PosterInput> = {},
): Promise<Poster> =>
  preparePoster({...shown, view, settings: {lang, dark: false}, form: FORMS[name], home: HOME, ...more});
