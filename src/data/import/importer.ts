import type {Columns} from "../dataset.ts";
import {open} from "../formats/open.ts";
import {ImportError, type Opened, type Sink, type Table} from "../formats/table.ts";
import {LIMITS} from "../limits.ts";
import type {Period} from "../period.ts";
import type {Site} from "../places.ts";
import {makePlan, type Plan} from "../plan.ts";
import type {Reading} from "../reading.ts";
import {Issues, type ImportReport, type IssueCode} from "../report.ts";
import type {Readers} from "../readers.ts";
import {withoutApostrophe} from "../save/csvCell.ts";
import {BOUNDS, COUNTS} from "../save/header.ts";
import type {Mapping, Story} from "../story.ts";
import {TableBuilder} from "../table.ts";
import {dateline} from "../understand/presets/dateline.ts";
import {asideOf, understand} from "../understand/understand.ts";
import type {Assumption, Doubt, Understanding} from "../understand/understanding.ts";
import {exactReaders} from "./exactReaders.ts";
import {countedFrom1904} from "./from1904.ts";
import type {FileFacts, Progress} from "./imported.ts";
import {importReaders} from "./readers.ts";
import {RejectedRows} from "./rejected.ts";
import {sampleOf, type Sample} from "./sample.ts";

/** What is settled before the file is looked at, by a story file, a recipe or the reader. */
export type Settled = Pick<
  Partial<Story>,
  "mapping" | "reading" | "timezone" | "facets" | "series" | "certainty" | "columns" | "title"
>;

export interface ImportInput {
  files: readonly {name: string; blob: Blob}[];
  url?: string;
  settled: Settled;
  by: "user" | "recipe" | "story";
  sites: ReadonlyMap<string, Site>;
  /** Conditions of the story file that is read with it. */
  background?: Story["background"];
  thisYear: number;
}

export interface ImportOutput {
  columns: Columns;
  extent: Period;
  mapping: Mapping;
  /** Everything that a story file of this table says, but for where its data is. */
  story: Partial<Story>;
  report: ImportReport;
  understanding: Understanding;
  file: Omit<FileFacts, "took">;
  sure: boolean;
  rejected: Blob | null;
  lines: {name: string; points: Float64Array}[];
}

/** At most this many tables of a file are looked at to find the one that holds events. */
const LOOKED_AT = 12;
const MANY_REJECTED = 0.2;

/** Reads one file, or several of the same columns, into typed columns; again and again as choices change. Opens each encoding only once. */
export class Importer {
  #opened: {key: string; opened: Opened} | null = null;

  async read(input: ImportInput, tell: (progress: Progress) => void): Promise<ImportOutput> {
    const reading: Reading = input.settled.reading ?? {};
    const opened = await this.#open(input, reading, tell);
    const chosen = await choose(opened, input, reading);
    return build(opened, chosen, input, tell);
  }

  async #open({files}: ImportInput, reading: Reading, tell: (progress: Progress) => void): Promise<Opened> {
    const key = JSON.stringify([reading.encoding, reading.delimiter, files.map(({name, blob}) => [name, blob.size])]);
    if (this.#opened?.key === key) return this.#opened.opened;
    const options = {
      ...(reading.encoding === undefined ? {} : {encoding: reading.encoding}),
      ...(reading.delimiter === undefined ? {} : {delimiter: reading.delimiter}),
    };
    const opened = await open(files, options, (bytes, total) => tell({stage: "unpacking", bytes, total, rows: 0}));
    this.#opened = {key, opened};
    return opened;
  }
}

/** A table, how its head was taken and how its columns were understood. */
interface Chosen {
  table: Table;
  sample: Sample;
  understanding: Understanding;
  /** Tables that hold events too. */
  rivals: number;
}

