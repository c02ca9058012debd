/** Where the geometry of a cell lies: a position `[lon, lat]`, `empty`, or `projected` where it names a grid that is not in degrees. */
export type GeometryPlace = {lon: number; lat: number} | "empty" | "projected";

const NUMBER = String.raw`[-+]?(?:\d{1,20}(?:\.\d{0,30})?|\.\d{1,30})(?:e[-+]?\d{1,3})?`;
const WKT =
  /^(?:SRID\s{0,3}=\s{0,3}(\d{1,6})\s{0,3};\s{0,3}|<([^>]{0,200})>\s{0,3})?((?:MULTI)?(?:POINT|LINESTRING|POLYGON|SURFACE|CURVE)|LINEARRING|GEOMETRYCOLLECTION|TRIANGLE|TIN|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON)\s{0,3}(?:ZM|Z|M)?\s{0,3}(EMPTY|\()/i;

/** Codes of reference systems that are in degrees and close enough to each other for any map of events. */
const DEGREES = new Set(["0", "4326", "4979", "4258", "4269", "4267", "4283", "4617", "4674", "84"]);

/** Whether a cell holds a geometry as well-known text, with or without its reference system: `SRID=4326;POINT (2.35 48.85)`. */
export const isWkt = (text: string): boolean => WKT.test(text);

/**
 * One place for a geometry in well-known text: the point itself, else the mean of the points of its first line or outer ring (of all
 * points of a multipoint). Null where the text is no such geometry. A text that was cut off gives the mean of what is there.
 */
export function wktPlace(text: string): GeometryPlace | null {
  const head = WKT.exec(text);
  if (head === null) return null;
  const code = head[1] ?? /(\d{4,6}|84)$/.exec(head[2] ?? "")?.[1];
  if (code !== undefined && !DEGREES.has(code)) return "projected";
  if (head[4]!.toUpperCase() === "EMPTY") return "empty";
  const wholly = head[3]!.toUpperCase() === "MULTIPOINT";
  const positions: [number, number][] = [];
  let numbers: number[] = [];
  let hadNan = false;
  const parts = new RegExp(`${NUMBER}|nan|[,()]`, "gi");
  parts.lastIndex = head[0].length;
  for (let part = parts.exec(text); part !== null; part = parts.exec(text)) {
    const sign = part[0];
    if (sign !== "," && sign !== "(" && sign !== ")") {
      numbers.push(Number(sign));
      continue;
    }
    const isNan = numbers.some((number) => Number.isNaN(number));
    if (isNan) hadNan = true;
    else if (numbers.length >= 2) positions.push([numbers[0]!, numbers[1]!]);
    numbers = [];
    if (sign === ")" && positions.length > 0 && !wholly) break;
  }
  return meanPlace(positions) ?? (hadNan ? "empty" : null);
}

/**
 * One place for GeoJSON, from its text: the first `coordinates` in it decide, of which the first line or ring is used. Read as text, so that
 * it may be cut off or quoted as Python does. Null where there are no positions.
 */
export function geoJsonPlace(text: string): GeometryPlace | null {
  const at = text.indexOf("coordinates");
  if (at === -1) return null;
  const positions: [number, number][] = [];
  let numbers: number[] = [];
  const parts = new RegExp(`${NUMBER}|[[\\]{}]`, "gi");
  parts.lastIndex = at;
  for (let part = parts.exec(text); part !== null; part = parts.exec(text)) {
    const sign = part[0];
    if (sign === "{" || sign === "}") break;
    if (sign === "[") numbers = [];
    else if (sign !== "]") numbers.push(Number(sign));
    else if (numbers.length >= 2) {
      positions.push([numbers[0]!, numbers[1]!]);
      numbers = [];
    } else break;
  }
  return (
    meanPlace(positions) ??
    (/^coordinates["']\s{0,3}:\s{0,3}(?:\[\s{0,3}\]|null|None)/.test(text.slice(at, at + 40)) ? "empty" : null)
  );
}

/** The mean of positions `[lon, lat]`; a ring's last, which repeats the first, counts once. Across the 180th meridian it stays there. */
function meanPlace(positions: readonly (readonly [number, number])[]): {lon: number; lat: number} | null {
  const first = positions[0];
  const last = positions.at(-1);
  if (first === undefined || last === undefined) return null;
  const closed = positions.length > 2 && first[0] === last[0] && first[1] === last[1];
  const count = positions.length - (closed ? 1 : 0);
  if (count === 1) return {lon: first[0], lat: first[1]};
  let west = Infinity;
  let east = -Infinity;
  for (const [lon] of positions) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
  }
  const across = west >= -180 && east <= 180 && east - west > 180;
  let lonSum = 0;
  let latSum = 0;
  for (let i = 0; i < count; i++) {
    const [lon, lat] = positions[i]!;
    lonSum += across && lon < 0 ? lon + 360 : lon;
    latSum += lat;
  }
  const lon = lonSum / count;
  return {lon: across && lon > 180 ? lon - 360 : lon, lat: latSum / count};
}
