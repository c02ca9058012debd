import {crsName, crsOf, WGS84, type Crs} from "./crs.ts";
import {timesOfFeature} from "./featureTimes.ts";
import {leafText, makeFlattener} from "./flatten.ts";
import {placeOfGeometry, typeOf} from "./geometry.ts";
import {isRecord, member} from "./parseJson.ts";
import {itemsOf, makeTable, type Shape} from "./records.ts";
import type {Table} from "./table.ts";

/** Names of the last two columns of every table of features: the place that stands for the geometry. */
export const GEOMETRY_LAT = "geometry.lat";
export const GEOMETRY_LON = "geometry.lon";

const GEOMETRIES = new Set(
  ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"].map((type) => type.toLowerCase()),
);
/** What belongs to a feature itself; other members are its properties where it has none. */
const OWN_MEMBERS = new Set(["type", "geometry", "properties", "id", "bbox", "when", "crs"]);

/** Whether a value is a GeoJSON document (RFC 7946) or an array of features. Types are taken in any case of letters. */
export function isGeoJson(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.filter(isFeature).length * 2 > value.length;
  const type = typeOf(value);
  if (type === "featurecollection") return true;
  return isFeature(value) || isGeometry(value);
}

/** Whether a value calls itself a Feature and has a member that only features have. */
const isFeature = (value: unknown): boolean =>
  typeOf(value) === "feature" &&
  (Object.hasOwn(value as object, "geometry") || Object.hasOwn(value as object, "properties"));

/** Reads a document for which `isGeoJson` holds: a row for each feature, one for a bare geometry. */
export function geoJsonTable(name: string, content: unknown, size: number): Table {
  const features = featuresOf(content);
  const crs = crsOf(crsName(content), geometriesIn(features));
  return makeTable(name, () => itemsOf(features), featureShape(crs), size);
}

/**
 * How features become rows: properties, `id` where the properties have none, `when.start` and `when.end` where a feature says when, and the
 * place. A geometry that cannot be read leaves the place blank and is told of.
 */
export function featureShape(crs: Crs = WGS84): Shape {
  // A property of this very name must not pass for the place.
  const flattener = makeFlattener((name) =>
    name === GEOMETRY_LAT || name === GEOMETRY_LON ? `properties.${name}` : name,
  );
  return {
    ...(crs.notice === "" ? {} : {notice: {code: "other-crs", value: crs.notice}}),
    learn: (feature) => {
      const record = recordOf(feature);
      if (record !== null) flattener.learn(record);
    },
    columns: () => [...flattener.columns(), GEOMETRY_LAT, GEOMETRY_LON],
    cells(feature, warn) {
      const record = recordOf(feature);
      if (record === null) return null;
      const cells = flattener.cells(record);
      const geometry = geometryOf(feature);
      const place = crs.toDegrees === null ? null : placeOfGeometry(geometry, crs.toDegrees);
      if (place === null) {
        if (geometry !== null && crs.toDegrees !== null) warn("bad-coordinate", leafText(geometry).slice(0, 200));
        cells.push("", "");
      } else {
        if (place.reduced) warn("geometry-reduced", leafText(member(geometry, "type")).slice(0, 200));
        cells.push(String(place.lat), String(place.lon));
      }
      return cells;
    },
  };
}

/** Whether a value is a geometry by itself. */
export function isGeometry(value: unknown): boolean {
  const type = typeOf(value);
  if (type === "geometrycollection") return Array.isArray(member(value, "geometries"));
  return GEOMETRIES.has(type) && isRecord(value) && Object.hasOwn(value, "coordinates");
}

function featuresOf(content: unknown): readonly unknown[] {
  if (Array.isArray(content)) return content;
  if (typeOf(content) !== "featurecollection") return [content];
  const features = member(content, "features");
  return Array.isArray(features) ? features : [];
}

/** The geometry of a feature or a bare one; null where there is none on purpose. */
const geometryOf = (feature: unknown): unknown =>
  isGeometry(feature) ? feature : (member(feature, "geometry") ?? null);

function* geometriesIn(features: readonly unknown[]): Iterable<unknown> {
  for (const feature of features) yield geometryOf(feature);
}

/** What a feature says beside its geometry; null for what is none: neither properties nor a geometry. */
function recordOf(feature: unknown): Record<string, unknown> | null {
  if (!isRecord(feature)) return null;
  if (isGeometry(feature)) return {};
  const {properties, id} = feature;
  const own = isRecord(properties) ? properties : strayMembers(feature);
  const isEmptyByRight = properties === null && feature["geometry"] === null;
  if (!isRecord(properties) && Object.keys(own).length === 0 && !isGeometry(feature["geometry"]) && !isEmptyByRight)
    return null;
  const times = timesOfFeature(feature);
  const hasId = (typeof id === "string" || typeof id === "number") && !Object.hasOwn(own, "id");
  if (times === null) return hasId ? {...own, id} : own;
  const rest = {...own};
  for (const name of times.used) delete rest[name];
  return {...rest, ...(hasId ? {id} : {}), "when.start": times.start ?? null, "when.end": times.end ?? null};
}

function strayMembers(feature: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(feature).filter(([key]) => !OWN_MEMBERS.has(key)));
}
