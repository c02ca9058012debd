// @vitest-environment node
import fc from "fast-check";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openJson} from "../../../src/data/formats/json.ts";
import {ImportError} from "../../../src/data/formats/table.ts";
import {LIMITS} from "../../../src/data/limits.ts";
import {failureOf, readAll, recordsOf} from "./jsonReading.ts";

const SHARED = join(import.meta.dirname, "../../../../shared");
const open = (value: unknown) => openJson(JSON.stringify(value), 100);
const tablesOf = (value: unknown) => open(value).tables.map(({name, rows}) => [name, rows]);
const event = (id: number) => ({id: `e${id}`, date: "2024-01-01", lat: 1, lon: 2});
const events = (count: number) => Array.from({length: count}, (_, i) => event(i));

describe("tables in a document", () => {
  it("are the document when it is an array of objects", async () => {
    const {format, tables} = open(events(3));
    expect([format, tables.length, tables[0]!.name, tables[0]!.rows]).toEqual(["json", 1, "", 3]);
    expect(tables[0]!.columns).toEqual(["id", "date", "lat", "lon"]);
    expect((await readAll(tables[0]!)).rows[2]).toEqual(["e2", "2024-01-01", "1", "2"]);
  });

  it("are named by their path, those with dates first, then the larger, and none within records", () => {
    const codes = Array.from({length: 500}, (_, i) => ({code: i, label: "x"}));
    const nested = events(4).map((record) => ({...record, sources: events(9)}));
    expect(tablesOf({meta: {count: 4}, codes, data: {few: events(2), items: nested}})).toEqual([
      ["data.items", 4],
      ["data.few", 2],
      ["codes", 500],
    ]);
  });

  it("are found beside a header of the answer, and in one object around them", () => {
    expect(tablesOf([{page: 1, pages: 1}, events(3)])).toEqual([["1", 3]]);
    expect(tablesOf([{result: events(3)}])).toEqual([["0.result", 3]]);
  });

  it("may be arrays of arrays, whose names stand among the rows", async () => {
    const {tables} = open([
      ["date", "lat", "lon"],
      ["2024-01-01", 1, 2],
      ["2024-01-02", null, true],
    ]);
    expect(tables[0]!.columns).toBeNull();
    expect((await readAll(tables[0]!)).rows).toEqual([
      ["date", "lat", "lon"],
      ["2024-01-01", "1", "2"],
      ["2024-01-02", "", "true"],
    ]);
  });

  it.each([
    ["lists", {date: ["2024-01-01", "2024-01-02"], lat: [1, null]}],
    ["numbered lists", {date: {"0": "2024-01-01", "1": "2024-01-02"}, lat: {"0": 1, "1": null}}],
    [
      "columns and data",
      {
        columns: ["date", "lat"],
        index: [0, 1],
        data: [
          ["2024-01-01", 1],
          ["2024-01-02", null],
        ],
      },
    ],
    [
      "fields and rows",
      {
        fields: [{name: "date"}, {name: "lat"}],
        rows: [
          ["2024-01-01", 1],
          ["2024-01-02", null],
        ],
      },
    ],
    ["records by number", {"0": {date: "2024-01-01", lat: 1}, "1": {date: "2024-01-02", lat: null}}],
    [
      "SPARQL bindings",
      {
        head: {vars: ["date", "lat"]},
        results: {
          bindings: [
            {date: {type: "literal", value: "2024-01-01"}, lat: {type: "literal", value: "1"}},
            {date: {type: "literal", value: "2024-01-02"}},
          ],
        },
      },
    ],
  ])("may be written as %s", async (_, value) => {
    const {tables} = open(value);
    expect(tables[0]!.columns).toEqual(["date", "lat"]);
    expect((await readAll(tables[0]!)).rows).toEqual([
      ["2024-01-01", "1"],
      ["2024-01-02", ""],
    ]);
  });

  it("may be records by key, which becomes a column", async () => {
    const {tables} = open({events: {"-Na": {date: "2024-01-01", lat: 1}, "-Nb": {date: "2024-01-02", lat: 2}}});
    expect(tables[0]!.name).toBe("events");
    expect(tables[0]!.columns).toEqual(["id", "date", "lat"]);
    expect((await readAll(tables[0]!)).rows[1]).toEqual(["-Nb", "2024-01-02", "2"]);
  });

  it("may be one event alone", async () => {
    const single = {name: "Concert", startDate: "2024-01-01", performer: [{name: "a"}, {name: "b"}]};
    expect(tablesOf(single)[0]).toEqual(["", 1]);
    expect(await recordsOf(open(single).tables[0]!)).toEqual([
      {name: "Concert", startDate: "2024-01-01", "performer.name": "a; b"},
    ]);
  });

  it("are not made of a box or an outline", () => {
    const fires = {
      bbox: {lat: [10, 42], lng: [25, 65]},
      outline: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      fires: events(2),
    };
    expect(tablesOf(fires)).toEqual([["fires", 2]]);
  });

  it("hold features where these lie deeper", async () => {
    const feature = {type: "Feature", geometry: {type: "Point", coordinates: [2, 1]}, properties: {date: "2024-01-01"}};
    const {tables} = open({status: "ok", result: {type: "FeatureCollection", features: [feature]}});
    expect(tables.map(({name}) => name)).toEqual(["result"]);
    expect((await readAll(tables[0]!)).rows).toEqual([["2024-01-01", "1", "2"]]);
  });

  it("keep a geometry in a field as a field", async () => {
    const record = {date: "2024-01-01", location: {type: "Point", coordinates: [2, 1]}};
    expect(await recordsOf(open(record).tables[0]!)).toEqual([
      {date: "2024-01-01", "location.type": "Point", "location.coordinates": "[2, 1]"},
    ]);
    expect(tablesOf([record, record])).toEqual([["", 2]]);
  });

  it("have useful names for schema.org events", async () => {
    const graph = [
      {
        "@type": "Event",
        name: "A",
        startDate: "2024-01-01T20:00+01:00",
        location: {"@type": "Place", name: "Hall", geo: {latitude: 48.85, longitude: 2.35}},
      },
    ];
    const {tables} = open({"@context": "https://schema.org", "@graph": graph});
    expect(tables[0]!.name).toBe("@graph");
    expect(await recordsOf(tables[0]!)).toEqual([
      {
        "@type": "Event",
        name: "A",
        startDate: "2024-01-01T20:00+01:00",
        "location.@type": "Place",
        "location.name": "Hall",
        "location.geo.latitude": "48.85",
        "location.geo.longitude": "2.35",
      },
    ]);
  });

  it("do not include one of too many columns, unless there is no other", () => {
    const wide = [Object.fromEntries(Array.from({length: LIMITS.columns + 1}, (_, i) => [`c${i}`, i]))];
    expect(failureOf(() => open(wide)).code).toBe("too-many-columns");
    expect(tablesOf({wide, good: events(2)})).toEqual([["good", 2]]);
  });

  it("count every record handed over or rejected, for any array", async () => {
    const value = fc.oneof(
      {weight: 4, arbitrary: fc.dictionary(fc.string(), fc.jsonValue(), {minKeys: 1})},
      {weight: 1, arbitrary: fc.jsonValue()},
    );
    await fc.assert(
      fc.asyncProperty(fc.array(value, {minLength: 1, maxLength: 12}), async (list) => {
        let tables;
        try {
          ({tables} = open({rows: list}));
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
          return;
        }
        for (const table of tables) {
          const {rows, rejects, columns} = await readAll(table);
          if (table.rows !== undefined) expect(rows.length + rejects.length).toBe(table.rows);
          if (table.name === "rows") expect(rows.length + rejects.length).toBe(list.length);
          if (columns !== null) for (const row of rows) expect(row).toHaveLength(columns.length);
        }
      }),
    );
  });
});

