import type {Fields} from "../../formats/bytes/fields.ts";
import {Dictionary} from "./dictionary.ts";

/** What the texts of some columns say of a row, worked out once for each text, or for each row where several columns have a say. */
export class CellFacts {
  #columns: readonly number[];
  #say: (cells: readonly string[]) => number;
  #dictionaries: readonly Dictionary[];
  #known: number[] = [];

  /** `say` gets cells that are filled at `columns` only. */
  constructor(columns: readonly number[], say: (cells: readonly string[]) => number) {
    this.#columns = [...new Set(columns)].filter((column) => column !== -1);
    this.#say = say;
    this.#dictionaries = this.#columns.map(() => new Dictionary());
    if (this.#columns.length === 0) this.#known[0] = say([]);
  }

  of({bytes, left, right}: Fields): number {
    const columns = this.#columns;
    if (columns.length === 0) return this.#known[0];
    const cells: string[] = [];
    let code = 0;
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i];
      code = this.#dictionaries[i].codeOf(bytes, left[column], right[column]);
      if (columns.length === 1 && code in this.#known) return this.#known[code];
      cells[column] = this.#dictionaries[i].text(code);
    }
    const said = this.#say(cells);
    if (columns.length === 1) this.#known[code] = said;
    return said;
  }
}
