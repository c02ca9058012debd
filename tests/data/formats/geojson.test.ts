// @vitest-environment node
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {GEOMETRY_LAT, GEOMETRY_LON} from "../../../src/data/formats/geojson.ts";
import {openJson} from "../../../src/data/formats/json.ts";
import {ImportError} from "../../../src/data/formats/table.ts";
import {failureOf, readAll, recordsOf} from "./jsonReading.ts";

const TORTURE = join(import.meta.dirname, "../../../../shared/torture");
const open = (value: unknown) => openJson(JSON.stringify(value), 100);
const read = (value: unknown) => readAll(open(value).tables[0]!);
const at = (...coordinates: unknown[]) => ({type: "Point", coordinates});
const feature = (properties: unknown, geometry: unknown = at(2, 1), more: object = {}) => ({
  type: "Feature",
  geometry,
  properties,
  ...more,
});
const collection = (features: unknown, more: object = {}) => ({type: "FeatureCollection", ...more, features});

describe("features", () => {
  it("are rows of their properties, with the place in the last two columns", async () => {
    const {columns, rows} = await read(
      collection([feature({date: "2024-01-01", a: {b: 1}}), feature({c: null}, null)]),
    );
    expect(columns).toEqual(["date", "a.b", "c", "geometry.lat", "geometry.lon"]);
    expect(columns!.slice(-2)).toEqual([GEOMETRY_LAT, GEOMETRY_LON]);
    expect(rows).toEqual([
      ["2024-01-01", "1", "", "1", "2"],
      ["", "", "", "", ""],
    ]);
  });

  it("have their own id unless the properties have one", async () => {
    const {columns, rows} = await read(
      collection([
        feature({a: 1}, at(0, 0), {id: "f1"}),
        feature({id: 7}, at(0, 0), {id: "f2"}),
        feature({}, at(0, 0), {id: {}}),
      ]),
    );
    expect(columns).toEqual(["a", "id", "geometry.lat", "geometry.lon"]);
    expect(rows.map((cells) => cells[1])).toEqual(["f1", "7", ""]);
  });

  it.each([
    ["alone", feature({a: 1})],
    ["in an array", [feature({a: 1})]],
    [
      "with a type in other letters",
      {
        type: "featurecollection",
        features: [{type: "feature", properties: {a: 1}, geometry: {type: "point", coordinates: [2, 1]}}],
      },
    ],
    ["with their properties beside the geometry", {type: "Feature", geometry: at(2, 1), a: 1}],
    ["of a type that does not exist", collection([{...feature({a: 1}), type: "Featre"}])],
  ])("may stand %s", async (_, value) => {
    const {format, tables} = open(value);
    expect(format).toBe("geojson");
    expect(await recordsOf(tables[0]!)).toEqual([{a: "1", "geometry.lat": "1", "geometry.lon": "2"}]);
  });

  it("may be a bare geometry, or stand for one", async () => {
    expect((await read(at(2, 1))).rows).toEqual([["1", "2"]]);
    expect((await read({type: "GeometryCollection", geometries: [at(2, 1)]})).rows).toEqual([["1", "2"]]);
    expect((await read(collection([at(2, 1)]))).rows).toEqual([["1", "2"]]);
  });

  it("with a geometry that cannot be read stay, without a place; those with nothing are rejected", async () => {
    const {rows, rejects, warnings} = await read(
      collection([
        feature({n: 1}, at("2", "1")),
        null,
        feature({n: 2}, at(null, null)),
        {type: "Feature"},
        7,
        feature([], null),
        feature({n: 3}),
      ]),
    );
    expect(rows).toEqual([
      ["1", "", ""],
      ["2", "", ""],
      ["3", "1", "2"],
    ]);
    expect(rejects.map(({value}) => value)).toEqual([
      "null",
      '{"type":"Feature"}',
      "7",
      '{"type":"Feature","geometry":null,"properties":[]}',
    ]);
    expect(warnings.map(({code, before}) => [code, before])).toEqual([
      ["bad-coordinate", 0],
      ["bad-coordinate", 1],
    ]);
  });

  it("are told of when their geometry is more than a point", async () => {
    const {rows, warnings} = await read(
      collection([
        feature({}),
        feature(
          {},
          {
            type: "LineString",
            coordinates: [
              [0, 0],
              [2, 0],
            ],
          },
        ),
      ]),
    );
    expect(rows[1]).toEqual(["0", "1"]);
    expect(warnings).toEqual([{code: "geometry-reduced", value: "LineString", before: 1}]);
  });

  it("keep apart a property that is called like the place", async () => {
    const {columns, rows} = await read(collection([feature({geometry: {lat: 80}, "geometry.lon": 81})]));
    expect(columns).toEqual(["properties.geometry.lat", "properties.geometry.lon", "geometry.lat", "geometry.lon"]);
    expect(rows).toEqual([["80", "81", "1", "2"]]);
  });

  it("may have properties called like members of every object", async () => {
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"geometry":null,"properties":{"__proto__":{"polluted":1},"toString":"x","hasOwnProperty":1,"valueOf":null}}]}`;
    const {columns, rows} = await readAll(openJson(text, 1).tables[0]!);
    expect(columns).toEqual([
      "__proto__.polluted",
      "toString",
      "hasOwnProperty",
      "valueOf",
      "id",
      "geometry.lat",
      "geometry.lon",
    ]);
    expect(rows).toEqual([["1", "x", "1", "", "1", "", ""]]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("survive members that pass for others, wherever they stand", async () => {
    const trap = {toString: 1, valueOf: "x", toJSON: {}, length: -1, then: 5, constructor: null};
    const shapes = [trap, {type: trap}, {type: "Point", coordinates: trap}, {type: "Polygon", coordinates: [trap]}];
    const features = [
      ...shapes.map((shape) => feature(trap, shape, {id: trap, when: trap})),
      trap,
      {...trap, type: trap},
    ];
    const {rows, rejects} = await read(collection(features, {crs: {type: trap, properties: trap}, name: trap}));
    expect([rows.length, rejects.length]).toEqual([6, 0]);
    expect(rows.flat().some((cell) => cell.includes("[object"))).toBe(false);
    expect(open({type: trap, events: [{a: trap, b: [trap]}, trap]}).tables).toHaveLength(1);
  });

  it("say their title", () => {
    expect(open(collection([feature({})], {name: "Layer 1"})).title).toBe("Layer 1");
    expect(open(collection([feature({})], {metadata: {title: "Quakes"}})).title).toBe("Quakes");
  });

  it("nested a thousand collections deep are refused with a message", () => {
    const text =
      `{"type":"GeometryCollection","geometries":[`.repeat(1000) + JSON.stringify(at(1, 2)) + "]}".repeat(1000);
    expect(failureOf(() => openJson(text, 1)).code).toBe("too-deep");
  });

  it("without an array of them are no records", () => {
    for (const value of [{type: "FeatureCollection"}, collection({}), collection([])]) {
      expect(failureOf(() => open(value)).code).toBe("no-records");
    }
  });
});

describe("times of features", () => {
  const timesOf = async (properties: unknown, more: object = {}) => {
    const [record] = await recordsOf(open(collection([feature(properties, at(0, 0), more)])).tables[0]!);
    const {"geometry.lat": _, "geometry.lon": __, ...rest} = record!;
    return rest;
  };
  const span = {"when.start": "2024-01-01", "when.end": "2024-01-03"};

  it.each([
    ["a when in the properties", {when: {start: "2024-01-01", end: "2024-01-03"}}, {}],
    ["a when of the feature", {}, {when: {type: "Interval", start: "2024-01-01", stop: "2024-01-03"}}],
    ["a timespan", {}, {when: {timespan: {start: "2024-01-01", end: "2024-01-03"}}}],
    [
      "timespans of Linked Places",
      {},
      {
        when: {
          timespans: [
            {start: {in: "2024-01-01"}, end: {in: "2024-01-02"}},
            {start: {in: "2024-01-02"}, end: {latest: "2024-01-03"}},
          ],
        },
      },
    ],
    ["times of positions", {times: ["2024-01-01", "2024-01-02", "2024-01-03"]}, {}],
    [
      "times of positions of several lines",
      {
        coordTimes: [
          ["2024-01-01", "2024-01-02"],
          ["2024-01-02", "2024-01-03"],
        ],
      },
      {},
    ],
    ["times among the properties of positions", {coordinateProperties: {times: ["2024-01-01", "2024-01-03"]}}, {}],
  ])("are read from %s", async (_, properties, more) => expect(await timesOf(properties, more)).toEqual(span));

  it("may be one moment", async () => {
    expect(await timesOf({coordTimes: ["2024-01-01T00:00:00Z"]})).toEqual({"when.start": "2024-01-01T00:00:00Z"});
    expect(await timesOf({}, {when: {type: "Instant", datetime: "2024-01-01"}})).toEqual({"when.start": "2024-01-01"});
    expect(await timesOf({}, {when: "-0043-03-15"})).toEqual({"when.start": "-0043-03-15"});
  });

  it("are left as properties where they are written there", async () => {
    expect(await timesOf({time: 1700000000000, times: [3, 5], start_datetime: "2024-01-01"})).toEqual({
      time: "1700000000000",
      times: "3; 5",
      start_datetime: "2024-01-01",
    });
    expect(await timesOf({when: {label: "in spring"}})).toEqual({"when.label": "in spring"});
  });
});

describe("a reference system", () => {
  const crs = (name: unknown) => ({crs: {type: "name", properties: {name}}});
  const pointsOf = async (more: object, ...points: number[][]) => {
    const {rows, warnings} = await read(
      collection(
        points.map((point) => feature({}, at(...point))),
        more,
      ),
    );
    return {rows, warned: warnings.map(({code, value}) => [code, value])};
  };

  it.each([["urn:ogc:def:crs:OGC:1.3:CRS84"], ["EPSG:4326"], ["urn:ogc:def:crs:EPSG::4326"]])(
    "called %s is what everybody means",
    async (name) => expect(await pointsOf(crs(name), [44, 33])).toEqual({rows: [["33", "44"]], warned: []}),
  );

  it("that is Web Mercator is turned back, and told of once", async () => {
    // The corner of the square world, and a point given in EPSG guidance note 7-2 for the spherical formula.
    const name = "urn:ogc:def:crs:EPSG::3857";
    const {rows, warned} = await pointsOf(crs(name), [20037508.342789244, 20037508.342789244], [-11169055.58, 2800000]);
    expect(warned).toEqual([["other-crs", name]]);
    expect(rows[0]!.map(Number)).toEqual([expect.closeTo(85.0511288, 6), expect.closeTo(180, 6)]);
    expect(rows[1]!.map(Number)).toEqual([expect.closeTo(24.38178694, 5), expect.closeTo(-100.3333333, 5)]);
  });

  it("that the coordinates belie is told of and passed over", async () => {
    const {rows, warned} = await pointsOf(crs("EPSG:3857"), [44.4, 33.3], [400, 33], [1, 2]);
    expect(rows).toEqual([
      ["33.3", "44.4"],
      ["33", "400"],
      ["2", "1"],
    ]);
    expect(warned).toEqual([["other-crs", "EPSG:3857"]]);
  });

  it("in metres on another grid gives no coordinates", async () => {
    const {rows, warned} = await pointsOf(crs("EPSG:25832"), [565000, 5934000], [566000, 5935000]);
    expect(rows).toEqual([
      ["", ""],
      ["", ""],
    ]);
    expect(warned).toEqual([["other-crs", "EPSG:25832"]]);
  });

  it("in degrees of another datum is taken as it is, and told of", async () => {
    expect(await pointsOf(crs("EPSG:4269"), [-100, 40])).toEqual({
      rows: [["40", "-100"]],
      warned: [["other-crs", "EPSG:4269"]],
    });
  });
});

describe("JSON of ArcGIS", () => {
  const esri = (geometry: unknown, wkid = 4326) => ({
    spatialReference: {wkid},
    features: [{attributes: {OBJECTID: 1}, geometry}],
  });

  it.each([
    ["a point", {x: 2, y: 1}, ["1", "1", "2"]],
    [
      "a line",
      {
        paths: [
          [
            [0, 0],
            [4, 0],
          ],
        ],
      },
      ["1", "0", "2"],
    ],
    [
      "an area",
      {
        rings: [
          [
            [0, 0],
            [0, 6],
            [6, 0],
            [0, 0],
          ],
        ],
      },
      ["1", "2", "2"],
    ],
    ["nothing", null, ["1", "", ""]],
  ])("is read with %s", async (_, geometry, row) => {
    expect(open(esri(geometry)).format).toBe("esrijson");
    expect((await read(esri(geometry))).rows).toEqual([row]);
  });

  it("in Web Mercator is turned back", async () => {
    const {rows} = await read(esri({x: 0, y: 20037508.342789244}, 102100));
    expect(rows[0]!.slice(1).map(Number)).toEqual([expect.closeTo(85.0511288, 6), 0]);
  });
});

describe.skipIf(!existsSync(TORTURE))("GeoJSON of others", () => {
  const filesOf = (folder: string) =>
    existsSync(TORTURE)
      ? readdirSync(join(TORTURE, folder), {recursive: true, encoding: "utf8"})
          .filter((name) => /\.(geo)?json$/.test(name) && !/package|cli-output/.test(name))
          .map((name) => join(folder, name))
      : [];
  const load = (path: string) => openJson(readFileSync(join(TORTURE, path), "utf8"), 1);

  it("is there", () => {
    expect(filesOf("geojsonhint/good").length).toBeGreaterThan(15);
    expect(filesOf("geojson-fixtures/data").length).toBeGreaterThan(5);
  });

  it.each([...filesOf("geojsonhint/good"), ...filesOf("geojson-fixtures/data")])(
    "loads %s without a fault",
    async (path) => {
      const {format, tables} = load(path);
      const {rows, rejects, warnings} = await readAll(tables[0]!);
      expect([format, rejects, warnings.filter(({code}) => code !== "geometry-reduced")]).toEqual(["geojson", [], []]);
      expect(rows.length).toBe(tables[0]!.rows);
    },
  );

  it.each(filesOf("geojsonhint/bad"))("accounts for every feature of %s, or says why it cannot", async (path) => {
    try {
      const {tables} = load(path);
      const {rows, rejects} = await readAll(tables[0]!);
      expect(rows.length + rejects.length).toBe(tables[0]!.rows);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      expect(["broken", "not-a-table", "no-records"]).toContain(error.code);
    }
  });

  it("lists the bad features of the zoo and loads the rest", async () => {
    const {rows, rejects, warnings} = await readAll(load("handmade/geojson_zoo.geojson").tables[0]!);
    expect([rows.length, rejects.length]).toEqual([15, 2]);
    expect(warnings[0]).toMatchObject({code: "other-crs", before: 0});
    expect(warnings.filter(({code}) => code === "bad-coordinate").map(({before}) => before)).toEqual([1, 2, 10, 12]);
  });
});
