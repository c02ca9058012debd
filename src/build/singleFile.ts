import {svelte} from "@sveltejs/vite-plugin-svelte";
import {createHash} from "node:crypto";
import {mkdir, readFile, writeFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {gzipSync} from "node:zlib";
import {build, type Plugin, type Rolldown} from "vite";
import {templateOf} from "../data/save/singlePage.ts";
import {facesIn} from "./faces.ts";
import {forFile} from "./forFile.ts";

/** Where the parts of single files stand in the build. */
const FOLDER = "single";

/**
 * Puts what single files are made of beside the page: `single/template.txt`, a whole page with gaps for a story, its view, its fonts and its
 * piece of map; and the fonts for letters that not every story has.
 */
export function singleFile(): Plugin {
  let root = "";
  let outDir = "";
  return {
    name: "single-file",
    apply: "build",
    configResolved(config) {
      root = config.root;
      outDir = resolve(root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      handler: async () => {
        const folder = join(outDir, FOLDER);
        await mkdir(folder, {recursive: true});
        const [template, {faces, files}] = await Promise.all([templateFrom(root), facesIn(root)]);
        await writeFile(join(folder, "template.txt"), template);
        await writeFile(join(folder, "faces.json"), JSON.stringify(faces));
        for (const [name, path] of Object.entries(files)) await writeFile(join(folder, name), await readFile(path));
      },
    },
  };
}

async function templateFrom(root: string): Promise<string> {
  const read = (path: string) => readFile(join(root, path));
  const [app, loader, world, labels, icon] = await Promise.all([
    bundled(root, "src/single/start.ts"),
    bundled(root, "src/single/loader.ts"),
    read("public/basemap/world.json"),
    read("public/basemap/labels.json"),
    read("public/icon.svg"),
  ]);
  if (/<\/script|<!--/i.test(loader.code)) throw new Error("the loader cannot stand in a page");
  return templateOf({
    policy: policyFor([loader.code, app.code], app.style),
    icon: `data:image/svg+xml;base64,${icon.toString("base64")}`,
    style: packed(app.style),
    world: packed(world),
    labels: packed(labels),
    app: packed(app.code),
    loader: loader.code,
  });
}

const packed = (contents: string | Buffer): string => gzipSync(contents, {level: 9}).toString("base64");
const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Nothing runs but what is known by its hash, and nothing is fetched from anywhere. */
const policyFor = (scripts: readonly string[], style: string): string =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(" ")}`,
    `style-src ${hashOf(style)}`,
    "font-src data:",
    "img-src data: blob:",
    "media-src blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** One classic script without imports, with its styles. */
async function bundled(root: string, entry: string): Promise<{code: string; style: string}> {
  const {output} = (await build({
    configFile: false,
    root,
    base: "./",
    logLevel: "error",
    publicDir: false,
    plugins: [forFile(root), svelte({configFile: false, compilerOptions: {discloseVersion: false}})],
    build: {
      write: false,
      target: "es2022",
      // Fonts become part of the styles.
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, entry),
        transform: {
          // A classic script has no address.
          define: {"import.meta": "{}"},
          inject: {
            Worker: [join(root, "src/single/OwnWorker.ts"), "OwnWorker"],
            fetch: [join(root, "src/single/ownFetch.ts"), "ownFetch"],
          },
        },
        output: {format: "iife", codeSplitting: false},
      },
    },
  })) as Rolldown.RolldownOutput;
  const scripts = output.filter((file) => file.type === "chunk");
  const assets = output.filter((file) => file.type === "asset");
  const styles = assets.filter(({fileName}) => fileName.endsWith(".css"));
  if (scripts.length !== 1 || styles.length !== assets.length || styles.length > 1)
    throw new Error(`one script and its styles: ${output.map(({fileName}) => fileName).join()}`);
  return {code: scripts[0]!.code, style: String(styles[0]?.source ?? "").trim()};
}
