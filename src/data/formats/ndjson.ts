import {crsOf} from "./crs.ts";
import {featureShape, isGeoJson} from "./geojson.ts";
import {parseJson} from "./parseJson.ts";
import {makeTable, objectShape, rowShape, type Item, type Shape} from "./records.ts";
import {ImportError, type Opened} from "./table.ts";

/** Begins each record of a JSON text sequence (RFC 7464, RFC 8142). */
const SEPARATOR = "\u001e";
const SAMPLE = 20;

/** Whether a text is lines of JSON: a record separator first, or two whole records among its first lines and at least a third of them. */
export function isNdjson(text: string): boolean {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (text.charAt(start) === SEPARATOR) return true;
  const firstEnd = text.indexOf("\n");
  if (firstEnd === -1 || !/\S/.test(text.slice(firstEnd))) return false;
  const {records, lines} = sampleOf(text);
  return records.length > 1 && records.length * 3 >= lines;
}

/**
 * Opens newline-delimited JSON, one record a line, or a sequence with record separators. Blank lines count for nothing, and a line that is no
 * record is rejected alone. Records are objects, GeoJSON features or arrays, as most of the first ones are.
 */
export function openNdjson(text: string, size: number): Opened {
  const {records} = sampleOf(text);
  const {format, shape} = shapeFor(records);
  if (!/[^\s\u001e\ufeff]/.test(text)) throw new ImportError("empty-file", {format: "ndjson"});
  const table = makeTable("", () => itemsOf(text), shape, size);
  return {format, tables: [table]};
}

function shapeFor(records: readonly unknown[]): {format: string; shape: Shape} {
  const most = (is: (record: unknown) => boolean) => records.filter(is).length * 2 > records.length;
  if (most(isGeoJson)) return {format: "geojson", shape: featureShape(crsOf("", []))};
  return {format: "ndjson", shape: most(Array.isArray) ? rowShape(null) : objectShape()};
}

/** Objects and arrays among the first lines. */
function sampleOf(text: string): {records: unknown[]; lines: number} {
  const records: unknown[] = [];
  let lines = 0;
  for (const {value} of itemsOf(text)) {
    if (typeof value === "object" && value !== null) records.push(value);
    if (++lines === SAMPLE) break;
  }
  return {records, lines};
}

function* itemsOf(text: string): Iterable<Item> {
  const isSequence = text.slice(0, 2).includes(SEPARATOR);
  const end = isSequence ? SEPARATOR : "\n";
  let line = 1;
  for (let from = 0; from < text.length;) {
    const found = text.indexOf(end, from);
    const to = found === -1 ? text.length : found;
    const piece = text.slice(from, to);
    const record = piece.replace(/^[\s\ufeff]+/, "");
    if (record !== "") {
      const at = isSequence ? line + countLines(piece.slice(0, piece.length - record.length)) : line;
      yield itemOf(record, at, to / text.length);
    }
    line += isSequence ? countLines(piece) : 1;
    from = to + 1;
  }
}

function itemOf(record: string, line: number, done: number): Item {
  try {
    return {value: parseJson(record), line, done};
  } catch {
    return {value: undefined, line, done, unreadable: record.slice(0, 200)};
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
