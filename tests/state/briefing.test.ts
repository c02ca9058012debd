import {flushSync} from "svelte";
import {afterEach, describe, expect, it, vi} from "vitest";
import {formatPeriod} from "../../src/data/period.ts";
import {Briefing, MOVE_MS} from "../../src/state/briefing.svelte.ts";
import {Session} from "../../src/state/session.svelte.ts";
import {BASE, fakeFetch, FakeClock} from "./fixture.ts";

afterEach(() => void vi.unstubAllGlobals());

const STORY = {
  data: "rows.csv",
  mapping: {id: "id", start: "date"},
  chapters: [
    {title: "One", text: "", view: {time: "2024-01-01..2024-01-10", event: "a"}},
    {title: "Two", text: "", view: {time: "2024-01-01..2024-03-10", map: [6.12345, 33.123456, 44]}},
    {title: "Three", text: "", view: {time: "2024-02-01..2024-04-09", mode: "slide", q: "b"}},
    {title: "Four", text: "", view: {time: "2024-01-01..2024-01-10"}},
  ],
};
const ROWS = "id,date\na,2024-01-01\nb,2024-03-02\nc,2024-04-09\n";
const DAY = 86_400_000;

async function briefed(story: object = STORY) {
  fakeFetch({"own.json": JSON.stringify(story), "rows.csv": ROWS});
  const clock = new FakeClock();
  const session = new Session(clock.request);
  await session.open("own.json", BASE, {view: "present"});
  const briefing = new Briefing(session);
  const time = () => formatPeriod(session.selection.window);
  /** Frames at 60 a second, the first at `from` ms. */
  const run = (from: number, to: number) => clock.run(from, to, 60);
  return {session, clock, briefing, time, run};
}

describe("a step", () => {
  it("ends at just its chapter's view, wherever it came from", async () => {
    const {session, briefing, time, run} = await briefed();
    let now = 0;
    for (const step of [2, 3, 1, 4, 3, 2, 1]) {
      briefing.go(step);
      expect(briefing.step).toBe(step);
      run(now, (now += MOVE_MS + 50));
      expect([time(), briefing.moving, briefing.isAway]).toEqual([STORY.chapters[step - 1]!.view.time, false, false]);
      expect(session.view.step).toBe(step);
    }
  });

  it("carries the window there in the time that it says, ever onwards and through what lies between", async () => {
    const {session, briefing, clock} = await briefed();
    const [, from] = session.selection.window;
    briefing.go(2);
    const seen: number[] = [];
    for (let time = 0; time <= MOVE_MS; time += 50) {
      clock.frame(time);
      seen.push(session.selection.playhead);
    }
    expect(seen[0]).toBe(from);
    expect(seen.at(-1)).toBe(Date.UTC(2024, 2, 11));
    expect(seen.every((at, i) => i === 0 || at >= seen[i - 1]!)).toBe(true);
    const halfway = seen[Math.floor(seen.length / 2)]!;
    expect(halfway).toBeGreaterThan(from + 10 * DAY);
    expect(halfway).toBeLessThan(seen.at(-1)! - 10 * DAY);
    expect(clock.idle).toBe(true);
  });

  it("is where it is to be though its chapter asks for what there is not", async () => {
    const asked = {time: "2020-01-01..2030-01-01", event: "gone", place: "nowhere", show: {nothing: ["x"]}};
    const {session, briefing, run} = await briefed({
      ...STORY,
      chapters: [STORY.chapters[0], {title: "Lost", text: "", view: asked}],
    });
    briefing.go(2);
    run(0, MOVE_MS + 50);
    expect([briefing.step, briefing.isAway]).toEqual([2, false]);
    session.selection.select(1);
    flushSync();
    expect(briefing.isAway).toBe(true);
    briefing.comeBack();
    expect(briefing.isAway).toBe(false);
  });

  it("is not a chapter's way to play, or to change the language, the theme or the data", async () => {
    const theirs = {play: 1, lang: "ar", theme: "light", data: "https://evil.example/x.csv", view: "explore", step: 1};
    const {session, briefing} = await briefed({
      ...STORY,
      chapters: [STORY.chapters[0], {title: "Sly", text: "", view: {time: "2024-01-01..2024-02-10", ...theirs}}],
    });
    briefing.go(2, "cut");
    const {player, settings} = session;
    expect([player.playing, settings.language, settings.theme, settings.mode]).toEqual([
      false,
      null,
      "auto",
      "present",
    ]);
    expect(session.view).toEqual({view: "present", step: 2});
  });

  it("sets everything but the window at once", async () => {
    const {session, briefing} = await briefed();
    briefing.go(3);
    expect([session.selection.q, session.selection.mode, briefing.moving]).toEqual(["b", "slide", true]);
    expect(briefing.isAway).toBe(false);
  });

  it("cuts where it is asked to, and where the reader wants no motion", async () => {
    const {session, briefing, time, clock} = await briefed();
    briefing.go(2, "cut");
    expect([time(), briefing.moving]).toEqual([STORY.chapters[1]!.view.time, false]);
    session.settings.reducedMotion = true;
    briefing.go(1);
    expect([time(), briefing.moving, clock.idle]).toEqual([STORY.chapters[0]!.view.time, false, true]);
  });

  it("sets off from where things are when another is still under way", async () => {
    const {session, briefing, time, clock, run} = await briefed();
    briefing.go(2);
    run(0, MOVE_MS / 2);
    const between = session.selection.playhead;
    expect(between).toBeGreaterThan(Date.UTC(2024, 0, 12));
    briefing.go(1);
    clock.frame(5000);
    expect(Math.abs(session.selection.playhead - between)).toBeLessThan(DAY);
    run(5016, 5000 + MOVE_MS + 50);
    expect([time(), briefing.isAway]).toEqual([STORY.chapters[0]!.view.time, false]);
  });

  it.each([
    ["scrubs", (session: Session) => session.selection.seek(Date.UTC(2024, 1, 1))],
    ["plays", (session: Session) => session.player.play()],
  ])("leaves the window to a reader who %s midway", async (_, act) => {
    const {session, briefing, run} = await briefed();
    briefing.go(2);
    run(0, 300);
    session.player.speed = 0.5;
    act(session);
    run(310, 2000);
    expect([briefing.moving, briefing.isAway]).toEqual([false, true]);
    expect(session.selection.playhead).toBeLessThan(Date.UTC(2024, 1, 5));
    session.player.pause();
    briefing.comeBack();
    run(3000, 4000);
    expect([formatPeriod(session.selection.window), briefing.isAway]).toEqual([STORY.chapters[1]!.view.time, false]);
  });
});

