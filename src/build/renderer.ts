import {svelte} from "@sveltejs/vite-plugin-svelte";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Topology} from "topojson-specification";
import {createServer} from "vite";
import {LANGUAGES, type Language} from "../data/languages.ts";
import {formatPeriod} from "../data/period.ts";
import type {Facts} from "./discovery.ts";
import {landOf} from "./land.ts";

type Render = typeof import("../still/render.ts");

/** What is rendered of the shipped story in one language. */
export interface Rendered {
  lang: Language;
  /** The still, as HTML. */
  still: string;
  /** The picture to share, as SVG of 1200 by 630 px. */
  card: string;
  /** Title and description of the page in its own words. */
  title: string;
  description: string;
  /** What machines are told of the record. */
  record: Facts["record"];
}

/**
 * Renders the story in `data/` with the app's own modules, compiled for Node. `root` is the project's folder. Ends every server that it
 * starts.
 */
export async function renderAll(root: string): Promise<Rendered[]> {
  const server = await createServer({
    configFile: false,
    root,
    plugins: [svelte()],
    server: {middlewareMode: true, hmr: false, ws: false, watch: null},
    appType: "custom",
    optimizeDeps: {noDiscovery: true, include: []},
    logLevel: "error",
  });
  try {
    const {loadFrom, tell, stagesOf, stillOf, cardOf, wordsOf} = (await server.ssrLoadModule(
      "/src/still/render.ts",
    )) as Render;
    const text = (path: string) => readFile(join(root, path), "utf8");
    const [story, world, names] = await Promise.all(
      ["data/story.json", "public/basemap/world.json", "public/basemap/labels.json"].map(text),
    );
    const loaded = await loadFrom(story!, async (name) => {
      const bytes = await readFile(join(root, "data", name));
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    });
    const topology = JSON.parse(world!) as Topology;
    const stages = stagesOf(loaded);
    const land = landOf(topology, stages.still, loaded.story.focus);
    const cardLand = landOf(topology, stages.card, loaded.story.focus);
    const labels = JSON.parse(names!);
    const whole = {time: formatPeriod(loaded.dataset.extent), event: ""};
    return await Promise.all(
      LANGUAGES.map(async (lang) => {
        const telling = await tell(loaded, lang);
        return {
          lang,
          still: stillOf(telling, land, labels),
          card: cardOf(await tell(loaded, lang, whole), cardLand, labels),
          ...wordsOf(telling),
        };
      }),
    );
  } finally {
    await server.close();
  }
}
