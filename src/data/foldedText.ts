import {bisectRight} from "d3";
import {findInto, foldText, textAt, type TextColumn} from "./text.ts";

/** UTF-16 units of a block, unless one row alone has more; small enough to be folded within a few ms in any script. */
const BLOCK_UNITS = 1 << 16;
const BLOCK_ROWS = 1 << 12;
const NOT_ASCII = /[^\0-\x7f]/;

/** A column of text as a search sees it: folded by blocks of rows, each when it is first looked at and once. */
export class FoldedText {
  #column: TextColumn;
  /** The first row of each block, and the number of rows. */
  #firsts: number[] = [0];
  #blocks: (TextColumn | undefined)[] = [];

  constructor(column: TextColumn) {
    const {ends} = column;
    this.#column = column;
    for (let row = 0; row < ends.length;) {
      const full = bisectRight(ends, this.#startOf(row) + BLOCK_UNITS, row, Math.min(ends.length, row + BLOCK_ROWS));
      row = Math.max(row + 1, full);
      this.#firsts.push(row);
    }
  }

  get length(): number {
    return this.#column.ends.length;
  }
  /** UTF-16 units of all rows. */
  get units(): number {
    return this.#column.ends.at(-1) ?? 0;
  }

  /** Folds what is not folded yet; each step is a block. */
  *fold(): Generator<void, void> {
    for (let block = 0; block < this.#firsts.length - 1; block++) {
      this.#block(block);
      yield;
    }
  }

  /**
   * Marks `hits[row] = 1` for each row whose folded text holds `needle`, which is folded already and has no space in it. A block
   * without a row that is 1 in `among` is passed over; null looks at all. Each step is a block.
   */
  *find(needle: string, among: Uint8Array | null, hits: Uint8Array): Generator<void, void> {
    for (let block = 0; block < this.#firsts.length - 1; block++) {
      const [from, to] = [this.#firsts[block]!, this.#firsts[block + 1]!];
      if (among !== null && !among.subarray(from, to).includes(1)) continue;
      findInto(this.#block(block), needle, hits.subarray(from, to));
      yield;
    }
  }

  #startOf(row: number): number {
    return row === 0 ? 0 : this.#column.ends[row - 1]!;
  }

  #block(block: number): TextColumn {
    return (this.#blocks[block] ??= this.#folded(this.#firsts[block]!, this.#firsts[block + 1]!));
  }

  /**
   * Folds many rows in one go, with a line feed between each two: no letter is folded otherwise before it than at the end of a text, and
   * no needle holds one.
   */
  #folded(from: number, to: number): TextColumn {
    const rows = new Array<string>(to - from);
    for (let i = 0; i < rows.length; i++) rows[i] = textAt(this.#column, from + i).replaceAll("\n", " ");
    const text = rows.join("\n");
    const joined = NOT_ASCII.test(text) ? foldText(text) : text.toLowerCase();
    const ends = new Uint32Array(rows.length).fill(joined.length);
    for (let i = 0, at = joined.indexOf("\n"); at !== -1; at = joined.indexOf("\n", at + 1)) ends[i++] = at;
    return {joined, ends};
  }
}
