// @vitest-environment node
import {describe, expect, it} from "vitest";
import {inBatches} from "../../../../src/data/import/bytes/batches.ts";

describe("rows in batches", () => {
  it("come once each and in order, those of a batch after they were touched", () => {
    for (const rows of [0, 1, 255, 256, 257, 1000]) {
      const worked: number[] = [];
      let touched = 0;
      const touch = (from: number, to: number) => {
        expect(from).toBe(touched);
        touched = to;
        return 0;
      };
      inBatches(rows, touch, (from, to) => {
        expect(to).toBeLessThanOrEqual(touched);
        for (let row = from; row < to; row++) worked.push(row);
      });
      expect(worked).toEqual(Array.from({length: rows}, (_, row) => row));
    }
  });

  it("need not be touched", () => {
    let last = 0;
    inBatches(600, null, (_, to) => (last = to));
    expect(last).toBe(600);
  });
});
