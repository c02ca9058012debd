// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Dictionary} from "../../../../src/data/import/bytes/dictionary.ts";

const encoder = new TextEncoder();

describe("a dictionary of texts in UTF-8", () => {
  it("numbers texts and bytes alike, in the order they first appear, the empty one 0", () => {
    const text = fc.oneof(fc.constantFrom("", "a", "b", "__proto__", "é"), fc.string({unit: "grapheme", maxLength: 5}));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean()), {maxLength: 60}), (given) => {
        const dictionary = new Dictionary();
        const codes = given.map(([text, asBytes]) => {
          const bytes = encoder.encode(`<${text}>`);
          return asBytes
            ? dictionary.codeOf(new DataView(bytes.buffer, 1), 0, bytes.length - 2)
            : dictionary.code(text);
        });
        const different = [...new Set(["", ...given.map(([text]) => text)])];
        expect(codes).toEqual(given.map(([text]) => different.indexOf(text)));
        expect(dictionary.values()).toEqual(different);
        expect(dictionary.size).toBe(different.length);
      }),
    );
  });

  it("tells a hundred thousand texts apart", () => {
    const dictionary = new Dictionary();
    const texts = Array.from({length: 100_000}, (_, i) => `site ${i * 7919}`);
    expect(texts.map((text) => dictionary.code(text))).toEqual(texts.map((_, i) => i + 1));
    expect(texts.every((text, i) => dictionary.code(text) === i + 1)).toBe(true);
    expect(dictionary.text(70_000)).toBe(texts[69_999]);
  });
});
