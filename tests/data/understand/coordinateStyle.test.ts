// @vitest-environment node
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";
import {describe, expect, it} from "vitest";
import {coordinateReader} from "../../../src/data/understand/coordinateReader.ts";
import {looksLike, profileCoordinates, profilePoints} from "../../../src/data/understand/coordinateStyle.ts";

const profile = (rows: readonly (readonly [string, string])[], lat = "latitude", lon = "longitude") =>
  profileCoordinates(
    rows.map((row) => row[0]),
    rows.map((row) => row[1]),
    {lat, lon},
  );

describe("columns of latitude and longitude", () => {
  it("are degrees with a decimal point where nothing speaks against it", () => {
    expect(
      profile([
        ["33.3", "44.4"],
        ["", ""],
        ["0", "0"],
        ["91", "10"],
        ["x", "10"],
      ]),
    ).toEqual({
      style: {form: "columns", decimal: ".", first: "lat", divisor: 1},
      filled: 4,
      read: 1,
      zero: 1,
      outOfRange: 1,
      swapped: false,
      example: "33.3, 44.4",
      projection: null,
      why: {code: "degrees"},
    });
  });

  it("have a decimal comma where most cells do", () => {
    const found = profile([
      ["48,8566", "2,3522"],
      ["-21,1151", "55,5364"],
    ]);
    expect(found).toMatchObject({style: {decimal: ","}, read: 2, example: "48,8566; 2,3522"});
    expect(
      profile([
        ["48,857", "2,352"],
        ["43,297", "5,381"],
      ]),
    ).toMatchObject({style: {decimal: ","}, read: 2});
    expect(
      profile([
        ["48.8", "2.3"],
        ["48.9", "2.4"],
        ["48,7", "2,2"],
      ]),
    ).toMatchObject({style: {decimal: "."}, read: 3});
  });

  it("may be blank throughout", () => {
    expect(
      profile([
        ["", ""],
        ["N/A", "-"],
      ]),
    ).toMatchObject({filled: 0, read: 0, swapped: false, example: ""});
    expect(profile([])).toMatchObject({filled: 0, read: 0, example: ""});
  });

  it("are divided where whole numbers named as degrees fit once divided", () => {
    const french = [
      ["4885660", "0235220"],
      ["4329650", "0536980"],
      ["5055737", "-94992"],
      ["0", "0"],
    ] as const;
    expect(profile(french, "lat", "long")).toMatchObject({
      style: {divisor: 1e5},
      read: 3,
      zero: 1,
      why: {code: "divided"},
    });
    expect(
      profile(
        [
          ["5055737", "294992"],
          ["5052936", "293151"],
        ],
        "lat",
        "long",
      ).style.divisor,
    ).toBe(1e5);
    const e7 = [
      ["488566000", "23522000"],
      ["-339000000", "1512000000"],
    ] as const;
    expect(profile(e7, "latitudeE7", "longitudeE7").style.divisor).toBe(1e7);
    expect(profile(e7).style.divisor).toBe(1e7);
    expect(profile([["13000000", "23522000"]], "latitudeE7", "longitudeE7").style.divisor).toBe(1e7);
    expect(profile([["48856600", "102352200"]]).style.divisor).toBe(1e6);
  });

  it("are not divided where one has a fraction, or where the names speak of no degrees", () => {
    expect(
      profile([
        ["4885660", "235220"],
        ["48.8", "2.3"],
        ["48.9", "2.4"],
      ]).style.divisor,
    ).toBe(1);
    expect(profile([["4885660", "235220"]], "y", "x")).toMatchObject({style: {divisor: 1}, read: 0});
    expect(
      profile([
        ["3330000", "447123"],
        ["3340000", "448123"],
      ]),
    ).toMatchObject({projection: "UTM", read: 0});
  });

  it.each([
    ["UTM", "northing_utm", "easting_utm", "4642345.2", "447123.9"],
    ["UTM", "LINREFY", "LINREFX", "5720000.5", "412000.25"],
    ["UTM", "northing", "easting", "4642345", "447123"],
    ["Lambert-93", "y_l93", "x_l93", "6862305.26", "652709.401"],
    ["Web Mercator (EPSG:3857)", "y_3857", "x_3857", "6250564.3", "261845.7"],
    ["Web Mercator (EPSG:3857)", "y", "x", "6710219.1", "-13000.5"],
    ["British National Grid", "osgb_n", "osgb_e", "180500", "530800"],
    ["a national grid", "Hochwert", "Rechtswert", "5720000", "3412000"],
    ["a national grid", "coord_y", "coord_x", "1200000.5", "2600000.5"],
    ["UTM", "lat", "lon", "4642345.2", "447123.9"],
  ])("that lie on %s, named %s and %s, are recognised and not placed", (projection, lat, lon, y, x) => {
    const found = profile(
      [
        [y, x],
        [y, x],
      ],
      lat,
      lon,
    );
    expect(found).toMatchObject({projection, style: {projected: projection, divisor: 1}, filled: 2, read: 0});
    expect(coordinateReader(found.style)(y, x)).toBe("projected");
  });

  it("may be named as a grid and hold degrees all the same", () => {
    expect(profile([["48.85", "2.35"]], "coord_y", "coord_x")).toMatchObject({projection: null, read: 1});
  });

  it("run from 0 to 360 where several longitudes lie beyond 180 and none below 0", () => {
    const found = profile([
      ["10", "350.5"],
      ["-20", "200"],
      ["5", "12"],
    ]);
    expect(found).toMatchObject({style: {wraps: true}, read: 3, outOfRange: 0});
    expect(
      profile([
        ["10", "350.5"],
        ["-20", "200"],
        ["5", "-12"],
      ]),
    ).toMatchObject({read: 1, outOfRange: 2});
  });

  it("are noticed to be swapped where they make sense only the other way round, and stay as they are", () => {
    const swapped = profile([
      ["-97.8", "30.1"],
      ["-122.4", "37.7"],
      ["-74.0", "40.7"],
    ]);
    expect(swapped).toMatchObject({swapped: true, read: 1, outOfRange: 2, example: "-97.8, 30.1"});
    expect(
      profile([
        ["44.4E", "33.3N"],
        ["44.5E", "33.4N"],
      ]),
    ).toMatchObject({swapped: true, read: 0});
    expect(
      profile([
        ["30.1", "-97.8"],
        ["37.7", "-122.4"],
      ]).swapped,
    ).toBe(false);
    expect(
      profile([
        ["91", "10"],
        ["33.3", "44.4"],
        ["33.4", "44.5"],
      ]).swapped,
    ).toBe(false);
  });

  it("take O for Ost beside W or under German names, else for Ouest", () => {
    const east = (rows: readonly (readonly [string, string])[], lat: string, lon: string) =>
      profile(rows, lat, lon).style.eastIsO === true;
    expect(
      east(
        [
          ["48N", "11O"],
          ["48N", "3W"],
        ],
        "lat",
        "lon",
      ),
    ).toBe(true);
    expect(
      east(
        [
          ["48N", "11O"],
          ["48N", "3E"],
        ],
        "Breite",
        "Länge",
      ),
    ).toBe(false);
    expect(east([["48N", "11O"]], "Breite", "Länge")).toBe(true);
    expect(east([["48N", "11O"]], "latitude", "longitude")).toBe(false);
    expect(east([["48N", "11E"]], "Breite", "Länge")).toBe(false);
  });
});

