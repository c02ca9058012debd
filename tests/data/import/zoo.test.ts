// @vitest-environment node
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, describe, expect, it} from "vitest";
import {ImportError} from "../../../src/data/formats/table.ts";
import type {ImportOutput} from "../../../src/data/import/importer.ts";
import {codesOf, counted, importPath, linesOf, rowsOf} from "./read.ts";

/** Hostile files, which a public clone does not have; what each should give stands in their own list. */
const ZOO = join(import.meta.dirname, "../../../../shared/torture/handmade");

const CORNER = "Orléans – “œuvre” €";
/** `rows, placed, timeline only, rejected`, or the code of the error. */
type Fate = readonly [number, number, number, number] | string;
type Check = (output: ImportOutput) => void;
const one: Fate = [1, 1, 0, 0];
const two: Fate = [2, 2, 0, 0];

const starts = (output: ImportOutput) => rowsOf(output, ["start"]).flat();
const place =
  (expected: string): Check =>
  (output) =>
    expect(rowsOf(output, ["place"])).toEqual([[expected]]);
const codes =
  (expected: Record<string, number>): Check =>
  (output) =>
    expect(codesOf(output)).toEqual(expected);
const doubts =
  (...expected: string[]): Check =>
  (output) =>
    expect([...output.understanding.doubts].sort()).toEqual(expected.sort());
const delimiter =
  (expected: string): Check =>
  (output) =>
    expect(output.file.delimiter).toBe(expected);
const failure = (params: Record<string, unknown>) => params;

