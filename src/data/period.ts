import {DAY, endOf, isoText, parseDate, startOfDay, UTC} from "./calendar.ts";

/** A half-open stretch of time `[start, end)` in calendar ms; a null end is open. */
export interface OpenPeriod {
  start: number | null;
  end: number | null;
}

export type Period = readonly [start: number, end: number];

/**
 * Reads `2023-10-17..2024-01-31`, `2023-12-01..`, `..2024-01` or a single date. Both ends are included: `..2024-01` runs to the end of
 * January. Null when it is not of that form or ends before it starts.
 */
export function parsePeriod(text: string): OpenPeriod | null {
  const parts = text.split("..");
  if (parts.length > 2) return null;
  const [from, to] = parts.length === 1 ? [text, text] : (parts as [string, string]);
  if (from === "" && to === "") return null;
  const start = from === "" ? null : parseDate(from, UTC);
  const end = to === "" ? null : parseDate(to, UTC);
  if ((from !== "" && start === null) || (to !== "" && end === null)) return null;
  const period = {start: start?.ms ?? null, end: end === null ? null : instantOr(end.ms, end.precision)};
  return period.start !== null && period.end !== null && period.end <= period.start ? null : period;
}

/** A clock time closes a period at itself, a date at the end of what it names. */
const instantOr = (time: number, precision: Parameters<typeof endOf>[1]): number =>
  precision === "minute" || precision === "second" || precision === "hour" ? time : endOf(time, precision);

/** The text that `parsePeriod` reads back: the last day for an end at midnight, else the clock time. */
export function formatPeriod([start, end]: Period): string {
  const last = end === startOfDay(end) ? end - DAY : end;
  return `${isoText(start)}..${isoText(last)}`;
}
