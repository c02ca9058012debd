// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {shownDate} from "../../../src/data/formats/numberFormat.ts";
import {serialDate} from "../../../src/data/formats/serialDate.ts";

const show = (serial: number, format: string, from1904 = false) => {
  const shown = shownDate(format);
  return shown === null ? null : serialDate(serial, shown, from1904);
};

describe("a number format", () => {
  it.each([
    "General",
    "0",
    "0.00",
    "#,##0",
    "0%",
    "0.00E+00",
    "##0.0E+0",
    "# ?/?",
    "@",
    '_-* #,##0.00\\ "€"_-;-* #,##0.00\\ "€"_-',
    '"day" 0',
    "[Red]-0;0",
    'General" days"',
    '"yes";"no"',
    "",
  ])("%j shows no date", (format) => expect(shownDate(format)).toBeNull());

  // 45319.604513888888 is 28 January 2024, 14:30:30.
  it.each([
    ["m/d/yy", "2024-01-28"],
    ["yyyy-mm-dd", "2024-01-28"],
    ["dd.mm.yyyy", "2024-01-28"],
    ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2024-01-28"],
    ["[$-409]d\\-mmm\\-yy;@", "2024-01-28"],
    ["d-mmm", "2024-01-28"],
    ["dddd", "2024-01-28"],
    ['yyyy"年"m"月"d"日"', "2024-01-28"],
    ["[$-411]ge.m.d", "2024-01-28"],
    ["mmm-yy", "2024-01"],
    ["mmmm yyyy", "2024-01"],
    ["yyyy", "2024"],
    ["e", "2024"],
    ["m/d/yy h:mm", "2024-01-28T14:30"],
    ["dd/mm/yyyy hh:mm:ss", "2024-01-28T14:30:30"],
    ["yyyy\\-mm\\-dd\\Thh:mm:ss.000", "2024-01-28T14:30:30.000"],
    ["dd/mm/yyyy h AM/PM", "2024-01-28T14:30"],
    ["mmm yyyy h:mm", "2024-01-28T14:30"],
    ["h:mm", "14:30"],
    ["h:mm AM/PM", "14:30"],
    ["h:mm:ss", "14:30:30"],
    ["mm:ss", "14:30:30"],
    ["h:mm;@", "14:30"],
  ])("%j shows a date as precisely as %s", (format, expected) =>
    expect(show(45319.604513888888, format)).toBe(expected),
  );

  it("counts hours on where it says so", () => {
    expect(show(1.5, "[h]:mm")).toBe("36:00");
    expect(show(1.5, "h:mm")).toBe("12:00");
  });

  it("is read in no time, however long and strange", () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(...'ymdhse.[]"\\0;-+ag/p_*#'.split(""))}), (format) => {
        shownDate(format);
      }),
    );
    expect(shownDate('"'.repeat(100_000))).toBeNull();
  });
});

describe("a serial number", () => {
  it("is the day it says for every day from March 1900 to 9999", () => {
    const day = fc.integer({min: 61, max: 2_958_465});
    fc.assert(
      fc.property(day, (serial) => {
        const expected = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
        expect(show(serial, "yyyy-mm-dd")).toBe(expected);
        expect(show(serial - 1462, "yyyy-mm-dd", true)).toBe(serial < 1462 ? null : expected);
      }),
    );
  });

  it("keeps every second of the day", () => {
    fc.assert(
      fc.property(fc.integer({min: 61, max: 60_000}), fc.integer({min: 0, max: 86_399}), (serial, second) => {
        const time = new Date(second * 1000).toISOString().slice(11, 19);
        expect(show(serial + second / 86_400, "yyyy-mm-dd hh:mm:ss")?.slice(11)).toBe(time);
        expect(show(serial + second / 86_400, "yyyy-mm-dd hh:mm")?.slice(11)).toBe(time.slice(0, 5));
      }),
    );
  });

  it("has the days around 29 February 1900 as spreadsheets have them", () => {
    expect([1, 59, 60, 61].map((serial) => show(serial, "m/d/yyyy"))).toEqual([
      "1900-01-01",
      "1900-02-28",
      "1900-02-29",
      "1900-03-01",
    ]);
    expect(show(0, "m/d/yyyy")).toBe("1900-01-00");
    expect(show(0, "m/d/yyyy", true)).toBe("1904-01-01");
  });

  it("outside of the calendar is no date", () => {
    expect([-1, 2_958_466, 45_319_000_000, NaN, Infinity].map((serial) => show(serial, "m/d/yy"))).toEqual(
      Array.from({length: 5}, () => null),
    );
  });
});
