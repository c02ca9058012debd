// @vitest-environment node
import {describe, expect, it, vi} from "vitest";
import {Aggregates} from "../../../src/data/aggregates.ts";
import {countedAhead} from "../../../src/data/import/ahead.ts";
import type {Loaded} from "../../../src/data/load.ts";
import {datasetOf} from "../fixture.ts";

const loadedOf = (rows: number): Loaded => {
  const lines = Array.from({length: rows}, (_, i) => `2024-01-${String((i % 28) + 1).padStart(2, "0")},kind ${i % 3}`);
  const dataset = datasetOf(["start,category", ...lines].join("\n"), {facets: ["category"]});
  return {story: {facets: ["category", "missing"]}, mapping: {category: "category"}, dataset} as unknown as Loaded;
};

describe("counting ahead", () => {
  it("leaves a small record alone", async () => {
    const small = loadedOf(20);
    expect(await countedAhead(small)).toBe(small);
  });

  it("gives the counts of all rows of a large one, as counting them at once does", async () => {
    const large = loadedOf(60_000);
    const {counted, wholeByFacet, ...rest} = await countedAhead(large);
    expect(rest).toEqual(large);
    const atOnce = new Aggregates(large.dataset, ["category"]);
    atOnce.moveTo(0, 60_000);
    expect(counted!.facets).toEqual(["category"]);
    expect(counted!.rows).toEqual([0, 60_000]);
    expect(counted!.byFacet).toEqual(atOnce.byFacet);
    counted!.moveTo(0, 10);
    expect([...wholeByFacet!]).toEqual([["category", atOnce.byFacet[0]]]);
    counted!.moveTo(0, 60_000);
    expect(counted!.bySeries).toEqual(atOnce.bySeries);
    expect(counted!.events).toBe(60_000);
  });

  it("indexes the facets of a large one once it can be shown, which changes no count", async () => {
    const large = loadedOf(60_000);
    const {counted} = await countedAhead(large);
    const useIndex = vi.spyOn(counted!, "useIndex");
    counted!.filter({category: ["kind 1"]}, null);
    await vi.waitFor(() => expect(useIndex).toHaveBeenCalledWith("category", expect.anything()));
    counted!.filter({category: ["kind 2"]}, null);
    expect(counted!.events).toBe(20_000);
  });
});
