import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Aggregates} from "../../src/data/aggregates.ts";
import {CERTAINTIES} from "../../src/data/dataset.ts";
import {certaintyClasses} from "../../src/facets/classes.ts";
import {shorten, shortFacets} from "../../src/facets/short.ts";
import {codesOf, splitsSeries, valueCounts} from "../../src/facets/values.ts";
import {core, firstDay, isReport, type Row} from "../data/shipped/tables.ts";
import {openSession, storyFiles} from "../list/session.ts";

const WINDOWS = [
  "2023-10-17..2023-12-08",
  "2023-10-17..2024-02-07",
  "2023-10-17..2023-10-20",
  "2023-11-24..2023-11-30",
  "2023-12-10..2023-12-19",
  "2024-01-28..2024-02-03",
];
const SHOWS: Record<string, string[]>[] = [
  {},
  {country: ["SY"]},
  {status: ["claim_only", "disputed"], weapon: ["one_way_drone", "rocket"]},
  {category: ["us_strike", "statement"]},
];
const CLASS: Record<string, string> = {
  us_official: "official",
  host_government: "official",
  media_report: "media",
  claim_only: "claim",
  disputed: "disputed",
};

/** Counted row by row: what passes every facet but `facet`, in the window. */
function brute(time: string, show: Record<string, string[]>, facet: string, all: boolean): Map<string, number> {
  const [from, to] = time.split("..") as [string, string];
  const passes = (e: Row) =>
    Object.entries(show).every(([column, values]) => column === facet || values.includes(e[column]!));
  const counts = new Map<string, number>();
  for (const e of core) {
    if (firstDay(e) < from || firstDay(e) > to || !passes(e) || !(all || isReport(e))) continue;
    counts.set(e[facet]!, (counts.get(e[facet]!) ?? 0) + 1);
  }
  return counts;
}

describe("counts of the values of a facet", () => {
  for (const show of SHOWS) {
    it(`are those of the window and the other facets, with ${JSON.stringify(show)}`, async () => {
      const session = await openSession({show});
      for (const time of WINDOWS) {
        session.view = {show, time};
        const {aggregates} = session.selection.counts!;
        for (const facet of session.facets) {
          const wanted = brute(time, show, facet, facet === "category");
          const counts = valueCounts(aggregates, session.loaded!, facet);
          const found = counts.top(1000);
          for (const {value, count} of found)
            expect([facet, value, count]).toEqual([facet, value, wanted.get(value) ?? 0]);
          const total = [...wanted.values()].reduce((a, b) => a + b, 0);
          expect([found.reduce((sum, {count}) => sum + count, 0), counts.total]).toEqual([total, total]);
          expect(found.map(({count}) => count)).toEqual(found.map(({count}) => count).sort((a, b) => b - a));
        }
        const byStatus = brute(time, show, "status", false);
        for (const {certainty} of certaintyClasses(session.loaded!)) {
          const count = aggregates.byCertainty[CERTAINTIES.indexOf(certainty)];
          const wanted = [...byStatus]
            .filter(([value]) => CLASS[value] === certainty)
            .reduce((sum, [, n]) => sum + n, 0);
          expect([certainty, count]).toEqual([certainty, wanted]);
        }
      }
    });
  }

  it("are the first of all of them, however many are asked for, and of those that are asked for alone", async () => {
    const session = await openSession();
    const loaded = session.loaded!;
    const {values} = loaded.dataset.columns.categories["weapon"]!;
    const order = [...codesOf(loaded, "weapon")];
    fc.assert(
      fc.property(fc.constantFrom(...WINDOWS), fc.nat(12), fc.subarray(order), (time, most, codes) => {
        session.view = {time};
        const {aggregates} = session.selection.counts!;
        const wanted = brute(time, {}, "weapon", false);
        const counted = codes.map((code) => ({value: values[code]!, count: wanted.get(values[code]!) ?? 0}));
        const found = valueCounts(aggregates, loaded, "weapon", Uint32Array.from(codes)).top(most);
        // The sort of arrays keeps the order of what is alike.
        expect(found).toEqual(counted.sort((a, b) => b.count - a.count).slice(0, most));
      }),
    );
  });

  it("stand in the same order where the whole table was counted ahead", async () => {
    const session = await openSession({time: WINDOWS[3]!});
    const {dataset} = session.loaded!;
    const all = new Aggregates(dataset, session.facets);
    all.moveTo(0, dataset.length);
    const wholeByFacet = new Map(session.facets.map((facet, i) => [facet, all.byFacet[i]!]));
    for (const facet of session.facets)
      expect(codesOf({...session.loaded!, wholeByFacet}, facet)).toEqual(codesOf({...session.loaded!}, facet));
  });

  it("count a facet that splits the series over all of them, every other over the primary one", async () => {
    const {story} = (await openSession()).loaded!;
    expect(["status", "category", "weapon", "country"].filter((facet) => splitsSeries(story, facet))).toEqual([
      "category",
    ]);
  });
});

