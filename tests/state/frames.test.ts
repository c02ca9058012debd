import {describe, expect, it, vi} from "vitest";
import {Frames} from "../../src/state/frames.ts";
import {FakeClock} from "./fixture.ts";

function make() {
  const clock = new FakeClock();
  const done: string[] = [];
  const log = (text: string) => () => void done.push(text);
  return {clock, frames: new Frames(clock.request), done, log};
}

describe("one step a frame", () => {
  it("is the latest of ten", () => {
    const {clock, frames, done, log} = make();
    for (let i = 1; i <= 10; i++) frames.latest("drag", log(`to ${i}`));
    expect(done).toEqual([]);
    clock.frame(16);
    expect(done).toEqual(["to 10"]);
    clock.frame(32);
    expect(done).toEqual(["to 10"]);
  });

  it("comes of each kind, in the order in which they were last asked for", () => {
    const {clock, frames, done, log} = make();
    frames.latest("drag", log("old drag"));
    frames.latest("pan", log("pan"));
    frames.latest("drag", log("drag"));
    clock.frame(16);
    expect(done).toEqual(["pan", "drag"]);
  });

  it("takes along all that adds up", () => {
    const {clock, frames} = make();
    let sum = 0;
    let steps = 0;
    const run = (values: readonly number[]) => {
      steps++;
      sum += values.reduce((a, b) => a + b);
    };
    for (const by of [1, 2, 3]) frames.gather("wheel", by, run);
    clock.frame(16);
    frames.gather("wheel", 10, run);
    clock.frame(32);
    expect([steps, sum]).toEqual([2, 16]);
  });

  it("leaves what a step asks for to the next frame", () => {
    const {clock, frames, done, log} = make();
    frames.latest("a", () => {
      done.push("first");
      frames.latest("a", log("second"));
    });
    clock.frame(16);
    expect(done).toEqual(["first"]);
    clock.frame(32);
    expect(done).toEqual(["first", "second"]);
  });

  it("asks for no frame when there is nothing to do", () => {
    const {clock, frames, log} = make();
    expect(clock.idle).toBe(true);
    frames.latest("a", log("a"));
    expect(clock.idle).toBe(false);
    frames.drop("a");
    expect(clock.idle).toBe(true);
    frames.latest("a", log("a"));
    clock.frame(16);
    expect(clock.idle).toBe(true);
  });
});

describe("what cannot wait", () => {
  it("finds done what was asked for before it, once", () => {
    const {clock, frames, done, log} = make();
    frames.latest("drag", log("drag"));
    frames.latest("pan", log("pan"));
    frames.flush("pan");
    expect(done).toEqual(["pan"]);
    frames.flush();
    clock.frame(16);
    expect(done).toEqual(["pan", "drag"]);
  });

  it("is a press, a key or a choice within a guarded node, before anything there hears of it", () => {
    const {clock, frames, done, log} = make();
    const host = document.createElement("div");
    const button = host.appendChild(document.createElement("button"));
    const stop = frames.guard(host);
    button.addEventListener("keydown", log("key"));
    frames.latest("drag", log("drag"));
    button.dispatchEvent(new Event("keydown"));
    expect(done).toEqual(["drag", "key"]);
    stop();
    frames.latest("drag", log("late"));
    button.dispatchEvent(new Event("keydown"));
    expect(done).toEqual(["drag", "key", "key"]);
    clock.frame(16);
    expect(done.at(-1)).toBe("late");
  });

  it("is told of, but not as a key that is held down repeats itself", () => {
    const acted = vi.fn();
    const host = document.createElement("div");
    const stop = new Frames(new FakeClock().request, acted).guard(host);
    host.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowLeft"}));
    for (let i = 0; i < 9; i++) host.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowLeft", repeat: true}));
    expect(acted).toHaveBeenCalledTimes(1);
    host.dispatchEvent(new MouseEvent("pointerdown"));
    expect(acted).toHaveBeenCalledTimes(2);
    host.dispatchEvent(new Event("change"));
    host.dispatchEvent(new MouseEvent("click"));
    expect(acted).toHaveBeenCalledTimes(2);
    stop();
    host.dispatchEvent(new MouseEvent("pointerdown"));
    expect(acted).toHaveBeenCalledTimes(2);
  });
});

describe("the clock to play by", () => {
  it("comes after what the reader did, in the same frame, with its time", () => {
    const {clock, frames, done, log} = make();
    frames.next((time) => done.push(`tick ${time}`));
    frames.latest("drag", log("drag"));
    clock.frame(16);
    expect(done).toEqual(["drag", "tick 16"]);
    expect(clock.idle).toBe(true);
  });

  it("does not tick when the reader's own step called it off", () => {
    const {clock, frames, done} = make();
    const stop = frames.next(() => done.push("tick"));
    frames.latest("pause", stop);
    clock.frame(16);
    expect(done).toEqual([]);
  });

  it("goes on when a step fails", () => {
    const {clock, frames, done, log} = make();
    frames.next(log("tick"));
    frames.latest("bad", () => {
      throw new Error("bad step");
    });
    expect(() => clock.frame(16)).toThrow("bad step");
    expect(done).toEqual(["tick"]);
  });

  it("goes on while something else is flushed or dropped", () => {
    const {clock, frames, done, log} = make();
    frames.next(log("tick"));
    frames.latest("drag", log("drag"));
    frames.flush();
    clock.frame(16);
    expect(done).toEqual(["drag", "tick"]);
  });
});
