import {rowAt} from "./events.mjs";

/** The map that is measured: its size in px, and where it looks, with nothing shown twice. */
export const SIZE = {width: 900, height: 560};
export const CAMERA = {zoom: 1, lat: 10, lng: 0};
/** Diameter of a point in px. */
export const DIAMETER = 3.5;
export const WARM = [0.72, 0.2, 0.1];
export const COOL = [0.1, 0.35, 0.6];

/** Events of a window, but for the third series, that stand within the map. */
export function eventsInView({time, lat, lon, series}, [start, end]) {
  const world = 512 * 2 ** CAMERA.zoom;
  const x = (lng) => ((lng + 180) / 360) * world;
  const y = (degrees) => (0.5 - Math.asinh(Math.tan((degrees * Math.PI) / 180)) / (2 * Math.PI)) * world;
  const left = x(CAMERA.lng) - SIZE.width / 2;
  const top = y(CAMERA.lat) - SIZE.height / 2;
  let count = 0;
  for (let row = rowAt(time, start); row < rowAt(time, end); row++) {
    if (series[row] === 2) continue;
    const across = (((x(lon[row]) - left) % world) + world) % world;
    const down = y(lat[row]) - top;
    if (across < SIZE.width && down >= 0 && down < SIZE.height) count++;
  }
  return count;
}
