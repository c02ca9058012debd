import type {ViewState} from "../data/viewState.ts";
import {rememberChapters, rememberedChapters, type KeptChapters} from "./remembered.ts";
import type {Chapter, Session} from "./session.svelte.ts";

/** What was kept in this tab, for a browser that stores nothing. */
const inThisTab = new WeakMap<Session, Map<string, KeptChapters>>();

/** What chapters on this computer go by: the address of their story, or the name of its file. */
export function storyKey(session: Session): string {
  const {file} = session.view;
  return file === undefined ? `address ${session.loaded?.url ?? ""}` : `file ${file}`;
}

/** The story's own chapters as a text to compare by. */
export const baseOf = (session: Session): string => JSON.stringify(session.loaded?.story.chapters ?? []);

/** Keeps the reader's chapters of a story, or forgets them. False where the browser stores nothing. */
export async function keepChapters(session: Session, key: string, kept: KeptChapters | null): Promise<boolean> {
  const here = inThisTab.get(session) ?? new Map<string, KeptChapters>();
  inThisTab.set(session, here);
  if (kept === null) here.delete(key);
  else here.set(key, kept);
  return session.keeps && (await rememberChapters(key, kept));
}

/** The chapters that were kept of the story on screen; null where there are none that can be used. */
export async function keptChapters(session: Session): Promise<{chapters: Chapter[]; base: string} | null> {
  const key = storyKey(session);
  const stored = session.keeps ? await rememberedChapters(key) : null;
  const kept = stored ?? inThisTab.get(session)?.get(key) ?? null;
  if (kept === null || !Array.isArray(kept.chapters)) return null;
  const chapters = kept.chapters.flatMap(read);
  return chapters.length < kept.chapters.length ? null : {chapters, base: String(kept.base)};
}

const isText = (value: unknown): value is Chapter["title"] =>
  typeof value === "string" || (isObject(value) && Object.values(value).every((text) => typeof text === "string"));
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A chapter as an earlier version may have kept it; none where it is no chapter. */
function read(value: unknown): Chapter[] {
  if (!isObject(value) || !isText(value["title"]) || !isText(value["text"]) || !isObject(value["view"])) return [];
  const {title, text, notes, view, events} = value;
  return [
    {
      title,
      text,
      ...(isText(notes) ? {notes} : {}),
      events: Array.isArray(events) ? events.filter((id) => typeof id === "string") : [],
      view: view as ViewState,
    },
  ];
}
