import {untrack} from "svelte";
import type {Aggregates} from "../data/aggregates.ts";
import {DAY} from "../data/calendar.ts";
import {COUNTER, type Dataset} from "../data/dataset.ts";
import type {Session} from "../state/session.svelte.ts";

const MOST = 16;
/** A place that has just begun to pulse does not begin again. */
const REST_MS = 500;
/** A pulse out of view never reports its end. */
const LONGEST_MS = 3000;
const STEP = 1.5 * DAY;

export interface Pulse {
  key: number;
  place: number;
  series: "primary" | "counter";
  /** When it began, in ms. */
  since: number;
}

/** The places of rows that have just come into the window, one each. */
export function pulsing(
  dataset: Dataset,
  aggregates: Pick<Aggregates, "passes">,
  from: number,
  to: number,
): Map<number, Pulse["series"]> {
  const {place, series} = dataset.columns;
  const found = new Map<number, Pulse["series"]>();
  for (let row = from; row < to && found.size < MOST; row++) {
    if (place[row] === -1 || series[row] > COUNTER || !aggregates.passes(row)) continue;
    if (found.get(place[row]) !== "primary") found.set(place[row], series[row] === COUNTER ? "counter" : "primary");
  }
  return found;
}

/** Rings that run out from places for a moment. */
export class Pulses {
  #running = $state.raw<readonly Pulse[]>([]);
  #next = 0;
  #playhead = NaN;
  #last = 0;
  #filtered: unknown = null;
  #row = -1;

  get running(): readonly Pulse[] {
    return this.#running;
  }

  start(places: ReadonlyMap<number, Pulse["series"]>): void {
    const since = performance.now();
    const running = untrack(() => this.#running);
    const added = [...places]
      .filter(([place]) => !running.some((pulse) => pulse.place === place && since - pulse.since < REST_MS))
      .map(([place, series]) => ({key: this.#next++, place, series, since}));
    if (added.length > 0) {
      const fresh = running.filter((pulse) => since - pulse.since < LONGEST_MS);
      this.#running = [...fresh, ...added].slice(-MOST);
    }
  }

  /** Starts the pulses of what the playhead has just passed, playing or by a step; none where `isCrowded`, as no place has a mark of its own there. */
  passed(session: Session, isCrowded: boolean): void {
    const {selection, player, axis} = session;
    const {dataset, filtered, playhead, rows} = selection;
    const [before, last] = [this.#playhead, this.#last];
    const isSame = filtered === this.#filtered;
    [this.#playhead, this.#last, this.#filtered] = [playhead, rows[1], filtered];
    if (isCrowded || dataset === null || filtered === null || !isSame || !(playhead > before)) return;
    const step = Math.max(STEP, (axis.whole[1] - axis.whole[0]) / 100);
    if (!player.playing && playhead - before > step) return;
    this.start(pulsing(dataset, filtered.aggregates, Math.max(last, rows[0]), rows[1]));
  }

  /** Starts the pulse of an event that has just been chosen. */
  chosen(session: Session): void {
    const {dataset, row} = session.selection;
    if (row === this.#row) return;
    this.#row = row;
    if (row !== -1 && dataset !== null) this.start(pulsing(dataset, {passes: () => true}, row, row + 1));
  }

  end(key: number): void {
    this.#running = this.#running.filter((pulse) => pulse.key !== key);
  }
}
