/** How much room there is; follows the width of the app itself, not of the window, so that an embed in a column is laid out for the column. */
export type Size = "wide" | "medium" | "phone" | "mini";

export const sizeOf = (width: number): Size =>
  width >= 1280 ? "wide" : width >= 720 ? "medium" : width >= 360 ? "phone" : "mini";

/** The same of an embed, which has a column to itself: no cards beside the map, so that less is roomy. */
export const embedSizeOf = (width: number): Size => (width >= 640 ? "medium" : width >= 360 ? "phone" : "mini");
/** From this width an embed has its events beside the map. */
export const BROAD = 1000;

/** A rectangle in px from the top left of the stage. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
