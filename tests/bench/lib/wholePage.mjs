import {mean, quantile} from "./statistics.mjs";

const WARM_UP = 20;
/** Ms after which a scrub is not gone on with. */
const LIMIT = 20_000;
const QUIET = {share: 0.1, every: 250, atMost: 15_000};

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until the page's main thread has next to nothing to do. */
async function quiet({working}) {
  const until = performance.now() + QUIET.atMost;
  for (let calm = 0; calm < 2 && performance.now() < until;) {
    const {spent} = await working(() => pause(QUIET.every));
    calm = spent.thread < QUIET.share * QUIET.every ? calm + 1 : 0;
  }
}

/**
 * A cell that loads a record into a whole page and moves its window once a frame. Gives frames a second, ms of work a step on the main thread
 * and in the processes, the 95th percentile and the longest gap between frames, ms to load, and MB of memory.
 */
export function wholePage({
  engine,
  path,
  rows,
  steps = 300,
  limit = LIMIT,
  options = {},
  timeout = 120_000,
  asksOthers = false,
}) {
  return {
    engine,
    rows,
    path,
    timeout,
    asksOthers,
    async run(instruments) {
      const {call, working, memory} = instruments;
      const load = await call("load", rows, options);
      await quiet(instruments);
      await call("scrub", {from: 300 - WARM_UP, steps: WARM_UP, limit: limit / 4});
      const {result, spent} = await working(() => call("scrub", {steps, limit}));
      const {gaps, longTasks} = result;
      const {counted, expected} = await call("check");
      if (counted !== expected) throw new Error(`shows ${counted} events where there are ${expected}`);
      const {held, peak, heap} = await memory();
      return {
        fps: 1000 / mean(gaps),
        main: spent.main / gaps.length,
        thread: spent.thread / gaps.length,
        renderer: spent.renderer / gaps.length,
        gpu: spent.gpu / gaps.length,
        p95: quantile(gaps, 0.95),
        longTasks: longTasks.length,
        longest: Math.max(0, ...longTasks),
        usable: load.usable,
        settled: load.settled,
        memory: held,
        peak,
        heap,
        steps: gaps.length,
        ...(load.map === undefined ? {} : {map: load.map}),
      };
    },
  };
}

export const PAGE_COLUMNS = {
  fps: "frames/s",
  main: "main thread ms/step",
  p95: "95th percentile frame ms",
  longTasks: "tasks over 50 ms",
  longest: "longest such ms",
  renderer: "page process CPU ms/step",
  gpu: "GPU process CPU ms/step",
  usable: "usable ms",
  settled: "all drawn ms",
  memory: "memory held MB",
};
