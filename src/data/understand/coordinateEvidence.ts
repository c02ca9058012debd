import {looksProjected} from "./coordinateReader.ts";
import {plainText} from "./plainText.ts";
import {readDecimal} from "./decimalText.ts";
import {likelyProjection} from "./projection.ts";

/** Both numbers of a row as they stand, before anything is decided about them; `at` is where the cells are that they were read from. */
export interface RawPair {
  lat: number;
  lon: number;
  at: number;
}

const DIVISORS = [100_000, 1_000_000, 10_000_000];

/** The decimal sign of most cells; where a cell has both signs the last is the decimal one. */
export function decimalOf(cells: readonly string[]): "." | "," {
  let points = 0;
  let commas = 0;
  for (const cell of cells) {
    if (!Number.isNaN(readDecimal(cell, "."))) {
      if (/\d\.\d/.test(cell)) points++;
      continue;
    }
    const text = plainText(cell.slice(0, 100), ".");
    const found = /\d[.,](?=\d+[^\d.,]*$)/.exec(text);
    if (found === null) continue;
    if (found[0][1] === ".") points++;
    else commas++;
  }
  return commas > points ? "," : ".";
}

/** Whether O stands for Ost: it does beside a W, and not beside an E; where there is neither the names of the columns must be German. */
export function eastIsO(cells: readonly string[], names: string): boolean {
  let letters = "";
  for (const cell of cells)
    if (/[oew]/i.test(cell))
      for (const [, letter] of cell.slice(0, 100).matchAll(/(?<![a-z])([oew])(?![a-z])/gi)) letters += letter;
  if (!/o/i.test(letters)) return false;
  if (/[we]/i.test(letters)) return /w/i.test(letters) && !/e/i.test(letters);
  return /l(?:ä|ae)nge|breite|\bost|\bort\b|koordinat|stand(?:ort|punkt)/i.test(names.slice(0, 400));
}

/** The divisor that turns whole numbers into degrees, the smallest that fits; 1 where the numbers are no such. */
export function divisorOf(pairs: readonly RawPair[], names: {lat: string; lon: string}, labelled: boolean): number {
  const told = /e([567])(?:\D|$)/i.exec(`${names.lat.slice(0, 200)} ${names.lon.slice(0, 200)}`);
  if (!labelled && told === null) return 1;
  let beyond = 0;
  let mostLat = 0;
  let mostLon = 0;
  for (const {lat, lon} of pairs) {
    if (!Number.isInteger(lat) || !Number.isInteger(lon)) return 1;
    if (Math.abs(lat) > 180 || Math.abs(lon) > 180) beyond++;
    mostLat = Math.max(mostLat, Math.abs(lat));
    mostLon = Math.max(mostLon, Math.abs(lon));
  }
  if (beyond === 0 || beyond < pairs.length * 0.5) return 1;
  if (couldBeUtm(pairs) && told === null) return 1;
  const fits = (divisor: number) => mostLat <= 90 * divisor && mostLon <= 180 * divisor;
  const plausible = (divisor: number) => mostLat >= divisor || mostLon >= divisor;
  const named = told === null ? undefined : 10 ** Number(told[1]);
  if (named !== undefined && fits(named)) return named;
  return DIVISORS.find((divisor) => fits(divisor) && plausible(divisor)) ?? 1;
}

/** Metres of a UTM zone, which divided by 1e5 pass for degrees; not where France lies, whose register of accidents writes such numbers. */
const couldBeUtm = (pairs: readonly RawPair[]): boolean =>
  pairs.every(({lat, lon}) => lon >= 160_000 && lon <= 840_000 && lat >= 0) &&
  !pairs.every(({lat}) => lat >= 4_100_000 && lat <= 5_150_000);

/** The grid that most pairs lie on, `grid` being what the names say (see `namedProjection`); null where they are degrees. */
export function projectionOf(pairs: readonly RawPair[], grid: string | null): string | null {
  const metres = pairs.filter(({lat, lon}) =>
    grid === null ? looksProjected(lat, lon) : Math.abs(lat) > 360 || Math.abs(lon) > 360,
  );
  if (metres.length === 0 || metres.length < pairs.length / 2) return null;
  if (grid !== null && grid !== "") return grid;
  return likelyProjection(
    metres.map(({lon}) => lon),
    metres.map(({lat}) => lat),
  );
}

/** Whether longitudes run from 0 to 360: several lie beyond 180 and none is west of Greenwich. */
export function wraps(pairs: readonly RawPair[]): boolean {
  let beyond = 0;
  for (const {lat, lon} of pairs) {
    if (lon < 0 || lon > 360 || Math.abs(lat) > 90) return false;
    if (lon > 180) beyond++;
  }
  return beyond >= Math.max(2, pairs.length * 0.02);
}

export const isSwapped = ({lat, lon}: RawPair, divisor: number) =>
  Math.abs(lat) > 90 * divisor && Math.abs(lat) <= 180 * divisor && Math.abs(lon) <= 90 * divisor;

/** Whether most pairs, or many and none to the contrary, are in range only the other way round. */
export function areSwapped(pairs: readonly RawPair[], divisor: number): boolean {
  let swapped = 0;
  let against = 0;
  for (const pair of pairs) {
    if (isSwapped(pair, divisor)) swapped++;
    else if (Math.abs(pair.lon) > 90 * divisor && Math.abs(pair.lon) <= 180 * divisor) against++;
  }
  return swapped > pairs.length / 2 || (against === 0 && swapped >= 5 && swapped >= pairs.length * 0.1);
}
