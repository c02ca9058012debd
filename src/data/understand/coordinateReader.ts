import type {CoordinateStyle} from "../reading.ts";
import {readAngle} from "./angle.ts";
import type {Writing} from "./angleTokens.ts";
import {readDecimal} from "./decimalText.ts";
import {gridReference} from "./gridReference.ts";
import {isMissing} from "./missing.ts";
import {readGrouped} from "./groupedNumber.ts";
import {readPair} from "./point.ts";

/** Why a row has no place on the map. */
export type CoordinateFault = "no-coordinate" | "bad-coordinate" | "zero-coordinate" | "out-of-range" | "projected";

/** Numbers that stand for "not known": where both cells hold the same one, or where one is beyond any degree. */
const SENTINELS = new Set([-9, -99, -999, -9999, -99999, 99, 999, 9999, 99999]);
const BEYOND = 360;

/** Metres on a grid are more than this, and no more than the edge of Web Mercator. */
const GRID_FROM = 10_000;
const GRID_TO = 21_000_000;

/** Numbers with groups are metres from here on; 33,333 may as well be degrees with a decimal comma. */
const GROUPED_FROM = 100_000;

/** What `readAngle` needs to know of a style. */
export const writingOf = (style: {form?: string; decimal?: "." | ","; eastIsO?: boolean}): Writing => ({
  decimal: style.decimal ?? ".",
  eastIsO: style.eastIsO === true,
  commaParts: style.form === "point",
});

/** Whether a pair can only be metres on a grid. */
export const looksProjected = (lat: number, lon: number): boolean => {
  const least = Math.min(Math.abs(lat), Math.abs(lon));
  const most = Math.max(Math.abs(lat), Math.abs(lon));
  return least > 180 && most >= GRID_FROM && most <= GRID_TO;
};

/** Whether a pair of numbers stands for "not known". */
export const isSentinel = (lat: number, lon: number): boolean =>
  (lat === lon && SENTINELS.has(lat)) ||
  (Math.abs(lat) > BEYOND && SENTINELS.has(lat)) ||
  (Math.abs(lon) > BEYOND && SENTINELS.has(lon));

/** The number in a latitude or longitude cell as it stands, in degrees or in metres; NaN when it is none, or names the other axis. */
export function readAxis(text: string, axis: "lat" | "lon", writing: Writing): number {
  const plain = readDecimal(text, writing.decimal);
  if (plain === plain) return plain;
  const angle = readAngle(text, writing);
  if (angle !== null) return angle.axis !== null && angle.axis !== axis ? NaN : angle.value;
  const grouped = readGrouped(text, writing.decimal);
  return Math.abs(grouped) >= GROUPED_FROM ? grouped : NaN;
}

/**
 * Makes a function that reads the two cells of a row to degrees, or says why it cannot. Both are the same cell in the form `point`.
 * It never guesses: a pair beyond ±90 and ±180 is out of range whatever it might have meant, and 0, 0 is no place.
 */
export function coordinateReader(
  style: CoordinateStyle,
): (lat: string, lon: string) => {lat: number; lon: number} | CoordinateFault {
  const writing = writingOf(style);
  const settle = settler(style);
  if (style.form === "point") {
    return (text) => {
      const pair = readPair(text, writing);
      if (typeof pair === "string") return pair;
      const latFirst = (pair.said ?? style.first) === "lat";
      return latFirst ? settle(pair.first, pair.second) : settle(pair.second, pair.first);
    };
  }
  return (latText, lonText) => {
    const lat = readDecimal(latText, style.decimal);
    const lon = readDecimal(lonText, style.decimal);
    if (lat === lat && lon === lon) return settle(lat, lon);
    return slowly(latText, lonText, writing, settle);
  };
}

function slowly(latText: string, lonText: string, writing: Writing, settle: ReturnType<typeof settler>) {
  const noLat = isMissing(latText);
  const noLon = isMissing(lonText);
  if (noLat && noLon) return "no-coordinate";
  if (gridReference(latText) !== null || gridReference(lonText) !== null) return "projected";
  const lat = noLat ? NaN : readAxis(latText, "lat", writing);
  const lon = noLon ? NaN : readAxis(lonText, "lon", writing);
  if (isSentinel(lat, lon)) return "no-coordinate";
  return Number.isNaN(lat) || Number.isNaN(lon) ? "bad-coordinate" : settle(lat, lon);
}

function settler({divisor, wraps, projected}: CoordinateStyle) {
  return (lat: number, lon: number): {lat: number; lon: number} | CoordinateFault => {
    if (isSentinel(lat, lon)) return "no-coordinate";
    // A fraction among whole numbers times 1e5 is in degrees already.
    const y = divisor !== 1 && Number.isInteger(lat) ? lat / divisor : lat;
    const turned = divisor !== 1 && Number.isInteger(lon) ? lon / divisor : lon;
    const x = wraps === true && turned > 180 && turned <= 360 ? turned - 360 : turned;
    if (y === 0 && x === 0) return "zero-coordinate";
    if (Math.abs(y) <= 90 && Math.abs(x) <= 180) {
      if (projected !== undefined && (Number.isInteger(y) || Number.isInteger(x))) return "projected";
      return {lat: y + 0, lon: x + 0};
    }
    return projected !== undefined || looksProjected(y, x) ? "projected" : "out-of-range";
  };
}
