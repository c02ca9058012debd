import type {Dataset} from "../data/dataset.ts";
import {mercatorX, mercatorY, type Camera} from "./mercator.ts";

/** Where the places of a record lie on the world, as shares of its width and height from a point in their midst, so that 32 bits are enough. */
export class PlacePoints {
  /** The point that `xy` counts from, as shares of the world. */
  readonly middle: readonly [x: number, y: number];
  /** By place: x at `2 * place`, y after it. */
  readonly xy: Float32Array;
  #lat: Float64Array;
  #lon: Float64Array;
  #filled = 0;

  constructor({columns: {places}, placeCount}: Dataset) {
    this.#lat = places.lat;
    this.#lon = places.lon;
    this.xy = new Float32Array(2 * placeCount);
    const [west, east] = ends(places.lon);
    const [south, north] = ends(places.lat);
    this.middle = placeCount === 0 ? [0.5, 0.5] : [mercatorX((west + east) / 2), mercatorY((south + north) / 2)];
  }

  /** What to add to `xy` for the distances from the middle of a view, as shares of the world. */
  from({lng, lat}: Pick<Camera, "lng" | "lat">): [x: number, y: number] {
    return [this.middle[0] - mercatorX(lng), this.middle[1] - mercatorY(lat)];
  }

  /** Works out the next `most` places; true when all are known. */
  fill(most = Infinity): boolean {
    const until = Math.min(this.#lat.length, this.#filled + most);
    const [x, y] = this.middle;
    for (let place = this.#filled; place < until; place++) {
      this.xy[2 * place] = mercatorX(this.#lon[place]) - x;
      this.xy[2 * place + 1] = mercatorY(this.#lat[place]) - y;
    }
    this.#filled = until;
    return until === this.#lat.length;
  }
}

function ends(values: Float64Array): [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}
