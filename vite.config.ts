import {svelte} from "@sveltejs/vite-plugin-svelte";
import {createReadStream} from "node:fs";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import type {Plugin} from "vite";
import {defineConfig} from "vitest/config";
import {hostScript} from "./src/build/hostScript.ts";
import {lean} from "./src/build/lean.ts";
import {inlineElement} from "./src/build/inlineElement.ts";
import {serviceWorker} from "./src/build/serviceWorker.ts";
import {singleFile} from "./src/build/singleFile.ts";
import {still} from "./src/build/still.ts";
import {projects} from "./tests/projects.ts";

const DATA = join(import.meta.dirname, "data");
const isShipped = (name: string) => /^[\w-]+\.(csv|json|md)$/.test(name);

/** Serves the tables of `data/` under `data/`, and puts them into the build. */
function shippedData(): Plugin {
  return {
    name: "shipped-data",
    configureServer(server) {
      server.middlewares.use("/data", (request, response, next) => {
        const name = (request.url ?? "").slice(1).split("?")[0]!;
        if (!isShipped(name)) return next();
        response.setHeader("content-type", name.endsWith(".json") ? "application/json" : "text/csv; charset=utf-8");
        createReadStream(join(DATA, name)).on("error", next).pipe(response);
      });
    },
    async generateBundle() {
      for (const name of (await readdir(DATA)).filter(isShipped)) {
        const source = await readFile(join(DATA, name), "utf8");
        // A story is fetched before anything can be seen of it: without its indents.
        const lean = name.endsWith(".json") ? JSON.stringify(JSON.parse(source)) : source;
        this.emitFile({type: "asset", fileName: `data/${name}`, source: lean});
      }
    },
  };
}

/** Parts that the first picture does without. */
const LATER =
  /src\/(map|list|read|open|save|share|out|present|presenter|chapters|scroll|offline|single|still)\/|fonts\/others|afterwards\.ts|frame\/|state\/acts|data\/(import|formats|understand|save)\/|element\.ts|src\/(keys|parts)\.ts|ui\/playWhenSeen|ui\/(modal|brand|palette|contrast|Dialog|Tabs|Segments|Check|Pick|Select|ActRow|RadioList|RowChoice|download)|state\/(announced|chapters|briefing|presenting|savedRows|searching|opening|gather|remembered|resume|review|shipped)|\/(Overlay|Desk|Narrow|TopBar|Embed|Present|Presenter|Scroll|EmbedActs|EmbedFoot|Tools|SearchBox|LanguageSwitch|Menu|DataMenu|DataEntries|Failure|Notices|Notice|Panel|Facet|Extras|Annotations|Leaders|Figures|Rail|Short|Counter|Values|Caption|Edges|Tools|Lanes|LaneNames|DateField|Bars|StatedValue)\.svelte|facets\/(short|values)\.ts|timeline\/(dates|later|labels\.svelte|solve|wrap|bars|laneBars|lanes|placeValue)\.ts|i18n\/(still|picture|video|file|handout|offline|chapters|presenter|present|scroll|takeaway|rowChoice|english|en\/(list|map|crowd)\.ts|bare|crowd|cut|title|roleText|fr|ar|read|open|save|share|ways|failure|notices|size|presets|.*\/(bare|read|open|save|share|picture|video|file|handout|offline|chapters|presenter|present|scroll|takeaway|rowChoice|ways|failures|issues|formats|understanding))|i18n\/(fr|ar)\/|data\/(search|foldedText|slices|parse|readers|textBuilder|limits|delimited|csv|plan|places|table|category|grow|report|zone|record|story|shownOnly|viewState|readStory|sources|worker)\.ts/;

/** What only forms and dialogs need of Svelte. */
const LATER_SVELTE =
  /bindings\/(input|select|universal|media|navigator|document)\.js|customizable-select|legacy-client|svelte-element|svelte\/src\/reactivity/;

/** What it needs goes into one file, which packs better than a dozen. */
const isCore = (id: string) =>
  id.includes("node_modules")
    ? /node_modules\/(svelte|d3-array|d3-time|internmap|clsx)\//.test(id) && !LATER_SVELTE.test(id)
    : /preload-helper/.test(id) || (/\/src\//.test(id) && !LATER.test(id));

export default defineConfig({
  base: "./",
  plugins: [
    svelte({compilerOptions: {discloseVersion: false}}),
    lean(),
    shippedData(),
    hostScript(),
    inlineElement(isCore),
    singleFile(),
    still(),
    serviceWorker(),
  ],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{name: "core", test: isCore, minSize: 0}],
        },
      },
    },
  },
  worker: {format: "es"},
  preview: {port: Number(process.env["PORT"] ?? 4173), strictPort: true},
  resolve: process.env["VITEST"] ? {conditions: ["browser"]} : {},
  test: {
    projects,
    // One a core; a small machine would else have a single one.
    maxWorkers: "100%",
    // Twice what one is given by itself.
    testTimeout: 10_000,
    restoreMocks: true,
  },
});
