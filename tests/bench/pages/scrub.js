import {windows} from "../data/events.mjs";

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Lengths in ms of the page's long tasks (over 50 ms) from now until `stop()`. */
export function longTasks() {
  const found = [];
  const take = (list) => found.push(...list.getEntries().map(({duration}) => duration));
  const observer = new PerformanceObserver(take);
  observer.observe({type: "longtask"});
  return () => {
    const rest = observer.takeRecords();
    found.push(...rest.map(({duration}) => duration));
    observer.disconnect();
    return found;
  };
}

/**
 * Calls `move(start, end)` once a frame over the windows of a scrub, from the `from`-th on, and stops early when `limit` ms are over. Returns
 * the gaps between frames and the long tasks, in ms.
 */
export async function scrub(move, {steps, limit, from = 0}) {
  const stop = longTasks();
  const gaps = [];
  const until = performance.now() + limit;
  let last = await nextFrame();
  for (const [start, end] of windows().slice(from, from + steps)) {
    move(start, end);
    const now = await nextFrame();
    gaps.push(now - last);
    last = now;
    if (performance.now() > until) break;
  }
  await new Promise((resolve) => setTimeout(resolve));
  return {gaps, longTasks: stop()};
}
