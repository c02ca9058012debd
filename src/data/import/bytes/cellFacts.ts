import type {ByteRecords} from "../../formats/bytes/byteRecords.ts";
import {TOGETHER} from "../../formats/bytes/byteRecords.ts";
import {Dictionary} from "./dictionary.ts";

/** What the texts of some columns say of a row, worked out once for each text, or for each row where several columns have a say. */
export class CellFacts {
  #columns: readonly number[];
  #say: (cells: readonly string[]) => number;
  #dictionaries: readonly Dictionary[];
  #codes = new Uint32Array(TOGETHER);
  /** What the texts of the column, where it is one, say by their codes; where there is none, what all rows say. */
  #known: number[] = [];

  /** `say` gets cells that are filled at `columns` only. */
  constructor(columns: readonly number[], say: (cells: readonly string[]) => number) {
    this.#columns = [...new Set(columns)].filter((column) => column !== -1);
    this.#say = say;
    this.#dictionaries = this.#columns.map(() => new Dictionary());
    if (this.#columns.length === 0) this.#known[0] = say([]);
  }

  /** Whether it says the same of every row; that, else null. */
  get always(): number | null {
    return this.#columns.length === 0 ? this.#known[0] : null;
  }

  /** Writes what records `[from, to)` say to `facts` from `at` on. */
  write(records: ByteRecords, from: number, to: number, facts: Uint8Array | Int8Array, at: number): void {
    const count = to - from;
    if (this.#columns.length === 0) facts.fill(this.#known[0], at, at + count);
    else if (this.#columns.length > 1) for (let i = 0; i < count; i++) facts[at + i] = this.#said(records, from + i);
    else {
      const codes = this.#codes;
      const known = this.#known;
      this.#dictionaries[0].codesOf(records, this.#columns[0], from, to, codes, 0);
      for (let i = 0; i < count; i++) facts[at + i] = known[codes[i]] ??= this.#said(records, from + i);
    }
  }

  #said({view, first, left, right}: ByteRecords, record: number): number {
    const cells: string[] = [];
    this.#columns.forEach((column, i) => {
      const texts = this.#dictionaries[i];
      const cell = first[record] + column;
      cells[column] = texts.text(texts.codeOf(view, left[cell], right[cell]));
    });
    return this.#say(cells);
  }
}
