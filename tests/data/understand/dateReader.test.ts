// @vitest-environment node
import fc from "fast-check";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {UTC, type Clock} from "../../../src/data/calendar.ts";
import type {DateStyle} from "../../../src/data/reading.ts";
import {
  datePartsReader,
  dateReader,
  type DateFault,
  type DateReading,
} from "../../../src/data/understand/dateReader.ts";
import {Zone} from "../../../src/data/zone.ts";
import {DAY} from "../fixture.ts";

const DMY: DateStyle = {order: "dmy", numbers: "year", lastYear: 2026};
const MDY: DateStyle = {...DMY, order: "mdy"};
const YMD: DateStyle = {...DMY, order: "ymd"};
const numbers = (kind: DateStyle["numbers"]): DateStyle => ({...DMY, numbers: kind});

/** `2024-01-31`, with `T10:00:00` unless it is midnight, from arithmetic that the code does not use. */
function iso(ms: number): string {
  const text = new Date(ms).toISOString().replace(/^([+-])00(\d{4})/, "$1$2");
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, -14) : text.replace(/\.000Z$/, "").replace("Z", "");
}

/** `2024-01-05 day`, `2024-01-05..2024-01-10 range` with its exclusive end, `~` in front when approximate, or the fault. */
function told(result: DateReading | DateFault): string {
  if (typeof result === "string") return result;
  const rough = result.approximate ? "~" : "";
  const end = result.precision === "range" ? `..${iso(result.end)}` : "";
  return `${rough}${iso(result.start)}${end} ${result.precision}`;
}
const read = (text: string, style: DateStyle = DMY, clock: Clock = UTC) => told(dateReader(style, clock)(text));

