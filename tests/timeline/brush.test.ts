import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dragged, endOfStep, keyed} from "../../src/timeline/brush.ts";

const DAY = 86_400_000;
const day = (text: string) => Date.parse(`${text}T00:00Z`);
const limits = [day("2023-10-17"), day("2024-02-09")] as const;

describe("dragging the window", () => {
  it("moves one end by whole days and leaves the other alone", () => {
    const window = [day("2023-10-17"), day("2023-12-09")] as const;
    expect(dragged(window, "end", day("2023-12-20") + 0.4 * DAY, limits)).toEqual([window[0], day("2023-12-20")]);
    expect(dragged(window, "start", day("2023-11-01") - 0.3 * DAY, limits)).toEqual([day("2023-11-01"), window[1]]);
  });

  it("moves both and keeps the length at either end of the record", () => {
    const window = [day("2023-11-01"), day("2023-11-11")] as const;
    expect(dragged(window, "both", day("2024-06-01"), limits)).toEqual([limits[1] - 10 * DAY, limits[1]]);
    expect(dragged(window, "both", day("2020-06-01"), limits)).toEqual([limits[0], limits[0] + 10 * DAY]);
  });

  it("stays inside the record, a day long at least, on whole days, wherever the pointer goes", () => {
    const span = (limits[1] - limits[0]) / DAY;
    const window = fc
      .tuple(fc.integer({min: 0, max: span - 1}), fc.integer({min: 1, max: span}))
      .filter(([a, b]) => a < b)
      .map(([a, b]) => [limits[0] + a * DAY, limits[0] + b * DAY] as const);
    const time = fc.integer({min: limits[0] - 50 * DAY, max: limits[1] + 50 * DAY});
    fc.assert(
      fc.property(
        window,
        fc.constantFrom("start" as const, "end" as const, "both" as const),
        time,
        (from, part, to) => {
          const [start, end] = dragged(from, part, to, limits);
          expect(start).toBeGreaterThanOrEqual(limits[0]);
          expect(end).toBeLessThanOrEqual(limits[1]);
          expect(end - start).toBeGreaterThanOrEqual(DAY);
          expect([start % DAY, end % DAY]).toEqual([0, 0]);
          if (part === "both") expect(end - start).toBe(from[1] - from[0]);
        },
      ),
    );
  });

  it("puts the playhead at the end of the day that is pointed at", () => {
    expect(endOfStep(day("2023-12-08"))).toBe(day("2023-12-09"));
    expect(endOfStep(day("2023-12-08") + 0.99 * DAY)).toBe(day("2023-12-09"));
  });
});

describe("keys of a slider", () => {
  it.each([
    ["ArrowRight", "2023-12-10"],
    ["ArrowLeft", "2023-12-08"],
    ["PageUp", "2023-12-16"],
    ["PageDown", "2023-12-02"],
    ["Home", "2023-10-17"],
    ["End", "2024-02-09"],
  ])("%s goes from 9 December to %s", (key, to) => {
    expect(keyed(key, day("2023-12-09"), "day", limits)).toBe(day(to));
  });

  it("does nothing on other keys", () => {
    expect(keyed("a", limits[0], "day", limits)).toBeNull();
  });
});
