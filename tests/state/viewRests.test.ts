import {flushSync} from "svelte";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {DAY} from "../../src/data/calendar.ts";
import type {ViewState} from "../../src/data/viewState.ts";
import {Session} from "../../src/state/session.svelte.ts";
import {whenViewRests} from "../../src/state/viewRests.svelte.ts";
import {BASE, fakeFetch, FakeClock} from "./fixture.ts";
import {rooted} from "./pair.svelte.ts";

let session: Session;
let heard: ViewState[];
let stop: () => void;

beforeEach(async () => {
  fakeFetch();
  session = new Session(new FakeClock().request);
  await session.open("data/story.json", BASE, {});
  vi.useFakeTimers();
  heard = [];
  stop = rooted(() => whenViewRests(session, (view) => heard.push(view)));
  pass(300);
  heard.length = 0;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function pass(ms: number): void {
  flushSync();
  vi.advanceTimersByTime(ms);
  flushSync();
}

describe("a view that comes to rest", () => {
  it("is told once, as it is then, however often its window moved", () => {
    const [start, end] = session.selection.window;
    for (let step = 1; step <= 40; step++) {
      session.selection.setWindow(start, end + step * DAY);
      pass(16);
    }
    expect(heard).toEqual([]);
    pass(300);
    expect(heard).toEqual([session.view]);
    expect(heard[0].time).toBeDefined();
    pass(5000);
    expect(heard).toHaveLength(1);
  });

  const changes: [name: keyof ViewState, change: () => void][] = [
    ["time", () => session.selection.setWindow(session.selection.window[0], session.selection.window[1] + DAY)],
    ["mode", () => (session.selection.mode = "slide")],
    ["speed", () => (session.player.speed *= 2)],
    ["event", () => session.selection.select(session.selection.row + 1)],
    ["place", () => session.selection.choosePlace(1)],
    ["panel", () => session.selection.openPanel("list")],
    ["q", () => session.selection.search("drone")],
    ["show", () => session.selection.setShow({country: ["Syria"]})],
    ["extent", () => session.axis.zoomTo([session.selection.window[0], session.selection.window[0] + 20 * DAY])],
    ["timeline", () => (session.axis.mode = session.view.timeline === "lanes" ? "columns" : "lanes")],
    ["map", () => session.camera.set({zoom: 6, lat: 33, lng: 44})],
    ["view", () => (session.settings.mode = "present")],
    ["theme", () => (session.settings.theme = "dark")],
    ["lang", () => (session.settings.language = "ar")],
    ["step", () => (session.view = {view: "present", step: 3})],
  ];
  it.each(changes)("is told when its %s has changed", (name, change) => {
    const before = session.view;
    change();
    expect(session.view[name], "the change is one").not.toEqual(before[name]);
    pass(300);
    expect(heard).toEqual([session.view]);
  });

  it("is told no more when it is listened to no more", () => {
    session.settings.theme = "dark";
    flushSync();
    stop();
    pass(1000);
    expect(heard).toEqual([]);
  });
});
