// @vitest-environment node
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {parseDate, UTC} from "../../../src/data/calendar.ts";
import type {DateStyle} from "../../../src/data/reading.ts";
import {dateReader} from "../../../src/data/understand/dateReader.ts";
import {profileDates, SELF_EVIDENT} from "../../../src/data/understand/dateStyle.ts";

const profile = (values: string[], name = "date", style?: Partial<DateStyle>) =>
  profileDates(values, {name, thisYear: 2026, ...(style === undefined ? {} : {style})});

describe("a date that is self-evident", () => {
  it("is the same in every order and century", () => {
    const styles: DateStyle[] = (["dmy", "mdy", "ymd"] as const).flatMap((order) =>
      [1999, 2026, 2126].map((lastYear) => ({order, numbers: "year" as const, lastYear})),
    );
    const readers = styles.map((style) => dateReader(style, UTC));
    const two = (most: number) => fc.integer({min: 0, max: most}).map((n) => String(n).padStart(2, "0"));
    const date = fc
      .tuple(fc.integer({min: 0, max: 9999}), two(13), two(32))
      .map(([year, month, day]) => `${String(year).padStart(4, "0")}-${month}-${day}`);
    fc.assert(
      fc.property(fc.oneof(date, fc.stringMatching(SELF_EVIDENT)), (text) => {
        expect(SELF_EVIDENT.test(text)).toBe(true);
        const [first, ...others] = readers.map((read) => read(text));
        for (const other of others) expect(other).toEqual(first);
        expect(first).not.toHaveProperty("settles");
      }),
      {numRuns: 2000},
    );
  });

  it("is told to be an instant, and a day that is written with its midnight, as any other is", () => {
    const time = fc.constantFrom("00:00", "00:00:00", "00:00:00.000", "00:00:00.0004", "00:00:01", "13:37", "24:00");
    const zone = fc.constantFrom("", "Z", "+00:00", "-01:00");
    const text = fc.oneof(
      fc.constant("2024-02-29"),
      fc.tuple(fc.constantFrom("T", " "), time, zone).map(([sign, at, from]) => `2024-02-29${sign}${at}${from}`),
    );
    const later = {wall: (instant: number) => instant + 3_600_000};
    fc.assert(
      fc.property(fc.uniqueArray(text, {minLength: 1, maxLength: 5}), fc.boolean(), (texts, utc) => {
        const found = profile(texts, "date", utc ? {utc} : {});
        const read = dateReader({...found.style, midnight: undefined}, UTC);
        const days = dateReader({...found.style, midnight: "day"}, UTC);
        const timed = texts.filter((each) => (read(each) as {precision: string}).precision !== "day");
        const atMidnight = timed.filter((each) => (days(each) as {precision: string}).precision === "day");
        expect(found.style.midnight).toBe(timed.length > 0 && atMidnight.length === timed.length ? "day" : undefined);
        const here = dateReader(found.style, UTC);
        const there = dateReader(found.style, later);
        const moves = texts.filter((each) => JSON.stringify(here(each)) !== JSON.stringify(there(each)));
        expect(found.instants).toBe(moves.length);
      }),
      {numRuns: 500},
    );
  });
});

describe("the order of day and month", () => {
  it("is settled for the column by one cell with a day above 12", () => {
    expect(profile(["01/02/2024", "22/11/2023", "03/04/2024"])).toMatchObject({
      style: {order: "dmy"},
      settledBy: "22/11/2023",
      ambiguous: 2,
      mixed: false,
      kind: "dmy",
      read: 3,
    });
    expect(profile(["01/02/2024", "03/25/2024"])).toMatchObject({
      style: {order: "mdy"},
      settledBy: "03/25/2024",
      against: 0,
      kind: "mdy",
      read: 2,
    });
  });

  it("is day first and unsettled where no cell says", () => {
    expect(profile(["01/02/2024", "03/04/2024", "05/06/2024"])).toMatchObject({
      style: {order: "dmy"},
      settledBy: null,
      ambiguous: 3,
      example: "01/02/2024",
    });
  });

  it("is mixed where cells contradict one another, and all of them are read", () => {
    expect(profile(["13/01/2024", "01/25/2024"])).toMatchObject({
      mixed: true,
      against: 1,
      read: 2,
      style: {order: "dmy"},
    });
    const mostly = profile(["1/25/2024", "1/26/2024", "13/1/2024", "1/2/2024"]);
    expect(mostly).toMatchObject({mixed: true, against: 1, read: 4, settledBy: "1/25/2024", style: {order: "mdy"}});
  });

  it("is what the reader was told, whatever the cells say", () => {
    expect(profile(["1/2/2024", "1/25/2024"], "date", {order: "dmy"})).toMatchObject({
      style: {order: "dmy"},
      against: 1,
      settledBy: null,
    });
  });

  it.each([
    ["Date (mm/dd/yyyy)", "mdy", "mm/dd/yyyy"],
    ["DD.MM.YYYY", "dmy", "dd.mm.yyyy"],
    ["date_mmddyyyy", "mdy", "mmddyyyy"],
    ["Datum (TT.MM.JJJJ)", "dmy", "tt.mm.jjjj"],
    ["date jj/mm/aaaa", "dmy", "jj/mm/aaaa"],
  ])("is settled by a column named %j", (name, order, settledBy) => {
    expect(profile(["1/2/2024", "3/4/2024"], name)).toMatchObject({style: {order}, settledBy, ambiguous: 2});
  });

  it("is settled by the names of weekdays", () => {
    expect(profile(["Tue 01/02/2024", "Sun 03/03/2024"])).toMatchObject({style: {order: "mdy"}, ambiguous: 0});
  });

  it("of years first is seen from a year that can be no day", () => {
    expect(profile(["98/12/31", "99/01/02", "01/02/03"])).toMatchObject({style: {order: "ymd"}, read: 3, ambiguous: 0});
  });

  it("does not matter to dates that say their own", () => {
    const mixed = profile(["2024-02-01", "1 January 2024", "2024/03/04", "5/5/2024"]);
    expect(mixed).toMatchObject({ambiguous: 0, settledBy: null, mixed: false, read: 4, unreal: 0});
  });
});

