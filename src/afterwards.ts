import {firstViewDrawn} from "./offline/atRest.ts";
import type {Session} from "./state/session.svelte.ts";
import {keepForPaper} from "./still/paper.ts";
import "./ui/fonts/others.css";

/** What the page wants once its first picture is there: faces for other characters, the story on paper, and to be there without network. */
export function afterwards(host: HTMLElement, session: Session, still: HTMLElement | null): void {
  if (still !== null) keepForPaper(host, still, session);
  if (session.keeps)
    void import("./state/chaptersRestored.svelte.ts").then(({followStories}) =>
      followStories(session, () => session.asked),
    );
  const {settings} = session;
  const page = {host, mode: () => settings.mode, language: () => settings.lang};
  if (!settings.framed && settings.mode !== "embed")
    void firstViewDrawn()
      .then(() => import("./offline/register.svelte.ts"))
      .then(({keepOffline}) => keepOffline(page));
}
