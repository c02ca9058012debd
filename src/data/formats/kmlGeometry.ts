import {decimal} from "./decimal.ts";
import {placeOfGeometry} from "./geometry.ts";
import {childOf, textOf, type XmlElement} from "./xml.ts";

/** Where a placemark is put, in degrees. */
export interface KmlPlace {
  lon: number;
  lat: number;
  /** The geometry that this point stands for, such as Polygon; "" when it is a point itself. */
  instead: string;
}

/** A gx:Track: where something was and when, texts of the times as they stand. */
export interface Track {
  begin: string;
  end: string;
  /** `[lon, lat]` pairs in degrees. */
  points: Float64Array;
}

type Position = readonly [lon: number, lat: number];

const GEOMETRIES = new Set(["Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Model"]);

/** The one point that stands for a placemark: where its track begins, or what stands for its geometry. Null when none can be read. */
export function placeOf(placemark: XmlElement): KmlPlace | null {
  const track = tracksOf(placemark).find(({points}) => points.length > 0);
  if (track !== undefined) return {lon: track.points[0]!, lat: track.points[1]!, instead: ""};
  const geometries = geometriesIn(placemark);
  const place = placeOfGeometry(collection(geometries));
  if (place === null) return null;
  const name = geometries.length === 1 ? geometries[0]!.name : "MultiGeometry";
  return {lon: place.lon, lat: place.lat, instead: place.reduced ? name : ""};
}

/** Every track of a placemark, in its order. */
export function tracksOf(element: XmlElement): Track[] {
  return element.children.flatMap((child) => {
    if (child.name === "Track") return [trackFrom(child)];
    return child.name === "MultiTrack" || child.name === "MultiGeometry" ? tracksOf(child) : [];
  });
}

const geometriesIn = ({children}: XmlElement) => children.filter(({name}) => GEOMETRIES.has(name));

interface Geometry {
  type: string;
  coordinates?: unknown;
  geometries?: Geometry[];
}

const collection = (geometries: readonly XmlElement[]): Geometry => ({
  type: "GeometryCollection",
  geometries: geometries.map(geometryFrom),
});

/** The same geometry as GeoJSON has it. */
function geometryFrom(geometry: XmlElement): Geometry {
  switch (geometry.name) {
    case "Point":
      return {type: "Point", coordinates: positionsIn(geometry)[0]};
    case "Model": {
      const where = childOf(geometry, "Location");
      const at = (name: string) => decimal(where === undefined ? "" : textOf(where, name));
      return {type: "Point", coordinates: [at("longitude"), at("latitude")]};
    }
    case "Polygon": {
      const boundaries = (name: string) => geometry.children.filter((child) => child.name === name).map(ringIn);
      return {type: "Polygon", coordinates: [...boundaries("outerBoundaryIs"), ...boundaries("innerBoundaryIs")]};
    }
    case "MultiGeometry":
      return collection(geometriesIn(geometry));
    default:
      return {type: "LineString", coordinates: positionsIn(geometry)};
  }
}

const ringIn = (boundary: XmlElement): Position[] => {
  const ring = childOf(boundary, "LinearRing");
  return ring === undefined ? [] : positionsIn(ring);
};

/** The positions in the `coordinates` of a geometry, without those that are no numbers. */
function positionsIn(geometry: XmlElement): Position[] {
  const positions: Position[] = [];
  for (const [lon, lat] of tuples(childOf(geometry, "coordinates")?.text ?? "")) {
    const position = positionFrom(lon, lat);
    if (position !== null) positions.push(position);
  }
  return positions;
}

/** KML separates the numbers of a tuple by commas and tuples by space; here space may stand beside a comma too. */
function* tuples(text: string): Generator<string[]> {
  let tuple: string[] = [];
  let comma = true;
  for (const [token] of text.matchAll(/[^\s,]+|,/g)) {
    if (token === ",") comma = true;
    else {
      if (!comma) {
        yield tuple;
        tuple = [];
      }
      if (tuple.length < 3) tuple.push(token);
      comma = false;
    }
  }
  if (tuple.length > 0) yield tuple;
}

function positionFrom(lonText = "", latText = ""): Position | null {
  const lon = decimal(lonText);
  const lat = decimal(latText);
  return Number.isNaN(lon) || Number.isNaN(lat) ? null : [lon, lat];
}

function trackFrom(track: XmlElement): Track {
  const pairs: number[] = [];
  const times: string[] = [];
  for (const {name, text} of track.children) {
    const content = text.trim();
    if (name === "when" && content !== "") times.push(content);
    if (name === "coord") {
      // "lon lat alt"; blank where it was not known.
      const [lon, lat] = content.split(/[\s,]+/, 2);
      const position = positionFrom(lon, lat);
      if (position !== null) pairs.push(...position);
    }
  }
  return {begin: times[0] ?? "", end: times.at(-1) ?? "", points: Float64Array.from(pairs)};
}