const FATES: Record<string, readonly [Fate, ...(Check | Record<string, unknown>)[]]> = {
  "proto_headers.csv": [one, (output) => expect(output.understanding.columns).toHaveLength(8)],
  "proto_headers_dup.csv": [one],
  "proto_headers_dotted.csv": [one],
  "proto_json.json": [one],
  "proto_geojson.geojson": [one],
  "proto_category_values.csv": [
    [6, 6, 0, 0],
    ({columns: {categories}}) => {
      expect(categories["category"]!.values.filter((value) => value !== "")).toHaveLength(6);
      expect(new Set(categories["category"]!.codes).size).toBe(6);
    },
  ],
  "xss_all_fields.csv": [[14, 14, 0, 0]],
  "xss_headers.csv": [one],
  "urls_source.csv": [[29, 29, 0, 0]],
  "urls_images.csv": [[29, 29, 0, 0]],
  "formula_cells.csv": [
    [14, 14, 0, 0],
    codes({}),
    (output) => {
      const cells = rowsOf(output, ["category"]).flat();
      expect(cells.slice(0, 8)).toEqual([
        "=1+1",
        '=HYPERLINK("http://evil.example","click")',
        "+1+1",
        "-1+1",
        "@SUM(1+1)",
        "=cmd|' /C calc'!A0",
        "=1+1",
        "=1+1",
      ]);
      expect(cells.slice(11)).toEqual(["-5", "+33 1 23 45 67 89", "-33.9"]);
      expect(starts(output)).toEqual(cells.map((_, i) => `2024-03-${String(i + 1).padStart(2, "0")}`));
    },
  ],
  "empty.csv": ["empty-file"],
  "bom_only.csv": ["empty-file"],
  "header_only.csv": ["no-records"],
  "no_trailing_newline.csv": [one],
  "blank_lines.csv": [one, codes({"blank-row": 6})],
  "cr_only.csv": [two, codes({})],
  "mixed_eol.csv": [[3, 3, 0, 0], codes({})],
  "unclosed_quote.csv": [[51, 51, 0, 0], (output) => expect(linesOf(output, "open-quote")).toEqual([2])],
  "quote_mid_field.csv": [two],
  "ragged.csv": [
    [3, 3, 0, 0],
    codes({"short-row": 1, "long-row": 1}),
    (output) => expect([...linesOf(output, "short-row"), ...linesOf(output, "long-row")]).toHaveLength(2),
  ],
  "dup_headers.csv": [one, ({understanding: {columns}}) => expect(new Set(columns.map(({name}) => name)).size).toBe(7)],
  "empty_headers.csv": [
    one,
    ({understanding: {columns}}) =>
      expect(columns.map(({name}) => name)).toEqual([
        "column 1",
        "column 2",
        "date",
        "column 4",
        "latitude",
        "longitude",
      ]),
  ],
  "no_header.csv": [
    two,
    doubts("no-header"),
    (output) =>
      expect(rowsOf(output, ["start", "lat", "lon"])).toEqual([
        ["2024-01-28", "33.3", "38.7"],
        ["2024-01-29", "33.3", "38.7"],
      ]),
  ],
  "title_rows_above_header.csv": [
    one,
    codes({"title-row": 2, "blank-row": 1}),
    ({understanding: {reading}}) => expect(reading.headerRow).toBe(4),
  ],
  "sep_line.csv": [one, delimiter(";"), ({understanding: {reading}}) => expect(reading.headerRow).toBe(2)],
  "delim_semicolon.csv": [two, delimiter(";")],
  "delim_tab.csv": [two, delimiter("\t")],
  "delim_pipe.csv": [two, delimiter("|")],
  "delim_ctrlA.csv": [two, delimiter("\u0001")],
  "hxl_row.csv": [one, codes({"tag-row": 1}), ({report}) => expect(report.preset).toBe("hxl")],
  "fullwidth_digits.csv": [
    [3, 3, 0, 0],
    (output) => expect(starts(output)).toEqual(["2024-01-01", "2024-01-02", "2024-01-03"]),
  ],
  "decimal_comma.csv": [
    two,
    doubts(),
    (output) =>
      expect(rowsOf(output, ["start", "lat", "lon", "killed"])).toEqual([
        ["2023-12-31", "48.8566", "2.3522", "1234"],
        ["2024-02-01", "-21.1151", "55.5364", "1000"],
      ]),
  ],
  "ambiguous_dates.csv": [[3, 3, 0, 0], doubts("date-order")],
  "proven_mdy.csv": [two, doubts(), (output) => expect(starts(output)).toEqual(["2024-01-02", "2024-03-25"])],
  "contradicting_dates.csv": [
    two,
    doubts("date-order"),
    codes({"mixed-date-order": 1}),
    (output) => expect(starts(output)).toEqual(["2024-01-13", "2024-01-25"]),
  ],
  "date_zoo.csv": [[50, 32, 0, 18], codes({"unreal-date": 3, "no-date": 5, "bad-date": 10})],
  "coord_zoo.csv": [
    [31, 15, 16, 0],
    codes({
      "out-of-range": 7,
      "zero-coordinate": 1,
      "no-coordinate": 4,
      "bad-coordinate": 2,
      projected: 2,
      "near-pole": 3,
    }),
  ],
  "casualty_zoo.csv": [[25, 25, 0, 0], codes({"bad-number": 3})],
  "nul_bytes.csv": [two, codes({"nul-character": 1})],
  "invalid_utf8.csv": [one, ({file}) => expect(file).toMatchObject({encoding: "windows-1252", encodingGuessed: true})],
  "enc_utf16le_bom.csv": [one, place(CORNER)],
  "enc_utf16be_bom.csv": [one, place(CORNER)],
  "enc_utf16le_nobom.csv": [one, place(CORNER)],
  "enc_cp1252.csv": [one, place(CORNER)],
  "enc_macroman.csv": [one, place(CORNER)],
  "enc_utf8_bom.csv": [one, place(CORNER)],
  "enc_double_bom.csv": [one, place(CORNER)],
  "enc_utf32le_bom.csv": [one, place(CORNER)],
  "enc_arabic_cp1256.csv": [one, place("بغداد")],
  "enc_arabic_iso8859_6.csv": [one, place("بغداد")],
  "bidi_controls.csv": [one],
  "zero_width.csv": [one],
  "zalgo_and_emoji.csv": [one],
  "long_cell.csv": [one, codes({"long-cell": 1})],
  "many_columns.csv": ["too-many-columns", failure({columns: 20_003, limit: 2000})],
  "many_categories.csv": [[5000, 5000, 0, 0]],
  "same_point_same_day.csv": [[5000, 5000, 0, 0], ({columns}) => expect(columns.places.lat).toHaveLength(1)],
  "redos_dates.csv": [[5, 0, 0, 5], codes({"bad-date": 4, "no-date": 1}), doubts("many-rejected")],
  "redos_headers.csv": [one],
  "redos_urls.csv": [one],
  "deep_nest.json": ["too-deep"],
  "deep_obj.json": ["too-deep"],
  "cyclic_ref_json.json": [[2, 1, 0, 1]],
  "dup_keys.json": [one, (output) => expect(starts(output)).toEqual(["1999-01-01"])],
  "bigint.json": [
    two,
    (output) => expect(rowsOf(output, ["id"])).toEqual([["12345678901234567890"], ["12345678901234567891"]]),
  ],
  "nan_json.json": ["broken", failure({line: 1, column: 34})],
  "trailing_comma.json": ["broken", failure({line: 1, position: 50})],
  "json_bom.json": [one],
  "columns_oriented.json": [one],
  "array_of_arrays.json": [one],
  "jsonl_with_errors.ndjson": [[6, 2, 0, 4], (output) => expect(linesOf(output, "bad-record")).toEqual([2, 5, 6, 7])],
  "html_error_page.csv": ["web-page", failure({title: "404 Not Found"})],
  "json_named_csv.csv": [one, ({file}) => expect(file.format).toBe("json")],
  "csv_named_json.json": [one, ({file}) => expect(file.format).toBe("csv")],
  "geojson_zoo.geojson": [
    [17, 7, 6, 4],
    codes({
      "other-crs": 1,
      "no-coordinate": 1,
      "bad-coordinate": 4,
      "out-of-range": 1,
      "geometry-reduced": 4,
      "no-date": 2,
      "bad-record": 2,
    }),
    ({report}) =>
      expect(report.issues.find(({code}) => code === "bad-coordinate")!.examples.map(({row}) => row)).toEqual([
        2, 3, 11, 15,
      ]),
  ],
  "geojson_time_props.geojson": [
    [7, 7, 0, 0],
    codes({"other-date": 4}),
    (output) =>
      expect(rowsOf(output, ["start", "end"])).toEqual([
        ["2023-11-14T22:13", "2023-11-14T22:13"],
        ["2024-01-01", "2024-02-02"],
        ["2024-01-01", "2024-01-04"],
        ["2024-01-01", "2024-01-02"],
        ["2024-01-01", "2024-02-02"],
        ["2024-01-01", "2024-01-03"],
        ["2024-01-01", "2024-01-02"],
      ]),
  ],
  "billion_laughs.kml": ["broken"],
  "xxe.kml": ["broken"],
  "kml_networklink_and_html.kml": [
    one,
    (output) => expect(rowsOf(output, ["start", "precision"])).toEqual([["2024-01-01", "month"]]),
  ],
  "kml_empty_doc.kml": ["no-records"],
  "truncated.kml": ["broken"],
  "ical_zoo.ics": [
    [2, 1, 1, 0],
    codes({repeats: 1, "no-coordinate": 1}),
    (output) =>
      expect(rowsOf(output, ["start", "end", "lat", "lon"])[0]).toEqual(["2024-01-01", "2024-01-02", "33.3", "44.4"]),
  ],
  "xlsx_min.xlsx": [one],
  "xlsx_serial_dates_1900.xlsx": [
    [3, 1, 0, 2],
    codes({"unreal-date": 1, "bad-date": 1}),
    ({understanding: {assumptions}}) =>
      expect(assumptions).toEqual([{code: "date-numbers", numbers: "days1900", example: "45319"}]),
    (output) => expect(starts(output)).toEqual(["2024-01-28"]),
  ],
  "xlsx_serial_dates_1904.xlsx": [
    one,
    ({understanding: {assumptions}}) =>
      expect(assumptions).toEqual([{code: "date-numbers", numbers: "days1904", example: "43857"}]),
    (output) => expect(starts(output)).toEqual(["2024-01-28"]),
  ],
  "xlsx_huge_dimension.xlsx": [one, codes({"blank-row": 1})],
  "xlsx_comment_proto.xlsx": [one],
  "xlsx_bomb_40MiB.xlsx": ["too-expanded"],
  "xlsx_zip_slip.xlsx": [one],
  "xlsx_external_link.xlsx": [one, codes({"error-cell": 1})],
  "xlsx_truncated.xlsx": ["broken"],
  "not_a_zip.xlsx": ["broken"],
  "html_as_xls.xls": [one],
  "gzip_ok.csv.gz": [one, ({file}) => expect(file.compression).toBe("gzip")],
  // It unpacks to zeros: no table, whatever its size.
  "gzip_bomb_200MiB.csv.gz": ["not-a-table"],
};

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(([] as unknown as Record<string, unknown>)["__xss"]).toBeUndefined();
});

