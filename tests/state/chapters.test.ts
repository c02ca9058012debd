import fc from "fast-check";
import {flushSync} from "svelte";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {ChapterList, chapterList} from "../../src/state/chapters.svelte.ts";
import {followStories, restoreChapters} from "../../src/state/chaptersRestored.svelte.ts";
import type {Chapter, Session} from "../../src/state/session.svelte.ts";
import {bareSession} from "../bareSession.ts";
import {shippedSession} from "../shippedSession.ts";

/** What the browser keeps: null refuses. */
let stored: Map<string, unknown> | null;
vi.mock("idb-keyval", () => {
  const given = () => {
    if (stored === null) throw new DOMException("no", "SecurityError");
    return stored;
  };
  return {
    createStore: () => "store",
    get: async (key: string) => structuredClone(given().get(key)),
    set: async (key: string, value: unknown) => void given().set(key, structuredClone(value)),
    del: async (key: string) => void given().delete(key),
  };
});
beforeEach(() => (stored = new Map()));
afterEach(() => vi.useRealTimers());

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const titles = (session: Session) =>
  session.chapters.map(({title}) => (typeof title === "string" ? title : (title.en ?? title.fr)));
const plain = (chapters: readonly Chapter[]) => JSON.parse(JSON.stringify(chapters)) as Chapter[];
const TABLE = "date,title,lat,lon\n2024-01-01,One,10,20\n2024-01-05,Two,11,21\n2024-02-01,Three,12,22\n";

async function own(): Promise<{session: Session; list: ChapterList}> {
  const session = await bareSession(TABLE, {view: {file: "table.csv"}});
  return {session, list: chapterList(session)};
}

describe("a chapter that is kept", () => {
  it("holds the whole view with its window, and nothing of the reader's own", async () => {
    const session = await shippedSession({
      time: "2023-10-17..2023-11-02",
      event: "",
      show: {status: ["us_official"]},
      map: [7, 33, 44],
      q: "drone",
      lang: "fr",
      theme: "dark",
      data: "data/story.json",
    });
    const list = chapterList(session);
    const at = list.keep("Un titre");
    expect(at).toBe(session.chapters.length - 1);
    const {view, title, events} = session.chapters[at]!;
    expect(title).toEqual({fr: "Un titre"});
    expect(events).toEqual([]);
    expect(view).toEqual({
      time: "2023-10-17..2023-11-02",
      mode: "accumulate",
      speed: 2,
      event: "",
      show: {status: ["us_official"]},
      map: [7, 33, 44],
      q: "drone",
    });
    session.view = {};
    list.show(at);
    expect(session.view).toMatchObject({q: "drone", map: [7, 33, 44], time: "2023-10-17..2023-11-02"});
  });

  it("always says its window, also where that is the story's first", async () => {
    const session = await shippedSession();
    const list = chapterList(session);
    list.keep("As it begins");
    expect(session.chapters[list.current]!.view.time).toBe("2023-10-17..2023-12-08");
  });

  it("comes behind the one on screen, or at the end", async () => {
    const {session, list} = await own();
    expect(list.keep("a")).toBe(0);
    expect(list.keep("b")).toBe(1);
    list.show(0);
    expect(list.keep("c")).toBe(1);
    expect(titles(session)).toEqual(["a", "c", "b"]);
    list.remove(1);
    expect(list.current).toBe(-1);
    expect(list.keep("d")).toBe(2);
  });

  it("leaves language and theme of the reader alone when it is shown", async () => {
    const {session, list} = await own();
    list.keep("a");
    session.settings.language = "ar";
    session.settings.theme = "dark";
    list.show(0);
    expect([session.settings.lang, session.settings.theme, session.settings.mode]).toEqual(["ar", "dark", "explore"]);
  });
});

