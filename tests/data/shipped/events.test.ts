// @vitest-environment node
import {describe, expect, it} from "vitest";
import {
  addDays,
  core,
  events,
  firstDay,
  isRealDay,
  isReport,
  lastDay,
  list,
  repeated,
  sites,
  sources,
  totals,
  type Row,
} from "./tables.ts";

type Box = [west: number, south: number, east: number, north: number];

/** Drawn by hand, a little generous; the Golan Heights are in Syria's, as the United Nations has it. */
const LAND: Record<string, Box[]> = {
  IQ: [[38.79, 29.06, 48.6, 37.39]],
  SY: [[35.6, 32.3, 42.4, 37.35]],
  JO: [[34.95, 29.18, 39.31, 33.38]],
  IL: [
    [34.21, 29.48, 35.58, 31.85],
    [34.6, 31.85, 35.7, 33.34],
  ],
};
/** Claims on targets off the coast: the gas field, and the sea nearby where nothing closer was published. */
const AT_SEA = new Set(["karish"]);
const SEA: Box = [33.5, 32.5, 34.9, 33.5];

const inside = (row: Row, [west, south, east, north]: Box) =>
  +row.lon >= west && +row.lon <= east && +row.lat >= south && +row.lat <= north;

const ids = (rows: Row[]) => rows.map((row) => row.id ?? row.site_id);

