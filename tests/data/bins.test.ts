// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Aggregates} from "../../src/data/aggregates.ts";
import {BIN_UNITS, binEdges, binUnit, type BinUnit, stepped} from "../../src/data/bins.ts";
import {CELLS} from "../../src/data/rowMarks.ts";
import {ms} from "../../src/data/calendar.ts";
import {at, csvOf, datasetOf, DAY} from "./fixture.ts";

const HOUR = DAY / 24;

/** What a time's column is called, from its UTC calendar alone. */
function label(time: number, unit: BinUnit): string {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  switch (unit) {
    case "hour":
      return date.toISOString().slice(0, -10);
    case "day":
      return date.toISOString().split("T")[0]!;
    case "week":
      return new Date(Math.floor(time / DAY - ((date.getUTCDay() + 6) % 7)) * DAY).toISOString().split("T")[0]!;
    case "month":
      return `${year}/${date.getUTCMonth()}`;
    case "quarter":
      return `${year}/Q${Math.floor(date.getUTCMonth() / 3)}`;
    case "year":
      return `${year}`;
    case "decade":
      return `${Math.floor(year / 10)}0s`;
    case "century":
      return `${Math.floor(year / 100)}00s`;
  }
}

const period = fc
  .tuple(
    fc.integer({min: ms(-3000), max: ms(3000)}),
    fc.oneof(fc.integer({min: 1, max: 400 * DAY}), fc.integer({min: 1, max: 1e13})),
  )
  .map(([start, span]) => [start, start + span] as const);

describe("the columns of a period", () => {
  it.each([
    ["2024-01-01", "2024-01-02", "hour"],
    ["2024-01-01", "2024-01-04", "hour"],
    ["2024-01-01", "2024-01-05", "day"],
    ["2023-10-17", "2024-02-10", "day"],
    ["2023-01-01", "2024-02-05", "day"],
    ["2023-01-01", "2024-02-06", "week"],
    ["2000-01-01", "2007-01-01", "week"],
    ["2000-01-01", "2010-01-01", "month"],
    ["1990-01-01", "2030-01-01", "quarter"],
    ["1900-01-01", "2030-01-01", "year"],
    ["1000-01-01", "2030-01-01", "decade"],
  ])("from %s to %s stand for one %s each", (start, end, unit) => {
    expect(binUnit([at(start), at(end)])).toBe(unit);
  });

  it("are centuries when even decades would be too many", () => {
    expect(binUnit([ms(-3000), ms(2000)])).toBe("century");
  });

  it("are at most 400, or as many as there is room for, and no coarser than that needs", () => {
    const most = fc.constantFrom(400, 400, 120, 40, 7);
    fc.assert(
      fc.property(period, most, (period, most) => {
        const unit = binUnit(period, most);
        const columns = binEdges(period, unit).length - 1;
        const at = BIN_UNITS.indexOf(unit);
        if (unit !== "century") expect(columns).toBeLessThanOrEqual(most);
        const finer = BIN_UNITS[at - 1];
        if (finer !== undefined && (finer !== "hour" || period[1] - period[0] <= 3 * DAY))
          expect(
            (period[1] - period[0]) /
              {
                hour: HOUR,
                day: DAY,
                week: 7 * DAY,
                month: 28 * DAY,
                quarter: 90 * DAY,
                year: 365 * DAY,
                decade: 3652 * DAY,
                century: 36_524 * DAY,
              }[finer],
          ).toBeGreaterThan(most - 2);
      }),
      {numRuns: 300},
    );
  });

  it("begin at the calendar's own borders, with none left out", () => {
    fc.assert(
      fc.property(period, (period) => {
        const unit = binUnit(period);
        const edges = [...binEdges(period, unit)];
        expect(edges[0]!).toBeLessThanOrEqual(period[0]);
        expect(edges[1]!).toBeGreaterThan(period[0]);
        expect(edges.at(-1)!).toBeGreaterThanOrEqual(period[1]);
        expect(edges.at(-2)!).toBeLessThan(period[1]);
        for (const edge of edges) expect(label(edge - 1, unit)).not.toBe(label(edge, unit));
        for (let i = 1; i < edges.length; i++) expect(label(edges[i]! - 1, unit)).toBe(label(edges[i - 1]!, unit));
      }),
      {numRuns: 200},
    );
  });

  it("end for the years furthest off too", () => {
    expect(binEdges([ms(-200_000), ms(200_001)], "century").length).toBe(4002);
  });
});

