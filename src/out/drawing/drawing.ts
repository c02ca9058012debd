import type {Box} from "../../ui/layout.ts";

/** A picture as plain data: what is drawn later lies over what is drawn earlier. Sizes are px. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly fonts: Fonts;
  readonly items: readonly Item[];
}

/** CSS font-family lists for the two roles of type. */
export interface Fonts {
  readonly serif: string;
  readonly sans: string;
}

/** The families of the app, with what stands in where they are not. */
export const FONTS: Fonts = {
  serif: `"Source Serif 4", "Noto Sans Arabic", Georgia, "Times New Roman", serif`,
  sans: `"Inter", "Noto Sans Arabic", system-ui, sans-serif`,
};
export const ARABIC_FONTS: Fonts = {
  serif: `"Noto Sans Arabic", "Source Serif 4", sans-serif`,
  sans: `"Noto Sans Arabic", "Inter", system-ui, sans-serif`,
};

/** What a shape is filled with: a colour as `#rrggbb` or `rgb(…)`, stripes, or a colour that turns into another. */
export type Fill = string | Hatch | Fade;

/** Slanted stripes of `colour` on `ground`: `line` px wide, one every `pitch` px. */
export interface Hatch {
  readonly kind: "hatch";
  readonly colour: string;
  readonly ground: string;
  readonly pitch: number;
  readonly line: number;
}

/** A linear gradient between two points, in px of the drawing. Stops are in order of `at`, 0 to 1. */
export interface Fade {
  readonly kind: "fade";
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly stops: readonly {readonly at: number; readonly colour: string; readonly opacity: number}[];
}

export interface Ink {
  /** None where left out. */
  readonly fill?: Fill | undefined;
  readonly stroke?: string | undefined;
  /** Of the stroke, 1 where left out. */
  readonly thick?: number | undefined;
  readonly dash?: readonly number[] | undefined;
  readonly dashFrom?: number | undefined;
  readonly cap?: "round" | undefined;
  readonly join?: "round" | undefined;
  readonly opacity?: number | undefined;
}

/** `d` is an SVG path. */
export interface PathItem extends Ink {
  readonly kind: "path";
  readonly d: string;
}
export interface RectItem extends Ink, Box {
  readonly kind: "rect";
  readonly round?: number | undefined;
}
export interface CircleItem extends Ink {
  readonly kind: "circle";
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** A stretch of one look within a line of text; what is left out is the line's. */
export interface Run {
  readonly text: string;
  readonly weight?: number | undefined;
  readonly size?: number | undefined;
  readonly fill?: string | undefined;
  readonly family?: keyof Fonts | undefined;
}

/** One line of text, which is never broken. */
export interface TextItem {
  readonly kind: "text";
  readonly x: number;
  /** Of the line that letters stand on. */
  readonly y: number;
  /** In reading order. Each is set apart from the others for what decides which way a text runs. */
  readonly runs: readonly Run[];
  readonly family: keyof Fonts;
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
  /** Which end of the line stands at `x`, as one sees it, whatever way the text runs. */
  readonly anchor: "left" | "middle" | "right";
  readonly dir: "ltr" | "rtl";
  /** Tracking in em. */
  readonly tracking?: number | undefined;
  /** A line around the letters, under them. */
  readonly halo?: {readonly colour: string; readonly thick: number} | undefined;
  readonly opacity?: number | undefined;
}

/** Items moved by `x`, `y`, after they have been scaled by `scale`; what lies outside `clip`, in px of the items, is cut off. */
export interface GroupItem {
  readonly kind: "group";
  readonly items: readonly Item[];
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly scale?: number | undefined;
  readonly clip?: Box | undefined;
  readonly opacity?: number | undefined;
}

export type Item = PathItem | RectItem | CircleItem | TextItem | GroupItem;

/** One drawing of several of the same size, the first lowest. */
export const together = (first: Drawing, ...others: readonly Drawing[]): Drawing => ({
  ...first,
  items: [first, ...others].flatMap(({items}) => items),
});

/** The lines of text of a drawing, in the order in which they are drawn. */
export const textsOf = (items: readonly Item[]): TextItem[] =>
  items.flatMap((item) => (item.kind === "text" ? [item] : item.kind === "group" ? textsOf(item.items) : []));

/** What a line says. */
export const wordsOf = ({runs}: TextItem): string => runs.map(({text}) => text).join("");
