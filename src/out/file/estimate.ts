import type {Loaded} from "../../data/load.ts";
import {storyParts} from "../../data/save/storyFile.ts";

/** Bytes of the app, its fonts and a piece of the map, roughly. */
const FRAME = 2_000_000;
/** Rows that are looked at to say how long all will be. */
const SAMPLE = 400;

/** Bytes of a single file with these rows, near enough: reckoned from a few hundred of them. */
export function estimatedBytes(loaded: Loaded, rows: Uint32Array): number {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const sample = rows.filter((_, i) => i % step === 0);
  const encoder = new TextEncoder();
  let [before, last] = [0, 0];
  for (const {text} of storyParts(loaded, sample, {view: {}, sources: new Map()})) {
    before += last;
    last = encoder.encode(text).length;
  }
  return FRAME + last + Math.round((before / Math.max(1, sample.length)) * rows.length);
}
