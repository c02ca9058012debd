import type {Aggregates} from "../data/aggregates.ts";
import {COUNTER, PRIMARY, type Dataset} from "../data/dataset.ts";
import type {Box} from "../ui/layout.ts";
import {mercatorX, mercatorY, worldSize, type Camera} from "./mercator.ts";
import type {PlacePoints} from "./placePoints.ts";
import {sideBy, type Side} from "./places.ts";

/** The stage that rows are counted on. */
export interface SpreadStage {
  camera: Camera;
  width: number;
  height: number;
  /** The part of it that nothing covers from side to side. */
  frame: Box;
  /** What hides the marks under it. */
  covers: readonly Box[];
  /** Side of the cells that rows are counted in, in px; null to count none. */
  cell: number | null;
}

/** Rows of the window by cell of a lattice that is fixed to the world. */
export interface Cells {
  side: number;
  columns: number;
  lines: number;
  /** Px of the lattice's corner, at most one side outside the stage. */
  left: number;
  top: number;
  /** Row by row from the top. */
  primary: Uint32Array;
  counter: Uint32Array;
}

/**
 * How the rows of the window lie on the stage: in cells, and beyond its sides. Rows count that pass, belong to the primary or the counter
 * series and have a place. Moving the window touches only the rows that enter or leave.
 */
export class Spread {
  readonly beyond: Record<Side, number> = {north: 0, south: 0, east: 0, west: 0};
  readonly cells: Cells | null;
  #dataset: Dataset;
  #aggregates: Aggregates;
  #xy: Float32Array;
  #stage: SpreadStage;
  #size: number;
  /** From a share of the world, counted from the middle of the points, to px: nearest copy of the world for x. */
  #x: number;
  #y: number;
  #i0 = 0;
  #i1 = 0;

  constructor(dataset: Dataset, aggregates: Aggregates, points: PlacePoints, stage: SpreadStage, before?: Spread) {
    this.#dataset = dataset;
    this.#aggregates = aggregates;
    this.#xy = points.xy;
    this.#stage = stage;
    const {camera, width, height, cell} = stage;
    this.#size = worldSize(camera.zoom);
    this.#x = points.middle[0] - mercatorX(camera.lng);
    this.#y = points.middle[1] - mercatorY(camera.lat);
    this.cells = cell === null ? null : this.#lattice(camera, width, height, cell, before?.cells ?? null);
  }

  #lattice({lng, lat}: Camera, width: number, height: number, side: number, before: Cells | null): Cells {
    const into = (px: number) => ((px % side) + side) % side;
    const columns = Math.ceil(width / side) + 1;
    const lines = Math.ceil(height / side) + 1;
    const fits = before?.primary.length === columns * lines;
    return {
      side,
      columns,
      lines,
      left: -into(mercatorX(lng) * this.#size - width / 2),
      top: -into(mercatorY(lat) * this.#size - height / 2),
      primary: fits ? before.primary.fill(0) : new Uint32Array(columns * lines),
      counter: fits ? before.counter.fill(0) : new Uint32Array(columns * lines),
    };
  }

  /** Moves the window to rows `[i0, i1)`. */
  moveTo(i0: number, i1: number): void {
    if (i1 <= this.#i0 || i0 >= this.#i1) {
      this.#count(this.#i0, this.#i1, -1);
      this.#count(i0, i1, 1);
    } else {
      this.#count(this.#i0, i0, -1);
      this.#count(i0, this.#i0, 1);
      this.#count(i1, this.#i1, -1);
      this.#count(this.#i1, i1, 1);
    }
    this.#i0 = i0;
    this.#i1 = i1;
  }

  #count(from: number, to: number, step: 1 | -1): void {
    const {series, place} = this.#dataset.columns;
    const {width, height, frame, covers} = this.#stage;
    const {cells, beyond} = this;
    const aggregates = this.#aggregates;
    const [xy, size, ox, oy] = [this.#xy, this.#size, this.#x, this.#y];
    const [right, bottom] = [frame.x + frame.width, frame.y + frame.height];
    const hasCopies = size < 2 * width;
    for (let row = from; row < to; row++) {
      const at = place[row];
      if (at === -1 || series[row] > COUNTER || !aggregates.passes(row)) continue;
      let dx = xy[2 * at] + ox;
      if (dx > 0.5) dx -= 1;
      else if (dx < -0.5) dx += 1;
      const x = width / 2 + dx * size;
      const y = height / 2 + (xy[2 * at + 1] + oy) * size;
      if (x < frame.x || x > right || y < frame.y || y > bottom || isCovered(covers, x, y))
        beyond[sideBy(x - frame.x, y - frame.y, frame.width, frame.height)] += step;
      if (cells === null || y < 0 || y >= height) continue;
      const counts = series[row] === PRIMARY ? cells.primary : cells.counter;
      const line = Math.floor((y - cells.top) / cells.side) * cells.columns;
      if (!hasCopies) {
        if (x >= 0 && x < width) counts[line + Math.floor((x - cells.left) / cells.side)] += step;
      } else {
        for (let copy = x - Math.floor(x / size) * size; copy < width; copy += size)
          counts[line + Math.floor((copy - cells.left) / cells.side)] += step;
      }
    }
  }
}

export function isCovered(covers: readonly Box[], x: number, y: number): boolean {
  for (const box of covers) if (x < box.x + box.width && box.x < x && y < box.y + box.height && box.y < y) return true;
  return false;
}
