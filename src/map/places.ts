import {COUNTER, PRIMARY, type Dataset} from "../data/dataset.ts";
import type {Aggregates} from "../data/aggregates.ts";
import {fitBounds, type Bounds, type Camera, type Padding, type Projection} from "./mercator.ts";

const AIR = 28;
const WHOLE_WORLD: Bounds = [-170, -58, 190 - 360, 75];

/** The smallest box around the points, across the antimeridian when that is smaller. Null for no points. */
export function boundsOf(points: readonly (readonly [lng: number, lat: number])[]): Bounds | null {
  if (points.length === 0) return null;
  const lngs = points.map(([lng]) => lng).sort((a, b) => a - b);
  let [west, east, gap] = [lngs[0], lngs.at(-1)!, 360 - (lngs.at(-1)! - lngs[0])];
  for (let i = 1; i < lngs.length; i++) {
    if (lngs[i] - lngs[i - 1] > gap) [west, east, gap] = [lngs[i], lngs[i - 1], lngs[i] - lngs[i - 1]];
  }
  const lats = points.map(([, lat]) => lat);
  return [west, lats.reduce((a, b) => Math.min(a, b)), east, lats.reduce((a, b) => Math.max(a, b))];
}

/** Coordinates of the places that have a row which `counts`. */
export function pointsOf(dataset: Dataset, counts: (row: number) => boolean): [lng: number, lat: number][] {
  const {lat, lon} = dataset.columns.places;
  const points: [number, number][] = [];
  for (let place = 0; place < dataset.placeCount; place++) {
    if (dataset.rowsAt(place).some(counts)) points.push([lon[place], lat[place]]);
  }
  return points;
}

/** Shows all the points with some air around them; the whole world when there are none. */
export function fitPoints(
  points: readonly (readonly [number, number])[],
  width: number,
  height: number,
  padding: Padding,
): Camera {
  const {top, right, bottom, left} = padding;
  const air = Math.min(AIR, (width - left - right) / 6, (height - top - bottom) / 6);
  return fitBounds(boundsOf(points) ?? WHOLE_WORLD, width, height, {
    top: top + air,
    right: right + air,
    bottom: bottom + air,
    left: left + air,
  });
}

/** The story's first camera: its own bounds, else all places of the primary series. */
export function storyCamera(
  dataset: Dataset,
  bounds: Bounds | undefined,
  width: number,
  height: number,
  padding: Padding,
): Camera {
  if (bounds !== undefined) return fitBounds(bounds, width, height, padding);
  const {series, background} = dataset.columns;
  const points = pointsOf(dataset, (row) => series[row] === PRIMARY && background[row] === 0);
  return fitPoints(points, width, height, padding);
}

/** Screen px of every place: x at `2 * place`, y after it. */
export function project(dataset: Dataset, projection: Projection): Float64Array {
  const {lat, lon} = dataset.columns.places;
  const positions = new Float64Array(2 * lat.length);
  for (let place = 0; place < lat.length; place++) positions.set(projection.project(lon[place], lat[place]), 2 * place);
  return positions;
}

/** Rows of the window that pass and are drawn somewhere, but have no place on a map. */
export function unplacedCount(dataset: Dataset, aggregates: Aggregates, [i0, i1]: readonly [number, number]): number {
  const {place, series} = dataset.columns;
  let count = 0;
  for (let row = i0; row < i1; row++)
    if (place[row] === -1 && series[row] <= COUNTER && aggregates.passes(row)) count++;
  return count;
}

/** Rows of the window that pass and that the mark of a place stands for. */
export function rowsWithin(
  dataset: Dataset,
  aggregates: Aggregates,
  place: number,
  [i0, i1]: readonly [number, number],
): number[] {
  const {series} = dataset.columns;
  return [...dataset.rowsAt(place)].filter(
    (row) => row >= i0 && row < i1 && series[row] <= COUNTER && aggregates.passes(row),
  );
}

export type Side = "north" | "south" | "east" | "west";

/** Which side of a stage a point lies off by most; null for a point on it. */
export function sideOf(x: number, y: number, width: number, height: number): Side | null {
  const off: [Side, number][] = [
    ["north", -y],
    ["south", y - height],
    ["east", x - width],
    ["west", -x],
  ];
  const [side, by] = off.reduce((a, b) => (b[1] > a[1] ? b : a));
  return by > 0 ? side : null;
}
