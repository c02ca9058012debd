import {mercatorX, mercatorY, worldSize, type Camera} from "./mercator.ts";

/** A line in shares of the world (x and y by turns), without jumps at the antimeridian; an offset from its first point. */
export interface WorldLine {
  name: string;
  x: number;
  y: number;
  offsets: Float64Array;
}

/** Points that stand nearer to the last one drawn, in px, are left out. */
const APART = 0.8;

/** Takes `[lon, lat]` pairs in degrees; a pair that is no number is left out. Null for a line of fewer than two points. */
export function worldLine(name: string, points: Float64Array): WorldLine | null {
  const offsets = new Float64Array(points.length);
  let [x0, y0, last, count] = [NaN, NaN, 0, 0];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = mercatorX(points[at]);
    const y = mercatorY(points[at + 1]);
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    if (count === 0) [x0, y0] = [x, y];
    last += count === 0 ? 0 : nearest(x - x0 - last);
    offsets[count++] = last;
    offsets[count++] = y - y0;
  }
  return count < 4 ? null : {name, x: x0, y: y0, offsets: offsets.slice(0, count)};
}

/** The same distance around the world, the shorter way. */
const nearest = (dx: number): number => dx - Math.round(dx);

/** The line as an SVG path in px of a world `size` px wide, around its first point. */
export function linePath({offsets}: WorldLine, size: number): string {
  let path = "M0 0";
  let [x, y] = [0, 0];
  for (let at = 2; at < offsets.length; at += 2) {
    const [toX, toY] = [offsets[at] * size, offsets[at + 1] * size];
    const isLast = at + 2 === offsets.length;
    if (!isLast && Math.abs(toX - x) < APART && Math.abs(toY - y) < APART) continue;
    [x, y] = [toX, toY];
    path += `L${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
  }
  return path;
}

/** The zoom that paths are made for: a path serves all cameras that are nearer to it than to the next. */
export const pathZoom = ({zoom}: Camera): number => Math.round(zoom);

/** Where a path that was made for `zoom` stands on the stage, as an SVG transform. */
export function lineTransform({x, y}: WorldLine, camera: Camera, zoom: number, width: number, height: number): string {
  const size = worldSize(camera.zoom);
  const left = width / 2 + nearest(x - mercatorX(camera.lng)) * size;
  const top = height / 2 + (y - mercatorY(camera.lat)) * size;
  return `translate(${left} ${top}) scale(${2 ** (camera.zoom - zoom)})`;
}
