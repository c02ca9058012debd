import {bisectRight} from "d3";
import type {Aggregates} from "../data/aggregates.ts";
import {CELLS} from "../data/rowMarks.ts";
import {CERTAINTIES, CONTEXT, PRIMARY, type Dataset} from "../data/dataset.ts";
import type {TimeScale} from "./scale.ts";

const CLASSES = CERTAINTIES.length;
/** Above this many reports in a column they are drawn as bars. */
export const MOST_BLOCKS = 12;
const MOST_MARKS = 2000;
const LEAST_WIDTH = 1.7;
export const COLUMN = 0.8;

/** The tallest column above the baseline and below it, in reports. */
export function tallest(counts: Uint32Array): [primary: number, counter: number] {
  let primary = 0;
  let counter = 0;
  for (let at = 0; at < counts.length; at += CELLS) {
    let above = 0;
    let below = 0;
    for (let c = 0; c < CLASSES; c++) {
      above += counts[at + c]!;
      below += counts[at + CLASSES + c]!;
    }
    primary = Math.max(primary, above);
    counter = Math.max(counter, below);
  }
  return [primary, counter];
}

/** Whether each report can be a mark of its own, in columns `width` px wide. */
export function fitsBlocks(counts: Uint32Array, width: number): boolean {
  const [primary, counter] = tallest(counts);
  const marks = counts.reduce((sum, n) => sum + n, 0);
  return width >= LEAST_WIDTH && primary <= MOST_BLOCKS && counter <= MOST_BLOCKS && marks <= MOST_MARKS;
}

/** Rows in order of column, series and certainty, and in time within that; `offsets[bin * 8 + cell]` is where a cell begins. */
export interface Stacks {
  rows: Uint32Array;
  offsets: Uint32Array;
}

export function stackRows(dataset: Dataset, aggregates: Aggregates, edges: Float64Array, counts: Uint32Array): Stacks {
  const {start, series, certainty} = dataset.columns;
  const offsets = new Uint32Array(counts.length + 1);
  for (let cell = 0; cell < counts.length; cell++) offsets[cell + 1] = offsets[cell]! + counts[cell]!;
  const next = offsets.slice();
  const rows = new Uint32Array(offsets[counts.length]!);
  const [i0, i1] = dataset.rows(edges[0]!, edges[edges.length - 1]!);
  let bin = 0;
  for (let row = i0; row < i1; row++) {
    while (edges[bin + 1]! <= start[row]!) bin++;
    if (series[row] === CONTEXT || !aggregates.passes(row)) continue;
    rows[next[bin * CELLS + (series[row] === PRIMARY ? 0 : CLASSES) + certainty[row]!]!++] = row;
  }
  return {rows, offsets};
}

/** One report as a mark: level 0 touches the baseline. */
export interface Block {
  row: number;
  bin: number;
  level: number;
  counter: boolean;
}

export function blocksOf({rows, offsets}: Stacks, bin: number): Block[] {
  const first = offsets[bin * CELLS]!;
  const below = offsets[bin * CELLS + CLASSES]!;
  const end = offsets[(bin + 1) * CELLS]!;
  return Array.from(rows.subarray(first, end), (row, i) => {
    const counter = first + i >= below;
    return {row, bin, level: counter ? first + i - below : i, counter};
  });
}

/** The mark of a row, null when it has none. */
export function blockOf(stacks: Stacks, dataset: Dataset, edges: Float64Array, row: number): Block | null {
  if (row < 0) return null;
  const bin = binAt(edges, dataset.columns.start[row]!);
  return bin === -1 ? null : (blocksOf(stacks, bin).find((block) => block.row === row) ?? null);
}

/** The column that holds a time, -1 outside. */
export function binAt(edges: Float64Array, time: number): number {
  const bin = bisectRight(edges, time) - 1;
  return bin >= edges.length - 1 ? -1 : bin;
}

/** What the marks are measured by: `unit` and `counterUnit` are the heights of one report. */
export interface Measures {
  edges: Float64Array;
  scale: TimeScale;
  baseline: number;
  unit: number;
  counterUnit: number;
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

const GAP = 1.2;
/** Px between the baseline and the counter series. */
export const BELOW = 2;

/** The column of a bin, from left to right. */
export function columnOf({edges, scale}: Measures, bin: number): {x: number; width: number} {
  const x0 = scale.x(edges[bin]!);
  const pitch = scale.x(edges[bin + 1]!) - x0;
  return {x: x0 + (pitch * (1 - COLUMN)) / 2, width: pitch * COLUMN};
}

export function blockRect(measures: Measures, {bin, level, counter}: Block): Rect {
  const {x, width} = columnOf(measures, bin);
  const {baseline, unit, counterUnit} = measures;
  const gap = Math.min(GAP, unit * 0.15);
  return counter
    ? {x, y: baseline + BELOW + level * counterUnit, width, height: counterUnit - gap}
    : {x, y: baseline - (level + 1) * unit + gap / 2, width, height: unit - gap};
}

/** The report at a point, null for none; the gaps between columns count as the nearer column. */
export function hitBlock(measures: Measures, stacks: Stacks, x: number, y: number): Block | null {
  const {edges, scale, baseline, unit, counterUnit} = measures;
  const bin = binAt(edges, scale.time(x));
  if (bin === -1) return null;
  const counter = y > baseline;
  const level = Math.floor(counter ? (y - baseline - BELOW) / counterUnit : (baseline - y) / unit);
  return blocksOf(stacks, bin).find((block) => block.counter === counter && block.level === level) ?? null;
}
