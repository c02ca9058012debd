/** Why a row, or a cell of it, could not be used as it stands. Worded in `i18n/`. */
export type IssueCode =
  | "no-date"
  | "bad-date"
  | "bad-end"
  | "end-before-start"
  | "no-coordinate"
  | "bad-coordinate"
  | "open-quote"
  | "missing-column";

export interface Issue {
  code: IssueCode;
  column?: string;
  count: number;
  examples: {row: number; value: string}[];
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

  add(code: IssueCode, row: number, column: string, value: string): void {
    const key = `${code}\u0000${column}`;
    let issue = this.#issues.get(key);
    if (issue === undefined) this.#issues.set(key, (issue = {code, column, count: 0, examples: []}));
    issue.count++;
    if (issue.examples.length < EXAMPLES) issue.examples.push({row, value: value.slice(0, VALUE_LENGTH)});
  }

  list(): Issue[] {
    return [...this.#issues.values()];
  }
}
