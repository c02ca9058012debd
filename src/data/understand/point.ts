import {angleOf, type Angle} from "./angle.ts";
import {angleTokens, type Token, type Writing} from "./angleTokens.ts";
import {readDecimal} from "./decimalText.ts";
import {geoJsonPlace, isWkt, wktPlace, type GeometryPlace} from "./geometryText.ts";
import {gridReference} from "./gridReference.ts";
import {isMissing} from "./missing.ts";
import {plainText} from "./plainText.ts";
import {wkbPoint} from "./wkb.ts";

/** Two numbers of one cell in the order they stand in. */
export interface Pair {
  first: number;
  second: number;
  /** Which of them is first, where the cell says so itself. */
  said: "lat" | "lon" | null;
  /** Whether they stand in square brackets, as in GeoJSON, where longitude comes first. */
  bracketed: boolean;
  /** Whether both are written as hardly anything but coordinates are. */
  solid: boolean;
  /** Whether they were made from a geometry in WKT or GeoJSON. */
  geometry: boolean;
}

export type PointFault = "no-coordinate" | "bad-coordinate" | "projected";

/** UTF-16 units of a geometry that are looked at. */
const GEOMETRY_LENGTH = 10_000;
const PAIR_LENGTH = 200;

const GEO_URI = /^geo:([-+]?\d{1,3}(?:\.\d{1,20})?),([-+]?\d{1,3}(?:\.\d{1,20})?)(?:[,;?]|$)/i;
const ISO_6709 =
  /^([-+])(\d{2,6})(\.\d{1,20})?([-+])(\d{3,7})(\.\d{1,20})?(?:[-+]\d{1,8}(?:\.\d{1,10})?)?(?:CRS\w{1,20})?\/?$/;
const LABELLED =
  /(?:^|[^a-z])(lat|latitude|lon|lng|long|longitude)["']? {0,5}[:=] {0,5}["']?([-+]?\d{1,12}(?:[.,]\d{1,30})?|null|none|nan|["'])/gi;

/** Reads a cell that holds both coordinates, in whichever form: a pair, WKT, GeoJSON, an object, a `geo:` address, ISO 6709. */
export function readPair(text: string, writing: Writing): Pair | PointFault {
  const parted = text.indexOf(",");
  if (parted !== -1 && writing.decimal === "." && text.length <= PAIR_LENGTH) {
    const first = readDecimal(text.slice(0, parted), ".");
    const second = readDecimal(text.slice(text.charCodeAt(parted + 1) === 32 ? parted + 2 : parted + 1), ".");
    if (!Number.isNaN(first) && !Number.isNaN(second)) return pair(first, second, hasFraction(text, parted));
  }
  const cell = text.slice(0, GEOMETRY_LENGTH).trim();
  if (isMissing(cell) || isBlankPair(cell)) return "no-coordinate";
  if (isWkt(cell)) return placed(wktPlace(cell));
  if (cell.startsWith("{") || cell.startsWith("[{")) return objectPair(cell, writing);
  if (cell.length > PAIR_LENGTH) return "bad-coordinate";
  if (gridReference(cell) !== null) return "projected";
  const binary = wkbPoint(cell);
  if (binary !== null) return placed(binary);
  const plain = plainText(cell, writing.decimal).trim();
  const uri = GEO_URI.exec(plain);
  if (uri !== null) return pair(Number(uri[1]), Number(uri[2]), true, "lat");
  const iso = ISO_6709.exec(plain);
  if (iso !== null) return isoPair(iso);
  return writtenPair(plain, writing);
}

const pair = (first: number, second: number, solid: boolean, said: "lat" | "lon" | null = null): Pair => ({
  first,
  second,
  said,
  bracketed: false,
  solid,
  geometry: false,
});

const hasFraction = (text: string, parted: number) => {
  const point = text.indexOf(".");
  return point !== -1 && point < parted && text.lastIndexOf(".") > parted;
};

/** Whether nothing but separators and words for "not known" is there, as when two empty cells are joined. */
const isBlankPair = (cell: string) =>
  cell.length <= 40 && /[,;()[\] /|]/.test(cell) && cell.split(/[,;()[\] /|]/).every((part) => isMissing(part));

function placed(place: GeometryPlace | null): Pair | PointFault {
  if (place === null) return "bad-coordinate";
  if (place === "empty") return "no-coordinate";
  if (place === "projected") return "projected";
  return {first: place.lon, second: place.lat, said: "lon", bracketed: false, solid: true, geometry: true};
}

