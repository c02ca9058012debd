import type {Units} from "../unitText.ts";

/** The highest lead of UTF-8 that stands for no more than U+00FF. */
const LATIN = 0xc3;

/** What it takes to write columns of text that are gathered in UTF-8 as UTF-16. */
export class Widths {
  /** Units of each column. */
  readonly units: Float64Array;
  /** The highest byte of each: ASCII, a lead of two bytes up to U+00FF, or more. */
  readonly highest: Uint8Array;

  constructor(units: Float64Array, highest: Uint8Array) {
    this.units = units;
    this.highest = highest;
  }

  static of(columns: number): Widths {
    return new Widths(new Float64Array(columns), new Uint8Array(columns));
  }

  /** Units of a text of a column that stands in `[from, to)` and may be beyond ASCII. */
  look(column: number, bytes: Uint8Array, from: number, to: number): number {
    let units = 0;
    let highest = this.highest[column];
    for (let at = from; at < to; at++) {
      const byte = bytes[at];
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
      if (byte > highest) highest = byte;
    }
    this.highest[column] = highest;
    return units;
  }

  /** Adds what the same columns take elsewhere. */
  join({units, highest}: Pick<Widths, "units" | "highest">): void {
    for (let column = 0; column < units.length; column++) {
      this.units[column] += units[column];
      this.highest[column] = Math.max(this.highest[column], highest[column]);
    }
  }

  /** Room for a column that is written as units, in as few bytes each as it takes; null for one that is ASCII. */
  roomFor(column: number): Units | null {
    const highest = this.highest[column];
    if (highest < 128) return null;
    return highest > LATIN ? new Uint16Array(this.units[column]) : new Uint8Array(this.units[column]);
  }
}
