/** What one build consists of, as far as it is kept for use without network. Paths stand below the folder of the build. */
export interface Manifest {
  /** Changes with any byte of the build. */
  build: string;
  /** Subresource integrity by path. Pages carry the build's name in them and need none: it is "" for those. */
  files: Readonly<Record<string, string>>;
  /** The archive of map tiles, which is kept apart and only where it is wanted; null where the build has none. */
  map: {path: string; integrity: string} | null;
  /** Sizes in bytes, as they are kept. */
  bytes: {files: number; map: number};
}

/** Where the map's tiles stand. */
export const MAP = "basemap/world.pmtiles";

/** The name of the `<meta>` that says which build a page belongs to. */
export const BUILD_META = "dateline-build";

/** The build that the text of a page names; null where it names none. */
export const buildIn = (html: string): string | null =>
  new RegExp(`<meta name="${BUILD_META}" content="([\\w-]+)"`).exec(html)?.[1] ?? null;

/** Pages that are opened by themselves: `index.html`, `index.fr.html`. */
export const isPage = (path: string): boolean => /^index(\.[a-z]{2,3})?\.html$/.test(path);

/** What changes its name with its contents, so that any copy of it is the right one. */
export const isHashed = (path: string): boolean => path.startsWith("assets/");

/**
 * Whether a file of the build is kept at all. What stands in somebody else's page is not, so that it is never out of date, nor what only
 * machines ask for.
 */
export const isKept = (path: string): boolean =>
  isPage(path) ||
  isHashed(path) ||
  path === MAP ||
  /^(data|basemap|single)\/[^/]+$/.test(path) ||
  /^(icon(-[\w-]+)?\.(svg|png)|apple-touch-icon\.png|[\w-]+\.webmanifest)$/.test(path);
