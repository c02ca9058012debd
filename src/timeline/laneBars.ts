import type {Aggregates} from "../data/aggregates.ts";
import {PRIMARY, type Dataset} from "../data/dataset.ts";
import {columnOf, type Measures} from "./columns.ts";
import {laneIndex, type Lane} from "./lanes.ts";

/** Primary reports by column and lane: `column * lanes + lane`. One pass over the rows between the edges. */
export function laneBins(
  dataset: Dataset,
  aggregates: Aggregates,
  lanes: readonly Lane[],
  edges: Float64Array,
): Uint32Array {
  const bins = edges.length - 1;
  const counts = new Uint32Array(lanes.length * bins);
  const laneOf = laneIndex(dataset, lanes);
  const {start, series, place} = dataset.columns;
  const [i0, i1] = dataset.rows(edges[0]!, edges[bins]!);
  let bin = 0;
  for (let row = i0; row < i1; row++) {
    while (edges[bin + 1]! <= start[row]!) bin++;
    if (series[row] !== PRIMARY || !aggregates.passes(row)) continue;
    const lane = place[row] === -1 ? laneOf.other : laneOf.of[place[row]!]!;
    if (lane !== -1) counts[bin * lanes.length + lane]!++;
  }
  return counts;
}

/** The bars on each lane as left, top, width and height in px one after another. Their areas, not their heights, are as the counts. */
export function laneRects(
  measures: Measures,
  counts: Uint32Array,
  lanes: number,
  laneHeight: number,
  laneY: (lane: number) => number,
): number[] {
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const rects: number[] = [];
  for (let at = 0; at < counts.length; at++) {
    if (counts[at] === 0) continue;
    const {x, width} = columnOf(measures, Math.floor(at / lanes));
    const height = Math.max(1, (laneHeight - 3) * Math.sqrt(counts[at]! / most));
    rects.push(x, laneY(at % lanes) + laneHeight / 2 - 1.5 - height, width, height);
  }
  return rects;
}
