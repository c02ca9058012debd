// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {DAY} from "../../../src/data/calendar.ts";
import {hasChoice, routeOf, windowOf, type Stretch} from "../../../src/out/video/route.ts";

const day = (text: string) => Date.parse(`${text}T00:00Z`);
const EXTENT = [day("2023-10-17"), day("2024-02-17")] as const;
const shown = (mode: "accumulate" | "slide", from: string, to: string) => ({
  mode,
  window: [day(from), day(to)] as const,
  extent: EXTENT,
  step: DAY,
});

describe("adding up", () => {
  it("begins with the window's first day and ends where the playhead stands", () => {
    const route = routeOf(shown("accumulate", "2023-11-01", "2023-12-01"), "shown");
    expect(windowOf(route, 0, false)).toEqual([day("2023-11-01"), day("2023-11-02")]);
    expect(windowOf(route, 1, false)).toEqual([day("2023-11-01"), day("2023-12-01")]);
  });

  it("plays the whole record when asked to", () => {
    const route = routeOf(shown("accumulate", "2023-11-01", "2023-12-01"), "record");
    expect(windowOf(route, 0, false)).toEqual([EXTENT[0], EXTENT[0] + DAY]);
    expect(windowOf(route, 1, false)).toEqual(EXTENT);
  });
});

describe("sliding", () => {
  it("takes a window of the same length from the record's start to where it stands", () => {
    const route = routeOf(shown("slide", "2023-12-01", "2023-12-08"), "shown");
    expect(windowOf(route, 0, false)).toEqual([EXTENT[0], EXTENT[0] + 7 * DAY]);
    expect(windowOf(route, 1, false)).toEqual([day("2023-12-01"), day("2023-12-08")]);
    expect(windowOf(routeOf(shown("slide", "2023-12-01", "2023-12-08"), "record"), 1, false)).toEqual([
      EXTENT[1] - 7 * DAY,
      EXTENT[1],
    ]);
  });

  it("adds up where there is no room to slide in", () => {
    expect(routeOf(shown("slide", "2023-10-17", "2024-02-17"), "record").mode).toBe("accumulate");
    expect(routeOf(shown("slide", "2023-10-17", "2023-10-24"), "shown").mode).toBe("accumulate");
  });
});

describe("any route", () => {
  const days = fc.integer({min: 0, max: 122});
  const anyShown = fc.record({
    mode: fc.constantFrom("accumulate", "slide" as const),
    from: days,
    length: fc.integer({min: 1, max: 123}),
    stretch: fc.constantFrom<Stretch>("shown", "record"),
    stepwise: fc.boolean(),
  });
  it("stays inside the record, never goes back, and ends where it is to end", () => {
    fc.assert(
      fc.property(anyShown, ({mode, from, length, stretch, stepwise}) => {
        const start = EXTENT[0] + from * DAY;
        const view = {
          mode,
          window: [start, Math.min(EXTENT[1], start + length * DAY)] as const,
          extent: EXTENT,
          step: DAY,
        };
        const route = routeOf(view as never, stretch);
        let before = -Infinity;
        for (let i = 0; i <= 200; i++) {
          const [t0, t1] = windowOf(route, i / 200, stepwise);
          expect(t0).toBeGreaterThanOrEqual(EXTENT[0]);
          expect(t1).toBeGreaterThan(t0);
          expect(t1).toBeGreaterThanOrEqual(before);
          if (stepwise) expect(t1 % DAY).toBe(0);
          expect(Number.isInteger(t1)).toBe(true);
          before = t1;
        }
        expect(before).toBe(stretch === "record" ? EXTENT[1] : view.window[1]);
      }),
    );
  });

  it("by whole days shows every day as long as any other, within a frame", () => {
    const route = routeOf(shown("accumulate", "2023-10-17", "2024-02-17"), "record");
    const frames = 600;
    const shownFor = new Map<number, number>();
    for (let i = 0; i < frames; i++) {
      const [, end] = windowOf(route, i / (frames - 1), true);
      shownFor.set(end, (shownFor.get(end) ?? 0) + 1);
    }
    expect(shownFor.size).toBe(123);
    expect(Math.max(...shownFor.values()) - Math.min(...shownFor.values())).toBeLessThanOrEqual(1);
  });
});

describe("a choice of stretch", () => {
  it("is there only where the two are not the same", () => {
    expect(hasChoice(shown("accumulate", "2023-10-17", "2024-02-17"))).toBe(false);
    expect(hasChoice(shown("accumulate", "2023-10-17", "2024-01-17"))).toBe(true);
    expect(hasChoice(shown("accumulate", "2023-11-17", "2024-02-17"))).toBe(true);
    expect(hasChoice(shown("slide", "2024-02-10", "2024-02-17"))).toBe(false);
  });
});
