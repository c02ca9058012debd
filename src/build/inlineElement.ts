import {svelte} from "@sveltejs/vite-plugin-svelte";
import {join} from "node:path";
import {build, type Plugin} from "vite";
import {lean} from "./lean.ts";

/** Where chunks, workers, fonts and styles of the inline element stand, below the folder of `inline.js`. */
const FOLDER = "inline";
/** What the entry says in place of the name of its styles. */
const STYLES = "__DATELINE_STYLES__";
/** Names that fonts have in the page, and those that they have among the fonts of somebody else's. */
const FAMILIES = ["Source Serif 4", "Inter", "Noto Sans Arabic"];

/**
 * Builds the inline element beside the page: `inline.js`, which is always called so, and what it needs in `inline/`, under names that change
 * with the contents. `isCore` says which modules are needed before anything can be seen; they go into one chunk.
 */
export function inlineElement(isCore: (id: string) => boolean): Plugin {
  let root = "";
  let outDir = "";
  return {
    name: "inline-element",
    apply: "build",
    configResolved(config) {
      root = config.root;
      outDir = config.build.outDir;
    },
    closeBundle: {
      sequential: true,
      handler: async () => {
        await build({
          configFile: false,
          root,
          base: "./",
          logLevel: "warn",
          plugins: [
            lean(),
            ownFamilies(),
            svelte({configFile: false, compilerOptions: {discloseVersion: false}}),
            namedStyles(),
          ],
          worker: {
            format: "es",
            rolldownOptions: {
              output: {
                entryFileNames: `${FOLDER}/[name]-[hash].js`,
                chunkFileNames: `${FOLDER}/[name]-[hash].js`,
                assetFileNames: `${FOLDER}/[name]-[hash][extname]`,
              },
            },
          },
          build: {
            outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            target: "es2022",
            assetsInlineLimit: 0,
            assetsDir: FOLDER,
            cssCodeSplit: false,
            modulePreload: false,
            rolldownOptions: {
              input: join(root, "src/inline.ts"),
              // A worker can only be started from an address of the page's own origin.
              transform: {inject: {Worker: [join(root, "src/inline/worker.ts"), "NearWorker"]}},
              output: {
                entryFileNames: "inline.js",
                chunkFileNames: `${FOLDER}/[name]-[hash].js`,
                assetFileNames: `${FOLDER}/[name]-[hash][extname]`,
                codeSplitting: {groups: [{name: "core", test: (id: string) => !isEntry(id) && isCore(id), minSize: 0}]},
              },
            },
          },
        });
      },
    },
  };
}

/** It knows its own address, so it stays in the file that hosts ask for. */
const isEntry = (id: string) => /\/src\/inline\.ts$/.test(id);

/** Fonts are made known to the whole of a page: under names of their own they replace none of its fonts. */
function ownFamilies(): Plugin {
  return {
    name: "own-families",
    enforce: "pre",
    transform: (code, id) => {
      if (!/\/src\/.*\.(ts|svelte|css)(\?|$)/.test(id)) return null;
      const renamed = FAMILIES.reduce((text, name) => text.replaceAll(`"${name}"`, `"Dateline ${name}"`), code);
      return renamed === code ? null : {code: renamed, map: null};
    },
  };
}

/** Tells the entry what the file with all styles is called. */
function namedStyles(): Plugin {
  return {
    name: "named-styles",
    enforce: "post",
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const styles = files.filter(({fileName}) => fileName.endsWith(".css"));
      const entry = files.find((file) => file.type === "chunk" && file.isEntry);
      if (styles.length !== 1 || entry?.type !== "chunk" || !entry.code.includes(STYLES))
        this.error(`one file of styles and an entry that names it: ${styles.map(({fileName}) => fileName).join()}`);
      entry.code = entry.code.replace(STYLES, styles[0]!.fileName);
    },
  };
}
