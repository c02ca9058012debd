// @vitest-environment node
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {gather, type Gathered} from "../../src/state/gather.ts";
import type {Brought} from "../../src/state/opening.svelte.ts";

const CSV = "date,lat,lon\n2024-01-28,33.3,38.7\n";
const file = (text: string, name: string) => new File([text], name);
const quiet = new AbortController().signal;
const of = (source: Brought) => gather(source, quiet, () => {});
const files = (...dropped: File[]) => of({kind: "files", files: dropped});
const failure = (gathering: Promise<Gathered>) =>
  gathering.then(
    () => null,
    ({code, detail, params}: {code: string; detail?: string; params?: object}) => [code, detail ?? params],
  );

let served: Record<string, string>;
let asked: string[];
beforeEach(() => {
  served = {};
  asked = [];
  vi.stubGlobal("fetch", async (input: URL) => {
    asked.push(String(input));
    const text = served[String(input)];
    const headers = new Headers(text === undefined ? [] : [["content-length", String(text.length)]]);
    return Object.defineProperty(new Response(text ?? "", {status: text === undefined ? 404 : 200, headers}), "url", {
      value: String(input),
    });
  });
});
afterEach(() => void vi.unstubAllGlobals());

describe("what the reader brings", () => {
  it("as files is tables, in the order they came", async () => {
    const gathered = await files(file(CSV, "a.csv"), file(CSV, "b.csv"));
    if (gathered.kind !== "tables") throw new Error("a story");
    expect(gathered.files.files.map(({name}) => name)).toEqual(["a.csv", "b.csv"]);
    expect(gathered.files.url).toBeUndefined();
  });

  it("as a story with its tables is shown as the story says, wherever its tables are said to stand", async () => {
    const story = {
      title: "Told",
      data: "folder/events.csv",
      sources: "sources.csv",
      mapping: {start: "date", lat: "lat", lon: "lon"},
    };
    const gathered = await files(
      file(CSV, "events.csv"),
      file("id,publisher\nap,AP\n", "sources.csv"),
      file(JSON.stringify(story), "story.json"),
    );
    if (gathered.kind !== "story") throw new Error("tables");
    expect(gathered.name).toBe("story.json");
    expect(gathered.loaded.report).toMatchObject({rows: 1, placed: 1});
    expect(gathered.loaded.url).toBe("");
    expect([...(await gathered.loaded.sources()).keys()]).toEqual(["ap"]);
    expect(asked).toEqual([]);
  });

  it("as a story with its tables inside needs nothing else", async () => {
    const story = {data: "t.csv", mapping: {start: "date"}, tables: {"t.csv": CSV}};
    expect(await files(file(`\ufeff${JSON.stringify(story)}`, "s.json"))).toMatchObject({kind: "story"});
  });

  it("as a story without its table says which one is missing", async () => {
    const story = JSON.stringify({data: "data/events.csv", mapping: {start: "date"}});
    expect(await failure(files(file(story, "story.json")))).toEqual(["missing-table", "events.csv"]);
    expect(await failure(files(file(story.replace("data/events.csv", "../../etc/passwd"), "story.json")))).toEqual([
      "missing-table",
      "passwd",
    ]);
  });

  it("as a story that names an address fetches it, where that is no address of the reader's own network", async () => {
    const story = (data: string) => JSON.stringify({data, mapping: {start: "date", lat: "lat", lon: "lon"}});
    served["https://example.org/t.csv"] = CSV;
    expect(await files(file(story("https://example.org/t.csv"), "s.json"))).toMatchObject({kind: "story"});
    expect(await failure(files(file(story("https://10.0.0.1/t.csv"), "s.json")))).not.toBeNull();
    expect(asked).toEqual(["https://example.org/t.csv"]);
  });

  it("as a story that is none says what is wrong with it", async () => {
    expect(await failure(files(file('{"data": "x.csv", "series": 5}', "s.json")))).toEqual([
      "bad-story",
      expect.stringContaining("series"),
    ]);
  });

  it("as text is a table, or the address it holds", async () => {
    expect(await of({kind: "text", text: CSV, name: "mine"})).toMatchObject({
      kind: "tables",
      files: {files: [{name: "mine"}]},
    });
    served["https://example.org/a%20b.csv"] = CSV;
    expect(await of({kind: "text", text: " https://example.org/a%20b.csv\n"})).toMatchObject({
      kind: "tables",
      files: {files: [{name: "a b.csv"}], url: "https://example.org/a%20b.csv"},
    });
  });

  it("as an address tells how much of it has come", async () => {
    served["https://example.org/t.csv"] = CSV;
    const told: [number, number][] = [];
    await gather({kind: "address", address: "https://example.org/t.csv"}, quiet, (...progress) => told.push(progress));
    expect(told.at(-1)).toEqual([CSV.length, CSV.length]);
  });

  it("as the address of a story fetches its tables beside it", async () => {
    served["https://example.org/s/story.json"] = JSON.stringify({
      data: "t.csv",
      mapping: {start: "date", lat: "lat", lon: "lon"},
    });
    served["https://example.org/s/t.csv"] = CSV;
    const gathered = await of({kind: "address", address: "https://example.org/s/story.json"});
    expect(gathered).toMatchObject({kind: "story", loaded: {url: "https://example.org/s/story.json"}});
    expect(asked).toEqual(["https://example.org/s/story.json", "https://example.org/s/t.csv"]);
  });

  it.each([
    "https://localhost/t.csv",
    "https://192.168.1.1/t.csv",
    "https://printer/t.csv",
    "https://[::1]/t.csv",
    "https://user:word@example.org/t.csv",
    "file:///etc/passwd",
    "data:text/csv,a",
    "javascript:alert(1)",
    "not an address",
  ])("is refused as %s, and nothing is asked for", async (address) => {
    expect(await failure(of({kind: "address", address}))).toEqual(["bad-url", address]);
    expect(asked).toEqual([]);
  });

  it("may stand on the page's own host, whatever that is", async () => {
    vi.stubGlobal("location", new URL("http://intranet.corp/dateline/"));
    served["http://intranet.corp/t.csv"] = CSV;
    expect(await of({kind: "address", address: "http://intranet.corp/t.csv"})).toMatchObject({kind: "tables"});
    expect(await failure(of({kind: "address", address: "http://other.corp/t.csv"}))).toEqual([
      "bad-url",
      "http://other.corp/t.csv",
    ]);
  });

  it("is refused as nothing at all, and as a file that cannot be read any more", async () => {
    expect(await failure(files())).toMatchObject(["not-a-table", {}]);
    const gone = Object.defineProperty(file(CSV, "gone.csv"), "slice", {
      value: () => ({text: () => Promise.reject(new DOMException("gone", "NotFoundError"))}),
    });
    expect(await failure(files(gone))).toMatchObject(["unreadable", {detail: "gone"}]);
    const vast = Object.defineProperty(file(CSV, "vast.csv"), "size", {value: 700_000_000});
    expect(await failure(files(vast))).toMatchObject(["too-large", {limit: 600_000_000}]);
  });
});
