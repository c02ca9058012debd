import {CHECKED, digestOf, TOGGLES, TOGGLE_WINDOW} from "../data/counts.mjs";
import {windows} from "../data/events.mjs";

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

/** Ms that each call of `work` takes; as many as there are or fit in `limit` ms, in tasks of their own. */
async function timed(inputs, work, limit) {
  const times = [];
  const until = performance.now() + limit;
  for (const input of inputs) {
    await nextTask();
    const began = performance.now();
    work(input);
    times.push(performance.now() - began);
    if (performance.now() > until) break;
  }
  return times;
}

/**
 * Makes a page that measures an engine for counts:
 * - `load(rows)` builds it
 * - `step([start, end])` moves the window and makes every count of `emptyCounts(false)`, in the engine's own form
 * - `toggle(kept)` keeps those categories (null: all) and makes every count of `emptyCounts(true)`
 * - `counts(made, withDays)` puts either in the common form, which is not timed
 */
export function countingPage(engine) {
  globalThis.bench = {
    async load(rows) {
      const began = performance.now();
      await engine.load(rows);
      return performance.now() - began;
    },
    answers() {
      const all = windows();
      const scrubbed = CHECKED.map((step) => digestOf(engine.counts(engine.step(all[step]), false)));
      engine.step(TOGGLE_WINDOW);
      const toggled = TOGGLES.slice(0, 4).map((kept) => digestOf(engine.counts(engine.toggle(kept), true)));
      return [...scrubbed, ...toggled];
    },
    async times({limit}) {
      engine.step(windows()[0]);
      const scrub = await timed(windows(), (window) => engine.step(window), limit);
      engine.step(TOGGLE_WINDOW);
      const toggle = await timed(TOGGLES, (kept) => engine.toggle(kept), limit);
      return {scrub, toggle};
    },
  };
}
