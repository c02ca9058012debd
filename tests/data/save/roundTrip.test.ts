// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Loaded} from "../../../src/data/load.ts";
import type {DatePrecision} from "../../../src/data/calendar.ts";
import {storySchema} from "../../../src/data/story.ts";
import {importText} from "../import/read.ts";
import {csvOf, geoJsonOf, reopened, storyText} from "./saved.ts";
import {cellText, loadedFrom, loadedTable, plain, plainTable} from "./tables.ts";

const pad = (n: number, width = 2) => String(n).padStart(width, "0");
const yearText = (year: number) => (year >= 1000 ? String(year) : `${year < 0 ? "-" : "+"}${pad(Math.abs(year), 6)}`);

/** Starts as they stand in files, of every precision, far back and far ahead. */
const startOf = fc
  .record({
    year: fc.oneof(fc.integer({min: 1990, max: 2030}), fc.integer({min: -4000, max: 9000})),
    month: fc.integer({min: 1, max: 12}),
    day: fc.integer({min: 1, max: 28}),
    clock: fc.tuple(
      fc.integer({min: 0, max: 23}),
      fc.integer({min: 0, max: 59}),
      fc.integer({min: 0, max: 59}),
      fc.integer({min: 0, max: 999}),
    ),
    parts: fc.integer({min: 1, max: 7}),
  })
  .map(({year, month, day, clock: [h, m, s, ms], parts}) => {
    const date = [yearText(year), `-${pad(month)}`, `-${pad(day)}`].slice(0, parts).join("");
    const time = [`T${pad(h)}:${pad(m)}`, `:${pad(s)}`, `.${pad(ms, 3)}`].slice(0, parts - 3).join("");
    return parts < 4 ? date : date + time;
  });
const endAfter = fc.record({days: fc.integer({min: 0, max: 900}), cut: fc.constantFrom(4, 7, 10, 16)});
const precision = fc.constantFrom<DatePrecision | "">(
  "",
  "",
  "year",
  "month",
  "week",
  "range",
  "day",
  "hour",
  "minute",
  "second",
);
const degrees = (limit: number) =>
  fc.oneof(
    fc.double({min: -limit, max: limit, noNaN: true}).map((n) => (Math.abs(n) < 1e-9 ? 1.5 : n)),
    fc.integer({min: -limit, max: limit}).map((n) => n || 2),
  );
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: "" as const, freq: 4});
const number = maybe(fc.oneof(fc.integer({min: 0, max: 100_000}), fc.constant(2.5)));

interface Row {
  cells: string[];
}

const HEADER = [
  ...["id", "start", "end", "date_precision", "lat", "lon", "place", "place_precision", "title_en", "title_fr"],
  ...["summary", "kind", "status", "land", "actor", "target", "claimed", "dead", "hurt", "sources", "url", "remarks"],
  ...["weapon", "Title", "killed_low", "2024", "geometry.lat", "when", "=cmd", "__proto__"],
];
const STORY = {
  mapping: {
    id: "id",
    start: "start",
    end: "end",
    datePrecision: "date_precision",
    lat: "lat",
    lon: "lon",
    place: "place",
    placePrecision: "place_precision",
    title: {en: "title_en", fr: "title_fr"},
    summary: "summary",
    category: "kind",
    certainty: "status",
    country: "land",
    actor: "actor",
    target: "target",
    claimedBy: "claimed",
    killed: "dead",
    wounded: "hurt",
    sources: "sources",
    link: "url",
    notes: "remarks",
  },
  certainty: {sure: "official", press: "media", said: "claim", denied: "disputed"} as const,
  facets: ["status", "kind", "weapon"],
  timezone: "Asia/Baghdad",
};

const row: fc.Arbitrary<Row> = fc
  .record({
    start: startOf,
    end: maybe(endAfter),
    precision,
    point: fc.option(fc.tuple(degrees(90), degrees(180)), {nil: null, freq: 3}),
    placePrecision: fc.constantFrom("", "exact_site", "near", "city", "district", "province", "country"),
    texts: fc.array(cellText, {minLength: 20, maxLength: 20}),
    status: fc.constantFrom("sure", "press", "said", "denied", "", "odd"),
    kind: fc.oneof(fc.constantFrom("attack", "strike", "=x", ""), cellText),
    numbers: fc.tuple(number, number),
  })
  .map(({start, end, precision: stated, point, placePrecision, texts, status, kind, numbers}) => {
    const text = () => texts.pop() ?? "";
    const from = /^\d{4}-\d{2}-\d{2}/.exec(start);
    const until =
      end === "" || from === null
        ? ""
        : new Date(Date.parse(from[0]) + end.days * 86_400_000).toISOString().slice(0, end.cut);
    const [lat, lon] = point ?? ["", ""];
    return {
      cells: [
        ...[text(), start, until, stated, String(lat), String(lon), text(), placePrecision, text(), text()],
        ...[text(), kind, status, text(), text(), text(), text(), ...numbers.map(String), text(), text(), text()],
        ...[text(), text(), text(), text(), text(), text(), text(), text()],
      ],
    };
  });
