import {describe, expect, it} from "vitest";
import {laneBins} from "../../src/timeline/laneBars.ts";
import {beadsOf, chooseLanes, laneCounts, placeCounts, rankPlaces} from "../../src/timeline/lanes.ts";
import {binEdges} from "../../src/data/bins.ts";
import {timeScale} from "../../src/timeline/scale.ts";
import {openSession} from "./shipped.ts";

const FIT = 11;

async function setting(time = "2023-10-17..2023-12-08") {
  const session = await openSession({time});
  const {dataset} = session.loaded!;
  const {aggregates} = session.selection.counts!;
  const {place, series, background, start} = dataset.columns;
  const all = [...Array(dataset.length).keys()];
  const reports = all.filter((row) => series[row] === 0 && background[row] === 0);
  return {session, dataset, aggregates, all, reports, place, start, series, background};
}

describe("lanes by place", () => {
  it("are the places with most reports in the whole record, then one for all others", async () => {
    const {dataset, reports, place} = await setting();
    const lanes = chooseLanes(rankPlaces(dataset), FIT);
    expect(lanes).toHaveLength(FIT);
    expect(lanes.at(-1)).toEqual({place: -1});
    const countOf = (at: number) => reports.filter((row) => place[row] === at).length;
    const sizes = lanes.slice(0, -1).map((lane) => countOf(lane.place));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    const best = [...new Set(reports.map((row) => place[row]!))].filter((at) => at !== -1).map(countOf);
    expect(sizes).toEqual(best.sort((a, b) => b - a).slice(0, FIT - 1));
    expect([...placeCounts(dataset)].reduce((a, b) => a + b)).toBe(reports.filter((row) => place[row] !== -1).length);
  });

  it.each(["2023-10-17..2023-12-08", "2023-11-24..2023-11-30", "2024-01-01..2024-02-08"])(
    "count what lies in the window %s, as a search through the table does",
    async (time) => {
      const {session, dataset, aggregates, reports, place, start} = await setting(time);
      const lanes = chooseLanes(rankPlaces(dataset), FIT);
      const [from, to] = session.selection.window;
      const inside = reports.filter((row) => start[row]! >= from && start[row]! < to);
      const named = new Set(lanes.map((lane) => lane.place));
      const expected = lanes.map((lane) =>
        lane.place === -1
          ? inside.filter((row) => place[row] === -1 || !named.has(place[row]!)).length
          : inside.filter((row) => place[row] === lane.place).length,
      );
      expect(laneCounts(lanes, aggregates)).toEqual(expected);
    },
  );

  it("carry one bead for each report and strike that is not background", async () => {
    const {dataset, aggregates, all, series, background} = await setting();
    const lanes = chooseLanes(rankPlaces(dataset), FIT);
    const edges = binEdges(dataset.extent, "day");
    const beads = beadsOf(dataset, aggregates, lanes, edges, timeScale(dataset.extent, 0, 900), 3.6);
    const expected = all.filter((row) => series[row]! < 2 && background[row] === 0);
    expect(beads.map(({row}) => row).sort((a, b) => a - b)).toEqual(expected);
    for (const bead of beads) {
      expect(bead.x).toBeGreaterThanOrEqual(timeScale(dataset.extent, 0, 900).x(edges[bead.bin]!));
      expect(bead.x).toBeLessThanOrEqual(timeScale(dataset.extent, 0, 900).x(edges[bead.bin + 1]!));
    }
  });

  it("hold by column what a search through the table finds", async () => {
    const {dataset, aggregates, reports, start, place} = await setting();
    const lanes = chooseLanes(rankPlaces(dataset), FIT);
    const edges = binEdges(dataset.extent, "week");
    const bins = laneBins(dataset, aggregates, lanes, edges);
    for (let bin = 0; bin < edges.length - 1; bin++) {
      const inside = reports.filter((row) => start[row]! >= edges[bin]! && start[row]! < edges[bin + 1]!);
      const counts = bins.subarray(bin * lanes.length, (bin + 1) * lanes.length);
      expect(counts.reduce((a, b) => a + b)).toBe(inside.length);
      lanes.forEach((lane, i) => {
        if (lane.place !== -1) expect(counts[i]).toBe(inside.filter((row) => place[row] === lane.place).length);
      });
    }
  });
});
