// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {BlockSums} from "../../src/data/blockSums.ts";

describe("sums by block", () => {
  it("equal a count of the rows before, and find the last, after any changes", () => {
    const length = 5000;
    const row = fc.nat(length - 1);
    fc.assert(
      fc.property(fc.array(fc.array(row, {maxLength: 30}), {maxLength: 8}), fc.array(fc.nat(length)), (runs, asked) => {
        const counted = new Set<number>();
        const sums = new BlockSums(length, (row) => counted.has(row));
        for (const run of runs) {
          for (const row of run) {
            const isIn = counted.delete(row);
            if (!isIn) counted.add(row);
            sums.add(row, isIn ? -1 : 1);
          }
          for (const row of [0, length, ...asked]) {
            const before = [...counted].filter((each) => each < row);
            expect(sums.before(row)).toBe(before.length);
            expect(sums.last(row)).toBe(Math.max(-1, ...before));
          }
        }
        sums.clear();
        counted.clear();
        expect(sums.before(length)).toBe(0);
        expect(sums.last(length)).toBe(-1);
      }),
    );
  });
});
