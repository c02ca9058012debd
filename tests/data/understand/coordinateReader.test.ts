// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {CoordinateStyle} from "../../../src/data/reading.ts";
import {readAngle} from "../../../src/data/understand/angle.ts";
import {
  coordinateReader,
  readAxis,
  writingOf,
  type CoordinateFault,
} from "../../../src/data/understand/coordinateReader.ts";

const COLUMNS: CoordinateStyle = {form: "columns", decimal: ".", first: "lat", divisor: 1};
const COMMA: CoordinateStyle = {...COLUMNS, decimal: ","};
const POINT: CoordinateStyle = {...COLUMNS, form: "point"};
const POINT_COMMA: CoordinateStyle = {...POINT, decimal: ","};
const POINT_LON: CoordinateStyle = {...POINT, first: "lon"};

type Expected = readonly [lat: number, lon: number] | CoordinateFault;

function check(style: CoordinateStyle, lat: string, lon: string, expected: Expected): void {
  const found = coordinateReader(style)(lat, lon);
  if (typeof expected === "string") expect(found).toBe(expected);
  else {
    expect(found).toMatchObject({lat: expect.any(Number), lon: expect.any(Number)});
    const {lat: y, lon: x} = found as {lat: number; lon: number};
    expect(y).toBeCloseTo(expected[0], 6);
    expect(x).toBeCloseTo(expected[1], 6);
  }
}

// 33° 20′ 15″ N, 44° 22′ 30″ E
const PLACE = [33.3375, 44.375] as const;
const MINUTES = [33.3375, 44.375] as const;

describe("a plain decimal in a cell", () => {
  it("is read at once as it is by the rules for angles", () => {
    const digits = (least: number) => fc.stringMatching(new RegExp(`^\\d{${least},9}$`));
    fc.assert(
      fc.property(
        fc.constantFrom("", "-", "+"),
        digits(1),
        fc.option(digits(1), {nil: null}),
        fc.constantFrom(".", ",") as fc.Arbitrary<"." | ",">,
        (sign, whole, fraction, decimal) => {
          const text = sign + whole + (fraction === null ? "" : decimal + fraction);
          const writing = writingOf({form: "columns", decimal});
          const angle = readAngle(text, writing);
          expect(angle).toMatchObject({axis: null});
          expect(readAxis(text, "lat", writing)).toBeCloseTo(angle!.value, 12);
        },
      ),
    );
  });
});