const DAYS: [text: string, expected: string][] = [
  // ISO 8601 and its relations
  ["2024-01-31", "2024-01-31 day"],
  ["2024-1-3", "2024-01-03 day"],
  ["2024/01/31", "2024-01-31 day"],
  ["2024.01.31", "2024-01-31 day"],
  ["2024 01 31", "2024-01-31 day"],
  [" 2024-01-31 ", "2024-01-31 day"],
  ["2024-01", "2024-01-01 month"],
  ["2024/01", "2024-01-01 month"],
  ["2024", "2024-01-01 year"],
  ["2024.0", "2024-01-01 year"],
  ["0079", "0079-01-01 year"],
  ["0079-08-24", "0079-08-24 day"],
  ["476", "0476-01-01 year"],
  ["2024-W05", "2024-01-29 week"],
  ["2024W05", "2024-01-29 week"],
  ["2024-W05-3", "2024-01-31 day"],
  ["2020-W53", "2020-12-28 week"],
  ["2021-W53", "unreal-date"],
  ["2024-060", "2024-02-29 day"],
  ["2024-366", "2024-12-31 day"],
  ["2023-366", "unreal-date"],
  ["2024-01-31T10:00", "2024-01-31T10:00:00 minute"],
  ["2024-01-31T10", "2024-01-31T10:00:00 hour"],
  ["2024-01-31T10Z", "2024-01-31T10:00:00 hour"],
  ["2024-01-31 10", "bad-date"],
  ["2024-01-31 10:00:05", "2024-01-31T10:00:05 second"],
  ["2024-01-31T10:00:05.250", "2024-01-31T10:00:05.250 second"],
  ["2024-01-31T10:00:05,25", "2024-01-31T10:00:05.250 second"],
  ["2024-01-31T10:00:00Z", "2024-01-31T10:00:00 second"],
  ["2024-01-31T10:00:00+01:00", "2024-01-31T09:00:00 second"],
  ["2024-01-31T10:00:00+0530", "2024-01-31T04:30:00 second"],
  ["2024-01-31T10:00:00-05", "2024-01-31T15:00:00 second"],
  ["2024-01-31 10:00 UTC", "2024-01-31T10:00:00 minute"],
  ["2024-01-31 10:00 GMT+2", "2024-01-31T08:00:00 minute"],
  ["2024-01-31 10:00 EST", "2024-01-31 day"],
  ["2024-01-31Z", "2024-01-31 day"],
  ["2024-01-31+01:00", "2024-01-31 day"],
  ["20240131T100000Z", "2024-01-31T10:00:00 second"],
  ["20240131T1000", "2024-01-31T10:00:00 minute"],
  ["20240131", "2024-01-31 day"],
  ["202401", "2024-01-01 month"],
  ["20240131143000", "2024-01-31T14:30:00 second"],
  ["2024-12-31T23:59:60Z", "2024-12-31T23:59:59 second"],
  ["2024-01-31 24:00", "2024-02-01 minute"],
  ["2024-05-00", "2024-05-01 month"],
  ["2024-00-00", "2024-01-01 year"],
  // Before the common era
  ["-0043", "-0043-01-01 year"],
  ["-44", "-0043-01-01 year"],
  ["-1274", "-1273-01-01 year"],
  ["-0044-03-15", "-0044-03-15 day"],
  ["-0232-01-01T00:00:00Z", "-0232-01-01 second"],
  ["44 BC", "-0043-01-01 year"],
  ["44 B.C.", "-0043-01-01 year"],
  ["490 BCE", "-0489-01-01 year"],
  ["15 March 44 BC", "-0043-03-15 day"],
  ["March 44 BC", "-0043-03-01 month"],
  ["52 av. J.-C.", "-0051-01-01 year"],
  ["9 n. Chr.", "0009-01-01 year"],
  ["216 v. Chr.", "-0215-01-01 year"],
  ["44 до н. э.", "-0043-01-01 year"],
  ["AD 79", "0079-01-01 year"],
  ["79 AD", "0079-01-01 year"],
  ["24 August 79 CE", "0079-08-24 day"],
  ["2024م", "2024-01-01 year"],
  // Day, month and year in numbers
  ["31/01/2024", "2024-01-31 day"],
  ["1/2/2024", "2024-02-01 day"],
  ["01.02.2024", "2024-02-01 day"],
  ["31. 1. 2024", "2024-01-31 day"],
  ["31-01-2024", "2024-01-31 day"],
  ["31 01 2024", "2024-01-31 day"],
  ["31/1/24", "2024-01-31 day"],
  ["31/1/27", "1927-01-31 day"],
  ["01/31/2024", "2024-01-31 day"],
  ["00/05/2024", "2024-05-01 month"],
  ["00/00/2024", "2024-01-01 year"],
  ["06/2024", "2024-06-01 month"],
  ["06.2024", "2024-06-01 month"],
  ["8/1/1966 14:30", "1966-01-08T14:30:00 minute"],
  ["8/1/1966, 2:30 PM", "1966-01-08T14:30:00 minute"],
  ["8/1/1966 12:05 am", "1966-01-08T00:05:00 minute"],
  ["8/1/1966 2 p.m.", "1966-01-08T14:00:00 hour"],
  ["8/1/1966 14h30", "1966-01-08T14:30:00 minute"],
  ["8/1/1966 à 14 h 30", "1966-01-08T14:30:00 minute"],
  ["8/1/1966 14:30 hrs", "1966-01-08T14:30:00 minute"],
  ["2024/01/01 3:04 PM", "2024-01-01T15:04:00 minute"],
  ["Thu 01/02/2024", "2024-02-01 day"],
  ["Tue 01/02/2024", "2024-01-02 day"],
  // Words
  ["9-May-20", "2020-05-09 day"],
  ["01-January-2015", "2015-01-01 day"],
  ["01-Jan-24", "2024-01-01 day"],
  ["Jan-24", "2024-01-01 month"],
  ["Jan '24", "2024-01-01 month"],
  ["June 2024", "2024-06-01 month"],
  ["Sept. 5, 2001", "2001-09-05 day"],
  ["Monday, August 01, 1966", "1966-08-01 day"],
  ["Saturday, January 23rd, 2016", "2016-01-23 day"],
  ["Thursday April 4th, 2016", "2016-04-04 day"],
  ["the 5th of November, 1605", "1605-11-05 day"],
  ["2024 March 5", "2024-03-05 day"],
  ["2024-Mar-05", "2024-03-05 day"],
  ["5 January 2024 at 10:00", "2024-01-05T10:00:00 minute"],
  ["10:00 Jan 5, 2024", "2024-01-05T10:00:00 minute"],
  ["Wed, 31 Jan 2024 10:00:00 +0100", "2024-01-31T09:00:00 second"],
  ["Wed Jan 31 10:00:00 +0000 2024", "2024-01-31T10:00:00 second"],
  ["Wed Jan 31 2024 10:00:00 GMT+0100 (Central European Standard Time)", "2024-01-31T09:00:00 second"],
  ["/Date(1706659200000)/", "2024-01-31 second"],
  ["1er janvier 2024", "2024-01-01 day"],
  ["23 avril 2024", "2024-04-23 day"],
  ["mar. 30 janv. 2024", "2024-01-30 day"],
  ["5 août 2024 à 14h", "2024-08-05T14:00:00 hour"],
  ["15. März 2024", "2024-03-15 day"],
  ["5. Januar 2024, 14:30 Uhr", "2024-01-05T14:30:00 minute"],
  ["5 de enero de 2024 a las 14:30", "2024-01-05T14:30:00 minute"],
  ["lunes, 8 de enero de 2024", "2024-01-08 day"],
  ["1º de janeiro de 2024", "2024-01-01 day"],
  ["3 maggio 2024", "2024-05-03 day"],
  ["12 mrt 2024", "2024-03-12 day"],
  ["5 września 2024", "2024-09-05 day"],
  ["1 Ocak 2024", "2024-01-01 day"],
  ["15 Ağustos 2024", "2024-08-15 day"],
  ["5 мая 2024 г.", "2024-05-05 day"],
  ["24 лютого 2022 року", "2022-02-24 day"],
  ["5 Φεβρουαρίου 2024", "2024-02-05 day"],
  ["17 agustus 1945", "1945-08-17 day"],
  ["5 maj 2024", "2024-05-05 day"],
  ["2024. január 5.", "2024-01-05 day"],
  ["5. srpna 1968", "1968-08-05 day"],
  ["٣ يناير ٢٠٢٤", "2024-01-03 day"],
  ["15 كانون الثاني 2024", "2024-01-15 day"],
  ["7 تشرين الأول 2023", "2023-10-07 day"],
  ["٨ آذار ٢٠٢٤", "2024-03-08 day"],
  ["5 جويلية 1962", "1962-07-05 day"],
  ["۵ ژانویه ۲۰۲۴", "2024-01-05 day"],
  ["ב-15 בינואר 2024", "2024-01-15 day"],
  ["2024年1月31日", "2024-01-31 day"],
  ["2024年1月31日 14時30分", "2024-01-31T14:30:00 minute"],
  ["令和6年1月1日", "2024-01-01 day"],
  ["令和元年5月1日", "2019-05-01 day"],
  ["2024년 1월 31일", "2024-01-31 day"],
  // Digits and marks
  ["２０２４-０１-０１", "2024-01-01 day"],
  ["٢٠٢٤-٠١-٠٢", "2024-01-02 day"],
  ["۲۰۲۴-۰۱-۰۳", "2024-01-03 day"],
  ["२०२४-०१-०५", "2024-01-05 day"],
  ["\u200e2024-01-31\u200f", "2024-01-31 day"],
  ["2024\u201101\u201131", "2024-01-31 day"],
  ["2024–01–31", "2024-01-31 day"],
  ["31\u00a0janvier\u202f2024", "2024-01-31 day"],
  ["'-0044-03-15", "-0044-03-15 day"],
  // Roughly
  ["c. 1906", "~1906-01-01 year"],
  ["c1906", "~1906-01-01 year"],
  ["ca. 476", "~0476-01-01 year"],
  ["circa 490 BC", "~-0489-01-01 year"],
  ["about June 1906", "~1906-06-01 month"],
  ["~1906", "~1906-01-01 year"],
  ["1906?", "~1906-01-01 year"],
  ["vers 1906", "~1906-01-01 year"],
  ["early March 2024", "~2024-03-01 month"],
  ["Reported 08-Jan-2017", "~2017-01-08 day"],
  ["spring 2024", "~2024-01-01 year"],
  // Stretches
  ["Q2 2024", "2024-04-01..2024-07-01 range"],
  ["2024-Q4", "2024-10-01..2025-01-01 range"],
  ["H1 2024", "2024-01-01..2024-07-01 range"],
  ["1990s", "1990-01-01..2000-01-01 range"],
  ["19th century", "1801-01-01..1901-01-01 range"],
  ["2024-01-05/2024-01-09", "2024-01-05..2024-01-10 range"],
  ["2024-01-05/09", "2024-01-05..2024-01-10 range"],
  ["2024-01-05..2024-01-09", "2024-01-05..2024-01-10 range"],
  ["2024-01-05 to 2024-01-09", "2024-01-05..2024-01-10 range"],
  ["2024-01-05 - 2024-01-05", "2024-01-05 day"],
  ["5-9 January 2024", "2024-01-05..2024-01-10 range"],
  ["January 5-9, 2024", "2024-01-05..2024-01-10 range"],
  ["from 5 to 9 January 2024", "2024-01-05..2024-01-10 range"],
  ["du 5 au 9 janvier 2024", "2024-01-05..2024-01-10 range"],
  ["vom 5. bis 9. Januar 2024", "2024-01-05..2024-01-10 range"],
  ["5 Jan – 7 Feb 2024", "2024-01-05..2024-02-08 range"],
  ["April 28 – May 2, 1945", "1945-04-28..1945-05-03 range"],
  ["13–14 Sep 1814", "1814-09-13..1814-09-15 range"],
  ["Jan–Feb 2024", "2024-01-01..2024-03-01 range"],
  ["Dec 1944–Jan 1945", "1944-12-01..1945-02-01 range"],
  ["1942–1943", "1942-01-01..1944-01-01 range"],
  ["1914-1918", "1914-01-01..1919-01-01 range"],
  ["1942-43", "1942-01-01..1944-01-01 range"],
  ["2010–11", "2010-01-01..2012-01-01 range"],
  ["490–480 BC", "-0489-01-01..-0478-01-01 range"],
  ["c. 1914–1918", "~1914-01-01..1919-01-01 range"],
  ["05.06.-07.06.2024", "2024-06-05..2024-06-08 range"],
  ["13/01/2024 - 15/01/2024", "2024-01-13..2024-01-16 range"],
  ["01/02/2024 - 01/15/2024", "2024-01-02..2024-01-16 range"],
  ["2024-01-05 10:00 - 12:00", "2024-01-05T10:00:00..2024-01-05T12:01:00 range"],
  ["2024-01-09/2024-01-05", "bad-date"],
  ["13/01/2024 - 01/15/2024", "bad-date"],
  // Days that no calendar has
  ["2024-02-30", "unreal-date"],
  ["2023-02-29", "unreal-date"],
  ["2024-13-01", "unreal-date"],
  ["2024-04-31", "unreal-date"],
  ["31/02/2024", "unreal-date"],
  ["32/01/2024", "unreal-date"],
  ["13/25/2024", "unreal-date"],
  ["30 February 2024", "unreal-date"],
  ["5 January 2024 25:00", "unreal-date"],
  ["2024-01-01 12:60", "unreal-date"],
  ["1900-02-29", "unreal-date"],
  // Nothing
  ...[
    "",
    " ",
    "-",
    "--",
    "?",
    "unkn",
    "Unknown",
    "NA",
    "N/A",
    "#N/A",
    "NULL",
    "None",
    "nan",
    "n.d.",
    "TBD",
    "Time Unknown",
  ].map((text): [string, string] => [text, "no-date"]),
  ...["-9", "-99", "-999", "-9999", "9999", "0", "0000-00-00", "00/00/0000", "0000-00-00 00:00:00", "9999-12-31"].map(
    (text): [string, string] => [text, "no-date"],
  ),
  ...["inconnu", "غير معروف", "неизвестно", "\u200b", "0001-01-01T00:00:00"].map((text): [string, string] => [
    text,
    "no-date",
  ]),
  // Nonsense
  ...[
    "Attack 7",
    "12",
    "today",
    "now()",
    "24:00",
    "555-12-11",
    "800-10-10",
    "Before 1906",
    "after 1906",
    "<2024",
    "1e10",
    "99999999",
    "May 7",
    "9-May",
  ].map((text): [string, string] => [text, "bad-date"]),
  ...[
    "275760-09-13",
    "+12024-01-01",
    "192.168.1.1",
    "33.5",
    "[object Object]",
    "2024-01-05;2024-01-06",
    "1-2",
    "1/2/3",
  ].map((text): [string, string] => [text, "bad-date"]),
  ...["=2024-01-01", "2024-01-01 and more", "3 goals 2024", "#date+start", "x".repeat(70)].map(
    (text): [string, string] => [text, "bad-date"],
  ),
];

