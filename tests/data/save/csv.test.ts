// @vitest-environment node
import fc from "fast-check";
import Papa from "papaparse";
import {describe, expect, it} from "vitest";
import {csvCell, withoutApostrophe} from "../../../src/data/save/csvCell.ts";
import {codesOf, importText} from "../import/read.ts";
import {csvOf} from "./saved.ts";
import {cellText, loadedTable, plainTable} from "./tables.ts";

const parse = (csv: string): string[][] => Papa.parse<string[]>(csv, {delimiter: ",", newline: "\r\n"}).data;
const cells = (csv: string): string[][] => parse(csv).filter((row) => row.length > 1);
/** Signs with which a spreadsheet begins a formula, and what it takes for a number all the same. */
const RUNS = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const isPlainNumber = (text: string) =>
  text !== "" && !Number.isNaN(Number(text.replace(",", "."))) && /^[-+\d.,eE]+$/.test(text);

describe("a cell of a CSV file", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+A1", "'+A1"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\uff1d1", "'\uff1d1"],
    ["\uff0b1", "'\uff0b1"],
    ["\uff0d1", "'\uff0d1"],
    ["\uff20x", "'\uff20x"],
    ["'=1", "''=1"],
    ["-000043-03-15", "'-000043-03-15"],
    ["-33.9", "-33.9"],
    ["+1e5", "+1e5"],
    ["-1,5", "-1,5"],
    ["-", "'-"],
    ["'tis", "'tis"],
    ["a=1", "a=1"],
  ])("%j is written %j", (text, written) => {
    expect(parse(csvCell(text))[0]![0]).toBe(written);
    expect(withoutApostrophe(written)).toBe(text);
  });

  it("never begins as a formula, and is read back as it was, whatever it holds", () => {
    fc.assert(
      fc.property(cellText, (text) => {
        const read = parse(`${csvCell(text)},x`)[0]![0]!;
        expect(RUNS.test(read) && !isPlainNumber(read)).toBe(false);
        expect(withoutApostrophe(read)).toBe(text);
      }),
      {numRuns: 1000},
    );
  });
});

describe("a saved table", () => {
  it("names its columns in the same order always, with what has no role behind", () => {
    const loaded = loadedTable(
      ["extra", "deaths", "title", "lng", "lat", "date"],
      [["x", "3", "One", "44.5", "33.25", "2024-01-31"]],
    );
    expect(csvOf(loaded)).toBe(
      "\ufeffstart,end,date_precision,lat,lon,title,killed,extra\r\n2024-01-31,,day,33.25,44.5,One,3,x\r\n",
    );
  });

  it("holds no cell that a spreadsheet would run, its header included", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cellText, cellText, cellText), {minLength: 1}), cellText, (rows, name) => {
        const header = ["date", "title", "notes", name];
        const loaded = loadedTable(
          header,
          rows.map((texts) => ["-000043-03-15", ...texts]),
        );
        for (const row of cells(csvOf(loaded)))
          for (const cell of row) expect(RUNS.test(cell) && !isPlainNumber(cell)).toBe(false);
      }),
    );
  });

  it("is known again however many semicolons its texts hold", async () => {
    const rows = Array.from({length: 30}, (_, i) => ["2024-01-31", `${i}${"; a".repeat(40)}`]);
    const back = await importText(csvOf(loadedTable(["date", "title"], rows)));
    expect(back.file.delimiter).toBe(",");
    expect(back.report).toMatchObject({preset: "dateline", rows: 30, rejected: 0});
  });

  it("is known again where its first rows look like HXL tags, or its columns are years", async () => {
    const header = ["date", "title", "notes", "2019", "2020", "2021", "2022"];
    const rows = [
      ["2024-01-31", "#event", "#meta", "1", "2", "3", "4"],
      ["2024-02-01", "#geo+lat", "#date", "5", "6", "7", "8"],
    ];
    const back = await importText(csvOf(loadedTable(header, rows)));
    expect(back.report).toMatchObject({preset: "dateline", rows: 2, rejected: 0});
    expect(codesOf(back)).toEqual({});
    expect(Object.keys(back.columns.others).filter((name) => /\d/.test(name))).toEqual([
      "2019",
      "2020",
      "2021",
      "2022",
    ]);
  });

  it("is read as well after a spreadsheet has written its dates and numbers in its own way", async () => {
    const semicolons = [
      "start;end;date_precision;lat;lon;title;killed",
      "31/01/2024;02/02/2024;day;33,25;44,5;'=One;1 200",
      "1914;;year;;;Two;",
    ].join("\r\n");
    const back = await importText(semicolons);
    expect(back.report).toMatchObject({preset: "dateline", rows: 2, rejected: 0, placed: 1});
    const {start, end, numbers, places, texts} = back.columns;
    expect([...start].map((time) => new Date(time).toISOString().slice(0, 10))).toEqual(["1914-01-01", "2024-01-31"]);
    expect(new Date(end[1]!).toISOString()).toBe("2024-02-03T00:00:00.000Z");
    expect([places.lat[0], places.lon[0], numbers["killed"]![1]]).toEqual([33.25, 44.5, 1200]);
    expect(texts["title"]!.joined).toBe("Two=One");
  });

  it("takes no other table for one of ours: apostrophes there are the table's own", async () => {
    const back = await importText("date,title\n2024-01-31,'=One\n2024-02-01,Two\n");
    expect(back.report.preset).toBeNull();
    expect(plainTable(back.columns).texts.find(([name]) => name === "title")![1]).toEqual(["'=One", "Two"]);
  });

  it("tells names that are taken apart, and calls them the same when saved again", async () => {
    const rows = [["2024-01-31", "One", "a", "b", "c"]];
    const mapping = {start: "when", title: "headline"};
    const first = loadedTable(["when", "headline", "title", "Country", "date precision"], rows, {mapping});
    const header = csvOf(first).slice(1).split("\r\n")[0]!;
    expect(header).toBe("start,end,date_precision,title,title (2),Country (2),date precision (2)");
    const back = await importText(csvOf(first));
    expect(Object.keys(back.columns.others).sort()).toEqual(["Country (2)", "date precision (2)", "title (2)"]);
    const again = loadedTable(["date", "title", "title (2)", "Country (2)", "date precision (2)"], rows);
    expect(csvOf(again).slice(1).split("\r\n")[0]).toBe(header);
  });
});
