import {member} from "./parseJson.ts";
import {pointInPolygons, type Position} from "./polygon.ts";

/** One place that stands for a geometry. */
export interface Place {
  lon: number;
  lat: number;
  /** Set where the geometry is more than this point. */
  reduced: boolean;
}

/** Turns a position of the file into longitude and latitude in degrees. */
export type ToDegrees = (position: Position) => Position;

/** Positions one after the other, unwrapped so that they do not jump at the antimeridian. */
type Path = readonly Position[];

interface Parts {
  points: Position[];
  lines: Path[];
  /** The ring around each, then its holes. */
  polygons: Path[][];
}

const AS_IS: ToDegrees = (position) => position;

/**
 * The point that stands for a GeoJSON geometry: a Point itself, the member of a MultiPoint nearest the middle of all, the middle of the longest
 * line by length, a point inside the largest polygon. In a collection polygons go before lines and lines before points. Null where the
 * geometry has no position that can be used; faulty members are left out.
 */
export function placeOfGeometry(geometry: unknown, toDegrees = AS_IS): Place | null {
  const {points, lines, polygons} = partsOf(geometry, toDegrees);
  const [first] = points;
  if (first !== undefined && points.length === 1 && lines.length + polygons.length === 0) {
    return {lon: first[0], lat: first[1], reduced: false};
  }
  if (polygons.length > 0) return reduced(pointInPolygons(polygons));
  if (lines.length > 0) return reduced(middleOf(lines));
  return points.length > 0 ? reduced(central(points)) : null;
}

/** The `type` of a GeoJSON object in small letters, "" where it has none that is text. */
export function typeOf(value: unknown): string {
  const type = member(value, "type");
  return typeof type === "string" ? type.slice(0, 40).toLowerCase() : "";
}

/** The first position of a geometry as it stands, to judge by. */
export function firstPosition(geometry: unknown): Position | null {
  const {points, lines, polygons} = partsOf(geometry, AS_IS);
  return points[0] ?? lines[0]?.[0] ?? polygons[0]?.[0]?.[0] ?? null;
}

/** To a tenth of a metre, since nothing computed is known better. */
export const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** Unwrapping may have led out of the world by one turn. */
function reduced([x, y]: Position): Place {
  const lon = x > 180 && x <= 540 ? x - 360 : x < -180 && x >= -540 ? x + 360 : x;
  return {lon: rounded(lon), lat: rounded(y), reduced: true};
}

function partsOf(geometry: unknown, toDegrees: ToDegrees): Parts {
  const parts: Parts = {points: [], lines: [], polygons: []};
  const positions = (value: unknown): Position[] => listOf(value).filter(isPosition).map(toDegrees);
  const path = (value: unknown): Path => unwrap(positions(value));
  const add = (shape: unknown): void => {
    const type = typeOf(shape);
    const coordinates = member(shape, "coordinates");
    if (type === "geometrycollection") for (const inner of listOf(member(shape, "geometries"))) add(inner);
    else if (type.endsWith("point")) for (const at of positions(listed(type, coordinates))) parts.points.push(at);
    else if (type.endsWith("linestring")) {
      for (const line of listOf(listed(type, coordinates)).map(path)) if (line.length > 0) parts.lines.push(line);
    } else if (type.endsWith("polygon")) {
      for (const rings of listOf(listed(type, coordinates))) {
        const [outer = [], ...holes] = listOf(rings).map(path);
        if (outer.length < 3) continue;
        parts.polygons.push([
          outer,
          ...alignHoles(
            outer,
            holes.filter((hole) => hole.length > 2),
          ),
        ]);
      }
    }
  };
  add(geometry);
  return parts;
}

const listed = (type: string, coordinates: unknown): unknown =>
  type.startsWith("multi") ? coordinates : [coordinates];

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);

/** Goes the short way round where a path crosses the antimeridian. A side of exactly 360 degrees is the edge of the world. */
function unwrap(path: Position[]): Path {
  if (!path.some(([x], i) => i > 0 && Math.abs(x - path[i - 1]![0]) > 180)) return path;
  let shift = 0;
  return path.map(([x, y], i) => {
    const jump = i === 0 ? 0 : x - path[i - 1]![0];
    if (Math.abs(jump) > 180 && Math.abs(jump) < 360) shift += jump > 0 ? -360 : 360;
    return [x + shift, y];
  });
}

/** Brings holes to the side of the antimeridian on which the ring around them is. */
function alignHoles(outer: Path, holes: Path[]): Path[] {
  const west = outer.reduce((least, [x]) => Math.min(least, x), Infinity);
  const east = outer.reduce((most, [x]) => Math.max(most, x), -Infinity);
  return holes.map((hole) => {
    const [x] = hole[0]!;
    const shift = x < west ? 360 : x > east ? -360 : 0;
    return shift === 0 || east - west > 360 ? hole : hole.map(([hx, hy]): Position => [hx + shift, hy]);
  });
}

function central(points: readonly Position[]): Position {
  const path = unwrap([...points]);
  let [x, y] = [0, 0];
  for (const point of path) [x, y] = [x + point[0] / path.length, y + point[1] / path.length];
  let nearest = 0;
  let least = Infinity;
  path.forEach((point, i) => {
    const distance = between(point, [x, y]);
    if (distance < least) [nearest, least] = [i, distance];
  });
  return points[nearest]!;
}

const between = (a: Position, b: Position): number => Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);

const lengthOf = (path: Path): number =>
  path.reduce((sum, point, i) => (i === 0 ? 0 : sum + between(point, path[i - 1]!)), 0);

function middleOf(lines: readonly Path[]): Position {
  let longest = lines[0]!;
  let most = lengthOf(longest);
  for (const line of lines.slice(1)) {
    const length = lengthOf(line);
    if (length > most) [longest, most] = [line, length];
  }
  let left = most / 2;
  for (let i = 1; i < longest.length; i++) {
    const [ax, ay] = longest[i - 1]!;
    const [bx, by] = longest[i]!;
    const side = between([ax, ay], [bx, by]);
    if (side > 0 && side >= left) return [ax + ((bx - ax) * left) / side, ay + ((by - ay) * left) / side];
    left -= side;
  }
  return longest.at(-1)!;
}
