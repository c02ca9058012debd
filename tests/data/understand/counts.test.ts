// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {countReader, profileNumbers, type CountReading} from "../../../src/data/understand/counts.ts";

const exactly = (best: number): CountReading => ({best, low: NaN, high: NaN});
const atLeast = (low: number): CountReading => ({best: low, low, high: NaN});
const upTo = (high: number): CountReading => ({best: NaN, low: NaN, high});
const between = (low: number, high: number, best = NaN): CountReading => ({best, low, high});
const BAD = "bad-number";

describe("a count", () => {
  const table: readonly (readonly [string, CountReading])[] = [
    ["0", exactly(0)],
    ["-0", exactly(0)],
    ["3", exactly(3)],
    ["+3", exactly(3)],
    ["003", exactly(3)],
    [" 3 ", exactly(3)],
    ["3.0", exactly(3)],
    ["3.5", exactly(3.5)],
    ["0.333", exactly(0.333)],
    ["1.234", exactly(1.234)],
    ["1e3", exactly(1000)],
    ["1,234", exactly(1234)],
    ["1,234,567", exactly(1234567)],
    ["1,234.5", exactly(1234.5)],
    ["12,34,567", exactly(1234567)],
    ["1 234", exactly(1234)],
    ["1\u00a0234", exactly(1234)],
    ["1\u202f234", exactly(1234)],
    ["1'234", exactly(1234)],
    ["1’234", exactly(1234)],
    ["٧", exactly(7)],
    ["۱۲", exactly(12)],
    ["３", exactly(3)],
    ["١٬٢٣٤", exactly(1234)],
    ['"3"', exactly(3)],
    ["zero", exactly(0)],
    ["Two", exactly(2)],
    ["twelve", exactly(12)],
    ["3 killed", exactly(3)],
    ["12 civilians, mostly women", exactly(12)],
    ["two soldiers", exactly(2)],
    ["٧ قتلى", exactly(7)],
    ["3 thousand", exactly(3000)],
    ["1.2 million people", exactly(1_200_000)],
    ['"3 (1 child)"', exactly(3)],
    ["9(9)", exactly(9)],
    ["12[3]", exactly(12)],
    ["12 (unconfirmed)", exactly(12)],
    ["12 (10-15)", between(10, 15, 12)],
    ["12 (20-25)", exactly(12)],
    ["~10", exactly(10)],
    ["≈ 10", exactly(10)],
    ["about 20", exactly(20)],
    ["approx. 20 people", exactly(20)],
    ["ca. 20", exactly(20)],
    ["environ 20", exactly(20)],
    ["etwa 20", exactly(20)],
    ["حوالي 20", exactly(20)],
    ["5?", exactly(5)],
    ["5+", atLeast(5)],
    ["5 +", atLeast(5)],
    [">5", atLeast(5)],
    ["> 5", atLeast(5)],
    ["≥5", atLeast(5)],
    ["at least 7", atLeast(7)],
    ["At least seven killed", atLeast(7)],
    ["more than 1,000", atLeast(1000)],
    ["5 or more", atLeast(5)],
    ["5 or more killed", atLeast(5)],
    ["au moins 5", atLeast(5)],
    ["mindestens 5", atLeast(5)],
    ["al menos 5", atLeast(5)],
    ["не менее 5", atLeast(5)],
    ["up to 10", upTo(10)],
    ["<10", upTo(10)],
    ["≤ 10", upTo(10)],
    ["fewer than 10", upTo(10)],
    ["jusqu’à 10", upTo(10)],
    ["bis zu 10", upTo(10)],
    ["12-15", between(12, 15)],
    ["12–15", between(12, 15)],
    ["12 — 15", between(12, 15)],
    ["12 to 15", between(12, 15)],
    ["two to three", between(2, 3)],
    ["between 12 and 15", between(12, 15)],
    ["entre 12 et 15", between(12, 15)],
    ["12 bis 15", between(12, 15)],
    ["12 or 13 killed", between(12, 13)],
    ["~12-15", between(12, 15)],
    ["1,000-1,500", between(1000, 1500)],
    ["0-1", between(0, 1)],
    // Not known is never 0.
    ["", null],
    ["  ", null],
    ["?", null],
    ["N/A", null],
    ["NaN", null],
    ["Unknown", null],
    ["none", null],
    ["-", null],
    ["#REF!", null],
    ["-9", null],
    ["-99", null],
    ["−99", null],
    ["-999", null],
    ["-9.0", null],
    ["dozens", null],
    ["a dozen", null],
    ["two dozen", null],
    ["several people", null],
    ["pending", null],
    ["plusieurs", null],
    ["عشرات", null],
    // Neither.
    ["-1", BAD],
    ["-5", BAD],
    ["∞", BAD],
    ["Infinity", BAD],
    ["1e400", BAD],
    ["999999999999", BAD],
    ["0x10", BAD],
    ["1,5", BAD],
    ["12,34", BAD],
    ["15-12", BAD],
    ["1-2-3", BAD],
    ["2024-01-15", BAD],
    ["10/12", BAD],
    ["5%", BAD],
    ["3rd", BAD],
    ["3k", BAD],
    ["3 days", BAD],
    ["killed 3", BAD],
    ["$5", BAD],
    ["3 killed, 5 wounded", BAD],
    ["no casualties", BAD],
    ["=1+1", BAD],
    ["<script>1</script>", BAD],
  ];
  it.each(table)("of %j is read", (text, expected) => expect(countReader({decimal: "."})(text)).toEqual(expected));

  const commas: readonly (readonly [string, CountReading])[] = [
    ["33,7", exactly(33.7)],
    ["1.234", exactly(1234)],
    ["1.234.567,5", exactly(1234567.5)],
    ["1 234,5", exactly(1234.5)],
    ["12-15", between(12, 15)],
    ["mehr als 1.000", atLeast(1000)],
    ["3.5", BAD],
  ];
  it.each(commas)("of %j is read where a comma is decimal", (text, expected) =>
    expect(countReader({decimal: ","})(text)).toEqual(expected),
  );

  it("comes back from every way of grouping its digits", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.constantFrom(",", " ", "'", "’", "\u00a0", "\u202f"), (n, sign) => {
        const text = String(n).replace(/\B(?=(\d{3})+$)/g, sign);
        expect(countReader({decimal: "."})(text)).toEqual(exactly(n));
        const other = text.replaceAll(",", ".");
        expect(countReader({decimal: ","})(other)).toEqual(exactly(n));
      }),
    );
  });

  it("keeps both ends of any range", () => {
    const joint = fc.constantFrom("-", "–", " - ", " to ", " or ", " bis ", "..");
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({min: 1, max: 1000}), joint, (low, more, sign) => {
        expect(countReader({decimal: "."})(`${low}${sign}${low + more}`)).toEqual(between(low, low + more));
      }),
    );
  });

  it("is never negative, never unbounded and never an exception, whatever the text", () => {
    const words = fc.constantFrom(
      "12",
      "1,234",
      "-",
      "–",
      " ",
      "to",
      "at least ",
      "+",
      "~",
      "(",
      ")",
      "two",
      "-9",
      "%",
      "٧",
      "e9",
      ".",
    );
    const hostile = fc.oneof(
      fc.string({unit: "binary", maxLength: 40}),
      fc.array(words, {maxLength: 8}).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(hostile, fc.constantFrom("." as const, "," as const), (text, decimal) => {
        const found = countReader({decimal})(text);
        if (found === null || found === BAD) return;
        const {best, low, high} = found;
        for (const value of [best, low, high]) expect(Number.isNaN(value) || (value >= 0 && value <= 1e11)).toBe(true);
        expect([best, low, high].some((value) => !Number.isNaN(value))).toBe(true);
        expect(low > high || best > high || best < low).toBe(false);
      }),
      {numRuns: 3000},
    );
  });

  it("takes no longer for long and hostile cells", () => {
    const started = performance.now();
    for (const text of ["1", "1,234", " ", "1 ", "(", "several ", "at least ", "-", "one "])
      for (const length of [200, 1_000_000]) {
        const cell = text.repeat(length / text.length);
        expect(["bad-number", null]).toContain(countReader({decimal: "."})(cell));
      }
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe("a column of numbers", () => {
  const decimal = (...values: string[]) => profileNumbers(values).style.decimal;

  it("has a decimal comma where a comma does not stand before three digits", () => {
    expect(decimal("33,7", "12")).toBe(",");
    expect(decimal("1.234,5")).toBe(",");
    expect(decimal("1.234.567")).toBe(",");
    expect(decimal("0,333")).toBe(",");
  });

  it("groups with commas where three digits follow each", () => {
    expect(decimal("1,234", "12")).toBe(".");
    expect(decimal("1,234,567")).toBe(".");
    expect(decimal("1,234.5")).toBe(".");
    expect(decimal("12", "7")).toBe(".");
  });

  it("groups with points only where every number over a thousand has one", () => {
    expect(decimal("340", "12", "1.234", "2.000")).toBe(",");
    expect(decimal("340", "5120", "1.234")).toBe(".");
    expect(decimal("1.234", "2.345")).toBe(".");
    expect(decimal("0.333", "2", "1.667")).toBe(".");
  });

  it("counts what is filled, what can be read and what states a range", () => {
    const profile = profileNumbers(["3", "10-15", "5+", "", "N/A", "-99", "many", "abc", "0"]);
    expect(profile).toMatchObject({filled: 5, read: 4, ranges: 2});
  });

  it("names the numbers below zero that mean not known, unless others stand below zero too", () => {
    expect(profileNumbers(["3", "-99", "-9", "0", "-99"]).sentinels).toEqual(["-99", "-9"]);
    expect(profileNumbers(["3", "-99", "-1"]).sentinels).toEqual([]);
    expect(profileNumbers(["3", "0"]).sentinels).toEqual([]);
  });
});
