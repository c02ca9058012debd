import type {ImportReport, Issue, IssueCode} from "../data/report.ts";

const REJECTING: readonly IssueCode[] = ["no-date", "bad-date", "unreal-date", "bad-record"];
const UNPLACED: readonly IssueCode[] = [
  "no-coordinate",
  "bad-coordinate",
  "zero-coordinate",
  "out-of-range",
  "projected",
  "country-only",
];
const NO_RECORDS: readonly IssueCode[] = [
  "blank-row",
  "title-row",
  "tag-row",
  "empty-record",
  "left-out-file",
  "left-out-column",
];

/** What a cause does to a row, worst first. */
export const EFFECTS = ["rejected", "timelineOnly", "changed", "notCounted"] as const;
export type Effect = (typeof EFFECTS)[number];

export const effectOf = (code: IssueCode): Effect =>
  REJECTING.includes(code)
    ? "rejected"
    : UNPLACED.includes(code)
      ? "timelineOnly"
      : NO_RECORDS.includes(code)
        ? "notCounted"
        : "changed";

/** All issues of one cause, over the columns they were met in. */
export interface Cause {
  code: IssueCode;
  effect: Effect;
  count: number;
  columns: readonly string[];
  examples: readonly {row: number; line?: number; column: string; value: string}[];
}

/** The issues of a report by cause: those that cost most first, then the more frequent. */
export function causesOf(issues: readonly Issue[]): Cause[] {
  const byCode = new Map<IssueCode, Issue[]>();
  for (const issue of issues) byCode.set(issue.code, [...(byCode.get(issue.code) ?? []), issue]);
  const causes = [...byCode].map(([code, own]): Cause => ({
    code,
    effect: effectOf(code),
    count: own.reduce((sum, {count}) => sum + count, 0),
    columns: own.map(({column}) => column ?? "").filter((column) => column !== ""),
    examples: own
      .flatMap(({column = "", examples}) => examples.map((example) => ({...example, column})))
      .sort((a, b) => a.row - b.row),
  }));
  return causes.sort((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) || b.count - a.count);
}

/** What is well, and worth saying so. */
export function goodNews(report: ImportReport): ("noDuplicates" | "allUsed" | "allPlaced")[] {
  const hasId = report.mapping["id"] !== undefined;
  const duplicates = report.issues.some(({code}) => code === "duplicate-id");
  return [
    ...(report.rows > 0 && report.placed === report.rows
      ? (["allPlaced"] as const)
      : report.rows > 0 && report.rejected === 0
        ? (["allUsed"] as const)
        : []),
    ...(hasId && !duplicates && report.rows > 0 ? (["noDuplicates"] as const) : []),
  ];
}
