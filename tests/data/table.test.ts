// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {DATE_PRECISIONS} from "../../src/data/calendar.ts";
import {CERTAINTIES, SERIES} from "../../src/data/dataset.ts";
import {at, csvOf, datasetOf, DAY, parsed, rowsOf} from "./fixture.ts";

const iso = (time: number) => new Date(time).toISOString().slice(0, 16);
const ends = (csv: string, story = {}) => {
  const {columns} = parsed(csv, story);
  return [iso(columns.start[0]!), iso(columns.end[0]!), DATE_PRECISIONS[columns.datePrecision[0]!]];
};

describe("a table", () => {
  it("is sorted by start, rows of one start as they came, with every cell of a row together", () => {
    const row = fc.tuple(fc.nat(10), fc.constantFrom("x", "y", ""), fc.option(fc.nat(99), {nil: null}));
    fc.assert(
      fc.property(fc.array(row, {minLength: 1, maxLength: 50}), (rows) => {
        const cells = rows.map(([day, actor, killed], i) => [`2023-10-${10 + day}`, `t${i}`, actor, `${killed ?? ""}`]);
        const dataset = datasetOf(csvOf(["start", "title", "actor", "killed"], cells));
        const expected = rows.map((row, i) => ({row, i})).sort((a, b) => a.row[0] - b.row[0] || a.i - b.i);
        expect(
          rowsOf(dataset).map((row) => [
            iso(dataset.columns.start[row]!),
            dataset.columns.row[row],
            dataset.text("title", row),
            dataset.text("actor", row),
            dataset.number("killed", row),
          ]),
        ).toEqual(expected.map(({row, i}) => [`2023-10-${10 + row[0]}T00:00`, i + 1, `t${i}`, row[1], row[2] ?? NaN]));
      }),
    );
  });

  it("leaves out rows without a start, says why, and keeps the numbers of the others", () => {
    const {columns, report} = parsed("date,title\n2023-10-18,b\n,none\n2023-02-30,never\n2023-10-17,a\nAttack 7,no");
    expect([...columns.row]).toEqual([4, 1]);
    expect(report.rejected).toBe(3);
    expect(report.issues).toEqual([
      {code: "no-date", column: "date", count: 1, examples: [{row: 2, value: ""}]},
      {
        code: "bad-date",
        column: "date",
        count: 2,
        examples: [
          {row: 3, value: "2023-02-30"},
          {row: 5, value: "Attack 7"},
        ],
      },
    ]);
  });

  it("of no usable row has a day to show", () => {
    const {columns, extent} = parsed("start\nnever");
    expect([columns.length, ...extent]).toEqual([0, 0, DAY]);
  });
});

describe("the end of an event", () => {
  it.each([
    ["2023-10-17,", "2023-10-18T00:00"],
    ["2023-10-17,2023-10-19", "2023-10-20T00:00"],
    ["2023-10-17,2023-10", "2023-11-01T00:00"],
    ["2023-10-17,2023", "2024-01-01T00:00"],
    ["2023-10-17,2023-10-17T05:00", "2023-10-17T05:00"],
    ["2023-10-17T04:15,", "2023-10-17T04:16"],
    ["2023-10-17T04,", "2023-10-17T05:00"],
    ["2023-10-17T04:15,2023-10-17", "2023-10-18T00:00"],
    ["2023-10-17T04:15,2023-10-18T01:00", "2023-10-18T01:00"],
    ["2023-10,", "2023-11-01T00:00"],
    ["2023,", "2024-01-01T00:00"],
  ])("of %s is %s", (cells, end) => {
    expect(ends(`start,end\n${cells}`)[1]).toBe(end);
  });

  it("is the natural one, with an issue, when it is stated before the start or cannot be read", () => {
    const {columns, report} = parsed("start,end\n2023-10-17,2023-10-16\n2023-10-18,2023-10\n2023-10-19,soon");
    expect([...columns.end].map(iso)).toEqual(["2023-10-18T00:00", "2023-11-01T00:00", "2023-10-20T00:00"]);
    expect(report.issues.map(({code, count}) => [code, count])).toEqual([
      ["end-before-start", 1],
      ["bad-end", 1],
    ]);
  });

  it("is always after the start", () => {
    const time = fc.constantFrom(
      "2023",
      "2023-10",
      "2023-10-17",
      "2023-10-17T04",
      "2023-10-17T04:15",
      "2023-10-17T04:30",
    );
    fc.assert(
      fc.property(time, fc.option(time, {nil: ""}), (start, end) => {
        const {columns} = parsed(`start,end\n${start},${end}`);
        expect(columns.end[0]!).toBeGreaterThan(columns.start[0]!);
      }),
    );
  });
});