describe("a date", () => {
  it.each(DAYS)("written %j is %s where days come first", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["1/2/2024", "2024-01-02 day"],
    ["1/2/24", "2024-01-02 day"],
    ["8/1/1966 14:30", "1966-08-01T14:30:00 minute"],
    ["13/1/2024", "2024-01-13 day"],
    ["1.2.2024", "2024-01-02 day"],
    ["2024-02-01", "2024-02-01 day"],
    ["5 January 2024", "2024-01-05 day"],
    ["5/6/2024 - 13/6/2024", "2024-06-05..2024-06-14 range"],
    ["02/30/2024", "unreal-date"],
  ])("written %j is %s where months come first", (text, expected) => {
    expect(read(text, MDY)).toBe(expected);
  });

  it.each([
    ["24/02/01", "2024-02-01 day"],
    ["98-12-31", "1998-12-31 day"],
    ["24/02/01 10:00", "2024-02-01T10:00:00 minute"],
    ["2024/02/01", "2024-02-01 day"],
    ["1/2/2024", "2024-02-01 day"],
  ])("written %j is %s where years come first", (text, expected) => {
    expect(read(text, YMD)).toBe(expected);
  });

  it("says which order alone can read it", () => {
    const settles = (text: string) => (dateReader(DMY, UTC)(text) as DateReading).settles;
    expect(settles("22/11/2023")).toBe("dmy");
    expect(settles("11/22/2023")).toBe("mdy");
    expect(settles("11/12/2023")).toBeUndefined();
    expect(settles("5/5/2023")).toBeUndefined();
    expect(settles("22 November 2023")).toBeUndefined();
    expect(settles("Tue 01/02/2024")).toBe("mdy");
  });

  it.each([
    ["49", 1999, "1949-02-01 day"],
    ["99", 1999, "1999-02-01 day"],
    ["00", 1999, "1900-02-01 day"],
    ["26", 2026, "2026-02-01 day"],
    ["27", 2026, "1927-02-01 day"],
    ["14", 99, "0014-02-01 day"],
  ])("with the year %j lies in the hundred years up to %i", (year, lastYear, expected) => {
    expect(read(`1/2/${year}`, {...DMY, lastYear})).toBe(expected);
  });
});

