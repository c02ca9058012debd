import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {BIN_UNITS, binEdges, type BinUnit} from "../../src/data/bins.ts";
import {addsUp, addUp, fineColumns, sameOr} from "../../src/timeline/binning.ts";

const DAY = 86_400_000;
const start = Date.UTC(1901, 4, 17);

describe("columns added up from finer ones", () => {
  it("hold what counting every row anew finds, wherever the axis stands and however wide its columns are", () => {
    const spans = [2, 40, 300, 4000, 20_000, 300_000].map((days) => days * DAY);
    const setting = fc.record({
      span: fc.constantFrom(...spans),
      times: fc.array(fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}), {maxLength: 60}),
      from: fc.double({min: 0, max: 0.9, noNaN: true}),
      share: fc.double({min: 0.05, max: 1, noNaN: true}),
      unit: fc.constantFrom(...BIN_UNITS),
    });
    let compared = 0;
    fc.assert(
      fc.property(setting, ({span, times, from, share, unit}) => {
        const whole = [start - DAY, start + span + DAY] as const;
        const fine = fineColumns(whole);
        fc.pre(addsUp(fine.unit, unit));
        const length = whole[1] - whole[0];
        const first = whole[0] + from * length;
        const edges = binEdges([first, Math.min(whole[1], first + share * length)], unit);
        const rows = times.map((time, i) => ({time: start + time * span, cell: i % 2}));
        const count = (edges: Float64Array) => {
          const counts = new Uint32Array((edges.length - 1) * 2);
          for (const {time, cell} of rows)
            for (let bin = 0; bin < edges.length - 1; bin++)
              if (time >= edges[bin]! && time < edges[bin + 1]!) counts[bin * 2 + cell]!++;
          return counts;
        };
        expect(addUp(count(fine.edges), fine.edges, edges, 2)).toEqual(count(edges));
        compared++;
      }),
      {numRuns: 60},
    );
    expect(compared).toBe(60);
  });

  it("are few enough to keep, however long the record is", () => {
    for (const days of [1, 60, 4000, 12_000, 50_000, 4_000_000])
      expect(fineColumns([0, days * DAY]).edges.length).toBeLessThanOrEqual(12_001);
    expect(fineColumns([0, 10 * 365 * DAY]).unit).toBe("day");
  });

  it("are never weeks of months, nor days of weeks", () => {
    const pairs: [BinUnit, BinUnit, boolean][] = [
      ["day", "week", true],
      ["day", "month", true],
      ["month", "week", false],
      ["month", "day", false],
      ["month", "year", true],
      ["day", "day", true],
      ["day", "hour", false],
    ];
    for (const [fine, unit, expected] of pairs) expect(addsUp(fine, unit)).toBe(expected);
  });

  it("are the same object as long as they are the same columns", () => {
    const kept = Float64Array.of(1, 2, 3);
    expect(sameOr(kept, Float64Array.of(1, 2, 3))).toBe(kept);
    const other = Float64Array.of(1, 2, 4);
    expect(sameOr(kept, other)).toBe(other);
  });
});
