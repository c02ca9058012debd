import {safeLink} from "./links.ts";

export interface Source {
  id: string;
  publisher: string;
  title: string;
  /** An http or https address, or null. */
  url: string | null;
  /** ISO date, possibly only a month or a year, or "". */
  published: string;
  language: string;
  publisherType: string;
  note: string;
}

/** Reads a table with `id`, `publisher`, `title`, `url`, `published`, `language`, `publisher_type` and `note`. */
export function readSources(table: readonly (readonly string[])[]): Map<string, Source> {
  const [header = [], ...rows] = table;
  const sources = new Map<string, Source>();
  for (const cells of rows) {
    const cell = (name: string) => (cells[header.indexOf(name)] ?? "").trim();
    const id = cell("id");
    if (id === "") continue;
    sources.set(id, {
      id,
      publisher: cell("publisher"),
      title: cell("title"),
      url: safeLink(cell("url")),
      published: cell("published"),
      language: cell("language"),
      publisherType: cell("publisher_type"),
      note: cell("note"),
    });
  }
  return sources;
}
