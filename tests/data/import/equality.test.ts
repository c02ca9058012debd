// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {codesOf, columnsOf, counted, importText, rowsOf} from "./read.ts";
import {WRITERS, type Cell, type TableOf} from "./writers.ts";

const HEADER = ["id", "date", "latitude", "longitude", "place", "category", "killed", "title", "notes"];
const CATEGORIES = ["drone", "rocket", "air strike", "احتجاج"];
const TEXTS = [
  'He said "no", twice',
  "one\ntwo\n\nthree",
  "a;b,c|d\te",
  "قصف على القاعدة",
  "🚀 launched, 12 km",
  "=1+1",
  "-33.9",
  "007",
  "O'Brien’s “farm” – near",
  "",
];
const DATES: Cell[] = [
  {iso: "2024-01-28"},
  {iso: "2024-02-29T23:45"},
  {iso: "2024-01-01T00:05"},
  "2024-03",
  "2023",
  {iso: "1999-12-31"},
  "28 March 2024",
  "2024-02-30",
];

const TABLE: TableOf = {
  header: HEADER,
  rows: Array.from({length: 40}, (_, i) => [
    `00${i}`,
    DATES[i % DATES.length]!,
    ...(i % 7 === 3 ? ["", ""] : [Number((-33.5 + i * 1.37).toFixed(4)), Number((38.25 + i * 0.0731).toFixed(4))]),
    i % 5 === 4 ? "" : `Base ${i % 6}`,
    CATEGORIES[i % 4]!,
    i % 3 === 0 ? "" : i,
    TEXTS[i % TEXTS.length]!,
    TEXTS[(i * 3 + 1) % TEXTS.length]!,
  ]),
};

const BEYOND_LATIN = new Map(
  [..."€‚„…–—‘’“”œ"].map((letter, i) => [
    letter,
    [0x80, 0x82, 0x84, 0x85, 0x96, 0x97, 0x91, 0x92, 0x93, 0x94, 0x9c][i]!,
  ]),
);
const windows1252 = (text: string) =>
  Uint8Array.from(text, (letter) => BEYOND_LATIN.get(letter) ?? letter.charCodeAt(0));

describe("the same dataset", () => {
  it.each(Object.keys(WRITERS).filter((name) => name !== "table.csv"))(
    "as %s gives the columns of its CSV",
    async (name) => {
      const csv = await importText(WRITERS["table.csv"]!(TABLE), "table.csv");
      const other = await importText(WRITERS[name]!(TABLE), name);
      expect(columnsOf(other)).toEqual(columnsOf(csv));
      expect(other.extent).toEqual(csv.extent);
      expect(counted(other)).toEqual(counted(csv));
      expect(codesOf(other)).toEqual(codesOf(csv));
      expect(other.story.facets).toEqual(csv.story.facets);
    },
  );

  it("is what was written", async () => {
    const output = await importText(WRITERS["table.csv"]!(TABLE), "table.csv");
    expect(counted(output)).toEqual({rows: 40, placed: 30, timelineOnly: 5, rejected: 5});
    const kept = TABLE.rows.filter((row) => row[1] !== "2024-02-30");
    expect(rowsOf(output, ["id", "lat", "lon", "place", "category", "title", "notes"])).toEqual(
      kept.map((cells) => [0, 2, 3, 4, 5, 7, 8].map((i) => String(cells[i]))),
    );
    expect(rowsOf(output, ["start", "precision"]).slice(0, 7)).toEqual([
      ["2024-01-28", "day"],
      ["2024-02-29T23:45", "minute"],
      ["2024-01-01T00:05", "minute"],
      ["2024-03-01", "month"],
      ["2023-01-01", "year"],
      ["1999-12-31", "day"],
      ["2024-03-28", "day"],
    ]);
  });

  it("in windows-1252 gives the columns it has in UTF-8", async () => {
    const french = ["Orléans – “œuvre”", "à l’aube, près d’une église", "naïf; déjà vu", "10 € à la ferme"];
    const rows = TABLE.rows.map((cells, i) =>
      cells.map((cell) => (typeof cell === "string" && /[^ -~\n\t]/u.test(cell) ? french[i % french.length]! : cell)),
    );
    const text = String(WRITERS["semicolon.csv"]!({...TABLE, rows}));
    const legacy = await importText(windows1252(text));
    expect(legacy.file).toMatchObject({encoding: "windows-1252", encodingGuessed: true});
    expect(columnsOf(legacy)).toEqual(columnsOf(await importText(text)));
  });

  const words = fc.string({
    unit: fc.constantFrom(..."ab zé;,|\t\"'\n=-+@:/#0192.", "ق", "صف", "🚀", "\u00a0", "\\", "{", "[", "<", "&"),
    maxLength: 12,
  });
  const cells = fc.tuple(
    fc.constantFrom(...DATES, ""),
    fc.option(fc.tuple(fc.integer({min: -899_999, max: 899_999}), fc.integer({min: -1_799_999, max: 1_799_999})), {
      freq: 5,
    }),
    words,
    fc.constantFrom(...CATEGORIES, ""),
    fc.option(fc.nat(5000), {freq: 3}),
    words,
    words,
  );

  it("is the same in every format, whatever its cells hold", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cells, {minLength: 5, maxLength: 14}), async (drawn) => {
        const rows = drawn.map(([date, place, name, category, killed, title, notes], i): Cell[] => [
          `e${i}`,
          date,
          ...(place === null ? ["", ""] : [place[0] / 10_000, place[1] / 10_000]),
          name,
          category,
          killed ?? "",
          title,
          notes,
        ]);
        const table = {header: HEADER, rows};
        const csv = await importText(WRITERS["table.csv"]!(table), "table.csv");
        for (const name of [
          "semicolon.csv",
          "table.tsv",
          "utf16le.csv",
          "table.json",
          "table.ndjson",
          "table.geojson",
          "table.xlsx",
          "table.parquet",
        ]) {
          const other = await importText(WRITERS[name]!(table), name);
          expect([name, columnsOf(other)]).toEqual([name, columnsOf(csv)]);
          expect([name, counted(other)]).toEqual([name, counted(csv)]);
        }
      }),
      {numRuns: 15},
    );
  }, 60_000);
});
