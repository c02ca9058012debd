import type {Padding} from "../map/mercator.ts";
import type {Size} from "../ui/layout.ts";

/** One drawing of map and timeline: px of its own, which its column stretches. */
export interface Form {
  name: "wide" | "narrow" | "card";
  size: Size;
  width: number;
  /** Of the map, which runs from edge to edge. */
  map: number;
  /** Of the timeline with the rail that it would have, which is cut off. */
  timeline: number;
  /** Air left and right of the timeline and above it. */
  side: number;
  above: number;
  padding: Padding;
}

/** From 500 px of width on, and below. */
export const WIDE: Form = {
  name: "wide",
  size: "medium",
  width: 720,
  map: 330,
  timeline: 238,
  side: 20,
  above: 14,
  padding: {top: 22, right: 30, bottom: 16, left: 30},
};

export const NARROW: Form = {
  name: "narrow",
  size: "phone",
  width: 360,
  map: 200,
  timeline: 168,
  side: 16,
  above: 10,
  padding: {top: 18, right: 40, bottom: 12, left: 22},
};

/** On the picture of the page that is shared. */
export const CARD: Form = {
  name: "card",
  size: "phone",
  width: 480,
  map: 244,
  timeline: 176,
  side: 12,
  above: 8,
  padding: {top: 18, right: 24, bottom: 12, left: 24},
};