/** An object with `coordinates`, or with a latitude and a longitude under one of their usual names. */
function objectPair(cell: string, writing: Writing): Pair | PointFault {
  if (cell.includes("coordinates")) return placed(geoJsonPlace(cell));
  let lat: number | null = null;
  let lon: number | null = null;
  for (const found of plainText(cell, writing.decimal).matchAll(LABELLED)) {
    const value = /\d/.test(found[2]!) ? Number(found[2]!.replace(",", ".")) : NaN;
    if (found[1]!.toLowerCase().startsWith("la")) lat ??= value;
    else lon ??= value;
  }
  if (lat === null || lon === null) return "bad-coordinate";
  if (Number.isNaN(lat) && Number.isNaN(lon)) return "no-coordinate";
  return Number.isNaN(lat) || Number.isNaN(lon) ? "bad-coordinate" : pair(lat, lon, true, "lat");
}

/** ISO 6709, as cameras write it: ±DD.D±DDD.D, ±DDMM.M±DDDMM.M or ±DDMMSS.S±DDDMMSS.S, with or without a height. */
function isoPair(found: RegExpExecArray): Pair | PointFault {
  const side = (sign: string, whole: string, fraction: string | undefined, width: number) => {
    const packed = whole.slice(width);
    const parts = [whole.slice(0, width), packed.slice(0, 2), packed.slice(2)].filter((part) => part !== "");
    const numbers = parts.map((part, i) => Number(i === parts.length - 1 ? part + (fraction ?? "") : part));
    const [degrees = NaN, minutes = 0, seconds = 0] = numbers;
    if (packed.length % 2 === 1 || minutes >= 60 || seconds >= 60) return NaN;
    return (sign === "-" ? -1 : 1) * (degrees + minutes / 60 + seconds / 3600);
  };
  const lat = side(found[1]!, found[2]!, found[3], 2);
  const lon = side(found[4]!, found[5]!, found[6], 3);
  return Number.isNaN(lat) || Number.isNaN(lon) ? "bad-coordinate" : pair(lat, lon, true, "lat");
}

/** Two angles one after the other, in brackets or not. */
function writtenPair(plain: string, writing: Writing): Pair | PointFault {
  const bracketed = plain.startsWith("[") && plain.endsWith("]");
  const inner = bracketed || (plain.startsWith("(") && plain.endsWith(")")) ? plain.slice(1, -1) : plain;
  const tokens = angleTokens(inner, writing);
  if (tokens === null) return "bad-coordinate";
  const angles = splitAngles(tokens) ?? withHeight(tokens);
  if (angles === null) return "bad-coordinate";
  const [first, second] = angles;
  if (first.axis !== null && first.axis === second.axis) return "bad-coordinate";
  const said = first.axis ?? (second.axis === null ? null : second.axis === "lat" ? "lon" : "lat");
  return {...pair(first.value, second.value, first.solid && second.solid, said), bracketed};
}

/** The two angles that tokens make, parted where the text parts them; null when that can be done in no way, or in several. */
function splitAngles(tokens: readonly Token[]): [Angle, Angle] | null {
  let best: [Angle, Angle] | null = null;
  let bestScore = -1;
  let ties = 0;
  for (let k = 1; k < tokens.length; k++) {
    const parts = tokens[k]!.kind === "break";
    const first = angleOf(tokens.slice(0, k));
    if (first === null) continue;
    const second = angleOf(tokens.slice(parts ? k + 1 : k));
    if (second === null) continue;
    const score =
      (parts ? 4 : 0) + (first.parts === second.parts ? 2 : 0) + (first.axis !== null && second.axis !== null ? 1 : 0);
    if (score > bestScore) [best, bestScore, ties] = [[first, second], score, 0];
    else if (score === bestScore) ties++;
  }
  return ties === 0 ? best : null;
}

/** Latitude, longitude, height and, as survey forms write them, accuracy: bare numbers of which the first two count, and have fractions. */
function withHeight(tokens: readonly Token[]): [Angle, Angle] | null {
  const numbers = tokens.filter((token) => token.kind === "number");
  if (numbers.length < 3 || numbers.length > 4 || tokens.some(({kind}) => kind !== "number" && kind !== "break"))
    return null;
  const first = angleOf(numbers.slice(0, 1));
  const second = angleOf(numbers.slice(1, 2));
  return first?.solid === true && second?.solid === true ? [first, second] : null;
}
