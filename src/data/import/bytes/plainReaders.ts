import {DATE_PRECISIONS} from "../../calendar.ts";
import type {ByteRecords} from "../../formats/bytes/byteRecords.ts";
import type {TableBuilder} from "../../table.ts";
import type {PlainDates} from "./plainDate.ts";
import {isPlainLink} from "./plainLink.ts";
import {plainNumbers} from "./plainNumber.ts";

/** Reads a column of records `[from, to)` and writes it behind the rows that are there. Returns the first that is not plain; `to` for none. */
export type PlainReader = (records: ByteRecords, from: number, to: number) => number;

const HOUR_ON = DATE_PRECISIONS.indexOf("hour");
/** More people than ever lived. */
const MOST = 1e11;

/** Ends of rows whose start is known. */
export const endsReader =
  (builder: TableBuilder, dates: PlainDates, column: number): PlainReader =>
  ({bytes, first, left, right}, from, to) => {
    const {facts, length} = builder;
    const {start, end} = facts;
    for (let record = from, at = length; record < to; record++, at++) {
      const cell = first[record] + column;
      if (left[cell] === right[cell]) continue;
      if (!dates.read(bytes, left[cell], right[cell]) || !(dates.end > start[at])) return record;
      end[at] = dates.precision >= HOUR_ON ? Math.max(dates.start, start[at] + 1) : dates.end;
    }
    return to;
  };

/** The numbers that stand at `column`, -1 for none, in column `i` of the builder's; the bounds of counts are looked at but not taken from there. */
export const numbersReader =
  (builder: TableBuilder, i: number, column: number, isBound: boolean, decimal: number): PlainReader =>
  (records, from, to) => {
    const {values} = builder.numbers[i];
    const {length} = builder;
    if (column === -1) {
      values.fill(NaN, length, length + to - from);
      return to;
    }
    const end = plainNumbers(records, column, from, to, decimal, values, length);
    for (let record = from, at = length; record < end; record++, at++) {
      const value = values[at];
      if (Number.isNaN(value)) continue;
      if (!(value >= 0 && value <= MOST) || Object.is(value, -0)) return record;
      if (isBound) values[at] = NaN;
    }
    return end;
  };

/** Links are texts; those that are none, and not blank, take more to be told. */
export const linksReader =
  (column: number): PlainReader =>
  ({bytes, first, left, right}, from, to) => {
    for (let record = from; record < to; record++) {
      const cell = first[record] + column;
      if (left[cell] < right[cell] && !isPlainLink(bytes, left[cell], right[cell])) return record;
    }
    return to;
  };
