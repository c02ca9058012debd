import type {Session} from "../state/session.svelte.ts";
import {loadOwn} from "./ownStory.ts";

/** Whether the data on screen is the story of this file. */
export const isShipped = (session: Session): boolean =>
  session.loaded !== null && session.view.data === undefined && session.view.file === undefined;

/** Shows the story of this file, as it began. */
export async function openShipped(session: Session): Promise<void> {
  session.dialog = null;
  session.show(await loadOwn(), {});
}