describe("events.csv", () => {
  it("has 232 rows, 226 of them core", () => {
    expect(events.length).toBe(232);
    expect(core.length).toBe(226);
  });

  it("gives every event an id of its own", () => {
    expect(repeated(ids(events))).toEqual([]);
    expect(ids(events).filter((id) => !/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  it("sources every event, from pages that exist", () => {
    const pages = new Set(ids(sources));
    expect(events.filter((e) => list(e.sources).length === 0).map((e) => e.id)).toEqual([]);
    expect(events.flatMap((e) => list(e.sources)).filter((s) => !pages.has(s))).toEqual([]);
  });

  it("names no page twice in a row, but for one known slip", () => {
    const twice = events.filter((e) => repeated(list(e.sources)).length > 0).map((e) => e.id);
    expect(twice.filter((id) => id !== "2024-01-02-rumaylan-claim")).toEqual([]);
  });

  it("places every event at a listed site, with that site's coordinates and country", () => {
    const bySite = new Map(sites.map((s) => [s.site_id, s]));
    for (const e of events) {
      const site = bySite.get(e.site);
      expect(site, e.id).toBeDefined();
      expect([e.lat, e.lon, e.country], e.id).toEqual([site!.lat, site!.lon, site!.country_iso2]);
    }
  });

  it("has real dates with the local offset, ends after it starts, and comes sorted", () => {
    const moment = /^(\d{4}-\d{2}-\d{2})(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\+03:00)?$/;
    for (const e of events)
      for (const cell of [e.start, e.end].filter((c) => c !== "")) {
        expect(cell, e.id).toMatch(moment);
        expect(isRealDay(cell.slice(0, 10)), `${e.id}: ${cell}`).toBe(true);
      }
    expect(
      events.filter((e) => lastDay(e) < firstDay(e) || (e.end !== "" && e.end < e.start)).map((e) => e.id),
    ).toEqual([]);
    const starts = events.map((e) => e.start);
    expect(starts).toEqual(starts.toSorted());
  });

  it("has a time where it is known to the hour or minute, and an end where it is a range", () => {
    for (const e of events) {
      expect(e.start.includes("T"), e.id).toBe(["hour", "minute"].includes(e.date_precision));
      if (e.date_precision === "range") expect(e.end, e.id).not.toBe("");
      if (e.date_precision === "day") expect(e.end, e.id).toBe("");
    }
  });

  it("keeps core rows between 17 October 2023 and 9 February 2024, and older rows in the background", () => {
    for (const e of events) expect(firstDay(e) >= "2023-10-17", e.id).toBe(e.scope === "core");
    expect(core.map(lastDay).toSorted().at(-1)).toBe("2024-02-09");
  });

  it("is written in three languages", () => {
    for (const column of ["title_en", "title_fr", "title_ar", "summary_en", "summary_fr", "summary_ar"])
      expect(events.filter((e) => e[column].trim() === "").map((e) => `${e.id} ${column}`)).toEqual([]);
    for (const column of ["title_ar", "summary_ar"])
      expect(events.filter((e) => !/\p{Script=Arabic}/u.test(e[column])).map((e) => e.id)).toEqual([]);
  });

  it("leaves unknown numbers blank, never 0", () => {
    for (const e of events)
      for (const column of ["killed", "wounded", "munitions", "attacks", "official_total"])
        expect(e[column], `${e.id} ${column}`).toMatch(/^([1-9]\d*)?$/);
  });

  it("counts attacks in rows that are attacks", () => {
    for (const e of events) if (isReport(e)) expect(e.attacks, e.id).not.toBe("");
  });

  it("states an official total only with a source of its own, and the totals know it within a day", () => {
    for (const e of events.filter((row) => row.official_total !== "" || row.official_total_source !== "")) {
      expect(list(e.sources), e.id).toContain(e.official_total_source);
      const stated = totals.filter((t) => t.total === e.official_total).map((t) => t.as_of);
      expect(
        stated.some((day) => day >= firstDay(e) && day <= addDays(firstDay(e), 1)),
        `${e.id}: ${e.official_total}`,
      ).toBe(true);
    }
  });
});

describe("sites.csv", () => {
  it("gives every place an id and short names of its own", () => {
    for (const column of ["site_id", "short_en", "short_fr", "short_ar"])
      expect(repeated(sites.map((s) => s[column])), column).toEqual([]);
  });

  it("has every name in three languages, the short ones short", () => {
    for (const s of sites)
      for (const language of ["en", "fr", "ar"]) {
        expect(s[`name_${language}`].trim(), s.site_id).not.toBe("");
        expect(s[`short_${language}`].trim().length, s.site_id).toBeGreaterThan(0);
        expect(s[`short_${language}`].length, `${s.site_id}: ${s[`short_${language}`]}`).toBeLessThanOrEqual(17);
      }
  });

  it("has coordinates inside its country, or off the coast where it says so", () => {
    for (const s of sites) {
      const boxes = AT_SEA.has(s.site_id) ? [SEA] : LAND[s.country_iso2];
      expect(boxes, s.site_id).toBeDefined();
      expect(
        boxes.some((box) => inside(s, box)),
        `${s.site_id}: ${s.lat}, ${s.lon}`,
      ).toBe(true);
    }
  });

  it("has nothing at sea but the claims on Israel's offshore gas and the drone downed off Lebanon", () => {
    expect(events.filter((e) => AT_SEA.has(e.site)).map((e) => e.id)).toEqual([
      "2023-12-15-idf-sea-interception",
      "2023-12-22-karish-claim",
    ]);
  });
});

describe("sources.csv", () => {
  it("gives every page an id of its own", () => {
    expect(repeated(ids(sources))).toEqual([]);
  });

  it("has no page that nothing rests on", () => {
    const used = new Set([...events, ...totals].flatMap((row) => list(row.sources ?? row.source)));
    for (const e of events) used.add(e.official_total_source);
    expect(ids(sources).filter((id) => !used.has(id))).toEqual([]);
  });

  it("says who published what, in which language, with a web address or none", () => {
    for (const s of sources) {
      for (const column of ["publisher", "title", "publisher_type"])
        expect(s[column].trim(), `${s.id} ${column}`).not.toBe("");
      expect(s.language, s.id).toMatch(/^[a-z]{2}$/);
      expect(s.url, s.id).toMatch(/^(https?:\/\/\S+)?$/);
    }
  });

  it("has publication dates that are real and no later than the day it was compiled", () => {
    for (const s of sources.filter((row) => row.published !== "")) {
      expect(s.published, s.id).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
      expect(isRealDay(s.published.length === 7 ? `${s.published}-01` : s.published), `${s.id}: ${s.published}`).toBe(
        true,
      );
      expect(s.published <= "2026-11-20", s.id).toBe(true);
    }
  });
});

describe("totals.csv", () => {
  it("has real days in order, and figures that never fall", () => {
    for (const t of totals) expect(isRealDay(t.as_of), t.as_of).toBe(true);
    expect(totals.map((t) => t.as_of)).toEqual(totals.map((t) => t.as_of).toSorted());
    const figures = totals.map((t) => +t.total);
    expect(figures).toEqual(figures.toSorted((a, b) => a - b));
  });

  it("states parts that make the total, or no parts", () => {
    for (const t of totals) {
      const parts = [t.iraq, t.syria, t.jordan].filter((p) => p !== "");
      if (parts.length > 0)
        expect(
          parts.reduce((sum, p) => sum + +p, 0),
          t.as_of,
        ).toBe(+t.total);
    }
  });

  it("sources every figure, from pages that exist", () => {
    const pages = new Set(ids(sources));
    for (const t of totals) {
      expect(list(t.source).length, t.as_of).toBeGreaterThan(0);
      expect(
        list(t.source).filter((s) => !pages.has(s)),
        t.as_of,
      ).toEqual([]);
    }
  });
});
