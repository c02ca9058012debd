import {cellKind, type CellKind} from "./cellKind.ts";
import {shownName, uniqueNames} from "./columnNames.ts";

/** Where the names of a table's columns stand among its rows. All rows are indices into the rows given. */
export interface Header {
  /** The first row of data. */
  first: number;
  /** The row that names the columns, -1 for none. */
  headerRow: number;
  names: string[];
  /** HXL tags by column, "" where a column has none; null without a row of tags. */
  tags: string[] | null;
  /** Rows above the data that are not `headerRow`: titles, tags, units, groups of columns. */
  skipped: number[];
  /** False where it could be otherwise. */
  sure: boolean;
  /** What decided: kinds of cells below that the header has not, names, HXL tags, the reader; `none` where nothing did. */
  why: "types" | "names" | "hxl" | "told" | "none";
}

type Rows = readonly (readonly string[])[];

/** Rows in which to look for a header, and how many below it are compared. */
const TOP = 30;
const BELOW = 60;

/** As HXL 1.1 writes a tag: "#affected + killed". */
const TAG = /^#[a-z]\w{0,60}(?:\s{0,5}\+\s{0,5}\w{1,60}){0,20}$/i;
/** Words that stand in headers and hardly ever as values. */
const WORDS =
  /^(?:(?:event|start|end|incident|source|begin|acq)?[ _-]?(?:date|datum|fecha|data|tarih|дата|day|month|year|time|timestamp)|jour|mois|an|année|jahr|monat|año|mes|lat|latitude|latitud|lon|lng|long|longitude|longitud|x|y|id|[a-z]{1,20}[ _-]?id|name|title|description|notes?|source|url|type|category|country|location|place|city|lieu|ort|lugar|titre|titel|summary|killed|deaths|fatalities|التاريخ|المكان)$/i;

/**
 * Finds the header of a table from its first rows, and what stands above and under it: titles, names of groups of columns, units, HXL tags. A
 * first row whose cells are of the same kinds as those below is data. In `options` the reader tells: an index, or -1 for none.
 */
export function findHeader(rows: Rows, options: {headerRow?: number} = {}): Header {
  if (rows.length === 0) return headerAt(rows, -1, -1, "none", false);
  const tagRow = rows.slice(0, TOP).findIndex(isTagRow);
  const told = options.headerRow === undefined ? undefined : Math.min(options.headerRow, rows.length - 1);
  if (told === -1 && tagRow === -1) return withoutHeader(rows, firstWide(rows), "told", true);
  if (told !== undefined) return headerAt(rows, told, told < tagRow || told === -1 ? tagRow : -1, "told", true);
  if (tagRow !== -1) {
    const above = rows[tagRow - 1];
    const named = above !== undefined && filled(above) >= Math.max(1, filled(rows[tagRow]!) / 2);
    return headerAt(rows, named ? tagRow - 1 : -1, tagRow, "hxl", true);
  }
  const top = firstWide(rows);
  const evidence = evidenceFor(rows, top);
  if (evidence.against > evidence.pro)
    return withoutHeader(rows, top, "types", evidence.pro === 0 && (evidence.against > 1 || rows.length > 2));
  if (evidence.pro > 0) return headerAt(rows, top, -1, "types", evidence.against * 3 <= evidence.pro);
  const row = rows[top] ?? [];
  const words = row.filter((cell) => WORDS.test(shownName(cell).slice(0, 60))).length;
  if (words > 0) return headerAt(rows, top, -1, "names", words > 1 || row.length === 1);
  return headerAt(rows, top, -1, "none", false);
}

/** A table whose columns nothing names; titles may stand above its first row. */
const withoutHeader = (rows: Rows, top: number, why: Header["why"], sure: boolean): Header => ({
  ...headerAt(rows, -1, -1, why, sure),
  first: top,
  skipped: indices(0, top),
});

const filled = (row: readonly string[]): number =>
  row.reduce((count, cell) => (cell.trim() === "" ? count : count + 1), 0);
const indices = (from: number, to: number): number[] =>
  Array.from({length: Math.max(0, to - from)}, (_, i) => from + i);

function isTagRow(row: readonly string[]): boolean {
  const cells = row.map((cell) => cell.slice(0, 300).trim()).filter((cell) => cell !== "");
  const tags = cells.filter((cell) => TAG.test(cell)).length;
  return tags > 0 && tags >= cells.length / 2 && (tags > 1 || cells.length === 1);
}

/** The number of cells that most rows have, the larger one where two are as frequent. */
function usualWidth(rows: Rows): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let width = 0;
  for (const [length, count] of counts) {
    const most = counts.get(width) ?? 0;
    if (count > most || (count === most && length > width)) width = length;
  }
  return width;
}

/** The first row that is no title: titles fill few cells, and a row that fills many follows. */
function firstWide(rows: Rows): number {
  const width = usualWidth(rows);
  const title = (row: readonly string[]): boolean => {
    const count = filled(row);
    return width > 1 && (count <= Math.max(1, width / 4) || (width > 3 && count <= 2 && row.length < width));
  };
  const top = rows.slice(0, TOP).findIndex((row) => !title(row));
  return Math.max(0, top);
}

/** The kind that most filled cells of a column have in the rows from `from` on; `text` where they do not agree. */
function kindBelow(rows: Rows, column: number, from: number): CellKind {
  const counts = new Map<CellKind, number>();
  let cells = 0;
  for (const row of rows.slice(from, from + BELOW)) {
    const kind = cellKind(row[column] ?? "");
    if (kind === "empty") continue;
    cells++;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of counts) if (count >= cells * 0.6) return kind;
  return cells === 0 ? "empty" : "text";
}