describe("the counts of the columns", () => {
  it("are those of a look at each row's calendar", () => {
    const row = fc.record({
      time: fc.integer({min: ms(2023, 12, 20), max: ms(2024, 1, 25)}).map((time) => Math.floor(time / HOUR) * HOUR),
      kind: fc.constantFrom("attack", "strike", "speech"),
      status: fc.constantFrom("official", "media", "claim", "disputed"),
      scope: fc.constantFrom("core", "background"),
    });
    const unit = fc.constantFrom(...BIN_UNITS);
    const kept = fc.subarray(["official", "media", "claim", "disputed"]);
    fc.assert(
      fc.property(fc.array(row, {minLength: 1, maxLength: 40}), unit, kept, (rows, unit, kept) => {
        const cells = rows.map((row) => [
          new Date(row.time).toISOString().slice(0, 16),
          row.kind,
          row.status,
          row.scope,
        ]);
        const dataset = datasetOf(csvOf(["start", "kind", "status", "scope"], cells), {
          mapping: {start: "start", certainty: "status"},
          series: {primary: {where: {kind: ["attack"]}}, counter: {where: {kind: ["strike"]}}},
          background: {scope: ["background"]},
          facets: ["status"],
        });
        const aggregates = new Aggregates(dataset, ["status"], "status");
        aggregates.filter({status: kept}, null);
        const edges = binEdges([ms(2024, 1, 1, 5), ms(2024, 1, 1, 5) + 15 * DAY], unit);
        const counts = aggregates.binned(edges);
        expect(counts.length).toBe((edges.length - 1) * CELLS);
        for (let bin = 0; bin < edges.length - 1; bin++) {
          const expected = ["attack", "strike"].flatMap((kind) =>
            ["official", "media", "claim", "disputed"].map(
              (status) =>
                rows.filter(
                  (row) =>
                    label(row.time, unit) === label(edges[bin]!, unit) &&
                    row.kind === kind &&
                    row.status === status &&
                    row.scope === "core" &&
                    kept.includes(status),
                ).length,
            ),
          );
          expect([...counts.slice(bin * CELLS, (bin + 1) * CELLS)]).toEqual(expected);
        }
      }),
      {numRuns: 60},
    );
  });

  it("of no columns are none", () => {
    const dataset = datasetOf("start\n2023-10-17");
    expect(new Aggregates(dataset, []).binned(Float64Array.of(0))).toHaveLength(0);
  });
});

describe("a step of the calendar", () => {
  it("lands on the nearest boundary of longer steps", () => {
    expect(stepped(at("2023-12-08"), "month", 1)).toBe(at("2024-01-01"));
    expect(stepped(at("2023-12-08"), "month", -1)).toBe(at("2023-12-01"));
    expect(stepped(at("2023-12-01"), "month", -1)).toBe(at("2023-11-01"));
    expect(stepped(at("1987-05-05"), "decade", 1)).toBe(at("1990-01-01"));
    expect(stepped(at("1987-05-05"), "decade", -1)).toBe(at("1980-01-01"));
    expect(stepped(at("2023-12-08") + 5, "day", -1)).toBe(at("2023-12-08"));
  });

  it("is three months for a quarter, from its own first day", () => {
    expect(stepped(at("2023-11-08"), "quarter", 1)).toBe(at("2024-01-01"));
    expect(stepped(at("2023-11-08"), "quarter", -1)).toBe(at("2023-10-01"));
  });
});
