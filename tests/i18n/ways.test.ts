// @vitest-environment node
import {describe, expect, it} from "vitest";
import {LANGUAGES} from "../../src/data/languages.ts";
import {failureWords, speaksOfDetail} from "../../src/i18n/failure.ts";
import {OPEN} from "../../src/i18n/open.ts";
import {plain} from "../../src/i18n/rich.ts";
import {WAYS} from "../../src/i18n/ways.ts";

describe.each(LANGUAGES)("in %s", (language) => {
  it("every failure of fetching and of reading has words of its own", () => {
    const codes = [...Object.keys(WAYS[language].failures), ...Object.keys(OPEN[language].failures)];
    const said = codes.map((code) => failureWords(language, code, {detail: "https://example.org/a.csv"}));
    expect(new Set(said).size).toBe(codes.length);
    expect(said.filter((words) => words.length < 20 || /undefined|NaN/.test(words))).toEqual([]);
  });

  it("a failure of any other name is told as a file that could not be read", () => {
    for (const code of ["no-such-code", "constructor", "__proto__"])
      expect(failureWords(language, code, {})).toBe(OPEN[language].failures.unreadable({}));
  });

  it("the ledger is an equation that holds", () => {
    for (const [placed, timelineOnly, rejected] of [
      [335, 0, 0],
      [3, 1, 1],
      [100, 40, 12],
    ] as const) {
      const rows = placed + timelineOnly + rejected;
      const said = plain(WAYS[language].own.sum(`${rows}`, rows, `${placed}`, `${timelineOnly}`, `${rejected}`));
      expect(said.match(/\d+/g)!.map(Number)).toEqual([rows, placed, timelineOnly, rejected]);
    }
  });

  it("the detail of a failure is cut before it is shown", () => {
    expect(failureWords(language, "not-found", {detail: "x".repeat(10_000)}).length).toBeLessThan(600);
  });
});

it("a failure's detail is told from the name of its file", () => {
  expect(["bad-url", "not-found", "unreachable", "missing-table", "bad-story"].every(speaksOfDetail)).toBe(true);
  expect(["no-rows", "empty-file", "broken"].some(speaksOfDetail)).toBe(false);
});
