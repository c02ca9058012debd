import {LIMITS} from "../limits.ts";
import {isRecord} from "./parseJson.ts";
import {ImportError} from "./table.ts";

/** Turns nested records into rows of text. Every record is learnt before the first is turned. */
export interface Flattener {
  /** Takes the names of a record's columns. Throws `too-many-columns`. */
  learn(record: object): void;
  /** Names of all columns, in order of first appearance. */
  columns(): string[];
  /** One cell a column, "" for what the record has not. */
  cells(record: object): string[];
}

/** A place in the records: a column of its own, a way to others, or both. */
interface Step {
  name: string;
  /** Whether numbers in an array here are a position and not a list. */
  isPoint: boolean;
  next: Map<string, Step>;
  met: boolean;
  /** Whether any record has more than null or nothing here. */
  filled: boolean;
  column: number;
}

type Put = (at: Step, leaf: unknown) => void;

const BETWEEN = "; ";
const POINT_NAMES = new Set(
  "coord coords coordinate coordinates geocoordinates position lnglat lonlat latlng latlon longlat latlong point geopoint location loc geolocation center centroid".split(
    " ",
  ),
);
/** The wrappers of MongoDB's exports around a value that JSON has no type for. */
const WRAPPERS = new Set(["$date", "$oid", "$numberLong", "$numberInt", "$numberDouble", "$numberDecimal"]);

/**
 * Nested objects become dotted names (`location.lat`), lists are joined by "; ", `{key, value}` pairs become a column a key, arrays of objects
 * a column a field, with a blank where one lacks it. `rename` is asked once for each name.
 */
export function makeFlattener(rename: (name: string) => string = (name) => name): Flattener {
  const root: Step = {name: "", isPoint: false, next: new Map(), met: false, filled: false, column: -1};
  const met: Step[] = [];
  let row: string[] = [];

  const step = (from: Step, key: string): Step => {
    let to = from.next.get(key);
    if (to === undefined) {
      const isPoint = key.length < 40 && POINT_NAMES.has(key.toLowerCase().replace(/[^a-z]/g, ""));
      const name = rename(from === root ? key : `${from.name}.${key}`);
      from.next.set(key, (to = {name, isPoint, next: new Map(), met: false, filled: false, column: -1}));
    }
    return to;
  };

  const note: Put = (at, leaf) => {
    if (leaf !== null) at.filled = true;
    if (at.met) return;
    at.met = true;
    met.push(at);
    if (met.length > LIMITS.columns) {
      throw new ImportError("too-many-columns", {columns: met.length, limit: LIMITS.columns});
    }
  };

  const write: Put = (at, leaf) => {
    if (at.column === -1 || leaf === null) return;
    const text = leafText(leaf, at.isPoint);
    const before = row[at.column]!;
    row[at.column] = before === "" ? text : text === "" ? before : before + BETWEEN + text;
  };

  function visit(at: Step, value: unknown, put: Put): void {
    if (Array.isArray(value)) visitList(at, value, put);
    else if (isRecord(value)) {
      const keys = Object.keys(value);
      if (keys.length === 0) put(at, null);
      else if (keys.length === 1 && WRAPPERS.has(keys[0]!)) visit(at, value[keys[0]!], put);
      else for (const key of keys) visit(step(at, key), value[key], put);
    } else put(at, value ?? null);
  }

  function visitList(at: Step, list: readonly unknown[], put: Put): void {
    if (list.length === 0) put(at, null);
    else if (list.some(Array.isArray) || !list.some(isRecord)) put(at, list);
    else if (list.every(isPair)) {
      const byKey = new Map<string, unknown[]>();
      for (const {key, value} of list) {
        const values = byKey.get(key);
        if (values === undefined) byKey.set(key, [value]);
        else values.push(value);
      }
      for (const [key, values] of byKey) put(step(at, key), values);
    } else if (put === note) for (const element of list) visit(at, element, note);
    else {
      const columns = new Map<Step, string[]>();
      list.forEach((element, index) =>
        visit(at, element, (place, leaf) => {
          let texts = columns.get(place);
          if (texts === undefined) columns.set(place, (texts = new Array<string>(list.length).fill("")));
          texts[index] = leafText(leaf, place.isPoint);
        }),
      );
      for (const [place, texts] of columns) put(place, texts.some((text) => text !== "") ? texts.join(BETWEEN) : null);
    }
  }

  return {
    learn: (record) => visit(root, record, note),
    columns() {
      const indices = new Map<string, number>();
      for (const at of met) {
        if (at === root || (!at.filled && hasColumns(at))) continue;
        at.column = indices.get(at.name) ?? indices.size;
        indices.set(at.name, at.column);
      }
      row = new Array<string>(indices.size).fill("");
      return [...indices.keys()];
    },
    cells(record) {
      row.fill("");
      visit(root, record, write);
      return row.slice();
    },
  };
}

/** A value as the text of one cell, whatever it is. */
export function leafText(leaf: unknown, isPoint = false): string {
  if (typeof leaf === "string") return leaf;
  if (typeof leaf === "number" || typeof leaf === "boolean") return String(leaf);
  if (leaf === null || leaf === undefined) return "";
  if (!Array.isArray(leaf) || leaf.some((element) => typeof element === "object" && element !== null)) {
    return JSON.stringify(leaf);
  }
  if (isPoint && (leaf.length === 2 || leaf.length === 3) && leaf.every((element) => typeof element === "number")) {
    return `[${leaf.join(", ")}]`;
  }
  return leaf
    .filter((element) => element !== null && element !== "")
    .map(String)
    .join(BETWEEN);
}

/** Cuts what exceeds `LIMITS.cell`, in place, never through a character of two units, and tells of each. */
export function cutLongCells(cells: string[], warn: (value: string) => void): string[] {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    if (cell.length <= LIMITS.cell) continue;
    const last = cell.charCodeAt(LIMITS.cell - 1);
    cells[i] = cell.slice(0, last >= 0xd800 && last < 0xdc00 ? LIMITS.cell - 1 : LIMITS.cell);
    warn(cell.slice(0, 200));
  }
  return cells;
}

function isPair(element: unknown): element is {key: string; value: unknown} {
  if (!isRecord(element) || typeof element["key"] !== "string" || !("value" in element)) return false;
  const {value} = element;
  return Object.keys(element).length === 2 && (typeof value !== "object" || value === null);
}

function hasColumns(at: Step): boolean {
  for (const to of at.next.values()) if (to.met || hasColumns(to)) return true;
  return false;
}
