import {DAY, startOfDay} from "../data/calendar.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import type {Session} from "../state/session.svelte.ts";

/** The playhead's date as it is set large: a figure, a name beside it, and what stands under the name. */
export interface Readout {
  day: number;
  /** Day of the month, year, or time of day where time goes by hours. */
  figure: string;
  month: string;
  rest: string[];
  /** The figure has more than two digits. */
  isLong: boolean;
  /** The time of day, where it goes by hours. */
  clock: string;
}

const BY_YEAR = ["month", "quarter", "year", "decade", "century"];

/** The date at a playhead, that of the view unless another is given. */
export function readoutOf(session: Session, i18n: I18n, playhead = session.selection.playhead): Readout {
  const unit = session.axis.stepUnit;
  const day = startOfDay(playhead - 1);
  if (BY_YEAR.includes(unit)) {
    // The number alone is large: `44` of `44 BC`.
    const [, before = "", figure = "", after = ""] = /^(\D*)(\d+)(.*)$/.exec(i18n.date(day, "year")) ?? [];
    const era = before + after;
    return {day, figure, month: i18n.date(day, "monthDay"), rest: era === "" ? [] : [era], isLong: true, clock: ""};
  }
  const rest = [i18n.date(day, "year"), i18n.date(day, "weekday")];
  if (unit === "hour") {
    const clock = day + DAY === playhead ? "24:00" : i18n.date(playhead, "time");
    return {day, figure: clock, month: i18n.date(day, "monthDay"), rest, isLong: true, clock};
  }
  const figure = i18n.date(day, "dayOfMonth").replace(/\D+/g, "");
  return {day, figure, month: i18n.date(day, "month"), rest, isLong: false, clock: ""};
}
