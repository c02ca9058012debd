import {LIMITS} from "../limits.ts";
import {htmlTokens, type HtmlToken} from "./htmlTokens.ts";
import {ImportError} from "./table.ts";
import {plainText} from "./text.ts";

export interface HtmlCell {
  text: string;
  colspan: number;
  rowspan: number;
}

export interface HtmlRow {
  cells: HtmlCell[];
  /** Line of the file, from 1. */
  line: number;
}

export interface HtmlTable {
  caption: string;
  rows: HtmlRow[];
  /** Set where a cell holds another table: such a table is most often there for the layout. */
  holdsTable: boolean;
  /** UTF-16 units of text in its cells. */
  length: number;
}

export interface HtmlPage {
  title: string;
  /** Every table, in the order of their ends. */
  tables: HtmlTable[];
  /** UTF-16 units of text outside all cells. */
  outside: number;
}

/** As many as HTML lets a cell take. */
const MOST_ROWS = 65_534;
const GROUPS = new Set(["thead", "tbody", "tfoot"]);
const BREAKS = new Set(["br", "p", "div", "li", "hr", "h1", "h2", "h3", "h4", "h5", "h6"]);

interface OpenTable extends HtmlTable {
  row: HtmlRow | null;
  cell: HtmlCell | null;
  /** Text of the open cell or caption, as it stands. */
  pieces: string[] | null;
}

/** The tables of a page, as a tolerant reader finds them. Throws an ImportError: `too-deep`, `too-many-columns`, `too-many-rows`. */
export function readHtml(text: string): HtmlPage {
  const page: HtmlPage = {title: "", tables: [], outside: 0};
  const open: OpenTable[] = [];
  const lineAt = lineCounter(text);
  let inTitle = false;
  for (const token of htmlTokens(text)) {
    const table = open.at(-1);
    if (token.kind === "text") {
      if (inTitle) page.title ||= cellText([token.text]);
      else if (table !== undefined && table.pieces !== null) table.pieces.push(token.text);
      else page.outside += token.text.trim().length;
      continue;
    }
    inTitle = token.kind === "open" && token.name === "title" && table === undefined;
    if (token.name === "table") {
      if (token.kind === "open") {
        if (table !== undefined) table.holdsTable = true;
        if (open.push(newTable()) > LIMITS.depth)
          throw new ImportError("too-deep", {format: "html", limit: LIMITS.depth, line: lineAt(token.at)});
      } else if (open.length > 0) page.tables.push(ended(open.pop()!));
    } else if (table !== undefined) readTag(table, token, lineAt);
  }
  while (open.length > 0) page.tables.push(ended(open.pop()!));
  return page;
}

const newTable = (): OpenTable => ({
  caption: "",
  rows: [],
  holdsTable: false,
  length: 0,
  row: null,
  cell: null,
  pieces: null,
});

function readTag(table: OpenTable, token: Exclude<HtmlToken, {kind: "text"}>, lineAt: (at: number) => number): void {
  const {kind, name} = token;
  if (BREAKS.has(name)) table.pieces?.push("<br>");
  else if (name === "tr" || GROUPS.has(name)) {
    endRow(table);
    if (kind === "open" && name === "tr") table.row = {cells: [], line: lineAt(token.at)};
  } else if (name === "td" || name === "th") {
    endCell(table);
    if (kind === "close") return;
    table.row ??= {cells: [], line: lineAt(token.at)};
    table.cell = {text: "", colspan: span(token.colspan, LIMITS.columns), rowspan: span(token.rowspan, MOST_ROWS)};
    table.pieces = [];
  } else if (name === "caption") {
    endCell(table);
    if (kind === "open") table.pieces = [];
  }
}

const span = (text: string, most: number) => {
  const trimmed = text.trim();
  return /^\d{1,9}$/.test(trimmed) ? Math.max(1, Math.min(most, Number(trimmed))) : 1;
};

function endCell(table: OpenTable): void {
  if (table.pieces === null) return;
  const text = cellText(table.pieces);
  if (table.cell === null) table.caption ||= text;
  else {
    table.row!.cells.push({...table.cell, text});
    table.length += text.length;
    if (table.row!.cells.length > LIMITS.columns)
      throw new ImportError("too-many-columns", {limit: LIMITS.columns, columns: table.row!.cells.length});
  }
  table.cell = table.pieces = null;
}

function endRow(table: OpenTable): void {
  endCell(table);
  if (table.row !== null && table.row.cells.length > 0) table.rows.push(table.row);
  if (table.rows.length > LIMITS.rows) throw new ImportError("too-many-rows", {limit: LIMITS.rows});
  table.row = null;
}

function ended(table: OpenTable): HtmlTable {
  endRow(table);
  const {caption, rows, holdsTable, length} = table;
  return {caption, rows, holdsTable, length};
}

const cellText = (pieces: readonly string[]) =>
  plainText(
    pieces
      .join("")
      .replace(/[ \t\r\n\f]+/g, " ")
      .trim(),
  ).trim();

/** Line of a place in the text, from 1; to be asked for in ascending order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let newline = text.indexOf("\n");
  return (at) => {
    for (; newline !== -1 && newline < at; newline = text.indexOf("\n", newline + 1)) line++;
    return line;
  };
}
