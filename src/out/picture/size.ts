import type {Form} from "../poster/forms.ts";

/** Dots of a file to a px of the picture, each way. */
export const SCALES = [1, 2, 3, 4] as const;
export type Scale = (typeof SCALES)[number];

/** Dots of a file, each way. */
export const sizeAt = ({width, height}: Form, scale: Scale) => ({width: width * scale, height: height * scale});

/** Dots a metre on the sheet that a form fills; null for a form that is for screens. */
export const densityAt = ({width, paper}: Form, scale: Scale): number | null =>
  paper === null ? null : Math.round((width * scale * 1000) / paper.width);

/** Dots an inch, as printers say it. */
export const dotsAnInch = (perMetre: number): number => Math.round(perMetre * 0.0254);
