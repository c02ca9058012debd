// @vitest-environment node
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {ahead, load} from "../../src/data/load.ts";
import {parseEvents, parseTable, readStory, type EventsInput} from "../../src/data/parse.ts";

const BASE = "https://dateline.example/app/";
const STORY = {
  title: "Test",
  mapping: {start: "start", site: "site"},
  data: "events.csv",
  sites: "sites.csv",
  sources: "sources.csv",
  totals: {data: "totals.csv", label: "count", statedBy: "them"},
};
const FILES: Record<string, string> = {
  "data/story.json": JSON.stringify(STORY),
  "data/events.csv": "start,site\n2023-10-17,asad\n2023-10-18,\nnever,",
  "data/sites.csv": "site_id,name_en,lat,lon\nasad,Al-Asad,33,42",
  "data/totals.csv": "as_of,total\n2023-10-24,13",
  "data/sources.csv": "id,publisher,url\nap,AP,https://example.org/",
};

let asked: string[];
let files: Record<string, string | (() => Response | Promise<Response>)>;

const answer = (body: string, url: string, init: ResponseInit = {}) =>
  Object.defineProperty(new Response(body, init), "url", {value: url});

beforeEach(() => {
  asked = [];
  files = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`${BASE}${path}`, text]));
  vi.stubGlobal("fetch", async (input: URL, init: RequestInit) => {
    const url = String(input);
    asked.push(url);
    expect(init.credentials).not.toBe("include");
    init.signal?.throwIfAborted();
    const file = files[url];
    if (file === undefined) return answer("not here", url, {status: 404});
    return typeof file === "string" ? answer(file, url) : file();
  });
});
afterEach(() => void vi.unstubAllGlobals());

const failure = (address: string) =>
  load(address, BASE).then(
    () => null,
    ({code, detail}: {code: string; detail: string}) => [code, detail],
  );

describe("loading a story", () => {
  it("gives its rows, places and totals, and leaves the sources until they are asked for", async () => {
    const {story, dataset, totals, report, sources} = await load("data/story.json", BASE);
    expect(story.title).toBe("Test");
    expect([dataset.length, dataset.placeCount, dataset.placeName(0, "en")]).toEqual([2, 1, "Al-Asad"]);
    expect(totals.max).toBe(13);
    expect(report).toMatchObject({
      source: {name: "events.csv", url: `${BASE}data/events.csv`},
      rows: 3,
      placed: 1,
      timelineOnly: 1,
      rejected: 1,
    });
    expect(asked).not.toContain(`${BASE}data/sources.csv`);
    expect([...(await sources()).values()]).toMatchObject([{id: "ap", publisher: "AP"}]);
    await sources();
    expect(asked.filter((url) => url.endsWith("sources.csv"))).toHaveLength(1);
  });

  it("asks for the sources again after a failure", async () => {
    const {sources} = await load("data/story.json", BASE);
    files[`${BASE}data/sources.csv`] = () => Promise.reject(new TypeError("network"));
    await expect(sources()).rejects.toMatchObject({code: "unreachable"});
    files[`${BASE}data/sources.csv`] = FILES["data/sources.csv"]!;
    expect((await sources()).size).toBe(1);
  });

  it("still has its sources to give when what it was loaded with is called off later", async () => {
    const control = new AbortController();
    const {sources} = await load("data/story.json", BASE, control.signal);
    control.abort();
    expect((await sources()).size).toBe(1);
  });

  it("has no sources and no totals when it names none", async () => {
    files[`${BASE}s.json`] = JSON.stringify({data: "data/events.csv"});
    const {totals, sources} = await load("s.json", BASE);
    expect([totals.figures.length, (await sources()).size]).toEqual([0, 0]);
  });

  it("may begin with a byte order mark and spaces", async () => {
    files[`${BASE}s.json`] = `\ufeff \n${JSON.stringify({data: "data/events.csv"})}`;
    expect((await load("s.json", BASE)).dataset.length).toBe(2);
  });
});