describe("the chapter on screen", () => {
  it("is found where nobody has shown it, and is changed once the view is", async () => {
    const session = await shippedSession();
    const list = chapterList(session);
    const view = {...session.chapters[1]!.view};
    session.view = view;
    expect([list.current, list.isChanged]).toEqual([1, false]);
    list.show(2);
    expect([list.current, list.isChanged]).toEqual([2, false]);
    session.selection.seek(session.selection.playhead - 864e5);
    flushSync();
    expect([list.current, list.isChanged]).toEqual([2, true]);
    list.setView(2);
    expect([list.current, list.isChanged]).toEqual([2, false]);
    list.undo();
    expect([list.current, list.isChanged]).toEqual([2, true]);
  });

  it("is shown as it says even where it asks for more than there is", async () => {
    const {session, list} = await own();
    const view = {time: "1990-01-01..2090", event: "nowhere"};
    session.ownChapters = [{title: "a", text: "", events: [], view}];
    list.show(0);
    expect([list.current, list.isChanged]).toEqual([0, false]);
  });

  it("stays the one on screen while it is moved and others come and go", async () => {
    const {list} = await own();
    for (const title of ["a", "b", "c"]) list.keep(title);
    list.show(1);
    list.move(1, 0);
    expect(list.current).toBe(0);
    list.duplicate(0);
    expect(list.current).toBe(0);
    list.move(2, 0);
    expect(list.current).toBe(1);
  });
});

describe("texts", () => {
  it("in several languages change in the one on screen only", async () => {
    const session = await shippedSession({lang: "fr"});
    const list = chapterList(session);
    const before = plain(session.chapters);
    list.edit(0, {title: "Un autre titre"});
    expect(session.chapters[0]!.title).toEqual({...(before[0]!.title as object), fr: "Un autre titre"});
    expect(plain(session.chapters).slice(1)).toEqual(before.slice(1));
    session.settings.language = "ar";
    list.edit(0, {notes: "ملاحظة"});
    expect(session.chapters[0]!.notes).toEqual({...(before[0]!.notes as object), ar: "ملاحظة"});
  });

  it("that are plain stay plain, and notes that are emptied are gone", async () => {
    const {session, list} = await own();
    list.keep("a");
    list.edit(0, {text: "Words", notes: "Mine"});
    expect(session.chapters[0]).toMatchObject({title: "a", text: "Words", notes: "Mine"});
    list.edit(0, {notes: ""});
    expect(session.chapters[0]).not.toHaveProperty("notes");
  });

  it("typed in one go are one step, of which a rest or another text begins a new one", async () => {
    vi.useFakeTimers({toFake: ["Date"]});
    const {session, list} = await own();
    list.keep("");
    for (const text of ["H", "He", "Hel"]) list.edit(0, {text});
    vi.advanceTimersByTime(5000);
    list.edit(0, {text: "Hello"});
    list.edit(0, {title: "T"});
    list.settle();
    list.edit(0, {title: "Ti"});
    const seen = [];
    while (list.canUndo) {
      list.undo();
      seen.push(session.chapters.map(({title, text}) => `${title as string}/${text as string}`).join());
    }
    expect(seen).toEqual(["T/Hello", "/Hello", "/Hel", "/", ""]);
  });

  it("that did not change are no step", async () => {
    const session = await shippedSession();
    const list = chapterList(session);
    list.edit(0, {title: (session.chapters[0]!.title as {en: string}).en});
    expect([list.canUndo, session.ownChapters]).toEqual([false, null]);
  });
});

