import {parsePeriod} from "../data/period.ts";
import type {ViewState} from "../data/viewState.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import type {Session} from "../state/session.svelte.ts";

/** The window of a chapter in words, "17 Oct – 8 Dec 2023"; the whole record where it says none. */
export function windowText(session: Session, {time}: ViewState, i18n: I18n): string {
  const [from, to] = session.loaded?.dataset.extent ?? [0, 0];
  const period = time === undefined ? null : parsePeriod(time);
  return i18n.period(period?.start ?? from, period?.end ?? to, "short");
}
