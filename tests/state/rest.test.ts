import {afterEach, beforeEach, expect, it, vi} from "vitest";
import {Rest} from "../../src/state/rest.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("comes once nothing has put it off for its time, and once for each such rest", () => {
  const then = vi.fn();
  const rest = new Rest(then, 100);
  for (let frame = 0; frame < 60; frame++) {
    rest.putOff();
    vi.advanceTimersByTime(16);
  }
  expect(then).not.toHaveBeenCalled();
  vi.advanceTimersByTime(83);
  expect(then).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2);
  expect(then).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(then).toHaveBeenCalledTimes(1);
  rest.putOff();
  vi.advanceTimersByTime(101);
  expect(then).toHaveBeenCalledTimes(2);
});

it("does not come when it is called off, and can be put off anew", () => {
  const then = vi.fn();
  const rest = new Rest(then, 100);
  rest.putOff();
  vi.advanceTimersByTime(50);
  rest.end();
  vi.advanceTimersByTime(1000);
  expect(then).not.toHaveBeenCalled();
  rest.putOff();
  vi.advanceTimersByTime(99);
  expect(then).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2);
  expect(then).toHaveBeenCalledTimes(1);
});
