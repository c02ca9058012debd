import {expect, it} from "vitest";
import {runsOf} from "../../src/still/stacks.ts";
import {shippedSession} from "../shippedSession.ts";

/** Lengths of the upright lines of a path, by column. */
const lengths = (d: string) =>
  [...d.matchAll(/M(\d+) (\d+)v(\d+)/g)].map(([, bin, level, length]) => [bin, level, length].map(Number));

it("stacks certainty upon certainty, and the counter series for itself", () => {
  // Two columns: 2 official and 1 claim over 1 counter; then 3 media.
  const counts = Uint32Array.from([2, 0, 1, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0]);
  const runs = runsOf(counts, [0, 1]);
  expect(runs).toEqual([
    {certainty: "official", counter: false, lit: true, d: "M0 0v2"},
    {certainty: "claim", counter: false, lit: true, d: "M0 2v1"},
    {certainty: "media", counter: true, lit: true, d: "M0 0v1"},
    {certainty: "media", counter: false, lit: false, d: "M1 0v3"},
  ]);
});

it("draws as many reports as the record holds, lit ones in the window only", async () => {
  const session = await shippedSession();
  const {aggregates} = session.selection.counts!;
  const [start, end] = session.axis.whole;
  const edges = Float64Array.from({length: Math.ceil((end - start) / 864e5) + 1}, (_, i) => start + i * 864e5);
  const from = edges.findIndex((edge) => edge + 864e5 > session.selection.window[0]);
  const to = edges.findIndex((edge) => edge >= session.selection.window[1]);
  const runs = runsOf(aggregates.binned(edges), [from, to]);
  const sum = (some: typeof runs) =>
    some.flatMap(({d}) => lengths(d)).reduce((total, [, , length]) => total + length!, 0);
  const {columns, length} = session.loaded!.dataset;
  const rows = Array.from({length}, (_, row) => row).filter((row) => columns.background[row] === 0);
  expect(sum(runs.filter(({counter}) => !counter))).toBe(rows.filter((row) => columns.series[row] === 0).length);
  expect(sum(runs.filter(({counter}) => counter))).toBe(rows.filter((row) => columns.series[row] === 1).length);
});
