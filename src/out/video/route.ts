import type {Period} from "../../data/period.ts";

/** How the window travels: its end, the playhead, goes from `first` to `last`. Times are calendar ms. */
export interface Route {
  /** Adds up from a start that stands still, or slides along at one length. */
  mode: "accumulate" | "slide";
  /** Where the window starts while it adds up. */
  start: number;
  /** The window's length while it slides. */
  length: number;
  first: number;
  last: number;
  /** A day, or an hour where the window moves by hours. */
  step: number;
}

/** What of the record is played: up to the playhead on screen, or all of it. */
export type Stretch = "shown" | "record";

interface Shown {
  mode: Route["mode"];
  window: Period;
  extent: Period;
  step: number;
}

/**
 * The route that plays a view. Adding up, `shown` runs from the window's start to its end and `record` from the record's start to its end;
 * sliding, a window of the same length runs from the record's start to where it stands, or to the record's end. A window that cannot slide,
 * since it is as long as what is to be played, adds up.
 */
export function routeOf({mode, window: [start, end], extent: [from, to], step}: Shown, stretch: Stretch): Route {
  const last = stretch === "record" ? to : end;
  const length = end - start;
  if (mode === "slide" && from + length < last) return {mode, start: from, length, first: from + length, last, step};
  const began = stretch === "record" || mode === "slide" ? from : start;
  return {mode: "accumulate", start: began, length, first: Math.min(began + step, last), last, step};
}

/** All that a route shows at one time or another. */
export const spanOf = ({mode, start, length, first, last}: Route): Period => [
  mode === "slide" ? first - length : start,
  last,
];

/** Whether there is a choice of stretch: what is shown and the whole record are not the same. */
export function hasChoice(shown: Shown): boolean {
  const [one, other] = [routeOf(shown, "shown"), routeOf(shown, "record")];
  return one.first !== other.first || one.last !== other.last;
}

/** The window when `share`, 0 to 1, of the playback is over; by whole steps each of them lasts as long. */
export function windowOf(route: Route, share: number, stepwise: boolean): Period {
  const {first, last, step} = route;
  const steps = Math.ceil((last - first) / step) + 1;
  const playhead = stepwise
    ? first + Math.min(Math.floor(share * steps), steps - 1) * step
    : first + Math.round((last - first) * share);
  const end = Math.min(playhead, last);
  return route.mode === "slide" ? [end - route.length, end] : [route.start, end];
}
