import {beforeAll, describe, expect, it} from "vitest";
import {Aggregates} from "../../src/data/aggregates.ts";
import {binEdges} from "../../src/data/bins.ts";
import type {Dataset} from "../../src/data/dataset.ts";
import {
  blockOf,
  blockRect,
  blocksOf,
  fitsBlocks,
  hitBlock,
  stackRows,
  type Measures,
} from "../../src/timeline/columns.ts";
import {timeScale} from "../../src/timeline/scale.ts";
import {openSession} from "./shipped.ts";

let dataset: Dataset;
let aggregates: Aggregates;
let edges: Float64Array;
let counts: Uint32Array;
beforeAll(async () => {
  const session = await openSession();
  dataset = session.loaded!.dataset;
  aggregates = session.selection.filtered!.aggregates;
  edges = binEdges(dataset.extent, "day");
  counts = aggregates.binned(edges);
});

const measures = (): Measures => ({
  edges,
  scale: timeScale(dataset.extent, 0, 1014),
  baseline: 239.5,
  unit: 14.4,
  counterUnit: 11,
});
const DAY = 86_400_000;

describe("columns of blocks", () => {
  it("hold the rows that a search through the whole table finds, surest first", () => {
    const stacks = stackRows(dataset, aggregates, edges, counts);
    const {start, series, certainty, background} = dataset.columns;
    for (let bin = 0; bin < edges.length - 1; bin++) {
      const rows = [...Array(dataset.length).keys()].filter(
        (row) => Math.floor(start[row]! / DAY) * DAY === edges[bin] && background[row] === 0 && series[row]! < 2,
      );
      const expected = [0, 1].flatMap((kind) =>
        rows.filter((row) => series[row] === kind).sort((a, b) => certainty[a]! - certainty[b]! || a - b),
      );
      expect(blocksOf(stacks, bin).map(({row}) => row)).toEqual(expected);
    }
  });

  it("never hold a background row", () => {
    const stacks = stackRows(dataset, aggregates, edges, counts);
    expect([...stacks.rows].some((row) => dataset.columns.background[row] === 1)).toBe(false);
  });

  it("give back the report under the middle of its own block, and find it by its row", () => {
    const stacks = stackRows(dataset, aggregates, edges, counts);
    for (const row of stacks.rows) {
      const block = blockOf(stacks, dataset, edges, row)!;
      const {x, y, width, height} = blockRect(measures(), block);
      expect(hitBlock(measures(), stacks, x + width / 2, y + height / 2)?.row).toBe(row);
    }
  });

  it("hit nothing in the air above a column", () => {
    const stacks = stackRows(dataset, aggregates, edges, counts);
    expect(hitBlock(measures(), stacks, 500, 20)).toBeNull();
  });

  it("give way to bars when a column holds more than twelve, or is too narrow to see", () => {
    expect(fitsBlocks(counts, 7)).toBe(true);
    expect(fitsBlocks(counts, 1)).toBe(false);
    const crowded = counts.slice();
    crowded[0] = 13;
    expect(fitsBlocks(crowded, 7)).toBe(false);
  });
});
