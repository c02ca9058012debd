import type {Box} from "../ui/layout.ts";
import {worldSize, type Camera} from "./mercator.ts";
import type {PlacePoints} from "./placePoints.ts";
import {isCovered, nearest} from "./spread.ts";

/** How far beyond the edge a mark may stand and still be drawn, in px. */
const MARGIN = 60;

export interface ViewInput {
  points: PlacePoints;
  camera: Camera;
  width: number;
  height: number;
  /** The part of the stage that nothing covers from side to side. */
  frame: Box;
  covers: readonly Box[];
  /** Places that can have a mark each. */
  most: number;
}

/** The places whose mark would stand in view, whatever the window holds; null where they are more than `most`. */
export function placesInView({points, camera, width, height, frame, covers, most}: ViewInput): number[] | null {
  const {xy} = points;
  const size = worldSize(camera.zoom);
  const [ox, oy] = points.from(camera);
  const right = frame.x + frame.width;
  const least = ((frame.x > 0 ? frame.x : -MARGIN) - width / 2) / size;
  const largest = (Math.min(right, width) + (right >= width ? MARGIN : 0) - width / 2) / size;
  const north = (-MARGIN - height / 2) / size - oy;
  const south = (height / 2 + MARGIN) / size - oy;
  const found: number[] = [];
  for (let place = 0; 2 * place < xy.length; place++) {
    const y = xy[2 * place + 1];
    if (y < north || y > south) continue;
    const dx = nearest(xy[2 * place] + ox);
    if (dx < least || dx > largest) continue;
    if (isCovered(covers, width / 2 + dx * size, height / 2 + (y + oy) * size)) continue;
    if (found.length === most) return null;
    found.push(place);
  }
  return found;
}
