// @vitest-environment node
import {describe, expect, it} from "vitest";
import {isMissing} from "../../../src/data/understand/missing.ts";

describe("a cell that means not known", () => {
  it.each([
    ...["", " ", "\t", "\u00a0", "-", "–", "—", "--", "...", "…", "?", "??", ".", "*", "/"],
    ...[
      "NA",
      "N/A",
      "n/a",
      "N.A.",
      "na",
      "NaN",
      "nan",
      "NULL",
      "null",
      "None",
      "nil",
      "\\N",
      "<NA>",
      "#N/A",
      "#REF!",
      "#VALUE!",
    ],
    ...[
      "#DIV/0!",
      "#NAME?",
      "unkn",
      "UNK",
      "Unknown",
      "UNKNOWN ",
      "Not known",
      "not available",
      "No data",
      "Time Unknown",
    ],
    ...[
      "inconnu",
      "Inconnue",
      "non renseigné",
      "unbekannt",
      "k.A.",
      "keine Angabe",
      "desconocido",
      "desconhecido",
      "sconosciuto",
    ],
    ...["غير معروف", "مجهول", "неизвестно", "н/д", "不明", "Ｎ／Ａ", "ｎｕｌｌ"],
  ])("may be written as %j", (text) => expect(isMissing(text)).toBe(true));

  it.each([
    "0",
    "-1",
    "-9",
    "-99",
    "9999",
    "no",
    "x",
    "nano",
    "Nancy",
    "unknown gunmen",
    "NC",
    "ND",
    "missing",
    "unconfirmed",
    "a".repeat(50),
    "?".repeat(300),
  ])("is not written as %j", (text) => expect(isMissing(text)).toBe(false));

  it("may be one that the reader of the file names, trimmed but otherwise as written", () => {
    const extra = new Set(["-99", "tbd?", "x".repeat(60)]);
    expect(["-99", " -99 ", "tbd?", "x".repeat(60)].map((text) => isMissing(text, extra))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(isMissing("TBD?", extra)).toBe(false);
  });
});