describe("a column of points", () => {
  const first = (cells: string[], name = "location") => profilePoints(cells, name)?.style.first;

  it("is one where most cells hold two coordinates", () => {
    expect(profilePoints(["48.85, 2.35", "43.29, 5.38", ""], "")).toMatchObject({
      style: {form: "point", decimal: ".", first: "lat", divisor: 1},
      filled: 2,
      read: 2,
      why: {code: "order-assumed"},
    });
    expect(profilePoints(["POINT (2.35 48.85)", "POINT EMPTY", ", "], "geom")).toMatchObject({
      filled: 1,
      read: 1,
      why: {code: "geometry"},
    });
    expect(profilePoints(["48,85; 2,35", "43,29; 5,38"], "")).toMatchObject({style: {decimal: ","}, read: 2});
    expect(profilePoints(["48,85, 2,35", "43,29, 5,38"], "")).toMatchObject({style: {decimal: ","}, read: 2});
    expect(profilePoints(["48, 2", "43, 5"], "coordinates")).toMatchObject({read: 2});
  });

  it.each([
    ["words", ["Paris", "Lyon", "48.85, 2.35"]],
    ["single numbers", ["48.85", "2.35"]],
    ["numbers with decimal commas", ["48,85", "2,35"]],
    ["pairs of whole numbers", ["12, 15", "19, 24"]],
    ["dates", ["2024-01-01", "01/02/2024", "1.2.2024"]],
    ["times", ["12:30", "14:45:10"]],
    ["lists", ["1.5, 2.5, 3.5, 4.5, 5.5", "a, b"]],
    ["nothing", ["", "N/A"]],
    ["pairs far beyond degrees", ["1200.5, 300.25", "950.5, 1800.75"]],
  ])("is none where the cells are %s", (_, cells) => expect(profilePoints(cells, "")).toBeNull());

  it("has the longitude first where the first number goes beyond 90, else where name or brackets say so", () => {
    expect(first(["-97.8, 30.1", "2.35, 48.85"])).toBe("lon");
    expect(first(["30.1, -97.8", "2.35, 48.85"])).toBe("lat");
    expect(first(["[-97.8, 30.1]"])).toBe("lon");
    expect(first(["[30.1, -97.8]"])).toBe("lat");
    expect(first(["[2.35, 48.85]"])).toBe("lon");
    expect(first(["2.35, 48.85"], "lonlat")).toBe("lon");
    expect(first(["2.35, 48.85"], "Coordinates (longitude, latitude)")).toBe("lon");
    expect(first(["[48.85, 2.35]"], "latlng")).toBe("lat");
    expect(first(["48.85, 2.35"], "lat_lon")).toBe("lat");
    expect(first(["48.85, 2.35"])).toBe("lat");
  });

  it("is noticed to be swapped where a geometry has latitude first", () => {
    expect(profilePoints(["POINT (30.1 -97.8)", "POINT (37.7 -122.4)"], "geom")).toMatchObject({
      swapped: true,
      read: 0,
    });
  });

  it("is recognised on a grid", () => {
    const mgrs = profilePoints(["38S MB 12345 67890", "38S MB 22345 67890"], "grid");
    expect(mgrs).toMatchObject({projection: "MGRS", style: {projected: "MGRS"}, filled: 2, read: 0});
    expect(profilePoints(["8FW4V75V+8Q"], "code")).toMatchObject({projection: "plus codes"});
    expect(profilePoints(["447123.5, 4642345.2", "447124.5, 4642346.2"], "coordinates")).toMatchObject({read: 0});
    expect(profilePoints(["SRID=2154;POINT(652709 6862305)"], "geom")?.projection).toBe("a national grid");
  });
});

