import {formatPeriod, parsePeriod} from "../data/period.ts";
import {shownOnly} from "../data/shownOnly.ts";
import type {ViewState} from "../data/viewState.ts";
import type {Session} from "./session.svelte.ts";

/** What a view says where it says nothing. */
const NEUTRAL: ViewState = {event: "", place: "", q: "", show: {}, extent: "", mode: "accumulate", timeline: "columns"};

/**
 * The view on screen as a chapter keeps it: whole, so that it stays what it is when the story's first view changes, and without what belongs to
 * the reader or the link.
 */
export function viewToKeep(session: Session): ViewState {
  const base = session.chapters[session.step - 1]?.view ?? session.loaded?.story.view;
  return {...shownOnly(base ?? {}), ...shownOnly(session.view), time: formatPeriod(session.selection.window)};
}

/** All that is on screen, of the story or of a chapter, without how the page is arranged and without a number that other chapters would explain. */
export function wholeView({view: {step = 0, view: _, ...now}, chapters}: Session): ViewState {
  return {...shownOnly(chapters[step - 1]?.view ?? {}), ...now};
}

/** What a chapter's view shows of what it asks for: no event, place or facet that there is not, and no time before or after the record. */
export function shownOf(session: Session, {time, event, place, show}: ViewState): ViewState {
  const {loaded, selection} = session;
  const period = time === undefined ? null : parsePeriod(time);
  return {
    time: formatPeriod(selection.within(period?.start ?? -Infinity, period?.end ?? Infinity)),
    event: event === undefined || loaded === null || loaded.dataset.find(event) === -1 ? "" : event,
    place: place === undefined || session.findPlace(place) === -1 ? "" : place,
    show: session.known(show ?? {}),
  };
}

/** What of a view makes the picture: how fast time would play and what the card shows do not. */
export function pictureOf(view: ViewState): ViewState {
  const {speed: _, panel: __, ...picture} = shownOnly(view);
  return picture;
}

/** Whether two views show the same picture. */
export function isSameView(session: Session, one: ViewState, other: ViewState): boolean {
  return plainText(session, one) === plainText(session, other);
}

function plainText(session: Session, view: ViewState): string {
  const [from, to] = session.loaded?.dataset.extent ?? [0, 0];
  const time = view.time === undefined ? null : parsePeriod(view.time);
  const start = Math.max(time?.start ?? from, from);
  const end = Math.min(time?.end ?? to, to);
  const whole = {...NEUTRAL, ...pictureOf(view), time: formatPeriod([start, end])};
  return JSON.stringify(Object.entries(whole).sort(([a], [b]) => (a < b ? -1 : 1)));
}
