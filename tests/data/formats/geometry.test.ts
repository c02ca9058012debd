// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {placeOfGeometry} from "../../../src/data/formats/geometry.ts";

type Point = [number, number];
const placeOf = (type: string, coordinates: unknown) => placeOfGeometry({type, coordinates});

/** How often a ring winds around a point, by the angles of its corners: an oracle that has nothing in common with crossings. */
function windings([x, y]: Point, ring: Point[]): number {
  let sum = 0;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!;
    const turn = Math.atan2(by - y, bx - x) - Math.atan2(ay - y, ax - x);
    sum += turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn;
  });
  return Math.round(sum / (2 * Math.PI));
}

/** A ring that does not cross itself: corners around a centre, at any distance. */
const star = fc
  .tuple(
    fc.array(fc.double({min: 0.05, max: 1, noNaN: true}), {minLength: 3, maxLength: 40}),
    fc.integer({min: -150, max: 150}),
    fc.boolean(),
  )
  .map(([radii, lon, reversed]) => {
    const ring = radii.map((radius, i): Point => {
      const angle = (i / radii.length) * 2 * Math.PI;
      return [lon + 20 * radius * Math.cos(angle), 30 + 20 * radius * Math.sin(angle)];
    });
    return reversed ? ring.reverse() : ring;
  });

