import {pluralOf} from "../plural.ts";

const plural = pluralOf("en");

export const crowd = {
  here: (n: string, count: number) => `${n} ${plural({one: "event", other: "events"})(count)} here`,
  point: (noun: string) => `each dot is one ${noun}`,
  cells: (label: string) => `${label} in a square of the map`,
  why: "Counted in squares, because there are too many to be drawn one by one. Zoom in, or shorten the time, to see each.",
  more: (n: string) => `and ${n} or more`,
};