describe("how closely a date is known", () => {
  it("is what the table says, else what the text gives", () => {
    const csv = (cells: string) => `start,date_precision\n${cells}`;
    expect(ends(csv("2023-10-17,month"))).toEqual(["2023-10-17T00:00", "2023-11-01T00:00", "month"]);
    expect(ends(csv("2023-10-17,week"))).toEqual(["2023-10-17T00:00", "2023-10-24T00:00", "week"]);
    expect(ends(csv("2023-10-17,roughly"))).toEqual(["2023-10-17T00:00", "2023-10-18T00:00", "day"]);
    expect(ends(csv("2023,"))).toEqual(["2023-01-01T00:00", "2024-01-01T00:00", "year"]);
  });
});

describe("instants of several zones in one table", () => {
  it("are put on the clock of the story, and sort with dates that are never shifted", () => {
    const csv = csvOf(
      ["start", "title"],
      [
        ["2023-10-17T22:00Z", "at one in the morning of the 18th"],
        ["2023-10-18", "some time on the 18th"],
        ["2023-10-17T23:30+03:00", "half past eleven at night of the 17th"],
        ["2023-10-17T23:45", "a quarter to midnight of the 17th"],
      ],
    );
    const dataset = datasetOf(csv, {timezone: "Asia/Baghdad"});
    expect(rowsOf(dataset).map((row) => [iso(dataset.columns.start[row]!), dataset.columns.row[row]])).toEqual([
      ["2023-10-17T23:30", 3],
      ["2023-10-17T23:45", 4],
      ["2023-10-18T00:00", 2],
      ["2023-10-18T01:00", 1],
    ]);
    expect([...dataset.extent]).toEqual([at("2023-10-17"), at("2023-10-19")]);
  });
});

describe("the extent of a table", () => {
  it("holds the first day of every row that is not background", () => {
    const csv = "start,end,scope\n2020-01-01,,background\n2023-10-17,2023-12-31,core\n2023-11-02T04:15,,core";
    const {extent} = parsed(csv, {mapping: {start: "start", end: "end"}, background: {scope: ["background"]}});
    expect([...extent]).toEqual([at("2023-10-17"), at("2023-11-03")]);
  });

  it("holds all rows when every one is background", () => {
    const {extent} = parsed("start,scope\n2020-01-01,b\n2020-01-05,b", {background: {scope: ["b"]}});
    expect([...extent]).toEqual([at("2020-01-01"), at("2020-01-06")]);
  });
});

describe("what a row is drawn as", () => {
  const story = {
    mapping: {start: "start", certainty: "status"},
    series: {
      primary: {where: {kind: ["attack", "interception"], side: ["them"]}},
      counter: {where: {kind: ["strike"]}},
    },
    background: {scope: ["background"]},
    certainty: {us: "official", press: "media"} as const,
  };
  const csv = csvOf(
    ["start", "kind", "side", "scope", "status"],
    [
      ["2023-10-01", "attack", "them", "core", "us"],
      ["2023-10-02", " interception ", "them", " background ", " press "],
      ["2023-10-03", "attack", "us", "", "claim"],
      ["2023-10-04", "strike", "them", "", "rumour"],
      ["2023-10-05", "constructor", "__proto__", "toString", "__proto__"],
    ],
  );
  const {columns} = parsed(csv, story);

  it("follows the story's conditions, each column holding one of its values", () => {
    expect([...columns.series].map((code) => SERIES[code])).toEqual([
      "primary",
      "primary",
      "context",
      "counter",
      "context",
    ]);
    expect([...columns.background]).toEqual([0, 1, 0, 0, 0]);
  });

  it("takes certainty from the story's table, from its own names, and else counts it official", () => {
    expect([...columns.certainty].map((code) => CERTAINTIES[code])).toEqual([
      "official",
      "media",
      "claim",
      "official",
      "official",
    ]);
  });

  it("is primary for every row of a story that says nothing", () => {
    expect([...parsed("start,kind\n2023-10-01,a\n2023-10-02,b").columns.series]).toEqual([0, 0]);
  });

  it("is no number where a number is not given, never 0", () => {
    const csv =
      "start,killed\n2023-10-01,\n2023-10-01,3\n2023-10-01,0\n2023-10-01,about 5\n2023-10-01,Infinity\n2023-10-01,2.5";
    expect([...parsed(csv).columns.numbers["killed"]!]).toEqual([NaN, 3, 0, NaN, NaN, 2.5]);
  });
});
