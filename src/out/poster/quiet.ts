import type {Language} from "../../data/languages.ts";
import type {Loaded} from "../../data/load.ts";
import type {Source} from "../../data/sources.ts";
import type {ViewState} from "../../data/viewState.ts";
import {Session, type Chapter} from "../../state/session.svelte.ts";

const LONGEST_SEARCH = 20_000;
const LOOK_AGAIN = 15;

/**
 * A session of its own in a view of the data on screen, in which no clock runs: moving it moves nothing else. What the view searches for has
 * been found, and who says so is there. Its timeline has columns, whatever the view's has.
 */
export async function quietSession(
  loaded: Loaded,
  view: ViewState,
  lang: Language,
  dark: boolean,
  sources: ReadonlyMap<string, Source> = new Map(),
  /** What a `step` of the view counts; the story's own if not said. */
  chapters: readonly Chapter[] = loaded.story.chapters,
): Promise<Session> {
  const session = new Session(() => () => {});
  // Counts that were taken ahead are running ones, which the screen's own session moves.
  const {counted: _counted, ...own} = loaded;
  const {play: _play, ...still} = view;
  session.show(
    {...own, story: {...own.story, chapters: [...chapters]}, sources: async () => sources},
    {...still, lang, theme: dark ? "dark" : "light", timeline: "columns", view: "explore"},
  );
  await session.loadSources();
  if (session.selection.q.trim() !== "") await searched(session);
  return session;
}

async function searched({selection}: Session): Promise<void> {
  await selection.prepareSearch().catch(() => {});
  for (let waited = 0; selection.searching && waited < LONGEST_SEARCH; waited += LOOK_AGAIN)
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
}
