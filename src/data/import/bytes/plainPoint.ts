import type {Fields} from "../../formats/bytes/fields.ts";
import type {Plan} from "../../plan.ts";
import type {Reading} from "../../reading.ts";
import {MERCATOR_LIMIT} from "../readers.ts";
import {plainNumber} from "./plainNumber.ts";

const POINT = 46;
const COMMA = 44;

/** What the coordinates of a row are: on the map, blank, or written so that it takes the readers of texts to say. */
export type PointFound = "point" | "blank" | "other";

/** Reads decimal degrees, a column each, from bytes. */
export class PlainPoints {
  lat = 0;
  lon = 0;
  #plan: Plan;
  #decimal: number;

  private constructor(plan: Plan, decimal: number) {
    this.#plan = plan;
    this.#decimal = decimal;
  }

  /** Null for coordinates that are written in another way. */
  static of(plan: Plan, {coordinates = {}}: Reading): PlainPoints | null {
    const {form = "columns", decimal = ".", divisor = 1, projected} = coordinates;
    const isPlain = form === "columns" && divisor === 1 && projected === undefined;
    if (!isPlain || (plan.lat === -1) !== (plan.lon === -1)) return null;
    return new PlainPoints(plan, decimal === "." ? POINT : COMMA);
  }

  read({bytes, left, right}: Fields): PointFound {
    const {lat: latColumn, lon: lonColumn} = this.#plan;
    if (latColumn === -1) return "blank";
    const noLat = left[latColumn] === right[latColumn];
    if (noLat || left[lonColumn] === right[lonColumn])
      return noLat && left[lonColumn] === right[lonColumn] ? "blank" : "other";
    const lat = plainNumber(bytes, left[latColumn], right[latColumn], this.#decimal);
    const lon = plainNumber(bytes, left[lonColumn], right[lonColumn], this.#decimal);
    // Zeros, and numbers that are the same, may stand for "not known".
    if (!(Math.abs(lat) <= MERCATOR_LIMIT && Math.abs(lon) <= 180) || lat === 0 || lon === 0 || lat === lon)
      return "other";
    this.lat = lat;
    this.lon = lon;
    return "point";
  }
}
