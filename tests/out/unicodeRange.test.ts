// @vitest-environment node
import {expect, it} from "vitest";
import {rangesOf} from "../../src/out/unicodeRange.ts";

it("reads stretches, single signs and wild cards of a unicode-range", () => {
  expect(rangesOf("U+0020-007E, U+00A0, U+4??")).toEqual([
    [0x20, 0x7e],
    [0xa0, 0xa0],
    [0x400, 0x4ff],
  ]);
  expect(rangesOf("")).toEqual([[0, 0x10ffff]]);
});
