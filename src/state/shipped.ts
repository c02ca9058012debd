import {OWN_STORY} from "./ownStory.ts";
import type {Session} from "./session.svelte.ts";

/** Whether the data on screen is that story. */
export const isShipped = (session: Session): boolean =>
  session.loaded !== null && session.view.data === undefined && session.view.file === undefined;

/** Shows the story that comes with Dateline. `base` is the page's address. */
export function openShipped(session: Session, base: string): Promise<void> {
  session.dialog = null;
  return session.open(OWN_STORY, new URL(session.home, base).href);
}
