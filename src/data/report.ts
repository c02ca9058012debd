/** Why a row, or a cell of it, could not be used as it stands. Worded in `i18n/`. */
export type IssueCode =
  // The row is rejected.
  | "no-date"
  | "bad-date"
  /** A day that no calendar has, such as 30 February. */
  | "unreal-date"
  | "bad-record"
  // The row stays, on the timeline only.
  | "no-coordinate"
  | "bad-coordinate"
  | "zero-coordinate"
  | "out-of-range"
  | "projected"
  | "country-only"
  // The row stays as it is; something in it was left out or assumed.
  | "bad-end"
  | "end-before-start"
  | "bad-number"
  | "bad-link"
  | "short-row"
  | "long-row"
  | "long-cell"
  | "error-cell"
  | "open-quote"
  | "stray-quote"
  | "nul-character"
  | "undecodable"
  | "duplicate-id"
  | "missing-column"
  | "mixed-date-order"
  | "other-date"
  | "near-pole"
  | "geometry-reduced"
  | "other-crs"
  | "repeats"
  // Not a record: counted in no sum.
  | "blank-row"
  | "title-row"
  | "tag-row"
  | "empty-record"
  /** One of several files that could not be read. */
  | "left-out-file"
  /** Columns without a role that are too large to be kept in memory. */
  | "left-out-column";

export interface Issue {
  code: IssueCode;
  column?: string;
  count: number;
  /** `row` is the number of the record from 1; `line` is where it stands in the file, where the format has lines or rows. */
  examples: {row: number; line?: number; value: string}[];
}

/** Says what became of every row: `rows = placed + timelineOnly + rejected`, always. */
export interface ImportReport {
  source: {name: string; url?: string; bytes: number};
  format: string;
  preset: string | null;
  mapping: Record<string, unknown>;
  rows: number;
  placed: number;
  timelineOnly: number;
  rejected: number;
  issues: Issue[];
}

const EXAMPLES = 100;
const VALUE_LENGTH = 200;

/** Counts issues by code and column and keeps the first 100 examples of each; never an object a row. */
export class Issues {
  #issues = new Map<string, Issue>();

  /** The one noted last. */
  latest: IssueCode = "bad-record";

  add(code: IssueCode, row: number, column: string, value: string, line = 0): void {
    this.latest = code;
    const key = `${code}\u0000${column}`;
    let issue = this.#issues.get(key);
    if (issue === undefined) this.#issues.set(key, (issue = {code, column, count: 0, examples: []}));
    issue.count++;
    if (issue.examples.length < EXAMPLES)
      issue.examples.push({row, ...(line > 0 ? {line} : {}), value: value.slice(0, VALUE_LENGTH)});
  }

  list(): Issue[] {
    return [...this.#issues.values()];
  }
}