describe("a JSON file", () => {
  it.each([["1"], ['"text"'], ["null"], ["{}"], ['{"a":1}'], ["[1,2,3]"], ['["a"]'], ['{"a":{"b":"c"}}']])(
    "of %s is no table",
    (text) => expect(failureOf(() => openJson(text, 1)).code).toBe("not-a-table"),
  );

  it.each([["[]"], ['{"count":0,"events":[]}'], ['{"type":"FeatureCollection","features":[]}']])(
    "of %s has no records",
    (text) => expect(failureOf(() => openJson(text, 1)).code).toBe("no-records"),
  );

  it("in TopoJSON is refused by name", () => {
    const {code, params} = failureOf(() => open({type: "Topology", objects: {}, arcs: []}));
    expect([code, params["format"]]).toEqual(["unsupported", "TopoJSON"]);
  });

  it("keeps long identifiers apart", async () => {
    const {tables} = openJson('[{"id":12345678901234567890,"n":1},{"id":12345678901234567891,"n":2}]', 1);
    expect((await readAll(tables[0]!)).rows.map(([id]) => id)).toEqual([
      "12345678901234567890",
      "12345678901234567891",
    ]);
  });

  it("takes the last of equal keys and follows no reference", async () => {
    const text = '{"events":[{"$ref":"#"},{"date":"2024-01-01","date":"1999-01-01"}]}';
    expect(await recordsOf(openJson(text, 1).tables[0]!)).toEqual([{$ref: "#"}, {date: "1999-01-01"}]);
  });

  it("rejects elements that are no records, one by one", async () => {
    const read = await readAll(open([event(1), null, 5, [1, 2], event(2), event(3), event(4)]).tables[0]!);
    expect(read.rows.map(([id]) => id)).toEqual(["e1", "e2", "e3", "e4"]);
    expect(read.rejects).toEqual(["null", "5", "[1,2]"].map((value) => ({code: "bad-record", line: 0, value})));
  });

  it("of lines of JSON is read line by line", () => {
    expect(openJson('{"a":1,"b":2}\n{"a":3,"b":4}\n', 1).format).toBe("ndjson");
    expect(openJson('[\n{"a":1,"b":2},\n{"a":3,"b":4}\n]', 1).format).toBe("json");
  });

  it("says its title", () => {
    expect(open({title: " Fires ", fires: events(2)}).title).toBe("Fires");
    expect(open({metadata: {title: "Quakes"}, fires: events(2)}).title).toBe("Quakes");
    expect(open(events(2))).not.toHaveProperty("title");
  });

  it("tells how far it is and that it is done, and may be read twice", async () => {
    const {tables} = openJson(JSON.stringify(events(2500)), 10_000);
    const first = await readAll(tables[0]!);
    expect(first.bytes).toEqual([4000, 8000, 10_000]);
    expect(await readAll(tables[0]!)).toEqual(first);
  });

  it("lets through what its taker throws", async () => {
    const sink = {
      row: () => {
        throw new Error("enough");
      },
      reject: () => {},
      warn: () => {},
      progress: () => {},
    };
    await expect(open(events(2)).tables[0]!.read(sink)).rejects.toThrow("enough");
  });
});