function understandTable(sample: Sample, opened: Opened, {settled, by, thisYear, sites}: ImportInput): Understanding {
  const found = understand({
    header: sample.names,
    tags: sample.tags,
    sample: sample.rows,
    format: opened.format,
    thisYear,
    headerSure: sample.headerSure,
    choices: sites.size === 0 ? settled : withSite(settled, sample.names),
    by,
  });
  const {headerRow} = sample;
  const reading: Reading = {...found.reading, ...(headerRow === undefined ? {} : {headerRow})};
  const understood = {...found, reading, story: {...found.story, reading: reading as Record<string, unknown>}};
  return opened.from1904 === true ? countedFrom1904(understood, settled.reading ?? {}) : understood;
}

/** A story that has a table of sites means them by the column "site" when it does not say. */
function withSite(settled: Settled, names: readonly string[]): Settled {
  const site = settled.mapping?.site ?? names.find((name) => /^site(_?id)?$/i.test(name));
  return site === undefined ? settled : {...settled, mapping: {...settled.mapping, site}};
}

/** The table that the reader named, else the one with a date that has most rows. */
async function choose(opened: Opened, input: ImportInput, reading: Reading): Promise<Chosen> {
  if (opened.tables.length === 0) throw new ImportError("no-records", {format: opened.format});
  const named = opened.tables.find(({name}) => name === reading.table);
  if (named !== undefined || opened.tables.length === 1) {
    const table = named ?? opened.tables[0]!;
    const sample = await sampleOf(table, reading);
    return {table, sample, understanding: understandTable(sample, opened, input), rivals: opened.tables.length - 1};
  }
  let best: Chosen | null = null;
  let bestScore = -1;
  let dated = 0;
  for (const table of opened.tables.slice(0, LOOKED_AT)) {
    const sample = await sampleOf(table, reading);
    const understanding = understandTable(sample, opened, input);
    const starts = understanding.mapping.start !== undefined;
    if (starts && sample.rows.length > 0 && table.drawn === undefined) dated++;
    const places = understanding.mapping.lat !== undefined;
    const score = (starts ? 4 : 0) + (places ? 2 : 0) + (best === null ? 1 : 0) - (sample.rows.length === 0 ? 8 : 0);
    if (best === null || score > bestScore) {
      best = {table, sample, understanding, rivals: 0};
      bestScore = score;
    }
  }
  return {...best!, rivals: Math.max(0, dated - 1)};
}

async function build(
  opened: Opened,
  {table, sample, understanding: first, rivals}: Chosen,
  input: ImportInput,
  tell: (progress: Progress) => void,
): Promise<ImportOutput> {
  let understanding = first;
  let pass = await readAll(table, sample, understanding, input, tell);
  if (pass.evidence.length > 0) {
    sample.rows.push(...pass.evidence);
    const better = understandTable(sample, opened, input);
    if (JSON.stringify(better.reading) !== JSON.stringify(understanding.reading)) {
      understanding = better;
      pass = await readAll(table, sample, understanding, input, tell);
    } else understanding = better;
  }
  tell({stage: "sorting", bytes: pass.bytes, total: pass.bytes, rows: pass.rows});
  const {builder, issues, rows, rejected, story, mapping} = pass;
  const {columns, extent} = builder.finish();
  for (const file of opened.leftOut ?? []) issues.add("left-out-file", 0, "", file);
  if (builder.othersLeft) issues.add("long-cell", 0, "", "");
  noteDuplicates(columns, issues);
  const bytes = input.files.reduce((sum, {blob}) => sum + blob.size, 0);
  const name = input.files.map((file) => file.name).join(" + ");
  const report: ImportReport = {
    source: {name, ...(input.url === undefined ? {} : {url: input.url}), bytes},
    format: opened.format,
    preset: understanding.preset,
    mapping,
    rows,
    placed: builder.placed,
    timelineOnly: builder.length - builder.placed,
    rejected: rows - builder.length,
    issues: issues.list(),
  };
  if (rows === 0) throw new ImportError("no-records", {format: opened.format});
  const {encoding, encodingGuessed, delimiter, compression, lines = [], title} = opened;
  const doubts: Doubt[] = [...understanding.doubts];
  const assumptions: Assumption[] = [...understanding.assumptions];
  const isAsked = sample.headless && understanding.preset === null && input.settled.reading?.headerRow === undefined;
  if (isAsked) {
    doubts.push("no-header");
    assumptions.push({code: "no-header"});
  }
  if (encodingGuessed === true && encoding !== undefined) assumptions.push({code: "encoding", encoding});
  if (report.rejected > MANY_REJECTED * rows) doubts.push("many-rejected");
  if (rivals > 0 && input.settled.reading?.table === undefined) doubts.push("many-tables");
  return {
    columns,
    extent,
    mapping,
    story: {...(title === undefined ? {} : {title}), ...story},
    report,
    understanding: {
      ...understanding,
      doubts: [...new Set(doubts)],
      assumptions: assumptions.filter(({code}, i) => assumptions.findIndex((each) => each.code === code) === i),
    },
    file: {
      name,
      ...(input.url === undefined ? {} : {url: input.url}),
      bytes,
      format: opened.format,
      tables: opened.tables.map(({name, rows}) => ({name, ...(rows === undefined ? {} : {rows})})),
      table: table.name,
      ...(compression === undefined ? {} : {compression}),
      ...(encoding === undefined ? {} : {encoding}),
      ...(encodingGuessed === undefined ? {} : {encodingGuessed}),
      ...(delimiter === undefined ? {} : {delimiter}),
    },
    sure: doubts.length === 0,
    rejected: rejected.blob(),
    lines,
  };
}

