import {flushSync} from "svelte";
import {expect, it, vi} from "vitest";
import {whenThereLater} from "./whenThereLater.svelte.ts";

it("does what was asked for as soon as it can be, in order and once, and then at once", () => {
  const fetch = vi.fn();
  const {ask, come, go, stop} = whenThereLater<string[]>(fetch);
  for (const word of ["one", "two"]) ask((list) => list.push(word));
  expect(fetch).toHaveBeenCalledTimes(2);
  const first: string[] = [];
  come(first);
  flushSync();
  expect(first).toEqual(["one", "two"]);
  ask((list) => list.push("three"));
  expect(first).toEqual(["one", "two", "three"]);
  expect(fetch).toHaveBeenCalledTimes(2);

  go();
  flushSync();
  ask((list) => list.push("four"));
  expect(fetch).toHaveBeenCalledTimes(3);
  const second: string[] = [];
  come(second);
  flushSync();
  expect([first.length, second]).toEqual([3, ["four"]]);
  stop();
});
