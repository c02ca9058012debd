// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {parseEvents, parseTable} from "../../src/data/parse.ts";
import {Dataset} from "../../src/data/dataset.ts";
import type {StoryFile} from "../../src/data/story.ts";
import {mappingOf} from "./guess.ts";
import {csvOf, rowsOf, storyOf, utf8} from "./fixture.ts";

const headerOf = (csv: string) =>
  csv
    .replace(/^\ufeff?(sep=.\r?\n)?\s*/i, "")
    .split(/[\r\n]/, 1)[0]!
    .split(/[,;\t:|]/)
    .map((name) => name.replaceAll('"', ""));

const parsed = (csv: string, story: Partial<StoryFile> = {}) =>
  parseEvents({
    name: "events.csv",
    bytes: utf8(csv),
    sites: null,
    story: storyOf({mapping: mappingOf(headerOf(csv)), ...story}),
  });

async function datasetOf(csv: string, story: Partial<StoryFile> = {}) {
  const {columns, extent} = await parsed(csv, story);
  return new Dataset(columns, extent);
}

const titles = async (csv: string) => {
  const dataset = await datasetOf(csv);
  return rowsOf(dataset).map((row) => dataset.text("title", row));
};

describe("a table of events", () => {
  it.each([
    ["a byte order mark", "\ufeffstart,title\n2023-10-17,x"],
    ["semicolons", "start;title\n2023-10-17;x"],
    ["tabs", "start\ttitle\n2023-10-17\tx"],
    ["a sep= line", "sep=;\nstart;title\n2023-10-17;x"],
    ["a byte order mark and a sep= line", "\ufeffSEP=;\r\nstart;title\r\n2023-10-17;x\r\n"],
    ["a delimiter that only its sep= line tells", "sep=:\nstart:title\n2023-10-17:x"],
    ["Windows line ends", "start,title\r\n2023-10-17,x\r\n"],
    ["empty lines", "\n\nstart,title\n\n2023-10-17,x\n,\n  \n\n"],
    ["a short row", "start,title,lat,lon\n2023-10-17,x"],
    ["a long row", "start,title\n2023-10-17,x,y,z,,,"],
    ["everything in quotes", '"start","title"\n"2023-10-17","x"'],
    ["spaces around cells", "start,title\n 2023-10-17 , x "],
  ])("may have %s", async (_, csv) => {
    expect(await titles(csv)).toEqual(["x"]);
  });

  it("may have line breaks, delimiters and quotes in quoted cells", async () => {
    expect(await titles('start,title\n2023-10-17,"a, ""b""\nc"\n2023-10-18,d')).toEqual(['a, "b"\nc', "d"]);
  });

  it("gives any text back as it was, less the spaces around it", async () => {
    const cell = fc.string({unit: fc.constantFrom("a", '"', ",", "\n", ";", "'", "é", "ب", "=", "\t", " ")});
    await fc.assert(
      fc.asyncProperty(fc.array(cell, {minLength: 1, maxLength: 8}), async (values) => {
        const csv = csvOf(
          ["start", "title", "end"],
          values.map((value) => ["2023-10-17", value, ""]),
        );
        expect(await titles(csv)).toEqual(values.map((value) => value.trim()));
      }),
      {numRuns: 150},
    );
  });

  it("says where a quote was left open", async () => {
    const {report} = await parsed('start,title\n2023-10-17,x\n2023-10-18,"open\n2023-10-19,lost\n2023-10-20,lost');
    expect(report.rows).toBe(2);
    expect(report.issues).toMatchObject([{code: "open-quote", count: 1, examples: [{row: 2}]}]);
    expect(report.issues[0]!.examples[0]!.value).toContain("open");
  });

  it("may name its columns and values after what objects are born with", async () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "isPrototypeOf"];
    const csv = csvOf(["start", "status", ...names], [["2023-10-17", "claim", ...names]]);
    const dataset = await datasetOf(csv, {mapping: {start: "start", certainty: "status"}, facets: names});
    expect(names.map((name) => dataset.text(name, 0))).toEqual(names);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("without a column of dates is refused by name", async () => {
    await expect(parsed("a,b\n1,2")).rejects.toThrow("no-start-column");
    await expect(parsed("<!doctype html>\n<title>Sign in</title>")).rejects.toThrow("no-start-column");
  });

  it.each(["", "\n\n", "\ufeff", "sep=;\n", "  \n \n"])("of nothing, %j, is refused by name", async (csv) => {
    await expect(parsed(csv)).rejects.toThrow("empty-file");
  });

  it("names the columns of its story that it lacks", async () => {
    const {report} = await parsed("start\n2023-10-17", {mapping: {start: "start", title: "headline", lat: "y"}});
    expect(report.issues.filter(({code}) => code === "missing-column").map(({column}) => column)).toEqual([
      "headline",
      "y",
    ]);
  });
});

describe("the report of a table", () => {
  it("has each row placed, on the timeline only, or rejected", async () => {
    const cell = {
      start: fc.constantFrom("2023-10-17", "", "never", "2023", "2023-02-30"),
      lat: fc.constantFrom("33", "", "x", "91"),
      lon: fc.constantFrom("44", "", "181"),
      precision: fc.constantFrom("", "country", "city"),
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record(cell), {maxLength: 40}), async (rows) => {
        const {report, columns} = await parsed(
          csvOf(
            ["start", "lat", "lon", "place_precision", "title"],
            rows.map(({start, lat, lon, precision}) => [start, lat, lon, precision, "t"]),
          ),
        );
        const usable = rows.filter(({start}) => start === "2023-10-17" || start === "2023");
        const placed = usable.filter(
          ({lat, lon, precision}) => lat === "33" && lon === "44" && precision !== "country",
        );
        expect(report).toMatchObject({
          rows: rows.length,
          placed: placed.length,
          timelineOnly: usable.length - placed.length,
          rejected: rows.length - usable.length,
        });
        expect(columns.length).toBe(usable.length);
      }),
    );
  });

  it("says what was read, from where, and as what", async () => {
    const bytes = utf8("date,y,x\n2023-10-17,33,44");
    const url = "https://example.org/a.csv";
    const mapping = {start: "date", lat: "y", lon: "x"};
    const {report} = await parseEvents({name: "a.csv", url, bytes, sites: null, story: storyOf({mapping})});
    expect(report).toEqual({
      source: {name: "a.csv", url, bytes: 25},
      format: "csv",
      preset: null,
      mapping: {start: "date", lat: "y", lon: "x"},
      rows: 1,
      placed: 1,
      timelineOnly: 0,
      rejected: 0,
      issues: [],
    });
  });

  it("keeps a hundred examples of a fault, cut short, and counts all", async () => {
    const long = "x".repeat(1000);
    const {report} = await parsed(`start\n${Array.from({length: 250}, () => long).join("\n")}`);
    expect(report.issues).toMatchObject([{code: "bad-date", count: 250}]);
    expect(report.issues[0]!.examples).toHaveLength(100);
    expect(report.issues[0]!.examples[99]).toEqual({row: 100, value: "x".repeat(200)});
  });
});

describe("any other table", () => {
  it("is rows of cells, the header first", async () => {
    expect(await parseTable(utf8('\ufeffid,note\na,"x, y"\n\nb\n'))).toEqual([["id", "note"], ["a", "x, y"], ["b"]]);
    expect(await parseTable(utf8("sep=;\nid;n\na,b;2"))).toEqual([
      ["id", "n"],
      ["a,b", "2"],
    ]);
    expect(await parseTable(utf8(""))).toEqual([]);
  });
});
