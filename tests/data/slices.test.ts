// @vitest-environment node
import {afterEach, beforeEach, expect, it, vi} from "vitest";
import {atOnce, inSlices} from "../../src/data/slices.ts";
import {oneTaskAMessage, turn} from "./turns.ts";

beforeEach(oneTaskAMessage);
afterEach(() => void vi.unstubAllGlobals());

/** Work of so many steps of a ms each. */
function* steps(count: number, done: number[] = []): Generator<void, number> {
  for (let i = 0; i < count; i++) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    done.push(i);
    yield;
  }
  return count;
}

it("does a long piece of work in several tasks, and tells in one more", async () => {
  const done: number[] = [];
  const tell = vi.fn();
  inSlices(steps(30, done), tell);
  expect(done).toEqual([]);
  const seen: number[] = [];
  while (tell.mock.calls.length === 0) {
    seen.push(done.length);
    await turn();
  }
  expect(tell.mock.calls).toEqual([[30]]);
  expect(new Set(seen).size).toBeGreaterThan(3);
});

it("goes no further and tells nothing once it is called off", async () => {
  const done: number[] = [];
  const tell = vi.fn();
  const stop = inSlices(steps(30, done), tell);
  while (done.length === 0) await turn();
  stop();
  const reached = done.length;
  for (let i = 0; i < 50; i++) await turn();
  expect([done.length, tell.mock.calls.length]).toEqual([reached, 0]);
});

it("can be called off after it is done", async () => {
  const stop = await new Promise<() => void>((resolve) => {
    const stop: () => void = inSlices(steps(1), () => resolve(stop));
  });
  expect(stop).not.toThrow();
});

it("does all of it at once when it is short", () => {
  expect(atOnce(steps(3))).toBe(3);
});
