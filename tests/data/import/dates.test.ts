// @vitest-environment node
import {describe, expect, it} from "vitest";
import {number, oneSheet, row, text} from "../formats/workbookFixture.ts";
import {codesOf, counted, importText, rowsOf} from "./read.ts";

const WHEN = ["start", "end", "precision"];
/** A table of one column of dates, and what else stands beside them. */
const dates = (...cells: string[]) => `id,date\n${cells.map((cell, i) => `${i},"${cell}"`).join("\n")}\n`;
const starts = async (...cells: string[]) => rowsOf(await importText(dates(...cells)), ["start"]).flat();

describe("the order of day and month", () => {
  it("is day first where a day proves it, for every row", async () => {
    const output = await importText(dates("01/02/2024", "3/4/2024", "31/12/2023"));
    expect(rowsOf(output, ["start"]).flat()).toEqual(["2024-02-01", "2024-04-03", "2023-12-31"]);
    expect(output.understanding).toMatchObject({doubts: [], reading: {dates: {order: "dmy"}}});
    expect(output.understanding.roles.start!.readAs).toMatchObject({settledBy: "31/12/2023", ambiguous: false});
  });

  it("is month first where a day proves it, padded or not", async () => {
    expect(await starts("1/2/2024", "03/04/2024", "12/31/2023")).toEqual(["2024-01-02", "2024-03-04", "2023-12-31"]);
  });

  it("is asked about where nothing proves it, and can be told", async () => {
    const table = dates("1/2/2024", "3/4/2024");
    const output = await importText(table);
    expect(output.understanding.doubts).toEqual(["date-order"]);
    expect(output.understanding.assumptions).toContainEqual({code: "date-order", order: "dmy", example: "1/2/2024"});
    expect(output.sure).toBe(false);
    const told = await importText(table, "t.csv", {reading: {dates: {order: "mdy"}}});
    expect(rowsOf(told, ["start"]).flat()).toEqual(["2024-01-02", "2024-03-04"]);
    expect(told.understanding.doubts).toEqual([]);
  });

  it("that contradicts itself is asked about; what fits one order only is read in that one", async () => {
    const output = await importText(dates("13/01/2024", "01/25/2024", "14/01/2024"));
    expect(rowsOf(output, ["start"]).flat()).toEqual(["2024-01-13", "2024-01-25", "2024-01-14"]);
    expect(output.understanding.doubts).toEqual(["date-order"]);
    expect(codesOf(output)).toEqual({"mixed-date-order": 1});
  });

  it("is settled by a row far below the sample as well", async () => {
    const many = Array.from({length: 4000}, (_, i) => `${(i % 12) + 1}/${(i % 9) + 1}/2023`);
    const output = await importText(dates(...many, "5/28/2023"));
    expect(output.understanding).toMatchObject({doubts: [], reading: {dates: {order: "mdy"}}});
    expect(rowsOf(output, ["start"]).slice(-2)).toEqual([["2023-04-04"], ["2023-05-28"]]);
  });
});

