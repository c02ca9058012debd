import {readFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {afterEach, describe, expect, it, vi} from "vitest";
import {DAY} from "../../src/data/calendar.ts";
import {formatPeriod} from "../../src/data/period.ts";
import {storySchema} from "../../src/data/story.ts";
import type {ViewState} from "../../src/data/viewState.ts";
import {Session} from "../../src/state/session.svelte.ts";
import {decodeUrl, encodeUrl} from "../../src/state/url.ts";
import {BASE, fakeFetch, FakeClock} from "./fixture.ts";

const STORY = "data/story.json";
const FIRST = "2023-10-17..2023-12-08";
const EVENT = "2023-12-08-embassy-baghdad-rockets";

afterEach(() => void vi.unstubAllGlobals());

async function opened(view: ViewState = {}, files: Record<string, string | Promise<string>> = {}) {
  const asked = fakeFetch(files);
  const clock = new FakeClock();
  const session = new Session(clock.request);
  await session.open(STORY, BASE, view);
  return {session, clock, asked};
}

const idOf = (session: Session) => session.loaded!.dataset.id(session.selection.row);

describe("a session", () => {
  it("opens the shipped story in its own first view", async () => {
    const {session} = await opened();
    expect(session.status).toEqual({kind: "ready"});
    expect([session.notice, session.view, idOf(session), session.selection.panel]).toEqual([null, {}, EVENT, "event"]);
    expect(session.facets).toEqual(["status", "category", "actor_side", "weapon", "country"]);
    expect(session.certaintyFacet).toBe("status");
    expect(session.player.speed).toBe(2);
    expect(session.selection.counts!.rows).toEqual(session.loaded!.dataset.rows(...session.selection.window));
  });

  describe("at a chapter", () => {
    const truce = "2023-10-17..2023-11-30";

    it("shows the chapter's view, says no more of it than its number, and what differs", async () => {
      const {session} = await opened({view: "present", step: 4});
      expect(session.notice).toBeNull();
      expect([session.step, formatPeriod(session.selection.window)]).toEqual([4, truce]);
      expect(session.view).toEqual({view: "present", step: 4});
      session.selection.setWindow(session.selection.window[0], session.selection.window[1] + DAY);
      session.settings.theme = "light";
      const view = session.view;
      expect(view).toEqual({view: "present", step: 4, time: "2023-10-17..2023-12-01", theme: "light"});
      session.view = {view: "present", step: 5};
      expect(formatPeriod(session.selection.window)).toBe(FIRST);
      session.view = decodeUrl("", `#${encodeUrl(view)}`).view;
      expect(session.view).toEqual(view);
    });

    it("begins with the first one where none is named, and names one that there is not", async () => {
      const {session} = await opened({view: "present"});
      expect([session.step, session.view]).toEqual([1, {view: "present", step: 1}]);
      session.view = {view: "scroll", step: 99};
      expect(session.notice).toEqual({code: "bad-parameters", names: ["step"]});
      expect([session.step, session.view]).toEqual([0, {view: "scroll"}]);
    });

    it("is taken once by a page that has no steps, and leaves with the whole view", async () => {
      const {session} = await opened({step: 4});
      expect([session.step, session.view.time, session.view.step]).toEqual([0, truce, undefined]);
      session.view = {view: "present", step: 4};
      session.selection.select(-1);
      const shown = session.view;
      session.view = {...shown, view: "explore"};
      expect([session.step, session.settings.mode, session.view.time, session.view.event]).toEqual([
        0,
        "explore",
        truce,
        "",
      ]);
    });

    it("goes by the reader's own ones where there are any, until another story is opened", async () => {
      const {session} = await opened();
      session.ownChapters = [{title: "Mine", text: "", events: [], view: {time: "2024-01-28..2024-01-28"}}];
      session.editing = true;
      session.view = {view: "present", step: 1};
      expect(formatPeriod(session.selection.window)).toBe("2024-01-28..2024-01-28");
      await session.open(STORY, BASE);
      expect([session.ownChapters, session.editing, session.chapters]).toEqual([
        null,
        false,
        session.loaded!.story.chapters,
      ]);
    });
  });

  it("has nothing to say before it is opened", () => {
    const session = new Session(new FakeClock().request);
    expect(session.status).toEqual({kind: "loading"});
    expect([session.loaded, session.facets, session.certaintyFacet]).toEqual([null, [], null]);
    session.view = {q: "x"};
    expect(session.selection.q).toBe("");
    expect(() => session.view).not.toThrow();
    session.undo();
    session.player.play();
    expect(session.player.playing).toBe(false);
  });

  it("fetches its sources once, and again after a failure", async () => {
    const files: Record<string, string | Promise<string>> = {};
    const {session, asked} = await opened({}, files);
    expect(asked).not.toContain("data/sources.csv");
    const broken = Promise.reject(new TypeError("network"));
    broken.catch(() => {});
    files["data/sources.csv"] = broken as Promise<string>;
    await session.loadSources();
    expect(session.sources).toBeNull();
    delete files["data/sources.csv"];
    await session.loadSources();
    await session.loadSources();
    expect(session.sources!.size).toBe(275);
    expect(asked.filter((path) => path.endsWith("sources.csv"))).toHaveLength(2);
  });
});

describe("a filter in a link", () => {
  it("is understood when its comma was escaped on the way", async () => {
    const {session} = await opened(decodeUrl("", "#show.status=us_official%2Cmedia_report").view);
    expect(session.selection.show).toEqual({status: ["us_official", "media_report"]});
  });
});

const events = readFileSync(join(import.meta.dirname, "../../data/events.csv"), "utf8");
const ids = events.match(/^20\d\d-\d\d-\d\d-[\w-]+/gm)!;

describe("the view of a session", () => {
  it.each<ViewState>([
    {},
    {time: "2023-11-01..2023-11-30"},
    {time: "2023-11-01T04:15..2023-11-30T10:00"},
    {mode: "slide", speed: 8, time: "2023-10-17..2023-10-23"},
    {event: ""},
    {event: "2023-10-18-al-asad-drones", panel: "list", time: FIRST + ""},
    {event: "", panel: "none"},
    {place: "al-asad", panel: "list"},
    {q: 'ain al-assad, "x" & y'},
    {show: {status: ["claim_only"], country: []}},
    {show: {weapon: [""]}},
    {extent: "2023-11-01..2023-11-30", timeline: "lanes"},
    {map: [6.5, 33.3152, 44.3661]},
    {theme: "dark", lang: "ar"},
    {data: "https://example.org/a.json"},
  ])("%j is what it says after it was opened in it", async (view) => {
    const {session} = await opened(view);
    const {time, ...rest} = view;
    expect(session.view).toEqual(time === FIRST ? rest : view);
    expect(session.notice).toBeNull();
  });

  it("leaves out what is the story's own, and what does not keep", async () => {
    const {session} = await opened({
      time: FIRST,
      event: EVENT,
      mode: "accumulate",
      speed: 2,
      panel: "event",
      play: 1,
      q: "",
    });
    expect(session.view).toEqual({});
    expect(session.player.playing).toBe(true);
  });

  it("says the ends that were open", async () => {
    expect((await opened({time: "2023-12-01.."})).session.view).toEqual({time: "2023-12-01..2024-02-09"});
    expect((await opened({time: "..2023-12"})).session.view).toEqual({time: "2023-10-17..2023-12-31"});
    expect((await opened({time: "1990..2050"})).session.view).toEqual({time: "2023-10-17..2024-02-09"});
  });

  it("widens the story's window to an event that it is asked for without a time", async () => {
    const {session} = await opened({event: "2024-01-28-tower22-drone"});
    const id = ids.find((id) => id.startsWith("2024-01-28"))!;
    session.view = {event: id};
    expect([idOf(session), session.view]).toEqual([id, {event: id, time: "2023-10-17..2024-01-28"}]);
    session.view = {event: id, time: "2023-11-01..2023-11-02"};
    expect([idOf(session), session.view]).toEqual([id, {event: id, time: "2023-11-01..2023-11-02"}]);
  });

  it("once settled is the same when it is set again, and through the address", async () => {
    const {session} = await opened();
    const day = fc.integer({min: -20, max: 140}).map((day) => Date.UTC(2023, 9, 17) + day * 86_400_000);
    const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
    const time = fc.tuple(day, day).map(([a, b]) => `${iso(Math.min(a, b))}..${iso(Math.max(a, b))}`);
    const values = fc.subarray(["us_official", "claim_only", "disputed", ""]);
    const view: fc.Arbitrary<ViewState> = fc.record(
      {
        time,
        extent: time,
        mode: fc.constantFrom("accumulate", "slide"),
        speed: fc.constantFrom(0.5, 2, 64),
        event: fc.constantFrom("", ...ids.slice(0, 30), "nothing"),
        place: fc.constantFrom("", "al-asad", "harir", "nowhere"),
        panel: fc.constantFrom("event", "list", "none"),
        show: fc.record({status: values, nothing: values, constructor: values}, {requiredKeys: []}),
        q: fc.string({unit: "grapheme", maxLength: 10}).map((q) => q.replace(/\p{Surrogate}/gu, "")),
        map: fc.tuple(
          fc.double({min: 0, max: 22, noNaN: true}),
          fc.double({min: -90, max: 90, noNaN: true}),
          fc.double({min: -180, max: 180, noNaN: true}),
        ),
        timeline: fc.constantFrom("columns", "lanes"),
        theme: fc.constantFrom("light", "dark", "auto"),
        lang: fc.constantFrom("en", "fr", "ar"),
      },
      {requiredKeys: []},
    );
    fc.assert(
      fc.property(view, (view) => {
        session.view = view;
        const settled = JSON.parse(JSON.stringify(session.view)) as ViewState;
        const window = [...session.selection.window];
        session.view = settled;
        expect(session.view).toEqual(settled);
        expect([...session.selection.window]).toEqual(window);
        session.view = decodeUrl("", `#${encodeUrl(settled)}`).view;
        expect(session.view).toEqual(settled);
      }),
      {numRuns: 150},
    );
  });

  it("names what it cannot show, and shows the rest", async () => {
    const {session} = await opened({
      event: "nothing",
      place: "nowhere",
      show: {nothing: ["x"], constructor: ["x"], status: ["claim_only"]},
      time: "soon",
      extent: "later",
    });
    expect(session.notice).toEqual({
      code: "bad-parameters",
      names: ["time", "extent", "show.nothing", "show.constructor", "event", "place"],
    });
    expect(session.view).toEqual({event: "", show: {status: ["claim_only"]}});
  });

  it("set while it plays is shown as it was set", async () => {
    const {session, clock} = await opened({play: 1});
    clock.run(0, 300, 60);
    session.view = {time: "2023-11-01T04:15..2023-11-30T10:00"};
    expect([session.player.playing, session.view]).toEqual([false, {time: "2023-11-01T04:15..2023-11-30T10:00"}]);
  });

  it("goes back and on again", async () => {
    const {session} = await opened();
    const views: ViewState[] = [{}, {q: "drones"}, {show: {status: ["disputed"]}, time: "2023-11-01..2023-11-30"}];
    for (const view of views) {
      session.view = view;
      session.history.record(session.view);
    }
    session.undo();
    expect(session.view).toEqual(views[1]);
    session.undo();
    expect(session.view).toEqual({});
    session.undo();
    session.redo();
    session.redo();
    expect(session.view).toEqual(views[2]);
  });

  describe("of a story that has its own", () => {
    const own = {
      data: "events.csv",
      mapping: {start: "start", certainty: "status", lat: "lat", lon: "lon"},
      view: {
        show: {status: ["a"]},
        panel: "none",
        lang: "fr",
        theme: "dark",
        map: [5, 33, 44],
        q: "x",
        timeline: "lanes",
      },
    };
    const files = {
      "s/story.json": JSON.stringify(own),
      "s/events.csv": "id,start,status,lat,lon\np,2023-10-17,a,33,44\nq,2023-10-18,b,33,44\nr,2023-10-18,b,34,44",
    };
    const open = async () => {
      fakeFetch(files);
      const session = new Session(new FakeClock().request);
      await session.open("s/story.json", BASE);
      return session;
    };

    it("is nothing until it is changed", async () => {
      const session = await open();
      expect(storySchema.safeParse(own).success).toBe(true);
      expect([session.view, session.selection.show, session.settings.lang]).toEqual([{}, {status: ["a"]}, "fr"]);
    });

    it("can be left for every default, also by way of the address", async () => {
      const session = await open();
      session.selection.clearFilters();
      session.selection.openPanel(null);
      session.settings.language = "en";
      session.settings.theme = "auto";
      session.axis.mode = "columns";
      const {view} = session;
      expect(view).toEqual({show: {}, panel: "list", lang: "en", theme: "auto", q: "", timeline: "columns"});
      session.view = {};
      session.view = decodeUrl("", `#${encodeUrl(view)}`).view;
      expect([session.view, session.selection.isFiltered, session.selection.panel]).toEqual([view, false, "list"]);
    });

    it("can name places that have no name", async () => {
      const session = await open();
      session.selection.choosePlace(1);
      expect(session.view).toEqual({place: "@34,44", panel: "list"});
      session.view = {};
      session.view = {place: "@34,44"};
      expect(session.selection.place).toBe(1);
    });
  });
});

describe("opening another story", () => {
  const storyOf = (title: string, csv: string) =>
    JSON.stringify({title, data: "a.csv", mapping: {start: "start", title: "title"}, tables: {"a.csv": csv}});
  const OTHER = storyOf("a", "start,title\n2023-10-17,x\n2023-12-01,y");

  it("replaces everything but what the reader set for all", async () => {
    const {session} = await opened({q: "drones", event: EVENT}, {"a.json": OTHER});
    session.history.record(session.view);
    await session.loadSources();
    await session.open("a.json", BASE, {data: "a.json"});
    expect(session.loaded!.story.title).toBe("a");
    expect([session.view, session.sources, session.history.canUndo]).toEqual([{data: "a.json"}, null, false]);
    expect([session.selection.row, session.selection.q, session.facets]).toEqual([-1, "", []]);
  });

  it("that fails keeps what was on screen, sources and all, and says why", async () => {
    const {session, clock} = await opened({q: "drones"});
    const {loaded} = session;
    await session.open("gone.csv", BASE, {data: "gone.csv"});
    expect(session.status).toMatchObject({kind: "failed", error: {code: "not-found", detail: `${BASE}gone.csv`}});
    expect([session.loaded === loaded, session.view]).toEqual([true, {q: "drones"}]);
    await session.loadSources();
    expect(session.sources!.size).toBe(275);
    session.player.play();
    clock.run(0, 1000, 10);
    expect(session.player.playing).toBe(true);
    session.dismissFailure();
    expect(session.status).toEqual({kind: "ready"});
  });

  it("stays failed when there is nothing else to show", async () => {
    fakeFetch();
    const session = new Session(new FakeClock().request);
    await session.open("javascript:alert(1)", BASE);
    session.dismissFailure();
    expect(session.status).toMatchObject({kind: "failed", error: {code: "bad-url"}});
    await session.open(STORY, BASE);
    expect(session.status.kind).toBe("ready");
  });

  it("ends an older one that is still on its way, whichever answers first", async () => {
    let answer = (_: string) => {};
    const slow = new Promise<string>((resolve) => (answer = resolve));
    fakeFetch({"slow.json": slow, "fast.json": OTHER});
    const session = new Session(new FakeClock().request);
    const older = session.open("slow.json", BASE);
    const newer = session.open("fast.json", BASE);
    await newer;
    answer(storyOf("slow", "start\n2020-01-01"));
    await older;
    expect([session.status.kind, session.loaded!.story.title]).toEqual(["ready", "a"]);
  });

  it("that is ended says nothing, also when the newer one fails", async () => {
    fakeFetch({"slow.csv": new Promise<string>(() => {})});
    const session = new Session(new FakeClock().request);
    const older = session.open("slow.csv", BASE);
    await session.open("gone.csv", BASE);
    await older;
    expect(session.status).toMatchObject({kind: "failed", error: {detail: `${BASE}gone.csv`}});
  });

  it("stops the player", async () => {
    const {session, clock} = await opened({play: 1}, {"a.json": OTHER});
    clock.frame(0);
    await session.open("a.json", BASE);
    expect([session.player.playing, clock.idle]).toEqual([false, true]);
  });
});

describe("two sessions on one page", () => {
  it("share nothing", async () => {
    const {session: one, clock} = await opened();
    const {session: two} = await opened();
    one.view = {
      q: "drones",
      show: {status: ["claim_only"]},
      theme: "dark",
      lang: "ar",
      extent: "2023-11",
      map: [5, 33, 44],
    };
    one.history.record(one.view);
    one.history.record({});
    one.player.play();
    clock.run(0, 1000, 30);
    one.notice = {code: "link-copied"};
    expect([two.view, two.notice, two.player.playing, two.settings.lang]).toEqual([{}, null, false, "en"]);
    expect([two.history.canUndo, two.axis.zoomed, two.camera.position]).toEqual([false, null, null]);
    const {aggregates} = two.selection.counts!;
    expect(aggregates.events).toBe(111);
    expect(one.selection.counts!.aggregates).not.toBe(aggregates);
  });
});
