import {bisectLeft} from "d3";
import {binEdges, binUnit, type BinUnit} from "../data/bins.ts";
import {CELLS} from "../data/rowMarks.ts";
import {CERTAINTIES, CONTEXT, COUNTER, PRIMARY, type Dataset} from "../data/dataset.ts";

const MOST_COLUMNS = 60;

export interface PreviewColumns {
  unit: BinUnit;
  edges: Float64Array;
  /** `column * 8 + certainty` for the primary series, `+ 4` for the counter series. */
  counts: Uint32Array;
  /** Rows of the tallest column above and below the line. */
  above: number;
  below: number;
  /** Rows of neither series, and rows of either. */
  listed: number;
  drawn: number;
}

/** Counts the rows of a table by the finest calendar unit of which at most 60 columns cover it. */
export function previewColumns(dataset: Dataset): PreviewColumns {
  const unit = binUnit(dataset.extent, MOST_COLUMNS);
  const edges = binEdges(dataset.extent, unit);
  const counts = new Uint32Array((edges.length - 1) * CELLS);
  const {start, series, certainty, background} = dataset.columns;
  const half = CERTAINTIES.length;
  let row = bisectLeft(start, edges[0]!);
  let listed = dataset.length;
  let drawn = 0;
  let above = 0;
  let below = 0;
  for (let column = 0; column < edges.length - 1; column++) {
    const sums = [0, 0];
    for (; row < dataset.length && start[row]! < edges[column + 1]!; row++) {
      if (series[row] === CONTEXT || background[row] === 1) continue;
      const side = series[row] === COUNTER ? COUNTER : PRIMARY;
      counts[column * CELLS + side * half + certainty[row]!]!++;
      sums[side]!++;
    }
    above = Math.max(above, sums[PRIMARY]!);
    below = Math.max(below, sums[COUNTER]!);
    drawn += sums[PRIMARY]! + sums[COUNTER]!;
  }
  listed -= drawn;
  return {unit, edges, counts, above, below, listed, drawn};
}

/** The box that holds all places, in degrees; null when there is none. */
export function boxOf(dataset: Dataset): {south: number; north: number; west: number; east: number} | null {
  const {lat, lon} = dataset.columns.places;
  if (lat.length === 0) return null;
  const box = {south: 90, north: -90, west: 180, east: -180};
  for (let i = 0; i < lat.length; i++) {
    box.south = Math.min(box.south, lat[i]!);
    box.north = Math.max(box.north, lat[i]!);
    box.west = Math.min(box.west, lon[i]!);
    box.east = Math.max(box.east, lon[i]!);
  }
  return box;
}
