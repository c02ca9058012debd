import {TOGETHER, type ByteRecords} from "../../formats/bytes/byteRecords.ts";
import type {Plan} from "../../plan.ts";
import type {Reading} from "../../reading.ts";
import {MERCATOR_LIMIT} from "../readers.ts";
import {plainNumbers} from "./plainNumber.ts";

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
  read(records: ByteRecords, from: number, to: number): number {
    const {lat: latColumn, lon: lonColumn} = this.#plan;
    const {lat, lon} = this;
    const decimal = this.#decimal;
    if (latColumn === -1) {
      lat.fill(NaN);
      return to;
    }
    const latEnd = plainNumbers(records, latColumn, from, to, decimal, lat, 0);
    const end = plainNumbers(records, lonColumn, from, latEnd, decimal, lon, 0);
    for (let record = from, i = 0; record < end; record++, i++) {
      const y = lat[i];
      const x = lon[i];
      if (Number.isNaN(y) && Number.isNaN(x)) continue;
      // Zeros, and numbers that are the same, may stand for "not known".
      if (!(Math.abs(y) <= MERCATOR_LIMIT && Math.abs(x) <= 180) || y === 0 || x === 0 || y === x) return record;
    }
    return end;
  }
}
