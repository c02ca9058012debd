import type {Plugin} from "vite";

const NOTHING = "\0no-fflate";

/**
 * Leaves out what pmtiles brings for browsers without `DecompressionStream`. All that can run the app's code have it: Chromium 80, Safari 16.4,
 * Firefox 113.
 */
export function leanTiles(): Plugin {
  return {
    name: "lean-tiles",
    enforce: "pre",
    apply: "build",
    resolveId: (id, importer) => (id === "fflate" && importer?.includes("/node_modules/pmtiles/") ? NOTHING : null),
    load: (id) =>
      id === NOTHING ? "export function decompressSync() { throw new Error('no DecompressionStream') }" : null,
  };
}
