// @vitest-environment node
import fc from "fast-check";
import {expect, it} from "vitest";
import {ByteTexts} from "../../../src/data/import/bytes/byteTexts.ts";
import {StoredText} from "../../../src/data/import/storedText.ts";
import {rowOf} from "../../../src/data/text.ts";

it("finds the first row of its order that has a text", () => {
  const text = fc.string({unit: fc.constantFrom("a", "b"), maxLength: 3});
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), {minLength: 1, maxLength: 30}), fc.boolean(), (rows, isTurned) => {
      const texts = new ByteTexts(2);
      for (const cells of rows) cells.forEach((cell, column) => texts.push(column, cell));
      const order = isTurned ? Uint32Array.from(rows, (_, i) => rows.length - 1 - i) : null;
      const columns = texts.finish(order, [0, 1]);
      const inOrder = isTurned ? rows.toReversed() : rows;
      columns.forEach((column, k) => {
        expect(column).toBeInstanceOf(StoredText);
        for (const wanted of ["a", "b", "ab", "bab", "c", "é"])
          expect(rowOf(column, wanted)).toBe(inOrder.findIndex((cells) => cells[k] === wanted));
      });
    }),
  );
});
