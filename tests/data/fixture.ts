import {Dataset} from "../../src/data/dataset.ts";
import {readSites} from "../../src/data/places.ts";
import {makePlan} from "../../src/data/plan.ts";
import {plainReaders} from "../../src/data/readers.ts";
import {mappingOf} from "./guess.ts";
import {Issues} from "../../src/data/report.ts";
import {storySchema, type Story, type StoryFile} from "../../src/data/story.ts";
import {TableBuilder} from "../../src/data/table.ts";

export const DAY = 86_400_000;

export const utf8 = (text: string): ArrayBuffer => new Uint8Array(new TextEncoder().encode(text)).buffer;

const quoted = (cell: string) => (/[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const csvOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows].map((cells) => cells.map(quoted).join(",")).join("\n");

/** Splits a table by hand, one character at a time. */
function cellsOf(csv: string): string[][] {
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
  return table;
}

/** The rows of a table by the names of its columns. */
export function split(csv: string): Record<string, string>[] {
  const [header, ...rows] = cellsOf(csv);
  return rows
    .filter((cells) => cells.length === header!.length)
    .map((cells) => Object.fromEntries(header!.map((name, i) => [name, cells[i]!])));
}

export const storyOf = (story: Partial<StoryFile> = {}): Story => storySchema.parse({data: "events.csv", ...story});

/** Columns of a table, and what became of its rows, without the reader of files. */
export function parsed(csv: string, story: Partial<StoryFile> = {}, sites: string | null = null) {
  const [header, ...rows] = cellsOf(csv);
  const issues = new Issues();
  const {plan} = makePlan({...storyOf(story), mapping: story.mapping ?? mappingOf(header!)}, header!);
  const builder = new TableBuilder(
    plan,
    plainReaders(plan),
    sites === null ? new Map() : readSites(cellsOf(sites)),
    issues,
  );
  rows.forEach((cells, i) => builder.add(cells, i + 1));
  const {placed, length} = builder;
  return {
    ...builder.finish(),
    report: {placed, timelineOnly: length - placed, rejected: rows.length - length, issues: issues.list()},
  };
}

export function datasetOf(csv: string, story: Partial<StoryFile> = {}, sites: string | null = null): Dataset {
  const {columns, extent} = parsed(csv, story, sites);
  return new Dataset(columns, extent);
}

/** Ms of `2023-10-17` or `2023-10-17T04:15`, by the platform's own reading. */
export const at = (text: string): number => Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`);

export const rowsOf = (dataset: Dataset): number[] => [...Array(dataset.length).keys()];

export const count = (values: Iterable<string>): Record<string, number> => {
  const n: Record<string, number> = {};
  for (const value of values) n[value] = (n[value] ?? 0) + 1;
  return n;
};
