import {findInto, foldText, rowsOf, sizeAt, textAt, type TextColumn} from "./text.ts";

/** UTF-16 units of a block, unless one row alone has more; small enough to be folded within a few ms in any script. */
const BLOCK_UNITS = 1 << 16;
const BLOCK_ROWS = 1 << 12;
const NOT_ASCII = /[^\0-\x7f]/;

/** Rows `[from, to)`, and their text once it was folded. */
interface Block {
  from: number;
  to: number;
  text: TextColumn | null;
}

/** A column of text as a search sees it: folded by blocks of rows, each when it is first looked at and once. */
export class FoldedText {
  #column: TextColumn;
  readonly length: number;
  /** The blocks that were looked at, in their order. */
  #blocks: Block[] = [];

  constructor(column: TextColumn) {
    this.#column = column;
    this.length = rowsOf(column);
  }

  /** UTF-16 units of all rows. */
  get units(): number {
    return this.#column.ends.at(-1) ?? 0;
  }

  /** Folds what is not folded yet; each step is a block. */
  *fold(): Generator<void, void> {
    for (const block of this.#each()) {
      this.#textOf(block);
      yield;
    }
  }

  /**
   * Marks `hits[row] = 1` for each row whose folded text holds `needle`, which is folded already and has no space in it. A block
   * without a row that is 1 in `among` is passed over; null looks at all. Each step is a block.
   */
  *find(needle: string, among: Uint8Array | null, hits: Uint8Array): Generator<void, void> {
    for (const block of this.#each()) {
      const {from, to} = block;
      if (among !== null && !among.subarray(from, to).includes(1)) continue;
      findInto(this.#textOf(block), needle, hits.subarray(from, to));
      yield;
    }
  }

  *#each(): Generator<Block, void> {
    for (let at = 0, row = 0; row < this.length; at++) {
      const block = (this.#blocks[at] ??= {from: row, to: this.#endOf(row), text: null});
      yield block;
      row = block.to;
    }
  }

  /** Where the block ends that begins with a row. */
  #endOf(from: number): number {
    const last = Math.min(this.length, from + BLOCK_ROWS);
    let to = from;
    for (let units = 0; to < last; to++) {
      units += sizeAt(this.#column, to);
      if (units > BLOCK_UNITS && to > from) break;
    }
    return to;
  }

  #textOf(block: Block): TextColumn {
    return (block.text ??= this.#folded(block.from, block.to));
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
