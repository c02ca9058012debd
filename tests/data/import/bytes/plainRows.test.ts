// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it, vi} from "vitest";
import {PlainRows} from "../../../../src/data/import/bytes/plainRows.ts";
import type {ImportOutput} from "../../../../src/data/import/importer.ts";
import {ROLE_NAMES} from "../../../../src/data/save/header.ts";
import type {Choices} from "../../../../src/data/understand/understanding.ts";
import {columnsOf, importText} from "../read.ts";

const units = (text: string) => Uint16Array.from({length: text.length}, (_, i) => text.charCodeAt(i));
/** The same text in an encoding that is always read as text. */
const asUtf16 = (text: string): Uint8Array => new Uint8Array(units(`\ufeff${text}`).buffer);

async function told(output: ImportOutput) {
  const {extent, report, understanding, mapping, story, sure, rejected} = output;
  return {
    columns: columnsOf(output),
    extent,
    report: {...report, source: null},
    understanding: {...understanding, assumptions: understanding.assumptions.filter(({code}) => code !== "encoding")},
    mapping,
    story,
    sure,
    rejected: rejected === null ? null : await rejected.text(),
  };
}

/** Reads a table both ways, and says how many of its rows were taken as bytes. */
async function bothWays(text: string, settled: Choices = {}): Promise<number> {
  let taken = 0;
  const take = PlainRows.prototype.take;
  const spy = vi.spyOn(PlainRows.prototype, "take").mockImplementation(function (this: PlainRows, ...given) {
    const end = take.apply(this, given);
    taken += end - given[1];
    return end;
  });
  const bytes = await importText(text, "table.csv", settled);
  spy.mockRestore();
  const texts = await importText(asUtf16(text), "table.csv", settled);
  expect(await told(bytes)).toEqual(await told(texts));
  return taken;
}

const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csvOf = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => `${cells.map(quoted).join(",")}\n`).join("");

const HEADER = "id,date,end_date,latitude,longitude,place,category,actor,killed,wounded,title,link,notes,ward".split(
  ",",
);
const plainRow = (i: number): string[] => [
  `e${i}`,
  `2024-0${1 + (i % 9)}-${10 + (i % 18)}`,
  "",
  String(30 + (i % 90) / 7).slice(0, 8),
  String(40 + (i % 90) / 9).slice(0, 8),
  `Town ${i % 5}`,
  ["Drone", "Rocket"][i % 2],
  `Group ${i % 3}`,
  String(i % 4),
  "",
  `Attack ${i}`,
  "https://example.org/a",
  "noted",
  `W${i % 30}`,
];

const date = fc.constantFrom(
  ..."2024-01-31|2024-01-31T10:20|2024-01-31 10:20:30|2024-01-31T10:20:30.25Z|2024-01-31t10:20:30+02:00|2024-01-31T10:20:30-0330|2024-02-30|2024-13-01|2024-1-5|24-01-05|31/12/2023|12/31/2023|05.06.2024|5.6.24|2024/01/31|20240131|202401|2024|1999-01-01|9999-12-31|0000-00-00|0001-01-01|0999-05-05|2024-01-31T24:00|2024-01-31T23:59:60|2024-01-31T25:00|2024-01-31 00:00|2024-01-31 00:00:00Z|31 January 2024|unknown||soon|2024-01-31T10|2024-01-31T10:20 UTC|2024-01-31+01:00|1706695200|-5|2024-01-31T10:20:30,5|2024-01-31  10:20|2024-031".split(
    "|",
  ),
);
const degree = fc.constantFrom(
  ..."12.5|-12.5|+12.5|12|0|-0|0.0|00.5|.5|5.|86.2|-89.99|95|181|-9|99|-99|12,5|1e1|12.123456789012345678|N 12|33°20′N||n/a|12.5 |\u00a012.5|4_1|1200000".split(
    "|",
  ),
);
const number = fc.constantFrom(
  ..."0|5|5.5|-9|-1|1,200|12-15|about 7|NaN|n/a||007|1e3|99999999999999|3 killed|٣|5+|.5|-0".split("|"),
);
const text = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "a",
    " padded ",
    "\u3000wide\u3000",
    "\ufeffmarked",
    'a "quoted" one',
    "two\nlines",
    "é",
    "日本",
    "😀",
    "=1+1",
    "'=1",
    "x".repeat(300),
  ),
  fc.string({unit: "grapheme", maxLength: 8}).filter((each) => !/[\0\r]/.test(each)),
);
const link = fc.constantFrom(
  "",
  "https://a.b",
  "http://é.org",
  "HTTPS://A.B",
  "http:// x",
  "ftp://x",
  "see http://a.b",
  "https://",
);
const row = fc
  .tuple(fc.tuple(text, date, date), degree, degree, text, text, text, number, number, text, link, text, text)
  .map(([first, ...rest]): string[] => [...first, ...rest]);

