import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {Frames} from "../../src/state/frames.ts";
import {grip, listen} from "../../src/timeline/gestures.ts";
import {FakeClock} from "../state/fixture.ts";

let clock: FakeClock;
let frames: Frames;
let node: HTMLElement;
let done: string[];
let stop = () => {};
beforeEach(() => {
  clock = new FakeClock();
  frames = new Frames(clock.request);
  node = document.createElement("div");
  done = [];
});
afterEach(() => stop());

function surface(): void {
  const log =
    (name: string) =>
    (...values: unknown[]) =>
      void done.push([name, ...values].join(" "));
  const names = ["scrub", "hold", "tap", "hover", "leave", "zoom", "pan"] as const;
  const calls = Object.fromEntries(names.map((name) => [name, log(name)])) as unknown as Record<
    (typeof names)[number],
    () => void
  >;
  stop = listen(node, frames, calls);
}
function pointer(type: string, x: number, more: {y?: number; pointerType?: string; pointerId?: number} = {}): void {
  const {y = 5, pointerType = "mouse", pointerId = 1} = more;
  const event = new MouseEvent(type, {clientX: x, clientY: y, button: 0, bubbles: true});
  node.dispatchEvent(Object.assign(event, {pointerId, pointerType}));
}
const wheel = (init: WheelEventInit) => node.dispatchEvent(new WheelEvent("wheel", {cancelable: true, ...init}));
const take = () => done.splice(0);

describe("a surface", () => {
  it("moves once a frame, to where the pointer was last", () => {
    surface();
    pointer("pointerdown", 100);
    for (let x = 101; x <= 110; x++) pointer("pointermove", x);
    expect(take()).toEqual(["leave", "hold true"]);
    clock.frame(16);
    expect(take()).toEqual(["scrub 110"]);
    pointer("pointermove", 120);
    pointer("pointermove", 130);
    clock.frame(32);
    expect(take()).toEqual(["scrub 130"]);
  });

  it("is where the pointer let it go, without another frame", () => {
    surface();
    pointer("pointerdown", 100);
    pointer("pointermove", 140);
    pointer("pointerup", 140);
    expect(take()).toEqual(["leave", "hold true", "scrub 140", "hold false"]);
    clock.frame(16);
    expect(take()).toEqual([]);
  });

  it("forgets a movement that the system took back", () => {
    surface();
    pointer("pointerdown", 100);
    pointer("pointermove", 140);
    pointer("pointercancel", 140);
    clock.frame(16);
    expect(take()).toEqual(["leave", "hold true", "hold false"]);
  });

  it("points out once a frame, and nothing after the pointer left", () => {
    surface();
    pointer("pointermove", 10);
    pointer("pointermove", 20);
    clock.frame(16);
    expect(take()).toEqual(["hover 20 5"]);
    pointer("pointermove", 30);
    pointer("pointerleave", 30);
    clock.frame(32);
    expect(take()).toEqual(["leave"]);
  });

  it("loses no turn of the wheel between two frames, and takes them in their order", () => {
    surface();
    wheel({deltaX: 7});
    wheel({ctrlKey: true, deltaY: 10, clientX: 50});
    wheel({deltaX: 5});
    expect(take()).toEqual([]);
    clock.frame(16);
    expect(take()).toEqual(["pan 7", `zoom 50 ${Math.exp(0.06)}`, "pan 5"]);
  });

  it("takes all of a pinch, also what came after the last frame", () => {
    surface();
    const finger = (type: string, pointerId: number, x: number) => pointer(type, x, {pointerType: "touch", pointerId});
    finger("pointerdown", 1, 100);
    finger("pointerdown", 2, 200);
    finger("pointermove", 2, 300);
    expect(take()).toEqual(["hold true", "leave"]);
    finger("pointerup", 1, 100);
    finger("pointerup", 2, 300);
    expect(take()).toEqual(["zoom 200 0.5", "pan -50", "hold false"]);
  });
});

describe("a grip", () => {
  it("moves once a frame by how far the pointer has come, and ends where it was let go", () => {
    stop = grip(node, frames, {
      begin: () => 1000,
      move: (from, dx) => void done.push(`${from} ${dx}`),
      end: () => void done.push("end"),
    });
    pointer("pointerdown", 50);
    pointer("pointermove", 60);
    pointer("pointermove", 75);
    clock.frame(16);
    expect(take()).toEqual(["1000 25"]);
    pointer("pointermove", 40);
    pointer("pointerup", 40);
    expect(take()).toEqual(["1000 -10", "end"]);
    pointer("pointermove", 90);
    clock.frame(32);
    expect(take()).toEqual([]);
  });
});
