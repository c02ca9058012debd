// @vitest-environment node
import {describe, expect, it} from "vitest";
import {FONTS, type Drawing, type TextItem} from "../../../src/out/drawing/drawing.ts";
import {facesFor, type Face} from "../../../src/out/picture/faces.ts";
import {rangesOf} from "../../../src/out/unicodeRange.ts";

const face = (family: string, unicodeRange: string, weight: [number, number], url: string): Face => ({
  family,
  style: "normal",
  weight,
  unicodeRange,
  ranges: rangesOf(unicodeRange),
  url,
});
const FACES = [
  face("Inter", "U+0020-007E, U+2019", [400, 700], "inter"),
  face("Inter", "U+00C0-00FF", [400, 700], "inter-more"),
  face("Source Serif 4", "U+0020-007E", [100, 500], "text"),
  face("Source Serif 4", "U+0020-007E", [501, 900], "display"),
  face("Noto Sans Arabic", "U+06??", [400, 700], "arabic"),
  face("Unused", "", [400, 400], "unused"),
];
const line = (text: string, more: Partial<TextItem> = {}): TextItem => ({
  kind: "text",
  x: 0,
  y: 0,
  runs: [{text}],
  family: "sans",
  size: 12,
  weight: 400,
  fill: "#000000",
  anchor: "left",
  dir: "ltr",
  ...more,
});
const urls = (...items: TextItem[]) => {
  const drawing: Drawing = {width: 9, height: 9, fonts: FONTS, items: [{kind: "group", items}]};
  return facesFor(drawing, FACES).map(({url}) => url);
};

describe("the fonts of a picture", () => {
  it("are those that its letters are taken from, and no others", () => {
    expect(urls(line("It’s"))).toEqual(["inter"]);
    expect(urls(line("Élan"))).toEqual(["inter", "inter-more"]);
    expect(urls(line("عين الأسد"))).toEqual(["inter", "arabic"]);
    expect(urls(line(""))).toEqual([]);
    expect(urls(line("中"))).toEqual([]);
  });

  it("follow the weight and the family of each run", () => {
    expect(urls(line("a", {family: "serif", weight: 600}))).toEqual(["display"]);
    expect(urls(line("a", {family: "serif", weight: 400}))).toEqual(["text"]);
    expect(urls(line("a", {family: "serif", runs: [{text: "a"}, {text: "b", weight: 640, family: "serif"}]}))).toEqual([
      "text",
      "display",
    ]);
    expect(urls(line("a", {weight: 900}))).toEqual(["inter"]);
  });
});
