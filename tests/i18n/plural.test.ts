// @vitest-environment node
import {describe, expect, it} from "vitest";
import {ar} from "../../src/i18n/ar.ts";
import {en} from "../../src/i18n/en.ts";
import {fr} from "../../src/i18n/fr.ts";
import {pluralOf} from "../../src/i18n/plural.ts";
import {plain} from "../../src/i18n/rich.ts";

describe("the form of a word that goes with a number", () => {
  it.each([
    [0, "events", "événement", "حدث"],
    [1, "event", "événement", "حدث"],
    [2, "events", "événements", "حدثان"],
    [3, "events", "événements", "أحداث"],
    [10, "events", "événements", "أحداث"],
    [11, "events", "événements", "حدثًا"],
    [99, "events", "événements", "حدثًا"],
    [100, "events", "événements", "حدث"],
    [102, "events", "événements", "حدث"],
    [103, "events", "événements", "أحداث"],
    [111, "events", "événements", "حدثًا"],
    [1_000_000, "events", "événements", "حدث"],
  ])("of %d events is %s, %s, %s", (n, ...forms) => {
    expect([en, fr, ar].map(({common}) => common.event(n))).toEqual(forms);
  });

  it("of days stands with its number", () => {
    const days = [1, 2, 3, 11, 100].map((n) => [en, fr, ar].map(({common}) => common.days(String(n), n)));
    expect(days).toEqual([
      ["1 day", "1 jour", "يوم واحد"],
      ["2 days", "2 jours", "يومان"],
      ["3 days", "3 jours", "3 أيام"],
      ["11 days", "11 jours", "11 يومًا"],
      ["100 days", "100 jours", "100 يوم"],
    ]);
  });

  it("is the form for all others where a language has no form of its own", () => {
    const form = pluralOf("ar")({other: "x", two: "y"});
    expect([0, 1, 2, 3, 11, 100].map(form)).toEqual(["x", "x", "y", "x", "x", "x"]);
    expect([1, 2].map(pluralOf("en")({other: "x"}))).toEqual(["x", "x"]);
  });

  it("of a verb agrees in the sentence about the record", () => {
    expect(plain(en.common.record.media("1", 1))).toBe("1 rests on media alone");
    expect(plain(en.common.record.media("22", 22))).toBe("22 rest on media alone");
    expect(plain(en.common.record.disputed("1", 1))).toBe("1 is disputed");
    expect(plain(fr.common.record.disputed("2", 2))).toBe("2 sont contestés");
  });
});
