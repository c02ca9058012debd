// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {geoJsonOf} from "./saved.ts";
import {cellText, loadedTable} from "./tables.ts";

const HEADER = ["date", "title", "lat", "lng", "deaths", "extra"];
const row = fc
  .record({
    title: cellText,
    extra: cellText,
    at: fc.option(
      fc.tuple(fc.double({min: -90, max: 90, noNaN: true}), fc.double({min: -180, max: 180, noNaN: true})),
      {nil: null},
    ),
    deaths: fc.option(fc.nat(), {nil: ""}),
  })
  .map(({title, extra, at, deaths}) => [
    "2024-01-31",
    title,
    ...(at ?? ["", ""]).map((n) => (typeof n === "number" ? n.toFixed(9) : n)),
    String(deaths),
    extra,
  ]);

/** What RFC 7946 demands, as far as points go. */
function faults(value: unknown): string[] {
  const found: string[] = [];
  const {type, features, crs} = value as {type: unknown; features: unknown; crs?: unknown};
  if (type !== "FeatureCollection") found.push("type");
  if (crs !== undefined) found.push("crs");
  if (!Array.isArray(features)) return [...found, "features"];
  for (const feature of features as Record<string, unknown>[]) {
    if (feature["type"] !== "Feature") found.push("feature");
    if (!Object.hasOwn(feature, "geometry") || !Object.hasOwn(feature, "properties")) found.push("members");
    for (const own of ["coordinates", "geometries", "features"]) if (Object.hasOwn(feature, own)) found.push(own);
    const id = feature["id"];
    if (id !== undefined && typeof id !== "string" && typeof id !== "number") found.push("id");
    const geometry = feature["geometry"] as {type: string; coordinates: number[]} | null;
    if (geometry === null) continue;
    const [lon = NaN, lat = NaN, ...more] = geometry.coordinates;
    if (geometry.type !== "Point" || more.length > 0) found.push("point");
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) found.push("position");
  }
  return found;
}

describe("a saved GeoJSON file", () => {
  it("is what RFC 7946 asks for, whatever its rows hold", () => {
    fc.assert(
      fc.property(fc.array(row, {minLength: 1}), (rows) => {
        const content = JSON.parse(geoJsonOf(loadedTable(HEADER, rows))) as {features: {geometry: unknown}[]};
        expect(faults(content)).toEqual([]);
        expect(content.features.map(({geometry}) => geometry === null)).toEqual(rows.map((cells) => cells[2] === ""));
      }),
    );
  });

  it("says what it is and whom to name, and null for what is not known", () => {
    const loaded = loadedTable(["id", ...HEADER], [["e1", "2024-01-31", "One", "33.25", "-44.5", "", "x"]], {
      mapping: {id: "id", start: "date", title: "title", lat: "lat", lon: "lng", killed: "deaths"},
    });
    expect(JSON.parse(geoJsonOf(loaded, {title: "T", credit: "C", license: "CC BY 4.0"}))).toEqual({
      type: "FeatureCollection",
      title: "T",
      credit: "C",
      license: "CC BY 4.0",
      features: [
        {
          type: "Feature",
          id: "e1",
          geometry: {type: "Point", coordinates: [-44.5, 33.25]},
          properties: {
            id: "e1",
            start: "2024-01-31",
            end: null,
            date_precision: "day",
            title: "One",
            killed: null,
            extra: "x",
          },
        },
      ],
    });
  });

  it("is empty where there are no rows", () => {
    const content = geoJsonOf(loadedTable(HEADER, [["2024", "", "", "", "", ""]]), {}, new Uint32Array(0));
    expect(JSON.parse(content)).toEqual({type: "FeatureCollection", features: []});
  });
});
