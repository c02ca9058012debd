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
  readonly primary: Uint32Array;
  readonly counter: Uint32Array;
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
    this.primary = fits ? before.primary.fill(0) : new Uint32Array(length);
    this.counter = fits ? before.counter.fill(0) : new Uint32Array(length);
  }

  /** Counts a row `step` times at a point of the stage, in px of the copy of the world nearest to its middle. */
  add(x: number, y: number, series: number, step: 1 | -1): void {
    const width = this.#width;
    if (y < 0 || y >= this.#height) return;
    const counts = series === PRIMARY ? this.primary : this.counter;
    const line = Math.floor((y - this.top) / this.side) * this.columns;
    const size = this.#size;
    if (size >= 2 * width) {
      if (x >= 0 && x < width) counts[line + Math.floor((x - this.left) / this.side)] += step;
      return;
    }
    for (let copy = x - Math.floor(x / size) * size; copy < width; copy += size)
      counts[line + Math.floor((copy - this.left) / this.side)] += step;
  }
}