describe("a bare number", () => {
  it.each<[string, DateStyle["numbers"], string]>([
    ["1700000000", "seconds", "2023-11-14T22:13:20 second"],
    ["-1", "seconds", "1969-12-31T23:59:59 second"],
    ["1700000000000", "milliseconds", "2023-11-14T22:13:20 second"],
    ["1700000000123", "milliseconds", "2023-11-14T22:13:20.123 second"],
    ["99999999999999999", "milliseconds", "bad-date"],
    ["45292", "days1900", "2024-01-01 day"],
    ["45292.0", "days1900", "2024-01-01 day"],
    ["45292.5", "days1900", "2024-01-01T12:00:00 minute"],
    ["45292,75", "days1900", "2024-01-01T18:00:00 minute"],
    ["45292.9999999", "days1900", "2024-01-02 minute"],
    ["1", "days1900", "1900-01-01 day"],
    ["59", "days1900", "1900-02-28 day"],
    ["60", "days1900", "unreal-date"],
    ["61", "days1900", "1900-03-01 day"],
    ["2024", "days1900", "2024-01-01 year"],
    ["43857", "days1904", "2024-01-28 day"],
    ["20240131", "days1900", "2024-01-31 day"],
    ["45292", "year", "bad-date"],
    ["1700000000", "year", "bad-date"],
    ["20240131", "compact", "2024-01-31 day"],
    ["20240231", "compact", "unreal-date"],
    ["202413", "compact", "unreal-date"],
    ["202401311430", "compact", "2024-01-31T14:30:00 minute"],
    ["79", "year", "bad-date"],
    ["-9", "days1900", "no-date"],
  ])("%j as %s is %s", (text, kind, expected) => {
    expect(read(text, numbers(kind))).toBe(expected);
  });

  it("of one or two digits is a year where the column is history", () => {
    expect(read("79", {...DMY, lastYear: 99})).toBe("0079-01-01 year");
    expect(read("9", {...DMY, lastYear: 99})).toBe("0009-01-01 year");
  });
});

