import type {ViewState} from "../data/viewState.ts";
import type {Session} from "../state/session.svelte.ts";
import {addressOf} from "./address.ts";
import {popupOf} from "./popup.svelte.ts";

/** The same window again for the next time that it is asked for. */
const NAME = "dateline-presenter";
const WIDTH = 1280;
const HEIGHT = 800;

/**
 * Opens the window for the speaker beside the stage, or brings it forward; to be called while a key or a press is being answered, or the
 * browser refuses. False when it did; the stage then says so.
 */
export function openPresenter(session: Session): boolean {
  const {theme: _, time: __, ...view} = session.view;
  return openBeside(session, {...view, view: "presenter"}, NAME, `popup,width=${WIDTH},height=${HEIGHT}`);
}

/** Opens the stage from the speaker's window, where there is none. */
export function openStage(session: Session): boolean {
  return openBeside(session, {...session.view, view: "present"}, "_blank", "popup,width=1280,height=720");
}

function openBeside(session: Session, view: ViewState, name: string, features: string): boolean {
  const popup = popupOf(session);
  if (popup.window !== null && !popup.window.closed && name !== "_blank") {
    popup.window.focus();
    return true;
  }
  popup.window = window.open(addressOf(location.href, view), name, features);
  popup.isBlocked = popup.window === null;
  return !popup.isBlocked;
}
