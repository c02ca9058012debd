import type {Columns} from "../dataset.ts";
import {NotUtf8} from "../formats/bytes/byteRows.ts";
import {open} from "../formats/open.ts";
import {ImportError, type Opened} from "../formats/table.ts";
import type {Period} from "../period.ts";
import type {Site} from "../places.ts";
import type {Reading} from "../reading.ts";
import type {ImportReport, Issues} from "../report.ts";
import type {Mapping, Story} from "../story.ts";
import type {Assumption, Choices, Doubt, Understanding} from "../understand/understanding.ts";
import {textAt} from "../text.ts";
import {choose, understandTable, type Chosen} from "./chooseTable.ts";
import {duplicates} from "./duplicates.ts";
import type {FileFacts, Progress} from "./imported.ts";
import type {Partner} from "./partner.ts";
import {readAll} from "./readRows.ts";

export interface ImportInput {
  files: readonly {name: string; blob: Blob}[];
  url?: string;
  settled: Choices;
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

const MANY_REJECTED = 0.2;
/** Bytes of ASCII by which a file is taken for UTF-8 until something else comes. */
const PATIENCE = 500_000;

/** Reads one file, or several of the same columns, into typed columns; again and again as choices change. Opens each encoding only once. */
export class Importer {
  #opened: {key: string; opened: Opened} | null = null;

  /** A `partner` reads a part of the file meanwhile, if that can be. */
  async read(
    input: ImportInput,
    tell: (progress: Progress) => void,
    partner: Partner | null = null,
  ): Promise<ImportOutput> {
    try {
      return await this.#read(input, tell, partner, PATIENCE);
    } catch (error) {
      if (!(error instanceof NotUtf8)) throw error;
      this.#opened = null;
      return this.#read(input, tell, partner);
    }
  }

  async #read(
    input: ImportInput,
    tell: (progress: Progress) => void,
    partner: Partner | null,
    patience?: number,
  ): Promise<ImportOutput> {
    const reading: Reading = input.settled.reading ?? {};
    const opened = await this.#open(input, reading, tell, patience);
    const chosen = await choose(opened, input, reading);
    return build(opened, chosen, input, tell, opened.compression === undefined ? partner : null);
  }

  async #open(
    {files}: ImportInput,
    reading: Reading,
    tell: (progress: Progress) => void,
    patience: number | undefined,
  ): Promise<Opened> {
    const key = JSON.stringify([reading.encoding, reading.delimiter, files.map(({name, blob}) => [name, blob.size])]);
    if (this.#opened?.key === key) return this.#opened.opened;
    const options = {
      ...(reading.encoding === undefined ? {} : {encoding: reading.encoding}),
      ...(reading.delimiter === undefined ? {} : {delimiter: reading.delimiter}),
      patience,
    };
    const opened = await open(files, options, (bytes, total) => tell({stage: "unpacking", bytes, total, rows: 0}));
    this.#opened = {key, opened};
    return opened;
  }
}

async function build(
  opened: Opened,
  {table, sample, understanding: first, rivals}: Chosen,
  input: ImportInput,
  tell: (progress: Progress) => void,
  partner: Partner | null,
): Promise<ImportOutput> {
  let understanding = first;
  let pass = await readAll(table, sample, understanding, input, tell, partner);
  if (pass.evidence.length > 0) {
    sample.rows.push(...pass.evidence);
    const better = understandTable(sample, opened, input);
    if (JSON.stringify(better.reading) !== JSON.stringify(understanding.reading)) {
      understanding = better;
      pass = await readAll(table, sample, understanding, input, tell, partner);
    } else understanding = better;
  }
  partner?.end();
  tell({stage: "sorting", bytes: pass.bytes, total: pass.bytes, rows: pass.rows});
  const {builder, issues, rows, rejected, story, mapping} = pass;
  const {columns, extent} = builder.finish();
  for (const file of opened.leftOut ?? []) issues.add("left-out-file", 0, "", file);
  for (const name of builder.othersLeft) issues.add("left-out-column", 0, name, name);
  noteDuplicates(columns, String(mapping.id ?? "id"), builder.texts.likelyAlike?.(), issues);
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

/** Ids should name one row each: links and sources go by them. */
function noteDuplicates(
  {texts, row}: Columns,
  column: string,
  likely: Iterable<number> | undefined,
  issues: Issues,
): void {
  const ids = texts["id"];
  if (ids === undefined) return;
  for (const i of duplicates(ids, likely)) issues.add("duplicate-id", row[i], column, textAt(ids, i));
}
