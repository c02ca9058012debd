import {describe, expect, it} from "vitest";
import {keepBinaryCells} from "../../../src/data/formats/xlsbRecords.ts";

const record = (type: number, body: readonly number[]) => [
  ...(type < 128 ? [type] : [(type & 127) | 128, type >> 7]),
  body.length,
  ...body,
];
const text = (value: string) => [value.length, 0, 0, 0, ...[...value].flatMap((letter) => [letter.charCodeAt(0), 0])];
const CELL = [2, 0, 0, 0, 1, 0, 0, 0];
const ONE = [0, 0, 0, 0, 0, 0, 0xf0, 0x3f];

const kept = (...records: number[][]) => {
  const made = keepBinaryCells(Uint8Array.from(records.flat()));
  return made && [...made];
};

describe("the records of a binary workbook", () => {
  it("are left where they are cells, and the others are left out", () => {
    const row = record(0x00, Array<number>(17).fill(0));
    const cells = [record(0x05, [...CELL, ...ONE]), record(0x06, [...CELL, ...text("a")])];
    expect(kept(row, record(0x27, [1, 2]), ...cells, record(0x1aa, [9]))).toEqual([...row, ...cells.flat()]);
  });

  it("hold the results of formulas for the formulas", () => {
    expect(kept(record(0x09, [...CELL, ...ONE, 0, 0, 9, 9]))).toEqual(record(0x05, [...CELL, ...ONE, 0, 0, 9, 9]));
    expect(kept(record(0x08, [...CELL, ...text("b"), 0, 0]))).toEqual(record(0x06, [...CELL, ...text("b"), 0, 0]));
    expect(kept(record(0x0a, [...CELL, 1, 0, 0]))).toEqual(record(0x04, [...CELL, 1, 0, 0]));
    expect(kept(record(0x0b, [...CELL, 7, 0, 0]))).toEqual(record(0x03, [...CELL, 7, 0, 0]));
  });

  it("lose what a rich text says of its looks", () => {
    expect(kept(record(0x13, [3, ...text("c"), 5, 5]))).toEqual(record(0x13, [0, ...text("c"), 5, 5]));
    expect(kept(record(0x3e, [...CELL, 1, ...text("c")]))).toEqual(record(0x3e, [...CELL, 0, ...text("c")]));
  });

  it("are refused where a text is longer than its record, or a record than the part", () => {
    const long = [255, 255, 255, 255, 97, 0];
    expect(kept(record(0x06, [...CELL, ...long]))).toBeNull();
    expect(kept(record(0x9c, [0, 0, 0, 0, 1, 0, 0, 0, ...text("rId1"), ...long]))).toBeNull();
    expect(kept(record(0x99, [0, 0, 0, 0, 0, 0, 0, 0, ...long]))).toBeNull();
    expect(kept([0x05, 200, 1])).toBeNull();
    expect(kept([0x85])).toBeNull();
  });

  it("may name a sheet that has no part, and settings without a name", () => {
    const sheet = record(0x9c, [0, 0, 0, 0, 1, 0, 0, 0, 255, 255, 255, 255, ...text("S")]);
    const settings = record(0x99, [1, 0, 0, 0, 0, 0, 0, 0]);
    expect(kept(sheet, settings)).toEqual([...sheet, ...settings]);
  });
});
