import {ImportError, type ByteSink} from "../formats/table.ts";
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
import {canBePlain, type Plainly} from "./bytes/plainly.ts";
import {byteStores, PlainRows} from "./bytes/plainRows.ts";
import type {Settled} from "./bytes/settled.ts";
import {exactReaders} from "./exactReaders.ts";
import type {ImportInput} from "./importer.ts";
import {importReaders} from "./readers.ts";
import {RejectedRows} from "./rejected.ts";
import type {Sample} from "./sample.ts";

/** What of a sample it takes to read the rows. */
export type Head = Pick<Sample, "names" | "first" | "skipped" | "taken" | "neutralised">;
export type Circumstances = Pick<ImportInput, "sites" | "background" | "thisYear">;

/** What one who takes rows has of them so far. */
export interface RowTaker {
  sink: Omit<ByteSink, "progress">;
  builder: TableBuilder;
  /** Set where rows are taken as bytes, if they can be. */
  plainRows: PlainRows | null;
  /** Set where the times of those rows were put in order: nothing else was then. */
  settled: Settled | null;
  issues: Issues;
  rejected: RejectedRows;
  /** Rows beyond the sample whose dates settle the order of day and month, or speak against it. */
  evidence: string[][];
  story: Partial<Story>;
  mapping: Mapping;
  /** Columns that the story names and the table lacks. */
  missing: readonly string[];
  /** Records so far. */
  rows: number;
  /** Rows of the table so far, those before the first record among them. */
  seen: number;
}

/** At most so many rows of evidence. */
export const EVIDENCE = 20;
/** Rows for which room is made, to those which a file of its length holds where all are as long as the first. */
const SPARE = 1.05;
/** What a format's reader says of the file, or of what is no record, rather than of the row that comes next. */
const OF_NO_ROW: ReadonlySet<IssueCode> = new Set(["other-crs", "blank-row", "empty-record", "nul-character"]);

/** Takes the rows of a table as it was understood, as bytes where `isBytes` and they are written plainly. */
export function rowTaker(
  head: Head,
  understanding: Understanding,
  {sites, background, thisYear}: Circumstances,
  isBytes: boolean,
): RowTaker {
  const {names} = head;
  const width = names.length;
  const {story, reading} = understanding;
  const issues = new Issues();
  const {plan, mapping, missing} = makePlan({timezone: "UTC", ...story, background}, names);
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
  const alternatives = (reading.alternatives ?? []).map((each) => ({
    name: each.start,
    start: names.indexOf(each.start),
    end: each.end === undefined ? -1 : names.indexOf(each.end),
    reading: each,
  }));
  const anyhow = importReaders(plan, {start, end, alternatives}, reading, thisYear);
  const isExact = reading.exact === true && start.length <= 1 && end.length <= 1;
  const readers = isExact ? exactReaders(plan, anyhow, bounds) : anyhow;
  /** The row of which the format's reader has said already that its place cannot be read. */
  let placeTold = 0;
  const onceTold: Readers = {
    ...readers,
    point(cells, note) {
      const found = readers.point(cells, note);
      return found === "blank" && placeTold === taker.rows ? null : found;
    },
  };
  const table: Plainly = {
    plan,
    columns: {start, end, alternatives},
    reading,
    readers,
    thisYear,
    isExact,
    bounds,
    neutralised: head.neutralised === true,
    width,
  };
  const isPlain = isBytes && sites.size === 0 && canBePlain(table);
  const builder = new TableBuilder(plan, onceTold, sites, issues, isPlain ? byteStores : undefined);
  const plainRows = isPlain ? new PlainRows(builder, table) : null;
  const aside = asideOf(understanding, names);
  const rejected = new RejectedRows(names);
  const evidence: string[][] = [];
  const watchOrder = understanding.roles.start?.readAs.code === "dates" && start.length === 1;
  const link = plan.texts["link"] ?? -1;

  const sink: RowTaker["sink"] = {
    records(records, from, to) {
      const {rows, seen} = taker;
      if (plainRows === null || aside !== null || seen < head.first) return 0;
      const end = Math.min(to, from + LIMITS.rows - rows);
      const settling = watchOrder && evidence.length < EVIDENCE ? from + Math.max(0, head.taken - seen) : end;
      const taken = plainRows.take(records, from, end, rows + 1, settling) - from;
      taker.seen += taken;
      taker.rows += taken;
      return taken;
    },
    row(written, line) {
      const cells = head.neutralised === true ? written.map(withoutApostrophe) : written;
      const at = taker.seen++;
      if (at < head.first) {
        const code = head.skipped.get(at);
        if (code !== undefined) issues.add(code, 0, "", cells.join(" ").trim(), line);
        return;
      }
      const no = aside?.(cells) ?? null;
      if (no !== null) return issues.add(no, 0, "", cells.find((cell) => cell.trim() !== "") ?? "", line);
      const row = ++taker.rows;
      if (row > LIMITS.rows) throw new ImportError("too-many-rows", {limit: LIMITS.rows});
      if (cells.length < width) issues.add("short-row", row, "", `${cells.length} / ${width}`, line);
      else if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== ""))
        issues.add("long-row", row, "", cells.slice(width).join(" | "), line);
      if (!builder.add(cells, row, line)) rejected.add(row, line, issues.latest, cells);
      else if (link !== -1 && (cells[link] ?? "").trim() !== "" && !/^\s*https?:\/\/\S/i.test(cells[link]!))
        issues.add("bad-link", row, plan.names["link"] ?? "link", cells[link]!, line);
      if (watchOrder && taker.seen > head.taken && evidence.length < EVIDENCE && settles(cells[start[0]!] ?? ""))
        evidence.push([...cells]);
    },
    reject(code, line, value) {
      if (taker.seen++ < head.first) return;
      const row = ++taker.rows;
      issues.add(code, row, "", value, line);
      rejected.add(row, line, code, [value]);
    },
    warn(code, line, value) {
      if (code === "bad-coordinate") placeTold = taker.rows + 1;
      issues.add(code, taker.seen < head.first || OF_NO_ROW.has(code) ? 0 : taker.rows + 1, "", value, line);
    },
  };
  const taker: RowTaker = {
    sink,
    builder,
    plainRows,
    settled: null,
    issues,
    rejected,
    evidence,
    story,
    mapping,
    missing,
    rows: 0,
    seen: 0,
  };
  return taker;
}

/** Makes room for all rows of a file of which so many bytes are used up, if the others are as long. */
export function makeRoom({rows, plainRows}: RowTaker, bytes: number, total: number): void {
  if (bytes > 0) plainRows?.reserve(Math.ceil((rows * total * SPARE) / Math.min(bytes, total)));
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
