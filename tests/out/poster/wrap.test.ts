import {describe, expect, it} from "vitest";
import {I18n} from "../../../src/i18n/i18n.svelte.ts";
import {FONTS} from "../../../src/out/drawing/drawing.ts";
import {widthOfLine, type Line, type Page, type Style} from "../../../src/out/poster/page.ts";
import {sentencesWithin, wrapped} from "../../../src/out/poster/wrap.ts";
import {inksOf} from "../../../src/still/inks.ts";
import {widthOf} from "../../../src/still/widths.ts";

const page: Page = {
  width: 500,
  height: 500,
  scale: 1,
  inks: inksOf(false),
  fonts: FONTS,
  i18n: new I18n(() => "en"),
  measure: widthOf,
};
const style: Style = {family: "sans", size: 12, weight: 400, fill: "#000000", leading: 16};
const strong: Style = {...style, strong: {weight: 700, fill: "#ff0000"}};
const text = (lines: readonly Line[]) => lines.map((line) => line.map((run) => run.text).join(""));
const LONG = "Attaque par attaque : des premiers drones à la Tour 22, selon ce que disent les autorités et la presse";

describe("wrapped", () => {
  it.each([80, 150, 300])("loses no word and is never wider than %i", (width) => {
    for (const options of [{}, {even: true}, {full: true}]) {
      const lines = wrapped(page, LONG, width, style, options);
      expect(text(lines).join(" ")).toBe(LONG);
      for (const line of lines) expect(widthOfLine(page, line, style)).toBeLessThanOrEqual(width);
      expect(text(lines).every((line) => !line.startsWith(":"))).toBe(true);
    }
  });

  it("breaks a word that is wider than a line, and says where it left something out", () => {
    const lines = wrapped(page, "W".repeat(90), 100, style, {most: 3});
    expect(lines).toHaveLength(3);
    expect(text(lines).at(-1)).toMatch(/^W+…$/);
    for (const line of lines) expect(widthOfLine(page, line, style)).toBeLessThanOrEqual(100);
  });

  it("keeps what stands out apart", () => {
    const [line] = wrapped(page, ["from ", {strong: "90 reports"}, " of attacks"], 400, strong);
    expect(line!.filter(({weight}) => weight === 700).map(({text}) => text.trim())).toEqual(["90 reports"]);
    expect(text([line!])).toEqual(["from 90 reports of attacks"]);
  });
});

it("keeps whole sentences of a text that has no room", () => {
  const told = "One is short. Two is somewhat longer than one. Three would never find room in so small a space at all.";
  const lines = sentencesWithin(page, told, 120, style, 3);
  expect(lines.length).toBeLessThanOrEqual(3);
  expect(text(lines).join(" ")).toBe("One is short. Two is somewhat longer than one.");
});
