import {PARTS, type Part} from "../state/settings.svelte.ts";

/** What the address of a frame says of the frame itself, and nothing of the view in it. */
export interface FrameOptions {
  /** Parts that are left out, in the order of `PARTS`. */
  hidden: readonly Part[];
  /** As high as what is in it (`auto`, the default), or as high as the frame (`fit`). */
  height: "auto" | "fit";
}

/** Longer lists than this are none of ours. */
const LONGEST = 200;

/**
 * Reads `hide=map,controls,event,facets,headline` and `height=auto|fit` from a query, with or without its question mark. Total: what is
 * not one of these words is ignored, and of a name that is given twice the last counts. A height in px is the host's affair and means `auto`.
 */
export function readOptions(query: string): FrameOptions {
  const given = new URLSearchParams(query);
  const last = (name: string) => (given.getAll(name).at(-1) ?? "").slice(0, LONGEST).toLowerCase();
  const hidden = last("hide").split(/[\s,]+/);
  return {hidden: PARTS.filter((part) => hidden.includes(part)), height: last("height") === "fit" ? "fit" : "auto"};
}
