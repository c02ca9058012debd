import {describe, expect, it} from "vitest";
import {Player} from "../../src/state/player.svelte.ts";
import {at, DAY} from "../data/fixture.ts";
import {FakeClock, hundredDays} from "./fixture.ts";

const FROM = at("2024-01-01");
const day = (i: number) => FROM + i * DAY;

function make(start: number, end: number, mode: "accumulate" | "slide" = "accumulate") {
  const selection = hundredDays();
  selection.setWindow(day(start), day(end));
  selection.mode = mode;
  const clock = new FakeClock();
  const player = new Player(selection, clock.request);
  return {selection, clock, player, days: () => selection.window.map((time) => (time - FROM) / DAY)};
}

describe("playing", () => {
  it.each([1, 7, 30, 60, 144])("goes as far in ten seconds at %d frames a second", (fps) => {
    const {clock, player, days} = make(0, 10);
    player.speed = 4;
    player.play();
    clock.run(5000, 15_000, fps);
    expect(days()[1]).toBeGreaterThan(50 - 4 / fps - 1e-6);
    expect(days()[1]).toBeLessThan(50 + 1e-6);
    expect(days()[0]).toBe(0);
  });

  it("loses no time to frames that come late, whatever time the clock starts at", () => {
    for (const first of [0, 1e9]) {
      const {clock, player, days} = make(0, 10);
      player.speed = 2;
      player.play();
      for (const time of [0, 16, 32, 3000, 3016, 4990, 5000]) clock.frame(first + time);
      expect(days()[1]).toBeCloseTo(20, 6);
    }
  });

  it("does not go on from what was before a pause", () => {
    const {clock, player, days} = make(0, 10);
    player.speed = 1;
    player.play();
    clock.frame(1000);
    clock.frame(2000);
    player.pause();
    player.play();
    clock.frame(99_000);
    clock.frame(100_000);
    expect(days()[1]).toBeCloseTo(12, 6);
  });

  it("follows the speed as it is changed", () => {
    const {clock, player, days} = make(0, 10);
    player.speed = 1;
    player.play();
    clock.frame(0);
    clock.frame(1000);
    player.speed = 8;
    clock.frame(2000);
    expect(days()[1]).toBeCloseTo(19, 6);
  });

  it("slides the window and keeps its length", () => {
    const {clock, player, days} = make(0, 7, "slide");
    player.speed = 3;
    player.play();
    clock.run(0, 4500, 60);
    expect(days()[1]! - days()[0]!).toBeCloseTo(7, 6);
    expect(days()[1]).toBeCloseTo(20.5, 1);
    player.pause();
    expect(days()).toEqual([14, 21]);
  });

  it("stops at the end, on the last day", () => {
    for (const mode of ["accumulate", "slide"] as const) {
      const {clock, player, days} = make(90, 97, mode);
      player.speed = 16;
      player.play();
      clock.run(0, 3000, 60);
      expect([player.playing, clock.idle, days()]).toEqual([false, true, [mode === "slide" ? 93 : 90, 100]]);
    }
  });

  it("starts again from the start of the window when it stands at the end", () => {
    const {player, days} = make(30, 100);
    player.play();
    expect(days()).toEqual([30, 31]);
  });

  it("starts again from the start of the record when the window is its last day", () => {
    const {clock, player, days} = make(99, 100);
    player.play();
    clock.frame(0);
    expect([player.playing, days()]).toEqual([true, [0, 1]]);
  });

  it("starts a sliding window again from the start of the record", () => {
    const {player, days} = make(93, 100, "slide");
    player.play();
    expect(days()).toEqual([0, 7]);
  });

  it("waits while the reader holds the playhead, and plays on from where it was put", () => {
    const {selection, clock, player, days} = make(0, 10);
    player.speed = 1;
    player.play();
    clock.frame(0);
    player.held = true;
    clock.frame(1000);
    clock.frame(5000);
    expect([player.playing, days()]).toEqual([true, [0, 10]]);
    selection.seek(day(40));
    player.held = false;
    clock.frame(6000);
    expect(days()[1]).toBeCloseTo(41, 6);
  });

  it("goes by whole days where movement is unwelcome, and as fast", () => {
    const {clock, player, days} = make(0, 10);
    player.stepwise = true;
    player.speed = 2;
    player.play();
    const seen = new Set<number>();
    for (let time = 0; time <= 5000; time += 16) {
      clock.frame(time);
      seen.add(days()[1]!);
    }
    expect([...seen]).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    clock.frame(5001);
    expect(days()[1]).toBe(20);
  });

  it("rests on a whole day when it is paused", () => {
    const {clock, player, days} = make(0, 10);
    player.speed = 1;
    player.play();
    clock.frame(0);
    clock.frame(300);
    expect(days()[1]).toBeCloseTo(10.3, 6);
    player.pause();
    expect([player.playing, clock.idle, days()]).toEqual([false, true, [0, 11]]);
  });

  it("is one play, however often it is asked for", () => {
    const {clock, player, days} = make(0, 10);
    player.speed = 1;
    player.play();
    player.play();
    clock.frame(0);
    clock.frame(1000);
    expect(days()[1]).toBeCloseTo(11, 6);
    player.toggle();
    expect(player.playing).toBe(false);
    player.pause();
    player.toggle();
    expect(player.playing).toBe(true);
  });
});
