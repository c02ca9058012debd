import {describe, expect, it} from "vitest";
import {swiped, swipes} from "../../src/present/swipe.ts";

describe("a finger's way", () => {
  it.each([
    ["to the left", {dx: -120, dy: 10, ms: 200}, -1],
    ["to the right", {dx: 120, dy: -30, ms: 200}, 1],
    ["too short", {dx: 30, dy: 0, ms: 100}, 0],
    ["too slow: it drags", {dx: 300, dy: 0, ms: 1500}, 0],
    ["more down than across", {dx: 80, dy: 70, ms: 200}, 0],
  ] as const)("%s", (_, way, direction) => expect(swiped(way)).toBe(direction));
});

describe("swipes on a node", () => {
  function make() {
    document.body.innerHTML = `<main><p>text</p><section class="plot"><b>plot</b></section></main>`;
    const main = document.querySelector("main")!;
    const seen: number[] = [];
    const stop = swipes(main, {apart: ".plot", still: ".map"}, (direction) => seen.push(direction));
    let now = 0;
    const fire = (type: string, on: string, x: number, more: {pointerId?: number; pointerType?: string} = {}) => {
      const event = new MouseEvent(type, {bubbles: true, clientX: x, clientY: 50});
      Object.assign(event, {pointerId: 1, pointerType: "touch", ...more});
      Object.defineProperty(event, "timeStamp", {value: (now += 100)});
      document.querySelector(on)!.dispatchEvent(event);
    };
    return {seen, fire, stop};
  }

  it("are told once each, until it is stopped", () => {
    const {seen, fire, stop} = make();
    for (const x of [10, 200]) {
      fire("pointerdown", "p", 100);
      fire("pointerup", "p", x);
    }
    expect(seen).toEqual([-1, 1]);
    stop();
    fire("pointerdown", "p", 100);
    fire("pointerup", "p", 10);
    expect(seen).toEqual([-1, 1]);
  });

  it("are none when they begin on the plot, by mouse, with two fingers, or when the browser takes them", () => {
    const {seen, fire} = make();
    fire("pointerdown", "b", 100);
    fire("pointerup", "b", 10);
    fire("pointerdown", "p", 100, {pointerType: "mouse"});
    fire("pointerup", "p", 10, {pointerType: "mouse"});
    fire("pointerdown", "p", 100);
    fire("pointerdown", "p", 120, {pointerId: 2});
    fire("pointerup", "p", 10);
    fire("pointerup", "p", 30, {pointerId: 2});
    fire("pointerdown", "p", 100);
    fire("pointercancel", "p", 10);
    expect(seen).toEqual([]);
  });

  it("keep one finger from moving the map, and let two do it", () => {
    document.body.innerHTML = `<main><div class="map"><i></i></div></main>`;
    const main = document.querySelector("main")!;
    swipes(main, {apart: ".plot", still: ".map"}, () => {});
    const moves: string[] = [];
    const map = document.querySelector(".map")!;
    for (const type of ["pointermove", "pointerdown", "click"]) map.addEventListener(type, () => moves.push(type));
    const fire = (type: string, pointerId: number, pointerType = "touch") =>
      document
        .querySelector("i")!
        .dispatchEvent(Object.assign(new MouseEvent(type, {bubbles: true}), {pointerId, pointerType}));
    fire("pointerdown", 1);
    fire("pointermove", 1);
    fire("click", 1);
    expect(moves).toEqual(["pointerdown", "click"]);
    fire("pointerdown", 2);
    fire("pointermove", 2);
    expect(moves.at(-1)).toBe("pointermove");
    fire("pointerup", 1);
    fire("pointerup", 2);
    fire("pointermove", 3, "mouse");
    expect(moves.filter((type) => type === "pointermove").length).toBe(2);
  });
});
