import type {I18n} from "../i18n/i18n.svelte.ts";
import {cut} from "../i18n/cut.ts";
import {titleOf} from "../i18n/title.ts";
import type {Session} from "../state/session.svelte.ts";

const LONGEST = 70;

/** What a chapter of the view on screen may be called, in the reader's language: the chosen event, else the chosen place, else the date. */
export function suggestedTitle(session: Session, i18n: I18n): string {
  const {selection, loaded} = session;
  if (loaded !== null && selection.row !== -1) return cut(titleOf(loaded, selection.row, i18n).text, LONGEST);
  if (loaded !== null && selection.place !== -1) {
    const name = loaded.dataset.placeName(selection.place, i18n.lang);
    if (name !== "") return cut(name, LONGEST);
  }
  const [start, end] = selection.window;
  return selection.mode === "slide" ? i18n.period(start, end) : i18n.date(end - 1, "dayYear");
}
