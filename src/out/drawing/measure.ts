import type {Face} from "../../map/measure.ts";
import {widthOf} from "../../still/widths.ts";
import type {Fonts} from "./drawing.ts";

/** Width of a text in px as it is painted. `tracking` of the face is in em. */
export type MeasureText = (text: string, face: Face & {family?: keyof Fonts}) => number;

const KEPT = 8000;

/** Measures by a canvas, `scale` times as large as asked for; by the letters where there is none. It remembers what it measured. */
export function measureIn(fonts: Fonts, scale: number): MeasureText {
  const context = typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1).getContext("2d");
  if (context === null) return widthOf;
  context.textRendering = "geometricPrecision";
  const widths = new Map<string, number>();
  return (text, {size, weight, tracking = 0, family = "sans"}) => {
    const font = `${weight} ${size * scale}px ${fonts[family]}`;
    const key = `${font} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (widths.size > KEPT) widths.clear();
      context.font = font;
      width = context.measureText(text).width / scale;
      widths.set(key, width);
    }
    return width + tracking * size * text.length;
  };
}
