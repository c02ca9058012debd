import type {TextColumn} from "../text.ts";
import type {TextStore} from "../textBuilder.ts";
import {revivedText} from "./revived.ts";

/** Columns of text that somebody else gathered, finished and sent. */
export interface SentTexts {
  /** Those that are wanted. */
  columns: readonly TextColumn[];
  /** UTF-16 units of each column. */
  units: Float64Array;
  /** Rows whose id may stand twice. */
  alike: Uint32Array;
}

/** What was sent, for a builder to which no row is added any more. */
export class FinishedTexts implements TextStore {
  #sent: SentTexts;

  constructor(sent: SentTexts) {
    this.#sent = sent;
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
    return this.#sent.alike;
  }
}
