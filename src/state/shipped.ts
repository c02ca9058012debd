import type {Session} from "./session.svelte.ts";

/** Where the story stands that comes with Dateline, from the page. */
export const SHIPPED = "data/story.json";

/** Whether the data on screen is that story. */
export const isShipped = (session: Session): boolean =>
  session.loaded !== null && session.view.data === undefined && session.view.file === undefined;

/** Shows the story that comes with Dateline. `base` is the page's address. */
export function openShipped(session: Session, base: string): Promise<void> {
  session.dialog = null;
  return session.open(SHIPPED, base);
}
