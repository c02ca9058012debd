// @vitest-environment node
import {expect, it} from "vitest";
import {byteStores} from "../../../src/data/import/bytes/plainRows.ts";
import {cellsOf, putBefore} from "../../../src/data/import/cellsPart.ts";
import {makePlan} from "../../../src/data/plan.ts";
import type {Readers} from "../../../src/data/readers.ts";
import {Issues} from "../../../src/data/report.ts";
import {TableBuilder} from "../../../src/data/table.ts";
import {textAt} from "../../../src/data/text.ts";

const readers = {
  when: ([, time]: readonly string[]) => ({start: Number(time), end: Number(time) + 1, precision: "day"}),
  point: () => "blank",
  count: (cell: string) => Number(cell),
  placePrecision: () => null,
} as unknown as Readers;

/** A builder of rows `[from, to)`, each of which is of a category of its own, unless it is one of the last `alike`. */
function builderOf(from: number, to: number, alike = 0): TableBuilder {
  const names = ["id", "date", "category", "killed", "title"];
  const mapping = {id: "id", start: "date", category: "category", killed: "killed", title: "title"};
  const {plan} = makePlan({timezone: "UTC", mapping}, names);
  const builder = new TableBuilder(plan, readers, new Map(), new Issues(), byteStores);
  for (let i = from; i < to; i++)
    builder.add([`e${i}`, `${to - i}`, i < to - alike ? `category ${i}` : "alike", `${i % 7}`, `é ${i}`], i - from + 1);
  return builder;
}

it.each([
  ["few", 30, 20, Uint16Array],
  ["as many as two bytes tell apart", 40_000, 25_534, Uint16Array],
  ["more than that", 40_000, 25_535, Uint32Array],
])("puts cells behind those of another part, with %s categories in both", (_, first, second, kind) => {
  const builder = builderOf(first, first + second + 9, 9);
  putBefore({builder}, cellsOf({builder: builderOf(0, first, 1)}));
  const {length} = builder;
  expect(length).toBe(first + second + 9);
  builder.sorted = {order: Uint32Array.from({length}, (_, i) => length - 1 - i), standing: []};
  const {categories, numbers, texts} = builder.finishCells();
  const {codes, values} = categories["category"];
  expect(codes).toBeInstanceOf(kind);
  expect(new Set(values).size).toBe(values.length);
  const found = Array.from(codes, (code, at) => [values[code], numbers["killed"][at], textAt(texts["title"], at)]);
  const came = Array.from({length}, (_, i) => [
    i === first - 1 || i >= length - 9 ? "alike" : `category ${i}`,
    i % 7,
    `é ${i}`,
  ]);
  expect(found).toEqual(came.toReversed());
});
