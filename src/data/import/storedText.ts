import type {TextColumn} from "../text.ts";
import {textOfUnits} from "./unitText.ts";

/** Bits of a place within a block. */
export const BLOCK_BITS = 22;
export const BLOCK = 1 << BLOCK_BITS;
/** Stands for the length of a cell that is as long or longer. */
export const LONG = 65_535;

/** Cells of several columns as bytes, all of a row side by side, in the order in which the rows came. */
export interface CellStore {
  /** A row that starts at `start` lies in block `start / BLOCK`. One that is longer stands here as often as it takes, cut off in front. */
  blocks: Record<number, Uint8Array>;
  starts: Uint32Array;
  columns: number;
  /** Bytes between each cell and the one before it, row by row. */
  gaps: Uint8Array;
  /** Lengths of cells in bytes, row by row, and by their index those that are `LONG`. */
  lengths: Uint16Array;
  long: ReadonlyMap<number, number>;
  /** The rows in the order that is wanted; null for that in which they came. */
  order: Uint32Array | null;
}

export const lengthOf = ({lengths, long}: CellStore, cell: number): number =>
  lengths[cell] === LONG ? long.get(cell)! : lengths[cell];

/** A column of a store whose cells are ASCII. It crosses from a worker at no cost; texts are made of the rows that are asked for. */
export class StoredText implements TextColumn {
  readonly store: CellStore;
  readonly column: number;
  readonly ends: Uint32Array;
  #joined: string | null = null;

  constructor(store: CellStore, column: number, ends: Uint32Array) {
    this.store = store;
    this.column = column;
    this.ends = ends;
  }

  get joined(): string {
    if (this.#joined !== null) return this.#joined;
    const units = new Uint8Array(this.ends.at(-1) ?? 0);
    for (let row = 0; row < this.ends.length; row++) units.set(this.#cell(row), row === 0 ? 0 : this.ends[row - 1]);
    return (this.#joined = textOfUnits(units));
  }

  at(row: number): string {
    return textOfUnits(this.#cell(row));
  }

  #cell(row: number): Uint8Array {
    const {store, column, ends} = this;
    const {blocks, starts, columns, gaps, order} = store;
    const length = ends[row] - (row === 0 ? 0 : ends[row - 1]);
    if (length === 0) return NOTHING;
    const came = order === null ? row : order[row];
    const cell = came * columns;
    let at = (starts[came] & (BLOCK - 1)) + gaps[cell + column];
    for (let before = cell; before < cell + column; before++) at += gaps[before] + lengthOf(store, before);
    return blocks[starts[came] >>> BLOCK_BITS].subarray(at, at + length);
  }
}

const NOTHING = new Uint8Array(0);
