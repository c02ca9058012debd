import type {Session} from "../state/session.svelte.ts";

/** Goes back to exploring with what is on screen. */
export function leave(session: Session): void {
  const chapter = session.chapters[session.step - 1]?.view;
  const {step: _, ...now} = session.view;
  session.view = {...chapter, ...session.tastes, ...now, view: "explore"};
}
