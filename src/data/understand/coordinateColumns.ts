import {looksLike, profileCoordinates, profilePoints, type CoordinateProfile} from "./coordinateStyle.ts";
import type {Column} from "./columns.ts";
import {scoreName, stemOf} from "./nameScore.ts";

/** Where the coordinates stand: two columns, or one that holds both. */
export interface CoordinateColumns {
  lat: Column;
  lon: Column;
  profile: CoordinateProfile;
  /** Whether the names say so; else the values alone do. */
  named: boolean;
}

const NAMED = 40;
const OUTRIGHT = 85;
const CANDIDATES = 24;
const TRIED = 6;
const READS = 0.5;

interface Named {
  column: Column;
  score: number;
  stem: string;
}

const stem = (key: string, word: string): string => (key.startsWith("geometry_") ? "geometry" : stemOf(key, word));

function named(columns: readonly Column[], meaning: "lat" | "lon"): Named[] {
  const found: Named[] = [];
  for (const column of columns) {
    const {score, word} = scoreName(meaning, column.key);
    if (score >= NAMED && !(column.length > 60)) found.push({column, score, stem: stem(column.key, word)});
  }
  return found.sort((a, b) => b.score - a.score).slice(0, CANDIDATES);
}

const filled = ({column}: Named): number => column.values.length / Math.max(1, column.cells.length);

/** Names of places of an event win over those of who took part in it. */
const PLACE_OF_EVENT = /(?:^|_)(?:action|event|incident|geometry)(?:_|$)/;

function pairScore(lat: Named, lon: Named): number {
  const alike = lat.stem === lon.stem ? 40 : 0;
  const beside = Math.abs(lat.column.index - lon.column.index) === 1 ? 15 : 0;
  const event = PLACE_OF_EVENT.test(lat.column.key) ? 10 : 0;
  return (lat.score + lon.score + alike + beside + event) * (0.2 + 0.8 * Math.min(filled(lat), filled(lon)));
}

const readable = (profile: CoordinateProfile): boolean =>
  profile.filled === 0 || profile.read >= profile.filled * READS || profile.swapped || profile.projection !== null;

/** Latitude and longitude are chosen as a pair: by their names, by what the names share, and by how many rows they fill. */
function namedPair(columns: readonly Column[]): CoordinateColumns | null {
  const pairs = named(columns, "lat").flatMap((lat) =>
    named(columns, "lon")
      .filter((lon) => lon.column !== lat.column)
      .map((lon) => ({lat, lon, score: pairScore(lat, lon)})),
  );
  pairs.sort((a, b) => b.score - a.score);
  for (const {lat, lon} of pairs.slice(0, TRIED)) {
    const profile = profilePair(lat.column, lon.column);
    const outright = lat.score >= OUTRIGHT && lon.score >= OUTRIGHT && profile.read > 0;
    if (readable(profile) || outright) return {lat: lat.column, lon: lon.column, profile, named: true};
  }
  return null;
}

const pairProfiles = new WeakMap<Column, Map<Column, CoordinateProfile>>();
const pointProfiles = new WeakMap<Column, CoordinateProfile | null>();

/** What two columns are as latitude and longitude; each pair is gone through once. */
function profilePair(lat: Column, lon: Column): CoordinateProfile {
  let known = pairProfiles.get(lat);
  if (known === undefined) pairProfiles.set(lat, (known = new Map()));
  let found = known.get(lon);
  if (found === undefined)
    known.set(lon, (found = profileCoordinates(lat.cells, lon.cells, {lat: lat.name, lon: lon.name})));
  return found;
}

/** What a column of points is, null for any other; each is gone through once. */
function profilePoint(column: Column): CoordinateProfile | null {
  let found = pointProfiles.get(column);
  if (found === undefined) pointProfiles.set(column, (found = profilePoints(column.cells, column.name)));
  return found;
}

