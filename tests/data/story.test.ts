// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {storySchema} from "../../src/data/story.ts";
import {viewStateSchema} from "../../src/data/viewState.ts";

const problem = (story: unknown): string => {
  const {success, error} = storySchema.safeParse(story);
  return success ? "" : error.issues[0]!.path.join(".");
};

describe("a story file", () => {
  it("needs nothing but the address of a table", () => {
    expect(storySchema.parse({data: "events.csv"})).toEqual({
      data: "events.csv",
      timezone: "UTC",
      columns: {},
      focus: [],
      view: {},
      annotations: [],
      chapters: [],
      method: [],
    });
  });

  it("may give each text plainly or by language", () => {
    for (const text of ["Plain", {en: "English", fr: "Français", ar: "عربي"}, {fr: "Seul"}, {}]) {
      const story = {
        data: "a.csv",
        title: text,
        dek: text,
        totals: {data: "t.csv", label: text, statedBy: text, parts: {iraq: text}},
        columns: {status: {label: text, values: {a: text}}},
        annotations: [{time: "2023-10-17", text}],
        chapters: [{title: text, text, view: {time: "2023"}}],
        method: [text],
      };
      expect(problem(story)).toBe("");
      expect(storySchema.parse(story).title).toEqual(text);
    }
  });

  it.each([
    ["data", {}],
    ["data", {data: 1}],
    ["title", {data: "a", title: 1}],
    ["title", {data: "a", title: {de: "Titel"}}],
    ["title", {data: "a", title: {en: 1}}],
    ["language", {data: "a", language: "de"}],
    ["timezone", {data: "a", timezone: "Mars/Phobos"}],
    ["timezone", {data: "a", timezone: 3}],
    ["mapping", {data: "a", mapping: {beginning: "start"}}],
    ["mapping.start", {data: "a", mapping: {start: 1}}],
    ["background.scope", {data: "a", background: {scope: "background"}}],
    ["certainty.us", {data: "a", certainty: {us: "sure"}}],
    ["facets", {data: "a", facets: Array.from({length: 15}, (_, i) => `f${i}`)}],
    ["series.primary.noun.en.other", {data: "a", series: {primary: {noun: {en: {one: "x"}}}}}],
    ["bounds", {data: "a", bounds: [1, 2, 3]}],
    ["view.mode", {data: "a", view: {mode: "loop"}}],
    ["view.speed", {data: "a", view: {speed: 0}}],
    ["view.map", {data: "a", view: {map: [1, 2]}}],
    ["totals.label", {data: "a", totals: {data: "t", statedBy: "x"}}],
    ["chapters.0.view", {data: "a", chapters: [{title: "x", text: "y"}]}],
    ["annotations.0.series", {data: "a", annotations: [{time: "2023", text: "x", series: "warm"}]}],
    ["", []],
    ["", null],
    ["", "story"],
  ])("with a mistake in %j says so", (path, story) => {
    const {success, error} = storySchema.safeParse(story);
    expect(success).toBe(false);
    expect(error!.issues[0]!.path.join(".")).toContain(path);
  });

  it("cannot reach a prototype", () => {
    const story = JSON.parse(
      '{"data": "a", "__proto__": {"polluted": 1}, "columns": {"__proto__": {"polluted": 1}, "constructor": {}},' +
        '"certainty": {"__proto__": "official"}, "view": {"show": {"__proto__": ["x"]}}}',
    );
    const parsed = storySchema.safeParse(story);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    if (parsed.success) {
      expect(Object.getPrototypeOf(parsed.data)).toBe(Object.prototype);
      expect(Object.getPrototypeOf(parsed.data.columns)).toBe(Object.prototype);
    }
  });

  it("is checked without code made at run time", () => {
    const {Function: made} = globalThis;
    try {
      globalThis.Function = class {
        constructor() {
          throw new EvalError("new Function");
        }
      } as never;
      expect(problem({data: "a", view: {mode: "slide"}})).toBe("");
    } finally {
      globalThis.Function = made;
    }
  });

  it("may be any JSON without a throw", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        storySchema.safeParse(json);
        viewStateSchema.safeParse(json);
      }),
    );
  });
});
