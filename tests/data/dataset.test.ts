// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {buffersOf} from "../../src/data/dataset.ts";
import {csvOf, datasetOf, DAY, parsed, rowsOf} from "./fixture.ts";

const dayText = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

describe("the rows of a window", () => {
  it("are those that start in it, whatever their end", () => {
    const days = fc.array(fc.nat(40), {minLength: 1, maxLength: 40});
    fc.assert(
      fc.property(days, fc.nat(45), fc.nat(45), (days, from, to) => {
        const cells = days.map((day) => [dayText(day), dayText(day + 30)]);
        const dataset = datasetOf(csvOf(["start", "end"], cells));
        const [i0, i1] = dataset.rows(from * DAY, to * DAY);
        const sorted = [...days].sort((a, b) => a - b);
        expect(i1).toBeGreaterThanOrEqual(i0);
        expect(sorted.slice(i0, i1)).toEqual(sorted.filter((day) => day >= from && day < to));
      }),
    );
  });

  it("are none before, after and between, and all of them in an endless one", () => {
    const dataset = datasetOf("start\n2023-10-17\n2023-10-20");
    const start = Date.UTC(2023, 9, 17);
    expect(dataset.rows(start - DAY, start)).toEqual([0, 0]);
    expect(dataset.rows(start + 1, start + DAY)).toEqual([1, 1]);
    expect(dataset.rows(start + 9 * DAY, Infinity)).toEqual([2, 2]);
    expect(dataset.rows(-Infinity, Infinity)).toEqual([0, 2]);
  });
});

describe("an id", () => {
  it("finds its row, and the first in time where two have it", () => {
    const dataset = datasetOf("id,start\nb,2023-10-20\na,2023-10-17\nb,2023-10-18\n__proto__,2023-10-19");
    expect(rowsOf(dataset).map((row) => dataset.id(row))).toEqual(["a", "b", "__proto__", "b"]);
    expect(["a", "b", "__proto__", "c", "constructor", ""].map((id) => dataset.find(id))).toEqual([
      0, 1, 2, -1, -1, -1,
    ]);
  });

  it("is the number of the row in the file where the table gives none", () => {
    const dataset = datasetOf("id,start\n,2023-10-20\na,2023-10-17");
    expect([dataset.id(0), dataset.id(1)]).toEqual(["a", "row-1"]);
    expect(dataset.find("row-1")).toBe(1);
    expect(dataset.find("row-2")).toBe(-1);
    expect(datasetOf("id,start\n,2023-10-20\nrow-1,2023-10-21").find("row-1")).toBe(0);
    const bare = datasetOf("start\n2023-10-20\n2023-10-17");
    expect([bare.id(0), bare.id(1)]).toEqual(["row-2", "row-1"]);
  });
});

describe("a cell", () => {
  const dataset = datasetOf("start,title,killed,constructor\n2023-10-17, Rockets ,,Ferrari\n2023-10-18,,3,", {
    facets: ["constructor"],
  });

  it("is read by column and row", () => {
    expect([dataset.text("title", 0), dataset.text("title", 1)]).toEqual(["Rockets", ""]);
    expect([dataset.text("constructor", 0), dataset.text("constructor", 1)]).toEqual(["Ferrari", ""]);
    expect([dataset.number("killed", 0), dataset.number("killed", 1)]).toEqual([NaN, 3]);
  });

  it("of a column that there is not is empty, whatever objects are born with", () => {
    for (const name of ["summary", "toString", "__proto__", "hasOwnProperty"]) {
      expect(dataset.text(name, 0)).toBe("");
      expect(dataset.number(name, 0)).toBeNaN();
    }
  });
});

describe("the events of a place", () => {
  it("are its rows in time order, as a look at every row finds them", () => {
    const row = fc.record({day: fc.nat(20), place: fc.integer({min: -1, max: 5})});
    fc.assert(
      fc.property(fc.array(row, {minLength: 1, maxLength: 30}), (rows) => {
        const cells = rows.map(({day, place}) =>
          place === -1 ? [dayText(day), "", "", ""] : [dayText(day), `P${place}`, `${place}`, "40"],
        );
        const dataset = datasetOf(csvOf(["start", "place", "lat", "lon"], cells));
        const {place} = dataset.columns;
        for (let p = 0; p < dataset.placeCount; p++) {
          const expected = rowsOf(dataset).filter((row) => dataset.text("place", row) === dataset.placeName(p, "en"));
          expect([...dataset.rowsAt(p)]).toEqual(expected);
          expect(expected.every((row) => place[row] === p)).toBe(true);
        }
        expect(rowsOf(dataset).filter((row) => place[row] === -1)).toHaveLength(
          rows.filter(({place}) => place === -1).length,
        );
      }),
    );
  });
});

describe("the buffers of a dataset", () => {
  it("can be handed to another thread, every one once", () => {
    const {columns} = parsed("start,lat,lon,status\n2023-10-17,33,44,claim");
    const found = buffersOf(columns);
    expect(new Set(found).size).toBe(found.length);
    const moved = structuredClone(columns, {transfer: found});
    expect(found.every(({byteLength}) => byteLength === 0)).toBe(true);
    expect([moved.start.length, moved.places.lat[0], moved.categories["status"]!.values]).toEqual([
      1,
      33,
      ["", "claim"],
    ]);
  });

  it("are found in lists of columns too, and not looked for in texts", () => {
    const lists = {
      blocks: [Uint8Array.of(1), Uint8Array.of(2)],
      words: [{ends: Uint32Array.of(3)}],
      values: ["a"],
      none: [],
    };
    expect(buffersOf(lists)).toEqual([lists.blocks[0].buffer, lists.blocks[1].buffer, lists.words[0].ends.buffer]);
  });
});
