import type {Aggregates} from "../data/aggregates.ts";
import {CELLS} from "../data/rowMarks.ts";
import {CERTAINTIES} from "../data/dataset.ts";
import {groundRadius} from "./glyphs.ts";

const CLASSES = CERTAINTIES.length;

/** Rows of some places in the window that pass: `i * 8 + certainty` for the primary series of the i-th place, `+ 4` for the counter series. */
export interface PlaceCounts {
  places: readonly number[];
  cells: Uint32Array;
}

export function countPlaces(aggregates: Aggregates, places: readonly number[]): PlaceCounts {
  const cells = new Uint32Array(places.length * CELLS);
  places.forEach((place, i) => aggregates.countPlace(place, cells, i * CELLS));
  return {places, cells};
}

/** What a key explains. */
export interface Key {
  /** Most of the primary series at one place. */
  most: number;
  hasCounter: boolean;
  hasHalo: boolean;
}

/** `precision` is an index into `PLACE_PRECISIONS` by place. */
export function keyOf({places, cells}: PlaceCounts, precision: ArrayLike<number>): Key {
  const key = {most: 0, hasCounter: false, hasHalo: false};
  places.forEach((place, i) => {
    const primary = sumAt(cells, i * CELLS);
    const counter = sumAt(cells, i * CELLS + CLASSES);
    if (primary + counter === 0) return;
    if (primary > key.most) key.most = primary;
    key.hasCounter ||= counter > 0;
    key.hasHalo ||= groundRadius(precision[place]) > 0;
  });
  return key;
}

const sumAt = (counts: ArrayLike<number>, at: number): number =>
  counts[at] + counts[at + 1] + counts[at + 2] + counts[at + 3];
