import type {Aggregates} from "../data/aggregates.ts";
import {CELLS} from "../data/rowMarks.ts";
import {CERTAINTIES, CONTEXT, COUNTER, PRIMARY, type Dataset} from "../data/dataset.ts";
import {DAY} from "../data/calendar.ts";
import {binAt} from "./columns.ts";
import type {TimeScale} from "./scale.ts";

const CLASSES = CERTAINTIES.length;

/** One line of the plot: a place, or all that are not named (-1). */
export interface Lane {
  place: number;
}

/** Rows of the primary series at each place in the whole record, background left out. */
export function placeCounts(dataset: Dataset): Uint32Array {
  const counts = new Uint32Array(dataset.placeCount);
  const {place, series, background} = dataset.columns;
  for (let row = 0; row < dataset.length; row++)
    if (place[row] !== -1 && series[row] === PRIMARY && background[row] === 0) counts[place[row]!]!++;
  return counts;
}

/** Places by reports in the whole record, most first; those with none are left out. */
export interface Ranked {
  order: readonly number[];
  /** Some reports are at none of them. */
  elsewhere: boolean;
}

/** One pass over the record. */
export function rankPlaces(dataset: Dataset): Ranked {
  const counts = placeCounts(dataset);
  const order = Array.from(counts, (_, place) => place)
    .filter((place) => counts[place]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || a - b);
  const {place, series, background} = dataset.columns;
  const elsewhere = place.some(
    (at, row) => series[row] !== CONTEXT && background[row] === 0 && (at === -1 || counts[at] === 0),
  );
  return {order, elsewhere};
}

/** The places with most reports, as many as `fit`; the last lane is for all others when there are any. */
export function chooseLanes({order, elsewhere}: Ranked, fit: number): Lane[] {
  const others = elsewhere || order.length > fit;
  const named = order.slice(0, others ? Math.max(0, fit - 1) : fit);
  return [...named.map((place) => ({place})), ...(others ? [{place: -1}] : [])];
}

/** Primary reports of each lane inside the window that the aggregates stand on. */
export function laneCounts(lanes: readonly Lane[], aggregates: Aggregates): number[] {
  let named = 0;
  const cells = new Uint32Array(CELLS);
  return lanes.map(({place}) => {
    if (place === -1) return aggregates.bySeries[PRIMARY]! - named;
    aggregates.countPlace(place, cells);
    let count = 0;
    for (let c = 0; c < CLASSES; c++) count += cells[c]!;
    named += count;
    return count;
  });
}

export interface Bead {
  row: number;
  bin: number;
  lane: number;
  x: number;
  counter: boolean;
  certainty: number;
  /** Right end of a bar for what lasted longer than its column. */
  until: number | null;
}

/** The reports of the extent on their lanes; several of one column stand side by side in it. */
export function beadsOf(
  dataset: Dataset,
  aggregates: Aggregates,
  lanes: readonly Lane[],
  edges: Float64Array,
  scale: TimeScale,
  radius: number,
): Bead[] {
  const laneOf = laneIndex(dataset, lanes);
  const {start, end, series, certainty, place} = dataset.columns;
  const [i0, i1] = dataset.rows(edges[0]!, edges[edges.length - 1]!);
  const groups = new Map<number, Bead[]>();
  for (let row = i0; row < i1; row++) {
    if (series[row]! > COUNTER || !aggregates.passes(row)) continue;
    const lane = place[row] === -1 ? laneOf.other : laneOf.of[place[row]!]!;
    if (lane === -1) continue;
    const bin = binAt(edges, start[row]!);
    const long = end[row]! - start[row]! > DAY && end[row]! > edges[bin + 1]!;
    const bead: Bead = {
      row,
      bin,
      lane,
      x: 0,
      counter: series[row] === COUNTER,
      certainty: certainty[row]!,
      until: long ? scale.x(end[row]!) : null,
    };
    const key = lane * edges.length + bin;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [bead]);
    else group.push(bead);
  }
  const beads: Bead[] = [];
  for (const group of groups.values()) {
    const {bin} = group[0]!;
    const x0 = scale.x(edges[bin]!);
    const pitch = scale.x(edges[bin + 1]!) - x0;
    const step = Math.min(1.9 * radius, Math.max(0, pitch - 1) / group.length);
    group.forEach((bead, i) => (bead.x = x0 + pitch / 2 + (i - (group.length - 1) / 2) * step));
    beads.push(...group);
  }
  return beads.sort((a, b) => a.bin - b.bin || a.row - b.row);
}

/** Lane of each place, and of what has none. */
export function laneIndex(dataset: Dataset, lanes: readonly Lane[]): {of: Int32Array; other: number} {
  const other = lanes.findIndex(({place}) => place === -1);
  const of = new Int32Array(dataset.placeCount).fill(other);
  lanes.forEach(({place}, lane) => {
    if (place !== -1) of[place] = lane;
  });
  return {of, other};
}
