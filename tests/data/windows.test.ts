// @vitest-environment node
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {Aggregates} from "../../src/data/aggregates.ts";
import {CERTAINTIES, COUNTER, Dataset, PRIMARY, SERIES} from "../../src/data/dataset.ts";
import {parseEvents} from "../../src/data/parse.ts";
import {parsePeriod} from "../../src/data/period.ts";
import {facetsOf} from "../../src/data/roles.ts";
import {storySchema} from "../../src/data/story.ts";
import {textAt} from "../../src/data/text.ts";
import {count, split, utf8} from "./fixture.ts";

const read = (name: string) => readFileSync(join(import.meta.dirname, "../../data", name), "utf8");
const story = storySchema.parse(JSON.parse(read("story.json")));
const {columns, extent, mapping, report} = await parseEvents({
  name: "events.csv",
  bytes: utf8(read("events.csv")),
  sites: utf8(read("sites.csv")),
  story,
});
const dataset = new Dataset(columns, extent);
const facets = facetsOf(story, mapping);
const aggregates = new Aggregates(dataset, facets, "status");

const events = split(read("events.csv"));
const sites = new Map(split(read("sites.csv")).map((site) => [site["site_id"]!, site]));
const isReport = (e: Record<string, string>) => e["category"] === "attack" || e["category"] === "interception";
const isStrike = (e: Record<string, string>) => e["category"] === "us_strike";
const CERTAINTY: Record<string, string> = {
  us_official: "official",
  host_government: "official",
  media_report: "media",
  claim_only: "claim",
  disputed: "disputed",
};
const without0 = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0));

const WINDOWS = [
  ["2023-10-17", "2023-12-08"],
  ["2023-10-17", "2024-02-10"],
  ["2023-10-17", "2023-10-20"],
  ["2023-11-24", "2023-11-30"],
  ["2023-12-10", "2023-12-19"],
  ["2023-12-14", "2023-12-14"],
  ["2024-01-01", "2024-01-31"],
  ["2024-01-28", "2024-02-03"],
] as const;

describe("the shipped events", () => {
  it("are all read, with nothing to complain of but what cannot be on a map", () => {
    expect(report).toMatchObject({rows: events.length, rejected: 0});
    expect(report.issues.filter(({code}) => code !== "no-coordinate" && code !== "country-only")).toEqual([]);
    expect(events.length).toBe(232);
  });

  it("span the days of those that are not background", () => {
    const days = events.filter((e) => e["scope"] !== "background").map((e) => e["start"]!.slice(0, 10));
    const last = days.reduce((a, b) => (a > b ? a : b));
    expect(new Date(extent[0]).toISOString().slice(0, 10)).toBe(days.reduce((a, b) => (a < b ? a : b)));
    expect(new Date(extent[1] - 1).toISOString().slice(0, 10)).toBe(last);
  });

  describe.each(WINDOWS)("that began from %s to %s", (first, last) => {
    const began = events.filter((e) => e["start"]!.slice(0, 10) >= first && e["start"]!.slice(0, 10) <= last);
    const core = began.filter((e) => e["scope"] !== "background");
    const {start, end} = parsePeriod(`${first}..${last}`)!;
    const window = dataset.rows(start!, end!);
    const move = () => {
      aggregates.filter({}, null);
      aggregates.moveTo(...window);
    };

    it("are those of the window", () => {
      move();
      const ids = Array.from({length: window[1] - window[0]}, (_, i) => dataset.id(window[0] + i));
      expect(ids.sort()).toEqual(began.map((e) => e["id"]!).sort());
      expect([aggregates.events, aggregates.bySeries[PRIMARY], aggregates.bySeries[COUNTER]]).toEqual([
        core.length,
        core.filter(isReport).length,
        core.filter(isStrike).length,
      ]);
    });

    it("are counted by certainty", () => {
      move();
      const expected = count(core.filter(isReport).map((e) => CERTAINTY[e["status"]!]!));
      const shown = CERTAINTIES.map((name, i) => [name, aggregates.shownByCertainty[i]!]);
      expect(without0(Object.fromEntries(shown))).toEqual(expected);
      expect([...aggregates.byCertainty]).toEqual([...aggregates.shownByCertainty]);
    });

    it("are counted by place", () => {
      move();
      const onMap = (e: Record<string, string>) =>
        e["place_precision"] !== "country" && ((e["lat"] !== "" && e["lon"] !== "") || sites.has(e["site"]!));
      const keyOf = (e: Record<string, string>) => (sites.has(e["site"]!) ? e["site"]! : e["place"]!);
      const expected = core
        .filter((e) => onMap(e) && (isReport(e) || isStrike(e)))
        .map((e) => `${keyOf(e)} ${isReport(e) ? "report" : "strike"} ${CERTAINTY[e["status"]!]}`);
      const found: Record<string, number> = {};
      const cells = new Uint32Array(8);
      for (let place = 0; place < dataset.placeCount; place++) {
        const key = textAt(columns.places.key, place).split("@")[0]!;
        aggregates.countPlace(place, cells);
        ["report", "strike"].forEach((kind, series) =>
          CERTAINTIES.forEach((certainty, i) => {
            const name = `${key} ${kind} ${certainty}`;
            found[name] = (found[name] ?? 0) + cells[series * 4 + i]!;
          }),
        );
      }
      expect(without0(found)).toEqual(count(expected));
    });

    it("are counted by every facet", () => {
      move();
      expect(facets).toEqual(["status", "category", "actor_side", "weapon", "country"]);
      facets.forEach((facet, i) => {
        const {values} = columns.categories[facet]!;
        SERIES.forEach((_, series) => {
          const found = values.map((value, code) => [value, aggregates.byFacet[i]![code * SERIES.length + series]!]);
          const rows = core.filter((e) => [isReport(e), isStrike(e), !isReport(e) && !isStrike(e)][series]);
          expect(without0(Object.fromEntries(found))).toEqual(count(rows.map((e) => e[facet]!)));
        });
      });
    });

    it("are counted by facet and certainty when only claims of drones are shown", () => {
      move();
      aggregates.filter({status: ["claim_only"], weapon: ["one_way_drone"]}, null);
      const drones = core.filter((e) => isReport(e) && e["weapon"] === "one_way_drone");
      const claims = core.filter((e) => isReport(e) && e["status"] === "claim_only");
      const both = drones.filter((e) => e["status"] === "claim_only");
      expect(aggregates.bySeries[PRIMARY]).toBe(both.length);
      expect(without0(Object.fromEntries(CERTAINTIES.map((name, i) => [name, aggregates.byCertainty[i]!])))).toEqual(
        count(drones.map((e) => CERTAINTY[e["status"]!]!)),
      );
      const counted = (facet: string) =>
        without0(
          Object.fromEntries(
            columns.categories[facet]!.values.map((value, code) => [
              value,
              aggregates.byFacet[facets.indexOf(facet)]![code * SERIES.length]!,
            ]),
          ),
        );
      expect(counted("status")).toEqual(count(drones.map((e) => e["status"]!)));
      expect(counted("weapon")).toEqual(count(claims.map((e) => e["weapon"]!)));
      expect(counted("country")).toEqual(count(both.map((e) => e["country"]!)));
    });
  });
});
