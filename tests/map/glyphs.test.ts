import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  glyphsAt,
  glyphsOf,
  groundRadius,
  layers,
  nest,
  neighbourGlyph,
  UNIT,
  type Glyph,
} from "../../src/map/glyphs.ts";
import {fitBounds, projection} from "../../src/map/mercator.ts";
import {countPlaces} from "../../src/map/marks.ts";
import {isReport, isStrike, within, type Row} from "../data/shipped/tables.ts";
import {shippedSession} from "../shippedSession.ts";

const NO_PADDING = {top: 0, right: 0, bottom: 0, left: 0};
const LEVEL: Record<string, number> = {us_official: 0, host_government: 0, media_report: 1, claim_only: 2, disputed: 3};
const WINDOWS = [
  ["2023-10-17", "2023-12-08"],
  ["2023-10-17", "2024-02-07"],
  ["2023-11-24", "2023-11-30"],
  ["2024-01-28", "2024-01-28"],
] as const;

const camera = fitBounds([35.5, 31.4, 46.5, 37.6], 700, 500, NO_PADDING);
const at = projection(camera, 700, 500);

async function shown(first: string, last: string) {
  const session = await shippedSession({time: `${first}..${last}`});
  const dataset = session.loaded!.dataset;
  const {lat, precision} = dataset.columns.places;
  const {aggregates} = session.selection.counts!;
  const {lon} = dataset.columns.places;
  const counts = countPlaces(aggregates, [...Array(dataset.placeCount).keys()]);
  const glyphs = glyphsOf({
    counts,
    precision,
    lat,
    at: (place) => at.project(lon[place], lat[place]),
    metresPerPixel: at.metresPerPixel,
    k: UNIT.wide,
  });
  return {session, glyphs};
}

const area = (r: number) => Math.PI * r * r;
const ONE = area(4.6);

describe("glyphs of the shipped record", () => {
  it.each(WINDOWS)("have the area of the reports counted by hand, %s to %s", async (first, last) => {
    const {session, glyphs} = await shown(first, last);
    const counted = new Map<string, number[]>();
    for (const row of within(first, last).filter((row: Row) => isReport(row) || isStrike(row))) {
      if (row.place_precision === "country") continue;
      const cells = counted.get(row.site) ?? counted.set(row.site, [0, 0, 0, 0, 0, 0, 0, 0]).get(row.site)!;
      cells[LEVEL[row.status] + (isStrike(row) ? 4 : 0)]++;
    }
    expect(new Set(glyphs.map(({place}) => session.placeKey(place)))).toEqual(new Set(counted.keys()));
    for (const {place, primary, counter} of glyphs) {
      const cells = counted.get(session.placeKey(place))!;
      expect([...primary.counts, ...counter.counts]).toEqual(cells);
      let reports = 0;
      for (const [i, r] of primary.radii.entries()) {
        reports += cells[i];
        if (cells[i] > 0) expect(area(r) / ONE).toBeCloseTo(reports, 6);
        else expect(r).toBe(0);
      }
      const strikes = cells.slice(4).reduce((a, b) => a + b);
      const half = Math.max(...counter.radii);
      if (strikes > 0) expect(half / (1.12 * 4.6)).toBeCloseTo(Math.sqrt(strikes), 6);
    }
  });

  it("come largest first, so that small ones stay on top", async () => {
    const {glyphs} = await shown("2023-10-17", "2024-02-07");
    const radii = glyphs.map(({r}) => r);
    expect(radii).toEqual(radii.toSorted((a, b) => b - a));
  });

  it("stand where the coordinates say and have a halo of 18 or 45 km on the ground", async () => {
    const {session, glyphs} = await shown("2023-10-17", "2024-02-07");
    const {lat, lon} = session.loaded!.dataset.columns.places;
    const find = (key: string) => glyphs.find(({place}) => session.placeKey(place) === key)!;
    for (const glyph of glyphs) expect(at.project(lon[glyph.place], lat[glyph.place])).toEqual([glyph.x, glyph.y]);

    // 700 px for 11 degrees or 500 px for the mercator height of 31.4 to 37.6 N, whichever is closer to the ground.
    const merc = (deg: number) => (Math.log(Math.tan(Math.PI / 4 + (deg * Math.PI) / 360)) * 180) / Math.PI;
    const pxPerDegree = Math.min(700 / 11, 500 / (merc(37.6) - merc(31.4)));
    const kmPerPx = (deg: number) => (40075.016686 / 360 / pxPerDegree) * Math.cos((deg * Math.PI) / 180);
    expect(find("malikiyah").halo).toBeCloseTo(18 / kmPerPx(37.178), 3);
    expect(find("hasakah").halo).toBeCloseTo(45 / kmPerPx(36.5), 3);
    expect(find("al-asad").halo).toBe(0);
  });
});

