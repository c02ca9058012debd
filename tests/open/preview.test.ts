// @vitest-environment node
import {describe, expect, it} from "vitest";
import {CELLS} from "../../src/data/rowMarks.ts";
import {boxOf, previewColumns} from "../../src/open/preview.ts";
import {csvOf, datasetOf} from "../data/fixture.ts";

const day = (i: number) => new Date(Date.UTC(2023, 0, 1 + i)).toISOString().slice(0, 10);
const rows = Array.from({length: 900}, (_, i) => [
  day((i * 7) % 730),
  ["hit", "raid", "talk"][i % 3]!,
  ["", "media"][i % 2]!,
]);
const dataset = datasetOf(csvOf(["start", "kind", "status"], rows), {
  mapping: {start: "start", category: "kind", certainty: "status"},
  series: {primary: {where: {kind: ["hit"]}}, counter: {where: {kind: ["raid"]}}},
});

describe("the preview", () => {
  it("counts each drawn row once, in the column of the day it began", () => {
    const {unit, edges, counts, drawn, listed, above, below} = previewColumns(dataset);
    expect(unit).toBe("month");
    expect([drawn, listed]).toEqual([600, 300]);
    const brute = (kind: string, status: string, column: number) =>
      rows.filter(([start, of, how]) => {
        const time = Date.parse(`${start}T00:00Z`);
        return of === kind && how === status && time >= edges[column]! && time < edges[column + 1]!;
      }).length;
    let [tallest, deepest] = [0, 0];
    for (let column = 0; column < edges.length - 1; column++) {
      const of = (i: number) => counts[column * CELLS + i]!;
      expect([of(0), of(1), of(4), of(5)]).toEqual([
        brute("hit", "", column),
        brute("hit", "media", column),
        brute("raid", "", column),
        brute("raid", "media", column),
      ]);
      tallest = Math.max(tallest, of(0) + of(1));
      deepest = Math.max(deepest, of(4) + of(5));
    }
    expect([above, below]).toEqual([tallest, deepest]);
  });

  it("says where the places lie, and that there are none", () => {
    expect(boxOf(dataset)).toBeNull();
    const placed = datasetOf(
      csvOf(
        ["start", "lat", "lon"],
        [
          ["2024-01-01", "-3", "170.5"],
          ["2024-01-02", "40", "-10"],
        ],
      ),
      {
        mapping: {start: "start", lat: "lat", lon: "lon"},
      },
    );
    expect(boxOf(placed)).toEqual({south: -3, north: 40, west: -10, east: 170.5});
  });
});
