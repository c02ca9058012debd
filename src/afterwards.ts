import type {Session} from "./state/session.svelte.ts";
import {keepForPaper} from "./still/paper.ts";
import "./ui/fonts/others.css";

/** What the page wants once its first picture is there: faces for other characters, and the story on paper. */
export function afterwards(host: HTMLElement, session: Session, still: HTMLElement | null): void {
  if (still !== null) keepForPaper(host, still, session);
}
