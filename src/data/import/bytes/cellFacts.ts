import {TOGETHER, type ByteRecords} from "../../formats/bytes/byteRecords.ts";
import {Dictionary} from "./dictionary.ts";

/** A column whose codes are written before what they say is asked for, row for row. */
interface Coded {
  column: number;
  store: unknown;
  codes: Uint32Array;
}

/** What the texts of some columns say of a row, worked out once for each text, or for each row where several columns have a say. */
export class CellFacts {
  #columns: readonly number[];
  #say: (cells: readonly string[]) => number;
  #dictionaries: readonly Dictionary[];
  #coded: Coded | undefined;
  #codes = new Uint32Array(TOGETHER);
  /** What the texts of the column, where it is one, say by their codes; where there is none, what all rows say. */
  #known: number[] = [];

  /** `say` gets cells that are filled at `columns` only; one of these may be `coded` already, in a dictionary of its own. */
  constructor(columns: readonly number[], say: (cells: readonly string[]) => number, coded: readonly Coded[] = []) {
    this.#columns = [...new Set(columns)].filter((column) => column !== -1);
    this.#say = say;
    this.#coded = this.#columns.length === 1 ? coded.find(({column}) => column === this.#columns[0]) : undefined;
    this.#dictionaries = this.#columns.map(() => (this.#coded?.store as Dictionary | undefined) ?? new Dictionary());
    if (this.#columns.length === 0) this.#known[0] = say([]);
  }

  /** Writes what records `[from, to)` say to `facts` from `at` on, where the codes of a coded column stand in it too. */
  write(records: ByteRecords, from: number, to: number, facts: Uint8Array | Int8Array, at: number): void {
    const count = to - from;
    if (this.#columns.length === 0) facts.fill(this.#known[0], at, at + count);
    else if (this.#columns.length > 1) for (let i = 0; i < count; i++) facts[at + i] = this.#said(records, from + i);
    else if (this.#coded !== undefined) this.#look(this.#coded.codes, at, count, facts, at);
    else {
      this.#dictionaries[0].codesOf(records, this.#columns[0], from, to, this.#codes, 0);
      this.#look(this.#codes, 0, count, facts, at);
    }
  }

  /** Writes what texts say whose codes stand in `codes`. */
  #look(codes: Uint32Array, from: number, count: number, facts: Uint8Array | Int8Array, at: number): void {
    const known = this.#known;
    for (let i = 0; i < count; i++) {
      const code = codes[from + i];
      facts[at + i] = known[code] ??= this.#sayOf([this.#dictionaries[0].text(code)]);
    }
  }

  #said({view, first, left, right}: ByteRecords, record: number): number {
    return this.#sayOf(
      this.#columns.map((column, i) => {
        const texts = this.#dictionaries[i];
        const cell = first[record] + column;
        return texts.text(texts.codeOf(view, left[cell], right[cell]));
      }),
    );
  }

  /** What the texts of the columns say. */
  #sayOf(texts: readonly string[]): number {
    const cells: string[] = [];
    this.#columns.forEach((column, i) => (cells[column] = texts[i]));
    return this.#say(cells);
  }
}
