import type {Fields} from "../formats/bytes/fields.ts";
import {ImportError, type ByteSink, type Table} from "../formats/table.ts";
import {LIMITS} from "../limits.ts";
import {makePlan, type Plan} from "../plan.ts";
import type {Readers} from "../readers.ts";
import {Issues, type IssueCode} from "../report.ts";
import {withoutApostrophe} from "../save/csvCell.ts";
import {BOUNDS, COUNTS} from "../save/header.ts";
import type {Mapping, Story} from "../story.ts";
import {TableBuilder} from "../table.ts";
import {dateline} from "../understand/presets/dateline.ts";
import {asideOf} from "../understand/understand.ts";
import type {Understanding} from "../understand/understanding.ts";
import {byteStores, canBePlain, PlainRows, type Plainly} from "./bytes/plainRows.ts";
import {exactReaders} from "./exactReaders.ts";
import type {Progress} from "./imported.ts";
import type {ImportInput} from "./importer.ts";
import {importReaders} from "./readers.ts";
import {RejectedRows} from "./rejected.ts";
import type {Sample} from "./sample.ts";

/** What one reading of a whole table gave. */
export interface Pass {
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
/** Rows for which room is made, to those which a file of its length holds where all are as long as the first. */
const SPARE = 1.05;
/** What a format's reader says of the file, or of what is no record, rather than of the row that comes next. */
const OF_NO_ROW: ReadonlySet<IssueCode> = new Set(["other-crs", "blank-row", "empty-record", "nul-character"]);

/** Reads every row of a table as it was understood. */
export async function readAll(
  from: Table,
  sample: Sample,
  understanding: Understanding,
  input: ImportInput,
  tell: (progress: Progress) => void,
): Promise<Pass> {
  const {names} = sample;
  const width = names.length;
  const {story} = understanding;
  const issues = new Issues();
  const planned = makePlan({timezone: "UTC", ...story, background: input.background}, names);
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
  const table: Plainly = {
    plan,
    columns: {start, end, alternatives},
    reading: understanding.reading,
    readers,
    thisYear: input.thisYear,
    isExact,
    bounds,
    neutralised: sample.neutralised === true,
  };
  const isPlain = from.readBytes !== undefined && input.sites.size === 0 && canBePlain(table);
  const builder = new TableBuilder(plan, onceTold, input.sites, issues, isPlain ? byteStores : undefined);
  const plainRows = isPlain ? new PlainRows(builder, table) : null;
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

  const sink: ByteSink = {
    record(fields, line) {
      if (plainRows === null || aside !== null || seen < sample.first || rows >= LIMITS.rows) return false;
      if (fields.count < width || !isBlankFrom(fields, width)) return false;
      const isEvidence = watchOrder && seen >= sample.taken && evidence.length < EVIDENCE;
      if (!plainRows.take(fields, rows + 1, line, isEvidence)) return false;
      seen++;
      rows++;
      return true;
    },
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
      if (plainRows !== null && bytes === 0 && done > 0) plainRows.reserve(Math.ceil((rows * total * SPARE) / done));
      bytes = done;
      const now = performance.now();
      if (now - told < 80) return;
      told = now;
      tell({stage: "reading", bytes: done, total, rows});
    },
  };
  await (from.readBytes === undefined ? from.read(sink) : from.readBytes(sink));
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

const isBlankFrom = ({left, right, count}: Fields, column: number): boolean => {
  for (let k = column; k < count; k++) if (left[k] < right[k]) return false;
  return true;
};

/** Whether one part of a date of two numbers and a year can only be a day. */
const settles = (text: string): boolean => {
  const found = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ]\d{2,4}/.exec(text.slice(0, 32));
  return found !== null && Number(found[1]) > 12 !== Number(found[2]) > 12;
};
