// @vitest-environment node
import fc from "fast-check";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, describe, expect, it, vi} from "vitest";
import {ceilDay, daysInMonth, endOf, isoText, ms, parseDate, startOfDay} from "../../src/data/calendar.ts";
import {Zone} from "../../src/data/zone.ts";
import {DAY} from "./fixture.ts";

const utc = new Zone("UTC");
const baghdad = new Zone("Asia/Baghdad");
const read = (text: string, zone = utc) => {
  const stamp = parseDate(text, zone);
  return stamp === null ? null : [new Date(stamp.ms).toISOString(), stamp.precision];
};

describe("a date in ISO 8601", () => {
  it.each([
    ["2023", "2023-01-01T00:00:00.000Z", "year"],
    ["2023-10", "2023-10-01T00:00:00.000Z", "month"],
    ["2023-10-17", "2023-10-17T00:00:00.000Z", "day"],
    [" 2023-10-17 ", "2023-10-17T00:00:00.000Z", "day"],
    ["2023-10-17T04", "2023-10-17T04:00:00.000Z", "hour"],
    ["2023-10-17T04:15", "2023-10-17T04:15:00.000Z", "minute"],
    ["2023-10-17 04:15", "2023-10-17T04:15:00.000Z", "minute"],
    ["2023-10-17t04:15", "2023-10-17T04:15:00.000Z", "minute"],
    ["2023-10-17T0415", "2023-10-17T04:15:00.000Z", "minute"],
    ["2023-10-17T04:15:59", "2023-10-17T04:15:59.000Z", "second"],
    ["2023-10-17T04:15:59.25", "2023-10-17T04:15:59.250Z", "second"],
    ["2023-10-17T04:15:59,123456789", "2023-10-17T04:15:59.123Z", "second"],
    ["2023-10-17T24:00", "2023-10-18T00:00:00.000Z", "minute"],
    ["2023-12-31T24:00:00", "2024-01-01T00:00:00.000Z", "second"],
    ["2016-12-31T23:59:60", "2017-01-01T00:00:00.000Z", "second"],
    ["+2023-10-17", "2023-10-17T00:00:00.000Z", "day"],
    ["+012023-10-17", "+012023-10-17T00:00:00.000Z", "day"],
    ["0044-03-15", "0044-03-15T00:00:00.000Z", "day"],
    ["0000-02-29", "0000-02-29T00:00:00.000Z", "day"],
    ["0099", "0099-01-01T00:00:00.000Z", "year"],
    ["-0043-03-15", "-000043-03-15T00:00:00.000Z", "day"],
    ["-000043-03-15", "-000043-03-15T00:00:00.000Z", "day"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z", "day"],
    ["2000-02-29", "2000-02-29T00:00:00.000Z", "day"],
  ])("%j is read as %s, known to the %s", (text, iso, precision) => {
    expect(read(text)).toEqual([iso, precision]);
  });

  it.each([
    ["", "nothing"],
    ["2024-02-30", "a day that no February has"],
    ["2023-02-29", "29 February of a common year"],
    ["1900-02-29", "29 February of a century year"],
    ["2023-04-31", "31 April"],
    ["2023-00-10", "a month 0"],
    ["2023-13-01", "a month 13"],
    ["2023-13", "a month 13 alone"],
    ["2023-01-00", "a day 0"],
    ["2023-01-01T25:00", "an hour 25"],
    ["2023-01-01T24:01", "a minute after 24:00"],
    ["2023-01-01T24:00:00.5", "half a second after 24:00"],
    ["2023-01-01T12:60", "a minute 60"],
    ["2023-01-01T12:00:61", "a second 61"],
    ["2023-01-01T12:00+19:00", "an offset that no zone has"],
    ["2023-01-01T12:00+01:60", "60 minutes of offset"],
    ["2023-01-01T12:00 Baghdad", "a zone by name"],
    ["Attack 7", "words with a number"],
    ["17/10/2023", "a date with slashes"],
    ["2023-1-7", "single digits"],
    ["23-10-17", "a year of two digits"],
    ["20231017", "a date without hyphens"],
    ["202310", "a month without a hyphen"],
    ["12023-10-17", "a long year without its sign"],
    ["+999999-01-01", "a year that no clock reaches"],
    ["-271821-04-20", "the first day of a Date"],
    ["+275760", "the last year of a Date"],
    ["2023-10-17\u0000", "a control character"],
    ["２０２３-10-17", "full-width digits"],
    ["abcd-10-17", "letters for a year"],
    ["    -10-17", "spaces for a year"],
    ["NaN", "NaN"],
    ["1e3", "an exponent"],
    ["__proto__", "the name of a prototype"],
  ])("%j is not a date: %s", (text) => {
    expect(read(text)).toBeNull();
  });

  it.each(["0".repeat(1e6), "2023-10-17T" + "0".repeat(1e6), "2023-10-17" + " ".repeat(1e6) + "Z", "-".repeat(1e6)])(
    "a hostile text of a million characters is refused at once",
    (text) => {
      const before = performance.now();
      expect(read(text)).toBeNull();
      expect(performance.now() - before).toBeLessThan(100);
    },
  );

  it("every ms of a fraction is kept", () => {
    for (let milli = 0; milli < 1000; milli++) {
      const text = `2023-10-17T04:15:59.${String(milli).padStart(3, "0")}`;
      expect(read(text)).toEqual([`${text}Z`, "second"]);
    }
  });

  it("every day of every kind of year is itself, and there is none besides", () => {
    for (const year of [1900, 2000, 2023, 2024]) {
      let days = 0;
      for (let month = 1; month <= 12; month++) {
        for (let day = 1; day <= 31; day++) {
          const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
          const real = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text);
          expect(read(text)).toEqual(real ? [`${text}T00:00:00.000Z`, "day"] : null);
          if (real) days++;
        }
      }
      expect(days).toBe(year === 2000 || year === 2024 ? 366 : 365);
    }
  });

  it("an offset is turned into the clock of the zone", () => {
    expect(read("2023-10-17T23:30Z", baghdad)).toEqual(["2023-10-18T02:30:00.000Z", "minute"]);
    expect(read("2023-10-17T23:30:00-05:00", baghdad)).toEqual(["2023-10-18T07:30:00.000Z", "second"]);
    expect(read("2023-10-17T23:30+0330", utc)).toEqual(["2023-10-17T20:00:00.000Z", "minute"]);
    expect(read("2023-10-17T01+03", utc)).toEqual(["2023-10-16T22:00:00.000Z", "hour"]);
    expect(read("2023-10-17T00:00:00.000 z", baghdad)).toEqual(["2023-10-17T03:00:00.000Z", "second"]);
    expect(read("2023-10-17T12:00-00:00", utc)).toEqual(["2023-10-17T12:00:00.000Z", "minute"]);
  });

  it("a date, and a time without an offset, are the same in every zone", () => {
    for (const name of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "Asia/Baghdad"]) {
      const zone = new Zone(name);
      expect(read("2023-10-17", zone)).toEqual(["2023-10-17T00:00:00.000Z", "day"]);
      expect(read("2023-10-17T04:15", zone)).toEqual(["2023-10-17T04:15:00.000Z", "minute"]);
    }
  });

  it("any date that is written is read back", () => {
    fc.assert(
      fc.property(fc.integer({min: ms(-200_000), max: ms(200_000)}), (time) => {
        const minute = Math.floor(time / 60_000) * 60_000;
        expect(parseDate(isoText(minute), utc)?.ms).toBe(minute);
      }),
    );
  });

  it("no text makes it throw or give a time that is not a number", () => {
    const piece = fc.constantFrom("2023", "-", "10", "17", "T", ":", "04", "Z", "+", ".", " ", "99999", "0");
    const text = fc.oneof(
      fc.string({unit: "binary"}),
      fc.array(piece, {maxLength: 14}).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (text) => {
        const stamp = parseDate(text, baghdad);
        if (stamp !== null) expect(Number.isFinite(endOf(stamp.ms, stamp.precision))).toBe(true);
      }),
      {numRuns: 500},
    );
  });
});