describe("the precision of a date", () => {
  it.each([
    ["2024-01-28", "2024-01-28", "2024-01-29", "day"],
    ["2024-02", "2024-02-01", "2024-03-01", "month"],
    ["2024", "2024-01-01", "2025-01-01", "year"],
    ["28 January 2024", "2024-01-28", "2024-01-29", "day"],
    ["Jan 28, 2024", "2024-01-28", "2024-01-29", "day"],
    ["28-Jan-24", "2024-01-28", "2024-01-29", "day"],
    ["January 2024", "2024-01-01", "2024-02-01", "month"],
    ["2024-01-28 14:05", "2024-01-28T14:05", "2024-01-28T14:06", "minute"],
    ["2024-01-28T14:05:09", "2024-01-28T14:05", "2024-01-28T14:05", "second"],
    ["2024-01-28T23:30:00-05:00", "2024-01-29T04:30", "2024-01-29T04:30", "second"],
    ["1914-1918", "1914-01-01", "1919-01-01", "range"],
    ["2024-01-28/2024-02-02", "2024-01-28", "2024-02-03", "range"],
    ["44 BC", "-000043-01-01", "-000042-01-01", "year"],
    ["-0043-03-15", "-000043-03-15", "-000043-03-16", "day"],
    ["0476-09-04", "0476-09-04", "0476-09-05", "day"],
    ["28 janvier 2024", "2024-01-28", "2024-01-29", "day"],
    ["28. Januar 2024", "2024-01-28", "2024-01-29", "day"],
    ["28 de enero de 2024", "2024-01-28", "2024-01-29", "day"],
    ["٢٨ يناير ٢٠٢٤", "2024-01-28", "2024-01-29", "day"],
    ["02 محرم 1448", "2026-06-17", "2026-06-18", "day"],
  ])("%j is kept", async (cell, start, end, precision) => {
    const output = await importText(dates(cell, cell, cell));
    expect(rowsOf(output, WHEN)[0]).toEqual([start, end, precision]);
  });

  it("with times of nothing but midnight is the day", async () => {
    const output = await importText(dates("2014-01-22 00:00:00.000", "2014-01-27 00:00:00.000"));
    expect(rowsOf(output, WHEN)).toEqual([
      ["2014-01-22", "2014-01-23", "day"],
      ["2014-01-27", "2014-01-28", "day"],
    ]);
  });

  it("is the year where 1 January stands for one", async () => {
    const cells = Array.from({length: 60}, (_, i) =>
      i % 4 === 0 ? `${1900 + i}-01-01` : `${1900 + i}-${String((i % 11) + 2).padStart(2, "0")}-${10 + (i % 17)}`,
    );
    const output = await importText(dates(...cells));
    expect(rowsOf(output, ["start", "precision"])[0]).toEqual(["1900-01-01", "year"]);
    expect(rowsOf(output, ["start", "precision"])[1]).toEqual(["1901-03-11", "day"]);
  });

  it("is what a column of codes says; a stretch that is stated stays where it is", async () => {
    const output = await importText(
      "event_id_cnty,event_date,time_precision,disorder_type,notes\nA1,2023-09-15,1,Demonstrations,a\nA2,2023-09-15,3,Demonstrations,b\n",
    );
    expect(rowsOf(output, WHEN)).toEqual([
      ["2023-09-15", "2023-09-16", "day"],
      ["2023-09-01", "2023-10-01", "month"],
    ]);
    const header = "id,type_of_violence,where_prec,date_prec,date_start,date_end,best,latitude,longitude";
    const ucdp = await importText(
      `${header}\n1,1,1,4,2014-04-14,2014-04-30,3,50,30\n2,1,1,5,2014-07-01,2014-08-03,3,50,30\n`,
    );
    expect(rowsOf(ucdp, WHEN)).toEqual([
      ["2014-04-14", "2014-05-01", "month"],
      ["2014-07-01", "2014-08-04", "year"],
    ]);
  });
});

describe("nonsense in a column of dates", () => {
  it.each([
    ["2024-02-30", "unreal-date"],
    ["31/04/2024", "unreal-date"],
    ["2024-13-01", "unreal-date"],
    ["Attack 7", "bad-date"],
    ["soon", "bad-date"],
    ["", "no-date"],
    ["unknown", "no-date"],
    ["0000-00-00", "no-date"],
    ["-9999", "no-date"],
    ["9999-12-31", "no-date"],
  ])("%j rejects its row alone, as %s", async (cell, code) => {
    const output = await importText(dates("2024-01-28", "28/01/2024", cell, "2024-02-29"));
    expect(counted(output)).toEqual({rows: 4, placed: 0, timelineOnly: 3, rejected: 1});
    expect(codesOf(output)).toEqual({[code]: 1});
    expect(output.report.issues[0]!.examples).toEqual([{row: 3, line: 4, value: cell}]);
    expect(await output.rejected!.text()).toContain(`\r\n3,4,${code},2,${cell}\r\n`);
    expect(rowsOf(output, ["start"]).flat()).toEqual(["2024-01-28", "2024-01-28", "2024-02-29"]);
  });

  it("throughout leaves a column that is plainly called one in its place, every row told of", async () => {
    const output = await importText("date,what\nfoo,1\nbar,2\n----,3\n");
    expect(output.mapping.start).toBe("date");
    expect(counted(output)).toEqual({rows: 3, placed: 0, timelineOnly: 0, rejected: 3});
    expect(output.understanding.doubts).toEqual(["many-rejected"]);
  });
});

