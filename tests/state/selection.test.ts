import fc from "fast-check";
import {describe, expect, it, vi} from "vitest";
import type {Dataset} from "../../src/data/dataset.ts";
import {Selection} from "../../src/state/selection.svelte.ts";
import {at, datasetOf, DAY} from "../data/fixture.ts";
import {manyTexts, plainSearch} from "../data/texts.ts";
import {oneTaskAMessage, turn} from "../data/turns.ts";
import {hundredDays} from "./fixture.ts";
import {Source} from "./source.svelte.ts";

const FROM = at("2024-01-01");
const TO = FROM + 100 * DAY;
const day = (i: number) => FROM + i * DAY;
const days = ({window}: Selection) => window.map((time) => (time - FROM) / DAY);

function selected(start: number, end: number, mode: "accumulate" | "slide" = "accumulate"): Selection {
  const selection = hundredDays();
  selection.setWindow(day(start), day(end));
  selection.mode = mode;
  return selection;
}

describe("the window", () => {
  it.each([
    [10, 20, [10, 20]],
    [-5, 20, [0, 20]],
    [90, 200, [90, 100]],
    [-50, 500, [0, 100]],
    [20, 10, [20, 21]],
    [20, 20.5, [20, 21]],
    [100, 120, [99, 100]],
    [-9, -8, [0, 1]],
    [10.25, 12.5, [10.25, 12.5]],
    [-Infinity, Infinity, [0, 100]],
  ])("set from day %d to %d is %j", (start, end, expected) => {
    expect(days(selected(start, end))).toEqual(expected);
  });

  it("is always inside the record and a day long at least", () => {
    const time = fc.integer({min: FROM - 50 * DAY, max: TO + 50 * DAY});
    const step = fc.tuple(fc.constantFrom("set", "seek", "move", "snap", "mode"), time, time);
    fc.assert(
      fc.property(fc.array(step, {maxLength: 20}), (steps) => {
        const selection = selected(0, 100);
        for (const [step, a, b] of steps) {
          if (step === "set") selection.setWindow(a, b);
          else if (step === "seek") selection.seek(a);
          else if (step === "move") selection.moveBy(a - b);
          else if (step === "snap") selection.snap();
          else selection.mode = selection.mode === "slide" ? "accumulate" : "slide";
          const [start, end] = selection.window;
          expect(start).toBeGreaterThanOrEqual(FROM);
          expect(end).toBeLessThanOrEqual(TO);
          expect(end - start).toBeGreaterThanOrEqual(DAY);
          expect(selection.playhead).toBe(end);
        }
      }),
    );
  });

  it("gives the rows that begin in it", () => {
    const selection = selected(3, 10);
    expect(selection.rows).toEqual([1, 4]);
    selection.setWindow(day(4), day(6));
    expect(selection.rows).toEqual([2, 2]);
    expect(selection.counts!.rows).toEqual([2, 2]);
    expect(selection.counts!.aggregates.events).toBe(0);
  });

  it("is a day of nothing without data", () => {
    const selection = new Selection(() => null);
    selection.setWindow(5 * DAY, 9 * DAY);
    expect([...selection.window]).toEqual([0, DAY]);
    expect([selection.rows, selection.counts, selection.neighbour(1)]).toEqual([[0, 0], null, -1]);
    selection.select(3, true);
    selection.toggle("status", ["us"]);
    selection.search("x");
    expect(selection.filtered).toBeNull();
  });
});

describe("seeking", () => {
  it("moves the playhead alone while events add up", () => {
    const selection = selected(10, 20);
    selection.seek(day(50));
    expect(days(selection)).toEqual([10, 50]);
    selection.seek(day(12.5));
    expect(days(selection)).toEqual([10, 12.5]);
    selection.seek(day(900));
    expect(days(selection)).toEqual([10, 100]);
  });

  it("takes the start along when it goes before it", () => {
    const selection = selected(10, 20);
    selection.seek(day(5));
    expect(days(selection)).toEqual([4, 5]);
    selection.seek(day(-5));
    expect(days(selection)).toEqual([0, 1]);
  });

  it("moves the whole window when it slides, and keeps its length at both ends", () => {
    const selection = selected(10, 17, "slide");
    selection.seek(day(50.5));
    expect(days(selection)).toEqual([43.5, 50.5]);
    selection.seek(day(900));
    expect(days(selection)).toEqual([93, 100]);
    selection.seek(day(-900));
    expect(days(selection)).toEqual([0, 7]);
  });
});