describe("a nest", () => {
  it("draws disputed around claims around media around official, and only what there is", () => {
    const of = (counts: number[]) => layers(nest(counts, 0, 2));
    expect(of([4, 0, 5, 0])).toEqual([
      {certainty: "claim", r: 6},
      {certainty: "official", r: 4},
    ]);
    expect(of([1, 3, 5, 7]).map(({certainty}) => certainty)).toEqual(["disputed", "claim", "media", "official"]);
    expect(of([0, 0, 0, 0])).toEqual([]);
  });

  it("knows no halo for what is known to the city or closer", () => {
    expect([0, 1, 2, 3, 4, 5].map(groundRadius)).toEqual([0, 0, 0, 18_000, 45_000, 120_000]);
  });
});

const glyph = (place: number, x: number, y: number, r: number): Glyph => {
  const none = nest([0, 0, 0, 0], 0, 1);
  return {place, x, y, r, halo: 0, primary: none, counter: none};
};

describe("a tap", () => {
  const big = glyph(0, 100, 100, 20);
  const small = glyph(1, 112, 100, 4);
  const far = glyph(2, 200, 100, 4);
  const all = [big, small, far];
  const places = (x: number, y: number, slop: number) => glyphsAt(all, x, y, slop).map(({place}) => place);

  it("means the mark under it when no other is near", () => {
    expect(places(90, 100, 6)).toEqual([0]);
    expect(places(201, 100, 12)).toEqual([2]);
  });
  it("means every mark whose middle is near, the nearest first", () => {
    expect(places(109, 100, 12)).toEqual([1, 0]);
  });
  it("means the small mark that lies on a large one", () => {
    expect(places(113, 100, 6)).toEqual([1]);
  });
  it("means the nearest mark when it hits none", () => {
    expect(places(170, 100, 6)).toEqual([2]);
    expect(glyphsAt([], 0, 0, 12)).toEqual([]);
  });
});

describe("the arrow keys", () => {
  it("only ever go towards the side that the arrow points to", () => {
    const point = fc.record({x: fc.integer({min: 0, max: 500}), y: fc.integer({min: 0, max: 500})});
    fc.assert(
      fc.property(fc.array(point, {minLength: 1, maxLength: 30}), (points) => {
        const glyphs = points.map(({x, y}, i) => glyph(i, x, y, 4));
        for (const [dx, dy] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ]) {
          const next = neighbourGlyph(glyphs, glyphs[0], dx, dy);
          if (next !== null) expect((next.x - glyphs[0].x) * dx + (next.y - glyphs[0].y) * dy).toBeGreaterThan(0);
          else
            for (const {x, y} of glyphs.slice(1)) {
              const along = (x - glyphs[0].x) * dx + (y - glyphs[0].y) * dy;
              const across = Math.abs((x - glyphs[0].x) * dy - (y - glyphs[0].y) * dx);
              expect(along <= 0 || across > 2 * along).toBe(true);
            }
        }
      }),
    );
  });
});
