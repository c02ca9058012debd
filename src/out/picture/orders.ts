import {fileName} from "../../data/save/fileName.ts";
import {pick} from "../../data/localText.ts";
import type {Language} from "../../data/languages.ts";
import type {ViewState} from "../../data/viewState.ts";
import type {Chapter, Session} from "../../state/session.svelte.ts";
import type {FormName} from "../poster/forms.ts";
import type {Order} from "./picture.ts";

/** How all pictures of one order look. */
export interface Look {
  form: FormName;
  lang: Language;
  dark: boolean;
}

/** A view without how the page is arranged, and without the number of a chapter, which only its own session's chapters explain. */
export function plain({step: _step, view: _view, ...view}: ViewState): ViewState {
  return view;
}

/** The order for a picture of a view, or of a chapter. Null before there is any data. */
export function orderFor(session: Session, look: Look, of: {view: ViewState} | {chapter: Chapter}): Order | null {
  const {loaded, settings, home} = session;
  if (loaded === null) return null;
  // The colours of a brand are made for the theme on screen.
  const palette = look.dark === settings.dark ? settings.palette : {};
  const order = {...look, loaded, palette, home};
  return "view" in of ? {...order, view: of.view} : {...order, view: plain(of.chapter.view), chapter: of.chapter};
}

/** The name of a file for a chapter: its number, as wide as the last one's, and its title. */
export function chapterFile(chapters: readonly Chapter[], index: number, lang: Language, ending: string): string {
  const number = String(index + 1).padStart(Math.max(2, String(chapters.length).length), "0");
  return fileName(`${number} ${pick(chapters[index]!.title, lang)}`, ending);
}
