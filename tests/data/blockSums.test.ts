// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {BlockSums, SHIFT} from "../../src/data/blockSums.ts";
import type {Dataset} from "../../src/data/dataset.ts";
import {RowMarks} from "../../src/data/rowMarks.ts";

const length = 5000;

/** Rows of no facet, of which every third is of the counter series. */
const marksOf = () => {
  const rows = Array.from({length}, (_, row) => row);
  const columns = {
    series: Uint8Array.from(rows, (row) => (row % 3 === 2 ? 1 : 0)),
    certainty: Uint8Array.from(rows, (row) => row % 4),
    background: new Uint8Array(length),
    categories: {},
  };
  return new RowMarks({columns, length} as unknown as Dataset, []);
};

describe("sums by stretch", () => {
  it("equal a count of the primary rows before that pass, and find the last, after any changes", () => {
    const row = fc.nat(length - 1);
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(fc.array(row, {maxLength: 30}), {maxLength: 8}),
        fc.array(fc.nat(length)),
        (allPass, runs, asked) => {
          const marks = marksOf();
          marks.fails.fill(allPass ? 0 : 1);
          const sums = new BlockSums(marks);
          const check = () => {
            const counted = Array.from(marks.fails.keys()).filter((row) => marks.fails[row] === 0 && row % 3 !== 2);
            for (const row of [0, length, ...asked]) {
              const before = counted.filter((each) => each < row);
              expect(sums.before(row)).toBe(before.length);
              expect(sums.last(row)).toBe(before.at(-1) ?? -1);
            }
          };
          check();
          for (const run of runs) {
            for (const row of run) {
              const passed = marks.fails[row] === 0;
              marks.fails[row] = passed ? 1 : 0;
              if (row % 3 !== 2) sums.sums[row >> SHIFT]! += passed ? -1 : 1;
            }
            sums.changed();
            check();
          }
        },
      ),
      {numRuns: 40},
    );
  });
});
