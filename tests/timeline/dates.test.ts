import {describe, expect, it} from "vitest";
import {readTyped} from "../../src/timeline/dates.ts";

const day = (text: string) => Date.parse(`${text}T00:00Z`);
const record = [day("2023-10-17"), day("2024-02-09")] as const;

describe("a typed date", () => {
  it.each([
    ["2023-12-08", "2023-12-08"],
    ["8/12/2023", "2023-12-08"],
    ["08.12.2023", "2023-12-08"],
    ["8-12-2023", "2023-12-08"],
    [" 8/12/23 ", "2023-12-08"],
    ["8/12", "2023-12-08"],
    ["3/2", "2024-02-03"],
    ["29/2/2024", "2024-02-29"],
    ["٨/١٢/٢٠٢٣", "2023-12-08"],
  ])("%s is %s", (text, meant) => {
    expect(readTyped(text, record)).toBe(day(meant));
  });

  it.each(["30/2/2024", "29/2/2023", "13/13/2023", "2024-02-30", "Attack 7", "", "8"])("%s is none", (text) => {
    expect(readTyped(text, record)).toBeNull();
  });

  it("reads years that a browser would move to the twentieth century", () => {
    const year44 = new Date(0);
    year44.setUTCFullYear(44, 2, 15);
    year44.setUTCHours(0);
    expect(readTyped("15/3/0044", record)).toBe(year44.getTime());
  });
});

describe("a typed date of a time long past", () => {
  const utc = (year: number, month = 1, date = 1) => {
    const time = new Date(0);
    time.setUTCFullYear(year, month - 1, date);
    return time.getTime();
  };
  const ancient = [utc(-500), utc(-19)] as const;

  it.each([
    ["15/3/44 BC", utc(-43, 3, 15)],
    ["15/3/44 BCE", utc(-43, 3, 15)],
    ["15/3/44 b.c.", utc(-43, 3, 15)],
    ["15/3/44 av. J.-C.", utc(-43, 3, 15)],
    ["15/3/44 ق.م", utc(-43, 3, 15)],
    ["44 BC", utc(-43)],
    ["500 av. J.-C.", utc(-499)],
    ["1 BC", utc(0)],
    ["79 AD", utc(79)],
    ["24/8/79 AD", utc(79, 8, 24)],
    ["-0043-03-15", utc(-43, 3, 15)],
    ["15/3/44", utc(44, 3, 15)],
    ["1066", utc(1066)],
  ])("%s", (text, time) => {
    expect(readTyped(text, ancient)).toBe(time);
  });

  it.each(["BC", "30/2/44 BC", "15/3 BC", "x".repeat(2_000_000), "1".repeat(2_000_000)])("is none in %.20s", (text) => {
    expect(readTyped(text, ancient)).toBeNull();
  });
});