describe("certainties", () => {
  it("hold the raw values that are drawn alike, and toggle all of them at once", async () => {
    const session = await openSession();
    const classes = certaintyClasses(session.loaded!);
    expect(classes.map(({certainty}) => certainty)).toEqual(["official", "media", "claim", "disputed"]);
    const [official] = classes;
    expect(official!.values.filter(Boolean).sort()).toEqual(["host_government", "us_official"]);
    const counted = () => session.selection.counts!.aggregates.byCertainty[0]!;
    const before = session.selection.counts!.aggregates.bySeries[0]!;
    const sure = counted();
    session.selection.toggle("status", official!.values);
    expect(session.selection.counts!.aggregates.bySeries[0]).toBe(before - sure);
    expect(counted()).toBe(sure);
    session.selection.toggle("status", official!.values);
    expect(session.selection.isFiltered).toBe(false);
  });

  it("are none when no column says who says so, and only those that rows have", async () => {
    const none = await openSession(
      {},
      storyFiles("date,title,kind\n2024-01-02,One,a\n", {mapping: {start: "date", category: "kind"}}),
    );
    expect(certaintyClasses(none.loaded!)).toEqual([]);
    const two = await openSession(
      {},
      storyFiles("date,how\n2024-01-02,sure\n2024-01-03,claim\n2024-01-03,claim\n", {
        mapping: {start: "date", certainty: "how"},
      }),
    );
    const classes = certaintyClasses(two.loaded!);
    expect(classes.map(({certainty}) => certainty)).toEqual(["official", "claim"]);
    expect(classes[0]!.values).toContain("sure");
  });
});

describe("the short form of a facet", () => {
  const top = (...n: number[]) => n.map((count, i) => ({value: `v${i}`, count}));
  const counts = (...n: number[]) => ({
    top: (most: number) => top(...n).slice(0, most),
    total: n.reduce((sum, count) => sum + count, 0),
  });
  it("shows all that fit, else the first and the sum of the others", () => {
    expect(shorten(counts(5, 3, 1, 0), 3)).toEqual({top: top(5, 3, 1), other: null});
    expect(shorten(counts(53, 25, 7, 3, 1, 1), 3)).toEqual({top: top(53, 25), other: 12});
    expect(shorten(counts(0, 0), 3)).toEqual({top: top(0, 0), other: null});
    expect(shorten(counts(4, 0, 0, 0), 3)).toEqual({top: top(4, 0, 0), other: null});
  });

  it("is given to the country and to the facet with the shortest names, never to certainty", async () => {
    const {loaded, facets} = await openSession();
    const lengths: Record<string, number> = {category: 6, actor_side: 34, weapon: 6, country: 5};
    expect(shortFacets(loaded!, facets, (facet) => lengths[facet]!, 2)).toEqual(["country", "weapon"]);
  });
});
