// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {PLACE_PRECISIONS} from "../../src/data/dataset.ts";
import {textAt} from "../../src/data/text.ts";
import {csvOf, datasetOf, parsed} from "./fixture.ts";

const SITES = [
  "site_id,name_en,name_fr,name_ar,short_en,short_fr,short_ar,lat,lon,geo_precision",
  "asad,Al-Asad Air Base,Base d’Aïn al-Assad,قاعدة عين الأسد,Al-Asad,Aïn al-Assad,عين الأسد,33.7856,42.4412,exact_site",
  "erbil,Erbil airport,,,,,,36.2376,43.9632,near",
  "iraq,Iraq,,,,,,33,44,country",
  "lost,Somewhere,,,,,,,,city",
].join("\n");
const HEADER = ["start", "site", "place", "lat", "lon", "place_precision"];

function places(rows: string[][], sites: string | null = SITES) {
  const dataset = datasetOf(
    csvOf(
      HEADER,
      rows.map((cells) => ["2023-10-17", ...cells]),
    ),
    {},
    sites,
  );
  const {columns} = dataset;
  return {
    dataset,
    of: [...columns.place],
    list: Array.from(columns.places.lat, (lat, place) => [
      textAt(columns.places.key, place),
      lat,
      columns.places.lon[place],
      PLACE_PRECISIONS[columns.places.precision[place]!],
    ]),
  };
}

describe("the place of an event", () => {
  it("is its site's, once for all events there", () => {
    const {of, list} = places([
      ["asad", "", "", "", ""],
      ["erbil", "", "", "", ""],
      ["asad", "Ain al-Asad", "", "", "city"],
    ]);
    expect(of).toEqual([0, 1, 0]);
    expect(list).toEqual([
      ["asad", 33.7856, 42.4412, "exact_site"],
      ["erbil", 36.2376, 43.9632, "near"],
    ]);
  });

  it("has the row's own coordinates where it states them, also at a site", () => {
    expect(places([["asad", "", "33.5", "42.5", ""]]).list).toEqual([["asad", 33.5, 42.5, "exact_site"]]);
    expect(places([["nowhere", "Tower 22", "33.5", "42.5", "near"]]).list).toEqual([["Tower 22", 33.5, 42.5, "near"]]);
  });

  it("is none for an event that is known to the country only", () => {
    const {of, list} = places([
      ["", "Iraq", "33", "44", "country"],
      ["iraq", "", "", "", ""],
      ["asad", "", "", "", "country"],
    ]);
    expect(of).toEqual([-1, -1, -1]);
    expect(list).toEqual([]);
  });

  it.each([
    ["91", "44", "lat"],
    ["33", "180.5", "lon"],
    ["33", "", "lon"],
    ["", "44", "lat"],
    ["33,5", "44", "lat"],
    ["33° N", "44", "lat"],
    ["NaN", "44", "lat"],
    ["1e1", "44", "lat"],
    ["Infinity", "44", "lat"],
    ["0x10", "44", "lat"],
  ])("is none, with an issue, for %j and %j", (lat, lon, column) => {
    const {columns, report} = parsed(csvOf(HEADER, [["2023-10-17", "asad", "", lat, lon, ""]]), {}, SITES);
    expect([...columns.place]).toEqual([-1]);
    expect(report.issues).toEqual([
      {code: "bad-coordinate", column, count: 1, examples: [{row: 1, value: column === "lat" ? lat : lon}]},
    ]);
    expect([report.placed, report.timelineOnly]).toEqual([0, 1]);
  });

  it.each(["-90", "90", "+12.5", ".5", "12.", " 33.1 ", "-0"])("may stand at latitude %j", (lat) => {
    expect(places([["", "x", lat, "180", ""]]).list).toEqual([["x", Number(lat), 180, "exact_site"]]);
  });

  it("is missing, with an issue, where neither row nor site has coordinates", () => {
    const rows = [["lost"], [""], ["__proto__"]].map(([site]) => ["2023-10-17", site!, "", "", "", ""]);
    const {columns, report} = parsed(csvOf(HEADER, rows), {}, SITES);
    expect([...columns.place]).toEqual([-1, -1, -1]);
    expect(report.issues.map(({code, count}) => [code, count])).toEqual([["no-coordinate", 3]]);
  });

  it("is no issue in a table without a map", () => {
    expect(parsed("start\n2023-10-17").report.issues).toEqual([]);
  });
});

describe("the name of a place", () => {
  it("is the site's in the language asked for, short for the map and in full", () => {
    const {dataset} = places([["asad", "", "", "", ""]]);
    const names = (full: boolean) => ["en", "fr", "ar", "de"].map((language) => dataset.placeName(0, language, full));
    expect(names(false)).toEqual(["Al-Asad", "Aïn al-Assad", "عين الأسد", "Al-Asad"]);
    expect(names(true)).toEqual(["Al-Asad Air Base", "Base d’Aïn al-Assad", "قاعدة عين الأسد", "Al-Asad Air Base"]);
  });

  it("is the English one where a site has no other, and the table's where there is no site", () => {
    const {dataset} = places([
      ["erbil", "", "", "", ""],
      ["", "Tower 22", "33", "38", ""],
    ]);
    expect([dataset.placeName(0, "ar"), dataset.placeName(0, "fr", true)]).toEqual(["Erbil airport", "Erbil airport"]);
    expect([dataset.placeName(1, "ar"), dataset.placeName(1, "en", true)]).toEqual(["Tower 22", "Tower 22"]);
  });
});

describe("the key of a place", () => {
  it("is as short as can be, and no other place has it", () => {
    const rows = [
      ["", "Erbil", "36.1", "44", "city"],
      ["", "Erbil", "36.2", "44", "city"],
      ["", "Erbil", "36.2", "44", "near"],
      ["", "", "33", "44", ""],
      ["", "erbil", "36.3", "44", ""],
      ["erbil", "", "", "", ""],
    ];
    expect(places(rows).list.map(([key]) => key)).toEqual([
      "Erbil",
      "Erbil@36.2,44",
      "Erbil@36.2,44,near",
      "@33,44",
      "erbil@36.3,44",
      "erbil",
    ]);
  });

  it("tells any places apart", () => {
    const row = fc.tuple(
      fc.constantFrom("", "erbil", "asad", "x"),
      fc.constantFrom("", "a", "erbil"),
      fc.constantFrom("", "1", "2"),
      fc.constantFrom("", "1"),
      fc.constantFrom("", "city", "near"),
    );
    fc.assert(
      fc.property(fc.array(row, {minLength: 1, maxLength: 20}), (rows) => {
        const keys = places(rows).list.map(([key]) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).not.toContain("");
      }),
    );
  });
});
