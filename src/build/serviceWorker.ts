import {createHash} from "node:crypto";
import {readdir, readFile, stat, writeFile} from "node:fs/promises";
import {join, relative, resolve, sep} from "node:path";
import {build, type Plugin, type Rolldown} from "vite";
import {BUILD_META, isKept, isPage, MAP, type Manifest} from "../offline/manifest.ts";

/** The worker's name; it stands beside the page, since it is only asked about what lies below itself. */
const NAME = "sw.js";
const ENTRY = join(import.meta.dirname, "../offline/worker.ts");

/** Writes the worker that keeps the build for use without network, and the name of the build into its pages. To be the last plugin. */
export function serviceWorker(): Plugin {
  let outDir = "";
  return {
    name: "service-worker",
    apply: "build",
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      order: "post",
      sequential: true,
      handler: () => writeWorker(outDir),
    },
  };
}

/** Writes `sw.js` into the folder of a build, and which build they are of into its pages. Doing it again changes nothing. */
export async function writeWorker(folder: string): Promise<void> {
  const manifest = await nameBuild(folder);
  await writeFile(join(folder, NAME), await workerCode(manifest));
}

/** Lists what is kept of a build, and writes its name, which changes with any byte of it, into its pages. */
export async function nameBuild(folder: string): Promise<Manifest> {
  const paths = (await readdir(folder, {recursive: true, withFileTypes: true}))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter(isKept)
    .sort();
  const whole = createHash("sha256");
  const files: Record<string, string> = {};
  let map: Manifest["map"] = null;
  const pages = new Map<string, string>();
  for (const path of paths) {
    const read = await readFile(join(folder, path));
    const bytes = isPage(path) ? Buffer.from(unnamed(read.toString())) : read;
    const integrity = `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
    whole.update(`${path} ${integrity}\n`);
    if (path === MAP) map = {path, integrity};
    else files[path] = isPage(path) ? "" : integrity;
    if (isPage(path)) pages.set(path, bytes.toString());
  }
  const name = whole.digest("hex").slice(0, 16);
  for (const [path, html] of pages) await writeFile(join(folder, path), named(html, name));
  const sizeOf = async (path: string) => (await stat(join(folder, path))).size;
  const sizes = await Promise.all(Object.keys(files).map(sizeOf));
  return {
    build: name,
    files,
    map,
    bytes: {files: sizes.reduce((sum, size) => sum + size, 0), map: map === null ? 0 : await sizeOf(map.path)},
  };
}

const META = new RegExp(`<meta name="${BUILD_META}" content="[^"]*">`);
const unnamed = (html: string): string => html.replace(META, "");
const named = (html: string, build: string): string =>
  unnamed(html).replace(/<head>/, `<head><meta name="${BUILD_META}" content="${build}">`);

async function workerCode(manifest: Manifest): Promise<string> {
  const {output} = (await build({
    configFile: false,
    logLevel: "warn",
    define: {__MANIFEST__: JSON.stringify(manifest)},
    build: {
      write: false,
      target: "es2022",
      modulePreload: {polyfill: false},
      rolldownOptions: {input: ENTRY, output: {format: "iife"}},
    },
  })) as Rolldown.RolldownOutput;
  return output[0].code;
}
