import {wholeView} from "../state/chaptersView.ts";
import type {Session} from "../state/session.svelte.ts";

/** Goes back to exploring with what is on screen. */
export function leave(session: Session): void {
  session.view = {...session.tastes, ...wholeView(session), view: "explore"};
}
