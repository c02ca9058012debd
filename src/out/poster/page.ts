import type {Face} from "../../map/measure.ts";
import type {I18n} from "../../i18n/i18n.svelte.ts";
import type {Part} from "../../i18n/rich.ts";
import type {Inks} from "../../still/inks.ts";
import type {Box} from "../../ui/layout.ts";
import type {Fonts, Run, TextItem} from "../drawing/drawing.ts";
import type {MeasureText} from "../drawing/measure.ts";

/** How a text is set; sizes in units of the page. */
export interface Style {
  readonly family: keyof Fonts;
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
  /** From one line to the next. */
  readonly leading: number;
  readonly tracking?: number;
  /** Of what stands out. */
  readonly strong?: {readonly weight: number; readonly fill: string};
}

export type Line = readonly Run[];

/** What everything on a picture is set by. Lengths are units: `scale` dots of the picture each. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly inks: Inks;
  readonly fonts: Fonts;
  readonly i18n: I18n;
  readonly measure: MeasureText;
}

const rtl = ({i18n}: Page): boolean => i18n.dir === "rtl";

/** A box that begins `start` from the side on which reading begins. */
export const boxAt = (page: Page, start: number, y: number, width: number, height: number): Box => ({
  x: rtl(page) ? page.width - start - width : start,
  y,
  width,
  height,
});

/** The same distance from the left, of a point. */
export const leftOf = (page: Page, start: number): number => (rtl(page) ? page.width - start : start);

/** A line of text whose `end` stands `start` from the side on which reading begins. */
export function textAt(
  page: Page,
  line: Line,
  start: number,
  y: number,
  style: Style,
  end: "start" | "middle" | "end" = "start",
): TextItem {
  const {family, size, weight, fill, tracking} = style;
  const anchor = end === "middle" ? "middle" : (end === "start") === rtl(page) ? "right" : "left";
  return {
    kind: "text",
    x: leftOf(page, start),
    y,
    runs: line,
    family,
    size,
    weight,
    fill,
    anchor,
    dir: page.i18n.dir,
    tracking: page.i18n.lang === "ar" ? undefined : tracking,
  };
}

/** Lines one under another, the first with its top at `y`. */
export const linesAt = (page: Page, lines: readonly Line[], start: number, y: number, style: Style): TextItem[] =>
  lines.map((line, i) => textAt(page, line, start, baseline(y, style) + i * style.leading, style));

/** Where letters stand in a line whose top is at `y`. */
export const baseline = (y: number, {leading, size}: Pick<Style, "leading" | "size">): number =>
  y + leading / 2 + size * 0.35;

export const widthOfLine = (page: Page, line: Line, style: Style): number =>
  line.reduce((sum, run) => sum + page.measure(run.text, faceOf(page, style, run)), 0);

function faceOf(page: Page, style: Style, run: Run): Face & {family: keyof Fonts} {
  const tracking = page.i18n.lang === "ar" ? 0 : (style.tracking ?? 0);
  return {
    size: run.size ?? style.size,
    weight: run.weight ?? style.weight,
    family: run.family ?? style.family,
    tracking,
  };
}

/** A text as one line of runs. */
export const runsOf = (parts: readonly Part[], {strong}: Style): Run[] =>
  parts.map((part) => (typeof part === "string" ? {text: part} : {text: part.strong, ...strong}));

/** How tall a block of lines is. */
export const tall = (lines: readonly unknown[], {leading}: Style): number => lines.length * leading;