describe("numbers as dates", () => {
  it("are days of a spreadsheet, half ones too, and that is stated", async () => {
    const output = await importText("date,what\n45319,a\n45320.5,b\n60,c\n0.5,d\n");
    expect(rowsOf(output, ["start", "precision"])).toEqual([
      ["2024-01-28", "day"],
      ["2024-01-29T12:00", "minute"],
    ]);
    expect(codesOf(output)).toEqual({"unreal-date": 1, "bad-date": 1});
    expect(output.understanding.assumptions).toContainEqual({
      code: "date-numbers",
      numbers: "days1900",
      example: "45319",
    });
  });

  it("are seconds or milliseconds since 1970, days without signs, or years", async () => {
    expect(rowsOf(await importText("when,x\n1706400000,a\n1709164800,b\n"), ["start"]).flat()).toEqual([
      "2024-01-28",
      "2024-02-29",
    ]);
    expect(rowsOf(await importText("when,x\n1706400000000,a\n1706443509123,b\n"), ["start"]).flat()).toEqual([
      "2024-01-28",
      "2024-01-28T12:05",
    ]);
    expect(await starts("20240128", "20240229")).toEqual(["2024-01-28", "2024-02-29"]);
    expect(rowsOf(await importText("year,x\n1066,a\n1789,b\n"), ["start", "precision"])).toEqual([
      ["1066-01-01", "year"],
      ["1789-01-01", "year"],
    ]);
  });

  it.each([
    [false, 45319],
    [true, 43857],
  ])("in a workbook are dates by their format; counted from 1904: %s", async (from1904, serial) => {
    const sheet = oneSheet(
      row(1, text("A1", "date"), text("B1", "end_date"), text("C1", "title")) +
        row(2, number("A2", serial, 1), number("B2", serial + 1, 1), text("C2", "a")) +
        row(3, number("A3", serial + 0.25, 2), number("B3", serial + 3, 1), text("C3", "b")),
      {
        formats: {164: "dd/mm/yyyy", 165: "dd/mm/yyyy hh:mm"},
        styles: [0, 164, 165],
        properties: from1904 ? 'date1904="1"' : "",
      },
    );
    const output = await importText(sheet, "x.xlsx");
    expect(rowsOf(output, ["start", "end", "precision"])).toEqual([
      ["2024-01-28", "2024-01-30", "day"],
      ["2024-01-28T06:00", "2024-02-01", "minute"],
    ]);
  });

  it("without a format count from the day that the workbook says, at the end too, unless the reader knows better", async () => {
    const sheet = oneSheet(
      row(1, text("A1", "start_date"), text("B1", "end_date")) +
        row(2, number("A2", 43857), number("B2", 43859)) +
        row(3, number("A3", 43858), number("B3", 43860)),
      {properties: 'date1904="1"'},
    );
    const output = await importText(sheet, "x.xlsx");
    expect(rowsOf(output, ["start", "end"])[0]).toEqual(["2024-01-28", "2024-01-31"]);
    expect(output.understanding.reading).toMatchObject({dates: {numbers: "days1904"}, endDates: {numbers: "days1904"}});
    expect(output.understanding.roles.start!.readAs).toEqual({code: "date-numbers", numbers: "days1904"});
    const told = await importText(sheet, "x.xlsx", {reading: {dates: {numbers: "days1900"}}});
    expect(rowsOf(told, ["start"])[0]).toEqual(["2020-01-27"]);
  });
});

