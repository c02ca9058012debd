import type {TextColumn} from "../text.ts";
import type {TextStore} from "../textBuilder.ts";
import {revivedText} from "./revived.ts";

/** Columns of text that somebody else gathered, finished and sent. */
export interface SentTexts {
  /** Those that are wanted. */
  columns: readonly TextColumn[];
  /** UTF-16 units of each column. */
  units: Float64Array;
}

/** What was sent, for a builder to which no row is added any more. */
export class FinishedTexts implements TextStore {
  #sent: SentTexts;
  #alike: Uint32Array;

  /** `alike` are the rows, in their order, whose id may stand twice. */
  constructor(sent: SentTexts, alike: Uint32Array) {
    this.#sent = sent;
    this.#alike = alike;
  }

  push(): never {
    throw new Error("no row can be added to finished columns");
  }

  size(column: number): number {
    return this.#sent.units[column];
  }

  finish(): TextColumn[] {
    return this.#sent.columns.map(revivedText);
  }

  likelyAlike(): Uint32Array {
    return this.#alike;
  }
}
