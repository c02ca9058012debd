import type {ViewState} from "../../data/viewState.ts";
import {formatPeriod} from "../../data/period.ts";
import {creditOf} from "../../data/save/losses.ts";
import type {I18n} from "../../i18n/i18n.svelte.ts";
import {wholeView} from "../../state/chaptersView.ts";
import type {Session} from "../../state/session.svelte.ts";
import {FORMS} from "../poster/forms.ts";
import {preparePoster, type Poster} from "../poster/poster.ts";
import type {Choices, VideoForm} from "./choices.svelte.ts";
import {filmOf, type PosterFilm} from "./film.ts";
import {routeOf, spanOf, type Route, type Stretch} from "./route.ts";
import {titleCard} from "./titleCard.ts";

/** All that a film is made of which takes long to make ready. */
export interface Stage {
  poster: Poster;
  route: Route;
}

/** What of a session decides how its window travels. */
export const shownIn = ({selection}: Session) => ({
  mode: selection.mode,
  window: selection.window,
  extent: selection.dataset?.extent ?? selection.window,
  step: selection.step,
});

/** Makes the picture ready as it stands at the end of the playback. Throws where the story is gone or its parts cannot be fetched. */
export async function prepareStage(session: Session, i18n: I18n, form: VideoForm, stretch: Stretch): Promise<Stage> {
  const loaded = session.loaded!;
  const {settings, home} = session;
  const route = routeOf(shownIn(session), stretch);
  const start = route.mode === "slide" ? route.last - route.length : route.start;
  const [from] = spanOf(route);
  // What is chosen is not marked while time plays, here as on screen.
  const view: ViewState = {
    ...wholeView(session),
    event: "",
    place: "",
    mode: route.mode,
    time: formatPeriod([start, route.last]),
  };
  const input = {
    loaded,
    view,
    settings: {lang: i18n.lang, dark: settings.dark, palette: settings.palette},
    sources: await loaded.sources().catch(() => new Map()),
    form: FORMS[form],
    over: [from, route.last] as const,
    home,
  };
  return {poster: await preparePoster(input), route};
}

/** The film that the choices make of a stage. */
export function filmOn({poster, route}: Stage, session: Session, i18n: I18n, choices: Choices): PosterFilm {
  const {story} = session.loaded!;
  const card = titleCard({
    width: poster.width,
    height: poster.height,
    i18n,
    dark: session.settings.dark,
    palette: session.settings.palette,
    title: i18n.text(story.title) || story.data,
    dek: i18n.text(story.dek),
    period: i18n.period(...spanOf(route)),
    credit: i18n.text(creditOf(session.loaded!)),
  });
  return filmOf({poster, route, lengths: choices.lengths, stepwise: choices.stepwise, card});
}
