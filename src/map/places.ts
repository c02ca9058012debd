import {COUNTER, PRIMARY, type Dataset} from "../data/dataset.ts";
import type {Aggregates} from "../data/aggregates.ts";
import type {Imported} from "../data/import/imported.ts";
import type {Loaded} from "../data/load.ts";
import {fitBounds, type Bounds, type Camera, type Padding} from "./mercator.ts";

const AIR = 28;
const WHOLE_WORLD: Bounds = [-170, -58, 190 - 360, 75];

/** Coordinates in degrees, one of each for a point. */
export interface Points {
  lng: Float64Array;
  lat: Float64Array;
}

/** A gap between longitudes is found for certain when it is wider than a turn by this. */
const SLICES = 3600;

/** The smallest box around the points that are `wanted`, by their index; across the antimeridian when that is smaller. Null for no points. */
export function boundsOf({lng, lat}: Points, wanted?: (point: number) => boolean): Bounds | null {
  const first = new Float64Array(SLICES + 1).fill(Infinity);
  const last = new Float64Array(SLICES + 1).fill(-Infinity);
  let [south, north] = [Infinity, -Infinity];
  for (let i = 0; i < lng.length; i++) {
    if (wanted?.(i) === false) continue;
    const slice = Math.floor(((lng[i] + 180) / 360) * SLICES);
    first[slice] = Math.min(first[slice], lng[i]);
    last[slice] = Math.max(last[slice], lng[i]);
    south = Math.min(south, lat[i]);
    north = Math.max(north, lat[i]);
  }
  const taken = first.findIndex((x) => x < Infinity);
  if (taken === -1) return null;
  const end = last.findLast((x) => x > -Infinity)!;
  let [west, east, gap] = [first[taken], end, 360 - (end - first[taken])];
  let before = last[taken];
  for (let slice = taken + 1; slice <= SLICES; slice++) {
    if (first[slice] === Infinity) continue;
    if (first[slice] - before > gap) [west, east, gap] = [first[slice], before, first[slice] - before];
    before = last[slice];
  }
  return [west, south, east, north];
}

/** The box around the places that have a row which `counts`. */
export function placeBounds({columns}: Dataset, counts: (row: number) => boolean): Bounds | null {
  const {lat, lon, offsets, rows} = columns.places;
  return boundsOf({lng: lon, lat}, (place) => {
    for (let at = offsets[place]; at < offsets[place + 1]; at++) if (counts(rows[at])) return true;
    return false;
  });
}

/** Lines of the file behind what is on screen that are drawn and are no events. */
export const linesOf = (loaded: Loaded | null): Imported["lines"] =>
  loaded !== null && "lines" in loaded ? (loaded as Imported).lines : [];

/** Shows a box with some air around it; the whole world for null. */
export function fitBox(box: Bounds | null, width: number, height: number, padding: Padding): Camera {
  const {top, right, bottom, left} = padding;
  const air = Math.min(AIR, (width - left - right) / 6, (height - top - bottom) / 6);
  return fitBounds(box ?? WHOLE_WORLD, width, height, {
    top: top + air,
    right: right + air,
    bottom: bottom + air,
    left: left + air,
  });
}

/** The box around all places of the primary series. */
export function recordBounds(dataset: Dataset): Bounds | null {
  const {series, background} = dataset.columns;
  return placeBounds(dataset, (row) => series[row] === PRIMARY && background[row] === 0);
}

/** The most reports of one series that a place has in the whole record, at least one. */
export function mostAt(dataset: Dataset): number {
  const {places, series, background} = dataset.columns;
  const {offsets, rows} = places;
  const counts = [0, 0];
  let most = 1;
  for (let place = 0; place < dataset.placeCount; place++) {
    counts.fill(0);
    for (let at = offsets[place]; at < offsets[place + 1]; at++) {
      const row = rows[at];
      if (series[row] <= COUNTER && background[row] === 0) most = Math.max(most, ++counts[series[row]]);
    }
  }
  return most;
}

/** Whether a row is in the window, passes and is drawn in one of the two series. */
export const stands = (
  {columns: {series}}: Dataset,
  aggregates: Aggregates,
  row: number,
  [i0, i1]: readonly [number, number],
): boolean => row >= i0 && row < i1 && series[row] <= COUNTER && aggregates.passes(row);

/** Rows that the mark of a place stands for. */
export const rowsWithin = (
  dataset: Dataset,
  aggregates: Aggregates,
  place: number,
  rows: readonly [number, number],
): number[] => [...dataset.rowsAt(place)].filter((row) => stands(dataset, aggregates, row, rows));

export const SIDES = ["north", "south", "east", "west"] as const;
export type Side = (typeof SIDES)[number];

/** The side of a stage that a point lies off by most, or is nearest to, as its index in `SIDES`. */
export function sideBy(x: number, y: number, width: number, height: number): number {
  const across = Math.max(x - width, -x);
  const down = Math.max(y - height, -y);
  if (down >= across) return -y >= y - height ? 0 : 1;
  return x - width >= -x ? 2 : 3;
}

/** Which side of a stage a point lies off by most; null for a point on it. */
export const sideOf = (x: number, y: number, width: number, height: number): Side | null =>
  x < 0 || y < 0 || x > width || y > height ? SIDES[sideBy(x, y, width, height)]! : null;
