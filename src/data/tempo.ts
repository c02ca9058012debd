import {utcDay, utcMonday, utcMonth, utcYear} from "d3";
import type {Aggregates} from "./aggregates.ts";
import type {BinUnit} from "./bins.ts";
import {DAY, startOfDay} from "./calendar.ts";
import type {Dataset} from "./dataset.ts";

export type TempoUnit = "day" | "week" | "month" | "year";

/** How fast things happen at the playhead, in primary rows that pass the filters. */
export interface Tempo {
  unit: TempoUnit;
  /** How many units each of the two stretches has. */
  length: number;
  last: number;
  before: number;
  /** Days from the latest event to the playhead's day, 0 for the same day; null when there was none yet. */
  sinceLatest: number | null;
  /** Days without one before the latest day, null when it was the first. */
  quietBefore: number | null;
}

const STRETCH = {day: [utcDay, 7], week: [utcMonday, 4], month: [utcMonth, 12], year: [utcYear, 10]} as const;

/** Compares the stretch that ends at the playhead with the one before it: 7 days, 4 weeks, 12 months or 10 years. */
export function tempoAt(dataset: Dataset, aggregates: Aggregates, playhead: number, unit: BinUnit): Tempo {
  const kind: TempoUnit =
    unit === "hour" ? "day" : unit === "quarter" ? "month" : unit === "decade" || unit === "century" ? "year" : unit;
  const [interval, length] = STRETCH[kind];
  const end = kind === "day" ? Math.ceil(playhead / DAY) * DAY : playhead;
  const middle = interval.offset(new Date(end), -length).getTime();
  const start = interval.offset(new Date(middle), -length).getTime();
  const between = (from: number, to: number) => aggregates.primaryIn(...dataset.rows(from, to));
  const previous = (end: number) => aggregates.primaryBefore(dataset.rows(-Infinity, end)[1]);
  const latest = previous(playhead);
  const today = startOfDay(end - 1);
  const earlier = latest === -1 ? -1 : previous(startOfDay(dataset.columns.start[latest]!));
  const dayOf = (row: number) => startOfDay(dataset.columns.start[row]!);
  return {
    unit: kind,
    length,
    last: between(middle, playhead),
    before: between(start, middle),
    sinceLatest: latest === -1 ? null : (today - dayOf(latest)) / DAY,
    quietBefore: earlier === -1 ? null : (dayOf(latest) - dayOf(earlier)) / DAY - 1,
  };
}