describe("a date of the Islamic calendar", () => {
  it.each([
    ["1445-07-19 AH", "2024-01-31"],
    ["02 محرم 1448", "2026-06-17"],
    ["9 ذو الحجة 1445 هـ", "2024-06-15"],
    ["1 ramadan 1445", "2024-03-11"],
    ["١ رمضان ١٤٤٥", "2024-03-11"],
    ["19/07/1445 AH", "2024-01-31"],
  ])("%s is about %s", (text, expected) => {
    expect(read(text)).toBe(`~${expected} day`);
  });

  it("before its months were decreed is within two days of what Intl says", () => {
    const format = new Intl.DateTimeFormat("en-u-ca-islamic-civil-nu-latn", {timeZone: "UTC", dateStyle: "short"});
    for (let year = 1; year < 1300; year += 37) {
      const {start} = dateReader(DMY, UTC)(`15 رجب ${year} هـ`) as DateReading;
      const near = [-2, -1, 0, 1, 2].map((days) => format.format(start + days * DAY));
      expect(near.some((text) => text.startsWith(`7/15/${year} `))).toBe(true);
    }
  });

  it("with no day is the stretch of its month", () => {
    expect(read("رمضان 1445")).toBe("~2024-03-11..2024-04-10 range");
  });
});

describe("1 January", () => {
  const style: DateStyle = {...DMY, newYear: "year"};

  it.each([
    ["1842-01-01", "1842-01-01 year"],
    ["1 January 1842", "1842-01-01 year"],
    ["1842-01-02", "1842-01-02 day"],
    ["1842-01-01T10:00", "1842-01-01T10:00:00 minute"],
    ["1842-01", "1842-01-01 month"],
  ])("stands for its year where the style says so: %j is %s", (text, expected) => {
    expect(read(text, style)).toBe(expected);
  });

  it("stands for its year beside a midnight that says nothing, and keeps a time in another column", () => {
    expect(read("-0232-01-01T00:00:00Z", {...style, midnight: "day"})).toBe("-0232-01-01 year");
    const reader = datePartsReader(["date", "time"], style, UTC);
    expect(told(reader(["1842-01-01", "14:30"]))).toBe("1842-01-01T14:30:00 minute");
    expect(told(reader(["1842-01-01", ""]))).toBe("1842-01-01 year");
  });
});

