import {readFileSync} from "node:fs";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Brand} from "../../src/data/brand.ts";
import {GROUNDS, paletteOf, type Theme} from "../../src/ui/palette.ts";

/** The themes as they stand in the style sheet. */
const [light, dark] = readFileSync(join(import.meta.dirname, "../../src/ui/theme.css"), "utf8")
  .split("}")
  .slice(0, 2)
  .map((rule) =>
    Object.fromEntries([...rule.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value])),
  );
const themes = {light: light as Theme, dark: dark as Theme};

/** WCAG's contrast, written from its definition with nothing of the code under test. */
function ratio(a: string, b: string): number {
  const light = (hex: string) => {
    const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
    const [r, g, b] = parts.map((part) => (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4)));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [x, y] = [light(a) + 0.05, light(b) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

/** How two colours look without red or without green cones, after Viénot, Brettel and Mollon 1999, as a distance in CIELAB. */
function seenApart(a: string, b: string): number {
  const linear = (hex: string) => [1, 3, 5].map((at) => (parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2);
  const to = (m: number[][], v: number[]) => m.map((row) => row.reduce((sum, x, i) => sum + x * v[i]!, 0));
  const LMS = [
    [17.8824, 43.5161, 4.11935],
    [3.45565, 27.1554, 3.86714],
    [0.0299566, 0.184309, 1.46709],
  ];
  const RGB = [
    [0.0809444479, -0.130504409, 0.116721066],
    [-0.0102485335, 0.0540193266, -0.113614708],
    [-0.000365296938, -0.00412161469, 0.693511405],
  ];
  const PROTAN = [
    [0, 2.02344, -2.52581],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const DEUTAN = [
    [1, 0, 0],
    [0.494207, 0, 1.24827],
    [0, 0, 1],
  ];
  const lab = (rgb: number[]) => {
    const [x, y, z] = to(
      [
        [0.4124, 0.3576, 0.1805],
        [0.2126, 0.7152, 0.0722],
        [0.0193, 0.1192, 0.9505],
      ],
      rgb.map((part) => Math.min(1, Math.max(0, part))),
    );
    const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
    const [fx, fy, fz] = [f(x! / 0.9505), f(y!), f(z! / 1.089)];
    return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
  };
  const distances = [PROTAN, DEUTAN].map((lost) => {
    const [p, q] = [a, b].map((hex) => lab(to(RGB, to(lost, to(LMS, linear(hex))))));
    return Math.hypot(...p!.map((part, i) => part - q![i]!));
  });
  return Math.min(...distances);
}

const hex = fc.integer({min: 0, max: 0xffffff}).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const brands: fc.Arbitrary<Brand> = fc.record({primary: hex, counter: hex, paper: hex}, {requiredKeys: []});
const cases = fc.tuple(brands, fc.constantFrom("light" as const, "dark" as const));
const whole = (brand: Brand, name: "light" | "dark") =>
  ({...themes[name], ...paletteOf(brand, themes[name], name === "dark")}) as Record<string, string>;
const worst = (colour: string, grounds: string[]) => Math.min(...grounds.map((ground) => ratio(colour, ground)));

describe("whatever colours a brand has", () => {
  it("words keep 4.5:1 and marks 3:1 against what they stand on", () => {
    fc.assert(
      fc.property(cases, ([brand, name]) => {
        const {paper, land, sheet, neighbour, water, attack, strike} = whole(brand, name);
        if (brand.primary === undefined && brand.counter === undefined && brand.paper === undefined) return;
        for (const series of [attack!, strike!]) {
          expect(worst(series, [paper!, land!, sheet!])).toBeGreaterThanOrEqual(4.5);
          expect(worst(series, [neighbour!, water!])).toBeGreaterThanOrEqual(3);
        }
      }),
      {numRuns: 400},
    );
  });

  it("a paper brings inks that are read on it, in three strengths", () => {
    fc.assert(
      fc.property(hex, fc.constantFrom("light" as const, "dark" as const), (paper, name) => {
        const found = whole({paper}, name);
        const grounds = ["paper", "land", "sheet", "neighbour"].map((ground) => found[ground]!);
        expect(worst(found["ink"]!, grounds)).toBeGreaterThanOrEqual(7);
        expect(worst(found["ink2"]!, grounds)).toBeGreaterThanOrEqual(5.5);
        expect(worst(found["muted"]!, grounds)).toBeGreaterThanOrEqual(4.5);
        expect(worst(found["ctl"]!, grounds)).toBeGreaterThanOrEqual(3);
        expect(ratio(found["ink"]!, found["paper"]!)).toBeGreaterThan(ratio(found["muted"]!, found["paper"]!));
      }),
      {numRuns: 400},
    );
  });

  it("the two series are told apart without red or green cones too", () => {
    fc.assert(
      fc.property(cases, ([brand, name]) => {
        if (brand.primary === undefined && brand.counter === undefined && brand.paper === undefined) return;
        const {attack, strike} = whole(brand, name);
        // Another model of sight than the code's own, so that it may differ by some.
        expect(seenApart(attack!, strike!)).toBeGreaterThan(12);
      }),
      {numRuns: 400},
    );
  });

  it("every colour is one that WebGL and the basemap can read, or a wash", () => {
    fc.assert(
      fc.property(cases, ([brand, name]) => {
        for (const [key, value] of Object.entries(paletteOf(brand, themes[name], name === "dark")))
          expect(value, key).toMatch(
            ["wash", "truce"].includes(key) ? /^rgb\(\d+ \d+ \d+ \/ [\d.]+%\)$/ : /^#[\da-f]{6}$/,
          );
      }),
      {numRuns: 100},
    );
  });

  it("a light shade stands between its colour and the paper", () => {
    fc.assert(
      fc.property(cases, ([brand, name]) => {
        if (brand.primary === undefined && brand.counter === undefined && brand.paper === undefined) return;
        const found = whole(brand, name);
        for (const series of ["attack", "strike"]) {
          const shade = found[`${series}-light`]!;
          expect(ratio(shade, found[series]!)).toBeGreaterThan(1.4);
          expect(ratio(shade, found["paper"]!)).toBeGreaterThan(1.2);
        }
      }),
      {numRuns: 200},
    );
  });
});

describe("a brand", () => {
  it("keeps colours that can be read as they were given", () => {
    const found = paletteOf({primary: "#00663a", counter: "#8a3ffc", paper: "#ffffff"}, themes.light, false);
    expect(found).toMatchObject({attack: "#00663a", paper: "#ffffff", land: "#ffffff"});
  });

  it("changes nothing that it does not name, but a counter that would be taken for its primary", () => {
    const names = Object.keys(paletteOf({primary: "#7a1f6b"}, themes.light, false));
    expect(names.filter((name) => !/^(attack|strike|wash)/.test(name))).toEqual([]);
    expect(paletteOf({primary: "#7a3b00"}, themes.light, false)["strike"]).toBe(themes.light.strike);
    expect(paletteOf({primary: "#22608f"}, themes.light, false)["strike"]).not.toBe(themes.light.strike);
  });

  it("without colours changes none", () => {
    expect(paletteOf({font: `"Georgia"`}, themes.light, false)).toEqual({});
  });

  it("with a light paper has a dark one of its hue for the dark theme, and keeps a dark one in the light theme", () => {
    const {paper} = paletteOf({paper: "#eaf4ec"}, themes.dark, true);
    expect(ratio(paper!, "#ffffff")).toBeGreaterThan(13);
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(paper!.slice(at, at + 2), 16));
    expect(g!).toBeGreaterThan(Math.max(r!, b!));
    const night = paletteOf({paper: "#102018"}, themes.light, false);
    expect(night["paper"]).toBe("#102018");
    expect(ratio(night["ink"]!, "#ffffff")).toBeLessThan(1.5);
  });

  it("moves a middling paper no farther than it must", () => {
    for (const middling of ["#808080", "#00a651", "#c0392b", "#6a7b8c"]) {
      const {paper} = paletteOf({paper: middling}, themes.light, false);
      expect(Math.max(ratio(paper!, "#ffffff"), ratio(paper!, "#000000"))).toBeGreaterThan(8.5);
      expect(ratio(paper!, middling)).toBeLessThan(3.2);
    }
  });

  it("finds all that it asks of the theme in both style sheets", () => {
    for (const theme of [themes.light, themes.dark])
      for (const name of GROUNDS) expect(theme[name], name).toMatch(/^#[\da-f]{6}$/);
  });
});