describe("a story on its way", () => {
  /** Does what the worker does, and notes when. */
  class Noted {
    onmessage: ((event: unknown) => void) | null = null;
    constructor() {
      asked.push("worker");
    }
    postMessage(request: {id: number; kind: "story" | "table" | "events"; json: string; bytes: ArrayBuffer}) {
      asked.push(request.kind);
      const {id, kind} = request;
      const reply = async () =>
        kind === "story"
          ? {story: readStory(request.json)}
          : kind === "table"
            ? {table: await parseTable(request.bytes)}
            : {events: await parseEvents((request as unknown as {input: EventsInput}).input)};
      void reply().then(
        (data) => this.onmessage?.({data: {id, ...data}}),
        (error: Error) => this.onmessage?.({data: {id, error: error.message}}),
      );
    }
    terminate() {}
  }
  const told = () => asked.map((what) => what.replace(BASE, ""));

  it("has its worker come with it, and its table while it is checked; once", async () => {
    vi.stubGlobal("Worker", Noted);
    files[`${BASE}data/events.csv`] = "start,site\n2023-10-17,asad\n2023-10-18,";
    const {dataset} = await load("data/story.json", BASE);
    expect(dataset.length).toBe(2);
    expect(told().slice(0, 4)).toEqual(["worker", "data/story.json", "data/events.csv", "story"]);
    expect(told().filter((what) => what === "data/events.csv" || what === "worker")).toHaveLength(2);
  });

  it("has no table come that it brings itself", async () => {
    files[`${BASE}s.json`] = JSON.stringify({
      data: "data/events.csv",
      tables: {"data/events.csv": "start\n2023-10-17"},
    });
    expect((await load("s.json", BASE)).dataset.length).toBe(1);
    expect(told()).toEqual(["s.json"]);
  });

  it("says what is wrong with it and not with the table that came early", async () => {
    files[`${BASE}s.json`] = JSON.stringify({data: "gone.csv", timezone: "Mars/Phobos"});
    expect((await failure("s.json"))![0]).toBe("bad-story");
    files[`${BASE}s.json`] = JSON.stringify({data: ["events.csv"]});
    expect((await failure("s.json"))![0]).not.toBe("not-found");
    expect(told()).toEqual(["s.json", "gone.csv", "s.json"]);
  });

  it("is left to the worker where it is long, and its table with it", async () => {
    vi.stubGlobal("Worker", Noted);
    files[`${BASE}data/events.csv`] = "start,site\n2023-10-17,asad";
    files[`${BASE}data/story.json`] = JSON.stringify({...STORY, note: "x".repeat(2 ** 20)});
    await load("data/story.json", BASE).catch(() => null);
    expect(told().slice(0, 3)).toEqual(["worker", "data/story.json", "story"]);
  });

  it("gives the table that came early to whoever asks first, and keeps it for nobody", async () => {
    const tables = vi.fn(async (path: string) => ({url: path, bytes: new ArrayBuffer(1)}));
    const given = ahead(tables, JSON.stringify({data: "a.csv"}));
    expect(tables).toHaveBeenCalledTimes(1);
    const [first, other, second] = [await given("a.csv"), await given("b.csv"), await given("a.csv")];
    expect([first.url, other.url, second.url]).toEqual(["a.csv", "b.csv", "a.csv"]);
    expect(second.bytes).not.toBe(first.bytes);
    expect(tables.mock.calls.map(([path]) => path)).toEqual(["a.csv", "b.csv", "a.csv"]);
  });

  it("has no worker come for what is no story", async () => {
    vi.stubGlobal("Worker", Noted);
    files[`${BASE}gone.csv`] = () => answer("", `${BASE}gone.csv`, {status: 404});
    expect((await failure("gone.csv"))![0]).toBe("not-found");
    expect(told()).toEqual(["gone.csv"]);
  });
});

describe("loading a bare table", () => {
  it("names it after its file", async () => {
    const {story, dataset} = await load("data/events.csv", BASE);
    expect([story.title, dataset.length]).toEqual(["events", 2]);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["caf%C3%A9.csv", "café"],
    ["100%25%E0%A4%A.csv", "100%25%E0%A4%A"],
    ["a.b.csv?token=1", "a.b"],
  ])("of the name %s calls it %s", async (path, title) => {
    files[new URL(path, BASE).href] = "start\n2023-10-17";
    expect((await load(path, BASE)).story.title).toBe(title);
  });
});

