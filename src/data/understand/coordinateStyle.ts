import type {CoordinateStyle} from "../reading.ts";
import {readAngle} from "./angle.ts";
import {
  areSwapped,
  decimalOf,
  divisorOf,
  eastIsO,
  isSwapped,
  projectionOf,
  wraps,
  type RawPair,
} from "./coordinateEvidence.ts";
import {coordinateReader, isSentinel, readAxis, writingOf} from "./coordinateReader.ts";
import {gridReference} from "./gridReference.ts";
import {isMissing} from "./missing.ts";
import {readPair, type Pair} from "./point.ts";
import {namedProjection} from "./projection.ts";

/** What a style rests on. */
export type CoordinateEvidence =
  | {code: "degrees"}
  /** Whole numbers that are degrees once divided. */
  | {code: "divided"}
  | {code: "projected-name"}
  | {code: "projected-values"}
  /** One of the two goes beyond 90. */
  | {code: "order-range"}
  | {code: "order-name"}
  /** The cells say which is which, or stand in square brackets. */
  | {code: "order-written"}
  | {code: "order-assumed"}
  | {code: "geometry"};

/** How the coordinates of a table are written, and how many rows can be read so. */
export interface CoordinateProfile {
  style: CoordinateStyle;
  /** Rows that state a coordinate, readable or not. */
  filled: number;
  /** Rows that have a place. */
  read: number;
  /** Rows at exactly 0, 0. */
  zero: number;
  outOfRange: number;
  /** Whether the pairs make sense only the other way round. The style stays as the columns are labelled. */
  swapped: boolean;
  /** The pair that shows it: the first that is swapped, projected, or filled. */
  example: string;
  /** Name of the grid, where the numbers are metres. */
  projection: string | null;
  why: CoordinateEvidence;
}

const DEGREE_NAME =
  /lat|lon|lng|breit|l(?:ä|ae)ng|enlem|boylam|gcs|широт|долгот|довгот|عرض|طول|纬|緯|经|經|γεωγρ|מרכז|קו/i;
/** How a table writes its latitudes and longitudes, judged from rows of it; `lat[i]` and `lon[i]` are of one row. */
export function profileCoordinates(
  lat: readonly string[],
  lon: readonly string[],
  names: {lat: string; lon: string},
): CoordinateProfile {
  const cells = [...lat, ...lon].filter((cell) => !isMissing(cell));
  const decimal = decimalOf(cells);
  const style: CoordinateStyle = {form: "columns", decimal, first: "lat", divisor: 1};
  if (eastIsO(cells, `${names.lat} ${names.lon}`)) style.eastIsO = true;
  const writing = writingOf(style);
  const pairs: RawPair[] = [];
  let crossed = 0;
  for (let i = 0; i < lat.length; i++) {
    const latText = lat[i]!;
    const lonText = lon[i] ?? "";
    const raw = {lat: readAxis(latText, "lat", writing), lon: readAxis(lonText, "lon", writing), at: i};
    if (!Number.isNaN(raw.lat) && !Number.isNaN(raw.lon)) {
      if (isStated(raw)) pairs.push(raw);
    } else if (readAngle(latText, writing)?.axis === "lon" && readAngle(lonText, writing)?.axis === "lat") crossed++;
  }
  const grid = namedProjection(names.lat, names.lon);
  const labelled = DEGREE_NAME.test(names.lat) && DEGREE_NAME.test(names.lon);
  const divisor = grid === null ? divisorOf(pairs, names, labelled) : 1;
  const projection = divisor === 1 ? projectionOf(pairs, grid) : null;
  style.divisor = divisor;
  if (projection !== null) style.projected = projection;
  else if (divisor === 1 && wraps(pairs)) style.wraps = true;
  const swapped = crossed > pairs.length || (projection === null && areSwapped(pairs, divisor));
  const example = exampleOf(pairs, swapped, divisor)?.at ?? firstFilled(lat, lon);
  return {
    ...countRead(style, lat, lon),
    swapped,
    example: example === -1 ? "" : joined(lat[example]!, lon[example] ?? "", decimal),
    projection,
    why:
      projection !== null
        ? {code: grid === null ? "projected-values" : "projected-name"}
        : {code: divisor === 1 ? "degrees" : "divided"},
  };
}