describe("the clock of the machine", () => {
  afterEach(() => void vi.unstubAllEnvs());

  it("is asked for by nothing in src", () => {
    const local =
      /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)\(|getTimezoneOffset|toLocale(Date|Time)?String|Date\.parse\(|new Date\((["'`]|\d{4},)/;
    const folder = join(import.meta.dirname, "../../src");
    const files = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) =>
      /\.(ts|svelte)$/.test(name),
    );
    const found = files.filter((name) => local.test(readFileSync(join(folder, name), "utf8")));
    expect(found).toEqual([]);
  });

  it.each([
    ["Pacific/Kiritimati", -840],
    ["Pacific/Pago_Pago", 660],
    ["America/New_York", 300],
    ["Asia/Baghdad", -180],
  ])("shifts no date when it is set to %s", (zone, offset) => {
    vi.stubEnv("TZ", zone);
    expect(new Date(2023, 0, 1).getTimezoneOffset()).toBe(offset);
    const texts = ["2023-10-17", "2023", "2024-02", "0044-03-15", "2023-03-12T02:30", "2023-10-17T23:30Z"];
    expect(texts.map((text) => isoText(parseDate(text, baghdad)!.ms))).toEqual([
      "2023-10-17",
      "2023-01-01",
      "2024-02-01",
      "0044-03-15",
      "2023-03-12T02:30",
      "2023-10-18T02:30",
    ]);
    expect(isoText(endOf(parseDate("2024-02", utc)!.ms, "month"))).toBe("2024-03-01");
  });
});

describe("the stretch that a stamp covers", () => {
  it.each([
    ["2023-01-01T00:00", "year", "2024-01-01T00:00"],
    ["0099-01-01T00:00", "year", "0100-01-01T00:00"],
    ["2024-02-01T00:00", "month", "2024-03-01T00:00"],
    ["2023-12-01T00:00", "month", "2024-01-01T00:00"],
    ["2023-12-15T00:00", "month", "2024-01-01T00:00"],
    ["2023-10-17T00:00", "week", "2023-10-24T00:00"],
    ["2023-10-17T00:00", "day", "2023-10-18T00:00"],
    ["2023-10-17T04:15", "day", "2023-10-18T00:00"],
    ["2023-10-17T04:15", "range", "2023-10-18T00:00"],
    ["2023-10-17T04:00", "hour", "2023-10-17T05:00"],
    ["2023-10-17T04:15", "minute", "2023-10-17T04:16"],
  ] as const)("from %s by the %s ends at %s", (start, precision, end) => {
    expect(new Date(endOf(Date.parse(`${start}Z`), precision)).toISOString()).toBe(`${end}:00.000Z`);
  });

  it("February has 29 days in leap years only", () => {
    const february = [1900, 2000, 2023, 2024, 0, 4, -4].map((year) => daysInMonth(year, 2));
    expect(february).toEqual([28, 29, 28, 29, 29, 29, 29]);
    expect([daysInMonth(2023, 0), daysInMonth(2023, 13)]).toEqual([0, 0]);
  });

  it("days are cut at UTC midnights, before 1970 too", () => {
    for (const time of [0, 1, DAY - 1, DAY, -1, -DAY, -DAY - 1]) {
      expect(startOfDay(time)).toBe(new Date(time).setUTCHours(0, 0, 0, 0));
      expect(ceilDay(time) - startOfDay(time) + 0).toBe(time % DAY === 0 ? 0 : DAY);
    }
  });
});
