import {CELLS} from "../data/rowMarks.ts";
import {CERTAINTIES, PLACE_PRECISIONS, type Certainty} from "../data/dataset.ts";
import type {Size} from "../ui/layout.ts";
import type {PlaceCounts} from "./marks.ts";

const CLASSES = CERTAINTIES.length;
/** Radius in px of one report: a disc of n reports has the area of n such discs. */
export const UNIT: Record<Size, number> = {wide: 4.6, medium: 4.2, phone: 3.6, mini: 2.9};
/** Radius in px of the largest mark of a record: where one place has very many reports, one report gets less area everywhere. */
export const LARGEST: Record<Size, number> = {wide: 52, medium: 46, phone: 36, mini: 28};
/** Radius below which a mark would not be seen. */
const LEAST = 1.8;
/** Half-diagonal of a counter series diamond, as a share of the radius that a disc of as many would have. */
export const DIAMOND = 1.12;
/** Ground radius in metres of what is known to the district or the province only. */
const GROUND: Partial<Record<(typeof PLACE_PRECISIONS)[number], number>> = {
  district: 18_000,
  province: 45_000,
  country: 120_000,
};

/** Nested marks of one series at one place. */
export interface Nest {
  /** By certainty. */
  counts: readonly number[];
  total: number;
  /** Outer radius in px by certainty, growing outwards; 0 where there is none. The area of the last one stands for the total. */
  radii: readonly number[];
}

/** What is drawn at one place, in px of the stage. */
export interface Glyph {
  place: number;
  x: number;
  y: number;
  primary: Nest;
  counter: Nest;
  /** Outer radius of everything but the halo. */
  r: number;
  /** Radius of the halo, 0 for a place that is known closely. */
  halo: number;
}

/** Counts of one series at one place, from `cells` at `offset`, as nested radii of `k` px for one. */
export function nest(cells: ArrayLike<number>, offset: number, k: number): Nest {
  const counts: number[] = [];
  const radii: number[] = [];
  let total = 0;
  for (let i = 0; i < CLASSES; i++) {
    const n = cells[offset + i];
    total += n;
    counts.push(n);
    radii.push(n === 0 ? 0 : k * Math.sqrt(total));
  }
  const grow = total === 0 ? 1 : LEAST / (k * Math.sqrt(total));
  if (grow > 1) for (let i = 0; i < CLASSES; i++) radii[i] *= grow;
  return {counts, total, radii};
}

export const reach = ({total, radii}: Nest): number => (total === 0 ? 0 : Math.max(...radii));

/** The classes that have any, outermost first. */
export const layers = ({counts, radii}: Nest): {certainty: Certainty; r: number}[] =>
  CERTAINTIES.map((certainty, i) => ({certainty, r: radii[i]}))
    .filter((_, i) => counts[i] > 0)
    .reverse();

/** Metres on the ground that a place of this precision may be off, 0 when it is known more closely than to the district. */
export const groundRadius = (precision: number): number => GROUND[PLACE_PRECISIONS[precision]] ?? 0;

export interface GlyphInput {
  counts: PlaceCounts;
  /** Index into `PLACE_PRECISIONS`, by place. */
  precision: ArrayLike<number>;
  lat: ArrayLike<number>;
  /** Px of a place on the stage. */
  at(place: number): readonly [x: number, y: number];
  metresPerPixel(lat: number): number;
  k: number;
}

/** The glyphs of the places that have any row, largest first. */
export function glyphsOf({counts, precision, lat, at, metresPerPixel, k}: GlyphInput): Glyph[] {
  const glyphs: Glyph[] = [];
  counts.places.forEach((place, i) => {
    const primary = nest(counts.cells, i * CELLS, k);
    const counter = nest(counts.cells, i * CELLS + CLASSES, k * DIAMOND);
    if (primary.total + counter.total === 0) return;
    const ground = groundRadius(precision[place]);
    const [x, y] = at(place);
    glyphs.push({
      place,
      x,
      y,
      primary,
      counter,
      r: Math.max(reach(primary), reach(counter)),
      halo: ground === 0 ? 0 : ground / metresPerPixel(lat[place]),
    });
  });
  return glyphs.sort((a, b) => b.r - a.r || a.place - b.place);
}

/**
 * Glyphs that a tap means, the nearest first: the top one under it, and every one whose centre is within `slop` px. Where there is none,
 * the one with the nearest edge.
 */
export function glyphsAt(glyphs: readonly Glyph[], x: number, y: number, slop: number): Glyph[] {
  const away = (glyph: Glyph) => Math.hypot(glyph.x - x, glyph.y - y);
  const top = glyphs.findLast((glyph) => away(glyph) <= glyph.r);
  const meant = glyphs.filter((glyph) => glyph === top || away(glyph) <= slop).sort((a, b) => away(a) - away(b));
  if (meant.length > 0 || glyphs.length === 0) return meant;
  return [glyphs.reduce((a, b) => (away(b) - b.r < away(a) - a.r ? b : a))];
}

/** The glyph nearest in a direction of the screen, as the arrow keys go; null where there is none. */
export function neighbourGlyph(glyphs: readonly Glyph[], from: Glyph, dx: number, dy: number): Glyph | null {
  let best: Glyph | null = null;
  let least = Infinity;
  for (const glyph of glyphs) {
    if (glyph.place === from.place) continue;
    const [x, y] = [glyph.x - from.x, glyph.y - from.y];
    const along = x * dx + y * dy;
    const across = Math.abs(x * dy - y * dx);
    if (along <= 0 || across > along * 2) continue;
    const cost = along + 2 * across;
    if (cost < least) [best, least] = [glyph, cost];
  }
  return best;
}

/** A diamond's outline around the origin. */
export const diamond = (half: number): string => `M0 ${-half}L${half} 0L0 ${half}L${-half} 0Z`;
