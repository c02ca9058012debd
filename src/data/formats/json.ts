import {findTables} from "./findTables.ts";
import {isGeoJson} from "./geojson.ts";
import {isEsriJson} from "./esriJson.ts";
import {isNdjson, openNdjson} from "./ndjson.ts";
import {isRecord, member, parseJson} from "./parseJson.ts";
import {ImportError, type Opened} from "./table.ts";
import {isTimeline, timelineTables, timelineTitle} from "./timelines.ts";

/**
 * Opens a JSON text: GeoJSON, ArcGIS JSON, TimelineJS, or any document that holds tables. Lines of JSON are told by their second record.
 * `size` is that of the file, in bytes. Throws `empty-file`, `broken`, `too-deep`, `unsupported` for TopoJSON, `no-records` where there is a
 * table with nothing in it, and `not-a-table`.
 */
export function openJson(text: string, size: number): Opened {
  if (isNdjson(text)) return openNdjson(text, size);
  const content = parseJson(text);
  if (member(content, "type") === "Topology") throw new ImportError("unsupported", {format: "TopoJSON"});
  const format = isGeoJson(content) ? "geojson" : isEsriJson(content) ? "esrijson" : "json";
  const tables = isTimeline(content) ? timelineTables(content, size) : findTables(content, size);
  if (tables.length === 0) throw new ImportError(isEmpty(content) ? "no-records" : "not-a-table", {format});
  if (tables.every(({rows}) => rows === 0)) throw new ImportError("no-records", {format});
  const title = isTimeline(content) ? timelineTitle(content) : titleOf(content);
  return {format, tables, ...(title === "" ? {} : {title})};
}

/** What a document says of itself. */
function titleOf(content: unknown): string {
  const metadata = member(content, "metadata") ?? member(content, "meta");
  const said = [member(content, "title"), member(content, "name"), member(metadata, "title"), member(metadata, "name")];
  return (
    said
      .find((text) => typeof text === "string" && text.trim() !== "" && text.length <= 300)
      ?.toString()
      .trim() ?? ""
  );
}

/** Whether it is, or has, an array for records with none in it. */
const isEmpty = (content: unknown): boolean =>
  isEmptyList(content) || (isRecord(content) && Object.values(content).some(isEmptyList));

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
