import {readFileSync} from "node:fs";
import {join} from "node:path";
import {vi} from "vitest";
import type {Language} from "../../src/data/languages.ts";
import type {ViewState} from "../../src/data/viewState.ts";
import {english} from "../../src/i18n/english.ts";
import {I18n} from "../../src/i18n/i18n.svelte.ts";
import {Session} from "../../src/state/session.svelte.ts";

const folder = join(import.meta.dirname, "../../data");

/** A session that shows the shipped story, or the files given by name; a file that is null cannot be fetched. */
export async function openSession(
  view: ViewState = {},
  files: Record<string, string | null> | null = null,
): Promise<Session> {
  vi.stubGlobal("fetch", async (input: URL | string) => {
    const name = new URL(input).pathname.split("/").at(-1)!;
    const text = files === null ? readFileSync(join(folder, name), "utf8") : (files[name] ?? null);
    if (text === null) throw new TypeError(`no ${name}`);
    return Object.defineProperty(new Response(text), "url", {value: String(input)});
  });
  const session = new Session(() => () => {});
  await session.open("data/story.json", document.baseURI, view);
  if (session.status.kind === "failed") throw session.status.error;
  return session;
}

/** A story of one table. */
export const storyFiles = (csv: string, story: object = {}, more: Record<string, string | null> = {}) => ({
  "story.json": JSON.stringify({data: "events.csv", ...story}),
  "events.csv": csv,
  ...more,
});

export async function words(language: Language = "en"): Promise<I18n> {
  const i18n = new I18n(() => language, english);
  await i18n.load(language);
  return i18n;
}

export const day = (text: string): number => Date.parse(`${text}T00:00Z`);

/** jsdom has no modal dialogs. */
export function stubDialogs(): void {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
}
