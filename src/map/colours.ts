/** Red, green and blue, 0 to 1. */
export type Rgb = readonly [r: number, g: number, b: number];

/** Reads a colour as the browser gives it back: `#rrggbb` or `#rgb`; black for anything else. */
export function readColour(text: string): Rgb {
  const hex = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[0].slice(1) ?? "000000";
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  const part = (at: number) => parseInt(full.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}

export const mix = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

export const cssColour = (rgb: Rgb): string => `rgb(${rgb.map((part) => Math.round(part * 255)).join(" ")})`;
