// @vitest-environment node
import fc from "fast-check";
import {expect, it} from "vitest";
import {byteStores} from "../../../../src/data/import/bytes/plainRows.ts";
import {setOrder, settle} from "../../../../src/data/import/bytes/settled.ts";
import {makePlan} from "../../../../src/data/plan.ts";
import type {Readers} from "../../../../src/data/readers.ts";
import {Issues} from "../../../../src/data/report.ts";
import {TableBuilder} from "../../../../src/data/table.ts";
import {textAt} from "../../../../src/data/text.ts";

const DAY = 86_400_000;

/** A builder whose rows say their start and length in days, with gaps among their numbers where some were rejected. */
function builderOf(rows: readonly {start: number; length: number; title: string}[], isSparse: boolean): TableBuilder {
  const {plan} = makePlan({timezone: "UTC", mapping: {id: "id", start: "date", title: "title", category: "title"}}, [
    "id",
    "date",
    "title",
  ]);
  const readers = {
    when: ([, days]: readonly string[]) => {
      const [start, length] = days.split(" ").map(Number);
      return {start: start * DAY, end: (start + length) * DAY, precision: "day"};
    },
    point: () => "blank",
    count: () => NaN,
    placePrecision: () => null,
  } as unknown as Readers;
  const builder = new TableBuilder(plan, readers, new Map(), new Issues(), byteStores);
  rows.forEach(({start, length, title}, i) =>
    builder.add([`e${i}`, `${start} ${length}`, title], isSparse ? 2 * i + 1 : i + 1),
  );
  return builder;
}

it("puts all of a row in order of time, rows of one time as they came", () => {
  const row = fc.record({
    start: fc.nat(6),
    length: fc.constantFrom(1, 1, 1, 2),
    title: fc.constantFrom("a", "b", "é", ""),
  });
  fc.assert(
    fc.property(fc.array(row, {minLength: 1, maxLength: 40}), fc.boolean(), (rows, isSparse) => {
      const builder = builderOf(rows, isSparse);
      setOrder(builder, settle(builder));
      const {columns} = builder.finish();
      const inOrder = rows.map((each, i) => ({...each, i})).sort((a, b) => a.start - b.start || a.i - b.i);
      const found = inOrder.map((_, at) => ({
        start: columns.start[at] / DAY,
        length: (columns.end[at] - columns.start[at]) / DAY,
        title: textAt(columns.texts["title"], at),
        category: columns.categories["category"].values[columns.categories["category"].codes[at]],
        id: textAt(columns.texts["id"], at),
        row: columns.row[at],
      }));
      expect(found).toEqual(
        inOrder.map(({start, length, title, i}) => ({
          start,
          length,
          title,
          category: title,
          id: `e${i}`,
          row: isSparse ? 2 * i + 1 : i + 1,
        })),
      );
    }),
  );
});