describe("moving the window", () => {
  it("keeps its length, in either mode", () => {
    for (const mode of ["accumulate", "slide"] as const) {
      const selection = selected(10, 20, mode);
      selection.moveBy(5 * DAY);
      expect(days(selection)).toEqual([15, 25]);
      selection.moveBy(500 * DAY);
      expect(days(selection)).toEqual([90, 100]);
      selection.moveBy(-500 * DAY);
      expect(days(selection)).toEqual([0, 10]);
    }
  });
});

describe("coming to rest", () => {
  it("ends on a whole day", () => {
    const selection = selected(10.5, 20.25);
    selection.snap();
    expect(days(selection)).toEqual([10, 21]);
    selection.snap();
    expect(days(selection)).toEqual([10, 21]);
  });

  it("keeps the length of a window that slides", () => {
    const selection = selected(10.3, 17.3, "slide");
    selection.snap();
    expect(days(selection)).toEqual([11, 18]);
    selection.moveBy(0.001 * DAY);
    selection.snap();
    expect(days(selection)).toEqual([12, 19]);
  });
});

describe("choosing an event", () => {
  it("opens it, and leaves the window alone", () => {
    const selection = selected(10, 20);
    selection.openPanel("list");
    selection.select(33);
    expect([selection.row, selection.panel, ...days(selection)]).toEqual([33, "event", 10, 20]);
    selection.select(-1);
    expect([selection.row, selection.panel]).toEqual([-1, "list"]);
  });

  it("widens the window to hold it when asked to follow", () => {
    const selection = selected(10, 20);
    selection.select(4, true);
    expect(days(selection)).toEqual([10, 20]);
    selection.select(10, true);
    expect(days(selection)).toEqual([10, 31]);
    selection.select(1, true);
    expect(days(selection)).toEqual([3, 31]);
    selection.select(33, true);
    expect(days(selection)).toEqual([3, 100]);
  });

  it("slides the window to it instead, when it slides", () => {
    const selection = selected(10, 17, "slide");
    selection.select(10, true);
    expect(days(selection)).toEqual([24, 31]);
    selection.select(0, true);
    expect(days(selection)).toEqual([0, 7]);
  });
});

describe("the card", () => {
  it("shows the list, the chosen event, or what was opened", () => {
    const selection = hundredDays();
    expect(selection.panel).toBe("list");
    selection.select(2);
    expect(selection.panel).toBe("event");
    selection.openPanel("none");
    expect(selection.panel).toBe("none");
    selection.openPanel(null);
    expect(selection.panel).toBe("event");
    selection.choosePlace(0);
    expect([selection.place, selection.panel]).toEqual([0, "list"]);
    selection.choosePlace(-1);
    expect(selection.place).toBe(-1);
  });
});

