// @vitest-environment node
import {describe, expect, it} from "vitest";
import {reportCsv, type ReportWords} from "../../../src/data/save/reportCsv.ts";
import type {ImportReport, Issue} from "../../../src/data/report.ts";
import {split} from "../fixture.ts";

const WORDS: ReportWords = {
  header: {
    code: "code",
    column: "column",
    count: "count",
    row: "row",
    line: "line",
    value: "value",
    meaning: "meaning",
    cure: "cure",
  },
  sums: {rows: "all", placed: "on the map", timelineOnly: "on the line", rejected: "left out"},
  meaning: ({code, count}) => `${count} of ${code}`,
  cure: (code) => `mend ${code}`,
};
const report = (issues: Issue[]): ImportReport => ({
  source: {name: "a.csv", bytes: 9},
  format: "csv",
  preset: null,
  mapping: {},
  rows: 10,
  placed: 6,
  timelineOnly: 3,
  rejected: 1,
  issues,
});
const read = (issues: Issue[]) => split(reportCsv(report(issues), WORDS).replace("\ufeff", "").trimEnd());

describe("the report as CSV", () => {
  it("begins with a byte order mark and the sums", () => {
    expect(reportCsv(report([]), WORDS).charCodeAt(0)).toBe(0xfeff);
    expect(read([]).map(({code, count, meaning}) => [code, count, meaning])).toEqual([
      ["rows", "10", "all"],
      ["placed", "6", "on the map"],
      ["timelineOnly", "3", "on the line"],
      ["rejected", "1", "left out"],
    ]);
  });

  it("has a line for each example, with row, line, value and what to do, and one for a cause without any", () => {
    const lines = read([
      {
        code: "bad-date",
        column: "when",
        count: 7,
        examples: [
          {row: 2, line: 5, value: 'a "b", c'},
          {row: 3, value: "x\ny"},
        ],
      },
      {code: "undecodable", count: 4, examples: []},
    ]).slice(4);
    expect(lines).toEqual([
      {
        code: "bad-date",
        column: "when",
        count: "7",
        row: "2",
        line: "5",
        value: 'a "b", c',
        meaning: "7 of bad-date",
        cure: "mend bad-date",
      },
      {
        code: "bad-date",
        column: "when",
        count: "7",
        row: "3",
        line: "",
        value: "x\ny",
        meaning: "7 of bad-date",
        cure: "mend bad-date",
      },
      {
        code: "undecodable",
        column: "",
        count: "4",
        row: "",
        line: "",
        value: "",
        meaning: "4 of undecodable",
        cure: "mend undecodable",
      },
    ]);
  });

  it("holds nothing that a spreadsheet would run", () => {
    const values = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\r=1", "-33.9", "12"];
    const lines = read([
      {code: "bad-number", column: "=x", count: 8, examples: values.map((value, i) => ({row: i + 1, value}))},
    ]);
    const cells = lines.flatMap((line) => Object.values(line));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual(["-33.9"]);
    expect(lines.at(-1)!["value"]).toBe("12");
  });
});
