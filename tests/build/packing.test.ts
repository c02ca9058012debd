// @vitest-environment node
import {spawnSync} from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {pack} from "../../src/build/packing.ts";
import {BLOCKS, templateOf} from "../../src/data/save/singlePage.ts";

const ROOT = join(import.meta.dirname, "../..");
const FRAME = {policy: "default-src 'none'", icon: "data:,", style: "", world: "", labels: "", app: "", loader: ""};
let folder: string;
let to: string;
let dist: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-pack-"));
  [to, dist] = [join(folder, "out.html"), join(folder, "dist")];
  mkdirSync(join(dist, "single"), {recursive: true});
  writeFileSync(join(dist, "single/template.txt"), templateOf(FRAME));
  writeFileSync(join(dist, "single/faces.json"), "[]");
  cpSync(join(ROOT, "public/basemap"), join(dist, "basemap"), {recursive: true});
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const written = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const block = (id: string): string => new RegExp(`id="${id}">(.*?)</script>`, "s").exec(readFileSync(to, "utf8"))![1]!;

describe("pack", () => {
  it("packs the shipped story with the tables beside it, in its own language and view", async () => {
    const {bytes, events} = await pack({from: join(ROOT, "data/story.json"), to, dist});
    expect(events).toBe(232);
    expect(bytes).toBe(readFileSync(to).length);
    expect(JSON.parse(block(BLOCKS.content))).toEqual({language: "en", brand: null, view: {}});
    expect(JSON.parse(block(BLOCKS.story)).tables["sources.csv"]).toContain("publisher");
  });

  it("opens in the view and language that it is told, and leaves out what is the story's own", async () => {
    const from = join(ROOT, "data/story.json");
    const {time} = JSON.parse(readFileSync(from, "utf8")).view;
    await pack({from, to, dist, lang: "ar", view: `time=${time}&q=drone`});
    expect(JSON.parse(block(BLOCKS.content))).toEqual({language: "ar", brand: null, view: {q: "drone"}});
    expect(readFileSync(to, "utf8")).toContain('<html lang="ar" dir="rtl">');
  });

  it("packs a table of any kind, as it is understood", async () => {
    const from = written(
      "table.csv",
      "Datum;Breite;Länge;Titel\n01.03.2022;48,85;2,35;Eins\n14.03.2022;45,7;4,8;Zwei\n",
    );
    expect((await pack({from, to, dist})).events).toBe(2);
    expect(JSON.parse(block(BLOCKS.story)).tables["events.csv"]).toContain("2022-03-14");
  });

  it("finds tables by their addresses", async () => {
    written("my rows.csv", "date,title\n2022-03-01,One\n");
    const from = written(
      "s.json",
      JSON.stringify({data: "my%20rows.csv?v=2", mapping: {start: "date", title: "title"}}),
    );
    expect((await pack({from, to, dist})).events).toBe(1);
  });

  it.each([
    ["a flag that there is not", ["s.json", "out.html", "--dist=dist", "--lnag=fr"], "--lnag=fr"],
    ["to write over the story", ["s.json", "./s.json", "--dist=dist"], "s.json"],
    ["to write where there is no folder", ["s.json", "gone/out.html", "--dist=dist"], "no folder"],
    ["a build where there is none", ["s.json", "out.html", "--dist=kept"], "--dist"],
  ])("changes nothing when it is called with %s", (_, args, said) => {
    const tables = {"t.csv": "date,title\n2022-03-01,One\n"};
    const story = JSON.stringify({data: "t.csv", tables, mapping: {start: "date", title: "title"}});
    written("s.json", story);
    mkdirSync(join(folder, "kept"));
    const {status, stderr} = spawnSync(process.execPath, [join(ROOT, "src/build/pack.mjs"), ...args], {
      cwd: folder,
      env: {...process.env, npm_lifecycle_event: ""},
      encoding: "utf8",
    });
    expect(status).toBeGreaterThan(0);
    expect(stderr).toContain(said);
    expect([readFileSync(join(folder, "s.json"), "utf8"), readdirSync(join(folder, "kept"))]).toEqual([story, []]);
    expect(existsSync(to)).toBe(false);
  });

  it("leaves out the private notes unless they are asked for", async () => {
    const chapters = [{title: "T", text: "x", notes: "between us", view: {}}];
    const mapping = {start: "date", title: "title"};
    written("t.csv", "date,title\n2022-03-01,One\n");
    const from = written("story.json", JSON.stringify({title: "S", data: "t.csv", mapping, chapters}));
    await pack({from, to, dist});
    expect(readFileSync(to, "utf8")).not.toContain("between us");
    await pack({from, to, dist, notes: true});
    expect(readFileSync(to, "utf8")).toContain("between us");
  });

  it("refuses what it cannot do, in words, and writes nothing", async () => {
    const from = join(ROOT, "data/story.json");
    await expect(pack({from: join(folder, "none.json"), to, dist})).rejects.toThrow("ENOENT");
    await expect(pack({from, to, dist, lang: "de"})).rejects.toThrow("--lang: de");
    await expect(pack({from, to, dist, view: "time=yesterday"})).rejects.toThrow("--view: cannot read time");
    await expect(pack({from, to, dist, view: "zoom=3"})).rejects.toThrow("--view: cannot read zoom=3");
    const away = written("away.json", JSON.stringify({data: "https://a.example/t.csv"}));
    await expect(pack({from: away, to, dist})).rejects.toThrow("is not on this computer");
    mkdirSync(join(folder, "own"));
    written("secret.csv", "date,title\n2022-03-01,One\n");
    for (const data of ["../secret.csv", "%2e%2e/secret.csv", "link.csv"]) {
      const curious = written("own/story.json", JSON.stringify({data, mapping: {start: "date", title: "title"}}));
      if (data === "link.csv") symlinkSync(join(folder, "secret.csv"), join(folder, "own/link.csv"));
      await expect(pack({from: curious, to, dist}), data).rejects.toThrow("is not in the story's own folder");
    }
    expect(existsSync(to)).toBe(false);
  });
});
