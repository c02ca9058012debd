// @vitest-environment node
import fc from "fast-check";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {isNdjson, openNdjson} from "../../../src/data/formats/ndjson.ts";
import {failureOf, readAll} from "./jsonReading.ts";

const ZOO = join(import.meta.dirname, "../../../../shared/torture/handmade/jsonl_with_errors.ndjson");
const read = (text: string) => readAll(openNdjson(text, 100).tables[0]!);

describe("lines of JSON", () => {
  it("are told from a document by their second record", () => {
    expect(isNdjson('{"a":1}\n{"a":2}')).toBe(true);
    expect(isNdjson('\ufeff{"a":1}\r\n\r\n{"a":2}\r\n')).toBe(true);
    expect(isNdjson('{"a":1}\n{bad}\n{"a":2}')).toBe(true);
    expect(isNdjson('\u001e{"a":1}')).toBe(true);
    for (const text of [
      '{"a":1}\n',
      '[\n{"a":1},\n{"a":2}\n]',
      '{\n"a": [],\n"b": {}\n}',
      "1\n2\n3",
      "date,lat\n1,2",
      "",
    ]) {
      expect(isNdjson(text)).toBe(false);
    }
  });

  it("make a row each, with the line it stands on; a bad one is rejected alone", async () => {
    const text = '\ufeff{"a":1,"b":{"c":2}}\r\n{bad}\r\n\r\n{"d":"x"}\nnull\n[1,2]\n"str"\n{"a":5}';
    const {columns, rows, lines, rejects} = await read(text);
    expect(columns).toEqual(["a", "b.c", "d"]);
    expect(rows).toEqual([
      ["1", "2", ""],
      ["", "", "x"],
      ["5", "", ""],
    ]);
    expect(lines).toEqual([1, 4, 8]);
    expect(rejects.map(({code, line, value}) => [code, line, value.trim()])).toEqual([
      ["bad-record", 2, "{bad}"],
      ["bad-record", 5, "null"],
      ["bad-record", 6, "[1,2]"],
      ["bad-record", 7, '"str"'],
    ]);
  });

  it("may be a sequence with record separators, of several lines each", async () => {
    const {rows, lines, rejects} = await read('\u001e{"a":1}\n\u001e{\n"a":2\n}\n\u001e{"a":\n\u001e\n{"a":3}\n');
    expect([rows, lines]).toEqual([
      [["1"], ["2"], ["3"]],
      [1, 2, 7],
    ]);
    expect(rejects.map(({line}) => line)).toEqual([5]);
  });

  it("may be features", async () => {
    const feature = (lon: number) =>
      JSON.stringify({type: "Feature", geometry: {type: "Point", coordinates: [lon, 1]}, properties: {d: lon}});
    const opened = openNdjson([feature(2), feature(3), "{}"].join("\n"), 1);
    expect(opened.format).toBe("geojson");
    const {columns, rows, rejects} = await readAll(opened.tables[0]!);
    expect(columns).toEqual(["d", "geometry.lat", "geometry.lon"]);
    expect(rows).toEqual([
      ["2", "1", "2"],
      ["3", "1", "3"],
    ]);
    expect(rejects).toEqual([{code: "bad-record", line: 3, value: "{}"}]);
  });

  it("may be arrays, whose names stand in the first", async () => {
    const {columns, rows} = await read('["date","lat"]\n["2024-01-01",1]');
    expect([columns, rows]).toEqual([
      null,
      [
        ["date", "lat"],
        ["2024-01-01", "1"],
      ],
    ]);
  });

  it("keep long identifiers apart and are not sunk by one line that is too deep", async () => {
    const deep = `{"id":${"[".repeat(100_000)}`;
    const {rows, rejects} = await read(`{"id":12345678901234567890}\n${deep}\n{"id":12345678901234567891}`);
    expect(rows).toEqual([["12345678901234567890"], ["12345678901234567891"]]);
    expect(rejects).toHaveLength(1);
    expect(rejects[0]!.value.length).toBeLessThanOrEqual(200);
  });

  it("that are none is an empty file", () => expect(failureOf(() => openNdjson("\n \n", 1)).code).toBe("empty-file"));

  it("lose no good record to a bad neighbour", async () => {
    const good = fc.record({id: fc.nat(), text: fc.string()}).map((record) => ({line: JSON.stringify(record), record}));
    const bad = fc
      .constantFrom("{", '{"id":', "null", "7", '"x"', "[1]", "}", '{"id":1}}', "{'id':1}")
      .map((line) => ({line, record: null}));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(good, good, bad), {minLength: 1, maxLength: 30}), async (lines) => {
        fc.pre(lines.filter(({record}) => record !== null).length * 2 > lines.length);
        const {columns, rows, rejects} = await read(lines.map(({line}) => line).join("\n"));
        expect(columns).toEqual(["id", "text"]);
        expect(rows).toEqual(lines.flatMap(({record}) => (record === null ? [] : [[String(record.id), record.text]])));
        expect(rows.length + rejects.length).toBe(lines.length);
        expect(rejects.map(({line}) => line)).toEqual(lines.flatMap(({record}, i) => (record === null ? [i + 1] : [])));
      }),
    );
  });

  it.skipIf(!existsSync(ZOO))("of the handmade file are two events and four numbered errors", async () => {
    const {lines, rejects} = await read(readFileSync(ZOO, "utf8"));
    expect([lines, rejects.map(({line}) => line)]).toEqual([
      [1, 4],
      [2, 5, 6, 7],
    ]);
  });
});
