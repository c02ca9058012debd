import {describe, expect, it} from "vitest";
import {sparkBars, sparkEdges, sparkPitch, sparkScale} from "../../src/map/sparks.ts";
import {isReport, within, type Row} from "../data/shipped/tables.ts";
import {shippedSession} from "../shippedSession.ts";

const DAY = 86_400_000;
const day = (text: string) => Date.parse(`${text}T00:00Z`);

describe("the bars of a spark", () => {
  it("are weeks from the window's own first day", () => {
    const {unit, edges} = sparkEdges([day("2023-10-17"), day("2023-12-09")]);
    expect(unit).toBe("week");
    expect(edges.map((edge) => new Date(edge).toISOString().slice(0, 10))).toEqual([
      "2023-10-17",
      "2023-10-24",
      "2023-10-31",
      "2023-11-07",
      "2023-11-14",
      "2023-11-21",
      "2023-11-28",
      "2023-12-05",
      "2023-12-12",
    ]);
  });

  it.each([
    ["2023-01-01", "2023-05-21", "week", 20],
    ["2023-01-01", "2023-05-22", "month", 5],
    ["2000-01-01", "2001-09-01", "month", 20],
    ["2000-01-15", "2001-09-20", "year", 2],
    ["1800-01-01", "2000-01-01", "decade", 20],
    ["1000-01-01", "2000-01-01", "century", 10],
  ])("are at most twenty: %s to %s", (start, end, unit, bars) => {
    const found = sparkEdges([day(start), day(end)]);
    expect([found.unit, found.edges.length - 1]).toEqual([unit, bars]);
    expect(found.edges[0]).toBe(day(start));
    expect(found.edges.at(-1)).toBeGreaterThanOrEqual(day(end));
  });

  it.each([
    ["2023-10-17", "2023-12-08", {}],
    ["2023-10-17", "2024-02-07", {}],
    ["2023-11-02", "2024-01-09", {status: ["us_official"]}],
  ] as [string, string, Record<string, string[]>][])(
    "count what a walk over the file counts, %s to %s",
    async (first, last, show) => {
      const session = await shippedSession({time: `${first}..${last}`, show});
      const {selection} = session;
      const dataset = session.loaded!.dataset;
      const {aggregates, rows} = selection.counts!;
      const {edges} = sparkEdges(selection.window);
      for (let place = 0; place < dataset.placeCount; place++) {
        const key = session.placeKey(place);
        const weeks = edges.slice(1).map(() => 0);
        within(first, last)
          .filter(
            (row: Row) =>
              isReport(row) &&
              row.place_precision !== "country" &&
              row.site === key &&
              (show.status?.includes(row.status) ?? true),
          )
          .forEach((row: Row) => weeks[Math.floor((day(row.start.slice(0, 10)) - day(first)) / (7 * DAY))]++);
        expect(sparkBars(dataset, aggregates, place, rows, edges)).toEqual(weeks);
      }
    },
  );

  it("are 13 px high at four, lower when some bar has more", () => {
    expect(sparkScale(4) * 4).toBe(13);
    expect(sparkScale(1) * 4).toBe(13);
    expect(sparkScale(26) * 26).toBe(13);
  });

  it("are 5 px with a gap of 1.2, and never wider than 64 px together", () => {
    expect(sparkPitch(8).pitch).toBeCloseTo(6.2);
    expect(sparkPitch(8).width).toBeCloseTo(5);
    expect(sparkPitch(20).pitch * 20).toBeLessThanOrEqual(64.001);
  });
});
