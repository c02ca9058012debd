import {readCsv} from "./csv.ts";
import type {Columns} from "./dataset.ts";
import type {Period} from "./period.ts";
import {readSites} from "./places.ts";
import {makePlan} from "./plan.ts";
import {plainReaders} from "./readers.ts";
import {Issues, type ImportReport} from "./report.ts";
import {readStory} from "./readStory.ts";
import type {Mapping, Story} from "./story.ts";
import {TableBuilder} from "./table.ts";

type OnRow = (cells: string[], openQuote: boolean) => void;

/** Hands over the rows of a delimited text, the header first. Blank lines are left out. PapaParse comes only for what is not plain CSV. */
async function readRows(bytes: ArrayBuffer, onRow: OnRow): Promise<void> {
  const text = new TextDecoder().decode(bytes);
  if (!readCsv(text, (cells) => onRow(cells, false))) (await import("./delimited.ts")).readDelimited(text, onRow);
}

/** A delimited text as rows of cells, the header first. Blank lines are left out. */
export async function parseTable(bytes: ArrayBuffer): Promise<string[][]> {
  const rows: string[][] = [];
  await readRows(bytes, (cells) => rows.push(cells));
  return rows;
}

export {readStory};

export interface EventsInput {
  name: string;
  url?: string;
  bytes: ArrayBuffer;
  sites: ArrayBuffer | null;
  story: Story;
}

export interface EventsOutput {
  columns: Columns;
  extent: Period;
  mapping: Mapping;
  report: ImportReport;
}

/** Reads a table of events into typed columns sorted by time. Throws `no-start-column` when no column holds a start. */
export async function parseEvents({name, url, bytes, sites, story}: EventsInput): Promise<EventsOutput> {
  const issues = new Issues();
  const siteTable = sites === null ? new Map() : readSites(await parseTable(sites));
  let header: string[] | null = null;
  let builder: TableBuilder | null = null;
  let mapping: Mapping = {};
  let rows = 0;
  await readRows(bytes, (cells, openQuote) => {
    if (header === null) {
      header = cells;
      const planned = makePlan(story, cells);
      mapping = planned.mapping;
      for (const column of planned.missing) issues.add("missing-column", 0, column, column);
      if (planned.plan.start === -1) throw new Error("no-start-column");
      builder = new TableBuilder(planned.plan, plainReaders(planned.plan), siteTable, issues);
      return;
    }
    rows++;
    if (openQuote) issues.add("open-quote", rows, "", cells.at(-1) ?? "");
    builder!.add(cells, rows);
  });
  if (builder === null) throw new Error("empty-file");
  const built: TableBuilder = builder;
  const {columns, extent} = built.finish();
  const report: ImportReport = {
    source: {name, ...(url === undefined ? {} : {url}), bytes: bytes.byteLength},
    format: "csv",
    preset: null,
    mapping,
    rows,
    placed: built.placed,
    timelineOnly: built.length - built.placed,
    rejected: rows - built.length,
    issues: issues.list(),
  };
  return {columns, extent, mapping, report};
}
