import {firstPosition, rounded, type ToDegrees} from "./geometry.ts";
import {isRecord, member} from "./parseJson.ts";

/** How the coordinates of a document are to be taken. */
export interface Crs {
  /** Name of a coordinate reference system that has to be mentioned; "" for none. */
  notice: string;
  /** Null where its coordinates cannot be turned into degrees. */
  toDegrees: ToDegrees | null;
}

const SAMPLE = 500;
const EARTH_RADIUS = 6378137;
const MERCATOR = new Set(["3857", "3785", "900913", "102100", "102113"]);

export const WGS84: Crs = {notice: "", toDegrees: (position) => position};

/**
 * Judges by the name in a `crs` member, which RFC 7946 took out and many files have, and by the coordinates. CRS84 and EPSG:4326 are what
 * everybody means. Other systems in degrees (EPSG 4000 to 4999) lie within some 100 m and are taken as they are. Web Mercator is turned back
 * exactly (EPSG 3857). All others give no coordinates, unless most of them are degrees after all: no grid has its data within 180 m of its origin.
 */
export function crsOf(name: string, geometries: Iterable<unknown>): Crs {
  const code = /(\d+)\D{0,2}$/.exec(name.slice(-40))?.[1] ?? "";
  if (name === "" || /crs:?84h?$/i.test(name.slice(-40)) || code === "4326" || code === "4979") return WGS84;
  if (/^4\d{3}$/.test(code) || areDegrees(geometries)) return {notice: name, toDegrees: WGS84.toDegrees};
  return {notice: name, toDegrees: MERCATOR.has(code) ? fromMercator : null};
}

/** The name in a `crs` member of GeoJSON, as `{type: "name"}` or `{type: "EPSG"}`; "" where there is none. */
export function crsName(content: unknown): string {
  const crs = member(content, "crs");
  if (!isRecord(crs)) return typeof crs === "string" ? crs : "";
  const properties = member(crs, "properties");
  const name = member(properties, "name") ?? member(properties, "code") ?? member(properties, "href");
  if (typeof name === "string") return name;
  return typeof name === "number" ? `EPSG:${name}` : "unknown";
}

/** Spherical Mercator as EPSG 3857 has it, in metres. */
const fromMercator: ToDegrees = ([x, y]) => [
  rounded(((x / EARTH_RADIUS) * 180) / Math.PI),
  rounded((Math.atan(Math.sinh(y / EARTH_RADIUS)) * 180) / Math.PI),
];

function areDegrees(geometries: Iterable<unknown>): boolean {
  let seen = 0;
  let within = 0;
  for (const geometry of geometries) {
    const position = firstPosition(geometry);
    if (position === null) continue;
    if (Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90) within++;
    if (++seen === SAMPLE) break;
  }
  return within * 2 > seen;
}