describe("a time of day", () => {
  it("with an offset is turned into the clock of the place, a date alone never", () => {
    const baghdad = new Zone("Asia/Baghdad");
    expect(read("2024-01-31T22:30:00Z", DMY, baghdad)).toBe("2024-02-01T01:30:00 second");
    expect(read("31/01/2024 22:30 UTC", DMY, baghdad)).toBe("2024-02-01T01:30:00 minute");
    expect(read("1706740200", numbers("seconds"), baghdad)).toBe("2024-02-01T01:30:00 second");
    expect(read("31/01/2024 22:30", DMY, baghdad)).toBe("2024-01-31T22:30:00 minute");
    expect(read("2024-01-31", DMY, baghdad)).toBe("2024-01-31 day");
    expect(read("-0044-03-15", DMY, baghdad)).toBe("-0044-03-15 day");
    expect(read("2024-01-01T00:00:00+14:00", DMY, new Zone("Pacific/Kiritimati"))).toBe("2024-01-01 second");
  });

  it("that is known to be UTC is turned into the clock of the place without saying so", () => {
    const baghdad = new Zone("Asia/Baghdad");
    expect(read("31/01/2024 22:30", {...DMY, utc: true}, baghdad)).toBe("2024-02-01T01:30:00 minute");
    expect(read("31/01/2024", {...DMY, utc: true}, baghdad)).toBe("2024-01-31 day");
  });

  it("of midnight says nothing where the style says so", () => {
    const style: DateStyle = {...DMY, midnight: "day", numbers: "milliseconds"};
    const newYork = new Zone("America/New_York");
    expect(read("2014-01-22 00:00:00.000", style)).toBe("2014-01-22 day");
    expect(read("2021-05-03T00:00:00Z", style, newYork)).toBe("2021-05-03 day");
    expect(read("1/22/2014 12:00:00 AM", style)).toBe("2014-01-22 day");
    expect(read("1706659200000", style, newYork)).toBe("2024-01-31 day");
    expect(read("2014-01-22 00:00:01", style)).toBe("2014-01-22T00:00:01 second");
  });

  it("is the same whatever the zone of the machine", () => {
    const zones = ["UTC", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Apia"];
    const before = process.env["TZ"];
    const offsets = new Set<number>();
    const all = zones.map((zone) => {
      process.env["TZ"] = zone;
      offsets.add(new Date(2024, 0, 1).getTimezoneOffset());
      return DAYS.map(([text]) => read(text));
    });
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
    expect(offsets.size).toBe(zones.length);
    for (const results of all) expect(results).toEqual(DAYS.map(([, expected]) => expected));
  });
});

describe("a date in several columns", () => {
  const joined = (
    parts: Parameters<typeof datePartsReader>[0],
    cells: string[],
    style: DateStyle = DMY,
    clock: Clock = UTC,
  ) => told(datePartsReader(parts, style, clock)(cells));

  it.each<[string[], string]>([
    [["2015", "February", "23"], "2015-02-23 day"],
    [["2015", "2", "23"], "2015-02-23 day"],
    [["2015.0", "2.0", "23.0"], "2015-02-23 day"],
    [["2015", "févr.", "1er"], "2015-02-01 day"],
    [["1985", "0", "0"], "1985-01-01 year"],
    [["1985", "6", "0"], "1985-06-01 month"],
    [["1985", "6", ""], "1985-06-01 month"],
    [["1985", "", "5"], "1985-01-01 year"],
    [["1985", "-9", "-9"], "1985-01-01 year"],
    [["1985", "Unknown", "99"], "1985-01-01 year"],
    [["-44", "3", "15"], "-0043-03-15 day"],
    [["44 BC", "3", "15"], "-0043-03-15 day"],
    [["c. 1850", "", ""], "~1850-01-01 year"],
    [["c. 1850", "6", ""], "~1850-06-01 month"],
    [["1914-1918", "", ""], "1914-01-01..1919-01-01 range"],
    [["476", "9", "4"], "0476-09-04 day"],
    [["18", "12", "31"], "2018-12-31 day"],
    [["", "6", "5"], "no-date"],
    [["-99", "6", "5"], "no-date"],
    [["2023", "2", "29"], "unreal-date"],
    [["2023", "13", "1"], "unreal-date"],
    [["2023", "1", "32"], "unreal-date"],
    [["2023", "Attack", "1"], "bad-date"],
    [["soon", "1", "1"], "bad-date"],
  ])("%j is %s", (cells, expected) => {
    expect(joined(["year", "month", "day"], cells)).toBe(expected);
  });

  it.each([
    ["1430", "2024-01-31T14:30:00 minute"],
    ["930", "2024-01-31T09:30:00 minute"],
    ["5", "2024-01-31T00:05:00 minute"],
    ["0000", "2024-01-31 minute"],
    ["14:30", "2024-01-31T14:30:00 minute"],
    ["14:30:15", "2024-01-31T14:30:15 second"],
    ["2:30 pm", "2024-01-31T14:30:00 minute"],
    ["14h30", "2024-01-31T14:30:00 minute"],
    ["0.604166666", "2024-01-31T14:30:00 minute"],
    ["", "2024-01-31 day"],
    ["Time Unknown", "2024-01-31 day"],
    ["2575", "2024-01-31 day"],
    ["evening", "2024-01-31 day"],
  ])("with the time %j on 31 January 2024 is %s", (time, expected) => {
    expect(joined(["date", "time"], ["31/01/2024", time])).toBe(expected);
    expect(joined(["time", "day", "month", "year"], [time, "31", "1", "2024"])).toBe(expected);
  });

  it("with hour and minute is as close as these go", () => {
    const parts = ["year", "month", "day", "hour", "minute"] as const;
    expect(joined(parts, ["2024", "1", "31", "6", "45"])).toBe("2024-01-31T06:45:00 minute");
    expect(joined(parts, ["2024", "1", "31", "6", ""])).toBe("2024-01-31T06:00:00 hour");
    expect(joined(parts, ["2024", "1", "31", "", "45"])).toBe("2024-01-31 day");
    expect(joined(parts, ["2024", "1", "", "6", "45"])).toBe("2024-01-01 month");
    expect(joined(parts, ["2024", "1", "31", "99", "99"])).toBe("2024-01-31 day");
  });

  it("adds a time to a date that was written with midnight", () => {
    expect(joined(["date", "time"], ["2024-01-31T00:00:00", "14:30"])).toBe("2024-01-31T14:30:00 minute");
  });

  it("of satellites is UTC and told in the clock of the place", () => {
    const style: DateStyle = {...DMY, utc: true};
    expect(joined(["date", "time"], ["2024-01-31", "2230"], style, new Zone("Asia/Baghdad"))).toBe(
      "2024-02-01T01:30:00 minute",
    );
  });
});

const pad = (n: number, width = 2) => String(Math.abs(n)).padStart(width, "0");
const NAMES = "January February March April May June July August September October November December".split(" ");
/** Days from 501 BCE to 2500, but the one that stands for "never set". */
const someDay = fc
  .integer({min: Math.floor(-77_000_000_000_000 / DAY), max: Math.floor(Date.UTC(2500, 0, 1) / DAY)})
  .map((day) => day * DAY)
  .filter((time) => time !== -62_135_596_800_000);

describe("for any day", () => {
  it("each way of writing it reads back as that day", () => {
    fc.assert(
      fc.property(someDay, (time) => {
        const date = new Date(time);
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const expected = {start: time, end: time + DAY, precision: "day"};
        const year = y < 0 ? `-${pad(y, 4)}` : pad(y, 4);
        const written: [string, DateStyle][] =
          y > 0
            ? [
                [`${year}-${pad(m)}-${pad(d)}`, MDY],
                [`${year}/${m}/${d}`, DMY],
                [`${pad(d)}/${pad(m)}/${year}`, DMY],
                [`${d}.${m}.${year}`, DMY],
                [`${m}/${d}/${year}`, MDY],
                [`${d} ${NAMES[m - 1]} ${year}`, MDY],
                [`${NAMES[m - 1]!.slice(0, 3)}. ${d}, ${year}`, DMY],
                [`${year}-${pad(m)}-${pad(d)}`, numbers("days1900")],
              ]
            : [[`${d} ${NAMES[m - 1]} ${1 - y} BCE`, DMY]];
        if (y < 0) written.push([`${year}-${pad(m)}-${pad(d)}`, DMY]);
        if (y >= 1927 && y <= 2026) written.push([`${pad(m)}/${pad(d)}/${pad(y % 100)}`, MDY]);
        for (const [text, style] of written) expect(dateReader(style, UTC)(text), text).toMatchObject(expected);
      }),
      {numRuns: 1000},
    );
  });

  it("is never taken for another where its parts settle the order", () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom("/", ".", "-"), (time, sign) => {
        const date = new Date(time);
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        fc.pre(y > 0 && d > 12);
        for (const style of [DMY, MDY]) {
          const dayFirst = [d, m, pad(y, 4)].join(sign);
          expect(dateReader(style, UTC)(dayFirst)).toMatchObject({start: time, settles: "dmy"});
          expect(dateReader(style, UTC)([m, d, pad(y, 4)].join(sign))).toMatchObject({start: time, settles: "mdy"});
        }
      }),
    );
  });

  it("that the calendar lacks is refused and never rolls over", () => {
    for (let year = 1895; year < 2030; year++)
      for (let month = 1; month <= 12; month++) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        for (let day = last + 1; day <= 31; day++) {
          expect(read(`${year}-${pad(month)}-${day}`)).toBe("unreal-date");
          expect(read(`${day}/${month}/${year}`)).toBe("unreal-date");
          expect(read(`${NAMES[month - 1]} ${day}, ${year}`)).toBe("unreal-date");
        }
      }
  });
});