describe("latitude and longitude in two cells", () => {
  const table: readonly (readonly [string, string, Expected])[] = [
    ["33.3375", "44.375", PLACE],
    ["+33.3375", "+44.375", PLACE],
    ["  33.3375 ", "\t44.375", PLACE],
    ["\u00a033.3375", "44.375\u202f", PLACE],
    ["-33.3375", "-44.375", [-33.3375, -44.375]],
    ["\u221233.3375", "\u201344.375", [-33.3375, -44.375]],
    ["\u200e33.3375\u200f", "\u206644.375\u2069", PLACE],
    ["33.", ".5", [33, 0.5]],
    ["-.5", "0", [-0.5, 0]],
    ["0033.3375", "044.375", PLACE],
    ["33.33750000000000000000000", "44.375", PLACE],
    ["3.33375E+01", "4.4375e1", PLACE],
    ["-5.0E-05", "10", [-0.00005, 10]],
    ["33.3375°", "44.375°", PLACE],
    ["33.3375º", "44.375˚", PLACE],
    ["33.3375Â°", "44.375Â°", PLACE],
    ["33.3375° N", "44.375° E", PLACE],
    ["33.3375°S", "44.375°W", [-33.3375, -44.375]],
    ["33.3375N", "44.375E", PLACE],
    ["33.3375 n", "44.375 e", PLACE],
    ["N33.3375", "E44.375", PLACE],
    ["N 33.3375", "E 44.375", PLACE],
    ["S33.3375", "W44.375", [-33.3375, -44.375]],
    ["-33.3375 S", "-44.375 W", [-33.3375, -44.375]],
    ["33.3375 north", "44.375 East", PLACE],
    ["33.3375 degrees north", "44.375 deg east", PLACE],
    ["33.3375 Nord", "44.375 Ouest", [33.3375, -44.375]],
    ["33.3375 Süd", "44.375 Ost", [-33.3375, 44.375]],
    ["33.3375 Sur", "44.375 Oeste", [-33.3375, -44.375]],
    ["33.3375 N", "44.375 O", [33.3375, -44.375]],
    ["33.3375 ش", "44.375 ق", PLACE],
    ["33.3375 ج", "44.375 غ", [-33.3375, -44.375]],
    ["33.3375 شمالاً", "44.375 شرقا", PLACE],
    ["33.3375° с. ш.", "44.375° в. д.", PLACE],
    ["33.3375 ю.ш.", "44.375 з.д.", [-33.3375, -44.375]],
    ["北纬33.3375", "东经44.375度", PLACE],
    ["lat 33.3375", "lon 44.375", PLACE],
    ["Latitude: 33.3375", "Longitude: 44.375", PLACE],
    ["lat=33.3375", "lng=44.375", PLACE],
    ["٣٣٫٣٣٧٥", "٤٤٫٣٧٥", PLACE],
    ["۳۳٫۳۳۷۵", "۴۴٫۳۷۵", PLACE],
    ["３３.３３７５", "４４．３７５", PLACE],
    ["३३.३३७५", "४४.३७५", PLACE],
    ["33°20'15\"N", "44°22'30\"E", PLACE],
    ["33°20′15″N", "44°22′30″E", PLACE],
    ["33°20’15”N", "44°22‘30“E", PLACE],
    ["33°20''15N", "44", "bad-coordinate"],
    ["33°20'15''N", "44°22'30''E", PLACE],
    ["33° 20' 15\" N", "44° 22' 30\" E", PLACE],
    ["33º20´15´´N", "44º22´30´´E", PLACE],
    ["N33°20'15\"", "E44°22'30\"", PLACE],
    ["N 33° 20' 15.0\"", "E 44° 22' 30.00\"", PLACE],
    ["33°20'15\"S", "44°22'30\"W", [-33.3375, -44.375]],
    ["-33°20'15\"", "-44°22'30\"", [-33.3375, -44.375]],
    ["-0°30'0\"", "-0°15'", [-0.5, -0.25]],
    ["33 20 15 N", "44 22 30 E", PLACE],
    ["33 20 15", "44 22 30", PLACE],
    ["33 20 15N", "44 22 30E", PLACE],
    ["33:20:15", "44:22:30", PLACE],
    ["-33:20:15", "-44:22:30", [-33.3375, -44.375]],
    ["33:20:15N", "44:22:30E", PLACE],
    ["33-20-15N", "44-22-30E", PLACE],
    ["33-20-15", "44-22-30", "bad-coordinate"],
    ["33d20m15s", "44d22m30s", PLACE],
    ["33d20m15sN", "44d22m30sE", PLACE],
    ["33d 20m 15s S", "44d 22m 30s W", [-33.3375, -44.375]],
    ["33d20'15\"N", "44d22'30\"E", PLACE],
    ["33 deg 20 min 15 sec N", "44 deg 22 min 30 sec E", PLACE],
    ["33deg20'15\"N", "44deg22'30\"E", PLACE],
    ["33° 20.25'", "44° 22.5'", MINUTES],
    ["33° 20.25′ N", "44° 22.5′ E", MINUTES],
    ["N33 20.25", "E44 22.5", MINUTES],
    ["33 20.25", "44 22.5", MINUTES],
    ["33:20.25", "44:22.5", MINUTES],
    ["332015N", "0442230E", PLACE],
    ["3320.25N", "04422.5E", MINUTES],
    ["3330N", "04430W", [33.5, -44.5]],
    ["90", "180", [90, 180]],
    ["-90", "-180", [-90, -180]],
    ["85.06", "0", [85.06, 0]],
    ["0", "44.375", [0, 44.375]],
    ["48,85", "2,35", [48.85, 2.35]],
    // What cannot be used.
    ["", "", "no-coordinate"],
    [" ", "\u00a0", "no-coordinate"],
    ["N/A", "unknown", "no-coordinate"],
    ["NaN", "null", "no-coordinate"],
    ["-", "–", "no-coordinate"],
    ["#REF!", "#N/A", "no-coordinate"],
    ["-999", "-999", "no-coordinate"],
    ["-9999.0", "-9999.0", "no-coordinate"],
    ["-99", "-99", "no-coordinate"],
    ["-9", "-9", "no-coordinate"],
    ["33.3", "-999", "no-coordinate"],
    ["9999", "", "no-coordinate"],
    ["-9", "44", [-9, 44]],
    ["-9", "-99", [-9, -99]],
    ["0", "0", "zero-coordinate"],
    ["0.0", "0.000", "zero-coordinate"],
    ["-0", "0", "zero-coordinate"],
    ["0°0'0\"N", "0°0'0\"E", "zero-coordinate"],
    ["33.3", "", "bad-coordinate"],
    ["", "44.4", "bad-coordinate"],
    ["33.3", "unknown", "bad-coordinate"],
    ["Baghdad", "44.4", "bad-coordinate"],
    ["33.3.3", "44.4", "bad-coordinate"],
    ["0x10", "0x20", "bad-coordinate"],
    ["Infinity", "1", "bad-coordinate"],
    ["33.3N", "44.4N", "bad-coordinate"],
    ["44.4E", "33.3N", "bad-coordinate"],
    ["-33.3N", "44.4", "bad-coordinate"],
    ["33°20'75\"", "44", "bad-coordinate"],
    ["33.5°20'", "44", "bad-coordinate"],
    ["33 5", "44 5", "bad-coordinate"],
    ["33,333", "44,375", "bad-coordinate"],
    ["2024-01-01", "44", "bad-coordinate"],
    ["+-33", "44", "bad-coordinate"],
    ["=1+1", "44", "bad-coordinate"],
    ["33.3", "44.4;alert(1)", "bad-coordinate"],
    ["91", "10", "out-of-range"],
    ["10", "-180.0001", "out-of-range"],
    ["99.9999", "199.9999", "out-of-range"],
    ["1e400", "1", "out-of-range"],
    ["33.3", "540", "out-of-range"],
    ["4642345", "447123", "projected"],
    ["6862305.26", "652709.401", "projected"],
    ["4 642 345", "447 123", "projected"],
    ["38S MB 12345 67890", "", "projected"],
  ];
  it.each(table)("reads %j and %j", (lat, lon, expected) => check(COLUMNS, lat, lon, expected));

  const commas: readonly (readonly [string, string, Expected])[] = [
    ["48,8566", "2,3522", [48.8566, 2.3522]],
    ["-21,1151", "55,5364", [-21.1151, 55.5364]],
    ["48,856", "2,352", [48.856, 2.352]],
    ["48,8566 °N", "2,3522 °E", [48.8566, 2.3522]],
    ["48° 51,4′ N", "2° 21,132′ E", [48.856667, 2.3522]],
    ["48° 51' 24,12\" N", "2° 21' 8\" O", [48.8567, -2.352222]],
    ["48.8566", "2.3522", [48.8566, 2.3522]],
    ["٣٣٫٥", "٤٤٫٥", [33.5, 44.5]],
    ["48,85,66", "2", "bad-coordinate"],
    ["652.709,401", "6.862.305,26", "projected"],
  ];
  it.each(commas)("reads %j and %j where a comma is decimal", (lat, lon, expected) => check(COMMA, lat, lon, expected));

  it("takes O for east where the style says Ost", () => {
    check({...COMMA, eastIsO: true}, "48,1 N", "11,5 O", [48.1, 11.5]);
    check({...COMMA, eastIsO: true}, "48,1 N", "11,5 W", [48.1, -11.5]);
  });

  it("divides whole numbers by the divisor, and leaves a number with a fraction in degrees", () => {
    const style = {...COLUMNS, divisor: 100_000};
    check(style, "4885660", "235220", [48.8566, 2.3522]);
    check(style, "-2111510", "5553640", [-21.1151, 55.5364]);
    check(style, "5055737.00000", "0294992", [50.55737, 2.94992]);
    check(style, "48.8566", "2.3522", [48.8566, 2.3522]);
    check(style, "0", "0", "zero-coordinate");
    check(style, "9885660", "235220", "out-of-range");
    check({...COLUMNS, divisor: 10_000_000}, "488566000", "23522000", [48.8566, 2.3522]);
  });

  it("turns longitudes of 180 to 360 only where the style says that they run so", () => {
    check({...COLUMNS, wraps: true}, "10", "350", [10, -10]);
    check({...COLUMNS, wraps: true}, "10", "180", [10, 180]);
    check({...COLUMNS, wraps: true}, "10", "361", "out-of-range");
    check({...COLUMNS, wraps: true}, "0", "360", "zero-coordinate");
    check(COLUMNS, "10", "350", "out-of-range");
  });

  it("places nothing of a projected column but what is plainly in degrees", () => {
    const style = {...COLUMNS, projected: "UTM"};
    check(style, "4642345.5", "447123.1", "projected");
    check(style, "95", "185", "projected");
    check(style, "12", "40", "projected");
    check(style, "33.3", "44.4", [33.3, 44.4]);
    check(style, "", "", "no-coordinate");
  });
});

