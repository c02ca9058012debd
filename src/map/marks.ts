import {CERTAINTIES} from "../data/dataset.ts";
import type {Box} from "../ui/layout.ts";
import {DIAMOND, groundRadius} from "./glyphs.ts";
import {sideBy, sideOf, type Side} from "./places.ts";

const CLASSES = CERTAINTIES.length;
/** How far beyond the edge a mark may stand and still be drawn, in px. */
const MARGIN = 60;

export interface MarksInput {
  /** `place * 8 + certainty` for the primary series, `+ 4` for the counter series. */
  byPlace: ArrayLike<number>;
  /** Screen px by place: x at `2 * place`, y after it. */
  positions: ArrayLike<number>;
  width: number;
  height: number;
  /** The part of the stage that nothing covers from side to side. */
  frame: Box;
  covers: readonly Box[];
  /** Places that are drawn at most. */
  most: number;
}

export interface Marks {
  /** The places in view with most to show, at most `most` of them. */
  places: readonly number[];
  /** How many places are in view but too many to be drawn. */
  left: number;
  /** Events whose mark would stand beyond the edge, by side. */
  beyond: Record<Side, number>;
}

/** Which places have a mark in view. One pass and no object a place: a table may have as many places as rows. */
export function marksOf({byPlace, positions, width, height, frame, covers, most}: MarksInput): Marks {
  const beyond = {north: 0, south: 0, east: 0, west: 0};
  const largest = new Largest(most);
  const right = frame.x + frame.width;
  const [minX, maxX] = [Math.max(frame.x, -MARGIN), Math.min(right, width) + (right >= width ? MARGIN : 0)];
  let seen = 0;
  for (let place = 0; 2 * place < positions.length; place++) {
    const primary = sumAt(byPlace, place * 2 * CLASSES);
    const counter = sumAt(byPlace, place * 2 * CLASSES + CLASSES);
    if (primary + counter === 0) continue;
    const x = positions[2 * place];
    const y = positions[2 * place + 1];
    let side: Side | null;
    if (x >= minX && x <= maxX && y >= -MARGIN && y <= height + MARGIN && !isCovered(covers, x, y)) {
      seen++;
      largest.add(place, Math.max(primary, DIAMOND * DIAMOND * counter));
      side = sideOf(x, y, width, height);
    } else {
      side = sideBy(x - frame.x, y - frame.y, frame.width, frame.height);
    }
    if (side !== null) beyond[side] += primary + counter;
  }
  return {places: largest.places(), left: Math.max(0, seen - most), beyond};
}

/** What a key explains. */
export interface Key {
  /** Most of the primary series at one place. */
  most: number;
  hasCounter: boolean;
  hasHalo: boolean;
}

/** `precision` is an index into `PLACE_PRECISIONS` by place. */
export function keyOf(byPlace: ArrayLike<number>, precision: ArrayLike<number>): Key {
  const key = {most: 0, hasCounter: false, hasHalo: false};
  for (let place = 0; place < precision.length; place++) {
    const primary = sumAt(byPlace, place * 2 * CLASSES);
    const counter = sumAt(byPlace, place * 2 * CLASSES + CLASSES);
    if (primary + counter === 0) continue;
    if (primary > key.most) key.most = primary;
    key.hasCounter ||= counter > 0;
    key.hasHalo ||= groundRadius(precision[place]) > 0;
  }
  return key;
}

/** Keeps the places of most weight; of equal ones those that came first. */
class Largest {
  #most: number;
  #kept: {place: number; weight: number}[] = [];
  /** What a further one has to outweigh. */
  #least = -1;

  constructor(most: number) {
    this.#most = most;
  }

  add(place: number, weight: number): void {
    if (weight <= this.#least) return;
    this.#kept.push({place, weight});
    if (this.#kept.length >= 2 * this.#most) this.#cut();
  }

  places(): number[] {
    this.#cut();
    return this.#kept.map(({place}) => place);
  }

  #cut(): void {
    if (this.#kept.length < this.#most) return;
    this.#kept.sort((a, b) => b.weight - a.weight || a.place - b.place).length = this.#most;
    this.#least = this.#kept.at(-1)!.weight;
  }
}

const sumAt = (counts: ArrayLike<number>, at: number): number =>
  counts[at] + counts[at + 1] + counts[at + 2] + counts[at + 3];

function isCovered(covers: readonly Box[], x: number, y: number): boolean {
  for (const box of covers) if (x < box.x + box.width && box.x < x && y < box.y + box.height && box.y < y) return true;
  return false;
}