/** Some value of the certainty column is never one of our words, so that both stand in a saved table. */
const rowsArbitrary = fc.array(row, {minLength: 1, maxLength: 12}).map((rows) => {
  rows[0]!.cells[HEADER.indexOf("status")] = "sure";
  return rows;
});
const loadedRows = (rows: readonly Row[], placesCountries = true): Loaded =>
  loadedTable(
    HEADER,
    rows.map(({cells}) => cells),
    STORY,
    placesCountries,
  );

/** What a saved table calls columns whose names are taken, and what it calls the same column once it is one of ours. */
const RENAMED = new Map([
  ["Title", "Title (2)"],
  ["killed_low", "killed_low (2)"],
  ["geometry.lat", "geometry.lat (2)"],
]);

/** What is expected back of a table: the names of facets that a role says anyway are gone, how sure a report is comes in our words. */
function expected(loaded: Loaded, renamed: ReadonlyMap<string, string>) {
  const {named, ...rest} = plainTable(loaded.dataset.columns);
  const words = [...loaded.dataset.columns.certainty].map((code) => ["official", "media", "claim", "disputed"][code]!);
  return {
    ...rest,
    series: rest.series.map(() => 0),
    named: named
      .filter(([name]) => name !== "kind")
      .map(([name, cells]): [string, string[]] => [renamed.get(name) ?? name, name === "certainty" ? words : cells])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

describe("a table saved and opened again", () => {
  it("as CSV has every column as it was", async () => {
    await fc.assert(
      fc.asyncProperty(rowsArbitrary, async (rows) => {
        const loaded = loadedRows(rows);
        const back = await importText(csvOf(loaded), "saved.csv");
        expect(back.report).toMatchObject({preset: "dateline", rows: rows.length, rejected: 0});
        expect(back.understanding.doubts).toEqual([]);
        expect(plainTable(back.columns)).toEqual(expected(loaded, RENAMED));
        expect(plainTable((await importText(csvOf(loadedFrom(back)), "again.csv")).columns)).toEqual(
          plainTable(back.columns),
        );
      }),
      {numRuns: 80},
    );
  }, 60_000);

  it("as GeoJSON has every column as it was", async () => {
    const renamed = new Map([...RENAMED, ["when", "when (2)"]]);
    await fc.assert(
      fc.asyncProperty(rowsArbitrary, async (rows) => {
        const loaded = loadedRows(rows);
        const back = await importText(geoJsonOf(loaded), "saved.geojson");
        expect(back.report).toMatchObject({preset: "dateline", format: "geojson", rows: rows.length, rejected: 0});
        expect(back.understanding.doubts).toEqual([]);
        expect(plainTable(back.columns)).toEqual(expected(loaded, renamed));
        expect(back.story.title).toBe("A table");
      }),
      {numRuns: 80},
    );
  }, 60_000);

  it("as a story file is the same story", async () => {
    await fc.assert(
      fc.asyncProperty(rowsArbitrary, fc.boolean(), async (rows, isImported) => {
        const loaded = loadedRows(rows, isImported);
        if (isImported) loaded.story.reading = {dates: {order: "dmy"}};
        const json = storyText(loaded);
        expect(storySchema.safeParse(JSON.parse(json)).error).toBeUndefined();
        const back = await reopened(json);
        expect(plain(back.dataset.columns)).toEqual(plain(loaded.dataset.columns));
        expect(back.mapping).toEqual(loaded.mapping);
        expect(back.dataset.extent).toEqual(loaded.dataset.extent);
        for (const field of ["facets", "certainty", "timezone", "series", "background"] as const)
          expect(back.story[field]).toEqual(loaded.story[field]);
      }),
      {numRuns: 80},
    );
  }, 60_000);
});