describe("years of two digits", () => {
  it("lie in the hundred years up to now, which is stated", async () => {
    const output = await importText(dates("28-Jan-24", "9-May-99", "1-Jun-27"));
    expect(rowsOf(output, ["start"]).flat()).toEqual(["2024-01-28", "1999-05-09", "1927-06-01"]);
    expect(output.understanding.assumptions).toContainEqual({
      code: "two-digit-years",
      lastYear: 2026,
      example: "28-Jan-24",
    });
  });
});

describe("a date in parts", () => {
  it("is joined, with names of months and unknown parts as 0", async () => {
    const output = await importText(
      "name,year,month,day\na,2015,February,23\nb,2015,March,0\nc,2015,0,0\nd,2015,Sep,30\ne,2015,February,30\n",
    );
    expect(rowsOf(output, WHEN)).toEqual([
      ["2015-02-23", "2015-02-24", "day"],
      ["2015-03-01", "2015-04-01", "month"],
      ["2015-01-01", "2016-01-01", "year"],
      ["2015-09-30", "2015-10-01", "day"],
    ]);
    expect(codesOf(output)).toEqual({"unreal-date": 1});
    expect(output.mapping.start).toEqual(["year", "month", "day"]);
  });

  it("and a time is one moment", async () => {
    const output = await importText(
      "acq_date,acq_time,latitude,longitude,frp\n2024-01-28,0342,1.5,2.5,3\n2024-01-28,23:59,1.5,2.5,4\n",
    );
    expect(rowsOf(output, ["start", "precision"])).toEqual([
      ["2024-01-28T03:42", "minute"],
      ["2024-01-28T23:59", "minute"],
    ]);
  });
});

describe("rows that are dated by several columns, one each", () => {
  it("take each its own, which is told, with its own end", async () => {
    const rows = [
      {name: "a", date: "2024-01-01"},
      {name: "b", timestamp: "2024-01-02T00:00:00Z"},
      {name: "c", start_datetime: "2024-01-03T00:00:00Z", end_datetime: "2024-01-05T00:00:00Z"},
      {name: "d"},
    ];
    const output = await importText(JSON.stringify(rows), "x.json");
    expect(rowsOf(output, ["title", "start", "end"])).toEqual([
      ["a", "2024-01-01", "2024-01-02"],
      ["b", "2024-01-02", "2024-01-03"],
      ["c", "2024-01-03", "2024-01-06"],
    ]);
    expect(codesOf(output)).toEqual({"other-date": 2, "no-date": 1});
    const again = await importText(JSON.stringify(rows), "x.json", {
      mapping: output.mapping,
      reading: output.understanding.reading as never,
    });
    expect(again.columns).toEqual(output.columns);
  });

  it("are left alone where both columns are filled in one row, or the other says when a row was written", async () => {
    const both = await importText(
      "date,timestamp,x\n2024-01-01,,a\n2024-01-01,2024-01-02,a\n2024-01-01,,a\n,2024-01-03,b\n",
    );
    expect(codesOf(both)).toEqual({"no-date": 1});
    const late = await importText("date,updated_at,x\n2024-01-01,,a\n,2024-01-03,b\n");
    expect(codesOf(late)).toEqual({"no-date": 1});
  });
});

describe("a table without any date", () => {
  it("is read, asked about, and every row handed back", async () => {
    const output = await importText("name,lat,lon\nEtna,37.748,14.999\nFuji,35.361,138.728\n");
    expect(counted(output)).toEqual({rows: 2, placed: 0, timelineOnly: 0, rejected: 2});
    expect(output.understanding.doubts).toEqual(["no-start", "many-rejected"]);
    expect(output.mapping).toEqual({title: "name", lat: "lat", lon: "lon"});
    expect(await output.rejected!.text()).toBe(
      "row,line,problem,name,lat,lon\r\n1,2,no-date,Etna,37.748,14.999\r\n2,3,no-date,Fuji,35.361,138.728\r\n",
    );
  });
});
