import {LIMITS} from "../limits.ts";
import {shownDate, type ShownDate} from "./numberFormat.ts";
import {serialDate} from "./serialDate.ts";
import {ImportError, type Table} from "./table.ts";

/** A cell as the library gives it: `t` is s, n, b, e or z for text, number, yes or no, error, nothing; `z` is the number format. */
export interface SheetCell {
  t: string;
  v?: unknown;
  z?: unknown;
}

/** Rows of cells, both counted from 0 and with holes. */
export type SheetCells = readonly (readonly (SheetCell | undefined)[] | undefined)[];

interface SheetRow {
  line: number;
  /** Empty where all that stands in the row is too far out to be read. */
  cells: string[];
  /** What the cells say that hold an error. */
  errors: string[];
}

/** So many rows at the head of a sheet count in full for its width: the names of the columns are among them. */
const HEAD = 25;
/** A longer gap between two rows is told of once, not row by row. */
const MAX_GAP = 1000;
const PROGRESS_EVERY = 4096;
/** As many as a sheet of Excel has (ECMA-376 part 1, 18.3.1.73). */
const MOST_ROWS = 1_048_576;
/** Cells of a sheet, counted with the empty ones to the left of the last in each row. */
const MAX_ROOM = 50_000_000;

/** [MS-XLS] 2.5.10, Bes. */
const ERRORS = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);

/** What was read of one sheet: a table, and how many of its cells hold something. */
export interface SheetTable {
  table: Table;
  filled: number;
}

/**
 * Makes a table of a sheet, or null when nothing stands in it. Rows are as wide as the widest column that is used more than once, so that a
 * stray cell far out widens nothing; `bytes` is what the whole sheet counts for in the progress. Throws `too-many-columns`.
 */
export function sheetTable(name: string, sheet: SheetCells, from1904: boolean, bytes: number): SheetTable | null {
  const read = cellReader(from1904);
  const rows: SheetRow[] = [];
  const used = new Map<number, number>();
  let filled = 0;
  let room = 0;
  for (const r of held(sheet, MOST_ROWS)) {
    const cells = sheet[r];
    if (cells === undefined) continue;
    const row: SheetRow = {line: r + 1, cells: [], errors: []};
    for (const column of held(cells, LIMITS.columns)) {
      const cell = cells[column];
      const text = cell === undefined ? "" : read(cell, row.errors);
      if (cell === undefined || (text === "" && cell.t !== "e")) continue;
      used.set(column, (used.get(column) ?? 0) + 1);
      filled++;
      if (column >= LIMITS.columns) continue;
      while (row.cells.length < column) row.cells.push("");
      row.cells.push(text);
    }
    room += row.cells.length;
    if (room > MAX_ROOM) throw new ImportError("too-large", {limit: MAX_ROOM, table: name});
    if (row.cells.length > 0 || cells.length > LIMITS.columns) rows.push(row);
  }
  if (used.size > LIMITS.columns)
    throw new ImportError("too-many-columns", {limit: LIMITS.columns, columns: used.size, table: name});
  const records = rows.filter(({cells}) => cells.length > 0).length;
  if (records === 0) return null;

  const head = rows.slice(0, HEAD).map(({cells}) => cells.length);
  const repeated = [...used].filter(([column, count]) => count > 1 && column < LIMITS.columns);
  const width = repeated.reduce((widest, [column]) => Math.max(widest, column + 1), Math.max(...head));
  return {filled, table: {name, rows: records, columns: null, read: (sink) => send(rows, width, bytes, sink)}};
}

/** Where a list may hold something; one longer than `most` is mostly holes. */
const held = (list: readonly unknown[], most: number): Iterable<number> =>
  list.length > most ? Object.keys(list).map(Number) : list.keys();

async function send(rows: readonly SheetRow[], width: number, bytes: number, sink: Parameters<Table["read"]>[0]) {
  let last = 0;
  for (const [i, {line, cells, errors}] of rows.entries()) {
    if (i % PROGRESS_EVERY === 0) sink.progress(Math.floor((i / rows.length) * bytes));
    if (cells.length === 0) sink.warn("blank-row", line, "");
    else if (last > 0 && line - last - 1 > MAX_GAP) sink.warn("blank-row", last + 1, "");
    else if (last > 0) for (let blank = last + 1; blank < line; blank++) sink.warn("blank-row", blank, "");
    last = line;
    if (cells.length === 0) continue;
    for (const error of errors) sink.warn("error-cell", line, error);
    const row = cells.map((text) => (text.length > LIMITS.cell ? text.slice(0, LIMITS.cell) : text));
    for (const text of cells) if (text.length > LIMITS.cell) sink.warn("long-cell", line, text.slice(0, LIMITS.cell));
    while (row.length < width) row.push("");
    sink.row(row, line);
  }
  sink.progress(bytes);
}

/** Gives the text of a cell; what an error says goes to `errors`, and its text is empty. */
function cellReader(from1904: boolean): (cell: SheetCell, errors: string[]) => string {
  const formats = new Map<string, ShownDate | null>();
  const shown = (format: string) => {
    let found = formats.get(format);
    if (found === undefined) formats.set(format, (found = shownDate(format)));
    return found;
  };
  return ({t, v, z}, errors) => {
    if (t === "e") errors.push(ERRORS.get(Number(v)) ?? "#ERROR!");
    if (t === "b") return v === true ? "true" : "false";
    if (typeof v === "string") return t === "e" ? "" : v;
    if (t !== "n" || typeof v !== "number" || !Number.isFinite(v)) return "";
    const format = typeof z === "string" ? shown(z) : null;
    return (format && serialDate(v, format, from1904)) ?? numberText(v);
  };
}

/** As precise as a spreadsheet shows it, which is 15 digits: 0.1 + 0.2 is 0.3. */
const numberText = (value: number) => String(Number(value.toPrecision(15)));
