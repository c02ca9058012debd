import {PRIMARY} from "../data/dataset.ts";
import {mercatorX, mercatorY, worldSize} from "./mercator.ts";
import type {SpreadStage} from "./spread.ts";

/** Room for the cells in which rows lie that are not counted yet. */
const FOUND = new Int32Array(2048);

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
  /** Of both, one after the other. */
  #counts: Int32Array;
  #found = 0;
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
    const fits = before !== null && before.primary.length === length;
    this.#counts = fits ? before.#counts.fill(0) : new Int32Array(2 * length);
    this.primary = this.#counts.subarray(0, length);
    this.counter = this.#counts.subarray(length);
  }

  /**
   * Counts a row `step` times at a point of the stage, in px of the copy of the world nearest to its middle; it is there after `settle`. Where rows
   * lie is found out for many of them before they are counted: the counts are all over memory, and are waited for together and not one by one.
   */
  add(x: number, y: number, series: number, step: 1 | -1): void {
    const width = this.#width;
    if (y < 0 || y >= this.#height) return;
    const {left, side} = this;
    // What is divided is never below 0.
    const line = (((y - this.top) / side) | 0) * this.columns + (series === PRIMARY ? 0 : this.primary.length);
    const size = this.#size;
    if (size >= 2 * width) {
      if (x >= 0 && x < width) FOUND[this.#found++] = line + (((x - left) / side) | 0);
    } else
      for (let copy = x - Math.floor(x / size) * size; copy < width; copy += size) {
        FOUND[this.#found++] = line + (((copy - left) / side) | 0);
        if (this.#found === FOUND.length) this.settle(step);
      }
    if (this.#found === FOUND.length) this.settle(step);
  }

  /** To be called after the last row of those that are counted `step` times. */
  settle(step: 1 | -1): void {
    const counts = this.#counts;
    const found = this.#found;
    for (let i = 0; i < found; i++) counts[FOUND[i]!]! += step;
    this.#found = 0;
  }
}