/** Readings are whole; faults are words. */
function isSound(result: DateReading | DateFault): boolean {
  if (typeof result === "string") return ["no-date", "bad-date", "unreal-date"].includes(result);
  return Number.isFinite(result.start) && Number.isFinite(result.end) && result.end > result.start;
}

describe("any text at all", () => {
  const pieces =
    "1 2 12 13 31 2024 24 1999 0 / - . : T Z + , ( ) – ~ to bis c. BC AH Jan mars يناير pm h ' 年 月 W Q s\u200f".split(
      " ",
    );
  const datelike = fc.array(fc.constantFrom(...pieces, " ", ""), {maxLength: 14}).map((parts) => parts.join(""));

  it("is read or refused, never with NaN and never with an exception", () => {
    const kinds: DateStyle["numbers"][] = ["year", "compact", "seconds", "milliseconds", "days1900", "days1904"];
    const zone = new Zone("Asia/Baghdad");
    fc.assert(
      fc.property(
        fc.oneof(datelike, fc.string({unit: "binary", maxLength: 80}), fc.double().map(String)),
        fc.constantFrom("dmy", "mdy", "ymd"),
        fc.constantFrom(...kinds),
        fc.integer({min: -50, max: 3000}),
        (text, order, kind, lastYear) => {
          const style: DateStyle = {order: order as DateStyle["order"], numbers: kind, lastYear};
          expect(isSound(dateReader(style, zone)(text))).toBe(true);
          const parts = ["year", "month", "day", "time"] as const;
          expect(isSound(datePartsReader(parts, style, zone)([text, text, text, text]))).toBe(true);
        },
      ),
      {numRuns: 1500},
    );
  });

  it("is read the same the second time", () => {
    fc.assert(
      fc.property(fc.array(datelike, {maxLength: 20}), (texts) => {
        const one = dateReader(DMY, UTC);
        for (const text of [...texts, ...texts]) expect(one(text)).toEqual(dateReader(DMY, UTC)(text));
      }),
    );
  });

  it("of great length costs no time", () => {
    const reader = dateReader(DMY, UTC);
    const units = ["1", "2024-01-01 ", "9.", "-", " ", "a", "1-", "jan ", "c. ", "(", "5 to ", "١", "ﷺ"];
    const before = performance.now();
    for (const unit of units)
      for (const length of [40, 60, 64, 65, 127, 50_000]) reader(unit.repeat(length).slice(0, length));
    expect(performance.now() - before).toBeLessThan(500);
    for (const unit of units) expect(isSound(reader(unit.repeat(50_000)))).toBe(true);
    expect(reader("1".repeat(50_000))).toBe("bad-date");
  });
});

