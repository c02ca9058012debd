import type {IssueCode} from "../report.ts";
import {csvLine} from "../save/csvCell.ts";

/** UTF-16 units of rejected rows that are kept. */
const MOST = 50_000_000;

/** A row that could not be used: where it stands, and a line of CSV that says why and what its cells are. */
export interface RejectedRow {
  row: number;
  line: number;
  text: string;
}

/** The rows that could not be used, as CSV: where they stand, why, and their cells as they came. */
export class RejectedRows {
  readonly rows: RejectedRow[] = [];
  #size = 0;
  #header: string;

  constructor(names: readonly string[]) {
    this.#header = csvLine(["row", "line", "problem", ...names]);
  }

  add(row: number, line: number, code: IssueCode, cells: readonly string[]): void {
    if (this.#size <= MOST) this.addWritten({row, line, text: csvLine([code, ...cells])});
  }

  addWritten(rejected: RejectedRow): void {
    if (this.#size > MOST) return;
    this.#size += placeOf(rejected).length + rejected.text.length;
    this.rows.push(rejected);
  }

  blob(): Blob | null {
    if (this.rows.length === 0) return null;
    const written = this.rows.map((rejected) => placeOf(rejected) + rejected.text);
    return new Blob(["\ufeff", this.#header, ...written], {type: "text/csv"});
  }
}

/** The first two cells. */
const placeOf = ({row, line}: RejectedRow): string => `${row},${line === 0 ? "" : line},`;
