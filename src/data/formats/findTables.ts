import {candidateOf, FEW, looksDated, recognise, type Candidate} from "./candidates.ts";
import {esriTable, isEsriJson} from "./esriJson.ts";
import {geoJsonTable, isGeoJson, isGeometry} from "./geojson.ts";
import {isRecord, member} from "./parseJson.ts";
import {itemsOf, makeTable, objectShape, type Item} from "./records.ts";
import {ImportError, type Table} from "./table.ts";

const MOST_TABLES = 50;

/**
 * Every table in a document, the likeliest first: those with dates before those without, then by cells. Tables are arrays of objects or of
 * arrays, objects of columns, objects of records by key, and, where it has a date or nothing else is there, the document itself as one record.
 * Arrays within records are no tables of their own. Throws `too-many-columns` when nothing but that stands in the way.
 */
export function findTables(content: unknown, size: number): Table[] {
  const found: Candidate[] = [];
  const features: Table[] = [];
  search(content, "", (path, value) => {
    if (found.length + features.length >= MOST_TABLES) return true;
    const read = isEsriJson(value) ? esriTable : isGeoJson(value) ? geoJsonTable : null;
    if (read !== null && (path === "" || !isGeometry(value))) {
      features.push(read(path, value, size));
      return true;
    }
    const candidate = recognise(path, value);
    if (candidate !== null) found.push(candidate);
    return candidate !== null;
  });
  const isTable = features.length > 0 || found.some((table) => table.path === "" || looksDated(table));
  if (isRecord(content) && !isTable) {
    const whole = candidateOf("", () => itemsOf([content]), objectShape);
    const filled = whole.sample.rows.flat().filter((cell) => cell !== "").length;
    if (found.length === 0 ? filled > 1 : looksDated(whole)) found.push(whole);
  }
  return [...features, ...inOrder(found, size)];
}

function inOrder(found: readonly Candidate[], size: number): Table[] {
  const ranked: {table: Table; dated: boolean; weight: number}[] = [];
  let failure: unknown;
  for (const candidate of found) {
    try {
      const table = makeTable(candidate.path, candidate.items, candidate.shape, size);
      const weight = countOf(candidate.items()) * candidate.sample.columns.length;
      ranked.push({table, dated: looksDated(candidate), weight});
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      failure ??= error;
    }
  }
  if (ranked.length === 0 && failure !== undefined) throw failure;
  ranked.sort((a, b) => Number(b.dated) - Number(a.dated) || b.weight - a.weight);
  return ranked.map(({table}) => table);
}

function countOf(items: Iterable<Item>): number {
  const counted = items[Symbol.iterator]();
  let count = 0;
  while (counted.next().done !== true) count++;
  return count;
}

/** Goes down through objects, and through short arrays that wrap other things, until `take` says that it has what is there. */
function search(value: unknown, path: string, take: (path: string, value: unknown) => boolean): void {
  if (typeof value !== "object" || value === null || take(path, value)) return;
  const within = (key: string) => (path === "" ? key : `${path}.${key}`);
  if (!Array.isArray(value)) for (const key of Object.keys(value)) search(member(value, key), within(key), take);
  else if (value.length <= FEW) value.forEach((element, index) => search(element, within(String(index)), take));
}
