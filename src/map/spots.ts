import {COUNTER, type Dataset} from "../data/dataset.ts";
import {MAX_ZOOM, worldSize} from "./mercator.ts";
import type {PlacePoints} from "./placePoints.ts";
import {isOff, nearest, type SpreadStage} from "./spread.ts";

/** Rows at several places that are listed at once; of more than these a tap goes nearer first. */
const FEW = 30;
/** Px between points that can be told apart. */
const APART = 8;
/** Levels of zoom below the closest at which going nearer is no longer worth a tap. */
const NEAR = 0.25;

/** What a tap on rows is answered with: one event, the list of a place, a look from nearer by, or the list of those rows' places. */
export type Meant = {kind: "row"; row: number} | {kind: "place"; place: number} | {kind: "closer"} | {kind: "list"};

/** Takes the rows under a tap, at least one. Several places are listed where they are few, or where the closest zoom would not part them. */
export function meantBy(dataset: Dataset, points: PlacePoints, rows: readonly number[], zoom: number): Meant {
  const [row] = rows;
  if (rows.length === 1) return {kind: "row", row};
  const {place} = dataset.columns;
  const first = place[row];
  if (rows.every((each) => place[each] === first)) return {kind: "place", place: first};
  if (rows.length <= FEW || zoom > MAX_ZOOM - NEAR) return {kind: "list"};
  const {xy} = points;
  const apart = APART / worldSize(MAX_ZOOM);
  const isApart = (at: number) =>
    Math.hypot(nearest(xy[2 * at] - xy[2 * first]), xy[2 * at + 1] - xy[2 * first + 1]) > apart;
  return {kind: rows.some((each) => isApart(place[each])) ? "closer" : "list"};
}

/** All rows of the primary and the counter series at the places that are marked with 1, in time order, whatever the window. */
export function rowsAtPlaces({columns: {place, series}, length}: Dataset, marked: Uint8Array): Uint32Array {
  const found = new Uint32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++)
    if (place[row] !== -1 && marked[place[row]] === 1 && series[row] <= COUNTER) found[count++] = row;
  return found.slice(0, count);
}

/** Marks the places of some rows. */
export function placesOf({columns: {place}, placeCount}: Dataset, rows: readonly number[]): Uint8Array {
  const marked = new Uint8Array(placeCount);
  for (const row of rows) marked[place[row]] = 1;
  return marked;
}

/** Marks the places whose point lies on the part of the stage that nothing covers. */
export function placesSeen(points: PlacePoints, stage: SpreadStage): Uint8Array {
  const {xy} = points;
  const {camera, width, height} = stage;
  const size = worldSize(camera.zoom);
  const [ox, oy] = points.from(camera);
  const marked = new Uint8Array(xy.length / 2);
  for (let at = 0; at < marked.length; at++) {
    const x = width / 2 + nearest(xy[2 * at] + ox) * size;
    const y = height / 2 + (xy[2 * at + 1] + oy) * size;
    if (!isOff(stage, x, y)) marked[at] = 1;
  }
  return marked;
}
