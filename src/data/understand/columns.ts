import {isMissing} from "./missing.ts";
import {normaliseName} from "./names.ts";
import type {ColumnProfile} from "./understanding.ts";

/** One column of the sample, turned on its side. */
export interface Column {
  index: number;
  name: string;
  /** The name as names are compared. */
  key: string;
  /** Trimmed; "" where a cell says nothing. */
  cells: readonly string[];
  /** The cells that say something, in order. */
  values: readonly string[];
  /** Different values, up to `MOST_DISTINCT`, and how often each stands there. */
  counts: ReadonlyMap<string, number>;
  /** How many different values there are in all. */
  different: number;
  /** Mean length of the filled cells and the share of them that hold a space. */
  length: number;
  spaced: number;
  /** Shares of the filled cells. */
  numeric: number;
  linked: number;
  kind: ColumnProfile["kind"];
}

export const MOST_DISTINCT = 1001;
const SAMPLES = 5;
const SAMPLE_LENGTH = 200;
/** Cells of a sample that are looked at in all: a table of very many columns is judged by fewer rows. */
const MOST_CELLS = 1_500_000;
const FEWEST_ROWS = 60;
/** More of a cell does not matter for what a column holds. */
const CELL = 2000;

const NUMBER =
  /^[+\-\u2212~<>]?(?:\p{Nd}{1,3}(?:[.,'\u2019\u066c\u00a0\u202f ]\p{Nd}{3})+|\p{Nd}+)(?:[.,\u066b]\p{Nd}+)?(?:[eE][+-]?\d{1,3})?%?$/u;
const LINK = /^(?:https?:\/\/|www\.)\S/i;

/** ASCII that no number and no link begins with: most texts begin so. */
const WORD = /^[a-gi-vx-z]/i;

export const isNumeric = (text: string): boolean => text.length <= 40 && NUMBER.test(text);
export const isLink = (text: string): boolean => LINK.test(text);

/** How many rows of a sample are looked at. */
const rowsOf = (columns: number, rows: number): number =>
  Math.min(rows, Math.max(FEWEST_ROWS, Math.floor(MOST_CELLS / Math.max(1, columns))));

/** The columns of a sample; rows may be ragged. `missing` are cells that say "not known" besides those that always do. */
export function columnsOf(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  missing: readonly string[],
): Column[] {
  const rows = sample.slice(0, rowsOf(header.length, sample.length));
  const unknown = new Set(missing);
  return header.map((name, index) => {
    const cells = rows.map((row) => {
      const text = (row[index] ?? "").slice(0, CELL).trim();
      return text === "" || unknown.has(text) || isMissing(text) ? "" : text;
    });
    return describe(index, name, cells);
  });
}

function describe(index: number, name: string, cells: readonly string[]): Column {
  const values = cells.filter((cell) => cell !== "");
  const counts = new Map<string, number>();
  const different = new Set<string>();
  let length = 0;
  let spaced = 0;
  let numeric = 0;
  let linked = 0;
  const weigh = (value: string, times: number): void => {
    length += value.length * times;
    if (value.includes(" ")) spaced += times;
    if (WORD.test(value)) return;
    if (isNumeric(value)) numeric += times;
    else if (isLink(value)) linked += times;
  };
  for (const value of values) {
    const known = counts.get(value);
    if (known === undefined) different.add(value);
    if (known !== undefined || counts.size < MOST_DISTINCT) counts.set(value, (known ?? 0) + 1);
    else weigh(value, 1);
  }
  for (const [value, times] of counts) weigh(value, times);
  const of = Math.max(1, values.length);
  const column: Column = {
    index,
    name,
    key: normaliseName(name),
    cells,
    values,
    counts,
    different: different.size,
    length: length / of,
    spaced: spaced / of,
    numeric: numeric / of,
    linked: linked / of,
    kind: "empty",
  };
  return {...column, kind: kindOf(column)};
}

/** What the values alone say; dates, coordinates and points are told apart later, when roles are chosen. */
function kindOf({values, counts, different, length, spaced, numeric, linked}: Column): Column["kind"] {
  const unique = values.length > 3 && different >= values.length * 0.95;
  if (values.length === 0) return "empty";
  if (linked >= 0.7) return "link";
  if (numeric >= 0.9) return "number";
  if (unique && length <= 40 && spaced < 0.1 && values.some((value) => /\d/.test(value))) return "id";
  if (counts.size <= 2 && values.length > 3 && length <= 60) return "category";
  return counts.size <= Math.max(12, Math.min(60, values.length / 3)) && length <= 80 && !unique ? "category" : "text";
}

export const profileOf = ({name, values, counts, kind}: Column): ColumnProfile => ({
  name,
  filled: values.length,
  distinct: counts.size,
  samples: samplesOf(counts, SAMPLES),
  kind,
});

export function samplesOf(counts: ReadonlyMap<string, number>, most: number): string[] {
  const samples: string[] = [];
  for (const value of counts.keys()) {
    if (samples.length === most) break;
    samples.push(value.slice(0, SAMPLE_LENGTH));
  }
  return samples;
}
