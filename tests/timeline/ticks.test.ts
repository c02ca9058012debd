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

  it("stand on round years as people count them, before the first year too", () => {
    const year = (n: number) => new Date(0).setUTCFullYear(n, 0, 1);
    const eras = (time: number, name: DateFormat) => {
      const at = new Date(time).getUTCFullYear();
      return name === "year" ? (at <= 0 ? `${1 - at} BC` : String(at)) : format(time, name);
    };
    const [from, to] = [year(-3000), year(2026)];
    const {x} = timeScale([from, to], 0, 1000);
    const ticks = axisTicks([from, to], {
      scale: timeScale([from, to], 0, 1000),
      left: 0,
      right: 1000,
      format: eras,
      measure,
      short: false,
    });
    expect(ticks.map(({text}) => text).filter(Boolean)).toEqual([
      ...["3000 BC", "2500 BC", "2000 BC", "1500 BC", "1000 BC", "500 BC"],
      ...["1", "500", "1000", "1500"],
    ]);
    expect(ticks[5]!.x).toBeCloseTo(x(year(-499)), 1);
  });

  it("name the year of a day once", () => {
    const texts = ticksOf(day("2023-12-30"), day("2024-01-12"), 900).map(({text}) => text);
    expect(texts.filter((text) => /2024/.test(text))).toEqual(["1 Jan 2024"]);
  });

  it("have finite places for any stretch, of an hour or of ten thousand years", () => {
    const year = (n: number) => new Date(0).setUTCFullYear(n, 0, 1);
    fc.assert(
      fc.property(fc.integer({min: -9000, max: 3000}), fc.double({min: 0.05, max: 4e6, noNaN: true}), (from, days) => {
        const ticks = ticksOf(year(from), year(from) + days * DAY, 700);
        expect(ticks.every(({x}) => Number.isFinite(x))).toBe(true);
        expect(ticks.length).toBeLessThan(60);
      }),
    );
  });
});
