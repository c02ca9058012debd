import type {TextColumn} from "../text.ts";
import {textOfUnits} from "./unitText.ts";

/** Bits of a place within a block. */
export const BLOCK_BITS = 22;
export const BLOCK = 1 << BLOCK_BITS;
/** Bits of the length of a cell; those above tell how many bytes stand between it and the cell before it. */
export const LENGTH_BITS = 28;
const LENGTH = 2 ** LENGTH_BITS - 1;

/** Cells of several columns as bytes, all of a row side by side, in the order in which the rows came. */
export interface CellStore {
  /** A row that starts at `start` lies in block `start / BLOCK`. One that is longer stands here as often as it takes, cut off in front. */
  blocks: Record<number, Uint8Array>;
  /** Of each row its start and then, for each of its cells, the bytes before it and its length: `gap << LENGTH_BITS | length`. */
  marks: Uint32Array;
  columns: number;
  /** The rows in the order that is wanted; null for that in which they came. */
  order: Uint32Array | null;
}

/** Bytes of a cell of a row whose start stands at `mark`. */
export const lengthOf = (marks: Uint32Array, mark: number, column: number): number => marks[mark + 1 + column] & LENGTH;

/** Where a cell begins in the block of its row, whose start stands at `mark`. */
export function placeOf(marks: Uint32Array, mark: number, column: number): number {
  let at = (marks[mark] & (BLOCK - 1)) + (marks[mark + 1 + column] >>> LENGTH_BITS);
  for (let i = mark + 1; i <= mark + column; i++) at += (marks[i] >>> LENGTH_BITS) + (marks[i] & LENGTH);
  return at;
}

/** A column of a store whose cells are ASCII. It crosses from a worker at no cost; texts are made of the rows that are asked for. */
export class StoredText implements TextColumn {
  readonly store: CellStore;
  readonly column: number;
  #ends: Uint32Array | null = null;
  #joined: string | null = null;

  constructor(store: CellStore, column: number) {
    this.store = store;
    this.column = column;
  }

  get rows(): number {
    const {marks, columns} = this.store;
    return marks.length / (columns + 1);
  }

  /** Made when it is asked for, as `joined` is; a row by itself takes neither. */
  get ends(): Uint32Array {
    return (this.#ends ??= this.#measured());
  }

  get joined(): string {
    return (this.#joined ??= textOfUnits(this.#units()));
  }

  sizeAt(row: number): number {
    return lengthOf(this.store.marks, this.#markOf(row), this.column);
  }

  at(row: number): string {
    return textOfUnits(this.#cell(row));
  }

  find(text: string): number {
    const bytes = new TextEncoder().encode(text);
    const {blocks, marks, columns, order} = this.store;
    const found = new Set<number>();
    for (let place = 0, mark = 0; mark < marks.length; place++, mark += columns + 1) {
      if (lengthOf(marks, mark, this.column) !== bytes.length) continue;
      const block = blocks[marks[mark] >>> BLOCK_BITS];
      const at = placeOf(marks, mark, this.column);
      let i = 0;
      while (i < bytes.length && block[at + i] === bytes[i]) i++;
      if (i === bytes.length) found.add(place);
    }
    if (found.size === 0) return -1;
    return order === null ? [...found][0]! : order.findIndex((place) => found.has(place));
  }

  #markOf(row: number): number {
    const {order, columns} = this.store;
    return (order === null ? row : order[row]) * (columns + 1);
  }

  #cell(row: number): Uint8Array {
    const {store, column} = this;
    const {blocks, marks} = store;
    const mark = this.#markOf(row);
    const length = lengthOf(marks, mark, column);
    if (length === 0) return NOTHING;
    const at = placeOf(marks, mark, column);
    return blocks[marks[mark] >>> BLOCK_BITS].subarray(at, at + length);
  }

  #measured(): Uint32Array {
    const ends = new Uint32Array(this.rows);
    for (let row = 0, end = 0; row < ends.length; row++) ends[row] = end += this.sizeAt(row);
    return ends;
  }

  #units(): Uint8Array {
    const {ends, rows} = this;
    const units = new Uint8Array(ends.at(-1) ?? 0);
    for (let row = 0, at = 0; row < rows; at = ends[row++]) units.set(this.#cell(row), at);
    return units;
  }
}

const NOTHING = new Uint8Array(0);