describe("both coordinates in one cell", () => {
  const POINT_PLACE = [48.85, 2.35] as const;
  const table: readonly (readonly [string, Expected])[] = [
    ["48.85, 2.35", POINT_PLACE],
    ["48.85,2.35", POINT_PLACE],
    ["48.85 2.35", POINT_PLACE],
    ["48.85;2.35", POINT_PLACE],
    ["48.85 ; 2.35", POINT_PLACE],
    ["48.85/2.35", POINT_PLACE],
    ["48.85|2.35", POINT_PLACE],
    ["48.85 - 2.35", POINT_PLACE],
    ["48.85، 2.35", POINT_PLACE],
    ["48.85\n2.35", POINT_PLACE],
    ["(48.85, 2.35)", POINT_PLACE],
    ["(48.85 2.35)", POINT_PLACE],
    ["48.85, 2.35, 35", POINT_PLACE],
    ["48.85 2.35 35.0 4.5", POINT_PLACE],
    ["-48.85, -2.35", [-48.85, -2.35]],
    ["48.85 -2.35", [48.85, -2.35]],
    ["+48.85 +2.35", POINT_PLACE],
    ["48, 2", [48, 2]],
    ["48 2", [48, 2]],
    ["48.85N 2.35E", POINT_PLACE],
    ["48.85N, 2.35W", [48.85, -2.35]],
    ["N48.85 E2.35", POINT_PLACE],
    ["N 48.85, E 2.35", POINT_PLACE],
    ["2.35E, 48.85N", POINT_PLACE],
    ["E2.35 N48.85", POINT_PLACE],
    ["48.85° N, 2.35° E", POINT_PLACE],
    ["33°20'15\"N 44°22'30\"E", PLACE],
    ["33°20′15″N, 44°22′30″E", PLACE],
    ["33°20'15\"N44°22'30\"E", PLACE],
    ["33°20'15\", 44°22'30\"", PLACE],
    ["N33°20'15\" E44°22'30\"", PLACE],
    ["44°22'30\"E 33°20'15\"N", PLACE],
    ["33 20 15 N, 44 22 30 E", PLACE],
    ["33 20 15 N 44 22 30 E", PLACE],
    ["33 20 15 44 22 30", PLACE],
    ["33 20 44 22", [33 + 20 / 60, 44 + 22 / 60]],
    ["33:20:15, 44:22:30", PLACE],
    ["33° 20.25' N 44° 22.5' E", PLACE],
    ["332015N 0442230E", PLACE],
    ["332015N0442230E", PLACE],
    ["3330N04430E", [33.5, 44.5]],
    ["Lat: 48.85, Lon: 2.35", POINT_PLACE],
    ["lon=2.35 lat=48.85", POINT_PLACE],
    ["latitude 48.85 longitude 2.35", POINT_PLACE],
    ["geo:48.85,2.35", POINT_PLACE],
    ["geo:48.85,2.35,35;u=10", POINT_PLACE],
    ["geo:48.85,2.35?z=12", POINT_PLACE],
    ["+48.85+002.35/", POINT_PLACE],
    ["+27.5916+086.5640+8850CRSWGS_84/", [27.5916, 86.564]],
    ["-3320.25+04422.5/", [-33.3375, 44.375]],
    ["+332015-0442230/", [33.3375, -44.375]],
    ["POINT (2.35 48.85)", POINT_PLACE],
    ["POINT(2.35 48.85)", POINT_PLACE],
    ["Point(2.35 48.85)", POINT_PLACE],
    ["point ( 2.35   48.85 )", POINT_PLACE],
    ["POINT Z (2.35 48.85 35)", POINT_PLACE],
    ["POINTZ(2.35 48.85 35)", POINT_PLACE],
    ["POINT ZM (2.35 48.85 35 1)", POINT_PLACE],
    ["SRID=4326;POINT(2.35 48.85)", POINT_PLACE],
    ["<http://www.opengis.net/def/crs/OGC/1.3/CRS84> Point(2.35 48.85)", POINT_PLACE],
    ["POINT (2.35e0 4.885E1)", POINT_PLACE],
    ["MULTIPOINT ((2 48), (4 50))", [49, 3]],
    ["MULTIPOINT (2 48, 4 50)", [49, 3]],
    ["LINESTRING (2 48, 3 49, 4 50)", [49, 3]],
    ["POLYGON ((2 48, 4 48, 4 50, 2 50, 2 48))", [49, 3]],
    ["POLYGON ((2 48, 4 48, 4 50, 2 50, 2 48), (2.9 48.9, 3 49, 2.9 48.9))", [49, 3]],
    ["MULTIPOLYGON (((2 48, 4 48, 4 50, 2 50, 2 48)), ((9 9, 9 8, 8 8, 9 9)))", [49, 3]],
    ["LINESTRING (179 10, -179 12)", [11, 180]],
    ["GEOMETRYCOLLECTION (POINT (2.35 48.85), POINT (0 0))", POINT_PLACE],
    ["0101000020E6100000CDCCCCCCCCCC0240CDCCCCCCCC6C4840", POINT_PLACE],
    ["0101000000CDCCCCCCCCCC0240CDCCCCCCCC6C4840", POINT_PLACE],
    ['{"lat": 48.85, "lon": 2.35}', POINT_PLACE],
    ['{"lon":"2.35","lat":"48.85"}', POINT_PLACE],
    ['{"latitude":48.85,"longitude":2.35}', POINT_PLACE],
    ["{'latitude': '48.85', 'longitude': '2.35', 'human_address': '{}'}", POINT_PLACE],
    ['{"lng":2.35,"lat":48.85}', POINT_PLACE],
    ['{"type":"Point","coordinates":[2.35,48.85]}', POINT_PLACE],
    ["{'type': 'Point', 'coordinates': [2.35, 48.85, 12]}", POINT_PLACE],
    ['{"type":"Feature","geometry":{"type":"Point","coordinates":[2.35,48.85]}}', POINT_PLACE],
    ['{"type":"LineString","coordinates":[[2,48],[4,50]]}', [49, 3]],
    ['{"type":"Polygon","coordinates":[[[2,48],[4,48],[4,50],[2,50],[2,48]],[[1,1],[1,2],[1,1]]]}', [49, 3]],
    ['{"coordinates": [2.35, 48.85], "type": "Point"}', POINT_PLACE],
    // What cannot be used.
    ["", "no-coordinate"],
    [", ", "no-coordinate"],
    ["(, )", "no-coordinate"],
    ["null, null", "no-coordinate"],
    ["unknown", "no-coordinate"],
    ["POINT EMPTY", "no-coordinate"],
    ["POINT (nan nan)", "no-coordinate"],
    ['{"lat": null, "lon": null}', "no-coordinate"],
    ['{"type":"Point","coordinates":[]}', "no-coordinate"],
    ["-999, -999", "no-coordinate"],
    ["0, 0", "zero-coordinate"],
    ["POINT (0 0)", "zero-coordinate"],
    ["48.85,", "bad-coordinate"],
    ["48.85", "bad-coordinate"],
    ["Paris", "bad-coordinate"],
    ["48.85N 2.35N", "bad-coordinate"],
    ["48.85-2.35", "bad-coordinate"],
    ['{"lat": 48.85}', "bad-coordinate"],
    ['{"type":"Point"}', "bad-coordinate"],
    ["POINT (2.35)", "bad-coordinate"],
    ["1, 2, 3, 4, 5", "bad-coordinate"],
    ["48.85, 2.35 <img src=x onerror=alert(1)>", "bad-coordinate"],
    ["https://example.org/@48.85,2.35", "bad-coordinate"],
    ["95.1, 10.2", "out-of-range"],
    ["POINT (2.35 148.85)", "out-of-range"],
    ["SRID=2154;POINT(652709 6862305)", "projected"],
    ["0101000020110F0000CDCCCCCCCCCC0240CDCCCCCCCC6C4840", "projected"],
    ["652709.4, 6862305.2", "projected"],
    ["38S MB 12345 67890", "projected"],
    ["38SMB4488", "projected"],
    ["38S 447123 4642345", "projected"],
    ["447123mE 4642345mN", "projected"],
    ["TQ 30080 80500", "projected"],
    ["8FW4V75V+8Q", "projected"],
    ["///filled.count.soap", "projected"],
  ];
  it.each(table)("reads %j", (cell, expected) => check(POINT, cell, cell, expected));

  const commas: readonly (readonly [string, Expected])[] = [
    ["48,85; 2,35", POINT_PLACE],
    ["48,85 2,35", POINT_PLACE],
    ["48,85, 2,35", POINT_PLACE],
    ["48,85,2,35", POINT_PLACE],
    ["(48,85 / 2,35)", POINT_PLACE],
    ["48,85° N; 2,35° E", POINT_PLACE],
    ["48.85, 2.35", POINT_PLACE],
    ["POINT (2.35 48.85)", POINT_PLACE],
  ];
  it.each(commas)("reads %j where a comma is decimal", (cell, expected) => check(POINT_COMMA, cell, cell, expected));

  it("reads pairs that do not say their order in the order of the style, brackets too", () => {
    for (const cell of ["2.35, 48.85", "[2.35, 48.85]", "(2.35 48.85)"]) check(POINT_LON, cell, cell, POINT_PLACE);
    check(POINT, "[48.85, 2.35]", "[48.85, 2.35]", POINT_PLACE);
    check(POINT_LON, "48.85N 2.35E", "48.85N 2.35E", POINT_PLACE);
  });

  it("reads a geometry of any length from its beginning", () => {
    const ring = Array.from({length: 50_000}, (_, i) => `${2 + (i % 2)} ${48 + (i % 2)}`).join(", ");
    const json = `{"type":"Polygon","coordinates":[[${ring.replace(/(\d+) (\d+)/g, "[$1,$2]")}]]}`;
    for (const cell of [`POLYGON ((${ring}))`, json]) {
      const found = coordinateReader(POINT)(cell, cell) as {lat: number; lon: number};
      expect(found.lat).toBeCloseTo(48.5, 2);
      expect(found.lon).toBeCloseTo(2.5, 2);
    }
  });
});

