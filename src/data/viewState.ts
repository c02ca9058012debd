import * as z from "zod/mini";
import {LANGUAGES} from "./languages.ts";

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
  speed: z.optional(z.number().check(z.gt(0), z.lte(100_000))),
  event: z.optional(z.string()),
  /** Key of the chosen place, whose events alone are listed. */
  place: z.optional(z.string()),
  /** What the card shows; default: the event when one is chosen and nothing is searched for, else the list. */
  panel: z.optional(z.enum(["event", "list", "none"])),
  show: z.optional(z.record(z.string(), z.array(z.string()))),
  q: z.optional(z.string()),
  map: z.optional(
    z.tuple([
      z.number().check(z.gte(0), z.lte(22)),
      z.number().check(z.gte(-90), z.lte(90)),
      z.number().check(z.gte(-180), z.lte(180)),
    ]),
  ),
  timeline: z.optional(z.enum(["columns", "lanes"])),
  view: z.optional(z.enum(["explore", "embed", "present"])),
  step: z.optional(z.int().check(z.gte(1))),
  theme: z.optional(z.enum(["light", "dark", "auto"])),
  lang: z.optional(z.enum(LANGUAGES)),
});

export type ViewState = z.output<typeof viewStateSchema>;
