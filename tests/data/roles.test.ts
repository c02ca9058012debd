// @vitest-environment node
import {describe, expect, it} from "vitest";
import {columnOf, facetsOf} from "../../src/data/roles.ts";
import {storyOf} from "./fixture.ts";

describe("the column of a role", () => {
  const mapping = {title: {en: "title_en", fr: "title_fr"}, summary: {ar: "s"}, place: "where"};
  it.each([
    ["title", "fr", "title.fr"],
    ["title", "ar", "title.en"],
    ["summary", "en", "summary.ar"],
    ["place", "fr", "place"],
    ["notes", "fr", "notes"],
  ] as const)("%s in %s is %s", (role, language, column) => {
    expect(columnOf(mapping, role, language)).toBe(column);
  });
});

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
