// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readTotals, splitKeys} from "../../src/data/totals.ts";
import {at, DAY, storyOf} from "./fixture.ts";

const {totals: config} = storyOf({
  totals: {
    data: "totals.csv",
    label: "US count",
    statedBy: "counted by US officials",
    parts: {iraq: "in Iraq", syria: "in Syria"},
  },
});
const HEADER = ["as_of", "total", "iraq", "syria", "source", "note"];
const read = (...rows: string[][]) => readTotals([HEADER, ...rows], config!);

describe("stated totals", () => {
  const totals = read(
    ["2023-11-07", "40", "22", "18", "b; c;", ""],
    ["2023-10-24", "13", "10", "3", "a", "at least"],
    ["2023-11-07", "41", "", "", "", "said later"],
    ["never", "99", "", "", "", ""],
    ["2023-11-08", "", "", "", "", ""],
    ["2023-11-09", "about 50", "", "", "", ""],
    ["2023-11-10", "Infinity", "", "", "", ""],
    ["2023-11-11"],
    ["2023-11-12", "56", "n/a", "24", "", ""],
  );

  it("are read in order of date, those of a day as they came, and what is no date or number is left out", () => {
    expect(totals.figures).toEqual([
      {
        date: at("2023-10-24"),
        value: 13,
        parts: [
          {column: "iraq", value: 10},
          {column: "syria", value: 3},
        ],
        sources: ["a"],
        note: "at least",
      },
      {
        date: at("2023-11-07"),
        value: 40,
        parts: [
          {column: "iraq", value: 22},
          {column: "syria", value: 18},
        ],
        sources: ["b", "c"],
        note: "",
      },
      {date: at("2023-11-07"), value: 41, parts: [], sources: [], note: "said later"},
      {date: at("2023-11-12"), value: 56, parts: [{column: "syria", value: 24}], sources: [], note: ""},
    ]);
    expect(totals.max).toBe(56);
  });

  it.each([
    ["2023-10-24", null],
    ["2023-10-24T00:01", 13],
    ["2023-10-25", 13],
    ["2023-11-07", 13],
    ["2023-11-08", 41],
    ["2030-01-01", 56],
  ])("before %s stood at %s", (end, value) => {
    expect(totals.before(at(end))?.value ?? null).toBe(value);
  });

  it("before any time are what a look at each figure finds", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), {maxLength: 20}), fc.nat(35), (days, end) => {
        const rows = days.map((day, i) => [new Date(day * DAY).toISOString().slice(0, 10), String(i)]);
        let expected: number | null = null;
        let latest = -1;
        days.forEach((day, i) => {
          if (day < end && day >= latest) [expected, latest] = [i, day];
        });
        expect(read(...rows).before(end * DAY)?.value ?? null).toBe(expected);
      }),
    );
  });

  it("of an empty table are none", () => {
    expect(readTotals([], config!)).toMatchObject({figures: [], max: 0});
    expect(read().before(Infinity)).toBeNull();
  });
});

describe("keys in a cell", () => {
  it("stand between semicolons", () => {
    expect(splitKeys(" a;b ; ;c;")).toEqual(["a", "b", "c"]);
    expect(splitKeys("")).toEqual([]);
  });
});
