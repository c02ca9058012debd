import {TOGETHER, type ByteRecords} from "../../formats/bytes/byteRecords.ts";
import type {Plan} from "../../plan.ts";
import type {Reading} from "../../reading.ts";
import {MERCATOR_LIMIT} from "../readers.ts";
import {plainNumber} from "./plainNumber.ts";

const POINT = 46;
const COMMA = 44;

/** Reads decimal degrees, a column each, from bytes. */
export class PlainPoints {
  /** Of the records that were read last; NaN where both cells are blank. */
  readonly lat = new Float64Array(TOGETHER);
  readonly lon = new Float64Array(TOGETHER);
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

  /** Reads records `[from, to)`. Returns the first whose coordinates are written so that it takes the readers of texts to say, else `to`. */
  read({bytes, first, left, right}: ByteRecords, from: number, to: number): number {
    const {lat: latColumn, lon: lonColumn} = this.#plan;
    const {lat, lon} = this;
    const decimal = this.#decimal;
    if (latColumn === -1) {
      lat.fill(NaN);
      return to;
    }
    for (let record = from, i = 0; record < to; record++, i++) {
      const latCell = first[record] + latColumn;
      const lonCell = first[record] + lonColumn;
      const noLat = left[latCell] === right[latCell];
      if (noLat || left[lonCell] === right[lonCell]) {
        if (!noLat || left[lonCell] !== right[lonCell]) return record;
        lat[i] = NaN;
        continue;
      }
      const y = plainNumber(bytes, left[latCell], right[latCell], decimal);
      const x = plainNumber(bytes, left[lonCell], right[lonCell], decimal);
      // Zeros, and numbers that are the same, may stand for "not known".
      if (!(Math.abs(y) <= MERCATOR_LIMIT && Math.abs(x) <= 180) || y === 0 || x === 0 || y === x) return record;
      lat[i] = y;
      lon[i] = x;
    }
    return to;
  }
}
