import type {Session} from "../state/session.svelte.ts";
import {OWN_STORY} from "../state/ownStory.ts";

/**
 * Has the story printed as the page was served, which breaks over sheets as the app cannot: the still is put back for the printer and taken
 * out again. Of other data, and in another language, what is on screen is printed.
 */
export function keepForPaper(host: HTMLElement, still: HTMLElement, session: Session): void {
  const address = new URL(OWN_STORY, document.baseURI).href;
  addEventListener("beforeprint", () => {
    if (session.loaded?.url === address && session.settings.lang === still.lang) host.prepend(still);
  });
  addEventListener("afterprint", () => still.remove());
}
