// @vitest-environment node
import {describe, expect, it} from "vitest";
import {guessMapping, makePlan} from "../../src/data/plan.ts";
import {storyOf} from "./fixture.ts";

describe("the columns of a table that comes without a story", () => {
  it("are known by their own names, in any case, and by common other names", () => {
    expect(
      guessMapping(["Event", "Date", "Latitude", "LNG", "place_precision", "Fatalities", "event_type", "Status"]),
    ).toEqual({
      title: "Event",
      start: "Date",
      lat: "Latitude",
      lon: "LNG",
      placePrecision: "place_precision",
      killed: "Fatalities",
      category: "event_type",
      certainty: "Status",
    });
  });

  it("go by their own name before any other, and by the first of two that are alike", () => {
    expect(guessMapping(["date", "start", "name", "title"])).toEqual({start: "start", title: "title"});
    expect(makePlan(storyOf(), ["date", "lat", "date"]).plan.start).toBe(0);
  });

  it("are found with spaces around their names", () => {
    const {plan, missing} = makePlan(storyOf(), [" Date ", "Lat", "\tlon"]);
    expect([plan.start, plan.lat, plan.lon, missing]).toEqual([0, 1, 2, []]);
  });

  it("are none where no name says anything, whatever objects are born with", () => {
    expect(guessMapping(["__proto__", "constructor", "toString", "a", ""])).toEqual({});
    expect(makePlan(storyOf(), ["a"]).plan.start).toBe(-1);
  });
});

describe("the plan of a table", () => {
  const story = storyOf({
    mapping: {
      start: "when",
      title: {en: "title_en", ar: "title_ar"},
      summary: "text",
      certainty: "status",
      killed: "dead",
      country: "land",
    },
    series: {primary: {where: {kind: ["attack"]}}},
    facets: ["status", "__proto__", "status"],
  });

  it("says where each role stands", () => {
    const {plan, missing} = makePlan(story, [
      "kind",
      "when",
      "title_en",
      "title_ar",
      "text",
      "status",
      "dead",
      "land",
      "__proto__",
    ]);
    expect(plan).toMatchObject({start: 1, end: -1, lat: -1, certainty: 5, primary: [[0, ["attack"]]], counter: null});
    expect(plan.texts).toEqual({"title.en": 2, "title.ar": 3, summary: 4});
    expect(plan.numbers).toEqual({killed: 6});
    expect(Object.entries(plan.categories)).toEqual([
      ["certainty", 5],
      ["country", 7],
      ["status", 5],
      ["__proto__", 8],
    ]);
    expect(missing).toEqual([]);
  });

  it("names each column that the table lacks once", () => {
    const {plan, missing} = makePlan(story, ["when", "title_en"]);
    expect(missing.sort()).toEqual(["__proto__", "dead", "kind", "land", "status", "text", "title_ar"]);
    expect(plan.primary).toEqual([[-1, ["attack"]]]);
  });

  it("keeps the story's own zone", () => {
    expect(makePlan(storyOf({timezone: "Asia/Baghdad"}), ["start"]).plan.timezone).toBe("Asia/Baghdad");
  });
});
