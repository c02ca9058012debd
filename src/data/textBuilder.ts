import {packText, textAt, type TextColumn} from "./text.ts";

const BLOCK = 4096;

/**
 * Gathers a column of text. Values are joined block by block, which copies them out of the text they were cut from, so that a file's own
 * text need not be kept for the sake of a few cells.
 */
export class TextBuilder {
  #blocks: TextColumn[] = [];
  #values: string[] = [];
  /** UTF-16 units so far. */
  size = 0;

  push(value: string): void {
    this.#values.push(value);
    this.size += value.length;
    if (this.#values.length === BLOCK) this.#pack();
  }

  /** The values in the given order; nothing can be added after that. */
  finish(order: Uint32Array): TextColumn {
    this.#pack();
    const values = new Array<string>(order.length);
    for (let i = 0; i < order.length; i++) {
      const row = order[i]!;
      values[i] = textAt(this.#blocks[Math.floor(row / BLOCK)]!, row % BLOCK);
    }
    return packText(values);
  }

  #pack(): void {
    this.#blocks.push(packText(this.#values));
    this.#values = [];
  }
}