/** What the reader of a style makes of the rows. */
export function countRead(style: CoordinateStyle, lat: readonly string[], lon: readonly string[]) {
  const read = coordinateReader(style);
  const counts = {style, filled: 0, read: 0, zero: 0, outOfRange: 0};
  for (let i = 0; i < lat.length; i++) {
    const found = read(lat[i]!, lon[i] ?? "");
    if (found === "no-coordinate") continue;
    counts.filled++;
    if (typeof found !== "string") counts.read++;
    else if (found === "zero-coordinate") counts.zero++;
    else if (found === "out-of-range") counts.outOfRange++;
  }
  return counts;
}

const exampleOf = (pairs: readonly RawPair[], swapped: boolean, divisor: number): RawPair | undefined =>
  swapped ? pairs.find((pair) => isSwapped(pair, divisor)) : pairs[0];

const joined = (lat: string, lon: string, decimal: "." | ","): string =>
  `${lat.trim().slice(0, 100)}${decimal === "," ? ";" : ","} ${lon.trim().slice(0, 100)}`;

const firstFilled = (lat: readonly string[], lon: readonly string[]): number =>
  lat.findIndex((cell, row) => !isMissing(cell) || !isMissing(lon[row] ?? ""));

const POINT_NAME =
  /coord|koord|geo|loc|point|punkt|punto|latl|lonl|lnglat|position|gps|wkt|(?:^|[^a-z])(?:xy|pos|ort|lugar|lieu)(?:[^a-z]|$)|إحداثي|координат|坐标|座標/i;
const LON_FIRST = /(?:lon(?:g(?:itude)?)?|lng)[^a-z]{0,5}(?:lat|and[^a-z]lat)|x[^a-z]{0,3}y/i;
const LAT_FIRST = /lat(?:itude)?[^a-z]{0,5}(?:lon|lng)/i;

/** How a column writes both coordinates in one cell, judged from cells of it; null where fewer than half of them are points. */
export function profilePoints(cells: readonly string[], name: string): CoordinateProfile | null {
  const label = name.slice(0, 200);
  const style: CoordinateStyle = {form: "point", decimal: ".", first: "lat", divisor: 1};
  if (eastIsO(cells, label)) style.eastIsO = true;
  const withPoint = pairsOf(cells, style);
  const withComma = pairsOf(cells, {...style, decimal: ","});
  if (withComma.pairs.length > withPoint.pairs.length) style.decimal = ",";
  const {stated, pairs, grids} = style.decimal === "," ? withComma : withPoint;
  if (stated === 0 || pairs.length + grids.length < stated / 2) return null;
  if (grids.length > pairs.length) {
    style.projected = grids.map((cell) => gridReference(cell)).find((grid) => grid !== null) ?? "a national grid";
    const projected = {swapped: false, example: clip(grids[0]!), projection: style.projected};
    return {...countRead(style, cells, cells), ...projected, why: {code: "projected-values"}};
  }
  const solid = pairs.filter(({pair}) => pair.solid).length;
  if (solid < pairs.length / 2 && !POINT_NAME.test(label)) return null;
  const order = orderOf(pairs, label);
  style.first = order.first;
  const raw = pairs.map(({pair}, at) => asRaw(pair, order.first, at)).filter(isStated);
  const projection = projectionOf(raw, namedProjection(label, ""));
  if (projection !== null) style.projected = projection;
  else if (wraps(raw)) style.wraps = true;
  const swapped = projection === null && areSwapped(raw, 1);
  const counts = countRead(style, cells, cells);
  if (projection === null && !swapped && counts.read + counts.zero < counts.filled / 2) return null;
  return {
    ...counts,
    swapped,
    example: clip(pairs[exampleOf(raw, swapped, 1)?.at ?? 0]!.cell),
    projection,
    why: projection === null ? order.why : {code: "projected-values"},
  };
}

