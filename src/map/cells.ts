import {PRIMARY} from "../data/dataset.ts";
import {mercatorX, mercatorY, worldSize} from "./mercator.ts";
import type {SpreadStage} from "./spread.ts";

/** Rows by cell of a lattice that is fixed to the world, in every copy of the world that is in view. */
export class Cells {
  /** Side of a cell, in px. */
  readonly side: number;
  readonly columns: number;
  readonly lines: number;
  /** Px of the lattice's corner, at most one side outside the stage. */
  readonly left: number;
  readonly top: number;
  /** Row by row from the top. */
  readonly primary: Int32Array;
  readonly counter: Int32Array;
  #width: number;
  #height: number;
  #size: number;

  /** The arrays of `before` are taken over where they fit. */
  constructor({camera, width, height}: SpreadStage, side: number, before: Cells | null = null) {
    const size = worldSize(camera.zoom);
    const into = (px: number) => ((px % side) + side) % side;
    this.side = side;
    this.#width = width;
    this.#height = height;
    this.#size = size;
    this.columns = Math.ceil(width / side) + 1;
    this.lines = Math.ceil(height / side) + 1;
    this.left = -into(mercatorX(camera.lng) * size - width / 2);
    this.top = -into(mercatorY(camera.lat) * size - height / 2);
    const length = this.columns * this.lines;
    const fits = before?.primary.length === length;
    this.primary = fits ? before.primary.fill(0) : new Int32Array(length);
    this.counter = fits ? before.counter.fill(0) : new Int32Array(length);
  }

  /** Counts a row `step` times at a point of the stage, in px of the copy of the world nearest to its middle. */
  add(x: number, y: number, series: number, step: 1 | -1): void {
    const width = this.#width;
    if (y < 0 || y >= this.#height) return;
    const counts = series === PRIMARY ? this.primary : this.counter;
    const {left, side} = this;
    // What is divided is never below 0.
    const line = (((y - this.top) / side) | 0) * this.columns;
    const size = this.#size;
    if (size >= 2 * width) {
      if (x >= 0 && x < width) counts[line + (((x - left) / side) | 0)] += step;
      return;
    }
    for (let copy = x - Math.floor(x / size) * size; copy < width; copy += size)
      counts[line + (((copy - left) / side) | 0)] += step;
  }
}
