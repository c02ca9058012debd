import type {Palette} from "../../data/brand.ts";
import type {Language} from "../../data/languages.ts";
import type {Loaded} from "../../data/load.ts";
import type {ViewState} from "../../data/viewState.ts";
import type {Chapter} from "../../state/session.svelte.ts";
import {together, type Drawing} from "../drawing/drawing.ts";
import {svgOf} from "../drawing/svg.ts";
import {FORMS, type Form, type FormName} from "../poster/forms.ts";
import {preparePoster} from "../poster/poster.ts";
import {fontSheetOf} from "./fontSheet.ts";
import {orFault} from "./pictureError.ts";
import {pngOf} from "./png.ts";
import {densityAt, type Scale} from "./size.ts";

/** What a picture is of, and how it is to look. */
export interface Order {
  loaded: Loaded;
  /** All of the view, without a step. */
  view: ViewState;
  /** The chapter whose words go with it. */
  chapter?: Chapter;
  lang: Language;
  dark: boolean;
  palette: Palette;
  home: string;
  form: FormName;
}

/** A picture that is ready to be shown or written. */
export interface Picture {
  drawing: Drawing;
  form: Form;
  lang: Language;
  /** What it shows, in a sentence. */
  title: string;
}

export const FORMATS = ["png", "svg"] as const;
export type Format = (typeof FORMATS)[number];

/** Makes a picture. Throws a PictureError that says what could not be had; nothing on screen changes. */
export async function pictureOf({loaded, view, chapter, lang, dark, palette, home, form}: Order): Promise<Picture> {
  const sources = await orFault("sources", loaded.sources());
  const settings = {lang, dark, palette};
  const input = {loaded, view, settings, sources, form: FORMS[form], home, ...(chapter && {chapter})};
  const poster = await orFault("drawing", preparePoster(input));
  return {drawing: together(poster.ground, poster.moment()), form: FORMS[form], lang, title: poster.title};
}

/** A picture as the bytes of a file, which are the same each time. Of an SVG, `scale` says nothing. */
export async function bytesOf(picture: Picture, format: Format, scale: Scale, signal?: AbortSignal): Promise<Blob> {
  const {drawing, form, title, lang} = picture;
  if (format === "png") return orFault("encoding", pngOf(drawing, scale, densityAt(form, scale)));
  const fontSheet = await fontSheetOf(drawing, signal);
  return new Blob([svgOf(drawing, {fontSheet, title, lang})], {type: "image/svg+xml"});
}
