// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {cutLongCells, makeFlattener} from "../../../src/data/formats/flatten.ts";
import {LIMITS} from "../../../src/data/limits.ts";
import {failureOf} from "./jsonReading.ts";

/** Records as columns and rows; `text` as it would come from a file, so that `__proto__` is a name like any other. */
function table(text: string): {columns: string[]; rows: string[][]} {
  const records = JSON.parse(text) as object[];
  const flattener = makeFlattener();
  for (const record of records) flattener.learn(record);
  return {columns: flattener.columns(), rows: records.map((record) => flattener.cells(record))};
}
const one = (record: unknown): Record<string, string> => {
  const {columns, rows} = table(JSON.stringify([record]));
  return Object.fromEntries(columns.map((column, i) => [column, rows[0]![i]!]));
};

describe("a flattened record", () => {
  it("has dotted names for nested objects and text for every scalar", () => {
    expect(one({a: {b: {c: 1.5}}, t: true, n: null, s: " x ", e: {}, l: []})).toEqual({
      "a.b.c": "1.5",
      t: "true",
      n: "",
      s: " x ",
      e: "",
      l: "",
    });
  });

  it("joins lists of scalars and leaves out what is blank", () => {
    expect(one({tags: ["a", "", null, "b", 3, false]})).toEqual({tags: "a; b; 3; false"});
  });

  it("keeps a position as it stands, and numbers under another name as a list", () => {
    expect(one({location: [44.4, 33.3], geo: {coordinates: [1, 2, 3]}, sizes: [1, 2], center: [1, "2"]})).toEqual({
      location: "[44.4, 33.3]",
      "geo.coordinates": "[1, 2, 3]",
      sizes: "1; 2",
      center: "1; 2",
    });
  });

  it("makes a column of each key of key-value pairs", () => {
    const filters = [
      {key: "Weapon", value: "Drone"},
      {key: "Area", value: "City"},
      {key: "Weapon", value: "Rocket"},
    ];
    expect(one({filters})).toEqual({"filters.Weapon": "Drone; Rocket", "filters.Area": "City"});
  });

  it("makes a column of each field of a list of objects, blank where one lacks it", () => {
    const sources = [{path: "p1", by: {name: "x"}}, {path: "p2", description: "d"}, {path: "p3"}, {description: null}];
    expect(one({sources})).toEqual({
      "sources.path": "p1; p2; p3; ",
      "sources.by.name": "x; ; ; ",
      "sources.description": "; d; ; ",
    });
    expect(one({sources: [{a: null}, {a: ""}]})).toEqual({"sources.a": ""});
  });

  it("writes arrays of arrays as JSON, and never [object Object]", () => {
    expect(
      one({
        ring: [
          [1, 2],
          [3, 4],
        ],
        mixed: ["x", {a: 1}, [2]],
      }),
    ).toEqual({ring: "[[1,2],[3,4]]", mixed: '["x",{"a":1},[2]]'});
    expect(one({mixed: ["x", {a: 1}]})).toEqual({mixed: "x; ", "mixed.a": "; 1"});
  });

  it("takes the value out of what MongoDB wraps", () => {
    expect(one({_id: {$oid: "5f"}, at: {$date: {$numberLong: "1700000000000"}}, ref: {$ref: "#"}})).toEqual({
      _id: "5f",
      at: "1700000000000",
      "ref.$ref": "#",
    });
  });

  it("has the columns of all records, in order of first appearance, and no blank one where only others are nested", () => {
    expect(table('[{"b":1,"place":null},{"a":2,"place":{"lat":3}},{"c":null,"b":4}]')).toEqual({
      columns: ["b", "a", "place.lat", "c"],
      rows: [
        ["1", "", "", ""],
        ["", "2", "3", ""],
        ["4", "", "", ""],
      ],
    });
  });

  it("may be called like members of every object, which then are columns like any other", () => {
    const text =
      '[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},"toString":"x","hasOwnProperty":1}]';
    expect(table(text)).toEqual({
      columns: ["__proto__.polluted", "constructor.prototype.polluted", "toString", "hasOwnProperty"],
      rows: [["1", "2", "x", "1"]],
    });
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("shares a column between a dotted name and a nested one", () => {
    expect(table('[{"a.b":1},{"a":{"b":2}},{"a.b":3,"a":{"b":4}}]')).toEqual({
      columns: ["a.b"],
      rows: [["1"], ["2"], ["3; 4"]],
    });
  });

  it("comes back unchanged when it was flat, whatever its names and texts", () => {
    const name = fc.oneof(fc.string({maxLength: 5}), fc.constantFrom("__proto__", "constructor", "a.b", "", "é"));
    const record = fc.array(fc.tuple(name, fc.string()), {maxLength: 5});
    fc.assert(
      fc.property(fc.array(record, {minLength: 1, maxLength: 6}), (entries) => {
        const maps = entries.map((pairs) => new Map(pairs));
        const text = `[${maps.map((map) => `{${[...map].map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join()}}`).join()}]`;
        const {columns, rows} = table(text);
        expect(new Set(columns)).toEqual(new Set(maps.flatMap((map) => [...map.keys()])));
        expect(rows).toEqual(maps.map((map) => columns.map((column) => map.get(column) ?? "")));
      }),
    );
  });

  it("never holds [object Object] nor undefined, whatever is nested in whatever", () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.constantFrom("a", "b", "key", "value"), fc.jsonValue()), {maxLength: 4}),
        (records) => {
          const {columns, rows} = table(JSON.stringify(records));
          for (const row of rows) {
            expect(row).toHaveLength(columns.length);
            for (const cell of row) expect(typeof cell).toBe("string");
          }
          if (!JSON.stringify(records).includes("object")) expect(rows.flat().join()).not.toContain("[object");
        },
      ),
    );
  });
});

describe("limits", () => {
  it("stop records of too many columns", () => {
    const wide = Object.fromEntries(Array.from({length: LIMITS.columns + 1}, (_, i) => [`c${i}`, i]));
    const {code, params} = failureOf(() => makeFlattener().learn(wide));
    expect([code, params["columns"]]).toEqual(["too-many-columns", LIMITS.columns + 1]);
  });

  it("cut a long cell, never through a character", () => {
    const warnings: string[] = [];
    const cells = cutLongCells(["a", "x".repeat(LIMITS.cell - 1) + "😀", "y".repeat(LIMITS.cell)], (value) =>
      warnings.push(value),
    );
    expect(cells.map(({length}) => length)).toEqual([1, LIMITS.cell - 1, LIMITS.cell]);
    expect(warnings).toEqual(["x".repeat(200)]);
  });
});
