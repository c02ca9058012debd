import {firstRows} from "../formats/firstRows.ts";
import {findHeader} from "../formats/header.ts";
import {ImportError, type Table} from "../formats/table.ts";
import {LIMITS} from "../limits.ts";
import type {Reading} from "../reading.ts";
import type {IssueCode} from "../report.ts";
import {withoutApostrophe} from "../save/csvCell.ts";
import {isOwnHeader} from "../save/header.ts";
import {normaliseName} from "../understand/names.ts";

/** Rows that are looked at before it is said what a table holds. */
const ROWS = 2000;
const HEAD = 40;

/** The head of a table, and what its columns are called. */
export interface Sample {
  /** Unique names of the columns. */
  names: readonly string[];
  /** HXL tags by column. */
  tags: readonly string[] | null;
  rows: (readonly string[])[];
  /** How many rows of the table come before the first record, and what those are. */
  first: number;
  skipped: ReadonlyMap<number, IssueCode>;
  /** How many rows of the table were looked at. */
  taken: number;
  headerSure: boolean;
  /** Whether no row of the table names its columns. */
  headless: boolean;
  /** Row of the file, from 1, that names the columns, 0 for none; not set where the format itself has names. */
  headerRow?: number;
  /** Set for a table that was saved here: cells that a spreadsheet would run have an apostrophe in front, which is none of theirs. */
  neutralised?: boolean;
}

/**
 * Reads the first rows of a table. `headerRow` is the line or row that a person sees, from 1, and 0 for a table that names no columns; it is
 * found out when not given. The first row of an `exact` table, and of one that was saved here, is its header as it stands.
 */
export async function sampleOf(table: Table, {headerRow, exact}: Reading = {}): Promise<Sample> {
  const {rows, lines} = await firstRows(table, ROWS);
  const taken = rows.length;
  if (table.columns !== null) {
    checkWidth(table.columns.length);
    return {
      names: table.columns,
      tags: null,
      rows,
      first: 0,
      skipped: new Map(),
      taken,
      headerSure: true,
      headless: false,
    };
  }
  if (exact === true) return withHeader(rows, lines);
  if (headerRow === undefined && isOwnHeader((rows[0] ?? []).map(normaliseName)))
    return {
      ...withHeader(
        rows.map((cells) => cells.map(withoutApostrophe)),
        lines,
      ),
      neutralised: true,
    };
  const told = headerRow === undefined ? {} : {headerRow: indexOfLine(lines, headerRow)};
  const head = findHeader(rows.slice(0, HEAD), told);
  checkWidth(head.names.length);
  const skipped = new Map<number, IssueCode>();
  for (const index of head.skipped) skipped.set(index, "title-row");
  if (head.tags !== null) {
    const isTags = (cells: readonly string[]) => cells.some((cell) => /^\s*#[a-z]/i.test(cell.slice(0, 64)));
    const at = rows.slice(0, head.first).findIndex(isTags);
    if (at !== -1) skipped.set(at, "tag-row");
  }
  skipped.delete(head.headerRow);
  return {
    names: head.names,
    tags: head.tags,
    rows: rows.slice(head.first),
    first: head.first,
    skipped,
    taken,
    headerSure: head.sure,
    headless: head.headerRow === -1,
    headerRow: head.headerRow === -1 ? 0 : lines[head.headerRow]!,
  };
}

function withHeader([header = [], ...rows]: readonly (readonly string[])[], lines: readonly number[]): Sample {
  checkWidth(header.length);
  return {
    names: header.map((name) => name.trim()),
    tags: null,
    rows,
    first: 1,
    skipped: new Map(),
    taken: lines.length,
    headerSure: true,
    headless: false,
    headerRow: lines[0] ?? 1,
  };
}

/** The row handed over that stands at a line, or is the next one after it; -1 for line 0. */
function indexOfLine(lines: readonly number[], line: number): number {
  if (line <= 0) return -1;
  const at = lines.findIndex((each) => each >= line);
  return at === -1 ? lines.length - 1 : at;
}

function checkWidth(columns: number): void {
  if (columns > LIMITS.columns) throw new ImportError("too-many-columns", {columns, limit: LIMITS.columns});
}
