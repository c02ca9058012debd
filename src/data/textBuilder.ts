import {packText, textAt, type TextColumn} from "./text.ts";

const BLOCK = 4096;

/** Gathers several columns of text, row by row. */
export interface TextStore {
  /** Adds a value to a column, by its index; a row gives one to each of them, in their order. */
  push(column: number, value: string): void;
  /** UTF-16 units of a column so far. */
  size(column: number): number;
  /**
   * Values of the columns that are wanted, by index, in the given order of rows, or as they came for null; nothing can be added after that.
   */
  finish(order: Uint32Array | null, wanted: readonly number[]): TextColumn[];
  /** Rows in their order, ascending, whose id may stand in another one too, once all is finished; all may where nobody says. */
  likelyAlike?(): Uint32Array;
}

/** Columns of text that come as strings. */
export class TextBuilders implements TextStore {
  #columns: TextBuilder[];

  constructor(columns: number) {
    this.#columns = Array.from({length: columns}, () => new TextBuilder());
  }

  push(column: number, value: string): void {
    this.#columns[column].push(value);
  }

  size(column: number): number {
    return this.#columns[column].size;
  }

  finish(order: Uint32Array | null, wanted: readonly number[]): TextColumn[] {
    return wanted.map((column) => this.#columns[column].finish(order));
  }
}

/**
 * Gathers a column of text. Values are joined block by block, which copies them out of the text they were cut from, so that a file's own
 * text need not be kept for the sake of a few cells.
 */
class TextBuilder {
  #blocks: TextColumn[] = [];
  #values: string[] = [];
  #length = 0;
  size = 0;

  push(value: string): void {
    this.#values.push(value);
    this.#length++;
    this.size += value.length;
    if (this.#values.length === BLOCK) this.#pack();
  }

  finish(order: Uint32Array | null): TextColumn {
    this.#pack();
    const values = new Array<string>(this.#length);
    for (let i = 0; i < values.length; i++) {
      const row = order === null ? i : order[i];
      values[i] = textAt(this.#blocks[Math.floor(row / BLOCK)], row % BLOCK);
    }
    return packText(values);
  }

  #pack(): void {
    this.#blocks.push(packText(this.#values));
    this.#values = [];
  }
}