describe("a column of dates", () => {
  it("counts what is filled, read and unreal, and leaves out what says that it is unknown", () => {
    const values = ["2024-01-01", "", "N/A", "Unknown", "2024-02-30", "soon", "2024-01", "2024-01-01"];
    expect(profile(values)).toMatchObject({
      filled: 5,
      read: 3,
      unreal: 1,
      precisions: {day: 2, month: 1},
      kind: "iso",
      example: "2024-01-01",
    });
  });

  it.each<[string[], string]>([
    [["2024-01-01", "2024-01-02T10:00Z"], "iso"],
    [["2024/01/01"], "ymd"],
    [["2024年1月31日"], "ymd"],
    [["1 January 2024", "5 mars 2024"], "words"],
    [["20240101", "20240102"], "numbers"],
    [["Attack 7", "soon"], "none"],
    [[], "none"],
    [["", "-"], "none"],
  ])("%j is of the kind %s", (values, kind) => {
    expect(profile(values).kind).toBe(kind);
  });

  it("has years of two digits and instants pointed out", () => {
    expect(profile(["1/2/2024", "13/2/24"])).toMatchObject({twoDigit: "13/2/24", instants: 0});
    expect(profile(["2024-01-01T10:00:00Z", "2024-01-01T10:00:00", "2024-01-01"])).toMatchObject({
      twoDigit: null,
      instants: 1,
    });
  });

  it("whose every time is midnight is a column of days", () => {
    expect(profile(["2014-01-22 00:00:00.000", "2014-01-23 00:00:00.000", "2014-01-24"])).toMatchObject({
      style: {midnight: "day"},
      precisions: {day: 3},
      instants: 0,
    });
    const timed = profile(["2014-01-22 00:00:00.000", "2014-01-23 10:00:00.000"]);
    expect(timed.style.midnight).toBeUndefined();
    expect(timed.precisions).toEqual({second: 2});
  });

  it("is not long in finding that a column of texts is none", () => {
    const values = Array.from({length: 20_000}, (_, i) => `Room ${i} of the house`);
    const before = performance.now();
    expect(profile(values, "title")).toMatchObject({filled: 20_000, read: 0, kind: "none"});
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it("takes the first day of a century for a date that is known", () => {
    expect(profile(["1.1.01", "1.1.90"])).toMatchObject({filled: 2, read: 2, kind: "dmy", twoDigit: "1.1.01"});
    expect(profile(["1/1/0001", "1/1/1990"])).toMatchObject({filled: 1, read: 1});
  });
});

describe("bare numbers", () => {
  it.each<[string[], string, DateStyle["numbers"] | null, number]>([
    [["2015", "2016", "1999"], "year", "year", 3],
    [["20150729", "20060731"], "date", "compact", 2],
    [["201507", "200607"], "month", "compact", 2],
    [["20150729103000"], "dateadded", "compact", 1],
    [["1700000000", "1699999999"], "timestamp", "seconds", 2],
    [["1700000000000"], "time", "milliseconds", 1],
    [["45292", "45293.5"], "date", "days1900", 2],
    [["3", "12", "7"], "number", null, 0],
    [["10.5", "33.25"], "latitude", null, 0],
    [["soon"], "date", null, 0],
  ])("%j in %j are %s", (values, name, numbers, read) => {
    expect(profile(values, name)).toMatchObject({numbers, read});
  });

  it("are days since 1904 only where that is told", () => {
    const told = profile(["43857"], "date", {numbers: "days1904"});
    expect(told).toMatchObject({numbers: "days1904", read: 1});
    expect(dateReader(told.style, UTC)("43857")).toMatchObject({start: parseDate("2024-01-28", UTC)!.ms});
  });

  it("of a history are years as they stand", () => {
    const history = profile(["-480", "79", "476", "1066", "1453"], "year");
    expect(history).toMatchObject({numbers: "year", read: 5, style: {lastYear: 99}});
    expect(dateReader(history.style, UTC)("79")).toMatchObject({start: parseDate("0079", UTC)!.ms});
    expect(dateReader(history.style, UTC)("-480")).toMatchObject({start: parseDate("-0479", UTC)!.ms});
  });

  it("among dates are read by what most of them are", () => {
    expect(profile(["1 January 2024", "45292", "45293"])).toMatchObject({
      numbers: "days1900",
      read: 3,
      kind: "numbers",
    });
    expect(profile(["June 2024", "2023"])).toMatchObject({numbers: "year", read: 2});
  });
});

describe("for any column", () => {
  it("all cells written one way read back as they were", () => {
    const day = fc.date({min: new Date("1990-01-01"), max: new Date("2025-12-31"), noInvalidDate: true});
    const ways = {
      dmy: (y: number, m: number, d: number) => `${d}/${m}/${y}`,
      mdy: (y: number, m: number, d: number) => `${m}/${d}/${y}`,
      short: (y: number, m: number, d: number) => `${d}.${m}.${String(y % 100).padStart(2, "0")}`,
    };
    fc.assert(
      fc.property(
        fc.array(day, {minLength: 1, maxLength: 30}),
        fc.constantFrom(...(["dmy", "mdy", "short"] as const)),
        (dates, way) => {
          const parts = dates.map(
            (date) => [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const,
          );
          const values = parts.map(([y, m, d]) => ways[way](y, m, d));
          const {style, settledBy, mixed, read, ambiguous} = profile(values);
          expect(mixed).toBe(false);
          expect(read).toBe(values.length);
          expect(settledBy !== null).toBe(parts.some(([, , d]) => d > 12));
          expect(ambiguous).toBe(parts.filter(([, m, d]) => d <= 12 && d !== m).length);
          const reader = dateReader(settledBy === null ? {...style, order: way === "mdy" ? "mdy" : "dmy"} : style, UTC);
          values.forEach((value, i) => {
            const [y, m, d] = parts[i]!;
            expect(reader(value)).toMatchObject({start: Date.UTC(y, m - 1, d), precision: "day"});
          });
        },
      ),
    );
  });

  it("no text makes it fail, and the sums hold", () => {
    fc.assert(
      fc.property(fc.array(fc.string({maxLength: 80}), {maxLength: 30}), fc.string(), (values, name) => {
        const found = profile(values, name);
        expect(found.filled).toBeLessThanOrEqual(values.length);
        expect(found.read + found.unreal).toBeLessThanOrEqual(found.filled);
        const sum = Object.values(found.precisions).reduce((a, b) => a + b, 0);
        expect(sum).toBe(found.read);
        expect(found.kind === "none").toBe(found.read === 0);
      }),
    );
  });
});

const SHARED = join(import.meta.dirname, "../../../../shared");

describe.skipIf(!existsSync(SHARED))("the samples of the field", () => {
  const text = (path: string) => readFileSync(join(SHARED, path), "utf8");

  it("of Bellingcat are month first", () => {
    const rows = JSON.parse(text("samples/bellingcat_ukr_civharm_2023-08-04.json")) as {date: string}[];
    const found = profile(rows.map(({date}) => date));
    expect(found).toMatchObject({style: {order: "mdy"}, read: 1219, mixed: false});
    expect(dateReader(found.style, UTC)("03/02/2022")).toMatchObject({start: Date.UTC(2022, 2, 2)});
  });

  it("of GDELT are days and months in one number", () => {
    const rows = text("samples/gdelt1_58col_noheader.csv").trim().split("\n");
    const column = (i: number) =>
      profile(
        rows.map((row) => row.split("\t")[i]!),
        `Column ${i + 1}`,
      );
    expect(column(1)).toMatchObject({numbers: "compact", read: rows.length, precisions: {day: rows.length}});
    expect(column(2)).toMatchObject({numbers: "compact", read: rows.length, precisions: {month: rows.length}});
    expect(column(0)).toMatchObject({read: 0});
  });

  it("of hostile dates are refused at once", () => {
    const before = performance.now();
    const values = text("torture/handmade/redos_dates.csv")
      .split("\n")
      .slice(1)
      .map((line) => line.split(",")[0]!);
    expect(profile(values).read).toBe(0);
    expect(performance.now() - before).toBeLessThan(200);
  });
});
