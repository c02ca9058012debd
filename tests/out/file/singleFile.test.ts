// @vitest-environment jsdom
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import {allRows} from "../../../src/data/save/rows.ts";
import {BLOCKS, templateOf} from "../../../src/data/save/singlePage.ts";
import {estimatedBytes} from "../../../src/out/file/estimate.ts";
import {singleFileParts, type Wanted} from "../../../src/out/file/singleFile.ts";
import type {Store} from "../../../src/out/file/store.ts";
import type {Session} from "../../../src/state/session.svelte.ts";
import {bareSession} from "../../bareSession.ts";
import {shippedSession} from "../../shippedSession.ts";

const PUBLIC = join(import.meta.dirname, "../../../public");
const FACES = [{family: "Inter", weight: "400 700", range: "U+0400-045F", file: "cyrillic.woff2"}];
const FRAME = {policy: "default-src 'none'", icon: "data:,", style: "", world: "", labels: "", app: "", loader: ""};

const store: Store = {
  text: async (path) => (path.endsWith("faces.json") ? JSON.stringify(FACES) : templateOf(FRAME)),
  bytes: async () => new Uint8Array([1, 2, 3]),
  archive: (path) => {
    const bytes = new Uint8Array(readFileSync(join(PUBLIC, path)));
    return {
      getKey: () => path,
      getBytes: async (offset, length) => ({data: bytes.slice(offset, offset + length).buffer as ArrayBuffer}),
    };
  },
};

const wantedOf = (session: Session): Wanted => ({
  rows: allRows(session.loaded!.dataset),
  chapters: session.loaded!.story.chapters,
  notes: false,
  view: session.view,
  language: "fr",
  brand: null,
});
async function textOf(session: Session, more: Partial<Wanted> = {}): Promise<string> {
  const parts = await singleFileParts(session.loaded!, {...wantedOf(session), ...more}, store);
  return [...parts].map(({text}) => text).join("");
}
const pageOf = (text: string) => new DOMParser().parseFromString(text, "text/html");
const block = (text: string, name: keyof typeof BLOCKS) => pageOf(text).getElementById(BLOCKS[name])!.textContent;

describe("a single file of the shipped story", () => {
  let session: Session;
  beforeEach(async () => {
    session = await shippedSession({time: "2023-12-01..2023-12-31"});
  });

  it("holds every row, the sources and the chapters, and opens in the view on screen", async () => {
    const text = await textOf(session);
    const story = JSON.parse(block(text, "story"));
    expect(story.tables["events.csv"].trim().split(/\r\n(?=\d{4})/)).toHaveLength(233);
    expect(story.tables["sources.csv"]).toContain("publisher");
    expect(story.chapters.map(({title}: {title: unknown}) => title)).toEqual(
      session.loaded!.story.chapters.map(({title}) => title),
    );
    expect(JSON.parse(block(text, "content"))).toEqual({
      language: "fr",
      brand: null,
      view: {time: "2023-12-01..2023-12-31"},
    });
    const page = pageOf(text);
    expect([page.documentElement.lang, page.documentElement.dir]).toEqual(["fr", "ltr"]);
    expect(page.title).toBe((session.loaded!.story.title as {fr: string}).fr);
  });

  it("is the same when it is made again", async () => {
    expect(await textOf(session)).toBe(await textOf(await shippedSession({time: "2023-12-01..2023-12-31"})));
  });

  it("keeps the private notes to itself unless they are asked for", async () => {
    const chapters = [{title: "T", text: "x", notes: "between us", events: [], view: {}}];
    expect(await textOf(session, {chapters})).not.toContain("between us");
    expect(await textOf(session, {chapters, notes: true})).toContain("between us");
  });

  it("holds no row but those that were chosen", async () => {
    const {dataset} = session.loaded!;
    const rows = allRows(dataset).slice(0, 5);
    const text = await textOf(session, {rows});
    expect(
      JSON.parse(block(text, "story"))
        .tables["events.csv"].trim()
        .split(/\r\n(?=\d{4})/),
    ).toHaveLength(6);
    expect(text).not.toContain(dataset.id(allRows(dataset)[9]!));
  });

  it("opens without an event that is left out", async () => {
    const {dataset} = session.loaded!;
    const [first, last] = [dataset.id(0), dataset.id(dataset.length - 1)];
    const viewOf = async (event: string) =>
      JSON.parse(block(await textOf(session, {rows: allRows(dataset).slice(0, 5), view: {event}}), "content")).view;
    expect([await viewOf(first), await viewOf(last)]).toEqual([{event: first}, {event: ""}]);
  });

  it("is about as large as was said", async () => {
    const rows = allRows(session.loaded!.dataset);
    const [said, frame] = [estimatedBytes(session.loaded!, rows), 2_000_000];
    const story = new TextEncoder().encode(block(await textOf(session), "story")).length;
    // The sources are not reckoned with.
    expect((said - frame) / story).toBeGreaterThan(0.6);
    expect((said - frame) / story).toBeLessThan(1.1);
  });
});

describe("a single file of somebody's table", () => {
  it("goes by the rows that it has, and takes the fonts that its letters need", async () => {
    const csv = [
      "date,latitude,longitude,title",
      "2022-03-01,48,2,One",
      "2022-03-04,45,4,Алматы",
      "2022-03-05,43,5,Three",
    ];
    const session = await bareSession(csv.join("\n"), {view: {event: "row-3"}});
    const rows = allRows(session.loaded!.dataset).slice(1);
    const text = await textOf(session, {rows, view: {event: "row-3", file: "table.csv"}});
    expect(JSON.parse(block(text, "content")).view).toEqual({event: "row-2"});
    expect(JSON.parse(block(text, "faces"))).toEqual({faces: FACES, files: {"cyrillic.woff2": "AQID"}});
    expect(atob(block(text, "basemap")).slice(0, 7)).toBe("PMTiles");
    expect(JSON.parse(block(text, "content")).view.file).toBeUndefined();
  });

  it("has no map where there is no place, and no event that is not in it", async () => {
    const session = await bareSession("date,title\n2022-03-01,One\n2022-03-04,Two");
    const rows = allRows(session.loaded!.dataset).slice(1);
    const text = await textOf(session, {rows, view: {event: "row-1"}});
    expect(block(text, "basemap")).toBe("");
    expect(JSON.parse(block(text, "faces"))).toEqual({faces: [], files: {}});
    expect(JSON.parse(block(text, "content")).view).toEqual({event: ""});
  });
});
