import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {DateFormat} from "../../src/i18n/i18n.svelte.ts";
import {timeScale} from "../../src/timeline/scale.ts";
import {axisTicks} from "../../src/timeline/ticks.ts";

const DAY = 86_400_000;
const day = (text: string) => Date.parse(`${text}T00:00Z`);
const FORMATS: Partial<Record<DateFormat, Intl.DateTimeFormatOptions>> = {
  dayShort: {day: "numeric", month: "short"},
  dayShortYear: {day: "numeric", month: "short", year: "numeric"},
  monthShort: {month: "short"},
  monthShortYear: {month: "short", year: "numeric"},
  year: {year: "numeric"},
  time: {hour: "2-digit", minute: "2-digit"},
};
const format = (time: number, name: DateFormat) =>
  new Intl.DateTimeFormat("en-GB", {...FORMATS[name], timeZone: "UTC"}).format(time);
const measure = (text: string) => text.length * 6;
const ticksOf = (from: number, to: number, width: number, short = false) =>
  axisTicks([from, to], {
    scale: timeScale([from, to], 0, width),
    left: 0,
    right: width,
    format,
    measure,
    short,
  });

describe("ticks of the axis", () => {
  it("name the months of the shipped story, the first and January with the year", () => {
    const ticks = ticksOf(day("2023-10-17") - 1.25 * DAY, day("2024-02-09") + 1.25 * DAY, 1014);
    expect(ticks.map(({text}) => text)).toEqual(["Oct 2023", "Nov", "Dec", "Jan 2024", "Feb"]);
    expect(ticks[0]).toMatchObject({x: 0, line: false});
  });

  it("leave the years out where there is little room", () => {
    const ticks = ticksOf(day("2023-10-17") - 1.25 * DAY, day("2024-02-09") + 1.25 * DAY, 322, true);
    expect(ticks.map(({text}) => text)).toEqual(["Oct", "Nov", "Dec", "Jan", "Feb"]);
  });

  it("go from hours to centuries and never touch", () => {
    const span = fc.double({min: Math.log(DAY / 4), max: Math.log(900_000 * DAY), noNaN: true}).map(Math.exp);
    fc.assert(
      fc.property(
        span,
        fc.integer({min: -300_000, max: 15_000}),
        fc.integer({min: 200, max: 1600}),
        (length, at, width) => {
          const ticks = ticksOf(at * DAY, at * DAY + length, width);
          expect(ticks.length).toBeLessThan(60);
          for (let i = 1; i < ticks.length; i++) {
            const before = ticks[i - 1]!;
            expect(ticks[i]!.x).toBeGreaterThanOrEqual(before.x + (before.line ? 5 : 0) + measure(before.text));
          }
        },
      ),
    );
  });
});
