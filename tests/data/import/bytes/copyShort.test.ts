// @vitest-environment node
import fc from "fast-check";
import {expect, it} from "vitest";
import {memoryOf} from "../../../../src/data/formats/bytes/memory.ts";
import {copyShort} from "../../../../src/data/import/bytes/copyShort.ts";

it("copies any stretch between buffers that change, and nothing else", () => {
  const stretch = fc.record({
    at: fc.nat(40),
    length: fc.oneof(fc.nat(40), fc.integer({min: 500, max: 530})),
    start: fc.nat(40),
  });
  const sources = [1, 2].map((seed) => new Uint8Array(700).map((_, i) => (i * 37 * seed) % 251).subarray(seed));
  fc.assert(
    fc.property(fc.array(fc.tuple(stretch, fc.nat(1), fc.nat(1)), {minLength: 1, maxLength: 6}), (copies) => {
      const found = [3, 4].map((offset) => new Uint8Array(700).subarray(offset));
      const expected = found.map((each) => each.slice());
      for (const [{at, length, start}, from, to] of copies) {
        copyShort(memoryOf(sources[from]), at, at + length, memoryOf(found[to]), start);
        expected[to].set(sources[from].subarray(at, at + length), start);
      }
      expect(found.map((each) => [...each])).toEqual(expected.map((each) => [...each]));
    }),
  );
});
