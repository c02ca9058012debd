import type {Language} from "../data/languages.ts";
import {loadStory, type Loaded} from "../data/load.ts";
import type {Source} from "../data/sources.ts";
import type {ViewState} from "../data/viewState.ts";
import {english} from "../i18n/english.ts";
import {I18n} from "../i18n/i18n.svelte.ts";
import {Session} from "../state/session.svelte.ts";

/** A story as one reader sees it: what is loaded, in a view, in a language, with its sources. */
export interface Telling {
  loaded: Loaded;
  session: Session;
  i18n: I18n;
  sources: ReadonlyMap<string, Source>;
}

/** Loads a story whose tables are read by name rather than fetched; `story` is the text of its file. */
export function loadFrom(story: string, table: (name: string) => Promise<ArrayBuffer>): Promise<Loaded> {
  return loadStory(story, "data/story.json", async (name) => ({url: `data/${name}`, bytes: await table(name)}));
}

/** Puts a story in a view, which is the story's own first one where nothing else is said. No clock runs: it stands still. */
export async function tell(loaded: Loaded, lang: Language, view: ViewState = {}): Promise<Telling> {
  const session = new Session(() => () => {});
  session.show(loaded, {...view, lang});
  const i18n = new I18n(() => lang, english);
  await i18n.load(lang);
  return {loaded, session, i18n, sources: await loaded.sources()};
}