describe("a load that cannot be", () => {
  it.each([
    ["data/missing.csv", "not-found", `${BASE}data/missing.csv`],
    ["javascript:alert(1)", "bad-url", "javascript:alert(1)"],
    ["https://localhost/a.csv", "bad-url", "https://localhost/a.csv"],
    ["http://data.example.org/a.csv", "bad-url", "http://data.example.org/a.csv"],
  ])("for %s says %s", async (address, code, detail) => {
    expect(await failure(address)).toEqual([code, detail]);
    if (code === "bad-url") expect(asked).toEqual([]);
  });

  it.each([
    ["{", "broken", "x"],
    ["{}", "not-a-table", "x"],
    ['{"data": "data/events.csv",}', "bad-story", "JSON"],
    ['{"data": "data/events.csv", "view": {"mode": "loop"}}', "bad-story", "view.mode: "],
    ['{"data": "data/events.csv", "timezone": "Mars/Phobos"}', "bad-story", "timezone: not a time zone"],
    ['{"data": "https://10.0.0.1/a.csv"}', "bad-url", "https://10.0.0.1/a.csv"],
    ['{"data": "data/events.csv", "sites": "file:///etc/passwd"}', "bad-url", "file:///etc/passwd"],
    ['{"data": "gone.csv"}', "not-found", `${BASE}gone.csv`],
    ["", "empty-file", "x"],
    ["a,b\n1,2", "no-start-column", "x"],
    ["<!doctype html><title>Sign in</title>", "web-page", "x"],
    ["start,title", "no-records", "x"],
  ])("of %j says %s", async (body, code, detail) => {
    files[`${BASE}x`] = body;
    const [found, said] = (await failure("x"))!;
    expect(found).toBe(code);
    expect(said).toContain(detail);
  });

  it("says that a host cannot be reached, at the start or half way", async () => {
    files[`${BASE}x`] = () => Promise.reject(new TypeError("Failed to fetch"));
    expect(await failure("x")).toEqual(["unreachable", `${BASE}x`]);
    const stream = new ReadableStream({
      pull(controller) {
        controller.error(new TypeError("network"));
      },
    });
    files[`${BASE}x`] = () => new Response(stream);
    expect(await failure("x")).toEqual(["unreachable", `${BASE}x`]);
  });

  it("uses nothing that came by way of the reader's own network", async () => {
    for (const url of ["https://localhost/a.csv", "http://192.168.1.1/a.csv", "http://data.example.org/a.csv"]) {
      files["https://data.example.org/a.csv"] = () => answer("start\n2023-10-17", url);
      expect(await failure("https://data.example.org/a.csv")).toEqual(["bad-url", url]);
    }
    files["https://data.example.org/a.csv"] = () => answer("start\n2023-10-17", "https://cdn.example.org/a.csv");
    expect(await failure("https://data.example.org/a.csv")).toBeNull();
  });

  it("is over when it is called off", async () => {
    const control = new AbortController();
    files[`${BASE}data/events.csv`] = () => {
      control.abort();
      return Promise.reject(control.signal.reason as DOMException);
    };
    await expect(load("data/story.json", BASE, control.signal)).rejects.toMatchObject({name: "AbortError"});
    await expect(load("data/story.json", BASE, control.signal)).rejects.toMatchObject({name: "AbortError"});
  });

  it("leaves no worker behind", async () => {
    const made: {terminated: boolean}[] = [];
    class Silent {
      terminated = false;
      onmessage: ((event: unknown) => void) | null = null;
      constructor() {
        made.push(this);
      }
      postMessage({id, kind}: {id: number; kind?: string}) {
        const answers = {story: {story: STORY}, table: {table: []}, events: {error: "empty-file"}};
        const answer = answers[kind as "story"] ?? {failure: {code: "empty-file", params: {}}};
        queueMicrotask(() => this.onmessage?.({data: {id, ...answer}}));
      }
      terminate() {
        this.terminated = true;
      }
    }
    vi.stubGlobal("Worker", Silent);
    expect(await failure("data/story.json")).toEqual(["empty-file", "events.csv"]);
    expect(made.map(({terminated}) => terminated)).toEqual([true, true]);
  });
});
