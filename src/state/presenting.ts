import type {Session} from "./session.svelte.ts";

/** Shows the story's chapters one after the other for a room, from `step` on, by default the first. Language and theme stay. */
export function present(session: Session, step = 1): void {
  session.dialog = null;
  session.view = {...session.tastes, view: "present", ...(session.chapters.length === 0 ? {} : {step})};
}
