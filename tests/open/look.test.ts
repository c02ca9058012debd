// @vitest-environment node
import {describe, expect, it} from "vitest";
import {allWarm, colourColumn, gradeOf, seriesOf, valuesOf, withGrade, withSeries} from "../../src/open/look.ts";
import {csvOf, datasetOf} from "../data/fixture.ts";

const ROWS = [
  ["2024-01-01", "a", "x"],
  ["2024-01-02", "b", ""],
  ["2024-01-03", "b", "__proto__"],
  ["2024-01-04", "", "x"],
];
const mapping = {start: "date", category: "kind"};
const dataset = datasetOf(csvOf(["date", "kind", "other"], ROWS), {mapping});

describe("the values of a column", () => {
  it("are counted, most frequent first and blanks last, whether it fills a role or none", () => {
    expect(valuesOf(dataset.columns, mapping, "kind")).toEqual([
      {value: "b", count: 2},
      {value: "a", count: 1},
      {value: "", count: 1},
    ]);
    expect(valuesOf(dataset.columns, mapping, "other")).toEqual([
      {value: "x", count: 2},
      {value: "__proto__", count: 1},
      {value: "", count: 1},
    ]);
  });

  it("are not told apart when there are very many, or no such column", () => {
    const many = datasetOf(
      csvOf(
        ["date", "kind"],
        Array.from({length: 600}, (_, i) => ["2024-01-01", `k${i}`]),
      ),
      {mapping},
    );
    expect(valuesOf(many.columns, mapping, "kind")).toBeNull();
    expect(valuesOf(dataset.columns, mapping, "constructor")).toBeNull();
  });
});

describe("what colours", () => {
  const all = ["a", "b", "__proto__"];

  it("starts with everything warm and moves value by value", () => {
    const warm = allWarm("kind", all);
    expect(colourColumn(warm)).toBe("kind");
    expect(all.map((value) => seriesOf(warm, "kind", value))).toEqual(["primary", "primary", "primary"]);
    const cool = withSeries(warm, "kind", all, ["__proto__"], "counter");
    expect(all.map((value) => seriesOf(cool, "kind", value))).toEqual(["primary", "primary", "counter"]);
    const listed = withSeries(cool, "kind", all, ["a", "__proto__"], "context");
    expect(listed).toEqual({primary: {where: {kind: ["b"]}}});
    expect(all.map((value) => seriesOf(listed, "kind", value))).toEqual(["context", "primary", "context"]);
  });

  it("is nothing where all is one colour, and no one column where there are two", () => {
    expect(colourColumn({})).toBeNull();
    expect(colourColumn(undefined)).toBeNull();
    expect(colourColumn({primary: {where: {a: ["1"]}}, counter: {where: {b: ["1"]}}})).toBeUndefined();
  });

  it("keeps the words of a series", () => {
    const named = {primary: {label: "Attacks", where: {kind: all}}};
    expect(withSeries(named, "kind", all, ["a"], "counter").primary!.label).toBe("Attacks");
  });
});

describe("how sure a value is", () => {
  it("is as told, else by its own name, else official", () => {
    expect(gradeOf({press: "media"}, "press")).toBe("media");
    expect(gradeOf(undefined, "disputed")).toBe("disputed");
    expect(gradeOf({}, "constructor")).toBe("official");
  });

  it("is told of one value without touching the others", () => {
    const told = withGrade({press: "media"}, "__proto__", "claim");
    expect(Object.entries(told)).toEqual([
      ["press", "media"],
      ["__proto__", "claim"],
    ]);
    expect(gradeOf(told, "__proto__")).toBe("claim");
  });
});
