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
    {pace: 300},
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

describe("a value that is followed when another is", () => {
  /** Two values at their paces, one more of each every 16 ms for so long, and when each was followed. */
  function both(ms: number) {
    const pair = new Pair();
    const read = () => pair.value;
    const of = () => pair.of;
    const first = new Paced(read, of, {pace: 100});
    const second = new Paced(read, of, {pace: 300, beat: () => first.current});
    const seenAt: {first: [number, number][]; second: [number, number][]} = {first: [], second: []};
    let at = 0;
    const stops = [
      follow(() => void seenAt.first.push([at, first.current])),
      follow(() => void seenAt.second.push([at, second.current])),
    ];
    flushSync();
    for (at = 0; at < ms; at++) {
      vi.advanceTimersByTime(1);
      if (at % 16 === 0) pair.value++;
      flushSync();
    }
    const moved = pair.value;
    for (; at < ms + 600; at++) {
      vi.advanceTimersByTime(1);
      flushSync();
    }
    for (const stop of stops) stop();
    return {...seenAt, moved};
  }

  it("waits for that, as often as its pace allows, and comes to the same end", () => {
    const {first, second, moved} = both(3000);
    const times = new Set(first.map(([at]) => at));
    const moving = second.filter(([at]) => at < 3000);
    for (const [at] of moving) expect(times).toContain(at);
    expect(moving.length).toBeGreaterThan(8);
    expect(moving.length).toBeLessThan(15);
    expect(first.filter(([at]) => at < 3000).length).toBeGreaterThan(20);
    expect(second.at(-1)![1]).toBe(moved);
    expect(first.at(-1)![1]).toBe(moved);
  });
});
