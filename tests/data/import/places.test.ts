// @vitest-environment node
import {describe, expect, it} from "vitest";
import {codesOf, counted, importText, rowsOf} from "./read.ts";

const WHERE = ["lat", "lon"];
const table = (header: string, ...rows: string[]) =>
  `date;${header}\n${rows.map((cells, i) => `2024-01-${10 + i};${cells}`).join("\n")}\n`;
const placesOf = async (text: string) => rowsOf(await importText(text), WHERE).map((place) => place.join(" "));

describe("coordinates", () => {
  it.each([
    ["with decimal commas", "lat;lon", ["48,8566;2,3522", "-21,1151;55,5364"], ["48.8566 2.3522", "-21.1151 55.5364"]],
    [
      "in degrees, minutes and seconds",
      "lat;lon",
      [`33°18'00"N;44°22'00"E`, `1°15'S;36°48'E`],
      ["33.3 44.36666666666667", "-1.25 36.8"],
    ],
    ["in one cell, latitude first", "location;x", ["33.3, 44.4;a", "-1.25, 36.8;b"], ["33.3 44.4", "-1.25 36.8"]],
    [
      "as opendatasoft writes them",
      "geo_point_2d;geo_shape",
      ["48.85, 2.35;{}", "-21.1, 55.5;{}"],
      ["48.85 2.35", "-21.1 55.5"],
    ],
    [
      "as points of WKT, longitude first",
      "geom_wkt;x",
      ["POINT (44.4 33.3);a", "POINT(36.8 -1.25);b"],
      ["33.3 44.4", "-1.25 36.8"],
    ],
    [
      "as Wikidata writes them",
      "item;coord",
      ["http://www.wikidata.org/entity/Q1;Point(44.4 33.3)", "http://www.wikidata.org/entity/Q2;Point(36.8 -1.25)"],
      ["33.3 44.4", "-1.25 36.8"],
    ],
    [
      "in full-width digits and with a real minus",
      "lat;lon",
      ["３３.３;４４.４", "−1.25;36.8"],
      ["33.3 44.4", "-1.25 36.8"],
    ],
    ["named in German", "YGCSWGS84;XGCSWGS84", ["48,1;11,5", "52,5;13,4"], ["48.1 11.5", "52.5 13.4"]],
    ["named in Arabic", "خط العرض;خط الطول", ["33.3;44.4", "15.35;44.2"], ["33.3 44.4", "15.35 44.2"]],
    [
      "as whole numbers of 1e-5 degrees",
      "lat;long",
      ["4885660;235220", "4330000;539000"],
      ["48.8566 2.3522", "43.3 5.39"],
    ],
  ])("%s are read", async (_, header, rows, expected) => {
    expect(await placesOf(table(header, ...rows))).toEqual(expected);
  });

  it.each([
    ["0;0", "zero-coordinate"],
    ["91;10", "out-of-range"],
    ["10;181", "out-of-range"],
    [";", "no-coordinate"],
    ["N/A;N/A", "no-coordinate"],
    ["-999;-999", "no-coordinate"],
    ["north;east", "bad-coordinate"],
    ["447123;4642345", "projected"],
  ])("of %s put no row on the map, as %s, and the row stays", async (cells, code) => {
    const output = await importText(table("lat;lon", "33.3;44.4", "34.5;45.6", cells, "35.1;46.2", "-1.25;136.8"));
    expect(counted(output)).toEqual({rows: 5, placed: 4, timelineOnly: 1, rejected: 0});
    expect(codesOf(output)).toEqual({[code]: 1});
    expect(output.report.issues[0]!.examples[0]).toMatchObject({row: 3, line: 4});
    expect(rowsOf(output, ["start", ...WHERE])[2]).toEqual(["2024-01-12", "", ""]);
  });

  it("on a grid of metres are recognised and refused, with a reason", async () => {
    const rows = Array.from({length: 12}, (_, i) => `${447_100 + i * 37};${4_642_300 + i * 91}`);
    const output = await importText(table("x;y", ...rows));
    expect(counted(output)).toEqual({rows: 12, placed: 0, timelineOnly: 12, rejected: 0});
    expect(codesOf(output)).toEqual({projected: 12});
    expect(output.understanding.doubts).toEqual(["projected"]);
    expect(output.understanding.roles.lat!.readAs).toMatchObject({code: "projected"});
  });

  it("under each other's names are read the right way round, which is asked about", async () => {
    const rows = Array.from({length: 12}, (_, i) => `${120 + i},${10 + i / 4}`);
    const output = await importText(`date,lat,lon\n${rows.map((cells) => `2024-01-28,${cells}`).join("\n")}\n`);
    expect(output.mapping).toMatchObject({lat: "lon", lon: "lat"});
    expect(output.understanding.doubts).toEqual(["swapped"]);
    expect(rowsOf(output, WHERE)[1]).toEqual(["10.25", "121"]);
  });

  it("close to a pole stay, and that is told", async () => {
    const output = await importText(table("lat;lon", "90;0", "-85.2;12", "85;13"));
    expect(counted(output)).toMatchObject({placed: 3});
    expect(codesOf(output)).toEqual({"near-pole": 2});
  });
});

