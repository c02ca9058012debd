import {afterEach, describe, expect, it, vi} from "vitest";
import {ms} from "../../src/data/calendar.ts";
import type {Language} from "../../src/data/languages.ts";
import {I18n, type DateFormat} from "../../src/i18n/i18n.svelte.ts";
import {Settings} from "../../src/state/settings.svelte.ts";
import {at} from "../data/fixture.ts";

async function speaking(language: Language): Promise<I18n> {
  const i18n = new I18n(() => language);
  await i18n.load(language);
  return i18n;
}
const en = await speaking("en");
const fr = await speaking("fr");
const ar = await speaking("ar");

afterEach(() => void vi.unstubAllEnvs());

describe("a date", () => {
  it.each<[DateFormat, string, string, string, string]>([
    ["day", "2023-10-17", "17 October", "17 octobre", "17 أكتوبر"],
    ["day", "2024-01-01", "1 January", "1er janvier", "1 يناير"],
    ["day", "2024-01-11", "11 January", "11 janvier", "11 يناير"],
    ["day", "2024-01-21", "21 January", "21 janvier", "21 يناير"],
    ["dayYear", "2024-02-01", "1 February 2024", "1er février 2024", "1 فبراير 2024"],
    ["dayShort", "2023-11-01", "1 Nov", "1er nov.", "1 نوفمبر"],
    ["monthYear", "2023-12-31", "December 2023", "décembre 2023", "ديسمبر 2023"],
    ["month", "2024-01-01", "January", "janvier", "يناير"],
    ["weekday", "2023-10-17", "Tuesday", "mardi", "الثلاثاء"],
    ["full", "2024-02-01", "Thursday 1 February 2024", "jeudi 1er février 2024", "الخميس، 1 فبراير 2024"],
    ["dayOfMonth", "2024-01-01", "1", "1", "1"],
    ["time", "2024-01-01T04:05", "04:05", "04:05", "04:05"],
    ["time", "2024-01-01", "00:00", "00:00", "00:00"],
    ["year", "2024-01-01", "2024", "2024", "2024"],
  ])("by %s of %s is %s, %s, %s", (format, day, ...expected) => {
    const bare = (text: string) => text.replace(/[\u200e\u200f]/g, "").replace(/\u00a0|\u202f/g, " ");
    const words = [en, fr, ar].map((i18n) => bare(i18n.date(at(day), format)));
    expect([words[0]!.replace("Thursday,", "Thursday"), ...words.slice(1)]).toEqual(expected);
  });

  it.each<[string, DateFormat, string, string, string]>([
    ["-0043-03-15", "year", "44 BC", "44 av. J.-C.", "44 ق.م"],
    ["-0043-03-01", "dayShortYear", "1 Mar 44 BC", "1er mars 44 av. J.-C.", "1 مارس 44 ق.م"],
    ["0000-06-01", "monthYear", "June 1 BC", "juin 1 av. J.-C.", "يونيو 1 ق.م"],
    ["0079-08-24", "dayYear", "24 August 79 AD", "24 août 79 ap. J.-C.", "24 أغسطس 79 م"],
    ["0476-09-04", "dayYear", "4 September 476", "4 septembre 476", "4 سبتمبر 476"],
    ["0800-12-25", "year", "800", "800", "800"],
    ["-0043-03-15", "day", "15 March", "15 mars", "15 مارس"],
  ])("of %s by %s says the era where the year alone would mislead", (text, format, ...expected) => {
    const bare = (words: string) => words.replace(/[\u200e\u200f]/g, "").replace(/\u00a0|\u202f/g, " ");
    const time = ms(...(/^(-?\d+)-(\d+)-(\d+)$/.exec(text)!.slice(1).map(Number) as [number, number, number]));
    expect([en, fr, ar].map((i18n) => bare(i18n.date(time, format)))).toEqual(expected);
  });

  it("is written with Western digits in Arabic, in every format", () => {
    const formats: DateFormat[] = ["day", "dayShort", "dayYear", "dayShortYear", "monthYear", "year", "time", "full"];
    for (const format of formats) expect(ar.date(at("2023-10-17T10:45"), format)).toMatch(/^[^٠-٩]*[0-9][^٠-٩]*$/);
  });

  it("is the same day wherever the machine stands", () => {
    for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York", "Asia/Baghdad"]) {
      vi.stubEnv("TZ", zone);
      for (const time of ["2023-10-17", "2023-10-17T23:59", "2024-03-10T02:30"])
        expect(en.date(at(time), "day")).toBe(time.startsWith("2023") ? "17 October" : "10 March");
      expect(en.date(at("2023-10-17T23:59"), "time")).toBe("23:59");
      expect(en.period(at("2023-10-17"), at("2023-12-09"))).toBe("17 October – 8 December 2023");
    }
  });
});

