import {expect, it} from "vitest";
import {speedsFor} from "../../src/timeline/speeds.ts";

const DAY = 86_400_000;

it("offers speeds that play the record in seconds or minutes, and the one in use", () => {
  expect(speedsFor([0, 115 * DAY], 2)).toEqual([0.5, 1, 2, 4, 8, 16]);
  expect(speedsFor([0, 115 * DAY], 3)).toContain(3);
  expect(speedsFor([0, DAY], 0.5)).toEqual([0.5]);
  expect(speedsFor([0, 12_000 * DAY], 256)[0]).toBeGreaterThanOrEqual(40);
});
