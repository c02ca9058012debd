import {isRecord, member} from "./parseJson.ts";
import {itemsOf, objectShape, rowShape, type Item, type Shape} from "./records.ts";
import {ImportError} from "./table.ts";

const SAMPLE = 100;
/** Arrays of more elements hold records, and are not searched for tables. */
export const FEW = 10;
const COLUMN_LISTS = ["columns", "fields", "headers", "header", "names", "meta", "schema"];

/** A part of a JSON document that can be read as a table. */
export interface Candidate {
  path: string;
  items: () => Iterable<Item>;
  shape: Shape;
  /** Columns and first rows for the ranking, made by a shape of its own. */
  sample: {columns: readonly string[]; rows: string[][]};
}

/** What a part of a document is as a table: records, rows, columns or records by key; null when it is none of them. */
export function recognise(path: string, value: unknown): Candidate | null {
  if (Array.isArray(value)) return ofArray(path, value);
  if (!isRecord(value)) return null;
  return ofSplit(path, value) ?? ofBindings(path, value) ?? ofColumns(path, value) ?? ofKeyed(path, value);
}

function ofArray(path: string, list: readonly unknown[]): Candidate | null {
  const records = list.filter(isRecord);
  if (records.length === 1 && isEnvelope(records[0]!)) return null;
  const within = list.reduce<number>(
    (sum, inner) => sum + (Array.isArray(inner) ? inner.filter(isRecord).length : 0),
    0,
  );
  const wrapsArrays = list.length <= FEW && within > records.length;
  if (records.length > 0 && records.length * 2 >= list.length && !wrapsArrays) {
    return candidateOf(path, () => itemsOf(list), objectShape);
  }
  const rows = list.filter((row) => Array.isArray(row) && row.length > 1 && !row.some(isStructure));
  if (rows.length === 0 || rows.length * 2 < list.length || isShape(list)) return null;
  return candidateOf(
    path,
    () => itemsOf(list),
    () => rowShape(null),
  );
}

/** Whether the one object of an array only stands around the real one, as some databases wrap their answer. */
function isEnvelope(record: Record<string, unknown>): boolean {
  const members = Object.entries(record);
  if (!members.some(([, inner]) => Array.isArray(inner) && inner.filter(isRecord).length > 1)) return false;
  const rest = Object.fromEntries(members.filter(([, inner]) => !Array.isArray(inner)));
  return !looksDated(candidateOf("", () => itemsOf([rest]), objectShape));
}

/** `{columns: [...], data: [[...], ...]}`, by whatever names, as pandas, Socrata, ClickHouse and many services write it. */
function ofSplit(path: string, value: Record<string, unknown>): Candidate | null {
  for (const key of Object.keys(value)) {
    const rows = value[key];
    if (!Array.isArray(rows) || rows.length === 0 || !rows.every(Array.isArray)) continue;
    const lists = [
      ...COLUMN_LISTS.map((name) => member(value, name)),
      member(member(member(value, "meta"), "view"), "columns"),
    ];
    const width = (rows[0] as unknown[]).length;
    for (const list of lists) {
      const names = list === rows ? null : namesIn(list);
      if (names !== null && names.length === width) {
        return candidateOf(
          path,
          () => itemsOf(rows),
          () => rowShape(names),
        );
      }
    }
  }
  return null;
}

function namesIn(list: unknown): string[] | null {
  if (!Array.isArray(list)) return null;
  const names = list.map((entry) => (typeof entry === "string" ? entry : (member(entry, "name") ?? null)));
  return names.every((name) => typeof name === "string") ? names : null;
}

/** Answers of SPARQL services: `results.bindings` with `{type, value}` for each variable. */
function ofBindings(path: string, value: Record<string, unknown>): Candidate | null {
  const names = member(member(value, "head"), "vars");
  const bindings = member(member(value, "results"), "bindings");
  if (!Array.isArray(names) || !names.every((name) => typeof name === "string") || !Array.isArray(bindings))
    return null;
  function* rows(): Iterable<Item> {
    for (const item of itemsOf(bindings as unknown[])) {
      const {value: binding} = item;
      const row = (names as string[]).map((name) => member(member(binding, name), "value"));
      yield {...item, value: isRecord(binding) ? row : binding};
    }
  }
  return candidateOf(path, rows, () => rowShape(names as string[]));
}

