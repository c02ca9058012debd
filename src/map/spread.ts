import type {Aggregates} from "../data/aggregates.ts";
import {COUNTER, type Dataset} from "../data/dataset.ts";
import type {Box} from "../ui/layout.ts";
import type {Cells} from "./cells.ts";
import {worldSize, type Camera} from "./mercator.ts";
import type {PlacePoints} from "./placePoints.ts";
import {SIDES, sideBy, type Side} from "./places.ts";

/** The stage that rows are counted on. */
export interface SpreadStage {
  camera: Camera;
  width: number;
  height: number;
  /** The part of it that nothing covers from side to side. */
  frame: Box;
  /** What hides the marks under it. */
  covers: readonly Box[];
}

/**
 * How the rows of the window lie on the stage: beyond its sides and, where they are to be counted so, in cells. Rows count that pass, belong
 * to the primary or the counter series and have a place. Moving the window touches only the rows that enter or leave.
 */
export class Spread {
  readonly cells: Cells | null;
  #dataset: Dataset;
  #aggregates: Aggregates;
  #points: PlacePoints;
  #stage: SpreadStage;
  #bySide = new Int32Array(SIDES.length);
  #i0 = 0;
  #i1 = 0;

  constructor(
    dataset: Dataset,
    aggregates: Aggregates,
    points: PlacePoints,
    stage: SpreadStage,
    cells: Cells | null = null,
  ) {
    this.#dataset = dataset;
    this.#aggregates = aggregates;
    this.#points = points;
    this.#stage = stage;
    this.cells = cells;
  }

  /** Rows beyond each side. */
  get beyond(): Record<Side, number> {
    return Object.fromEntries(SIDES.map((side, i) => [side, this.#bySide[i]])) as Record<Side, number>;
  }

  /**
   * Moves the window towards rows `[i0, i1)`, counting `most` rows at most; true once it is there. Until then what is counted is a part of the
   * rows between.
   */
  moveTo(i0: number, i1: number, most = Infinity): boolean {
    if (i1 <= this.#i0 || i0 >= this.#i1) {
      this.#clear();
      this.#i0 = this.#i1 = i0;
    }
    const within = (by: number) => Math.max(-most, Math.min(most, by));
    const left = this.#i0 + within(i0 - this.#i0);
    this.#count(this.#i0, left, -1);
    this.#count(left, this.#i0, 1);
    most -= Math.abs(left - this.#i0);
    this.#i0 = left;
    const right = this.#i1 + within(i1 - this.#i1);
    this.#count(right, this.#i1, -1);
    this.#count(this.#i1, right, 1);
    this.#i1 = right;
    return left === i0 && right === i1;
  }

  #clear(): void {
    this.#bySide.fill(0);
    this.cells?.primary.fill(0);
    this.cells?.counter.fill(0);
  }

  #count(from: number, to: number, step: 1 | -1): void {
    if (from >= to) return;
    const {series, place} = this.#dataset.columns;
    const stage = this.#stage;
    const {camera, width, height, frame} = stage;
    const {cells} = this;
    const bySide = this.#bySide;
    const aggregates = this.#aggregates;
    const {xy} = this.#points;
    const size = worldSize(camera.zoom);
    const [ox, oy] = this.#points.from(camera);
    const [middle, waist] = [width / 2, height / 2];
    for (let row = from; row < to; row++) {
      const at = place[row];
      const of = series[row];
      if (at === -1 || of > COUNTER || !aggregates.passes(row)) continue;
      const x = middle + nearest(xy[2 * at] + ox) * size;
      const y = waist + (xy[2 * at + 1] + oy) * size;
      if (isOff(stage, x, y)) bySide[sideBy(x - frame.x, y - frame.y, frame.width, frame.height)]! += step;
      if (cells !== null) cells.add(x, y, of, step);
    }
    cells?.settle(step);
  }
}

/** A distance in shares of the world, to the nearest of its copies. */
export const nearest = (dx: number): number => (dx > 0.5 ? dx - 1 : dx < -0.5 ? dx + 1 : dx);

/** Whether a point of the stage is beyond its frame or under something. */
export const isOff = ({frame, covers}: Pick<SpreadStage, "frame" | "covers">, x: number, y: number): boolean =>
  x < frame.x || x > frame.x + frame.width || y < frame.y || y > frame.y + frame.height || isCovered(covers, x, y);

export function isCovered(covers: readonly Box[], x: number, y: number): boolean {
  for (const box of covers) if (x < box.x + box.width && box.x < x && y < box.y + box.height && box.y < y) return true;
  return false;
}