describe.skipIf(!existsSync(SHARED))("JSON from the field", () => {
  const read = (path: string) => {
    const bytes = readFileSync(join(SHARED, path));
    return openJson(new TextDecoder().decode(bytes), bytes.length);
  };

  it.each([
    ["samples/bellingcat_ukr_civharm_2023-08-04.json", "", 1219],
    ["samples/firms_viirs_nested.json", "fires", 5056],
    ["samples/timelinejs_all_media.json", "events", 41],
    ["samples/timelinejs_marktwain_bc.json", "events", 17],
    ["samples/stanford_mass_shootings.geojson", "", 335],
    ["samples/ucdp_ged231_car.geojson", "", 1848],
    ["samples/usgs_significant_month.geojson", "", 14],
    ["torture/handmade/columns_oriented.json", "", 1],
    ["torture/handmade/proto_json.json", "", 1],
    ["torture/handmade/json_bom.json", "", 1],
    ["torture/handmade/json_named_csv.csv", "", 1],
    ["torture/handmade/geojson_zoo.geojson", "", 17],
  ])("%s holds one table, with its records", async (path, name, rows) => {
    const {tables} = read(path);
    expect(tables.map((table) => [table.name, table.rows])).toEqual([[name, rows]]);
    const handed = await readAll(tables[0]!);
    expect(handed.rows.length + handed.rejects.length).toBe(rows);
    expect(handed.rows.flat().some((cell) => cell.includes("[object Object]"))).toBe(false);
  });

  it.each(["deep_nest.json", "deep_obj.json", "nan_json.json", "trailing_comma.json"])(
    "%s is refused with a place",
    (name) => {
      const {code, params} = failureOf(() => read(`torture/handmade/${name}`));
      expect(code).toBe(name.startsWith("deep") ? "too-deep" : "broken");
      expect(params["line"]).toBe(1);
    },
  );

  it("the suite of valid texts ends in tables or in a failure that is known", () => {
    const folder = join(SHARED, "torture/JSONTestSuite/test_parsing");
    const seen = new Set<string>();
    for (const name of readdirSync(folder).filter((file) => file.startsWith("y_"))) {
      try {
        seen.add(openJson(new TextDecoder().decode(readFileSync(join(folder, name))), 1).format);
      } catch (error) {
        seen.add((error as ImportError).code);
      }
    }
    expect([...seen].filter((result) => !["json", "not-a-table", "no-records"].includes(result))).toEqual([]);
  });
});
