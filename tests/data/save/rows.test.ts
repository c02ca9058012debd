// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Aggregates} from "../../../src/data/aggregates.ts";
import {allRows, shownRows} from "../../../src/data/save/rows.ts";
import {importText} from "../import/read.ts";
import {csvOf} from "./saved.ts";
import {loadedTable} from "./tables.ts";

const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
const DAY = 86_400_000;

describe("the rows to save", () => {
  it("are all of them in the order of the file", () => {
    const loaded = loadedTable(
      ["date", "title"],
      [
        ["2024-03-01", "a"],
        ["", "none"],
        ["2024-01-01", "b"],
        ["2024-02-01", "c"],
      ],
    );
    const titles = [...allRows(loaded.dataset)].map((row) => loaded.dataset.text("title", row));
    expect(titles).toEqual(["a", "b", "c"]);
  });

  it("are those that the window and the filters let through, counted by hand", async () => {
    const rowsOf = fc.array(fc.tuple(fc.nat(60), fc.constantFrom("a", "b", "c"), fc.boolean()), {
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(
        rowsOf,
        fc.nat(60),
        fc.nat(60),
        fc.subarray(["a", "b", "c"]),
        async (rows, from, length, kept) => {
          const table = rows.map(([n, kind, isBackground], i) => [day(n), `t${i}`, kind, isBackground ? "old" : ""]);
          const loaded = loadedTable(["date", "title", "kind", "scope"], table, {
            mapping: {start: "date", title: "title"},
            facets: ["kind"],
            background: {scope: ["old"]},
          });
          const aggregates = new Aggregates(loaded.dataset, ["kind"]);
          aggregates.filter({kind: kept}, null);
          const first = Date.UTC(2024, 0, 1 + from);
          const window = loaded.dataset.rows(first, first + length * DAY);
          const shown = shownRows(loaded.dataset, window, (row) => aggregates.passes(row));
          const expected = rows.flatMap(([n, kind, isBackground], i) =>
            n >= from && n < from + length && kept.includes(kind) && !isBackground ? [`t${i}`] : [],
          );
          expect([...shown].map((row) => loaded.dataset.text("title", row))).toEqual(expected);
          if (expected.length === 0) return;
          const back = await importText(csvOf(loaded, shown));
          expect(back.report).toMatchObject({preset: "dateline", rows: expected.length, rejected: 0});
        },
      ),
      {numRuns: 60},
    );
  });
});
