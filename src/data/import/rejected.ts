import type {IssueCode} from "../report.ts";
import {csvLine} from "../save/csvCell.ts";

/** UTF-16 units of rejected rows that are kept. */
const MOST = 50_000_000;

/** The rows that could not be used, as CSV: where they stand, why, and their cells as they came. */
export class RejectedRows {
  #parts: string[] = [];
  #size = 0;
  #header: string;

  constructor(names: readonly string[]) {
    this.#header = csvLine(["row", "line", "problem", ...names]);
  }

  add(row: number, line: number, code: IssueCode, cells: readonly string[]): void {
    if (this.#size > MOST) return;
    const text = csvLine([String(row), line === 0 ? "" : String(line), code, ...cells]);
    this.#size += text.length;
    this.#parts.push(text);
  }

  blob(): Blob | null {
    return this.#parts.length === 0 ? null : new Blob(["\ufeff", this.#header, ...this.#parts], {type: "text/csv"});
  }
}
