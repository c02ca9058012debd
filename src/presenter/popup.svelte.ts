import type {Session} from "../state/session.svelte.ts";

/** The presenter window that a session has opened. */
export class Popup {
  window = $state.raw<Window | null>(null);
  /** The browser refused to open one. */
  isBlocked = $state(false);
}

const popups = new WeakMap<Session, Popup>();

export function popupOf(session: Session): Popup {
  let popup = popups.get(session);
  if (popup === undefined) popups.set(session, (popup = new Popup()));
  return popup;
}
