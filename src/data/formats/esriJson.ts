import {crsOf} from "./crs.ts";
import {featureShape} from "./geojson.ts";
import {isRecord, member} from "./parseJson.ts";
import {itemsOf, makeTable, type Item} from "./records.ts";
import type {Table} from "./table.ts";

/** Whether a value is what ArcGIS services answer: `{features: [{attributes, geometry}]}`. */
export function isEsriJson(value: unknown): boolean {
  const features = member(value, "features");
  return Array.isArray(features) && features.some((feature) => isRecord(member(feature, "attributes")));
}

/** Reads them as features: `x`, `y`, `points`, `paths` and `rings` become geometries, attributes become columns. */
export function esriTable(name: string, content: unknown, size: number): Table {
  const features = member(content, "features") as unknown[];
  function* items(): Iterable<Item> {
    for (const item of itemsOf(features)) yield {...item, value: featureOf(item.value)};
  }
  function* geometries(): Iterable<unknown> {
    for (const {value} of items()) yield member(value, "geometry");
  }
  const reference = member(content, "spatialReference") ?? member(member(features[0], "geometry"), "spatialReference");
  const wkid = member(reference, "latestWkid") ?? member(reference, "wkid");
  const wkt = member(reference, "wkt");
  const crs = typeof wkid === "number" ? `EPSG:${wkid}` : typeof wkt === "string" ? wkt.slice(0, 100) : "";
  return makeTable(name, items, featureShape(crsOf(crs, geometries())), size);
}

function featureOf(feature: unknown): unknown {
  if (!isRecord(feature)) return feature;
  return {
    type: "Feature",
    properties: member(feature, "attributes"),
    geometry: geometryOf(member(feature, "geometry")),
  };
}

function geometryOf(geometry: unknown): unknown {
  if (!isRecord(geometry)) return null;
  const {x, y, points, paths, rings} = geometry;
  if (Array.isArray(points)) return {type: "MultiPoint", coordinates: points};
  if (Array.isArray(paths)) return {type: "MultiLineString", coordinates: paths};
  if (Array.isArray(rings)) return {type: "Polygon", coordinates: rings};
  return x === null || x === "NaN" ? null : {type: "Point", coordinates: [x, y]};
}
