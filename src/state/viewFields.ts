import {LANGUAGES} from "../data/languages.ts";
import type {ViewState} from "../data/viewState.ts";

type Read = (text: string) => unknown;

const text: Read = (value) => value;
const oneOf =
  (...values: readonly string[]): Read =>
  (value) =>
    values.includes(value) ? value : undefined;
const number =
  (accept: (n: number) => boolean): Read =>
  (value) => {
    const n = value.trim() === "" ? NaN : Number(value);
    return accept(n) ? n : undefined;
  };
const within = (n: number | undefined, low: number, high: number) => n !== undefined && n >= low && n <= high;

const map: Read = (value) => {
  const parts = value.split("/").map((part) => (part.trim() === "" ? NaN : Number(part)));
  const [zoom, lat, lng] = parts;
  return parts.length === 3 && within(zoom, 0, 22) && within(lat, -90, 90) && within(lng, -180, 180)
    ? parts
    : undefined;
};

/**
 * How each name of a `ViewState` but `show` is read from a URL: the value, or undefined for what is not one. The same rules as
 * `viewStateSchema`, by hand, because the schema's library stays in the worker.
 */
export const VIEW_FIELDS: Record<Exclude<keyof ViewState, "show">, Read> = {
  data: text,
  file: text,
  time: text,
  extent: text,
  play: number((n) => n === 1),
  mode: oneOf("accumulate", "slide"),
  speed: number((n) => n > 0 && n <= 100_000),
  event: text,
  place: text,
  panel: oneOf("event", "list", "none"),
  q: text,
  map,
  timeline: oneOf("columns", "lanes"),
  view: oneOf("explore", "embed", "present", "presenter", "scroll"),
  step: number((n) => Number.isSafeInteger(n) && n >= 1),
  theme: oneOf("light", "dark", "auto"),
  lang: oneOf(...LANGUAGES),
};

export const isField = (name: string): name is keyof typeof VIEW_FIELDS => Object.hasOwn(VIEW_FIELDS, name);
