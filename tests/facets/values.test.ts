import {describe, expect, it} from "vitest";
import {shorten, shortFacets} from "../../src/facets/short.ts";
import {certaintyClasses, splitsSeries, valueCounts} from "../../src/facets/values.ts";
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
          const found = valueCounts(aggregates, session.loaded!, facet);
          for (const {value, count} of found)
            expect([facet, value, count]).toEqual([facet, value, wanted.get(value) ?? 0]);
          expect(found.reduce((sum, {count}) => sum + count, 0)).toBe([...wanted.values()].reduce((a, b) => a + b, 0));
          expect(found.map(({count}) => count)).toEqual(found.map(({count}) => count).sort((a, b) => b - a));
        }
        const byStatus = brute(time, show, "status", false);
        for (const {certainty, count} of certaintyClasses(aggregates, session.loaded!)) {
          const wanted = [...byStatus]
            .filter(([value]) => CLASS[value] === certainty)
            .reduce((sum, [, n]) => sum + n, 0);
          expect([certainty, count]).toEqual([certainty, wanted]);
        }
      }
    });
  }

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
    const classes = certaintyClasses(session.selection.counts!.aggregates, session.loaded!);
    expect(classes.map(({certainty}) => certainty)).toEqual(["official", "media", "claim", "disputed"]);
    const [official] = classes;
    expect(official!.values.filter(Boolean).sort()).toEqual(["host_government", "us_official"]);
    const before = session.selection.counts!.aggregates.bySeries[0]!;
    session.selection.toggle("status", official!.values);
    expect(session.selection.counts!.aggregates.bySeries[0]).toBe(before - official!.count);
    const after = certaintyClasses(session.selection.counts!.aggregates, session.loaded!);
    expect(after[0]!.count).toBe(official!.count);
    session.selection.toggle("status", official!.values);
    expect(session.selection.isFiltered).toBe(false);
  });

  it("are none when no column says who says so, and only those that rows have", async () => {
    const none = await openSession(
      {},
      storyFiles("date,title,kind\n2024-01-02,One,a\n", {mapping: {start: "date", category: "kind"}}),
    );
    expect(certaintyClasses(none.selection.counts!.aggregates, none.loaded!)).toEqual([]);
    const two = await openSession(
      {},
      storyFiles("date,how\n2024-01-02,sure\n2024-01-03,claim\n2024-01-03,claim\n", {
        mapping: {start: "date", certainty: "how"},
      }),
    );
    const classes = certaintyClasses(two.selection.counts!.aggregates, two.loaded!);
    expect(classes.map(({certainty, count}) => [certainty, count])).toEqual([
      ["official", 1],
      ["claim", 2],
    ]);
    expect(classes[0]!.values).toContain("sure");
  });
});

describe("the short form of a facet", () => {
  const counts = (...n: number[]) => n.map((count, i) => ({value: `v${i}`, count}));
  it("shows all that fit, else the first and the sum of the others", () => {
    expect(shorten(counts(5, 3, 1, 0), 3)).toEqual({top: counts(5, 3, 1), other: null});
    expect(shorten(counts(53, 25, 7, 3, 1, 1), 3)).toEqual({top: counts(53, 25), other: 12});
    expect(shorten(counts(0, 0), 3)).toEqual({top: counts(0, 0), other: null});
    expect(shorten(counts(4, 0, 0, 0), 3)).toEqual({top: counts(4, 0, 0), other: null});
  });

  it("is given to the country and to the facet with the shortest names, never to certainty", async () => {
    const {loaded, facets} = await openSession();
    const lengths: Record<string, number> = {category: 6, actor_side: 34, weapon: 6, country: 5};
    expect(shortFacets(loaded!, facets, (facet) => lengths[facet]!, 2)).toEqual(["country", "weapon"]);
  });
});
