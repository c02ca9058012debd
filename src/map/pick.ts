import type {Aggregates} from "../data/aggregates.ts";
import {COUNTER, type Dataset} from "../data/dataset.ts";
import {worldSize, type Camera} from "./mercator.ts";
import type {PlacePoints} from "./placePoints.ts";

export interface PickInput {
  dataset: Dataset;
  aggregates: Pick<Aggregates, "passes">;
  points: PlacePoints;
  camera: Camera;
  /** Px of the stage. */
  width: number;
  height: number;
  rows: readonly [i0: number, i1: number];
}

/** A part of the stage in px, its right and lower edges left out. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Px by which points are apart at most that are taken for one. */
const ONE = 1;

/** Calls `found` with each row of the window that is drawn within `area`, in time order, and where it is. */
function eachRow(
  input: PickInput,
  {left, top, right, bottom}: Area,
  found: (row: number, x: number, y: number) => void,
): void {
  const {dataset, aggregates, points, camera, width, height, rows} = input;
  const {place, series} = dataset.columns;
  const {xy} = points;
  const size = worldSize(camera.zoom);
  const [ox, oy] = points.from(camera);
  const midX = (left + right) / 2;
  for (let row = rows[0]; row < rows[1]; row++) {
    const at = place[row];
    if (at === -1) continue;
    const y = height / 2 + (xy[2 * at + 1] + oy) * size;
    if (y < top || y >= bottom) continue;
    // The copy of the world in which it is nearest to the area.
    const dx = xy[2 * at] + ox + 0.5 - midX / size + width / 2 / size;
    const x = midX + (dx - Math.floor(dx) - 0.5) * size;
    if (x < left || x >= right || series[row] > COUNTER || !aggregates.passes(row)) continue;
    found(row, x, y);
  }
}

/** Rows that are drawn within an area, in time order. */
export function rowsWithinArea(input: PickInput, area: Area): number[] {
  const rows: number[] = [];
  eachRow(input, area, (row) => rows.push(row));
  return rows;
}

/**
 * The rows that a pointer means, in time order: all whose point of `radius` px is under it; where there is none, those at the point that is
 * the nearest within `reach` px. Empty where nothing is near.
 */
export function rowsUnder(input: PickInput, x: number, y: number, radius: number, reach: number): number[] {
  const near: {row: number; x: number; y: number}[] = [];
  const wide = Math.max(radius, reach) + ONE;
  eachRow(input, {left: x - wide, top: y - wide, right: x + wide, bottom: y + wide}, (row, x, y) =>
    near.push({row, x, y}),
  );
  const from = (x: number, y: number, most: number) => near.filter((at) => Math.hypot(at.x - x, at.y - y) <= most);
  let meant = from(x, y, radius);
  if (meant.length === 0) {
    const away = (at: {x: number; y: number}) => Math.hypot(at.x - x, at.y - y);
    const [first, ...others] = from(x, y, reach);
    if (first === undefined) return [];
    const nearest = others.reduce((a, b) => (away(b) < away(a) ? b : a), first);
    meant = from(nearest.x, nearest.y, ONE);
  }
  return meant.map(({row}) => row);
}
