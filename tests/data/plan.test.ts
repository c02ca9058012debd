// @vitest-environment node
import {describe, expect, it} from "vitest";
import {makePlan} from "../../src/data/plan.ts";
import {storyOf} from "./fixture.ts";

describe("the plan of a table", () => {
  it("finds columns with spaces around their names, and none that it is not told of", () => {
    const {plan, missing} = makePlan(storyOf({mapping: {start: "Date", lat: "Lat"}}), [" Date ", "Lat", "\tlon"]);
    expect([plan.start, plan.lat, plan.lon, missing]).toEqual([0, 1, -1, []]);
    expect({...plan.others}).toEqual({lon: 2});
    expect(makePlan(storyOf(), ["start"]).plan.start).toBe(-1);
  });

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
