// @vitest-environment node
import fc from "fast-check";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {findHeader} from "../../../src/data/formats/header.ts";
import {readText} from "./reading.ts";

/** A table drawn with bars: "a|b" is one row. */
const rows = (...lines: string[]) => lines.map((line) => line.split("|"));

describe("the header of a table", () => {
  it.each<[string, string[][], object]>([
    [
      "is its first row",
      rows("date|lat|lon|notes", "2024-01-01|1|2|x", "2024-01-02|3|4|y"),
      {
        first: 1,
        headerRow: 0,
        names: ["date", "lat", "lon", "notes"],
        skipped: [],
        tags: null,
        sure: true,
        why: "types",
      },
    ],
    [
      "is all there is",
      rows("id|date|latitude|notes"),
      {first: 1, headerRow: 0, names: ["id", "date", "latitude", "notes"], sure: true, why: "names"},
    ],
    [
      "stands over texts alone",
      rows("Name|Place|Colour", "Anna|Berlin|red", "Bert|Rome|blue"),
      {first: 1, headerRow: 0, names: ["Name", "Place", "Colour"], sure: true, why: "names"},
    ],
    [
      "of words that say nothing is doubted",
      rows("Foo|Bar", "abc|def", "ghi|jkl"),
      {first: 1, headerRow: 0, names: ["Foo", "Bar"], sure: false, why: "none"},
    ],
    [
      "follows titles",
      rows("Attacks on bases 2023-24|||", "Source: someone|||", "date|latitude|longitude|notes", "2024-01-01|1|2|x"),
      {first: 3, headerRow: 2, names: ["date", "latitude", "longitude", "notes"], skipped: [0, 1], sure: true},
    ],
    [
      "follows titles that are shorter rows",
      rows(
        "Attacks on bases",
        "Export|2024-02-01",
        "date|latitude|longitude|notes",
        "2024-01-01|1|2|x",
        "2024-01-02|1|2|x",
      ),
      {first: 3, headerRow: 2, names: ["date", "latitude", "longitude", "notes"], skipped: [0, 1]},
    ],
    [
      "is missing",
      rows("1|2024-01-28|33.3|38.7|attack", "2|2024-01-29|33.3|38.7|attack"),
      {
        first: 0,
        headerRow: -1,
        names: ["column 1", "column 2", "column 3", "column 4", "column 5"],
        skipped: [],
        why: "types",
      },
    ],
    [
      "is missing over rows of two lengths",
      rows("564|20060731|US|38.89", "565|20060801|FR|48.8|http://e.org", "566|20060802|FR|48.8|http://e.org"),
      {first: 0, headerRow: -1, names: ["column 1", "column 2", "column 3", "column 4", "column 5"], sure: true},
    ],
    [
      "is missing over one row",
      rows("2024-01-28|33.3|38.7|attack"),
      {first: 0, headerRow: -1, names: ["column 1", "column 2", "column 3", "column 4"]},
    ],
    [
      "may leave columns without a name",
      rows("||date||latitude|longitude", "1|2|2024-01-01|3|4|5"),
      {first: 1, names: ["column 1", "column 2", "date", "column 4", "latitude", "longitude"]},
    ],
    [
      "may repeat names",
      rows("date|date|lat|Lat|date (2)|date", "2024-01-01|2023-01-01|1|2|3|4"),
      {names: ["date", "date (3)", "lat", "Lat", "date (2)", "date (4)"]},
    ],
    [
      "may hold the names that objects are born with",
      rows("__proto__|constructor|__proto__|date|toString", "a|b|c|2024-01-01|d"),
      {names: ["__proto__", "constructor", "__proto__ (2)", "date", "toString"]},
    ],
    [
      "is shown without marks that are not seen",
      rows("\u200bdate|lat\u200bitude|longi\u00adtude|\u00a0a\nb \ufeff|\u202ex", "2024-01-01|1|2|x|y"),
      {names: ["date", "latitude", "longitude", "a b", "x"]},
    ],
    [
      "ends where neither a name nor a cell follows",
      rows("date|lat||note|||", "2024-01-01|1||x|||", "2024-01-02|2||y|||"),
      {names: ["date", "lat", "column 3", "note"]},
    ],
    [
      "is no wider for one long row",
      rows("date|lat", "2024-01-01|1", "2024-01-02|2|x|y", "2024-01-03|3"),
      {names: ["date", "lat"]},
    ],
    [
      "has a row of units under it",
      rows("date|depth|mag|notes", "|km|Mw|", "2024-01-01|10|5.5|x", "2024-01-02|12|6.1|y"),
      {first: 2, headerRow: 0, names: ["date", "depth", "mag", "notes"], skipped: [1]},
    ],
    [
      "has groups of columns over it",
      rows(
        "Date|Location||Casualties||Notes",
        "|Lat|Lon|Killed|Injured|",
        "2024-01-01|1|2|3|4|x",
        "2024-01-02|1|2|3|4|y",
      ),
      {
        first: 2,
        headerRow: 1,
        names: ["Date", "Location / Lat", "Location / Lon", "Casualties / Killed", "Casualties / Injured", "Notes"],
        skipped: [0],
      },
    ],
    [
      "has no second row where the first record is only half filled",
      rows("Year|Month|Day|Headline|Text", "|||A title|Some words", "2010|1|2|x|y", "2011|2|3|x|y"),
      {first: 1, headerRow: 0, skipped: []},
    ],
    [
      "has tags under it",
      rows("Date|Lat|Lon|Killed|Type", "#date+occurred|#geo +lat|#geo+ lon|#affected+killed|", "2024-01-01|1|2|3|x"),
      {
        first: 2,
        headerRow: 0,
        names: ["Date", "Lat", "Lon", "Killed", "Type"],
        tags: ["#date+occurred", "#geo +lat", "#geo+ lon", "#affected+killed", ""],
        skipped: [1],
        sure: true,
        why: "hxl",
      },
    ],
    [
      "is nothing but tags",
      rows("#date+occurred|#geo+lat|#geo+lon", "2024-01-01|1|2"),
      {first: 1, headerRow: -1, names: ["#date+occurred", "#geo+lat", "#geo+lon"], skipped: [0], why: "hxl"},
    ],
    [
      "has tags and titles",
      rows("A title||", "", "Date|Lat|Lon", "#date|#geo+lat|#geo+lon", "2024-01-01|1|2"),
      {first: 4, headerRow: 2, names: ["Date", "Lat", "Lon"], skipped: [0, 1, 3]},
    ],
    [
      "leaves out the column of R's row numbers",
      rows("date|lat|lon", "1|2024-01-01|1|2", "2|2024-01-02|3|4", "3|2024-01-03|3|4"),
      {names: ["column 1", "date", "lat", "lon"]},
    ],
    ["of one column is its first row", rows("when", "2024-01-01", "2024-01-02"), {first: 1, names: ["when"]}],
    ["of nothing is nothing", [], {first: 0, names: [], tags: null}],
  ])("%s", (_, table, expected) => {
    expect(findHeader(table)).toMatchObject({...expected});
  });

  it("is where the reader says", () => {
    const table = rows("a|b", "c|d", "1|2", "3|4");
    expect(findHeader(table, {headerRow: 1})).toMatchObject({
      first: 2,
      headerRow: 1,
      names: ["c", "d"],
      skipped: [0],
      why: "told",
    });
    expect(findHeader(table, {headerRow: 0})).toMatchObject({first: 2, headerRow: 0, names: ["a", "b"], skipped: [1]});
    expect(findHeader(table, {headerRow: -1})).toMatchObject({
      first: 0,
      headerRow: -1,
      names: ["column 1", "column 2"],
    });
    expect(findHeader(table, {headerRow: 9})).toMatchObject({first: 4, headerRow: 3});
  });

  it("has unique names, and every row is header, skipped or data, for any table", () => {
    const cell = fc.oneof(
      fc.string({maxLength: 4}),
      fc.constantFrom(
        "",
        "date",
        "date (2)",
        "1",
        "2024-01-01",
        "#date+x",
        "#geo",
        "column 2",
        "__proto__",
        " ",
        "\u200b",
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, {maxLength: 6}), {maxLength: 8}), (table) => {
        const {first, headerRow, names, skipped, tags} = findHeader(table);
        expect(new Set(names).size).toBe(names.length);
        expect(names).not.toContain("");
        const above = [...skipped, ...(headerRow === -1 ? [] : [headerRow])].sort((a, b) => a - b);
        expect(above).toEqual(Array.from({length: first}, (_, i) => i));
        if (tags !== null) expect(tags).toHaveLength(names.length);
        if (table.length > 0) expect(findHeader(table, {headerRow})).toMatchObject({first, headerRow, names, tags});
      }),
      {numRuns: 2000},
    );
  });

  it("of cells that are made to be slow is found in no time", () => {
    const began = performance.now();
    for (const piece of ["_ ", "# + ", "#a+", "1 ", "1.", "a ", "1-1 ", "\u200b ", "-"])
      findHeader(Array.from({length: 60}, () => Array.from({length: 5}, () => piece.repeat(20_000))));
    expect(performance.now() - began).toBeLessThan(1500);
  });

  const SHARED = join(import.meta.dirname, "../../../../shared");
  const header = async (path: string) => {
    const {rows: all} = await readText(readFileSync(join(SHARED, path)));
    return {...findHeader(all.slice(0, 60)), left: all.length};
  };
  it.skipIf(!existsSync(join(SHARED, "samples"))).each<[string, number, number, boolean]>([
    ["538_police_killings_latin1.csv", 467, 34, true],
    ["fpv_lebanon_2026.csv", 149, 9, true],
    ["sncf_incidents_fr_nogeo.csv", 3745, 4, true],
    ["stanford_mass_shootings.csv", 335, 55, true],
    ["timelinejs_sheet_demo.csv", 5, 18, true],
    ["ucdp_ged_ukr_hxl_2023.csv", 2989, 50, true],
    ["uscentcom_isil_strikes_nocoords.csv", 5531, 7, true],
    ["usgs_all_month.csv", 10387, 22, true],
    ["volcanoes_latin1.csv", 1571, 10, true],
    ["war_atlas_battles_wikidata.csv", 3010, 19, true],
    ["gdelt1_58col_noheader.csv", 710, 58, false],
  ])("of %s leaves %i rows of %i columns", async (name, data, columns, named) => {
    const found = await header(`samples/${name}`);
    expect(found.left - found.first).toBe(data);
    expect(found.names).toHaveLength(columns);
    expect(found.headerRow).toBe(named ? 0 : -1);
    expect(found.sure).toBe(true);
    expect(found.tags === null).toBe(!name.includes("hxl"));
  });

  it.skipIf(!existsSync(join(SHARED, "torture/handmade"))).each<[string, number, number]>([
    ["title_rows_above_header.csv", 1, 4],
    ["no_header.csv", 2, 9],
    ["hxl_row.csv", 1, 5],
    ["dup_headers.csv", 1, 7],
    ["empty_headers.csv", 1, 6],
    ["header_only.csv", 0, 9],
    ["proto_headers.csv", 1, 8],
    ["ragged.csv", 3, 9],
    ["redos_headers.csv", 1, 5],
    ["xss_headers.csv", 1, 18],
    ["zero_width.csv", 1, 4],
  ])("of %s leaves %i rows of %i columns", async (name, data, columns) => {
    const found = await header(`torture/handmade/${name}`);
    expect(found.left - found.first).toBe(data);
    expect(found.names).toHaveLength(columns);
  });
});