describe("the place of a geometry", () => {
  it("is the point itself, whatever stands behind its two numbers", () => {
    expect(placeOf("Point", [44.4, 33.3, 100, 5])).toEqual({lon: 44.4, lat: 33.3, reduced: false});
    expect(placeOf("Point", [400, 33])).toEqual({lon: 400, lat: 33, reduced: false});
    expect(placeOf("MultiPoint", [[1, 2]])).toEqual({lon: 1, lat: 2, reduced: false});
  });

  it.each([
    ["Point", []],
    ["Point", [1]],
    ["Point", ["44", "33"]],
    ["Point", [null, null]],
    ["Point", {lon: 1, lat: 2}],
    ["Point", "foo"],
    ["LineString", [1, 2]],
    ["MultiPoint", [[[0, 0]]]],
    ["Polygon", [5]],
    ["Polygon", [[[1, 2]]]],
    [
      "Polygon",
      [
        [],
        [
          [0, 0],
          [0, 1],
          [1, 1],
        ],
      ],
    ],
    ["MultiPolygon", [1, 2]],
    ["MultiPolygon", [[[1]]]],
    ["Circle", [1, 2]],
  ])("is unknown for a %s of %j", (type, coordinates) => expect(placeOf(type, coordinates)).toBeNull());

  it.each([
    [null],
    [undefined],
    [5],
    ["Point"],
    [[]],
    [{}],
    [{type: {}}],
    [{type: "GeometryCollection", geometries: [false]}],
  ])("is unknown for %j", (geometry) => expect(placeOfGeometry(geometry)).toBeNull());

  it("is the member of many points that is nearest their middle", () => {
    expect(
      placeOf("MultiPoint", [
        [0, 0],
        [4, 1],
        [10, 0],
      ]),
    ).toEqual({lon: 4, lat: 1, reduced: true});
  });

  it("is halfway along the longest line", () => {
    expect(
      placeOf("LineString", [
        [0, 0],
        [10, 0],
        [10, 30],
      ]),
    ).toEqual({lon: 10, lat: 10, reduced: true});
    expect(
      placeOf("MultiLineString", [
        [
          [0, 0],
          [1, 0],
        ],
        [
          [5, 5],
          [5, 9],
        ],
      ]),
    ).toEqual({lon: 5, lat: 7, reduced: true});
    expect(
      placeOf("LineString", [
        [3, 4],
        [3, 4],
      ]),
    ).toEqual({lon: 3, lat: 4, reduced: true});
  });

  it("is found across the antimeridian, the short way", () => {
    expect(
      placeOf("LineString", [
        [179, 0],
        [-177, 0],
      ]),
    ).toEqual({lon: -179, lat: 0, reduced: true});
    const box = [
      [
        [170, -10],
        [-170, -10],
        [-170, 10],
        [170, 10],
        [170, -10],
      ],
    ];
    expect(Math.abs(placeOf("Polygon", box)!.lon)).toBe(180);
  });

  it("of the whole world is its middle", () => {
    const world = [
      [
        [-180, -90],
        [180, -90],
        [180, 90],
        [-180, 90],
        [-180, -90],
      ],
    ];
    expect(placeOf("Polygon", world)).toEqual({lon: 0, lat: 0, reduced: true});
  });

  it("is the centroid of a polygon that has it inside", () => {
    expect(
      placeOf("Polygon", [
        [
          [0, 0],
          [6, 0],
          [0, 6],
          [0, 0],
        ],
      ]),
    ).toEqual({lon: 2, lat: 2, reduced: true});
  });

  it("is inside a polygon that bends around its centroid, or has a hole there", () => {
    const letterC = [
      [
        [0, 0],
        [10, 0],
        [10, 1],
        [1, 1],
        [1, 9],
        [10, 9],
        [10, 10],
        [0, 10],
        [0, 0],
      ],
    ] as Point[][];
    const frame = [
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
        [0, 0],
      ],
      [
        [1, 1],
        [9, 1],
        [9, 9],
        [1, 9],
        [1, 1],
      ],
    ] as Point[][];
    for (const [outer, hole] of [letterC, frame]) {
      const {lon, lat} = placeOf("Polygon", hole === undefined ? [outer] : [outer, hole])!;
      expect(windings([lon, lat], outer!)).not.toBe(0);
      if (hole !== undefined) expect(windings([lon, lat], hole)).toBe(0);
    }
  });

  it("is inside any polygon, whichever way its ring runs", () => {
    fc.assert(
      fc.property(star, fc.boolean(), (ring, isClosed) => {
        const {lon, lat} = placeOf("Polygon", [isClosed ? [...ring, ring[0]] : ring])!;
        expect(Math.abs(windings([lon, lat], ring))).toBe(1);
      }),
    );
  });

  it("is in the largest of several polygons", () => {
    const square = (west: number, size: number) => [
      [
        [west, 0],
        [west + size, 0],
        [west + size, size],
        [west, size],
        [west, 0],
      ],
    ];
    expect(placeOf("MultiPolygon", [square(0, 1), square(20, 4), square(40, 2)])).toEqual({
      lon: 22,
      lat: 2,
      reduced: true,
    });
  });

  it("of a polygon without area is on it", () => {
    expect(
      placeOf("Polygon", [
        [
          [1, 1],
          [1, 1],
          [1, 1],
          [1, 1],
        ],
      ]),
    ).toEqual({lon: 1, lat: 1, reduced: true});
    expect(
      placeOf("Polygon", [
        [
          [0, 5],
          [10, 5],
          [5, 5],
          [0, 5],
        ],
      ]),
    ).toMatchObject({lat: 5});
  });

  it("of a collection is on its polygons before its lines before its points", () => {
    const point = {type: "Point", coordinates: [50, 50]};
    const line = {
      type: "LineString",
      coordinates: [
        [0, 0],
        [2, 0],
      ],
    };
    const area = {
      type: "Polygon",
      coordinates: [
        [
          [10, 10],
          [13, 10],
          [10, 13],
          [10, 10],
        ],
      ],
    };
    const nest = (...geometries: unknown[]) => ({type: "GeometryCollection", geometries});
    expect(placeOfGeometry(nest(point))).toEqual({lon: 50, lat: 50, reduced: false});
    expect(placeOfGeometry(nest(point, line, null))).toEqual({lon: 1, lat: 0, reduced: true});
    expect(placeOfGeometry(nest(point, nest(line, nest(area))))).toEqual({lon: 11, lat: 11, reduced: true});
  });

  it("leaves out positions that are none", () => {
    expect(
      placeOf("LineString", [
        [0, 0],
        [null, 1],
        ["5", 5],
        [4, 0],
      ]),
    ).toEqual({lon: 2, lat: 0, reduced: true});
  });

  describe("of a million corners", () => {
    const ring = Array.from({length: 1_000_000}, (_, i): Point => {
      const angle = (i / 1_000_000) * 2 * Math.PI;
      const radius = i % 2 === 0 ? 10 : 9;
      return [10 + radius * Math.cos(angle), 10 + radius * Math.sin(angle)];
    });
    // Its centroid is outside, and any line through it crosses every tooth.
    const comb = [
      ...Array.from({length: 1_000_000}, (_, i): Point => [i / 100_000, i % 2]),
      [10, 3],
      [20, 3],
      [20, -5],
      [0, -5],
    ];

    it.each([
      ["Polygon", "a star", [ring], {lon: 10, lat: 10}],
      ["Polygon", "a comb", [comb], {}],
      ["LineString", "a zigzag", ring, {}],
      ["MultiPoint", "a cloud", ring, {}],
    ])("is found within five seconds for a %s, %s", (type, _, coordinates, place) => {
      const started = performance.now();
      expect(placeOf(type, coordinates)).toMatchObject({...place, reduced: true});
      expect(performance.now() - started).toBeLessThan(5000);
    });
  });
});
