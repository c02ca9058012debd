import {flushSync} from "svelte";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {Player} from "../../src/state/player.svelte.ts";
import {Told, type Tally} from "../../src/state/told.svelte.ts";
import {at, DAY} from "../data/fixture.ts";
import {FakeClock, hundredDays} from "./fixture.ts";
import {follow} from "./pair.svelte.ts";

const FROM = at("2024-01-01");
const FRAME = 16;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A record whose window, a week, goes on by an hour a frame; what was said of it, and when. */
function moving() {
  const selection = hundredDays();
  selection.setWindow(FROM, FROM + 7 * DAY);
  const player = new Player(selection, new FakeClock().request);
  const told = new Told(selection, player);
  const said: {window: readonly [number, number]; tally: Tally}[] = [];
  const stop = follow(() => {
    said.push({window: told.window, tally: told.tally!});
  });
  flushSync();
  const frames = (n: number) => {
    for (let i = 0; i < n; i++) {
      vi.advanceTimersByTime(FRAME);
      selection.moveBy(DAY / 24);
      flushSync();
    }
  };
  return {selection, player, told, said, frames, stop};
}

/** Every third day has an event. */
const eventsIn = ([from, to]: readonly [number, number]) =>
  Array.from({length: 34}, (_, i) => FROM + 3 * i * DAY).filter((time) => time >= from && time < to).length;

describe("what is said of a window", () => {
  it("follows it at once as it is moved now and then", () => {
    const {selection, told, stop} = moving();
    for (let day = 1; day < 9; day++) {
      vi.advanceTimersByTime(200);
      selection.moveBy(DAY);
      flushSync();
      expect(told.window).toEqual([FROM + day * DAY, FROM + (day + 7) * DAY]);
    }
    stop();
  });

  it("follows one that moves with every frame about six times a second, and to its end", () => {
    const {selection, told, said, frames, stop} = moving();
    frames(5);
    const before = said.length;
    frames(62);
    const seconds = (62 * FRAME) / 1000;
    expect((said.length - before) / seconds).toBeGreaterThan(4.5);
    expect((said.length - before) / seconds).toBeLessThan(7);
    expect(told.window).not.toEqual(selection.window);
    vi.advanceTimersByTime(167);
    flushSync();
    expect(told.window).toEqual(selection.window);
    expect(said.at(-1)!.window).toEqual(selection.window);
    stop();
  });

  it("says at once what comes of a key, however fast the keys come", () => {
    const {selection, told, frames, stop} = moving();
    frames(20);
    for (let key = 0; key < 20; key++) {
      vi.advanceTimersByTime(5);
      told.acted();
      selection.moveBy(DAY);
      flushSync();
      expect(told.window).toEqual(selection.window);
    }
    stop();
  });

  it("counts what its own window holds, whatever the page shows by then", () => {
    const {said, frames, stop} = moving();
    frames(200);
    expect(said.length).toBeGreaterThan(20);
    for (const {window, tally} of said) {
      expect(tally.events).toBe(eventsIn(window));
      expect(tally.bySeries.reduce((sum, n) => sum + n, 0)).toBe(tally.events);
    }
    stop();
  });

  it.each([
    ["paused", (made: ReturnType<typeof moving>) => made.player.pause()],
    ["taken hold of", (made: ReturnType<typeof moving>) => (made.player.held = true)],
    ["filtered", (made: ReturnType<typeof moving>) => made.selection.toggle("kind", ["strike"])],
  ])("follows at once when the record is %s", (_, act) => {
    const made = moving();
    const {selection, told, frames, stop, player} = made;
    player.play();
    frames(10);
    while (told.window[0] === selection.window[0]) frames(1);
    act(made);
    flushSync();
    expect(told.window).toEqual(selection.window);
    stop();
  });
});
