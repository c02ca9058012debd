// @vitest-environment node
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";
import {describe, expect, it} from "vitest";
import {findHeader} from "../../../src/data/formats/header.ts";
import {readText} from "./reading.ts";

const SHARED = join(import.meta.dirname, "../../../../shared");
const SAMPLES = join(SHARED, "samples");
const SPECTRUM = join(SHARED, "torture/csv-spectrum");
const HANDMADE = join(SHARED, "torture/handmade");
const files = (folder: string, ending: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];
const handmade = (name: string, options = {}) => readText(readFileSync(join(HANDMADE, name)), options);

describe("csv-spectrum", () => {
  it
    .skipIf(!existsSync(SPECTRUM))
    .each(files(join(SPECTRUM, "csvs"), ".csv").concat(existsSync(SPECTRUM) ? [] : ["absent"]))(
    "%s is read as its JSON says, in chunks of any size",
    async (name) => {
      // Its copy of CRLF files has LF, and one pair of files does not have the same telephone number.
      const json = readFileSync(join(SPECTRUM, "json", name.replace(/csv$/, "json")), "utf8");
      const expected = [JSON.parse(json.replaceAll("\\r\\n", "\\n").replace("1234567890", "2095257564"))].flat();
      for (const chunk of [1, 3, 1000]) {
        const {rows} = await readText(readFileSync(join(SPECTRUM, "csvs", name)), {chunk, delimiter: ","});
        const [names = [], ...data] = rows;
        expect(data.map((row) => Object.fromEntries(names.map((key, i) => [key, row[i]])))).toEqual(expected);
      }
    },
  );
});

describe("the samples", () => {
  const names = files(SAMPLES, ".csv");
  it.skipIf(names.length === 0).each(names.length === 0 ? ["absent"] : names)(
    "%s is read as PapaParse reads it, without a warning, in chunks of any size",
    async (name) => {
      const bytes = readFileSync(join(SAMPLES, name));
      for (const chunk of [1009, 65_536, 10_000_000]) {
        const {rows, encoding, delimiter, warnings} = await readText(bytes, {chunk});
        const text = new TextDecoder(encoding, {ignoreBOM: true}).decode(bytes).replace(/^\ufeff/, "");
        const papa = Papa.parse<string[]>(text, {delimiter: delimiter!, skipEmptyLines: "greedy"});
        expect(rows).toEqual(papa.data);
        expect(warnings).toEqual([]);
      }
    },
  );

  it.skipIf(names.length === 0)("have the encodings and delimiters of their index", async () => {
    for (const name of names) {
      const {encoding, delimiter} = await readText(readFileSync(join(SAMPLES, name)));
      expect([name, encoding]).toEqual([name, /latin1/.test(name) ? "windows-1252" : "utf-8"]);
      expect([name, delimiter]).toEqual([name, /gdelt/.test(name) ? "\t" : ","]);
    }
  });
});

describe.skipIf(!existsSync(HANDMADE))("what was made by hand", () => {
  it.each<[string, number, number[]]>([
    ["no_trailing_newline.csv", 2, [9]],
    ["blank_lines.csv", 2, [9]],
    ["cr_only.csv", 3, [9]],
    ["mixed_eol.csv", 4, [9]],
    ["quote_mid_field.csv", 3, [9]],
    ["ragged.csv", 4, [9, 4, 11]],
    ["dup_headers.csv", 2, [7]],
    ["title_rows_above_header.csv", 4, [4]],
    ["sep_line.csv", 2, [9]],
    ["delim_semicolon.csv", 3, [9]],
    ["delim_tab.csv", 3, [9]],
    ["delim_pipe.csv", 3, [9]],
    ["delim_ctrlA.csv", 3, [9]],
    ["hxl_row.csv", 3, [5]],
    ["decimal_comma.csv", 3, [4]],
    ["nul_bytes.csv", 3, [9]],
    ["invalid_utf8.csv", 2, [9]],
    ["bidi_controls.csv", 2, [9]],
    ["zero_width.csv", 2, [4]],
    ["zalgo_and_emoji.csv", 2, [9]],
    ["long_cell.csv", 2, [9]],
    ["many_categories.csv", 5001, [9]],
    ["same_point_same_day.csv", 5001, [9]],
    ["proto_headers_dup.csv", 2, [5]],
  ])("%s has %i rows", async (name, count, widths) => {
    const {rows} = await handmade(name, {chunk: 4096});
    expect(rows).toHaveLength(count);
    expect([...new Set(rows.map((row) => row.length))]).toEqual(widths);
  });

  it("an open quote takes none of the fifty rows after it along, and is named by its line", async () => {
    const {rows, warnings} = await handmade("unclosed_quote.csv", {chunk: 100});
    expect(rows).toHaveLength(52);
    expect(rows[1]![4]).toBe('"never closed');
    expect(new Set(rows.slice(2).map((row) => row.join()))).toEqual(
      new Set(["1,2024-01-28,33.3,38.7,attack,Militia,3,https://example.org/a,ok"]),
    );
    expect(warnings).toEqual(["open-quote@2"]);
  });

  it.each(
    files(HANDMADE, ".csv").filter((name) => /^enc_(cp|mac|utf)|^enc_double/.test(name) && !name.includes("arabic")),
  )("%s has its place in French", async (name) => {
    const {rows} = await handmade(name);
    expect(findHeader(rows).names[3]).toBe("lieu");
    expect(rows[1]![3]).toBe("Orléans – “œuvre” €");
  });

  it("refuses too many columns and an empty file", async () => {
    await expect(handmade("many_columns.csv")).rejects.toMatchObject({code: "too-many-columns"});
    await expect(handmade("empty.csv")).rejects.toMatchObject({code: "empty-file"});
    await expect(handmade("bom_only.csv")).rejects.toMatchObject({code: "empty-file"});
  });
});
