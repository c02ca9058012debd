import Papa from "papaparse";
import type {Columns} from "./dataset.ts";
import type {Period} from "./period.ts";
import {readSites} from "./places.ts";
import {makePlan} from "./plan.ts";
import {Issues, type ImportReport} from "./report.ts";
import type {Mapping, Story} from "./story.ts";
import {TableBuilder} from "./table.ts";

/** Text of a file without its byte order mark and any `sep=` line, and the delimiter that such a line names, else "" for a guess. */
function decode(bytes: ArrayBuffer): {text: string; delimiter: string} {
  const text = new TextDecoder().decode(bytes);
  const [line, delimiter] = /^sep=([^"\r\n])(?:\r\n?|\n)/i.exec(text) ?? ["", ""];
  return {text: text.slice(line!.length), delimiter: delimiter!};
}

/** A delimited text as rows of cells, the header first. Empty lines are left out. */
export function parseTable(bytes: ArrayBuffer): string[][] {
  const {text, delimiter} = decode(bytes);
  return Papa.parse<string[]>(text, {delimiter, skipEmptyLines: "greedy"}).data;
}

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
export function parseEvents({name, url, bytes, sites, story}: EventsInput): EventsOutput {
  const issues = new Issues();
  const siteTable = sites === null ? new Map() : readSites(parseTable(sites));
  let header: string[] | null = null;
  let builder: TableBuilder | null = null;
  let mapping: Mapping = {};
  let rows = 0;
  const {text, delimiter} = decode(bytes);
  Papa.parse<string[]>(text, {
    delimiter,
    skipEmptyLines: "greedy",
    step: ({data, errors}) => {
      if (header === null) {
        header = data;
        const planned = makePlan(story, data);
        mapping = planned.mapping;
        for (const column of planned.missing) issues.add("missing-column", 0, column, column);
        if (planned.plan.start === -1) throw new Error("no-start-column");
        builder = new TableBuilder(planned.plan, siteTable, issues);
        return;
      }
      rows++;
      for (const {code} of errors) if (code === "MissingQuotes") issues.add("open-quote", rows, "", data.at(-1) ?? "");
      builder!.add(data, rows);
    },
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