describe("the facets", () => {
  it("switch values off and on, and are no filter with all on", () => {
    const selection = hundredDays();
    expect([selection.keeps("status", "us"), selection.isFiltered, selection.show]).toEqual([true, false, {}]);
    selection.toggle("status", ["us"]);
    expect(selection.show).toEqual({status: ["", "press"]});
    expect([selection.keeps("status", "us"), selection.keeps("status", "press"), selection.isFiltered]).toEqual([
      false,
      true,
      true,
    ]);
    selection.toggle("status", ["us"]);
    expect([selection.show, selection.isFiltered]).toEqual([{}, false]);
  });

  it("switch a group off while any of it is on", () => {
    const selection = hundredDays();
    selection.toggle("status", ["us"]);
    selection.toggle("status", ["us", "press"]);
    expect(selection.show).toEqual({status: [""]});
    selection.toggle("status", ["us", "press"]);
    expect(selection.show).toEqual({});
    selection.toggle("status", ["", "us", "press"]);
    expect(selection.show).toEqual({status: []});
    selection.toggle("status", ["press"]);
    expect(selection.show).toEqual({status: ["press"]});
  });

  it("are kept apart, and cleared with the search", () => {
    const selection = hundredDays();
    selection.keep("status", ["us"]);
    selection.keep("kind", ["attack"]);
    selection.search("rockets");
    selection.keep("status", null);
    expect(selection.show).toEqual({kind: ["attack"]});
    selection.clearFilters();
    expect([selection.show, selection.q, selection.isFiltered]).toEqual([{}, "", false]);
  });

  it("may be called what objects are born with", () => {
    const selection = hundredDays();
    for (const facet of ["constructor", "__proto__", "toString"]) {
      expect(selection.keeps(facet, "x")).toBe(true);
      expect(() => selection.toggle(facet, ["x"])).not.toThrow();
      selection.keep(facet, ["x"]);
      expect([selection.keeps(facet, "x"), selection.keeps(facet, "y")]).toEqual([true, false]);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("the counts", () => {
  const kindOf = (i: number) => ((i * 3) % 10 === 0 ? "speech" : i % 2 === 0 ? "attack" : "strike");

  it("follow the window, the facets and the search", async () => {
    const rows = [...Array(34).keys()];
    const step = fc.oneof(
      fc.tuple(fc.constant("window" as const), fc.nat(100), fc.nat(100)),
      fc.tuple(fc.constant("kinds" as const), fc.subarray(["attack", "strike", "speech"])),
      fc.tuple(fc.constant("search" as const), fc.constantFrom("", "rockets", "drones base", "x")),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, {maxLength: 10}), async (steps) => {
        const selection = selected(0, 100);
        await selection.prepareSearch();
        let kinds = ["attack", "strike", "speech"];
        let q = "";
        for (const step of steps) {
          if (step[0] === "window") selection.setWindow(day(step[1]), day(step[2]));
          else if (step[0] === "kinds") selection.keep("kind", (kinds = step[1]));
          else selection.search((q = step[1]));
          const [from, to] = selection.window;
          const title = (i: number) => (i % 2 === 0 ? "drones at the base" : "rockets");
          const shown = rows.filter(
            (i) =>
              day(i * 3) >= from &&
              day(i * 3) < to &&
              kinds.includes(kindOf(i)) &&
              q.split(" ").every((word) => title(i).includes(word)),
          );
          expect([...selection.counts!.aggregates.bySeries]).toEqual(
            ["attack", "strike", "speech"].map((kind) => shown.filter((i) => kindOf(i) === kind).length),
          );
        }
      }),
    );
  });

  it("are a new object each time that they change, and the same while they do not", () => {
    const selection = selected(10, 20);
    const {counts, filtered} = selection;
    expect(selection.counts).toBe(counts);
    selection.setWindow(day(10), day(40));
    expect(selection.counts).not.toBe(counts);
    expect(selection.filtered).toBe(filtered);
    selection.keep("kind", ["attack"]);
    expect(selection.filtered).not.toBe(filtered);
  });

  it("are of the rows that were found before, until what is searched for has been found", async () => {
    const selection = selected(0, 100);
    const events = () => selection.counts!.aggregates.events;
    const state = () => [selection.q, selection.answered, selection.searching, selection.isFiltered, selection.found];
    selection.search("rockets");
    expect([events(), ...state()]).toEqual([34, "rockets", "", true, false, null]);
    await vi.waitFor(() => expect(selection.searching).toBe(false));
    expect([events(), ...state()]).toEqual([17, "rockets", "rockets", false, true, 17]);
    selection.search("drones base");
    expect([events(), ...state()]).toEqual([17, "drones base", "drones base", false, true, 17]);
    selection.search("");
    expect([events(), ...state()]).toEqual([34, "", "", false, false, null]);
  });

  it("of a large record are of the latest search, and of no search of another record", async () => {
    oneTaskAMessage();
    const large = manyTexts(25_000);
    const source = new Source(large);
    const selection = new Selection(() => ({dataset: source.dataset, facets: [], certaintyFacet: null}));
    const settled = async () => {
      while (selection.searching) await turn();
    };
    const all = (query: string, dataset: Dataset) => {
      const plain = plainSearch(dataset);
      return Array.from({length: dataset.length}, (_, row) => row).filter((row) => plain(row, query)).length;
    };
    await selection.prepareSearch();
    for (const q of ["d", "dr", "drone"]) selection.search(q);
    expect([selection.searching, selection.answered, selection.filtered!.aggregates.passes(1)]).toEqual([
      true,
      "",
      true,
    ]);
    await settled();
    expect([selection.answered, selection.found]).toEqual(["drone", all("drone", large)]);
    expect(selection.filtered!.aggregates.passes(1)).toBe(plainSearch(large)(1, "drone"));

    selection.search("rockets");
    source.dataset = manyTexts(24_000);
    expect([selection.answered, selection.found]).toEqual(["", null]);
    selection.search("erbil");
    await settled();
    expect([selection.answered, selection.found]).toEqual(["erbil", all("erbil", source.dataset)]);
    selection.search("rockets");
    selection.clearFilters();
    for (let i = 0; i < 50; i++) await turn();
    expect([selection.searching, selection.answered, selection.found]).toEqual([false, "", null]);
    vi.unstubAllGlobals();
  });

  it("search two hundred characters, never half of one", () => {
    const selection = hundredDays();
    selection.search("x".repeat(199) + "🚀");
    expect(selection.q).toBe("x".repeat(199));
    expect(() => encodeURIComponent(selection.q)).not.toThrow();
  });
});

describe("the neighbour of an event", () => {
  it("is the next attack or strike that passes, over speeches and what is filtered", () => {
    const selection = hundredDays();
    selection.select(9);
    expect([selection.neighbour(1), selection.neighbour(-1)]).toEqual([11, 8]);
    selection.keep("kind", ["attack"]);
    expect([selection.neighbour(1), selection.neighbour(-1)]).toEqual([12, 8]);
    selection.select(33);
    expect(selection.neighbour(1)).toBe(-1);
    selection.select(1);
    expect(selection.neighbour(-1)).toBe(-1);
  });

  it("is the first or last of the window when none is chosen", () => {
    const selection = selected(7, 22);
    expect([selection.neighbour(1), selection.neighbour(-1)]).toEqual([3, 7]);
    selection.keep("kind", []);
    expect([selection.neighbour(1), selection.neighbour(-1)]).toEqual([-1, -1]);
  });
});

describe("a record of a few hours", () => {
  const HOUR = DAY / 24;
  const hours = () => {
    const dataset = datasetOf("start\n2024-01-01T06:10\n2024-01-01T09:00\n2024-01-01T20:59");
    return new Selection(() => ({dataset, facets: [], certaintyFacet: null}));
  };
  const clock = ({window}: Selection) => window.map((time) => (time - at("2024-01-01")) / HOUR);

  it("is gone through by the hour", () => {
    const selection = hours();
    expect(selection.step).toBe(HOUR);
    selection.setWindow(at("2024-01-01"), at("2024-01-01") + 9 * HOUR);
    expect(clock(selection)).toEqual([0, 9]);
    expect(selection.counts!.aggregates.events).toBe(1);
    selection.seek(at("2024-01-01") + 9.5 * HOUR);
    expect(selection.counts!.aggregates.events).toBe(2);
    selection.snap();
    expect(clock(selection)).toEqual([0, 10]);
    selection.select(2, true);
    expect(clock(selection)).toEqual([0, 21]);
    selection.setWindow(at("2024-01-01") + 5 * HOUR, at("2024-01-01") + 5 * HOUR);
    expect(clock(selection)).toEqual([5, 6]);
  });

  it("is gone through by the day where it knows no time of day", () => {
    const dataset = datasetOf("start\n2024-01-01\n2024-01-02");
    expect(new Selection(() => ({dataset, facets: [], certaintyFacet: null})).step).toBe(DAY);
    const long = datasetOf("start\n2024-01-01T06:10\n2024-01-09T06:10");
    expect(new Selection(() => ({dataset: long, facets: [], certaintyFacet: null})).step).toBe(DAY);
  });
});

describe("the event that the pointer is on", () => {
  it("is none for a place, and is let go by itself alone", () => {
    const selection = selected(0, 100);
    expect(selection.hoverRow).toBe(-1);
    selection.hover = {place: 3};
    expect(selection.hoverRow).toBe(-1);
    selection.leave(-1);
    selection.leave(3);
    expect(selection.hover).toEqual({place: 3});
    selection.hover = {row: 3};
    selection.leave(4);
    expect(selection.hoverRow).toBe(3);
    selection.leave(3);
    expect(selection.hover).toBeNull();
  });
});
