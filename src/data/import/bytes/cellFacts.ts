import type {Fields} from "../../formats/bytes/fields.ts";
import {Dictionary} from "./dictionary.ts";

/** What the texts of some columns say of a row, worked out once for each text, or for each row where several columns have a say. */
export class CellFacts {
  #columns: readonly number[];
  #say: (cells: readonly string[]) => number;
  #dictionaries: readonly Dictionary[];
  #known: number[] = [];
  /** The column, where it is one. */
  #only: number;

  /** `say` gets cells that are filled at `columns` only. */
  constructor(columns: readonly number[], say: (cells: readonly string[]) => number) {
    this.#columns = [...new Set(columns)].filter((column) => column !== -1);
    this.#say = say;
    this.#dictionaries = this.#columns.map(() => new Dictionary());
    this.#only = this.#columns.length === 1 ? this.#columns[0] : -1;
    if (this.#columns.length === 0) this.#known[0] = say([]);
  }

  of(fields: Fields): number {
    const known = this.#known;
    const only = this.#only;
    if (only === -1) return this.#columns.length === 0 ? known[0] : this.#saidOf(fields);
    const code = this.#dictionaries[0].codeOf(fields.bytes, fields.left[only], fields.right[only]);
    return (known[code] ??= this.#saidOf(fields));
  }

  #saidOf({bytes, left, right}: Fields): number {
    const cells: string[] = [];
    this.#columns.forEach((column, i) => {
      const texts = this.#dictionaries[i];
      cells[column] = texts.text(texts.codeOf(bytes, left[column], right[column]));
    });
    return this.#say(cells);
  }
}
