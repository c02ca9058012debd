import {afterAll, beforeAll, expect, it, vi} from "vitest";
import {load, type Loaded} from "../../../src/data/load.ts";
import {importFiles} from "../../../src/data/import/load.ts";
import {together, textsOf, wordsOf, type Item} from "../../../src/out/drawing/drawing.ts";
import {svgOf} from "../../../src/out/drawing/svg.ts";
import {FORM_NAMES} from "../../../src/out/poster/forms.ts";
import {clashes, strays} from "./boxes.ts";
import {HOME, posterOf, shipped, stubFiles} from "./shipped.ts";

beforeAll(() => stubFiles());
afterAll(() => vi.unstubAllGlobals());

const read = (lines: readonly string[]): Promise<Loaded> =>
  importFiles({files: [{name: "table.csv", blob: new Blob([lines.join("\n")])}]}) as Promise<Loaded>;
const items = (list: readonly Item[]): number =>
  list.reduce((sum, item) => sum + (item.kind === "group" ? items(item.items) : 1), 0);
const day = (i: number) => new Date(Date.UTC(2010, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);

it("gives the timeline the room of the map where there are no places", async () => {
  const loaded = await read(["date,title", ...Array.from({length: 40}, (_, i) => `${day(i % 25)},Event ${i}`)]);
  for (const name of FORM_NAMES) {
    const poster = await posterOf({loaded, sources: new Map()}, name, "fr");
    const drawing = together(poster.ground, poster.moment());
    const texts = textsOf(drawing.items).map(wordsOf);
    expect(texts.join(" ")).toMatch(/\b40\b/);
    expect(texts.join(" ")).not.toMatch(/Natural Earth|Sources|Confirmé/);
    expect(strays(drawing)).toEqual([]);
    expect(clashes(drawing)).toEqual([]);
  }
});

it("draws a hundred thousand rows with a few thousand items, and moves on quickly", async () => {
  const rows = Array.from({length: 100_000}, (_, i) => {
    const [lat, lon] = [20 + ((i * 7919) % 30_000) / 1000, -10 + ((i * 104_729) % 60_000) / 1000];
    return `${day(i % 4000)},${lat},${lon},Event ${i}`;
  });
  const loaded = await read(["date,latitude,longitude,title", ...rows]);
  expect(loaded.dataset.length).toBe(100_000);
  const poster = await posterOf({loaded, sources: new Map()}, "wide");
  const drawing = together(poster.ground, poster.moment());
  expect(items(drawing.items)).toBeLessThan(600);
  expect(textsOf(drawing.items).map(wordsOf).join(" ")).toContain("100,000 events");
  expect(strays(drawing)).toEqual([]);
  const [start, end] = poster.session.selection.window;
  const all = JSON.stringify(poster.moment());
  const began = performance.now();
  for (let i = 1; i <= 20; i++) {
    poster.session.selection.setWindow(start, start + ((end - start) * i) / 20);
    poster.moment();
  }
  expect((performance.now() - began) / 20).toBeLessThan(250);
  expect(JSON.stringify(poster.moment())).toBe(all);
}, 60_000);

it("keeps hostile titles, names and texts text, in letters that XML allows", async () => {
  const nasty = `<script>alert(1)</script>"]]>&lt;\u0000\u0007\u202eevil\ud800 ${"W".repeat(4000)}`;
  const {loaded, sources} = await shipped();
  const chapter = {title: nasty, text: `${nasty} ${nasty}`, events: [], view: {}};
  const own = {...loaded, story: {...loaded.story, title: nasty, kicker: nasty, credit: nasty, license: nasty}};
  const bad = new Map(
    [...sources].map(([key, source]) => [key, {...source, publisher: `${nasty.slice(0, 40)}${key}`}]),
  );
  for (const told of [undefined, chapter]) {
    const poster = await posterOf({loaded: own, sources: bad}, "story", "en", {}, {chapter: told});
    const drawing = together(poster.ground, poster.moment());
    const svg = svgOf(drawing, {title: poster.title});
    const xml = new DOMParser().parseFromString(svg, "image/svg+xml");
    expect(xml.querySelector("parsererror")).toBeNull();
    expect([...xml.querySelectorAll("*")].map(({localName}) => localName)).not.toContain("script");
    expect(xml.documentElement.textContent).toContain("<script>alert(1)");
    expect(svg).not.toMatch(/[\u0000-\u0008\u202e]/);
    expect(strays(drawing)).toEqual([]);
  }
}, 30_000);

it("stands on a plain ground where the basemap cannot be read", async () => {
  const shown = await shipped();
  const get = globalThis.fetch;
  vi.stubGlobal("fetch", async (input: URL | string, options?: RequestInit) => {
    if (String(input).includes("basemap")) throw new TypeError("refused");
    return get(input as string, options);
  });
  const poster = await posterOf(shown, "square", "en", {}, {home: "http://elsewhere.test/"});
  const texts = textsOf(together(poster.ground, poster.moment()).items).map(wordsOf);
  expect(texts.some((text) => text.startsWith("Al-Asad"))).toBe(true);
  stubFiles();
});

it("draws the light map where there is no archive of tiles", async () => {
  const shown = await shipped();
  const get = globalThis.fetch;
  vi.stubGlobal("fetch", async (input: URL | string, options?: RequestInit) => {
    if (String(input).includes("pmtiles")) throw new TypeError("refused");
    return get(String(input).replace("elsewhere.test", "localhost"), options);
  });
  const plain = await posterOf(shown, "square", "en", {}, {home: "http://elsewhere.test/light/../"});
  const paths = (list: readonly Item[]): string[] =>
    list.flatMap((item) => (item.kind === "path" ? [item.d] : item.kind === "group" ? paths(item.items) : []));
  expect(Math.max(...paths(plain.ground.items).map(({length}) => length))).toBeGreaterThan(2000);
  stubFiles();
});

it("says in an embedded table's own name what it is, where nothing else does", async () => {
  const loaded = await load("data/story.json", HOME);
  const {title: _title, name: _name, ...story} = loaded.story;
  const poster = await posterOf({loaded: {...loaded, story}, sources: new Map()}, "wide");
  expect(textsOf(poster.ground.items).map(wordsOf)).toContain("story.json");
});
