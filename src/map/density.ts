import {mix, type Rgb} from "./colours.ts";
import type {Cells} from "./cells.ts";

/** The least count of each shade: half powers of ten, the same for every record, so that a shade always means the same. */
export const SHADES = [1, 3, 10, 30, 100, 300, 1000] as const;

/** The shade of a count, counted from 1; 0 for none. */
export const shadeOf = (count: number): number => SHADES.findLastIndex((least) => least <= count) + 1;

/** From a tint of the colour on the ground to the colour itself, and from there towards `far`. */
export function shades(ground: Rgb, colour: Rgb, far: Rgb): Rgb[] {
  const last = SHADES.length - 1;
  const pure = 4;
  return SHADES.map((_, i) =>
    i <= pure ? mix(ground, colour, 0.38 + (0.62 * i) / pure) : mix(colour, far, (0.62 * (i - pure)) / (last - pure)),
  );
}

/** As the pixels of an image are kept: one number for four bytes. */
const packed = (rgb: Rgb): number => {
  const bytes = Uint8Array.from([...rgb.map((part) => Math.round(part * 255)), 255]);
  return new Int32Array(bytes.buffer)[0];
};

/** From this count on all are the last shade. */
const MOST = SHADES.at(-1)!;

/** Pixels by count, of the primary series and then of the counter series; from the last of each on they are the same. */
export type Palette = Int32Array;

/** The first pixel of each is for cells without any. */
export function paletteOf(primary: readonly Rgb[], counter: readonly Rgb[]): Palette {
  const byCount = (shades: readonly Rgb[]) => {
    const pixels = [0, ...shades.map(packed)];
    return Array.from({length: MOST + 1}, (_, count) => pixels[shadeOf(count)]);
  };
  return Int32Array.from([...byCount(primary), ...byCount(counter)]);
}

/**
 * Paints one pixel for each cell, in the shade of the series that has more in it. Returns the largest count there was, by series. Which that is
 * and whether it is beyond the last shade is told by signs and not by branches, which would often be guessed wrong.
 */
export function paint(
  {primary, counter}: Pick<Cells, "primary" | "counter">,
  palette: Palette,
  pixels: Int32Array,
): {primary: number; counter: number} {
  let mostPrimary = 0;
  let mostCounter = 0;
  for (let cell = 0; cell < pixels.length; cell++) {
    const above = primary[cell];
    const below = counter[cell];
    if (above > mostPrimary) mostPrimary = above;
    if (below > mostCounter) mostCounter = below;
    const isBelow = (above - below) >> 31;
    const beyond = above + (isBelow & (below - above)) - MOST;
    pixels[cell] = palette[MOST + (beyond & (beyond >> 31)) + (isBelow & (MOST + 1))];
  }
  return {primary: mostPrimary, counter: mostCounter};
}
