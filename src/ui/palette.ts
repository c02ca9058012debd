import {hcl, interpolateLab, rgb} from "d3";
import type {Brand, Palette} from "../data/brand.ts";
import {apartness, contrast, luminance} from "./contrast.ts";

/** The colours of a theme that others stand on, or are mixed from. */
export const GROUNDS = ["paper", "land", "sheet", "neighbour", "water", "ink", "attack", "strike"] as const;
export type Theme = Readonly<Record<(typeof GROUNDS)[number], string>>;

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT = 4.5;
const MARK = 3;
/** The two series are at least as far apart as this in CIELAB, for every kind of sight. */
const APART = 20;
/** Once it has to be moved, a colour goes farther, so that it is another colour to the eye too. */
const MOVED = 36;
/** Less colourful ones would be taken for what is neither series. */
const COLOURFUL = 28;
/** Luminances between which neither dark nor light words can be read on a paper in three strengths. */
const MIDDLE = [0.05, 0.4] as const;
const STEP = 0.5;

/** The same hue at another lightness, 0 to 100, as colourful as a screen can show it there; `most` limits that. */
function toned(colour: string, lightness: number, most = Infinity): string {
  const next = hcl(colour);
  next.l = Math.max(0, Math.min(100, lightness));
  next.c = Math.min(next.c || 0, most);
  while (next.c > 0 && !next.displayable()) next.c = Math.max(0, next.c - 2);
  return next.formatHex();
}

/** Whether what stands on a ground is light on dark. */
export const isDarkGround = (paper: string): boolean => luminance(paper) < 0.18;

type Demand = (colour: string) => boolean;
const atLeast =
  (ratio: number, grounds: readonly string[]): Demand =>
  (colour) =>
    grounds.every((ground) => contrast(colour, ground) >= ratio);

/** The colour itself where it meets the demand, else darker or lighter until it does; black or white where nothing else does. */
function until(colour: string, isDark: boolean, meets: Demand): string {
  if (meets(colour)) return colour;
  const start = hcl(colour).l;
  for (let lightness = start; lightness > 0 && lightness < 100; lightness += isDark ? STEP : -STEP) {
    const next = toned(colour, lightness);
    if (meets(next)) return next;
  }
  return isDark ? "#ffffff" : "#000000";
}

/** The paper asked for, or the nearest one that words can be read on. A light paper has a dark one of its hue for the dark theme. */
function readablePaper(paper: string, dark: boolean): string {
  const light = luminance(paper);
  if (light <= MIDDLE[0]) return paper;
  if (dark) return toned(paper, 8, 9);
  if (light >= MIDDLE[1]) return paper;
  const {l} = hcl(paper);
  for (let away = STEP; ; away += STEP) {
    const [lighter, darker] = [toned(paper, l + away), toned(paper, l - away)];
    if (luminance(lighter) >= MIDDLE[1]) return lighter;
    if (luminance(darker) <= MIDDLE[0]) return darker;
  }
}

/** All neutral colours of a theme, made from its paper. */
function neutrals(paper: string, isDark: boolean): Palette {
  const {l, c} = hcl(paper);
  const at = (by: number, most = Infinity) => toned(paper, l + by, most);
  const grounds = isDark
    ? {land: at(8, 14), sheet: at(3, 12), neighbour: at(2, 12), water: at(-4, 8)}
    : {land: at(3, c / 2), sheet: at(2, c * 0.7), neighbour: at(-2), water: at(-7)};
  const under = [paper, ...Object.values(grounds)];
  const ink = until(toned(paper, isDark ? 93 : 10, 5), isDark, atLeast(7, under));
  const mixed = (share: number) => rgb(interpolateLab(paper, ink)(share)).formatHex();
  const text = (share: number, ratio: number) => until(mixed(share), isDark, atLeast(ratio, under));
  return {
    paper,
    ...grounds,
    ink,
    ink2: text(0.8, 5.5),
    muted: text(0.66, TEXT),
    ctl: text(0.5, MARK),
    rule: mixed(0.14),
    border: mixed(0.42),
    region: mixed(isDark ? 0.19 : 0.1),
    river: mixed(isDark ? 0.24 : 0.2),
    fut: mixed(0.3),
    "fut-light": mixed(0.14),
    truce: faint(ink, 5.5),
  };
}

const faint = (colour: string, percent: number): string => {
  const {r, g, b} = rgb(colour);
  return `rgb(${r} ${g} ${b} / ${percent}%)`;
};

/** The colour nearest to the one given that meets the demand and is not taken for the other, by any kind of sight. */
function movedApart(colour: string, other: string, meets: Demand): string {
  if (apartness(colour, other) >= APART) return colour;
  const {h, c, l} = hcl(colour);
  let [best, nearest, farthest] = [colour, Infinity, -1];
  for (let turn = 0; turn < 360; turn += 15)
    for (const chroma of [Math.max(c || 0, COLOURFUL), 50])
      for (let lightness = 0; lightness <= 100; lightness += 4) {
        const found = hcl((h || 0) + turn, chroma, lightness);
        const next = found.formatHex();
        if (!found.displayable() || !meets(next)) continue;
        const apart = apartness(next, other);
        const away = Math.abs(lightness - l) + Math.abs(chroma - (c || 0)) / 2 + Math.min(turn, 360 - turn) / 3;
        const cost = apart < MOVED ? Infinity : away;
        if (cost < nearest || (nearest === Infinity && apart > farthest))
          [best, nearest, farthest] = [next, cost, apart];
      }
  return best;
}

/**
 * The colours that a brand changes of a theme. Words keep 4.5:1 against what they stand on and marks 3:1, whatever was asked for; what
 * cannot be read is made darker or lighter, and the counter series is moved away from the primary one where somebody could take one for
 * the other. Empty for a brand without colours.
 */
export function paletteOf(brand: Brand, theme: Theme, dark: boolean): Palette {
  const paper = brand.paper === undefined ? null : readablePaper(brand.paper, dark);
  if (paper === null && brand.primary === undefined && brand.counter === undefined) return {};
  const isDark = isDarkGround(paper ?? theme.paper);
  const own = paper === null ? {} : neutrals(paper, isDark);
  const {land, sheet, neighbour, water, ...rest}: Record<string, string> = {...theme, ...own};
  const ground = rest["paper"]!;
  const [words, marks] = [atLeast(TEXT, [ground, land!, sheet!]), atLeast(MARK, [neighbour!, water!])];
  const meets: Demand = (colour) => words(colour) && marks(colour);
  const attack = until(brand.primary ?? theme.attack, isDark, meets);
  const strike = movedApart(until(brand.counter ?? theme.strike, isDark, meets), attack, meets);
  const light = (colour: string) => rgb(interpolateLab(colour, ground)(isDark ? 0.48 : 0.55)).formatHex();
  return {
    ...own,
    attack,
    "attack-light": light(attack),
    wash: faint(attack, isDark ? 5.5 : 4.5),
    strike,
    "strike-light": light(strike),
  };
}
