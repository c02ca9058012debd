import {describe, expect, it} from "vitest";
import {clockText, Timer, type Store} from "../../src/presenter/timer.svelte.ts";

const MINUTE = 60_000;

function timed(store: Store = localStorage) {
  let now = 1_700_000_000_000;
  const timer = () =>
    new Timer(
      () => now,
      () => store,
    );
  return {timer, pass: (ms: number) => void (now += ms)};
}

describe("the timer", () => {
  it("counts what has passed while it ran, and nothing else", () => {
    localStorage.clear();
    const {timer: make, pass} = timed();
    const timer = make();
    pass(5000);
    timer.start();
    pass(90_000);
    timer.tick();
    expect(timer.elapsed).toBe(90_000);
    timer.pause();
    pass(60_000);
    timer.tick();
    expect(timer.elapsed).toBe(90_000);
    timer.toggle();
    pass(1000);
    timer.tick();
    expect(timer.elapsed).toBe(91_000);
    timer.reset();
    pass(2000);
    timer.tick();
    expect([timer.elapsed, timer.running]).toEqual([2000, true]);
  });

  it("goes on in a window that is loaded again", () => {
    localStorage.clear();
    const {timer: make, pass} = timed();
    const before = make();
    before.aimFor(20);
    before.start();
    pass(MINUTE);
    const after = make();
    expect([after.running, after.elapsed, after.target]).toEqual([true, MINUTE, 20]);
  });

  it("warns shortly before the end, and says how far over it is", () => {
    localStorage.clear();
    const {timer: make, pass} = timed();
    const timer = make();
    timer.aimFor(10);
    timer.start();
    const after = (minutes: number) => {
      pass(minutes * MINUTE);
      timer.tick();
      return timer.warning;
    };
    expect([after(8), after(1.5), after(1)]).toEqual(["none", "close", "over"]);
    expect(timer.left).toBe(-0.5 * MINUTE);
    timer.aimFor(0);
    expect([timer.warning, timer.left]).toEqual(["none", null]);
  });

  it.each([
    [
      "refuses",
      {
        getItem: () => {
          throw new Error("refused");
        },
        setItem: () => {
          throw new Error("refused");
        },
      },
    ],
    ["holds something else", {getItem: () => '{"passed":"x"}', setItem: () => {}}],
    ["holds no JSON", {getItem: () => "{", setItem: () => {}}],
  ])("does without a store that %s", (_, store) => {
    const {timer: make, pass} = timed(store);
    const timer = make();
    timer.start();
    pass(3000);
    timer.tick();
    expect(timer.elapsed).toBe(3000);
  });
});

it.each([
  [0, "0:00"],
  [59_999, "0:59"],
  [61_000, "1:01"],
  [3_661_000, "1:01:01"],
  [-30_000, "0:30"],
])("%i ms read %s", (ms, text) => expect(clockText(ms)).toBe(text));
