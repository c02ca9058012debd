import type {Box, Size} from "../ui/layout.ts";
import type {Padding} from "./mercator.ts";

/** Padding above which something stands over that side, rather than air being left. */
const COVERED = 60;
export const covered = (side: number): number => (side > COVERED ? side : 0);

const AIR = 12;
const BUTTONS = {width: 100, height: 34};

/** The stage as its furniture sees it: px, and which way words run. */
export interface Room {
  width: number;
  height: number;
  size: Size;
  padding: Padding;
  dir: "ltr" | "rtl";
}

/** Distances of what stands at the foot from the inline start, the inline end and the bottom of the stage, in px. */
export function footEdges({size, padding, dir}: Room): {start: number; end: number; bottom: number} {
  const air = size === "wide" ? 40 : size === "medium" ? 20 : AIR;
  const [start, end] = (dir === "rtl" ? [padding.right, padding.left] : [padding.left, padding.right]).map(covered);
  return {start: start + (start > 0 ? air : Math.min(air, 20)), end: end + AIR, bottom: covered(padding.bottom)};
}

/** The boxes that labels keep clear of for something `width` by `height` px at the foot; none while it has no size. */
export function footBoxes(room: Room, width: number, height: number): Box[] {
  if (width === 0 || height === 0) return [];
  const {start, bottom} = footEdges(room);
  const x = room.dir === "rtl" ? room.width - start - width : start;
  return [{x: x - 4, y: room.height - bottom - height - 8, width: width + 8, height: height + 8}];
}

/** Distances of the buttons from the top and from the inline end. Where no card covers the end of a wide stage, its own button stands in the corner. */
export function controlsAt(room: Room): {top: number; end: number} {
  const {end} = footEdges(room);
  return {top: room.size === "wide" && end <= AIR ? 62 : AIR, end};
}

export function controlsBox(room: Room): Box {
  const {top, end} = controlsAt(room);
  const x = room.dir === "rtl" ? end : room.width - end - BUTTONS.width;
  return {x: x - 4, y: top - 4, width: BUTTONS.width + 8, height: BUTTONS.height + 8};
}
