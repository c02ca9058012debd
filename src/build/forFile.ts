import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {join} from "node:path";
import type {Plugin} from "vite";

/** Modules that a file has others in place of: there is no address to share, nothing is kept, and its own story is the one it comes with. */
const REPLACED: Record<string, string> = {
  "src/share/ShareDialog.svelte": "src/single/NoLinks.svelte",
  "src/state/shipped.ts": "src/single/shipped.ts",
  "src/open/Stories.svelte": "src/single/OwnStory.svelte",
  "src/i18n/ways.ts": "src/single/ways.ts",
  "src/data/formats/xlsx.ts": "src/single/noReader.ts",
  "src/data/formats/parquet.ts": "src/single/noReader.ts",
};
/** Modules that start the worker beside them, and what the script of the file calls it. */
const STARTERS: Record<string, string> = {
  "src/data/parser.ts": "table",
  "src/data/import/client.ts": "importer",
};
const BESIDE = JSON.stringify("./worker.ts");
const STARTED = `new URL(${BESIDE}, import.meta.url)`;
const MAP_WORKER = "maplibre-gl/dist/maplibre-gl-worker.mjs";
const MAP_ADDRESS = "\0map-worker";

/** Changes modules for a file that stands alone: workers start from its own text, and what needs an address of the page is replaced. */
export function forFile(root: string): Plugin {
  const at = (path: string) => join(root, path);
  const replaced = new Map(Object.entries(REPLACED).map(([from, to]) => [at(from), at(to)]));
  const starters = new Map(Object.entries(STARTERS).map(([path, role]) => [at(path), role]));
  return {
    name: "for-file",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (source === "idb-keyval") return at("src/single/noStore.ts");
      if (source.startsWith(MAP_WORKER)) return MAP_ADDRESS;
      if (!source.startsWith(".") || importer === undefined) return null;
      const found = await this.resolve(source, importer, {...options, skipSelf: true});
      const other = found === null ? undefined : replaced.get(found.id);
      return other === undefined || importer === other ? found : other;
    },
    async load(id) {
      if (id !== MAP_ADDRESS) return null;
      const text = await readFile(createRequire(import.meta.url).resolve(MAP_WORKER), "utf8");
      // It exports its class for nobody; without that it is a classic script.
      const script = text.replace(/export\{[^}]*\};?/, "").replace(/\/\/# sourceMappingURL=.*/, "");
      if (script.length === text.length || /\bexport[{ ]/.test(script)) this.error(`${MAP_WORKER} exports otherwise`);
      // By its ending MapLibre knows it for a classic one.
      return `import {keepWorker} from ${JSON.stringify(at("src/single/script.ts"))};
export default keepWorker("map-worker.cjs", ${JSON.stringify(script)});`;
    },
    transform(code, id) {
      const role = starters.get(id.split("?")[0]!);
      if (role === undefined) return null;
      if (!code.includes(STARTED)) this.error(`${id} starts its worker otherwise`);
      return {code: code.replace(STARTED, JSON.stringify(role)), map: null};
    },
  };
}
