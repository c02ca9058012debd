import type {Session} from "./state/session.svelte.ts";
import {present} from "./state/presenting.ts";
import {goToEvent, stepBy} from "./state/stepping.ts";

interface Actions {
  session: Session;
  help: () => void;
  search: () => void;
}

/**
 * Keys that count anywhere in the app, unless something nearer has taken them or text is being typed. `target` is the
 * innermost element in which the key was pressed, which an event that is handled later no longer tells.
 */
export function appKeys(event: KeyboardEvent, target: EventTarget | undefined, {session, help, search}: Actions): void {
  if (event.defaultPrevented || session.loaded === null) return;
  if (target instanceof Element && target.closest("input, textarea, select, dialog, [contenteditable]") !== null)
    return;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
    event.preventDefault();
    if (event.shiftKey) session.redo();
    else session.undo();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = ACTIONS[event.key] ?? (session.settings.mode === "explore" ? PREPARING[event.key] : undefined);
  if (act === undefined) return;
  if (event.key === " " && target instanceof Element && target.closest("button, a, summary, [role]") !== null) return;
  event.preventDefault();
  act({session, help, search});
}

const ACTIONS: Record<string, (actions: Actions) => void> = {
  "/": ({search}) => search(),
  "?": ({help}) => help(),
  " ": ({session}) => session.player.toggle(),
  k: ({session}) => session.player.toggle(),
  n: ({session}) => goToEvent(session, 1),
  p: ({session}) => goToEvent(session, -1),
  "]": ({session}) => stepBy(session, 1),
  "[": ({session}) => stepBy(session, -1),
};

/** Those of the whole page, which nobody's embed has. */
const PREPARING: Record<string, (actions: Actions) => void> = {
  P: ({session}) => present(session),
  c: ({session}) => (session.editing = !session.editing),
};
