import {describe, expect, it} from "vitest";
import {FONTS, type Drawing, type Item, type TextItem} from "../../../src/out/drawing/drawing.ts";
import {enlarged} from "../../../src/out/drawing/enlarge.ts";
import {svgOf} from "../../../src/out/drawing/svg.ts";

const drawing = (...items: Item[]): Drawing => ({width: 100, height: 50, fonts: FONTS, items});
const text = (more: Partial<TextItem> = {}): TextItem => ({
  kind: "text",
  x: 10,
  y: 20,
  runs: [{text: "a"}],
  family: "sans",
  size: 12,
  weight: 400,
  fill: "#123456",
  anchor: "left",
  dir: "ltr",
  ...more,
});
const parsed = (svg: string) => {
  const xml = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(xml.querySelector("parsererror")).toBeNull();
  return xml;
};

describe("text", () => {
  it("anchors by what one sees, whichever way it runs", () => {
    const anchorOf = (more: Partial<TextItem>) =>
      parsed(svgOf(drawing(text(more))))
        .querySelector("text")!
        .getAttribute("text-anchor") ?? "start";
    expect(anchorOf({anchor: "left", dir: "ltr"})).toBe("start");
    expect(anchorOf({anchor: "right", dir: "ltr"})).toBe("end");
    expect(anchorOf({anchor: "left", dir: "rtl"})).toBe("end");
    expect(anchorOf({anchor: "right", dir: "rtl"})).toBe("start");
  });

  it("keeps what looks like markup, and leaves out what XML has no place for", () => {
    const svg = svgOf(drawing(text({runs: [{text: `<b>&"'\u0001\ufffe\u2067x`}]})), {title: "<i>"});
    const xml = parsed(svg);
    expect(xml.querySelector("text")!.textContent).toBe(`<b>&"'x`);
    expect(xml.querySelector("title")!.textContent).toBe("<i>");
    expect(xml.querySelector("b, i")).toBeNull();
  });

  it("sets runs apart from one another, so that none turns the next", () => {
    const runs = [{text: "90", weight: 700}, {text: " بلاغًا"}];
    const spans = parsed(svgOf(drawing(text({runs, dir: "rtl"})))).querySelectorAll("tspan");
    expect([...spans].map((span) => span.getAttribute("unicode-bidi"))).toEqual(["isolate", "isolate"]);
  });
});

it("runs from left to right on a page that does not", () => {
  expect(parsed(svgOf(drawing(text()))).documentElement.getAttribute("direction")).toBe("ltr");
});

it("defines stripes, fades and clips once, and refers to them by an id of its own", () => {
  const fill = {kind: "hatch", colour: "#b8331b", ground: "#ffffff", pitch: 4, line: 1.6} as const;
  const stops = [{at: 0, colour: "#ffffff", opacity: 0.5}];
  const svg = svgOf(
    drawing(
      {kind: "rect", x: 0, y: 0, width: 5, height: 5, fill},
      {kind: "circle", x: 5, y: 5, r: 2, fill},
      {kind: "rect", x: 0, y: 0, width: 5, height: 5, fill: {kind: "fade", from: [0, 0], to: [5, 0], stops}},
      {kind: "group", clip: {x: 0, y: 0, width: 9, height: 9}, items: [{kind: "path", d: "M0 0h9", stroke: "#000000"}]},
    ),
  );
  const xml = parsed(svg);
  expect(xml.querySelectorAll("pattern, linearGradient, clipPath")).toHaveLength(3);
  for (const [, id] of svg.matchAll(/url\(#(\w+)\)/g)) expect(xml.querySelectorAll(`[id=${id}]`)).toHaveLength(1);
});

it("takes a stylesheet of fonts along as text", () => {
  const svg = svgOf(drawing(text()), {
    fontSheet: `@font-face{font-family:"A<b>";src:url(data:font/woff2;base64,AA==)}`,
  });
  expect(parsed(svg).querySelector("style")!.textContent).toContain(`"A<b>"`);
});

it("enlarges texts in their size and everything else by a group, in the same order", () => {
  const clip = {x: 1, y: 2, width: 3, height: 4};
  const [first, second, third] = enlarged(
    [
      {kind: "circle", x: 1, y: 1, r: 1},
      text({runs: [{text: "a", size: 20}], halo: {colour: "#ffffff", thick: 3}}),
      {kind: "group", x: 5, y: 6, clip, items: [text()]},
    ],
    2,
  );
  expect(first).toMatchObject({kind: "group", scale: 2});
  expect(second).toMatchObject({x: 20, y: 40, size: 24, runs: [{size: 40}], halo: {thick: 6}});
  expect(third).toMatchObject({clip: {x: 12, y: 16, width: 6, height: 8}, items: [{x: 30, y: 52, size: 24}]});
});
