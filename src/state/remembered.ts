import {createStore, del, get, set} from "idb-keyval";
import type {ViewState} from "../data/viewState.ts";
import type {Choices} from "../data/understand/understanding.ts";

/** The file that was open last on this computer, so that a reload loses nothing. */
export interface Remembered {
  name: string;
  files: readonly {name: string; blob: Blob}[];
  choices: Choices;
  /** When it was opened, in ms since 1970. */
  at?: number;
}

const LAST = "last";
const MOST = 300_000_000;
const recipeKey = (signature: string) => `recipe ${signature}`;

/** Storage may be refused (a frame, a private window) or full: then nothing is remembered, and nothing fails. */
async function tried<T>(act: (store: ReturnType<typeof createStore>) => Promise<T>): Promise<T | null> {
  try {
    return await act(createStore("dateline", "kept"));
  } catch {
    return null;
  }
}

export async function rememberFile(file: Remembered): Promise<void> {
  const bytes = file.files.reduce((sum, {blob}) => sum + blob.size, 0);
  if (bytes > MOST) return forgetLast();
  await tried((store) =>
    set(LAST, {...file, choices: JSON.parse(JSON.stringify(file.choices)), at: Date.now()}, store),
  );
}

/** Null when there is none or storage is refused. */
export const lastFile = async (): Promise<Remembered | null> =>
  (await tried((store) => get<Remembered>(LAST, store))) ?? null;

export async function forgetLast(): Promise<void> {
  await tried((store) => Promise.all([del(LAST, store), del("view", store)]));
}

export async function rememberView(view: ViewState): Promise<void> {
  await tried((store) => set("view", JSON.parse(JSON.stringify(view)), store));
}

export const lastView = async (): Promise<ViewState | null> =>
  (await tried((store) => get<ViewState>("view", store))) ?? null;

export async function rememberRecipe(signature: string, choices: Choices): Promise<void> {
  await tried((store) => set(recipeKey(signature), JSON.parse(JSON.stringify(choices)), store));
}

export const recipeFor = async (signature: string): Promise<Choices | null> =>
  (await tried((store) => get<Choices>(recipeKey(signature), store))) ?? null;

/** Chapters that the reader has made of a story, with the story's own as they were then, as JSON. */
export interface KeptChapters {
  chapters: readonly unknown[];
  base: string;
}

const chaptersKey = (story: string) => `chapters ${story}`;

/** Keeps the chapters of a story, or forgets them where there are none. False when storage is refused or full. */
export async function rememberChapters(story: string, kept: KeptChapters | null): Promise<boolean> {
  const done = await tried(async (store) => {
    if (kept === null) await del(chaptersKey(story), store);
    else await set(chaptersKey(story), JSON.parse(JSON.stringify(kept)), store);
    return true;
  });
  return done ?? false;
}

export const rememberedChapters = async (story: string): Promise<KeptChapters | null> =>
  (await tried((store) => get<KeptChapters>(chaptersKey(story), store))) ?? null;
