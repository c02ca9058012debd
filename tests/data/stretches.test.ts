// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Dataset} from "../../src/data/dataset.ts";
import {marksOf, STRIDE} from "../../src/data/rowMarks.ts";
import {atOnce} from "../../src/data/slices.ts";
import {Stretches} from "../../src/data/stretches.ts";

const length = 5000;
/** Four columns, one of them empty and one of many stretches, which leave out rows at both ends. */
const EDGES = Float64Array.of(7.5, 100, 100, 4000, 4990);

const cellOf = (row: number) => (row % 3 === 2 ? 4 : 0) + (row % 4);

/** Rows of no facet, of which every third is of the counter series. */
const marksOfRows = () => {
  const rows = Array.from({length}, (_, row) => row);
  const columns = {
    series: Uint8Array.from(rows, (row) => (row % 3 === 2 ? 1 : 0)),
    certainty: Uint8Array.from(rows, (row) => row % 4),
    background: new Uint8Array(length),
    categories: {},
  };
  return atOnce(marksOf({columns, length} as unknown as Dataset, []));
};

describe("counts by stretch", () => {
  it("equal a count of the primary rows before that pass, and find the last, after any changes", () => {
    const row = fc.nat(length - 1);
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.array(row, {maxLength: 30}), {maxLength: 8}),
        fc.array(fc.nat(length)),
        (allPass, runs, asked) => {
          const marks = marksOfRows();
          const fails = (marks.fails = new Uint16Array(length).fill(allPass ? 0 : 1));
          const start = Float64Array.from({length}, (_, row) => row);
          const stretches = new Stretches({columns: {start}, length} as unknown as Dataset, marks, EDGES);
          const check = () => {
            const counted = Array.from(fails.keys()).filter((row) => fails[row] === 0 && row % 3 !== 2);
            for (const row of [0, length, ...asked]) {
              const before = counted.filter((each) => each < row);
              expect(stretches.primaryIn(0, row)).toBe(before.length);
              expect(stretches.primaryIn(row, length)).toBe(counted.length - before.length);
              expect(stretches.primaryIn(row, Math.min(row + 700, length))).toBe(
                counted.filter((each) => each >= row && each < row + 700).length,
              );
              expect(stretches.last(row)).toBe(before.at(-1) ?? -1);
            }
            const columns = new Array(4 * 8).fill(0);
            for (const row of fails.keys()) {
              const column = EDGES.findLastIndex((edge) => edge <= row);
              if (fails[row] === 0 && column >= 0 && column < 4) columns[column * 8 + cellOf(row)]++;
            }
            expect([...stretches.byColumn()]).toEqual(columns);
          };
          check();
          for (const run of runs) {
            for (const row of run) {
              const passed = fails[row] === 0;
              fails[row] = passed ? 1 : 0;
              const stretch = stretches.starts.findLastIndex((start) => start <= row);
              stretches.counts[stretch * STRIDE + cellOf(row)]! += passed ? -1 : 1;
            }
            check();
          }
        },
      ),
      {numRuns: 40},
    );
  });
});
