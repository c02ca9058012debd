import {Dataset} from "../../src/data/dataset.ts";
import {parseEvents, type EventsOutput} from "../../src/data/parse.ts";
import {storySchema, type Story, type StoryFile} from "../../src/data/story.ts";

export const DAY = 86_400_000;

export const utf8 = (text: string): ArrayBuffer => new Uint8Array(new TextEncoder().encode(text)).buffer;

const quoted = (cell: string) => (/[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const csvOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((cells) => cells.map(quoted).join(",")).join("\n");

export const storyOf = (story: Partial<StoryFile> = {}): Story => storySchema.parse({data: "events.csv", ...story});

export const parsed = (csv: string, story: Partial<StoryFile> = {}, sites: string | null = null): EventsOutput =>
  parseEvents({
    name: "events.csv",
    bytes: utf8(csv),
    sites: sites === null ? null : utf8(sites),
    story: storyOf(story),
  });

export function datasetOf(csv: string, story: Partial<StoryFile> = {}, sites: string | null = null): Dataset {
  const {columns, extent} = parsed(csv, story, sites);
  return new Dataset(columns, extent);
}

/** Ms of `2023-10-17` or `2023-10-17T04:15`, by the platform's own reading. */
export const at = (text: string): number => Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`);

export const rowsOf = (dataset: Dataset): number[] => [...Array(dataset.length).keys()];

/** Splits a table by hand, one character at a time. */
export function split(csv: string): Record<string, string>[] {
  const table: string[][] = [[""]];
  let inQuotes = false;
  for (let i = 0; i < csv.length; i++) {
    const c = csv[i]!;
    const row = table.at(-1)!;
    if (inQuotes && c === '"' && csv[i + 1] === '"') {
      row[row.length - 1] += '"';
      i++;
    } else if (c === '"') inQuotes = !inQuotes;
    else if (!inQuotes && c === ",") row.push("");
    else if (!inQuotes && c === "\n") table.push([""]);
    else if (inQuotes || c !== "\r") row[row.length - 1] += c;
  }
  const [header, ...rows] = table;
  return rows
    .filter((cells) => cells.length === header!.length)
    .map((cells) => Object.fromEntries(header!.map((name, i) => [name, cells[i]!])));
}

export const count = (values: Iterable<string>): Record<string, number> => {
  const n: Record<string, number> = {};
  for (const value of values) n[value] = (n[value] ?? 0) + 1;
  return n;
};
