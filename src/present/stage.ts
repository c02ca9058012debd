import type {Box} from "../ui/layout.ts";

/** How a screen is divided: words beside the map, above it, or, where there is little room, one under the other in a page that scrolls. */
export type Form = "side" | "stacked" | "small";

/** The stage that a screen is, laid out in px of its own and then drawn `scale` times as large. */
export interface Stage {
  form: Form;
  scale: number;
  width: number;
  height: number;
  /** Air at both sides. */
  margin: number;
  /** Width of the words beside the map. */
  column: number;
  /** Height of the timeline, its rail left out. */
  plot: number;
  /** Height of the chapter bar. */
  bar: number;
}

/** Side of a square as large as the screen that everything was measured for, 1280 by 720. */
const BASE = 960;
const LEAST_WIDTH = 640;
const LEAST_HEIGHT = 500;

const between = (least: number, most: number, value: number): number =>
  Math.round(Math.min(most, Math.max(least, value)));

/** Lays out a screen of `width` by `height` px. Whatever its shape, the same things take the same share of its area. */
export function stageOf(width: number, height: number): Stage {
  if (width < LEAST_WIDTH || height < LEAST_HEIGHT)
    return {form: "small", scale: 1, width, height, margin: 16, column: 0, plot: 176, bar: 60};
  const wished = Math.sqrt(width * height) / BASE;
  const stacked = width < height * 0.95;
  const scale = Math.max(1, Math.min(wished, stacked ? width / 700 : height / 680));
  const [w, h] = [width / scale, height / scale];
  return {
    form: stacked ? "stacked" : "side",
    scale,
    width: w,
    height: h,
    margin: w < 1180 ? 32 : 44,
    column: stacked ? 0 : between(330, 520, w * 0.35),
    plot: stacked ? between(220, 300, h * 0.2) : between(180, 260, h * 0.285),
    bar: 64,
  };
}

/** The words have so little room beside the map that their figures are set smaller. */
export const isTight = ({column}: Stage): boolean => column > 0 && column < 400;

const CARD = 380;
/** How far the map reaches under the words, where it fades. */
export const FADE = 70;
/** How much of what fades beside the words is too faint for a label. */
const SHADE = 22;
/** The same at the foot. */
const FOOT_SHADE = 22;

/** Px on each side of the map that its first view keeps free. */
export function paddingOf({form}: Stage, dir: "ltr" | "rtl") {
  if (form !== "side") return {top: 22, right: 30, bottom: 34, left: 30};
  const [left, right] = dir === "rtl" ? [36, FADE + 14] : [FADE + 14, 36];
  return {top: 26, right, bottom: 58, left};
}

/** What stands over the map, in px from its top left: the labels keep clear of it. */
export function obstaclesOf(
  {form, width, height, margin, column, plot, bar}: Stage,
  dir: "ltr" | "rtl",
  hasCard: boolean,
): Box[] {
  if (form !== "side") return [];
  const [across, down] = [width - margin - column + FADE, height - plot - bar];
  const box = (start: number, size: number): Box => ({
    x: dir === "rtl" ? across - start - size : start,
    y: 0,
    width: size,
    height: down,
  });
  const words = box(0, FADE + SHADE);
  const foot = {x: 0, y: down - FOOT_SHADE, width: across, height: FOOT_SHADE};
  return hasCard ? [words, foot, box(across - margin - CARD, CARD)] : [words, foot];
}

/** Px between the key to the signs and the foot of the map. */
export const keyFoot = ({form}: Stage): number => (form === "side" ? 31 : 12);

/** Where the key to the signs, of size `key`, stands over a map of size `map`; none while it has no size. */
export function keyBoxOf(
  stage: Stage,
  dir: "ltr" | "rtl",
  map: {width: number; height: number},
  key: {width: number; height: number},
): Box[] {
  if (key.width === 0 || map.width === 0) return [];
  const foot = keyFoot(stage);
  const x = dir === "rtl" ? stage.margin : map.width - stage.margin - key.width;
  const top = map.height - foot - key.height;
  return [{x: x - 6, y: top - 4, width: key.width + 12, height: key.height + foot + 4}];
}
