import {color} from "d3";
import type {Brand, Palette} from "../data/brand.ts";
import {GROUNDS, isDarkGround, paletteOf, type Theme} from "./palette.ts";

const COLOURS = ["primary", "counter", "paper"] as const;
const LONGEST = 200;
/** What follows a font of one's own, and brings the letters that it has not. */
const AFTER = {
  sans: `"Inter", "Noto Sans Arabic", system-ui, sans-serif`,
  serif: `"Source Serif 4", "Noto Sans Arabic", Georgia, "Times New Roman", serif`,
};

/**
 * Reads `primary=`, `counter=` and `paper=` (three or six hex digits, with or without `#`) and `font=` and `serif=` (names of families,
 * with commas between them) from a query. Total: what is none of these is ignored. Null where nothing is set.
 */
export function readBrand(query: string): Brand | null {
  const given = new URLSearchParams(query);
  return brandOf((name) => {
    const text = given.get(name) ?? "";
    const isHex = /^#?(?:[\da-f]{3}|[\da-f]{6})$/i.test(text);
    return COLOURS.includes(name as "paper") ? (isHex ? `#${text.replace("#", "")}` : "") : text;
  });
}

/** Reads `--dateline-primary`, `-counter`, `-paper`, `-font` and `-serif`, which the CSS of the page around an element sets. */
export function brandFromStyle(style: CSSStyleDeclaration): Brand | null {
  return brandOf((name) => style.getPropertyValue(`--dateline-${name}`));
}

function brandOf(read: (name: keyof Brand) => string): Brand | null {
  const brand: Brand = {};
  for (const name of COLOURS) {
    const found = color(read(name).slice(0, LONGEST).trim());
    if (found !== null && found.opacity === 1 && found.displayable()) brand[name] = found.formatHex();
  }
  for (const name of ["font", "serif"] as const) {
    const families = familiesIn(read(name).slice(0, LONGEST));
    if (families !== "") brand[name] = families;
  }
  return Object.keys(brand).length === 0 ? null : brand;
}

/** Names of families as CSS takes them. What holds anything but letters, digits, spaces, hyphens and full stops is left out. */
function familiesIn(text: string): string {
  return text
    .split(",")
    .map((name) => name.trim().replace(/^(["'])(.*)\1$/, "$2"))
    .filter((name) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .-]*$/u.test(name))
    .map((name) => (/^(?:serif|sans-serif|system-ui|monospace|ui-\w+)$/.test(name) ? name : `"${name}"`))
    .join(", ");
}

const set = new WeakMap<HTMLElement, string[]>();

/**
 * Gives the app's root the colours and fonts of a brand, through the properties of the theme, and returns the colours for what CSS does
 * not draw. It replaces what an earlier call set; `dark` is the theme on screen. Null takes all of it away again.
 */
export function applyBrand(root: HTMLElement, brand: Brand | null, dark: boolean): Palette {
  for (const name of set.get(root) ?? []) root.style.removeProperty(name);
  set.delete(root);
  if (brand === null) return {};
  const style = getComputedStyle(root);
  const theme = Object.fromEntries(GROUNDS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Theme;
  const palette = paletteOf(brand, theme, dark);
  const {font, serif = font} = brand;
  const properties: Record<string, string> = {
    ...Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--${name}`, value])),
    ...(palette["paper"] !== undefined && {"color-scheme": isDarkGround(palette["paper"]) ? "dark" : "light"}),
    ...(font !== undefined && {"--sans": `${font}, ${AFTER.sans}`}),
    ...(serif !== undefined && {"--serif": `${serif}, ${AFTER.serif}`}),
  };
  for (const [name, value] of Object.entries(properties)) root.style.setProperty(name, value);
  set.set(root, Object.keys(properties));
  return palette;
}
