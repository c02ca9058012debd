import {findHeader} from "../formats/header.ts";
import {ImportError, type Table} from "../formats/table.ts";
import {LIMITS} from "../limits.ts";
import type {IssueCode} from "../report.ts";

/** Rows that are looked at before it is said what a table holds. */
const ROWS = 3000;
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
}

class Enough extends Error {}

/** Reads the first rows of a table. `headerRow` counts from 1 and is 0 for a table that names no columns; it is found out when not given. */
export async function sampleOf(table: Table, headerRow?: number): Promise<Sample> {
  const rows: string[][] = [];
  try {
    await table.read({
      row(cells) {
        rows.push([...cells]);
        if (rows.length >= ROWS) throw new Enough();
      },
      reject() {},
      warn() {},
      progress() {},
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
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
  const head = findHeader(rows.slice(0, HEAD), headerRow === undefined ? {} : {headerRow: headerRow - 1});
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
  };
}

function checkWidth(columns: number): void {
  if (columns > LIMITS.columns) throw new ImportError("too-many-columns", {columns, limit: LIMITS.columns});
}
