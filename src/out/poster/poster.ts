import type {Palette} from "../../data/brand.ts";
import type {Language} from "../../data/languages.ts";
import type {Loaded} from "../../data/load.ts";
import type {Period} from "../../data/period.ts";
import type {Source} from "../../data/sources.ts";
import type {ViewState} from "../../data/viewState.ts";
import {english} from "../../i18n/english.ts";
import {I18n} from "../../i18n/i18n.svelte.ts";
import {plain} from "../../i18n/rich.ts";
import {loadLabels} from "../../map/labels.ts";
import type {Chapter, Session} from "../../state/session.svelte.ts";
import {inksOf} from "../../still/inks.ts";
import {sentence} from "../../story/sentence.ts";
import {ARABIC_FONTS, FONTS, type Drawing, type Item} from "../drawing/drawing.ts";
import {enlarged} from "../drawing/enlarge.ts";
import {measureIn} from "../drawing/measure.ts";
import {arrange} from "./arrange.ts";
import {loadFonts} from "./fonts.ts";
import type {Form} from "./forms.ts";
import type {Page} from "./page.ts";
import {quietSession} from "./quiet.ts";

export interface PosterInput {
  loaded: Loaded;
  /** As `session.view` gives it, or a chapter's own. */
  view: ViewState;
  settings: {
    lang: Language;
    dark: boolean;
    /** `session.settings.palette`: the colours that a brand changes. */
    palette?: Palette;
  };
  /** Who says so; `await loaded.sources()`. */
  sources: ReadonlyMap<string, Source>;
  form: Form;
  /** Its title and text stand in place of the story's. */
  chapter?: Chapter | undefined;
  /** What a `step` of the view counts: `session.chapters`. The story's own if not said. */
  chapters?: readonly Chapter[] | undefined;
  /** All that is going to be shown, for a picture that moves: names, lines and sources are chosen for it. The view's own window if not said. */
  over?: Period | undefined;
  /** Where Dateline's own files are, with a slash at the end; `session.home`. */
  home?: string | undefined;
}

/** A picture of a view. `ground` and then `moment()` is the whole of it. */
export interface Poster {
  readonly width: number;
  readonly height: number;
  /** Its own, which nobody else sees: whoever moves its window moves the picture. */
  readonly session: Session;
  /** What does not hang on the playhead. */
  readonly ground: Drawing;
  /** What hangs on the window as the session has it now. */
  moment(): Drawing;
  /** What the picture shows, in a sentence, for who cannot see it. */
  readonly title: string;
}

/** Makes everything ready for a picture: fonts, land, names, sources. The screen is not touched. */
export async function preparePoster(input: PosterInput): Promise<Poster> {
  const {loaded, view, settings, sources, form, chapter, home = ""} = input;
  const {lang, dark, palette} = settings;
  const session = await quietSession(loaded, view, lang, dark, sources, input.chapters);
  const i18n = new I18n(() => lang, english);
  const [labels] = await Promise.all([
    loadLabels(`${home}basemap/labels.json`).catch(() => null),
    i18n.load(lang),
    loadFonts(loaded, lang, sources, chapter),
  ]);
  const {scale, width, height} = form;
  const fonts = lang === "ar" ? ARABIC_FONTS : FONTS;
  const page: Page = {
    width: width / scale,
    height: height / scale,
    scale,
    inks: inksOf(dark, palette),
    fonts,
    i18n,
    measure: measureIn(fonts, scale),
  };
  const own = session.selection.window;
  const over = input.over ?? own;
  session.selection.setWindow(over[0], over[1]);
  const arranged = await arrange({
    page,
    form,
    session,
    chapter,
    sources,
    labels,
    over,
    moves: input.over !== undefined,
    home,
  });
  session.selection.setWindow(own[0], own[1]);
  const drawing = (items: readonly Item[]): Drawing => ({width, height, fonts, items: enlarged(items, scale)});
  const {story} = loaded;
  const head = i18n.text(chapter?.title) || i18n.text(story.title);
  return {
    width,
    height,
    session,
    ground: drawing([
      {kind: "rect", x: 0, y: 0, width: page.width, height: page.height, fill: page.inks.paper},
      ...arranged.ground,
    ]),
    moment: () => drawing(arranged.moment()),
    get title() {
      return [head, plain(sentence(session, i18n, "short"))].filter((part) => part !== "").join(". ");
    },
  };
}
