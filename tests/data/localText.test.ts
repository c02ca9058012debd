// @vitest-environment node
import {describe, expect, it} from "vitest";
import {pick} from "../../src/data/localText.ts";

describe("a text in several languages", () => {
  it.each([
    [undefined, "fr", ""],
    ["plain", "fr", "plain"],
    [{en: "e", fr: "f", ar: "a"}, "fr", "f"],
    [{en: "e", ar: "a"}, "fr", "e"],
    [{ar: "a"}, "fr", "a"],
    [{}, "fr", ""],
    [{en: ""}, "fr", ""],
  ])("%j is read in %s as %j", (text, language, expected) => {
    expect(pick(text, language)).toBe(expected);
  });
});