/** Every writing of an angle, and by how much its last digit may be off. */
const WRITINGS: readonly (readonly [string, (degrees: number, sides: string) => string, number])[] = (() => {
  const split = (degrees: number, parts: number, digits: number) => {
    const unit = 10 ** digits;
    let rest = Math.round(Math.abs(degrees) * (parts === 3 ? 3600 : 60) * unit);
    const last = (rest % (60 * unit)) / unit;
    rest = Math.floor(rest / (60 * unit));
    return parts === 3 ? [Math.floor(rest / 60), rest % 60, last] : [rest, last];
  };
  const side = (degrees: number, sides: string) => sides[degrees < 0 ? 1 : 0]!;
  const sign = (degrees: number) => (degrees < 0 ? "-" : "");
  const two = (n: number, digits = 0) => n.toFixed(digits).padStart(digits === 0 ? 2 : digits + 3, "0");
  return [
    ["decimal", (d: number) => d.toFixed(6), 1e-6],
    ["decimal degrees with hemisphere", (d: number, s: string) => `${Math.abs(d).toFixed(5)}° ${side(d, s)}`, 1e-5],
    ["hemisphere first", (d: number, s: string) => `${side(d, s)}${Math.abs(d).toFixed(5)}`, 1e-5],
    [
      "Arabic digits",
      (d: number) =>
        d
          .toFixed(4)
          .replace(/\d/g, (n) => "٠١٢٣٤٥٦٧٨٩"[Number(n)]!)
          .replace(".", "٫"),
      1e-4,
    ],
    [
      "degrees, minutes, seconds",
      (d: number, s: string) => {
        const [deg, min, sec] = split(d, 3, 1);
        return `${deg}°${two(min!)}′${two(sec!, 1)}″${side(d, s)}`;
      },
      1 / 36_000,
    ],
    [
      "signed with colons",
      (d: number) => {
        const [deg, min, sec] = split(d, 3, 0);
        return `${sign(d)}${deg}:${two(min!)}:${two(sec!)}`;
      },
      1 / 3600,
    ],
    [
      "letters",
      (d: number, s: string) => {
        const [deg, min, sec] = split(d, 3, 0);
        return `${deg}d${min}m${sec}s${side(d, s)}`;
      },
      1 / 3600,
    ],
    [
      "degrees and minutes",
      (d: number, s: string) => {
        const [deg, min] = split(d, 2, 3);
        return `${deg} ${two(min!, 3)} ${side(d, s)}`;
      },
      1 / 60_000,
    ],
  ] as const;
})();

