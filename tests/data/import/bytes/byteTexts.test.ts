// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {memoryOf} from "../../../../src/data/formats/bytes/memory.ts";
import {ByteTexts} from "../../../../src/data/import/bytes/byteTexts.ts";
import {textAt, type TextColumn} from "../../../../src/data/text.ts";

const encoder = new TextEncoder();
const valuesOf = (column: TextColumn) => Array.from(column.ends, (_, row) => textAt(column, row));

/** Rows gathered, every other cell as bytes, and given back in an order. */
function gathered(rows: readonly (readonly string[])[], order: Uint32Array | null, wanted: readonly number[]) {
  const texts = new ByteTexts(rows[0].length, 0);
  rows.forEach((cells, i) =>
    cells.forEach((cell, column) => {
      const bytes = encoder.encode(`-${cell}-`);
      if ((i + column) % 2 === 0) texts.push(column, cell);
      else texts.pushBytes(column, memoryOf(bytes), 1, bytes.length - 1, false);
    }),
  );
  const sizes = rows[0].map((_, column) => texts.size(column));
  return {columns: texts.finish(order, wanted), sizes};
}

describe("columns of text gathered as bytes", () => {
  const cell = fc.oneof(
    fc.string({unit: fc.constantFrom("a", " ", ","), maxLength: 6}),
    fc.string({unit: fc.constantFrom("a", "é", "ÿ"), maxLength: 6}),
    fc.string({unit: "grapheme", maxLength: 6}),
  );

  it("give every text back, row by row and joined, in the order of the rows", () => {
    const plain = fc.string({unit: fc.constantFrom("a", "b"), maxLength: 9});
    const row = fc.tuple(fc.oneof(plain, cell), plain, cell);
    fc.assert(
      fc.property(fc.array(row, {minLength: 1, maxLength: 80}), fc.boolean(), fc.subarray([0, 1, 2]), (...given) => {
        const [rows, turned, wanted] = given;
        const order = turned ? Uint32Array.from(rows, (_, i) => rows.length - 1 - i) : null;
        const {columns, sizes} = gathered(rows, order, wanted);
        const inOrder = turned ? rows.toReversed() : rows;
        expect(columns.map(valuesOf)).toEqual(wanted.map((column) => inOrder.map((cells) => cells[column])));
        expect(columns.map(({joined}) => joined)).toEqual(
          wanted.map((column) => inOrder.map((cells) => cells[column]).join("")),
        );
        expect(columns.map(valuesOf)).toEqual(wanted.map((column) => inOrder.map((cells) => cells[column])));
        expect(sizes).toEqual([0, 1, 2].map((column) => rows.reduce((sum, cells) => sum + cells[column].length, 0)));
      }),
      {numRuns: 300},
    );
  });

  it("are put in any order once they are joined", () => {
    const count = 1000;
    const rows = Array.from({length: 2 * count}, (_, i) => [`id ${i}`, "x".repeat(i % 40), i % 3 === 0 ? "é" : `${i}`]);
    const store = (from: number) => {
      const texts = new ByteTexts(3, 0);
      for (const cells of rows.slice(from, from + count)) cells.forEach((cell, column) => texts.push(column, cell));
      return texts;
    };
    const texts = ByteTexts.of(store(0).part());
    texts.join(store(count).part());
    const order = Uint32Array.from({length: 2 * count}, (_, i) => (i * 1201) % (2 * count));
    const expected = [...order].map((row) => rows[row]);
    const columns = texts.finish(order, [0, 1, 2]);
    expect(columns.map(valuesOf)).toEqual([0, 1, 2].map((column) => expected.map((cells) => cells[column])));
  });

  it("tell the rows whose id may stand twice, in whatever order they are", () => {
    const id = (i: number) => `e${i % 290}`;
    const texts = new ByteTexts(2, 1);
    for (let i = 0; i < 300; i++) ["title", id(i)].forEach((cell, column) => texts.push(column, cell));
    const order = Uint32Array.from({length: 300}, (_, i) => (i * 7) % 300);
    const [, ids] = texts.finish(order, [0, 1]);
    const all = valuesOf(ids);
    const expected = [...all.keys()].filter((row) => all.indexOf(all[row]) !== all.lastIndexOf(all[row]));
    expect(expected).toHaveLength(20);
    const found = [...texts.likelyAlike()];
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found).toEqual(expect.arrayContaining(expected));
  });

  it("hold cells and rows that are longer than the blocks they are kept in", () => {
    const rows = [
      ["a", "b"],
      ["x".repeat(70_000), "y".repeat(5_000_000)],
      ["", "z".repeat(4_194_304)],
      ["é".repeat(3_000_000), ""],
      ["", ""],
      ["c", "d"],
    ];
    const {columns} = gathered(rows, Uint32Array.of(5, 4, 3, 2, 1, 0), [0, 1]);
    const inOrder = rows.toReversed();
    for (const column of [0, 1]) {
      const found = valuesOf(columns[column]);
      expect(found.every((text, i) => text === inOrder[i][column])).toBe(true);
      expect(columns[column].joined === inOrder.map((cells) => cells[column]).join("")).toBe(true);
    }
  });
});
