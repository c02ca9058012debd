// @vitest-environment node
import fc from "fast-check";
import {expect, it} from "vitest";
import {likelyAlike} from "../../../../src/data/import/bytes/likelyAlike.ts";

const twice = (hashes: Int32Array): number[] =>
  [...hashes.keys()].filter((i) => hashes.indexOf(hashes[i]) !== hashes.lastIndexOf(hashes[i]));

it("names every hash that is there twice, ascending", () => {
  const hash = fc.oneof(fc.integer({min: -3, max: 3}), fc.integer({min: -(2 ** 31), max: 2 ** 31 - 1}));
  fc.assert(
    fc.property(fc.array(hash, {maxLength: 60}), (given) => {
      const hashes = Int32Array.from(given);
      expect([...likelyAlike(hashes)]).toEqual(twice(hashes));
    }),
  );
});

it("names no others of a hundred thousand", () => {
  const hashes = Int32Array.from({length: 100_000}, (_, i) => Math.imul(i % 99_990, 0x9e3779b1));
  const found = [...likelyAlike(hashes)];
  const expected = [...Array.from({length: 10}, (_, i) => i), ...Array.from({length: 10}, (_, i) => 99_990 + i)];
  expect(found).toEqual(expected);
});

it("names all that are twice where most are, and hardly any others", () => {
  const hashes = Int32Array.from({length: 200_000}, (_, i) => Math.imul(i % 120_000, 0x9e3779b1));
  const found = likelyAlike(hashes);
  expect([...found].filter((i) => i < 80_000 || i >= 120_000)).toHaveLength(160_000);
  expect(found.length).toBeLessThan(165_000);
});
