import {pluralOf} from "../plural.ts";

const plural = pluralOf("en");

const events = plural({one: "event", other: "events"});

export const crowd = {
  here: (n: string, count: number) => `${n} ${events(count)} here`,
  inView: (n: string, count: number) => `${n} ${events(count)} in view`,
  list: "List what is in view",
  asPoints: (inView: string) => `${inView}, each drawn as a dot. Enter lists them.`,
  asCells: (inView: string) => `${inView}, counted in squares. Enter lists them.`,
  point: (noun: string) => `each dot is one ${noun}`,
  cells: (label: string) => `${label} in a square of the map`,
  square: "in a square of the map",
  why: "Counted in squares, because there are too many to be drawn one by one. Zoom in, or shorten the time, to see each.",
  more: (n: string) => `${n} or more`,
};
