import type {TextStore} from "../textBuilder.ts";

/** What there is to know of texts that somebody else has finished. */
export class FinishedTexts implements TextStore {
  #units: Float64Array;
  #alike: Uint32Array;

  /** `units` are UTF-16 units of each column; `alike` the rows, in their order, whose id may stand twice. */
  constructor(units: Float64Array, alike: Uint32Array) {
    this.#units = units;
    this.#alike = alike;
  }

  push(): never {
    throw new Error("no row can be added to finished columns");
  }

  size(column: number): number {
    return this.#units[column];
  }

  finish(): never {
    throw new Error("finished by somebody else");
  }

  likelyAlike(): Uint32Array {
    return this.#alike;
  }
}
