// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {DATE_PRECISIONS} from "../../../../src/data/calendar.ts";
import {ByteRecords} from "../../../../src/data/formats/bytes/byteRecords.ts";
import {PlainDates} from "../../../../src/data/import/bytes/plainDate.ts";
import {plainNumbers} from "../../../../src/data/import/bytes/plainNumber.ts";
import {writeDegrees} from "../../../../src/data/import/bytes/degreesText.ts";
import type {DateStyle} from "../../../../src/data/reading.ts";
import {dateReader} from "../../../../src/data/understand/dateReader.ts";
import {readDecimal} from "../../../../src/data/understand/decimalText.ts";
import {Zone} from "../../../../src/data/zone.ts";

const encoder = new TextEncoder();

describe("a date read from bytes", () => {
  const zone = new Zone("Asia/Tehran");
  const style: fc.Arbitrary<DateStyle> = fc.record(
    {
      order: fc.constantFrom("dmy", "mdy", "ymd"),
      numbers: fc.constantFrom("year", "compact", "seconds", "milliseconds", "days1900"),
      lastYear: fc.constantFrom(2026, 99),
      newYear: fc.constantFrom("day", "year"),
      midnight: fc.constant("day"),
      utc: fc.boolean(),
    },
    {requiredKeys: ["order", "numbers", "lastYear"]},
  );
  const part = fc.constantFrom(..."00|0|1|01|2|12|13|24|29|30|31|59|60|99|1999|2024|2100|9999|0999".split("|"));
  const sign = fc.constantFrom(..."-|-|-|/|.|:|:|T| |t|Z|+|".split("|"));
  const pieces = fc.array(fc.tuple(part, sign), {minLength: 1, maxLength: 7}).map((all) => all.flat().join(""));
  const likely = fc
    .tuple(
      fc.constantFrom("1999", "2024", "0999", "9999", "24", "5", "05", "13"),
      fc.constantFrom("-", "/", "."),
      fc.constantFrom("1", "01", "02", "2", "12", "13", "00"),
      fc.constantFrom("1", "01", "29", "30", "31", "1999", "24", "2024", "9999"),
      fc.constantFrom(
        "",
        "",
        "T10:20",
        " 00:00",
        "T23:59:59",
        " 1:20",
        "T10:20:30.123456",
        "t24:00",
        "T10:20:60",
        " 10",
      ),
      fc.constantFrom("", "", "Z", "z", "+02:00", "-0330", "+19:00", "+02", " UTC", "+02:60"),
    )
    .map(([year, sign, month, day, time, end]) => `${year}${sign}${month}${sign}${day}${time}${end}`);

  it("is what the reader of texts makes of it, or is left to that", () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(pieces, likely), style, (text, style) => {
        const dates = new PlainDates(style, zone, false);
        const bytes = encoder.encode(`7${text}7`);
        if (!dates.read(bytes, 1, bytes.length - 1)) return;
        read++;
        const {start, end, precision} = dates;
        expect(dateReader(style, zone)(text)).toMatchObject({start, end, precision: DATE_PRECISIONS[precision]});
      }),
      {numRuns: 20_000},
    );
    expect(read).toBeGreaterThan(300);
  });
});

describe("a number read from bytes", () => {
  it("is the double that the reader of texts gives", () => {
    const text = fc.oneof(
      fc.string({unit: fc.constantFrom(..."0123456789.,+-e "), maxLength: 20}),
      fc.double({noNaN: true, min: -1e9, max: 1e9}).map((value) => value.toFixed(6)),
    );
    const records = new ByteRecords();
    fc.assert(
      fc.property(text, fc.constantFrom(".", ","), (text, decimal) => {
        const bytes = encoder.encode(`1${text}1`);
        records.use(bytes);
        records.left[0] = 1;
        records.right[0] = bytes.length - 1;
        const values = Float64Array.of(0, 0);
        const isRead = plainNumbers(records, 0, 0, 1, decimal.charCodeAt(0), values, 1) === 1;
        if (text === "") expect([isRead, values[1]]).toEqual([true, NaN]);
        else if (isRead) expect(values[1]).toBe(readDecimal(text, decimal as "." | ","));
        else if (text.replace(/\D/g, "").length <= 15) expect(readDecimal(text, decimal as "." | ",")).toBeNaN();
      }),
      {numRuns: 5000},
    );
  });
});

describe("degrees written as text", () => {
  it("are what a number is written as anywhere", () => {
    const degrees = fc.oneof(
      fc
        .tuple(fc.integer({min: -18_000_000, max: 18_000_000}), fc.nat(12))
        .map(([n, digits]) => n / 10 ** digits)
        .filter((value) => Math.abs(value) <= 180),
      fc.double({min: -180, max: 180, noNaN: true}),
      fc.constantFrom(0, 1e-6, 1e-7, -1e-6, 100, -100, 99.99999, 180, 0.1, -0.5, 10),
    );
    fc.assert(
      fc.property(degrees, (value) => {
        const room = new Uint8Array(64);
        expect(new TextDecoder().decode(room.subarray(3, writeDegrees(value, room, 3)))).toBe(String(value));
      }),
      {numRuns: 5000},
    );
  });
});