describe("a briefing", () => {
  it("goes on from its step while it is away, and stays within the chapters", async () => {
    const {session, briefing} = await briefed();
    const steps: number[] = [];
    const note = () => steps.push(briefing.step);
    (briefing.previous(), note());
    (briefing.next(), note());
    session.selection.setWindow(Date.UTC(2024, 1, 2), Date.UTC(2024, 1, 3));
    (briefing.next(), note());
    (briefing.last(), note());
    (briefing.next(), note());
    (briefing.go(99), note());
    (briefing.go(-3), note());
    (briefing.go(Number.NaN), note());
    (briefing.go(3), note());
    (briefing.first(), note());
    expect(steps).toEqual([1, 2, 3, 4, 4, 4, 1, 1, 3, 1]);
    expect(briefing.count).toBe(4);
  });

  it("is away for another event, search or map, and not for another speed, language or theme", async () => {
    const {session, briefing} = await briefed();
    briefing.go(1, "cut");
    const {selection, settings, player, camera} = session;
    for (const [away, act] of [
      [false, () => (player.speed = 64)],
      [false, () => (settings.theme = "light")],
      [false, () => (settings.language = "fr")],
      [false, () => selection.openPanel("none")],
      [true, () => selection.select(1)],
      [true, () => selection.search("c")],
      [true, () => camera.set({zoom: 4, lat: 1, lng: 2})],
    ] as const) {
      briefing.comeBack();
      flushSync();
      act();
      expect([away, briefing.isAway]).toEqual([away, away]);
    }
    briefing.comeBack();
    expect([settings.theme, settings.language]).toEqual(["light", "fr"]);
  });

  it("takes a chapter's map as it is written, and notices when it has been left for the story's", async () => {
    const {session, briefing} = await briefed();
    briefing.go(2, "cut");
    expect(session.camera.position).toEqual({zoom: 6.12345, lat: 33.123456, lng: 44});
    expect(briefing.isAway).toBe(false);
    session.camera.set(null);
    expect(briefing.isAway).toBe(true);
  });

  it("has nowhere to go where a story has no chapters", async () => {
    const {session, briefing, time} = await briefed({...STORY, chapters: []});
    const before = time();
    briefing.next();
    briefing.go(1);
    briefing.last();
    briefing.comeBack();
    expect([briefing.step, briefing.count, briefing.isAway, time(), session.notice]).toEqual([
      0,
      0,
      false,
      before,
      null,
    ]);
  });

  it("moves nothing any more when it is over", async () => {
    const {session, briefing, clock} = await briefed();
    briefing.go(2);
    clock.frame(0);
    clock.frame(300);
    const before = session.selection.window;
    briefing.destroy();
    clock.frame(600);
    expect([session.selection.window, clock.idle]).toEqual([before, true]);
  });
});
