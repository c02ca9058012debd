import type {ImportReport, Issue, IssueCode} from "../report.ts";
import {csvLine} from "./csvCell.ts";

/** Words for the report, in the reader's language. */
export interface ReportWords {
  header: {
    code: string;
    column: string;
    count: string;
    row: string;
    line: string;
    value: string;
    meaning: string;
    cure: string;
  };
  sums: {rows: string; placed: string; timelineOnly: string; rejected: string};
  meaning: (issue: Issue) => string;
  cure: (code: IssueCode) => string;
}

const SUMS = ["rows", "placed", "timelineOnly", "rejected"] as const;

/**
 * The report as CSV, one line an example: first the sums, which add up, then every cause with the rows that were kept as examples. It
 * begins with a byte order mark, by which spreadsheets know that it is UTF-8.
 */
export function reportCsv(report: ImportReport, words: ReportWords): string {
  const {code, column, count, row, line, value, meaning, cure} = words.header;
  const lines = [[code, column, count, row, line, value, meaning, cure]];
  for (const sum of SUMS) lines.push([sum, "", String(report[sum]), "", "", "", words.sums[sum], ""]);
  for (const issue of report.issues) {
    const said = [words.meaning(issue), words.cure(issue.code)];
    const examples = issue.examples.length > 0 ? issue.examples : [null];
    for (const example of examples)
      lines.push([
        issue.code,
        issue.column ?? "",
        String(issue.count),
        example === null || example.row === 0 ? "" : String(example.row),
        String(example?.line ?? ""),
        example?.value ?? "",
        ...said,
      ]);
  }
  return `\ufeff${lines.map(csvLine).join("")}`;
}
