import type {Part} from "./blob.ts";
import type {Saved} from "./roleColumns.ts";
import {tableColumns} from "./tableColumns.ts";

/** Rows that are written at once. */
const ROWS = 200;
/** What readers of GeoJSON, ours among them, take for the time of a feature. */
const RESERVED = ["when"];

/** What a collection says of itself, as members of its own; RFC 7946 allows for those. */
export interface About {
  title?: string;
  credit?: string;
  license?: string;
}

/** Rows as a FeatureCollection of RFC 7946: a feature each, with a null geometry for one without a place, and all columns as properties. */
export function* geoJsonParts(saved: Saved, rows: Uint32Array, about: About): Iterable<Part> {
  const {place, places} = saved.dataset.columns;
  const columns = tableColumns(saved, RESERVED)
    .filter(({name}) => name !== "lat" && name !== "lon")
    .map((column) => ({...column, key: JSON.stringify(column.name)}));
  const id = columns.find(({name}) => name === "id");

  const feature = (row: number): string => {
    const at = place[row]!;
    const geometry =
      at === -1 ? "null" : `{"type":"Point","coordinates":[${places.lon[at]! + 0},${places.lat[at]! + 0}]}`;
    const properties = columns.map(({key, numeric, text}) => {
      const cell = text(row);
      return `${key}:${cell === "" ? "null" : numeric ? cell : JSON.stringify(cell)}`;
    });
    const named = id?.text(row) ?? "";
    const own = named === "" ? "" : `"id":${JSON.stringify(named)},`;
    return `{"type":"Feature",${own}"geometry":${geometry},"properties":{${properties.join(",")}}}`;
  };

  const head = JSON.stringify({type: "FeatureCollection", ...about});
  yield {text: `${head.slice(0, -1)},"features":[`, rows: 0};
  for (let at = 0; at < rows.length; at += ROWS) {
    const chunk = rows.subarray(at, at + ROWS);
    const features = Array.from(chunk, feature).join(",\n");
    yield {text: `${at === 0 ? "\n" : ",\n"}${features}`, rows: at + chunk.length};
  }
  yield {text: "\n]}\n", rows: rows.length};
}