describe("a period", () => {
  it.each([
    ["2023-10-17", "2023-12-09", "17 October – 8 December 2023", "17 octobre – 8 décembre 2023"],
    ["2023-12-01", "2024-01-02", "1 December 2023 – 1 January 2024", "1er décembre 2023 – 1er janvier 2024"],
    ["2023-12-01", "2024-01-01", "1 December – 31 December 2023", "1er décembre – 31 décembre 2023"],
    ["2023-12-14", "2023-12-15", "14 December 2023", "14 décembre 2023"],
  ])("from %s to before %s is %s, %s", (start, end, english, french) => {
    expect([en.period(at(start), at(end)), fr.period(at(start), at(end))]).toEqual([english, french]);
  });

  it("may do without the year", () => {
    expect(en.period(at("2023-12-01"), at("2024-01-02"), "never")).toBe("1 December – 1 January");
    expect(en.period(at("2023-12-14"), at("2023-12-15"), "never")).toBe("14 December");
    expect(fr.period(at("2023-10-17"), at("2023-12-09"), "short")).toBe("17 oct. – 8 déc. 2023");
  });
});

describe("a number", () => {
  it("is grouped as the language does, in Western digits", () => {
    const grouped = [en, fr, ar].map((i18n) => i18n.number(1_234_567).replace(/\u202f|\u00a0/g, " "));
    expect(grouped).toEqual(["1,234,567", "1 234 567", "1,234,567"]);
  });
});

describe("a story's noun", () => {
  const noun = {
    en: {one: "report", other: "reports"},
    ar: {zero: "z", one: "o", two: "t", few: "f", many: "m", other: "x"},
  };

  it("takes the form that its language asks for, in another language where it has none", () => {
    expect([0, 1, 2].map((n) => en.noun(n, noun))).toEqual(["reports", "report", "reports"]);
    expect([0, 1, 2, 3, 11, 100].map((n) => ar.noun(n, noun))).toEqual(["z", "o", "t", "f", "m", "x"]);
    expect([1, 2].map((n) => fr.noun(n, noun))).toEqual(["report", "reports"]);
    expect([1, 2].map((n) => en.noun(n, {ar: noun.ar}))).toEqual(["o", "x"]);
  });

  it("is the interface's own word where the story gives none", () => {
    expect([en, fr, ar].map((i18n) => i18n.noun(3, undefined))).toEqual(["events", "événements", "أحداث"]);
    expect(fr.noun(2, {})).toBe("événements");
  });
});

describe("the language on screen", () => {
  it("is the one before until the words of the next have come", async () => {
    const settings = new Settings();
    const i18n = new I18n(() => settings.lang);
    expect([i18n.lang, i18n.dir, i18n.t.common.close]).toEqual(["en", "ltr", "Close"]);
    settings.language = "ar";
    expect([i18n.lang, i18n.t.common.close]).toEqual(["en", "Close"]);
    await i18n.load("ar");
    expect([i18n.lang, i18n.dir, i18n.t.common.close]).toEqual(["ar", "rtl", "إغلاق"]);
    settings.language = "fr";
    expect(i18n.lang).toBe("ar");
    await i18n.load("fr");
    expect([i18n.lang, i18n.dir, i18n.date(at("2024-01-01"), "day")]).toEqual(["fr", "ltr", "1er janvier"]);
    settings.language = "en";
    expect(i18n.lang).toBe("en");
  });

  it("is found in texts of several languages", () => {
    const text = {en: "e", ar: "a"};
    expect([en.text(text), fr.text(text), ar.text(text), fr.text("plain"), fr.text(undefined)]).toEqual([
      "e",
      "e",
      "a",
      "plain",
      "",
    ]);
  });
});
