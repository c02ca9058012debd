import * as z from "zod/mini";
import {LANGUAGES} from "./languages.ts";

/** A number from `least` to `most`. */
const between = (least: number, most: number) =>
  z.number().check(z.refine((n) => n >= least && n <= most, `must be from ${least} to ${most}`));

/** A list of exactly so many numbers; `each` says what the one at an index may be. */
export const numbers = <T extends number[]>(length: T["length"], each: (n: number, at: number) => boolean) =>
  z
    .array(z.number())
    .check(
      z.refine((list) => list.length === length && list.every(each), `must be ${length} numbers within their bounds`),
    ) as unknown as z.ZodMiniType<T, T>;

/**
 * The one plain-JSON description of what is on screen: the URL, a chapter, undo and a test fixture each keep one.
 * `time` and `extent` are `2023-10-17..2024-01-31`, either end may be open; `map` is `[zoom, lat, lng]`; `speed` is in days a second.
 * A name that is absent has its default.
 */
export const viewStateSchema = z.object({
  data: z.optional(z.string()),
  /** Name of the file that the view was made on, where that is on somebody's own computer. */
  file: z.optional(z.string()),
  time: z.optional(z.string()),
  /** The stretch of time that the axis shows; default: all of it. */
  extent: z.optional(z.string()),
  play: z.optional(z.literal(1)),
  mode: z.optional(z.enum(["accumulate", "slide"])),
  speed: z.optional(between(Number.MIN_VALUE, 100_000)),
  event: z.optional(z.string()),
  /** Key of the chosen place, whose events alone are listed. */
  place: z.optional(z.string()),
  /** What the card shows; default: the event when one is chosen and nothing is searched for, else the list. */
  panel: z.optional(z.enum(["event", "list", "none"])),
  show: z.optional(z.record(z.string(), z.array(z.string()))),
  q: z.optional(z.string()),
  map: z.optional(
    numbers<[zoom: number, lat: number, lng: number]>(
      3,
      (n, at) => n <= [22, 90, 180][at]! && n >= [0, -90, -180][at]!,
    ),
  ),
  timeline: z.optional(z.enum(["columns", "lanes"])),
  view: z.optional(z.enum(["explore", "embed", "present", "presenter", "scroll"])),
  step: z.optional(z.number().check(z.refine((n) => Number.isSafeInteger(n) && n >= 1, "must be 1 or more"))),
  theme: z.optional(z.enum(["light", "dark", "auto"])),
  lang: z.optional(z.enum(LANGUAGES)),
});

export type ViewState = z.output<typeof viewStateSchema>;