const isTyped = (kind: CellKind): boolean => kind !== "empty" && kind !== "text";

/** In how many columns the row differs in kind from those below, as names do, and in how many it does not, as data does. */
function evidenceFor(rows: Rows, at: number): {pro: number; against: number} {
  const row = rows[at] ?? [];
  let pro = 0;
  let against = 0;
  for (const [column, cell] of row.entries()) {
    const own = cellKind(cell);
    const below = kindBelow(rows, column, at + 1);
    if (own === "text" && isTyped(below)) pro++;
    else if (isTyped(own) && (own === below || rows.length === at + 1)) against++;
  }
  return {pro, against};
}

/** Whether the row, which follows names, holds more of them: units, explanations, or the names within groups. */
function isSecondary(rows: Rows, at: number): boolean {
  const row = rows[at];
  if (row === undefined || at + 1 >= rows.length) return false;
  const {pro, against} = evidenceFor(rows, at);
  const typed = row.filter((cell, column) => cell.trim() !== "" && isTyped(kindBelow(rows, column, at + 1))).length;
  return against === 0 && pro > 1 && pro === typed && !row.some((cell) => isTyped(cellKind(cell)));
}

/** A row of names for groups of columns: some cells filled, each standing for the empty ones that follow it as well. */
function isGroups(row: readonly string[] | undefined, names: readonly string[]): boolean {
  if (row === undefined) return false;
  const count = filled(row);
  const spans = row.some(
    (cell, i) =>
      cell.trim() === "" &&
      i > 0 &&
      (names[i] ?? "").trim() !== "" &&
      row.slice(0, i).some((left) => left.trim() !== ""),
  );
  return count > 1 && spans && count < filled(names) + 1 && !row.some((cell) => isTyped(cellKind(cell)));
}

function headerAt(rows: Rows, headerRow: number, tagRow: number, why: Header["why"], sure: boolean): Header {
  const tagged =
    tagRow === -1 ? null : rows[tagRow]!.map((cell) => (TAG.test(cell.slice(0, 300).trim()) ? cell.trim() : ""));
  if (headerRow === -1) {
    const first = tagRow + 1;
    const columns = Math.max(tagged?.length ?? 0, commonLength(rows.slice(first)));
    const names = Array.from({length: columns}, (_, i) => tagged?.[i] ?? "");
    return finish(rows, {first, headerRow, names, tags: tagged, skipped: indices(0, first), sure, why});
  }
  const row = rows[headerRow] ?? [];
  let names = row.map(shownName);
  let first = Math.max(headerRow, tagRow) + 1;
  let main = headerRow;
  if (tagRow === -1 && isSecondary(rows, first)) {
    if (isGroups(row, rows[first]!)) {
      names = joined(row, rows[first]!);
      main = first;
    }
    first++;
  } else if (isGroups(rows[headerRow - 1], row)) names = joined(rows[headerRow - 1]!, row);
  const skipped = indices(0, first).filter((i) => i !== main);
  return finish(rows, {
    first,
    headerRow: main,
    names: withRowNumbers(names, rows, first),
    tags: tagged,
    skipped,
    sure,
    why,
  });
}

/** "Group / Name" by column, each group going on until the next begins. */
function joined(groups: readonly string[], row: readonly string[]): string[] {
  let group = "";
  return Array.from({length: Math.max(groups.length, row.length)}, (_, i) => {
    const own = shownName(groups[i] ?? "");
    if (own !== "") group = own;
    const name = shownName(row[i] ?? "");
    if (name === "") return own;
    return group === "" || group === name ? name : `${group} / ${name}`;
  });
}

/** R writes numbers of rows in a first column that its header leaves out. */
function withRowNumbers(names: string[], rows: Rows, first: number): string[] {
  const data = rows.slice(first, first + BELOW);
  const numbered =
    data.length > 1 &&
    data.every(
      (row, i) =>
        row.length === names.length + 1 &&
        row.at(-1)!.trim() !== "" &&
        /^\d{1,9}$/.test(row[0]!) &&
        Number(row[0]) === Number(data[0]![0]) + i,
    );
  return numbered ? ["", ...names] : names;
}

/** The number of cells of the longest rows, leaving out rare ones. */
function commonLength(rows: Rows): number {
  const lengths = rows.map((row) => row.length).sort((a, b) => b - a);
  return lengths[Math.floor(lengths.length * 0.1)] ?? 0;
}

/** Adds columns that most rows fill and the header does not name, drops the last ones that nothing names or fills, makes names unique. */
function finish(rows: Rows, header: Header): Header {
  const data = rows.slice(header.first, header.first + BELOW);
  const fills = (column: number): number => data.filter((row) => (row[column] ?? "").trim() !== "").length;
  const names = [...header.names];
  while (data.length > 1 && names.length < commonLength(data) && fills(names.length) > data.length / 2) names.push("");
  while (
    names.length > 1 &&
    names.at(-1) === "" &&
    (header.tags?.[names.length - 1] ?? "") === "" &&
    fills(names.length - 1) === 0
  )
    names.pop();
  const tags = header.tags === null ? null : names.map((_, i) => header.tags![i] ?? "");
  return {...header, names: uniqueNames(names), tags};
}