describe("the looks of a column", () => {
  it("are those of degrees where its values can be read so", () => {
    expect(looksLike(["33.3", "44.4", "", "abc", "1000"])).toEqual({degrees: 0.5, fractional: 1, min: 33.3, max: 44.4});
    expect(looksLike(["33°20'15\"N", "-3,5"])).toMatchObject({degrees: 1, fractional: 1, min: -3.5});
    expect(looksLike(["1", "2", "300"])).toEqual({degrees: 1, fractional: 0, min: 1, max: 300});
  });

  it("are not those of degrees for times, dates, years and words", () => {
    for (const values of [["12:30", "14:45:10"], ["2024-01-01", "2024"], ["Paris", "N/A"], []])
      expect(looksLike(values)).toEqual({degrees: 0, fractional: 0, min: NaN, max: NaN});
  });
});

const shared = join(import.meta.dirname, "../../../../shared");
const columnsOf = (path: string, encoding: "utf8" | "latin1" = "utf8") => {
  const [header = [], ...rows] = Papa.parse<string[]>(readFileSync(join(shared, path), encoding).trimEnd()).data;
  return (name: string) => rows.map((row) => row[header.indexOf(name)] ?? "");
};

describe.skipIf(!existsSync(shared))("the files of the field", () => {
  it.each([
    ["538_police_killings_latin1.csv", "latitude", "longitude", 467, 467],
    ["fpv_lebanon_2026.csv", "lat", "lon", 149, 149],
    ["stanford_mass_shootings.csv", "Latitude", "Longitude", 335, 335],
    ["ucdp_ged_ukr_hxl_2023.csv", "latitude", "longitude", 2990, 2989],
    ["usgs_all_month.csv", "latitude", "longitude", 10387, 10387],
    ["volcanoes_latin1.csv", "Latitude", "Longitude", 1571, 1571],
    ["war_atlas_battles_wikidata.csv", "lat", "lng", 2477, 2477],
  ])("%s has its coordinates read", (file, lat, lon, filled, read) => {
    const column = columnsOf(`samples/${file}`, "latin1");
    const found = profileCoordinates(column(lat), column(lon), {lat, lon});
    expect(found).toMatchObject({filled, read, swapped: false, projection: null, why: {code: "degrees"}});
  });

  it("has a zoo of which each row is placed rightly or refused for the right reason", () => {
    const column = columnsOf("torture/handmade/coord_zoo.csv");
    const [lat, lon] = [column("latitude"), column("longitude")];
    const read = coordinateReader(profileCoordinates(lat, lon, {lat: "latitude", lon: "longitude"}).style);
    const expected = [
      "33.3 38.7", "out-of-range", "out-of-range", "out-of-range", "out-of-range", "zero-coordinate", "38.7 33.3",
      "no-coordinate", "no-coordinate", "bad-coordinate", "out-of-range", "33.3 44.36667", "33.3 44.36667", "33.3 44.4",
      "33.3 44.4", "projected", "projected", "33.3 44.4", "33.33333 44", "10 20", "bad-coordinate", "33.3 44.4",
      "-33.3 44.4", "-33.3 179.9999", "out-of-range", "90 0", "-90 0", "85.06 0", "no-coordinate", "no-coordinate",
      "out-of-range",
    ]; // prettier-ignore
    const found = lat.map((cell, i) => {
      const place = read(cell, lon[i]!);
      return typeof place === "string" ? place : `${+place.lat.toFixed(5)} ${+place.lon.toFixed(5)}`;
    });
    expect(found).toEqual(expected);
  });

  it("has decimal commas and digits of other scripts read", () => {
    const french = columnsOf("torture/handmade/decimal_comma.csv");
    expect(profileCoordinates(french("lat"), french("lon"), {lat: "lat", lon: "lon"})).toMatchObject({read: 2});
    const digits = columnsOf("torture/handmade/fullwidth_digits.csv");
    const names = {lat: "latitude", lon: "longitude"};
    expect(profileCoordinates(digits("latitude"), digits("longitude"), names)).toMatchObject({filled: 3, read: 3});
  });
});
