import type {Language} from "../../data/languages.ts";
import type {I18n} from "../../i18n/i18n.svelte.ts";
import type {Citation} from "../../list/citations.ts";
import type {Session} from "../../state/session.svelte.ts";
import {svgOf} from "../drawing/svg.ts";
import {quietSession} from "../poster/quiet.ts";
import {chapterSources} from "./chapterSources.ts";
import {orderFor, plain} from "./orders.ts";
import {pictureOf} from "./picture.ts";
import {orFault} from "./pictureError.ts";

/** A chapter as it is printed. */
export interface Sheet {
  title: string;
  text: string;
  svg: Element;
  sources: Citation[];
  more: number;
}

const MOST_SOURCES = 14;
/** Whatever the paper is, it needs no ink. */
const WHITE = {paper: "#ffffff"};

/** All chapters for a printer, on white as paper is, in the language of `i18n`. Throws a PictureError, or what `signal` was aborted with. */
export async function sheetsOf(
  session: Session,
  i18n: I18n,
  tell: (done: number) => void,
  signal: AbortSignal,
): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  const lang: Language = i18n.lang;
  const {chapters} = session;
  const loaded = session.loaded!;
  const sources = await orFault("sources", loaded.sources());
  for (const [i, chapter] of chapters.entries()) {
    signal.throwIfAborted();
    tell(i);
    // Its text stands beside the picture, in a size that can be read on paper, however long it is.
    const titled = {...chapter, text: ""};
    const order = orderFor(session, {form: "portrait", lang, dark: false}, {chapter: titled})!;
    const {drawing, title} = await pictureOf({...order, palette: WHITE});
    const quiet = await quietSession(loaded, plain(chapter.view), lang, false);
    const cited = chapterSources({loaded, session: quiet, chapter, sources, i18n}, MOST_SOURCES);
    sheets.push({
      title: i18n.text(chapter.title),
      text: i18n.text(chapter.text),
      svg: elementOf(svgOf(drawing, {title, lang}), `p${i + 1}-`),
      sources: cited.shown,
      more: cited.more,
    });
  }
  signal.throwIfAborted();
  return sheets;
}

/** The root of an SVG document for a place in this one, where names of its own parts must not be those of others. */
function elementOf(svg: string, prefix: string): Element {
  const root = document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
  for (const part of [root, ...root.querySelectorAll("*")]) {
    if (part.id !== "") part.id = prefix + part.id;
    for (const attribute of part.attributes) attribute.value = attribute.value.replace(/^url\(#/, `url(#${prefix}`);
  }
  return root;
}