describe("a row taken as bytes", () => {
  it("means what it means as text, whatever its cells hold", async () => {
    let taken = 0;
    const mended = fc.tuple(fc.nat(), row, fc.subarray([...HEADER.keys()], {maxLength: 3}));
    await fc.assert(
      fc.asyncProperty(fc.array(mended, {minLength: 1, maxLength: 12}), async (drawn) => {
        // Rows of which a few cells are odd, among rows that say what the columns are.
        const odd = drawn.map(([i, cells, at]) =>
          plainRow(i % 50).map((cell, k) => (at.includes(k) ? cells[k] : cell)),
        );
        const rows = [...Array.from({length: 30}, (_, i) => plainRow(i)), ...odd];
        taken += await bothWays(csvOf([HEADER, ...rows]));
      }),
      {numRuns: 250},
    );
    // Now and then odd cells say that the whole table is written in another way.
    expect(taken).toBeGreaterThan(30 * 250 * 0.8);
  }, 120_000);

  it.each([
    ["month first", (i: number) => `${1 + (i % 12)}/${13 + (i % 15)}/2024`],
    ["day first, in a zone", (i: number) => `${13 + (i % 15)}.${1 + (i % 12)}.2024 10:${10 + (i % 50)}`],
    ["as bare digits", (i: number) => `202401${10 + (i % 20)}`],
    ["of two digits", (i: number) => `${13 + (i % 15)}/0${1 + (i % 9)}/${20 + (i % 5)}`],
    ["at midnight", (i: number) => `2024-01-${10 + (i % 20)}T00:00:00Z`],
    ["with offsets", (i: number) => `2024-0${1 + (i % 9)}-10T23:30:00+0${i % 9}:00`],
  ])("has its date read as the column has them: %s", async (_, dateOf) => {
    const rows = Array.from({length: 60}, (_, i) => plainRow(i).map((cell, k) => (k === 1 ? dateOf(i) : cell)));
    expect(await bothWays(csvOf([HEADER, ...rows]), {timezone: "Asia/Baghdad"})).toBeGreaterThan(20);
  });

  it("settles the order of day and month beyond the sample, as text does", async () => {
    const rows = Array.from({length: 4000}, (_, i) =>
      plainRow(i).map((cell, k) => (k === 1 ? `${1 + (i % 12)}/${i < 3500 ? 1 + (i % 9) : 13 + (i % 15)}/2024` : cell)),
    );
    expect(await bothWays(csvOf([HEADER, ...rows]))).toBeGreaterThan(3000);
  });

  it("has its date and its time of day in columns of their own, and codes for how closely place and date are known", async () => {
    const header = "event_date,event_time,latitude,longitude,geo_precision,time_precision,location,notes".split(",");
    const rows = Array.from({length: 60}, (_, i) => [
      `2024-01-${10 + (i % 20)}`,
      ["10:20", "", "23:59:59", "00:00", "noon", "930"][i % 6],
      "33.5",
      String(44 + i / 100),
      String(1 + (i % 4)),
      String(i % 4),
      "Town",
      `${i}`,
    ]);
    expect(await bothWays(csvOf([header, ...rows]))).toBeGreaterThan(20);
  });

  it("counts for the series, the certainty and the facets that the story says", async () => {
    const rows = Array.from({length: 50}, (_, i) => plainRow(i));
    const settled: Choices = {
      facets: ["ward"],
      series: {
        primary: {where: {category: ["Drone"], actor: ["Group 1", "Group 2"]}},
        counter: {where: {actor: ["Group 0"]}},
      },
      certainty: {"Group 1": "claim"},
    } as Choices;
    expect(await bothWays(csvOf([HEADER, ...rows]), settled)).toBeGreaterThan(40);
  });

  it("of a table that was saved here means to the letter what it says", async () => {
    const header = ROLE_NAMES.map(([, name]) => name).flatMap((name) =>
      name === "killed" ? [name, "killed_low", "killed_high"] : [name],
    );
    const at = (name: string) => header.indexOf(name);
    const rows = Array.from({length: 60}, (_, i) => {
      const cells = header.map(() => "");
      cells[at("id")] = `e${i}`;
      cells[at("start")] = i % 5 === 4 ? `2024-01-${10 + (i % 20)}T10:20` : `2024-01-${10 + (i % 20)}`;
      cells[at("date_precision")] = i % 5 === 4 ? "minute" : i % 7 === 3 ? "month" : "day";
      cells[at("end")] = i % 3 === 0 ? `2024-02-${10 + (i % 9)}` : "";
      cells[at("lat")] = ["0", "86.5", "33.5", "-12.25"][i % 4];
      cells[at("lon")] = String(-40 - i / 8);
      cells[at("title")] = i % 4 === 0 ? "'=1+1" : `T ${i}`;
      cells[at("killed")] = String(i);
      cells[at("killed_low")] = i % 2 === 0 ? "" : String(i - 1);
      return cells;
    });
    expect(await bothWays(csvOf([header, ...rows]))).toBeGreaterThan(10);
  });

  it("stands at one of as many places as there are rows, under keys that no other has", async () => {
    const names = ["", "", "Town", "@12.5,40", "Town@12.5,40", "Ünye"];
    const rows = Array.from({length: 400}, (_, i) =>
      plainRow(i).map((cell, k) =>
        k === 3
          ? String(12.5 + (i % 40) / 1000)
          : k === 4
            ? i % 3 === 0
              ? "40"
              : "40.000"
            : k === 5
              ? names[i % 6]
              : cell,
      ),
    );
    expect(await bothWays(csvOf([HEADER, ...rows]))).toBe(400);
  });

  it("may be ragged, blank, or the last of its file without a line's end", async () => {
    const rows = csvOf([HEADER, ...Array.from({length: 40}, (_, i) => plainRow(i))]);
    const more = `${plainRow(41).join(",")},,\n${plainRow(42).slice(0, 9).join(",")}\n\n ,,\n${plainRow(43).join(",")},more\n`;
    expect(await bothWays(`Title of the table\n${rows}${more}${plainRow(44).join(",")}`)).toBeGreaterThan(40);
  });
});