const ZOO = join(import.meta.dirname, "../../../../shared/torture/handmade/date_zoo.csv");

describe.skipIf(!existsSync(ZOO))("the zoo of dates", () => {
  it("is read or refused row by row", () => {
    const rows = readFileSync(ZOO, "utf8").trim().split("\n").slice(1);
    const results = rows.map((row) => read(row.split(",")[1]!, numbers("days1900")));
    expect(results).toEqual([
      "2024-01-01 day",
      "2024-01-01 day",
      "2024-01-01 day",
      "2024-01-01 month",
      "2024-01-01 year",
      "2024-01-29 week",
      "2024-02-29 day",
      "unreal-date",
      "unreal-date",
      "unreal-date",
      "2024-01-01 year",
      "no-date",
      "1970-01-01 day",
      "1969-12-31T23:59:59 second",
      "bad-date",
      "bad-date",
      "2024-01-01 day",
      "2024-01-01T12:00:00 minute",
      "2024-01-01 day",
      "2024-01-01 day",
      "2024-01-01 month",
      "~1850-01-01 year",
      "~2024-03-01 month",
      "-0044-03-15 day",
      "-0043-01-01 year",
      "bad-date",
      "2023-12-31T10:00:00 second",
      "2024-01-02T11:30:00 second",
      "2024-03-10T02:30:00 second",
      "bad-date",
      "2024-12-31T23:59:59 second",
      "2024-01-01T15:04:00 minute",
      "2024-02-01 day",
      "2024-01-01 day",
      "2024-01-01 day",
      "2024-01-03 day",
      "2024-01-01 day",
      "~2024-01-31 day",
      "bad-date",
      "bad-date",
      "no-date",
      "no-date",
      "no-date",
      "bad-date",
      "2024-01-01..2024-01-06 range",
      "2024-01-01..2024-01-06 range",
      "bad-date",
      "no-date",
      "bad-date",
      "bad-date",
    ]);
  });
});