/** `{column: [...], ...}` with arrays of one length, or `{column: {"0": ..., "1": ...}}`. */
function ofColumns(path: string, value: Record<string, unknown>): Candidate | null {
  const names = Object.keys(value).filter((name) => isStructure(value[name]));
  const columns = names.map((name) => value[name]);
  if (names.length < 2 || names.length * 4 < Object.keys(value).length * 3) return null;
  let indices: readonly string[] | null = null;
  if (columns.every(Array.isArray)) {
    const [first] = columns;
    if (!columns.every((column) => column.length === first!.length && !column.some(isStructure))) return null;
    // Two numbers each are the corners of a box.
    if (first!.length < 3 && columns.every((column) => column.every((cell) => typeof cell === "number"))) return null;
    indices = first!.map((_, index) => String(index));
  } else if (columns.every(isRecord)) {
    indices = Object.keys(columns[0]!);
    const {length} = indices;
    const isIndex = indices.every((index) => /^\d{1,9}$/.test(index));
    const same = columns.every(
      (column) => Object.keys(column).length === length && !Object.values(column).some(isStructure),
    );
    if (!isIndex || !same || names.every((name) => /^\d+$/.test(name))) return null;
  }
  if (indices === null || indices.length === 0) return null;
  const rows = indices;
  function* records(): Iterable<Item> {
    for (let i = 0; i < rows.length; i++) {
      const record = names.map((name, c) => [name, (columns[c] as Record<string, unknown>)[rows[i]!]]);
      yield {value: Object.fromEntries(record), line: 0, done: (i + 1) / rows.length};
    }
  }
  return candidateOf(path, records, objectShape);
}

/** `{key: {...}, key: {...}}` where the objects are alike. The key becomes a column where it says something. */
function ofKeyed(path: string, value: Record<string, unknown>): Candidate | null {
  const keys = Object.keys(value);
  if (keys.length < 2 || !keys.every((key) => isRecord(value[key]))) return null;
  const counts = new Map<string, number>();
  const sample = keys.slice(0, SAMPLE).map((key) => Object.keys(value[key] as object));
  for (const name of sample.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isShared = (name: string) => counts.get(name)! > sample.length / 2;
  const shared = [...counts.keys()].filter(isShared).length;
  const fits = sample.filter((names) => names.filter(isShared).length * 2 >= Math.max(shared, 1)).length;
  if (shared < 2 || fits * 10 < sample.length * 9) return null;
  const isNumbered = keys.every((key, index) => key === String(index));
  const keyName = counts.has("id") ? (counts.has("key") ? "@key" : "key") : "id";
  function* records(): Iterable<Item> {
    for (let i = 0; i < keys.length; i++) {
      const record = value[keys[i]!] as Record<string, unknown>;
      yield {value: isNumbered ? record : {[keyName]: keys[i], ...record}, line: 0, done: (i + 1) / keys.length};
    }
  }
  return candidateOf(path, records, objectShape);
}

/** A candidate of these records, with a sample of them read. */
export function candidateOf(path: string, items: () => Iterable<Item>, shapeOf: () => Shape): Candidate {
  const trial = shapeOf();
  const values: unknown[] = [];
  for (const {value} of items()) if (values.push(value) === SAMPLE) break;
  let columns: readonly string[] | null = null;
  let rows: string[][] = [];
  try {
    for (const value of values) trial.learn(value);
    columns = trial.columns();
    rows = values.map((value) => trial.cells(value, () => {}) ?? []);
  } catch (error) {
    // Too many columns: making the table says so again, to someone who listens.
    if (!(error instanceof ImportError)) throw error;
  }
  return {path, items, shape: shapeOf(), sample: {columns: columns ?? rows[0] ?? [], rows}};
}

const DATE_NAME =
  /^(.*[^a-z])?(date|datetime|start|started|begin|time|timestamp|year|day|when|datum|fecha|data|tarih|jour|an|jahr|published|occurred|created|дата|التاريخ|تاريخ)([^a-z].*)?$/;
const DATE_VALUE =
  /^\s*([+-]?\d{4,6}-\d{1,2}(-\d{1,2})?([T ].*)?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}([T ].*)?|\d{4}[/.]\d{1,2}[/.]\d{1,2}.*)$/;

/** Whether a column is called, or a cell looks, like a date. */
export function looksDated({sample: {columns, rows}}: Candidate): boolean {
  const byName = columns.some((name) => {
    const spaced = name.slice(0, 60).replace(/([a-z])([A-Z])/g, "$1_$2");
    return DATE_NAME.test(spaced.toLowerCase());
  });
  return byName || rows.some((row) => row.some((cell) => cell.length < 40 && DATE_VALUE.test(cell)));
}

const isStructure = (value: unknown): boolean => typeof value === "object" && value !== null;

/** Whether an array of pairs of numbers is an outline or a way, not a table. */
const isShape = (list: readonly unknown[]): boolean =>
  list.every(
    (row) =>
      Array.isArray(row) && row.length <= 3 && row.every((cell) => typeof cell === "number" && Math.abs(cell) <= 180),
  );