describe.skipIf(!existsSync(ZOO))("a hostile file", () => {
  it("is expected by name, every one of the folder", () => {
    const listed = JSON.parse(readFileSync(join(ZOO, "MANIFEST.json"), "utf8")) as {file: string}[];
    expect(Object.keys(FATES).sort()).toEqual(listed.map(({file}) => file).sort());
    expect(readdirSync(ZOO)).toHaveLength(listed.length + 1);
  });

  it.each(Object.entries(FATES))("%s gives what it should, in time", async (name, [fate, ...checks]) => {
    const began = performance.now();
    const given = await importPath(join(ZOO, name)).catch((error: unknown) => error);
    expect(performance.now() - began).toBeLessThan(3000);
    if (typeof fate === "string") {
      expect(given).toBeInstanceOf(ImportError);
      expect(given).toMatchObject({code: fate, ...(checks.length === 0 ? {} : {params: checks[0]})});
      return;
    }
    if (given instanceof Error) throw given;
    const output = given as ImportOutput;
    const [rows, placed, timelineOnly, rejected] = fate;
    expect(counted(output)).toEqual({rows, placed, timelineOnly, rejected});
    expect(rows).toBe(placed + timelineOnly + rejected);
    for (const check of checks as Check[]) check(output);
  });

  it.each([
    [0, "2024-01-01", "day"],
    [3, "2024-01-01", "month"],
    [4, "2024-01-01", "year"],
    [5, "2024-01-29", "week"],
    [6, "2024-02-29", "day"],
    [13, "1969-12-31T23:59", "second"],
    [16, "2024-01-01", "day"],
    [20, "2024-01-01", "month"],
    [21, "1850-01-01", "year"],
    [23, "-000044-03-15", "day"],
    [24, "-000043-01-01", "year"],
    [26, "2023-12-31T10:00", "second"],
    [27, "2024-01-02T11:30", "second"],
    [32, "2024-02-01", "day"],
    [35, "2024-01-03", "day"],
    [36, "2024-01-01", "day"],
    [37, "2024-01-31", "day"],
    [44, "2024-01-01", "range"],
  ])("row %i of the dates begins on %s, known to the %s", async (id, start, precision) => {
    const rows = rowsOf(await importPath(join(ZOO, "date_zoo.csv")), ["id", "start", "precision"]);
    expect(rows.find(([own]) => own === String(id))).toEqual([String(id), start, precision]);
  });

  it("keeps the number of the dead, its bounds, and what is not known", async () => {
    const output = await importPath(join(ZOO, "casualty_zoo.csv"));
    const dead = rowsOf(output, ["killed", "killed.low", "killed.high"]).map((row) => row.map(Number));
    expect(dead).toEqual([
      [0, NaN, NaN],
      [3, NaN, NaN],
      [3, NaN, NaN],
      [3.5, NaN, NaN],
      [10, NaN, NaN],
      [NaN, 10, 15],
      [5, 5, NaN],
      [7, 7, NaN],
      [NaN, NaN, NaN],
      [1234, NaN, NaN],
      [1234, NaN, NaN],
      [1.234, NaN, NaN],
      [NaN, NaN, NaN],
      [NaN, NaN, NaN],
      [NaN, NaN, NaN],
      [1000, NaN, NaN],
      [2, NaN, NaN],
      [NaN, NaN, NaN],
      [NaN, NaN, NaN],
      [NaN, NaN, NaN],
      [10, 10, NaN],
      [3, NaN, NaN],
      [NaN, NaN, NaN],
      [NaN, NaN, NaN],
      [NaN, NaN, NaN],
    ]);
  });
});
