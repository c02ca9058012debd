// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {blobOf, type Part} from "../../../src/data/save/blob.ts";
import {endText, startText} from "../../../src/data/save/dateText.ts";
import {fileName, withoutEnding} from "../../../src/data/save/fileName.ts";
import {countText, numberText} from "../../../src/data/save/numberText.ts";
import {countReader} from "../../../src/data/understand/counts.ts";

const at = (year: number, month = 1, day = 1, ...clock: number[]): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(clock[0] ?? 0, clock[1] ?? 0, clock[2] ?? 0, clock[3] ?? 0);
  return date.getTime();
};

describe("the text of a date", () => {
  it.each([
    [at(1914), "year", "1914"],
    [at(1914, 6), "month", "1914-06"],
    [at(1914, 6, 28), "day", "1914-06-28"],
    [at(1914, 6, 28), "week", "1914-06-28"],
    [at(1914, 6, 28), "year", "1914-06-28"],
    [at(850), "year", "+000850"],
    [at(0), "year", "+000000"],
    [at(-43, 3, 15), "day", "-000043-03-15"],
    [at(12_000, 1, 2), "day", "+012000-01-02"],
    [at(2024, 1, 31, 4, 15), "minute", "2024-01-31T04:15"],
    [at(2024, 1, 31), "minute", "2024-01-31T00:00"],
    [at(2024, 1, 31, 4), "hour", "2024-01-31T04:00"],
    [at(2024, 1, 31, 4, 15), "second", "2024-01-31T04:15:00"],
    [at(2024, 1, 31, 4, 15, 9, 7), "second", "2024-01-31T04:15:09.007"],
    [at(2024, 1, 31, 4, 15), "day", "2024-01-31T04:15"],
  ] as const)("%d known to the %s is %s", (start, precision, text) => expect(startText(start, precision)).toBe(text));

  it.each([
    [at(2024, 1, 31), at(2024, 2, 1), "day", ""],
    [at(2024, 1, 31), at(2024, 2, 3), "day", "2024-02-02"],
    [at(1914), at(1915), "year", ""],
    [at(1914), at(1919), "year", "1918"],
    [at(1914, 7), at(1918, 12), "month", "1918-11"],
    [at(1914, 7), at(1918, 11, 12), "month", "1918-11-11"],
    [at(2024, 1, 31, 4), at(2024, 1, 31, 6, 30), "minute", "2024-01-31T06:30"],
    [at(-43), at(-40), "year", "-000041"],
  ] as const)("from %d to before %d, known to the %s, ends %j", (start, end, precision, text) =>
    expect(endText(start, end, precision)).toBe(text),
  );
});

describe("the text of a number", () => {
  it("is the number, without an exponent", () => {
    fc.assert(
      fc.property(fc.double({min: -1e25, max: 1e25, noNaN: true}), (n) => {
        const text = numberText(n);
        expect(Number(text)).toBe(n + 0);
        expect(text).not.toMatch(/e/i);
      }),
    );
    expect([numberText(1e-7), numberText(-1.5e21), numberText(NaN)]).toEqual([
      "0.0000001",
      "-1500000000000000000000",
      "",
    ]);
  });

  it("of a count with bounds says the same to the reader of counts", () => {
    const read = countReader({decimal: "."});
    for (const [best, low, high] of [
      [5, NaN, NaN],
      [5, 5, NaN],
      [NaN, NaN, 7],
      [NaN, 12, 15],
      [13, 10, 20],
    ] as const)
      expect(read(countText(best, low, high))).toEqual({best, low, high});
    expect(countText(NaN, NaN, NaN)).toBe("");
  });
});

describe("the name of a file", () => {
  it.each([
    ["../../x", "x.csv"],
    ["/etc/passwd", "etc passwd.csv"],
    ["..\\..\\windows", "windows.csv"],
    ["con", "dateline con.csv"],
    ["LPT1.txt", "dateline LPT1.txt.csv"],
    ["", "dateline.csv"],
    ["...", "dateline.csv"],
    ["evil\u202egpj.exe", "evil gpj.exe.csv"],
    ["a\u0000b\r\nc", "a b c.csv"],
    ["\ud800half", "half.csv"],
    ["نتائج 2024", "نتائج 2024.csv"],
    ['<script>"x"</script>', "script x script.csv"],
  ])("of %j is %j", (title, name) => expect(fileName(title, "csv")).toBe(name));

  it("is short in characters and in bytes, and never cuts one in two", () => {
    for (const letter of ["x", "é", "語", "📍"]) {
      const name = fileName(letter.repeat(300), "story.json");
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
      expect(name).toMatch(new RegExp(`^(?:${letter})+\\.story\\.json$`, "u"));
    }
  });

  it("has nothing in it that leads elsewhere, whatever the title", () => {
    fc.assert(
      fc.property(fc.string({unit: "binary"}), (title) => {
        const name = fileName(title, "csv");
        expect(name).toMatch(/^[^./\\][^/\\:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]*\.csv$/u);
      }),
    );
  });

  it.each([
    ["events.csv.gz", "events"],
    ["data.2024.csv", "data.2024"],
    ["a.b", "a"],
    ["README", "README"],
    [".csv", ".csv"],
  ])("without its endings %s is %s", (name, stem) => expect(withoutEnding(name)).toBe(stem));
});

describe("a large text", () => {
  const parts = function* (count: number): Iterable<Part> {
    for (let i = 1; i <= count; i++) yield {text: `${"é".repeat(1000)}${i}\n`, rows: i};
  };

  it("is put together in order, telling how far it is", async () => {
    const told: number[] = [];
    const blob = await blobOf(parts(3000), "text/csv", (rows) => told.push(rows));
    const lines = (await blob.text()).split("\n");
    expect([blob.type, lines.length, lines[0]!.slice(-1), lines[2999]!.slice(-4)]).toEqual([
      "text/csv",
      3001,
      "1",
      "3000",
    ]);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it("is given up when it is called off, and leaves the page its turns until then", async () => {
    const control = new AbortController();
    const slow = function* (): Iterable<Part> {
      for (let rows = 1; rows < 1000; rows++) {
        const until = performance.now() + 5;
        while (performance.now() < until);
        yield {text: "x", rows};
      }
    };
    setTimeout(() => control.abort(), 30);
    const began = performance.now();
    await expect(blobOf(slow(), "text/csv", () => {}, control.signal)).rejects.toMatchObject({name: "AbortError"});
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
