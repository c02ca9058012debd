import {describe, expect, it} from "vitest";
import {keepCells} from "../../../src/data/formats/xlsRecords.ts";

const record = (type: number, body: readonly number[]) => [
  type & 255,
  type >> 8,
  body.length & 255,
  body.length >> 8,
  ...body,
];
const beginning = (version: number) => record(0x0809, [version & 255, version >> 8, 5, 0]);
const NUMBER = record(0x0203, [0, 0, 1, 0, 15, 0, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
/** Cell, cached 1, flags, then an expression of `length` tokens. */
const formula = (length: number, tokens: readonly number[]) =>
  record(0x0006, [0, 0, 2, 0, 15, 0, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0, 0, 0, 0, 0, 0, length, 0, ...tokens]);

const kept = (...records: number[][]) => {
  const stream = Uint8Array.from(records.flat());
  return keepCells(stream) ? [...stream] : null;
};

describe("the records of a workbook", () => {
  it("are left where they are cells", () => {
    expect(kept(beginning(0x0600), NUMBER)).toEqual([...beginning(0x0600), ...NUMBER]);
    expect(kept(beginning(0x0500), NUMBER)).toEqual([...beginning(0x0500), ...NUMBER]);
  });

  it("lose the expression of a formula and keep what it came to", () => {
    expect(kept(beginning(0x0600), formula(9, [0x21, 3, 4]))).toEqual([
      ...beginning(0x0600),
      ...formula(0, [0x21, 3, 4]),
    ]);
  });

  it("are passed over where they are names, arrays or links, and stay where they were", () => {
    for (const type of [0x0018, 0x0221, 0x04bc, 0x01b8])
      expect(kept(beginning(0x0600), record(type, [1, 2, 3]), NUMBER)).toEqual([
        ...beginning(0x0600),
        ...record(0x0090, [1, 2, 3]),
        ...NUMBER,
      ]);
  });

  it("are passed over where a formula has no room for its expression", () => {
    expect(kept(beginning(0x0600), record(0x0006, [0, 0, 0]))).toEqual([
      ...beginning(0x0600),
      ...record(0x0090, [0, 0, 0]),
    ]);
  });

  it("are of Excel 5 or later", () => {
    expect(kept(beginning(0x0200), NUMBER)).toBeNull();
    expect(kept(NUMBER)).toBeNull();
    expect(kept([])).toBeNull();
  });
});