interface Pass {
  builder: TableBuilder;
  issues: Issues;
  rows: number;
  bytes: number;
  rejected: RejectedRows;
  /** Rows beyond the sample whose dates settle the order of day and month, or speak against it. */
  evidence: readonly string[][];
  story: Partial<Story>;
  mapping: Mapping;
}

const EVIDENCE = 20;
/** What a format's reader says of the file, or of what is no record, rather than of the row that comes next. */
const OF_NO_ROW: ReadonlySet<IssueCode> = new Set(["other-crs", "blank-row", "empty-record", "nul-character"]);

async function readAll(
  table: Table,
  sample: Sample,
  understanding: Understanding,
  input: ImportInput,
  tell: (progress: Progress) => void,
): Promise<Pass> {
  const {names} = sample;
  const width = names.length;
  const story = {
    ...understanding.story,
    ...input.settled,
    mapping: understanding.mapping,
    reading: understanding.reading as Record<string, unknown>,
    timezone: input.settled.timezone ?? understanding.story.timezone ?? "UTC",
  };
  const issues = new Issues();
  const planned = makePlan({...story, background: input.background}, names);
  const {plan, mapping} = planned;
  for (const column of planned.missing) issues.add("missing-column", 0, column, column);
  const columnsOf = (role: "start" | "end") => {
    const named = mapping[role];
    return (Array.isArray(named) ? named : typeof named === "string" ? [named] : []).map((each) => names.indexOf(each));
  };
  for (const role of COUNTS) {
    const readAs = understanding.roles[role]?.readAs;
    if (readAs?.code === "counts" && readAs.ranges && plan.numbers[role] !== undefined) {
      plan.numbers[`${role}.low`] = plan.numbers[role]!;
      plan.numbers[`${role}.high`] = plan.numbers[role]!;
    }
  }
  const start = columnsOf("start");
  const end = columnsOf("end");
  const bounds = understanding.preset === dateline.name && takeBounds(plan);
  const alternatives = (understanding.reading.alternatives ?? []).map((reading) => ({
    name: reading.start,
    start: names.indexOf(reading.start),
    end: reading.end === undefined ? -1 : names.indexOf(reading.end),
    reading,
  }));
  const anyhow = importReaders(plan, {start, end, alternatives}, understanding.reading, input.thisYear);
  const isExact = understanding.reading.exact === true && start.length <= 1 && end.length <= 1;
  const readers = isExact ? exactReaders(plan, anyhow, bounds) : anyhow;
  /** The row of which the format's reader has said already that its place cannot be read. */
  let placeTold = 0;
  const onceTold: Readers = {
    ...readers,
    point(cells, note) {
      const found = readers.point(cells, note);
      return found === "blank" && placeTold === rows ? null : found;
    },
  };
  const builder = new TableBuilder(plan, onceTold, input.sites, issues);
  const aside = asideOf(understanding, names);
  const rejected = new RejectedRows(names);
  const evidence: string[][] = [];
  const watchOrder = understanding.roles.start?.readAs.code === "dates" && start.length === 1;
  const link = plan.texts["link"] ?? -1;
  let rows = 0;
  let seen = 0;
  let bytes = 0;
  const total = input.files.reduce((sum, {blob}) => sum + blob.size, 0);
  let told = 0;

  const sink: Sink = {
    row(written, line) {
      const cells = sample.neutralised === true ? written.map(withoutApostrophe) : written;
      const at = seen++;
      if (at < sample.first) {
        const code = sample.skipped.get(at);
        if (code !== undefined) issues.add(code, 0, "", cells.join(" ").trim(), line);
        return;
      }
      const no = aside?.(cells) ?? null;
      if (no !== null) return issues.add(no, 0, "", cells.find((cell) => cell.trim() !== "") ?? "", line);
      rows++;
      if (rows > LIMITS.rows) throw new ImportError("too-many-rows", {limit: LIMITS.rows});
      if (cells.length < width) issues.add("short-row", rows, "", `${cells.length} / ${width}`, line);
      else if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== ""))
        issues.add("long-row", rows, "", cells.slice(width).join(" | "), line);
      if (!builder.add(cells, rows, line)) rejected.add(rows, line, issues.latest, cells);
      else if (link !== -1 && (cells[link] ?? "").trim() !== "" && !/^\s*https?:\/\/\S/i.test(cells[link]!))
        issues.add("bad-link", rows, plan.names["link"] ?? "link", cells[link]!, line);
      if (watchOrder && seen > sample.taken && evidence.length < EVIDENCE && settles(cells[start[0]!] ?? ""))
        evidence.push([...cells]);
    },
    reject(code, line, value) {
      if (seen++ < sample.first) return;
      rows++;
      issues.add(code, rows, "", value, line);
      rejected.add(rows, line, code, [value]);
    },
    warn(code, line, value) {
      if (code === "bad-coordinate") placeTold = rows + 1;
      issues.add(code, seen < sample.first || OF_NO_ROW.has(code) ? 0 : rows + 1, "", value, line);
    },
    progress(done) {
      bytes = done;
      const now = performance.now();
      if (now - told < 80) return;
      told = now;
      tell({stage: "reading", bytes: done, total, rows});
    },
  };
  await table.read(sink);
  return {builder, issues, rows, bytes, rejected, evidence, story, mapping};
}

/** Bounds of counts that stand in columns of their own, as they do in a table that was saved here. */
function takeBounds({numbers, others}: Plan): boolean {
  let found = false;
  for (const role of COUNTS)
    for (const bound of BOUNDS) {
      const name = `${role}_${bound}`;
      if (others[name] === undefined) continue;
      numbers[`${role}.${bound}`] = others[name];
      delete others[name];
      found = true;
    }
  return found;
}

/** Whether one part of a date of two numbers and a year can only be a day. */
const settles = (text: string): boolean => {
  const found = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ]\d{2,4}/.exec(text.slice(0, 32));
  return found !== null && Number(found[1]) > 12 !== Number(found[2]) > 12;
};

/** Ids should name one row each: links and sources go by them. */
function noteDuplicates({texts, row, length}: Columns, issues: Issues): void {
  const ids = texts["id"];
  if (ids === undefined) return;
  const seen = new Set<string>();
  for (let i = 0, from = 0; i < length; from = ids.ends[i++]!) {
    const id = ids.joined.slice(from, ids.ends[i]);
    if (id === "") continue;
    if (seen.has(id)) issues.add("duplicate-id", row[i]!, "id", id);
    else seen.add(id);
  }
}
