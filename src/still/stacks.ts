import {CERTAINTIES, type Certainty} from "../data/dataset.ts";
import {CELLS} from "../data/rowMarks.ts";

/** Columns of one look, as a path of upright lines. */
export interface Run {
  certainty: Certainty;
  /** Of the counter series, which hangs below the baseline. */
  counter: boolean;
  /** Within the window; else it is still to come. */
  lit: boolean;
  /** In columns from the first and reports from the baseline, both series counted up. */
  d: string;
}

/**
 * The columns of a timeline as few paths, one for each look. A dash along a line can stand for one report. Since a path is in columns and
 * reports, not in px, the same one serves drawings of any size. `counts` holds eight cells for each column, as `Aggregates.binned` gives
 * them; columns `[from, to)` are lit.
 */
export function runsOf(counts: ArrayLike<number>, [from, to]: readonly [number, number]): Run[] {
  const runs = new Map<string, Run>();
  for (let bin = 0; bin * CELLS < counts.length; bin++) {
    for (const counter of [false, true]) {
      let level = 0;
      CERTAINTIES.forEach((certainty, code) => {
        const count = counts[bin * CELLS + (counter ? CERTAINTIES.length : 0) + code]!;
        if (count === 0) return;
        const lit = bin >= from && bin < to;
        const key = `${certainty} ${counter} ${lit}`;
        const run = runs.get(key) ?? {certainty, counter, lit, d: ""};
        run.d += `M${bin} ${level}v${count}`;
        runs.set(key, run);
        level += count;
      });
    }
  }
  return [...runs.values()];
}
