import {dataUrl} from "../data/links.ts";
import type {Loaded} from "../data/load.ts";

export interface Download {
  table: "data" | "sources" | "sites" | "totals";
  name: string;
  href: string;
}

/** The story's tables where they can be had: on this page's origin or by https. None for a file that came from no address. */
export function downloads({story, report}: Loaded, page: string): Download[] {
  const events = report.source.url;
  if (events === undefined) return [];
  // The report knows the address of the event table; the other tables stand relative to the story, as that one does.
  const base = events.endsWith(story.data) ? events.slice(0, events.length - story.data.length) : events;
  const paths = [
    ["data", events],
    ["sources", story.sources],
    ["sites", story.sites],
    ["totals", story.totals?.data],
  ] as const;
  return paths.flatMap(([table, path]) => {
    if (path === undefined) return [];
    const href = resolve(path, base || page, page);
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
