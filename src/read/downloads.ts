import {dataUrl} from "../data/links.ts";
import type {Loaded} from "../data/load.ts";

export interface Download {
  table: "data" | "sources" | "sites" | "totals";
  name: string;
  href: string;
}

/** The story's tables where they can be had: on this page's origin or by https. */
export function downloads({url, story}: Pick<Loaded, "url" | "story">, page: string): Download[] {
  const paths = [
    ["data", story.data],
    ["sources", story.sources],
    ["sites", story.sites],
    ["totals", story.totals?.data],
  ] as const;
  return paths.flatMap(([table, path]) => {
    if (path === undefined) return [];
    const href = resolve(path, url, page);
    return href === null ? [] : [{table, name: href.split(/[?#]/)[0]!.split("/").at(-1)!, href}];
  });
}

function resolve(path: string, base: string, page: string): string | null {
  try {
    return dataUrl(new URL(path, base).href, page)?.href ?? null;
  } catch {
    return null;
  }
}
