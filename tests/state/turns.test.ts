import {flushSync} from "svelte";
import {afterEach, beforeEach, expect, it, vi} from "vitest";
import type {Dataset} from "../../src/data/dataset.ts";
import {MANY} from "../../src/data/slices.ts";
import {Turns} from "../../src/state/turns.svelte.ts";
import {follow} from "./pair.svelte.ts";
import {Source} from "./source.svelte.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const tableOf = (length: number) => ({length}) as Dataset;

it("has all of a small table there at once", () => {
  const turns = new Turns(() => tableOf(MANY - 1), 3);
  expect(turns.now).toBe(3);
  expect(turns.take([() => expect.unreachable()])).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

it("has a large one come in turns, a task each, once all is worked out, and begins anew with another", () => {
  const source = new Source(tableOf(MANY));
  const turns = new Turns(() => source.dataset, 2);
  const seen: (string | number)[] = [];
  const stops = [follow(() => void seen.push(turns.now)), follow(() => turns.take([() => seen.push("worked out")]))];
  const task = () => (vi.advanceTimersToNextTimer(), flushSync());
  flushSync();
  expect(seen).toEqual([0]);
  task();
  expect(seen).toEqual([0, "worked out"]);
  task();
  source.dataset = tableOf(MANY + 1);
  flushSync();
  expect(seen.splice(0)).toEqual([0, "worked out", 1, 0]);
  for (let i = 0; i < 3; i++) task();
  expect(seen).toEqual(["worked out", 1, 2]);
  expect(vi.getTimerCount()).toBe(0);
  stops.forEach((stop) => stop());
});
