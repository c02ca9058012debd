import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {PAUSE_MS, Typing} from "../../src/present/typing.svelte.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function make(count: number) {
  const gone: number[] = [];
  const typing = new Typing(
    () => count,
    (step) => gone.push(step),
  );
  const type = (digits: string) => [...digits].forEach((digit) => typing.add(Number(digit)));
  return {typing, gone, type};
}

describe("a number that is typed", () => {
  it("counts at once where no other digit could follow", () => {
    const {gone, type, typing} = make(8);
    type("58");
    expect([gone, typing.text]).toEqual([[5, 8], ""]);
  });

  it("waits for a second digit where there may be one", () => {
    const {gone, type, typing} = make(24);
    type("1");
    expect([gone, typing.text]).toEqual([[], "1"]);
    vi.advanceTimersByTime(PAUSE_MS - 1);
    expect(gone).toEqual([]);
    type("7");
    expect(gone).toEqual([17]);
    type("2");
    vi.advanceTimersByTime(PAUSE_MS);
    type("3");
    expect(gone).toEqual([17, 2, 3]);
  });

  it("counts when it is confirmed, and not when it is dropped", () => {
    const {gone, type, typing} = make(24);
    type("1");
    expect([typing.confirm(), typing.confirm()]).toEqual([true, false]);
    type("2");
    expect([typing.drop(), typing.drop()]).toEqual([true, false]);
    vi.advanceTimersByTime(2 * PAUSE_MS);
    expect(gone).toEqual([1]);
  });

  it("goes nowhere when there is no such chapter", () => {
    const {gone, type, typing} = make(35);
    type("039");
    expect([gone, typing.text]).toEqual([[], ""]);
    const {gone: none, type: typeNone} = make(0);
    typeNone("12");
    expect(none).toEqual([]);
  });
});
