import {CELLS} from "../data/rowMarks.ts";
import {CERTAINTIES} from "../data/dataset.ts";
import {BELOW, columnOf, type Measures} from "./columns.ts";

const CLASSES = CERTAINTIES.length;
const [OFFICIAL, , CLAIM, DISPUTED] = CERTAINTIES.map((_, c) => c) as [number, number, number, number];

/** The bars of each of the eight cells, as left, top, width and height in px one after another. A column that is not empty is at least 1 px high. */
export function barRects(measures: Measures, counts: Uint32Array): number[][] {
  const {baseline, unit, counterUnit} = measures;
  const rects = Array.from({length: CELLS}, (): number[] => []);
  for (let bin = 0; bin * CELLS < counts.length; bin++) {
    const {x, width} = columnOf(measures, bin);
    for (const counter of [false, true]) {
      const first = bin * CELLS + (counter ? CLASSES : 0);
      let total = 0;
      for (let c = 0; c < CLASSES; c++) total += counts[first + c]!;
      if (total === 0) continue;
      const px = Math.max(counter ? counterUnit : unit, 1 / total);
      let at = 0;
      for (let c = 0; c < CLASSES; c++) {
        const height = counts[first + c]! * px;
        if (height === 0) continue;
        rects[first + c - bin * CELLS]!.push(
          x,
          counter ? baseline + BELOW + at : baseline - at - height,
          width,
          height,
        );
        at += height;
      }
    }
  }
  return rects;
}

/** Colours of the theme, by the names of their variables. */
export const INKS = ["paper", "fut", "fut-light", "attack", "attack-light", "strike", "strike-light"] as const;
export type Inks = Record<(typeof INKS)[number], string>;

/** How the bars of a cell look: `lit` inside the window, else as what is still to come. */
function lookOf(cell: number, inks: Inks, lit: boolean): {fill: string; edge: string; width: number} {
  const sure = cell % CLASSES;
  const hue = !lit ? "fut" : cell < CLASSES ? "attack" : "strike";
  const fill = sure === OFFICIAL ? inks[hue] : sure < CLAIM ? inks[`${hue}-light`] : inks.paper;
  return {fill, edge: inks[hue], width: !lit ? 0.5 : sure === OFFICIAL ? 0 : 0.6};
}

/** Where on the plot a picture of it stands, in px. */
export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

type Pen = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** Paints bars on a canvas that holds `frame` at `ratio` dots a px. */
export function paintBars(pen: Pen, rects: readonly number[][], frame: Frame, ratio: number, inks: Inks, lit: boolean) {
  pen.setTransform(ratio, 0, 0, ratio, -frame.left * ratio, -frame.top * ratio);
  rects.forEach((bars, cell) => {
    if (bars.length === 0) return;
    const {fill, edge, width} = lookOf(cell, inks, lit);
    const isDisputed = cell % CLASSES === DISPUTED;
    pen.beginPath();
    pen.fillStyle = fill;
    for (let i = 0; i < bars.length; i += 4) {
      const [x, y, w, h] = [bars[i]!, bars[i + 1]!, bars[i + 2]!, bars[i + 3]!];
      // Filling them one by one takes a tenth of the time that the path takes.
      pen.fillRect(x, y, w, h);
      if (width > 0) pen.rect(x, y, w, h);
    }
    if (isDisputed && lit) {
      pen.save();
      hatch(pen, frame, edge);
      pen.restore();
    }
    if (width === 0) return;
    pen.strokeStyle = edge;
    pen.lineWidth = width;
    pen.setLineDash(isDisputed && !lit ? [2, 1.6] : []);
    pen.stroke();
  });
}

const STRIPE = {width: 1.6, pitch: 4};

/** Stripes over the path as in `Hatch.svelte`. The path is as it was after. */
function hatch(pen: Pen, {left, top, width, height}: Frame, color: string): void {
  const right = left + width;
  const foot = top + height;
  pen.clip();
  pen.rotate(Math.PI / 4);
  pen.fillStyle = color;
  const long = (foot - left + right - top) * Math.SQRT1_2;
  const first = Math.floor(((left + top) * Math.SQRT1_2) / STRIPE.pitch) * STRIPE.pitch;
  for (let x = first; x < (right + foot) * Math.SQRT1_2; x += STRIPE.pitch)
    pen.fillRect(x, (top - right) * Math.SQRT1_2, STRIPE.width, long);
}
