// @vitest-environment node
import fc from "fast-check";
import {expect, it} from "vitest";
import {ByteTexts} from "../../../src/data/import/bytes/byteTexts.ts";
import {StoredText} from "../../../src/data/import/storedText.ts";
import {packText, rowOf, rowsOf, sizeAt, textAt} from "../../../src/data/text.ts";

it("gives the texts of its order, one by one and as one, and the first row that has a text", () => {
  const text = fc.string({unit: fc.constantFrom("a", "b"), maxLength: 3});
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), {minLength: 1, maxLength: 30}), fc.boolean(), (rows, isTurned) => {
      const texts = new ByteTexts(2);
      for (const cells of rows) cells.forEach((cell, column) => texts.push(column, cell));
      const order = isTurned ? Uint32Array.from(rows, (_, i) => rows.length - 1 - i) : null;
      const columns = texts.finish(order, [0, 1]);
      const inOrder = isTurned ? rows.toReversed() : rows;
      columns.forEach((column, k) => {
        const expected = packText(inOrder.map((cells) => cells[k]));
        expect(column).toBeInstanceOf(StoredText);
        expect(rowsOf(column)).toBe(rows.length);
        inOrder.forEach((cells, row) => {
          expect(textAt(column, row)).toBe(cells[k]);
          expect(sizeAt(column, row)).toBe(cells[k].length);
        });
        expect({joined: column.joined, ends: column.ends}).toEqual(expected);
        for (const wanted of ["a", "b", "ab", "bab", "c", "é"])
          expect(rowOf(column, wanted)).toBe(inOrder.findIndex((cells) => cells[k] === wanted));
      });
    }),
  );
});
