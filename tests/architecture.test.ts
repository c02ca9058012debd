// @vitest-environment node
import {readdirSync, readFileSync} from "node:fs";
import {join, posix} from "node:path";
import {describe, expect, it} from "vitest";

const SRC = join(import.meta.dirname, "../src");
const files = readdirSync(SRC, {recursive: true, encoding: "utf8"})
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(ts|svelte)$/.test(path))
  .sort();
const text = new Map(files.map((path) => [path, readFileSync(join(SRC, path), "utf8")]));

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s[^;"']*?from\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']|new URL\(\s*["']([^"']+)["'], import\.meta/g;

/** What a file imports: files of `src` as paths from there, packages by name. */
const importsOf = (path: string): string[] =>
  [...text.get(path)!.matchAll(IMPORT)].map(([, from, alone, worker]) => {
    const target = (from ?? alone ?? worker)!.replace(/^node:.*/, "package:node");
    if (target === "package:node") return target;
    return target.startsWith(".") ? posix.normalize(posix.join(posix.dirname(path), target)) : `package:${target}`;
  });
const imports = files.flatMap((path) => importsOf(path).map((target) => ({path, target})));
const ringOf = (path: string) => (path.includes("/") ? path.split("/")[0]! : path);
const packageOf = (target: string) => target.replace(/^package:((@[^/]+\/)?[^/?]+).*/, "$1");

const RULES: Record<string, {rings: string[]; packages: string[]}> = {
  data: {
    rings: ["data"],
    packages: [
      "@e965/xlsx",
      "chardet",
      "d3",
      "fflate",
      "fzstd",
      "hyparquet",
      "hyparquet-compressors",
      "papaparse",
      "sax",
      "zod",
    ],
  },
  state: {rings: ["data", "state"], packages: ["svelte", "idb-keyval"]},
  i18n: {rings: ["data", "i18n"], packages: ["svelte"]},
  ui: {rings: ["data", "i18n", "ui"], packages: ["svelte", "d3"]},
  // What runs on somebody else's page, so small that it knows of the app only how it speaks.
  host: {rings: ["host", "frame"], packages: []},
  // The picture in the page that is served is put together from the same views.
  still: {
    rings: ["data", "state", "ui", "i18n", "still", "timeline", "map", "story", "list"],
    packages: ["svelte", "d3"],
  },
  // What is taken away is drawn from the same views.
  out: {
    rings: ["data", "state", "ui", "i18n", "out", "offline", "timeline", "map", "story", "list", "still"],
    packages: ["svelte", "d3", "fflate", "mediabunny", "pbf", "@mapbox/vector-tile", "pmtiles"],
  },
  presenter: {rings: ["data", "state", "ui", "i18n", "presenter", "out", "map"], packages: ["svelte", "d3"]},
  // A worker of its own, which knows files and nothing of the app, and what the page says of it.
  offline: {rings: ["offline", "data", "i18n"], packages: ["svelte"]},
  single: {
    rings: ["data", "state", "ui", "i18n", "single", "App.svelte", "element.ts", "surroundings.ts", "page.css"],
    packages: ["svelte", "pmtiles"],
  },
  inline: {
    rings: ["data", "state", "ui", "i18n", "frame", "inline", "App.svelte", "element.ts", "surroundings.ts"],
    packages: ["svelte"],
  },
  // Runs in Node, when the page is built.
  build: {
    rings: ["build", "data", "state", "i18n", "still", "inline", "host", "ui", "offline", "out", "single"],
    packages: [
      "vite",
      "svelte",
      "@sveltejs/vite-plugin-svelte",
      "d3",
      "geojson",
      "wawoff2",
      "@resvg/resvg-js",
      "topojson-client",
      "topojson-specification",
    ],
  },
};
const view = (folder: string) => ({
  rings: ["data", "state", "ui", "i18n", folder],
  packages: [
    "svelte",
    "d3",
    ...(folder === "map" ? ["maplibre-gl", "pmtiles", "topojson-client", "topojson-specification"] : []),
  ],
});
const mayUseNode = (folder: string) => folder === "build";
const folders = [...new Set(files.filter((path) => path.includes("/")).map(ringOf))];

/** Code without its comments, texts and patterns. */
const codeOf = (path: string) =>
  text
    .get(path)!
    .replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, " ")
    .replace(/(^|\s)\/\/.*$/gm, "$1")
    .replace(/(?<=[=(,:]\s*)\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g, "0")
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');

describe("imports", () => {
  it("are found at all", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(importsOf("data/parser.ts")).toEqual(expect.arrayContaining(["data/parse.ts", "data/worker.ts"]));
    expect(importsOf("main.ts")).toEqual(expect.arrayContaining(["App.svelte", "package:svelte", "page.css"]));
  });

  it.each(folders)("of %s go inwards only, and never to a sibling", (folder) => {
    const {rings, packages} = RULES[folder] ?? view(folder);
    const wrong = imports
      .filter(({path}) => ringOf(path) === folder)
      .filter(({target}) =>
        target === "package:node"
          ? !mayUseNode(folder)
          : target.startsWith("package:")
            ? !packages.includes(packageOf(target))
            : !rings.includes(ringOf(target)),
      );
    expect(wrong).toEqual([]);
  });

  it("of the key bindings know the state and nothing else", () => {
    const rings = new Set(importsOf("keys.ts").map(ringOf));
    expect([...rings].filter((ring) => ring !== "state" && ring !== "data")).toEqual([]);
  });

  it("name files that there are", () => {
    const missing = imports.filter(
      ({target}) => /\.(ts|svelte)$/.test(target) && !target.startsWith("package:") && !text.has(target),
    );
    expect(missing).toEqual([]);
  });

  it("bring in MapLibre in one file of the map, PapaParse and zod in data", () => {
    const importers = (name: string) => [
      ...new Set(
        imports.filter(({target}) => target.startsWith("package:") && packageOf(target) === name).map(({path}) => path),
      ),
    ];
    expect(importers("maplibre-gl")).toEqual(["map/maplibre.ts"]);
    expect(importers("papaparse")).toHaveLength(1);
    expect([...importers("papaparse"), ...importers("zod")].filter((path) => ringOf(path) !== "data")).toEqual([]);
  });

  it("never name the page", () => {
    expect(imports.filter(({target}) => target === "main.ts")).toEqual([]);
  });

  it("stand in no barrel", () => {
    expect(files.filter((path) => /(^|\/)index\.ts$/.test(path))).toEqual([]);
    const onlyPassingOn = files.filter((path) => /^(\s*export\s[^;]*from\s*"[^"]+";)+\s*$/.test(text.get(path)!));
    expect(onlyPassingOn).toEqual([]);
  });
});

describe("the source", () => {
  it("makes no markup and no code out of text", () => {
    const forbidden =
      /\{@html|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\bsetHTML(Unsafe)?\b|\beval\s*\(|\bnew Function\b|createContextualFragment|javascript:/;
    expect(files.filter((path) => forbidden.test(text.get(path)!))).toEqual([]);
  });

  it("of data knows no page", () => {
    const page = /\b(document|window|navigator|localStorage|sessionStorage|location|requestAnimationFrame)\b/;
    // A worker knows the machine that it runs on, and where it came from.
    const inner = files.filter((path) => ringOf(path) === "data" && path !== "data/import/worker.ts");
    expect(inner.filter((path) => page.test(codeOf(path)))).toEqual([]);
  });

  it("of data and state keeps nothing for all sessions that could be written to", () => {
    const loose = /^(export )?let /m;
    const inner = files.filter((path) => ["data", "state"].includes(ringOf(path)));
    expect(inner.filter((path) => loose.test(text.get(path)!))).toEqual([]);
  });
});