const millionths = (limit: number) =>
  fc
    .tuple(fc.integer({min: 10_000, max: limit * 1e6 - 100_000}), fc.boolean())
    .map(([size, south]) => (south ? -size : size) / 1e6);
const anywhere = fc.record({lat: millionths(90), lon: millionths(180)});
const sound = (found: unknown): boolean => {
  if (typeof found === "string") return true;
  const {lat, lon} = found as {lat: number; lon: number};
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
};
const STYLES: readonly CoordinateStyle[] = [
  COLUMNS,
  COMMA,
  POINT,
  POINT_COMMA,
  POINT_LON,
  {...COLUMNS, divisor: 100_000},
  {...COLUMNS, wraps: true},
  {...POINT, projected: "UTM", eastIsO: true},
];

describe("the coordinate reader", () => {
  it.each(WRITINGS)("reads back whatever is written as %s, within its rounding", (_, write, rounding) => {
    fc.assert(
      fc.property(anywhere, ({lat, lon}) => {
        const [latText, lonText] = [write(lat, "NS"), write(lon, "EW")];
        const cells = [[COLUMNS, latText, lonText]] as [CoordinateStyle, string, string][];
        cells.push([POINT, `${latText}, ${lonText}`, ""], [POINT, `(${latText}; ${lonText})`, ""]);
        for (const [style, a, b] of cells) {
          const found = coordinateReader(style)(a, b) as {lat: number; lon: number};
          expect(Math.abs(found.lat - lat)).toBeLessThanOrEqual(rounding);
          expect(Math.abs(found.lon - lon)).toBeLessThanOrEqual(rounding);
        }
      }),
    );
  });

  it("gives a place on the globe or a fault for any text, and never throws", () => {
    const hostile = fc.oneof(
      fc.string({unit: "binary", maxLength: 60}),
      fc.string({unit: fc.constantFrom(..."0123456789.,-+ °'\"NSEWOnsewoeE:;/|()[]{}\u2212\u066b٣dm"), maxLength: 24}),
      fc.stringMatching(/^(SRID=4326;)?(POINT|POLYGON|LINESTRING) ?[()\d .,-]{0,30}$/),
      fc.stringMatching(/^\{["'](lat|coordinates)["']: ?[[\]\d .,"{}a-z:-]{0,30}$/),
    );
    fc.assert(
      fc.property(hostile, hostile, fc.constantFrom(...STYLES), (a, b, style) => {
        expect(coordinateReader(style)(a, b)).toSatisfy(sound);
      }),
      {numRuns: 4000},
    );
  });

  it("takes no longer for long and hostile cells", () => {
    const cells = ["9", " ", "1 ", "-", "°", "(", "[", "POINT(", "1,", "{'lat':", "a", "/", "\u0663", "NaN,", "1e"].map(
      (text) => text.repeat(1_000_000 / text.length),
    );
    const started = performance.now();
    for (const style of STYLES) for (const cell of cells) expect(coordinateReader(style)(cell, cell)).toSatisfy(sound);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