describe("features", () => {
  const feature = (coordinates: unknown, properties: object, type = "Point") => ({
    type: "Feature",
    geometry: coordinates === null ? null : {type, coordinates},
    properties,
  });
  const collection = (features: unknown[], more = {}) => JSON.stringify({type: "FeatureCollection", ...more, features});
  const date = "2024-01-28";

  it("in CRS84 or with three coordinates are where they say", async () => {
    const crs = {crs: {type: "name", properties: {name: "urn:ogc:def:crs:OGC:1.3:CRS84"}}};
    const output = await importText(
      collection([feature([44.4, 33.3, 120], {date}), feature([36.8, -1.25], {date})], crs),
      "x.geojson",
    );
    expect(rowsOf(output, WHERE)).toEqual([
      ["33.3", "44.4"],
      ["-1.25", "36.8"],
    ]);
    expect(codesOf(output)).toEqual({});
  });

  it("in the metres of web maps are turned into degrees, which is told", async () => {
    const crs = {crs: {type: "name", properties: {name: "urn:ogc:def:crs:EPSG::3857"}}};
    const output = await importText(collection([feature([4_942_585.4, 3_927_225.8], {date})], crs), "x.geojson");
    const [[lat, lon]] = rowsOf(output, WHERE) as [[string, string]];
    expect(Number(lat)).toBeCloseTo(33.2, 1);
    expect(Number(lon)).toBeCloseTo(44.4, 3);
    expect(codesOf(output)).toEqual({"other-crs": 1});
  });

  it("without a geometry take the coordinates among their properties", async () => {
    const output = await importText(
      collection([
        feature(null, {date, latitude: 33.3, longitude: 44.4}),
        feature(null, {date, latitude: -1.25, longitude: 36.8}),
      ]),
      "x.geojson",
    );
    expect(rowsOf(output, WHERE)).toEqual([
      ["33.3", "44.4"],
      ["-1.25", "36.8"],
    ]);
  });

  it("of lines and areas stand at one place, which is told with the number of the feature; broken ones are told once", async () => {
    const output = await importText(
      collection([
        feature([44, 33], {date}),
        feature(
          [
            [44, 33],
            [46, 35],
          ],
          {date},
          "LineString",
        ),
        feature(
          [
            [
              [0, 0],
              [4, 0],
              [4, 4],
              [0, 4],
              [0, 0],
            ],
          ],
          {date},
          "Polygon",
        ),
        feature(["a", null], {date}),
        feature(null, {date}),
        null,
      ]),
      "x.geojson",
    );
    expect(counted(output)).toEqual({rows: 6, placed: 3, timelineOnly: 2, rejected: 1});
    expect(rowsOf(output, WHERE).slice(1, 3)).toEqual([
      ["34", "45"],
      ["2", "2"],
    ]);
    const rows = Object.fromEntries(
      output.report.issues.map(({code, examples}) => [code, examples.map(({row}) => row)]),
    );
    expect(rows).toEqual({"geometry-reduced": [2, 3], "bad-coordinate": [4], "no-coordinate": [5], "bad-record": [6]});
  });

  it("with spaces and brackets in the names of their properties keep them", async () => {
    const properties = {
      "Date (m/d/yyyy)": "1/28/2024",
      "Total Number of Fatalities": 3,
      __proto__x: 1,
      "a[b].c": "kept",
    };
    const output = await importText(collection([feature([44.4, 33.3], properties)]), "x.geojson");
    expect(output.mapping).toMatchObject({start: "Date (m/d/yyyy)", killed: "Total Number of Fatalities"});
    expect(rowsOf(output, ["start", "killed"])).toEqual([["2024-01-28", "3"]]);
    expect(output.understanding.columns.map(({name}) => name)).toContain("a[b].c");
  });
});
