import type {Plugin} from "vite";

const NOTHING = "\0no-fflate";

/**
 * Leaves out what pmtiles brings for browsers without `DecompressionStream`. All that can run the app's code have it: Chromium 80, Safari 16.4,
 * Firefox 113.
 */
const leanTiles: Plugin = {
  name: "lean-tiles",
  enforce: "pre",
  apply: "build",
  resolveId: (id, importer) => (id === "fflate" && importer?.includes("/node_modules/pmtiles/") ? NOTHING : null),
  load: (id) =>
    id === NOTHING ? "export function decompressSync() { throw new Error('no DecompressionStream') }" : null,
};

/**
 * Says of what d3 makes as it is loaded that it may be left out where nobody asks for it: intervals in local time and ticks of d3-time, filters
 * of pictures and the shuffle of d3-array.
 */
const leanD3: Plugin = {
  name: "lean-d3",
  apply: "build",
  transform: {
    filter: {id: /\/node_modules\/d3-(?:array|time)\//},
    handler: (code) =>
      code
        .replace(/^const \[(\w+), (\w+)\] = (ticker\(.*\));/gm, "const $1 = $3[0];\nconst $2 = $3[1];")
        .replace(/^const (\w+) = (?=(?:timeInterval|timeWeekday|utcWeekday)\()/gm, "const $1 = /* @__PURE__ */ ")
        .replace(
          /^(const|var) (\w+) = (\w+\.range|(?:ticker|bisector|Blur2|shuffler)\(.*\)(?:\.\w+|\[\d\])?);/gm,
          "$1 $2 = /* @__PURE__ */ (() => $3)();",
        ),
  },
};

const HYDRATING = "export let hydrating = false;";
const SET_HYDRATING = "hydrating = value;";

/**
 * Says of Svelte that it never takes over elements that a server made, so that all it has for that may be left out: everything here is mounted
 * afresh.
 */
const leanSvelte: Plugin = {
  name: "lean-svelte",
  apply: "build",
  transform: {
    filter: {id: /\/svelte\/src\/internal\/client\/dom\/hydration\.js$/},
    handler(code) {
      if (!code.includes(HYDRATING) || !code.includes(SET_HYDRATING))
        this.error("Svelte says otherwise than before whether it hydrates: see src/build/lean.ts.");
      return code.replace(HYDRATING, "export const hydrating = false;").replace(SET_HYDRATING, "");
    },
  },
};

/** Packages without what the app has no use for, and bundlers cannot know that it has none. */
export const lean = (): Plugin[] => [leanTiles, leanD3, leanSvelte];
