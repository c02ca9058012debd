// @vitest-environment node
import {describe, expect, it} from "vitest";
import {facetsOf} from "../../src/data/roles.ts";
import {storyOf} from "./fixture.ts";

describe("the facets", () => {
  it("are the story's own, each once", () => {
    expect(facetsOf(storyOf({facets: ["weapon", "status", "weapon"]}), {certainty: "status"})).toEqual([
      "weapon",
      "status",
    ]);
    expect(facetsOf(storyOf({facets: []}), {certainty: "status"})).toEqual([]);
  });

  it("are else the columns of certainty, category, actor and country, each once", () => {
    const mapping = {country: "land", certainty: "status", category: "status", actor: {en: "who_en"}};
    expect(facetsOf(storyOf(), mapping)).toEqual(["status", "land"]);
  });
});
