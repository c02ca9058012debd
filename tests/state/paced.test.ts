import {flushSync} from "svelte";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {Paced} from "../../src/state/paced.svelte.ts";
import {follow, Pair} from "./pair.svelte.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is seen of a value that gets one more every `every` ms for so long, by the time at which it is seen. */
function seen(every: number, ms: number, change: (pair: Pair, at: number) => void = (pair) => pair.value++) {
  const pair = new Pair();
  const paced = new Paced(
    () => pair.value,
    () => pair.of,
  );
  const values: [at: number, value: number][] = [];
  let at = 0;
  const stop = follow(() => void values.push([at, paced.current]));
  flushSync();
  for (at = every; at <= ms; at += every) {
    vi.advanceTimersByTime(every);
    change(pair, at);
    flushSync();
  }
  const last = pair.value;
  for (const until = at + 400; at < until; at += 10) {
    vi.advanceTimersByTime(10);
    flushSync();
  }
  stop();
  return {values, last};
}

describe("a value that is followed at a pace", () => {
  it("is followed at once while it moves now and then", () => {
    const {values} = seen(400, 2000);
    expect(values).toEqual(Array.from({length: 6}, (_, i) => [i * 400, i]));
  });

  it("is followed at once for its first steps, then three times a second, and to its end", () => {
    const {values, last} = seen(10, 1000);
    expect(values.slice(0, 3)).toEqual([
      [0, 0],
      [10, 1],
      [20, 2],
    ]);
    expect(values.length).toBeGreaterThan(4);
    expect(values.length).toBeLessThan(8);
    expect(values.at(-1)![1]).toBe(last);
    expect(values.at(-1)![0]).toBeLessThan(1400);
    for (const [at, value] of values) expect(value).toBeLessThanOrEqual(at / 10);
  });

  it("is followed at once when what it is of changes, however fast it moves", () => {
    const {values} = seen(10, 600, (pair, at) => {
      pair.value++;
      if (at === 350) pair.of++;
    });
    expect(values).toContainEqual([350, 35]);
  });
});
