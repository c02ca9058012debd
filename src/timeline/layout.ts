import type {Size} from "../ui/layout.ts";

/** Where everything stands, in px from the top left of the timeline's own box. */
export interface Geometry {
  width: number;
  height: number;
  /** The plot, between which time runs. */
  left: number;
  right: number;
  top: number;
  baseline: number;
  /** Room under the baseline for the counter series, down to the foot of the wash. */
  foot: number;
  /** Middle of the axis labels. */
  axisY: number;
  /** Middle of the rail, null where there is none. */
  railY: number | null;
  /** Tops of the annotation tiers. */
  tiers: readonly number[];
  /** Lines that fit in a tier. */
  lines: number;
  /** Largest height of one report. */
  unit: number;
}

export interface LayoutOptions {
  /** Room for lane names at the left, 0 for none. */
  left?: number;
  /** Room for axis words at the right; the least there is depends on the size. */
  words?: number;
  /** Whether there are annotations and a counter series to make room for. */
  annotated?: boolean;
  counter?: boolean;
}

export const LINE = 14;
const TIER_GAP = 9;
const LEAST_PLOT = 72;

/** Labels over the plot, at most. */
export const ANNOTATIONS: Record<Size, number> = {wide: 9, medium: 4, phone: 2, mini: 0};

const SIZES: Record<Size, {unit: number; tiers: number; lines: number; foot: number; rail: number; words: number}> = {
  wide: {unit: 15, tiers: 2, lines: 2, foot: 28, rail: 24, words: 62},
  medium: {unit: 12, tiers: 1, lines: 3, foot: 24, rail: 24, words: 62},
  phone: {unit: 9, tiers: 1, lines: 1, foot: 15, rail: 26, words: 36},
  mini: {unit: 7, tiers: 0, lines: 0, foot: 12, rail: 0, words: 30},
};

/** Lays the timeline out in a box of `width` by `height` px. A low box loses lines of annotations first, then tiers. */
export function layout(size: Size, width: number, height: number, options: LayoutOptions = {}): Geometry {
  const {unit, tiers: mostTiers, lines: mostLines, foot: deep, rail, words} = SIZES[size];
  const foot = options.counter === false ? 8 : deep;
  const railY = rail === 0 ? null : height - rail / 2 - (size === "phone" ? 1 : 3);
  const axisY = railY === null ? height - 9 : railY - rail / 2 - 11;
  const baseline = Math.round(axisY - 9 - foot) + 0.5;
  let tiers = options.annotated === false ? 0 : mostTiers;
  let lines = mostLines;
  const zone = () => (tiers === 0 ? 8 : tiers * lines * LINE + (tiers - 1) * TIER_GAP + 9);
  while (tiers > 0 && baseline - zone() < LEAST_PLOT * (lines > 2 ? 1.4 : 1)) {
    if (lines > 2) lines--;
    else tiers--;
  }
  const top = Math.min(zone(), baseline - 20);
  const right = Math.max(40, width - Math.max(words, Math.min(options.words ?? 0, 120)));
  return {
    width,
    height,
    left: options.left ?? 0,
    right,
    top,
    baseline,
    foot,
    axisY,
    railY,
    tiers: Array.from({length: tiers}, (_, tier) => tier * (lines * LINE + TIER_GAP)),
    lines,
    unit: Math.max(unit, (baseline - top) * 0.1),
  };
}

/** Height of one report, so that the tallest of the columns takes `share` of the plot at most: three fifths under a step line. */
export const unitHeight = ({unit, baseline, top}: Geometry, tallest: number, share = 0.6): number =>
  Math.min(unit, ((baseline - top) * share) / Math.max(1, tallest));

/** The same below the baseline. */
export const counterHeight = ({foot}: Geometry, unit: number, tallest: number): number =>
  Math.min(11, Math.max(unit * 0.75, Math.min(unit, 9)), (foot - 3) / Math.max(1, tallest));