interface PointCell {
  pair: Pair;
  cell: string;
}

const clip = (cell: string): string => cell.trim().slice(0, 100);

const isStated = ({lat, lon}: RawPair): boolean => !isSentinel(lat, lon) && (lat !== 0 || lon !== 0);

const asRaw = ({first, second, said}: Pair, otherwise: "lat" | "lon", at: number): RawPair =>
  (said ?? otherwise) === "lat" ? {lat: first, lon: second, at} : {lat: second, lon: first, at};

function pairsOf(cells: readonly string[], style: CoordinateStyle) {
  const writing = writingOf(style);
  const pairs: PointCell[] = [];
  const grids: string[] = [];
  const known = new Map<string, ReturnType<typeof readPair>>();
  let stated = 0;
  for (const cell of cells) {
    let pair = known.get(cell);
    if (pair === undefined) known.set(cell, (pair = readPair(cell, writing)));
    if (pair !== "no-coordinate") stated++;
    if (pair === "projected") grids.push(cell);
    else if (typeof pair !== "string") pairs.push({pair, cell});
  }
  return {stated, pairs, grids};
}

/** Which number comes first in the cells that do not say so: what lies beyond 90 is a longitude, then the name, then brackets decide. */
function orderOf(cells: readonly PointCell[], name: string): {first: "lat" | "lon"; why: CoordinateEvidence} {
  const pairs = cells.map(({pair}) => pair);
  const beyond = (n: number) => Math.abs(n) > 90;
  const unsaid = pairs.filter(({said}) => said === null);
  const lonFirst = unsaid.filter(({first, second}) => beyond(first) && !beyond(second)).length;
  const latFirst = unsaid.filter(({first, second}) => beyond(second) && !beyond(first)).length;
  if (unsaid.length < pairs.length / 2)
    return {first: lonFirst > latFirst ? "lon" : "lat", why: {code: pairs[0]!.geometry ? "geometry" : "order-written"}};
  if (lonFirst !== latFirst) return {first: lonFirst > latFirst ? "lon" : "lat", why: {code: "order-range"}};
  if (LON_FIRST.test(name)) return {first: "lon", why: {code: "order-name"}};
  if (LAT_FIRST.test(name)) return {first: "lat", why: {code: "order-name"}};
  if (unsaid.filter(({bracketed}) => bracketed).length > unsaid.length / 2)
    return {first: "lon", why: {code: "order-written"}};
  return {first: "lat", why: {code: "order-assumed"}};
}

/** What values of a column would be as a latitude or longitude. */
export interface DegreesLikeness {
  /** Share of the values that can be read as degrees up to 360. */
  degrees: number;
  /** Share of those that have a fraction, or degree signs or a hemisphere. */
  fractional: number;
  /** Range of those, NaN where there are none. */
  min: number;
  max: number;
}

/** How likely a column of cells is a latitude or longitude, judged by its values alone. */
export function looksLike(values: readonly string[]): DegreesLikeness {
  const filled = values.filter((value) => !isMissing(value));
  const writing = writingOf({decimal: decimalOf(filled), eastIsO: eastIsO(filled, "")});
  let degrees = 0;
  let fractional = 0;
  let min = Infinity;
  let max = -Infinity;
  for (const value of filled) {
    const angle = readAngle(value, writing);
    // Degrees with colons or spaces and nothing else might be a time of day, or anything.
    if (angle === null || Math.abs(angle.value) > 360 || (angle.parts > 1 && !angle.marked)) continue;
    degrees++;
    if (angle.solid && !(Number.isInteger(angle.value) && !angle.marked)) fractional++;
    min = Math.min(min, angle.value);
    max = Math.max(max, angle.value);
  }
  return degrees === 0
    ? {degrees: 0, fractional: 0, min: NaN, max: NaN}
    : {degrees: degrees / filled.length, fractional: fractional / degrees, min, max};
}