type Act = (list: ChapterList, session: Session) => void;
const place = fc.integer({min: 0, max: 14});
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.string({maxLength: 5}).map(
    (title): Act =>
      (list) =>
        void list.keep(title),
  ),
  fc.tuple(place, fc.constantFrom("title" as const, "text" as const, "notes" as const), fc.string({maxLength: 4})).map(
    ([at, name, text]): Act =>
      (list) =>
        list.edit(at, {[name]: text}),
  ),
  place.map(
    (at): Act =>
      (list) =>
        list.setView(at),
  ),
  fc.tuple(place, fc.integer({min: -3, max: 20})).map(
    ([at, to]): Act =>
      (list) =>
        list.move(at, to),
  ),
  place.map(
    (at): Act =>
      (list) =>
        list.duplicate(at),
  ),
  place.map(
    (at): Act =>
      (list) =>
        list.remove(at),
  ),
  place.map(
    (at): Act =>
      (list) =>
        list.show(at),
  ),
  fc.constant<Act>((list) => list.reset()),
  fc.constant<Act>((list) => list.settle()),
  fc.constant<Act>((list) => list.undo()),
  fc.constant<Act>((list) => list.redo()),
  fc.integer({min: 0, max: 60}).map((day): Act => (_, {selection}) => {
    const [from] = selection.dataset!.extent;
    selection.setWindow(from, from + day * 864e5);
  }),
);

describe("undo", () => {
  it("of all goes back to the start and redo to the end, whatever was done", async () => {
    const shipped = await shippedSession();
    await fc.assert(
      fc.asyncProperty(fc.array(act, {maxLength: 40}), fc.boolean(), async (acts, bare) => {
        const session = bare ? await bareSession(TABLE) : shipped;
        if (!bare) (session.show(session.loaded!, {}), (session.ownChapters = null));
        const list = bare ? chapterList(session) : new (chapterList(session).constructor as any)(session);
        const start = plain(session.chapters);
        for (const each of acts) {
          each(list, session);
          expect(list.keys).toHaveLength(session.chapters.length);
          expect(new Set(list.keys).size).toBe(list.keys.length);
        }
        const end = plain(session.chapters);
        const keys = [...list.keys];
        while (list.canRedo) list.redo();
        const last = plain(session.chapters);
        let steps = 0;
        while (list.canUndo) {
          list.undo();
          steps++;
        }
        expect(plain(session.chapters)).toEqual(start);
        expect(session.ownChapters).toBeNull();
        for (; steps > 0; steps--) list.redo();
        expect(plain(session.chapters)).toEqual(last);
        expect(end.length).toBe(keys.length);
      }),
      {numRuns: 60},
    );
  });

  it("of a deletion brings back all of the chapter, at its place", async () => {
    const session = await shippedSession();
    const list = chapterList(session);
    const before = plain(session.chapters);
    list.remove(3);
    expect(session.chapters).toHaveLength(before.length - 1);
    list.undo();
    expect(plain(session.chapters)).toEqual(before);
  });

  it("is apart from that of the view, and not carried into another story", async () => {
    const session = await shippedSession();
    chapterList(session).remove(0);
    session.undo();
    expect(session.ownChapters).not.toBeNull();
    await session.open("data/story.json", "http://localhost/");
    expect(chapterList(session).canUndo).toBe(false);
    expect(session.ownChapters).toBeNull();
  });
});

