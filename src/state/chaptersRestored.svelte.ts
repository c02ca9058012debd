import {untrack} from "svelte";
import type {Loaded} from "../data/load.ts";
import type {ViewState} from "../data/viewState.ts";
import {chapterList} from "./chapters.svelte.ts";
import {keptChapters} from "./chaptersKept.ts";
import type {Session} from "./session.svelte.ts";
import {isStaged} from "./settings.svelte.ts";

/** Stories whose chapters have been looked for, or are being. */
const restored = new WeakMap<Loaded, Promise<void>>();

/**
 * Brings back the chapters that the reader has made of the story on screen, once for each story; whoever changes chapters waits for it. A step
 * that was asked for is shown once more, since it may be another chapter now: `asked` is the view that the story was opened in.
 */
export async function restoreChapters(session: Session, asked: ViewState = {}): Promise<void> {
  const {loaded} = session;
  if (loaded === null) return;
  const restoring = restored.get(loaded) ?? restore(session, loaded, asked);
  restored.set(loaded, restoring);
  await restoring;
  if (session.loaded === loaded) chapterList(session).rejoin();
}

async function restore(session: Session, loaded: Loaded, asked: ViewState): Promise<void> {
  const kept = await keptChapters(session);
  if (kept === null || session.loaded !== loaded || session.ownChapters !== null) return;
  const list = chapterList(session);
  if (list.canUndo || list.canRedo) return;
  const {view, step, history, notice} = session;
  list.restore(kept.chapters, kept.base);
  if (step > 0) session.view = view;
  else if ((asked.step !== undefined || isStaged(session.settings.mode)) && !history.canUndo) {
    if (notice?.code === "bad-parameters" && notice.names.join() === "step") session.notice = null;
    session.view = {...session.tastes, ...asked};
  }
}

/** Brings back the reader's chapters of each story that comes on screen. `asked` says what view it was opened in. Returns how to stop. */
export function followStories(session: Session, asked: () => ViewState): () => void {
  return $effect.root(() => {
    $effect(() => {
      if (session.loaded !== null) void untrack(() => restoreChapters(session, asked()));
    });
  });
}
