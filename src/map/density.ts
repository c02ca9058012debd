import {mix, type Rgb} from "./colours.ts";
import type {Cells} from "./cells.ts";

/** The least count of each shade: half powers of ten, the same for every record, so that a shade always means the same. */
export const SHADES = [1, 3, 10, 30, 100, 300, 1000] as const;

/** Counts below the last shade, looked up. */
const SHADE = Uint8Array.from(
  {length: SHADES.at(-1)!},
  (_, count) => SHADES.findLastIndex((least) => least <= count) + 1,
);

/** The shade of a count, counted from 1; 0 for none. */
export const shadeOf = (count: number): number => (count < SHADE.length ? SHADE[count] : SHADES.length);

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
  return new Uint32Array(bytes.buffer)[0];
};

/** Pixels by shade, of the primary and of the counter series; the first of each is for cells without any. */
export interface Palette {
  primary: Uint32Array;
  counter: Uint32Array;
}
export const paletteOf = (primary: readonly Rgb[], counter: readonly Rgb[]): Palette => ({
  primary: Uint32Array.from([0, ...primary.map(packed)]),
  counter: Uint32Array.from([0, ...counter.map(packed)]),
});

/** Paints one pixel for each cell, in the shade of the series that has more in it. Returns the largest count there was, by series. */
export function paint(
  {primary, counter}: Pick<Cells, "primary" | "counter">,
  palette: Palette,
  pixels: Uint32Array,
): {primary: number; counter: number} {
  const most = {primary: 0, counter: 0};
  for (let cell = 0; cell < pixels.length; cell++) {
    const above = primary[cell];
    const below = counter[cell];
    if (above === 0 && below === 0) {
      pixels[cell] = palette.primary[0];
      continue;
    }
    if (above > most.primary) most.primary = above;
    if (below > most.counter) most.counter = below;
    pixels[cell] = above >= below ? palette.primary[shadeOf(above)] : palette.counter[shadeOf(below)];
  }
  return most;
}