describe("on this computer", () => {
  it("chapters outlive the page, to the letter, and undone ones are forgotten", async () => {
    const first = await shippedSession();
    const list = chapterList(first);
    list.keep("Mine");
    list.edit(0, {title: "Other"});
    await settled();
    const again = await shippedSession();
    await restoreChapters(again);
    expect(again.ownChapters).toEqual(plain(first.ownChapters!));
    expect(chapterList(again).canUndo).toBe(false);
    list.reset();
    await settled();
    const third = await shippedSession();
    await restoreChapters(third);
    expect(third.ownChapters).toBeNull();
  });

  it("those of one story are not those of another", async () => {
    const {session, list} = await own();
    list.keep("Of the table");
    await settled();
    const other = await bareSession(TABLE, {view: {file: "other.csv"}});
    await restoreChapters(other);
    expect(other.ownChapters).toBeNull();
    const same = await bareSession(TABLE, {view: {file: "table.csv"}});
    await restoreChapters(same);
    expect(same.ownChapters).toEqual(plain(session.chapters));
  });

  it("a step that was asked for is shown once they have come, and is no longer complained of", async () => {
    const {list, session} = await own();
    for (const time of ["2024-01-01..2024-01-02", "2024-01-01..2024-01-09"]) {
      session.view = {time};
      list.keep(time);
    }
    await settled();
    for (const view of ["present", "explore"] as const) {
      const asked = {step: 2, view, file: "table.csv"};
      const later = await bareSession(TABLE, {view: asked});
      expect(later.notice).toEqual({code: "bad-parameters", names: ["step"]});
      await restoreChapters(later, asked);
      expect(later.notice).toBeNull();
      expect(later.settings.mode).toBe(view);
      expect(later.step).toBe(view === "present" ? 2 : 0);
      later.view = {...later.view, view: "explore", step: undefined} as never;
    }
  });

  it("what the reader has begun meanwhile is not thrown away", async () => {
    const {list} = await own();
    list.keep("Kept before");
    await settled();
    const later = await bareSession(TABLE, {view: {file: "table.csv"}});
    const restoring = restoreChapters(later);
    chapterList(later).keep("Made at once");
    await restoring;
    expect(titles(later)).toEqual(["Made at once"]);
  });

  it("a newer version of the story leaves the reader's chapters, and says so", async () => {
    const first = await shippedSession();
    chapterList(first).edit(0, {title: "Mine"});
    await settled();
    const newer = await shippedSession();
    newer.loaded!.story.chapters = newer.loaded!.story.chapters.slice(1);
    await restoreChapters(newer);
    const list = chapterList(newer);
    expect([list.isOutdated, titles(newer)[0]]).toEqual([true, "Mine"]);
    list.reset();
    expect([list.isOutdated, newer.chapters]).toEqual([false, newer.loaded!.story.chapters]);
  });

  it("what is stored there and is no list of chapters is left aside", async () => {
    for (const chapters of [null, "x", [1], [{title: {}, text: 3, view: {}}], [{title: "a", text: "b"}]]) {
      const session = await shippedSession();
      stored!.set(`chapters address ${session.loaded!.url}`, {chapters, base: ""});
      await restoreChapters(session);
      expect(session.ownChapters).toBeNull();
    }
  });

  it("where storage is refused everything works, it is said, and a story that comes back has its chapters", async () => {
    stored = null;
    const {session, list} = await own();
    list.keep("a");
    await settled();
    expect(list.isRefused).toBe(true);
    const chapters = plain(session.chapters);
    session.show({...session.loaded!}, {file: "table.csv"});
    await restoreChapters(session);
    expect(session.ownChapters).toEqual(chapters);
  });

  it("they are back when the same story is put on screen anew, and followed from story to story", async () => {
    const {session, list} = await own();
    const stop = followStories(session, () => ({}));
    list.keep("a");
    await settled();
    const {loaded} = session;
    session.show(loaded!, {file: "table.csv"});
    await restoreChapters(session);
    expect(titles(session)).toEqual(["a"]);
    chapterList(session).undo();
    expect(titles(session)).toEqual([]);
    chapterList(session).redo();
    await settled();
    session.show({...loaded!}, {file: "other.csv"});
    flushSync();
    await settled();
    expect(titles(session)).toEqual([]);
    session.show({...loaded!}, {file: "table.csv"});
    flushSync();
    await settled();
    expect(titles(session)).toEqual(["a"]);
    stop();
  });

  it("in somebody else's page nothing is stored", async () => {
    const {session, list} = await own();
    session.settings.framed = true;
    list.keep("a");
    await settled();
    expect([list.isRefused, stored!.size]).toEqual([true, 0]);
  });

  it("the last of two tabs wins", async () => {
    const [one, two] = [await own(), await own()];
    one.list.keep("one");
    two.list.keep("two");
    one.list.keep("one again");
    await settled();
    const later = await bareSession(TABLE, {view: {file: "table.csv"}});
    await restoreChapters(later);
    expect(titles(later)).toEqual(["one", "one again"]);
  });
});