function point(columns: readonly Column[]): CoordinateColumns | null {
  let best: (CoordinateColumns & {score: number}) | null = null;
  for (const column of columns) {
    if (column.numeric > 0.9 || column.values.length === 0) continue;
    const {score} = scoreName("point", column.key);
    if (score < NAMED && column.linked > 0) continue;
    if (score < NAMED && (column.length > 60 || profilePoints(column.values.slice(0, 40), column.name) === null))
      continue;
    const profile = profilePoint(column);
    if (profile === null || profile.filled === 0 || profile.read < profile.filled * 0.6) continue;
    const worth = (score + 30) * (profile.read / column.cells.length);
    if (best === null || worth > best.score)
      best = {lat: column, lon: column, profile, named: score >= NAMED, score: worth};
  }
  return best;
}

const UNNAMED = /^(?:(?:column|col|field|feld|spalte|colonne|columna|campo|var|unnamed|f|c|v)_?\d*|\d+)?$/;
const LOOKED_AT = 500;
const FRACTION = /^[+-]?\d{1,3}[.,]\d{3,}$/;
const COARSE = /^[+-]?\d{1,3}[.,]\d+$/;

/**
 * Two columns side by side, with names that say nothing, whose numbers have the fractions and the range of degrees. Fewer than three decimals
 * are taken for degrees only where nothing names any column, so that somebody is asked, and no other pair has them too.
 */
function unnamedPair(columns: readonly Column[]): CoordinateColumns | null {
  const fine = pairsBeside(columns, FRACTION)[0];
  if (fine !== undefined) return fine;
  const coarse = columns.every(({key}) => UNNAMED.test(key)) ? pairsBeside(columns, COARSE) : [];
  return coarse.length === 1 ? coarse[0]! : null;
}

function pairsBeside(columns: readonly Column[], fraction: RegExp): CoordinateColumns[] {
  const found: CoordinateColumns[] = [];
  const degrees = (column: Column | undefined, limit: number): boolean => {
    if (column === undefined || column.values.length < 2) return false;
    if (!UNNAMED.test(column.key) && /^[ -~]*$/.test(column.name)) return false;
    const {degrees: share, fractional, min, max} = looksLike(column.values.slice(0, LOOKED_AT));
    if (share < 0.9 || fractional < 0.6 || Math.max(-min, max) > limit) return false;
    if (column.numeric < 0.5) return true;
    const numbers = column.values.map((value) => Math.abs(Number(value.replace(",", "."))));
    const fine = column.values.filter((value) => fraction.test(value)).length;
    return fine >= numbers.length * 0.6 && numbers.every((n) => n <= limit) && numbers.some((n) => n > 1.5);
  };
  for (let i = 0; i + 1 < columns.length; i++) {
    const [a, b] = [columns[i]!, columns[i + 1]!];
    const [lat, lon] = degrees(a, 90) && degrees(b, 180) ? [a, b] : degrees(a, 180) && degrees(b, 90) ? [b, a] : [];
    if (lat === undefined || lon === undefined) continue;
    const profile = profilePair(lat, lon);
    if (profile.read >= profile.filled * 0.9 && profile.filled > 0) found.push({lat, lon, profile, named: false});
  }
  return found;
}

/** Of what a column of points places, a pair of columns is taken where it places this much: no column places more than all. */
const ENOUGH = 0.9;
const coverage = ({profile, lat}: CoordinateColumns): number => profile.read / Math.max(1, lat.cells.length);

/** The coordinates of a table, or null. A pair of columns is taken unless a single column of points places more rows. */
export function findCoordinates(columns: readonly Column[]): CoordinateColumns | null {
  const pair = namedPair(columns);
  if (pair !== null && coverage(pair) >= ENOUGH) return pair;
  const single = point(columns);
  if (pair !== null && (single === null || coverage(pair) >= coverage(single) * ENOUGH)) return pair;
  return single ?? unnamedPair(columns);
}

/** The coordinates in columns that somebody chose. */
export const coordinatesIn = (lat: Column, lon: Column): CoordinateColumns => ({
  lat,
  lon,
  profile: lat === lon ? (profilePoint(lat) ?? profilePair(lat, lon)) : profilePair(lat, lon),
  named: false,
});
