import {binUnit} from "../data/bins.ts";
import {DAY, HOUR} from "../data/calendar.ts";
import type {Dataset} from "../data/dataset.ts";
import type {Period} from "../data/period.ts";

const MARGIN = 1.25;
const SHORTEST = 6 * HOUR;

/** The stretch of time that the timeline shows, and how it shows it. */
export class Axis {
  /** Null shows all of it. */
  #zoomed = $state.raw<Period | null>(null);
  mode = $state<"columns" | "lanes">("columns");
  #dataset: () => Dataset | null;

  constructor(dataset: () => Dataset | null) {
    this.#dataset = dataset;
  }

  /** The whole record with a day of air at both ends, or 1 % of it when that is more; an hour where the window moves by hours. */
  readonly whole: Period = $derived.by(() => {
    const extent = this.#dataset()?.extent ?? [0, DAY];
    const margin = this.#dataset()?.step === HOUR ? HOUR : Math.max(MARGIN * DAY, (extent[1] - extent[0]) * 0.01);
    return [extent[0] - margin, extent[1] + margin] as const;
  });

  readonly extent: Period = $derived(this.#zoomed ?? this.whole);
  /** How much time a column stands for: at most 400 of them, and of weeks or more not many more than there are rows to fill them. */
  readonly unit = $derived.by(() => {
    const unit = binUnit(this.extent);
    const rows = this.#dataset()?.length ?? 0;
    return unit === "hour" || unit === "day" ? unit : binUnit(this.extent, Math.min(400, Math.max(40, 2 * rows)));
  });
  /** How much the arrow keys and steps move: the column of the whole. */
  readonly stepUnit = $derived(binUnit(this.whole));

  get zoomed(): Period | null {
    return this.#zoomed;
  }

  /** Shows `[start, end)`, kept inside the whole and not shorter than six hours; null or all of it shows all. */
  zoomTo(period: Period | null): void {
    if (period === null) {
      this.#zoomed = null;
      return;
    }
    const [from, to] = this.whole;
    const length = Math.min(Math.max(period[1] - period[0], SHORTEST), to - from);
    const start = Math.min(Math.max(period[0], from), to - length);
    this.#zoomed = length >= (to - from) * 0.999 ? null : [start, start + length];
  }

  /** Makes the stretch `factor` times as long while `time` stays where it is. */
  zoomAround(time: number, factor: number): void {
    const [start, end] = this.extent;
    const by = Math.max(factor, SHORTEST / (end - start));
    this.zoomTo([time - (time - start) * by, time + (end - time) * by]);
  }

  pan(by: number): void {
    const [start, end] = this.extent;
    if (this.#zoomed !== null) this.zoomTo([start + by, end + by]);
  }
}
