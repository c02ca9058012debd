/** Where the map looks, in MapLibre's terms: the world is 512 pixels wide at zoom 0. */
export type Camera = {zoom: number; lat: number; lng: number};
/** West, south, east, north in degrees; west above east means the box crosses the antimeridian. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];
export type Padding = {top: number; right: number; bottom: number; left: number};

export interface Projection {
  /** Screen pixels of a place, in the copy of the world nearest to the camera. */
  project(lng: number, lat: number): [x: number, y: number];
  /** The place under a pixel, its longitude within -180 and 180. */
  unproject(x: number, y: number): [lng: number, lat: number];
  /** The same for one coordinate: a longitude, and a latitude as `mercatorY` has it. */
  xOf(lng: number): number;
  yOf(share: number): number;
  metresPerPixel(lat: number): number;
}

export const WORLD = 512;
export const MAX_LATITUDE = 85.051129;
export const MAX_ZOOM = 10;
/** How far in a camera goes by itself, for a single place. */
export const FIT_ZOOM = 8;
const EQUATOR_METRES = 40075016.686;

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
const wrap = (degrees: number) => (degrees >= -180 && degrees <= 180 ? degrees : modulo(degrees + 180, 360) - 180);
const modulo = (n: number, d: number) => ((n % d) + d) % d;

/** Longitude as a share of the world's width, 0 at 180 degrees west. */
export const mercatorX = (lng: number) => (lng + 180) / 360;

/** Latitude as a share of the world's height, 0 at the northern edge. */
export function mercatorY(lat: number): number {
  const phi = (clamp(lat, -MAX_LATITUDE, MAX_LATITUDE) * Math.PI) / 180;
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI);
}

export const longitude = (x: number) => x * 360 - 180;
export const latitude = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

export const worldSize = (zoom: number) => WORLD * 2 ** zoom;

export function projection(camera: Camera, width: number, height: number): Projection {
  const size = worldSize(camera.zoom);
  const centreY = mercatorY(camera.lat);
  const xOf = (lng: number) => width / 2 + (wrap(lng - camera.lng) / 360) * size;
  const yOf = (share: number) => height / 2 + (share - centreY) * size;
  return {
    xOf,
    yOf,
    project: (lng, lat) => [xOf(lng), yOf(mercatorY(lat))],
    unproject: (x, y) => [
      wrap(camera.lng + ((x - width / 2) / size) * 360),
      latitude(centreY + (y - height / 2) / size),
    ],
    metresPerPixel: (lat) => (EQUATOR_METRES * Math.cos((lat * Math.PI) / 180)) / size,
  };
}

/** The closest camera that shows the whole box inside the padding. */
export function fitBounds(bounds: Bounds, width: number, height: number, padding: Padding): Camera {
  const [west, south, east, north] = bounds;
  const [left, right] = [mercatorX(west), mercatorX(east < west ? east + 360 : east)];
  const [top, bottom] = [mercatorY(north), mercatorY(south)];
  const room = {
    x: Math.max(width - padding.left - padding.right, 1),
    y: Math.max(height - padding.top - padding.bottom, 1),
  };
  const zoom = Math.min(
    Math.log2(room.x / ((right - left) * WORLD)),
    Math.log2(room.y / ((bottom - top) * WORLD)),
    right === left && bottom === top ? FIT_ZOOM : MAX_ZOOM,
  );
  const size = worldSize(zoom);
  const x = (left + right) / 2 + (padding.right - padding.left) / 2 / size;
  const y = (top + bottom) / 2 + (padding.bottom - padding.top) / 2 / size;
  return clampCamera({zoom, lat: latitude(y), lng: longitude(x)}, height);
}

/** Keeps the zoom in range and the poles out of view, as MapLibre does, so that both maps show the same. */
export function clampCamera({zoom, lat, lng}: Camera, height: number): Camera {
  const least = Math.max(0, Math.log2(Math.max(height, 1) / WORLD));
  const kept = clamp(zoom, least, Math.max(least, MAX_ZOOM));
  const half = height / 2 / worldSize(kept);
  const y = clamp(mercatorY(lat), Math.min(half, 0.5), Math.max(1 - half, 0.5));
  return {zoom: kept, lat: y === mercatorY(lat) ? lat : latitude(y), lng: wrap(lng)};
}

/** Zooms by `dz` levels and keeps the place under the pixel where it is. */
export function zoomAround(camera: Camera, width: number, height: number, x: number, y: number, dz: number): Camera {
  const {zoom} = clampCamera({...camera, zoom: camera.zoom + dz}, height);
  const shift = 1 / worldSize(camera.zoom) - 1 / worldSize(zoom);
  const lng = longitude(mercatorX(camera.lng) + (x - width / 2) * shift);
  const lat = latitude(mercatorY(camera.lat) + (y - height / 2) * shift);
  return clampCamera({zoom, lat, lng}, height);
}

/** Moves the land by that many pixels, as a drag does. */
export function panBy({zoom, lat, lng}: Camera, dx: number, dy: number): Camera {
  const size = worldSize(zoom);
  const y = clamp(mercatorY(lat) - dy / size, 0, 1);
  return {zoom, lat: latitude(y), lng: wrap(longitude(mercatorX(lng) - dx / size))};
}
