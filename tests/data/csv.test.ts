// @vitest-environment node
import fc from "fast-check";
import Papa from "papaparse";
import {describe, expect, it} from "vitest";
import {readCsv} from "../../src/data/csv.ts";

const read = (text: string): string[][] | null => {
  const rows: string[][] = [];
  return readCsv(text, (cells) => rows.push(cells)) ? rows : null;
};
const byPapa = (text: string) => Papa.parse<string[]>(text, {delimiter: ",", skipEmptyLines: "greedy"}).data;

const cell = fc.oneof(
  fc.string({maxLength: 6}),
  fc.constantFrom("", " ", '"', '""', "a,b", "line\nbreak", "cr\r\nlf", "ünï", "__proto__", "١٢", "=1+1"),
);
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

describe("the reader of plain CSV", () => {
  it("reads what was written, for any cells and either line ending", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, {minLength: 2, maxLength: 5}), {minLength: 1, maxLength: 8}),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        (rows, newline, final) => {
          const text = `h1,h2${newline}${rows.map((row) => row.map(quoted).join(",")).join(newline)}${final ? newline : ""}`;
          const full = [["h1", "h2"], ...rows].filter((row) => row.some((value) => value.trim() !== ""));
          expect(read(text)).toEqual(full);
          expect(byPapa(text)).toEqual(full);
        },
      ),
      {numRuns: 500},
    );
  });

  it("reads any text as PapaParse does, or leaves it to PapaParse", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", ",", '"', "\n", "\r\n", " ", "é"), {maxLength: 30}), (pieces) => {
        const text = `x,y\n${pieces.join("")}`;
        const rows = read(text);
        if (rows !== null) expect(rows).toEqual(byPapa(text));
      }),
      {numRuns: 3000},
    );
  });

  it.each([
    ["an open quote", 'a,b\n1,"open\n2,3'],
    ["a stray quote", 'a,b\n1,2"3'],
    ["words after a closing quote", 'a,b\n1,"2" x'],
    ["semicolons", "a;b\n1;2"],
    ["tabs", "a\tb,c\n1\t2"],
    ["one column", "a\n1"],
    ["old line endings", "a,b\r1,2\r"],
    ["mixed line endings", "a,b\r\n1,2\n3,4"],
    ["a sep= line", "sep=,\na,b\n1,2"],
  ])("leaves %s to PapaParse", (_, text) => expect(read(text)).toBeNull());
});
