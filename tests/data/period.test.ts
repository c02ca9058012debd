// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {formatPeriod, parsePeriod} from "../../src/data/period.ts";
import {at, DAY} from "./fixture.ts";

describe("a period", () => {
  it.each([
    ["2023-10-17..2024-01-31", "2023-10-17", "2024-02-01"],
    ["2023-10-17..2023-10-17", "2023-10-17", "2023-10-18"],
    ["2023-12-08", "2023-12-08", "2023-12-09"],
    ["2023-12", "2023-12-01", "2024-01-01"],
    ["2023", "2023-01-01", "2024-01-01"],
    ["2023-10..2024-02", "2023-10-01", "2024-03-01"],
    ["2023-10-17T04:15..2023-10-17T10:00", "2023-10-17T04:15", "2023-10-17T10:00"],
    ["2023-10-17T04:15..2023-10-17", "2023-10-17T04:15", "2023-10-18"],
  ])("%s runs from %s to before %s", (text, start, end) => {
    expect(parsePeriod(text)).toEqual({start: at(start), end: at(end)});
  });

  it("may be open at either end", () => {
    expect(parsePeriod("2023-12-01..")).toEqual({start: at("2023-12-01"), end: null});
    expect(parsePeriod("..2024-01")).toEqual({start: null, end: at("2024-02-01")});
  });

  it.each([
    "",
    "..",
    "...",
    "2024-01-31..2023-10-17",
    "2023-10-17T10:00..2023-10-17T10:00",
    "2023-10-17T10:00..2023-10-17T04:15",
    "2023-02-30..2023-03-01",
    "2023-10-17..2023-02-30",
    "2023-10-17..2023-10-18..2023-10-19",
    "yesterday..",
    "..__proto__",
    "2023-10-17-2023-10-18",
    ".".repeat(100_000),
  ])("%s is none", (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it("says the last day of a window that ends at midnight, and the time of any other", () => {
    expect(formatPeriod([at("2023-10-17"), at("2023-12-09")])).toBe("2023-10-17..2023-12-08");
    expect(formatPeriod([at("2023-10-17T04:15"), at("2023-12-08T10:00")])).toBe("2023-10-17T04:15..2023-12-08T10:00");
    expect(formatPeriod([at("2023-12-08T12:00"), at("2023-12-09")])).toBe("2023-12-08T12:00..2023-12-08");
  });

  it("of whole minutes is read back as it was", () => {
    const minute = fc.integer({min: -2_000_000_000, max: 2_000_000_000});
    fc.assert(
      fc.property(minute, fc.integer({min: 1, max: 10_000_000}), (start, length) => {
        const period = [start * 60_000, (start + length) * 60_000] as const;
        expect(parsePeriod(formatPeriod(period))).toEqual({start: period[0], end: period[1]});
      }),
    );
  });

  it("of whole days is read back as it was", () => {
    fc.assert(
      fc.property(fc.integer({min: -800_000, max: 800_000}), fc.integer({min: 1, max: 100_000}), (start, length) => {
        const period = [start * DAY, (start + length) * DAY] as const;
        expect(formatPeriod(period)).not.toContain("T");
        expect(parsePeriod(formatPeriod(period))).toEqual({start: period[0], end: period[1]});
      }),
    );
  });
});
