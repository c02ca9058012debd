// @vitest-environment node
import {describe, expect, it} from "vitest";
import {UTC} from "../../../src/data/calendar.ts";
import {dateReader} from "../../../src/data/understand/dateReader.ts";
import {monthOf, weekdayOf} from "../../../src/data/understand/dateWords.ts";

const reader = dateReader({order: "dmy", numbers: "year", lastYear: 2026}, UTC);
const LOCALES =
  "en-US en-GB fr-FR fr-CA de-DE de-AT es-ES es-MX it pt-BR pt-PT nl pl tr ru uk el sv da nb id ro cs hu ca he ar-EG ar-LB ar-MA ar-DZ fa-u-ca-gregory zh ja ko";

describe.each(LOCALES.split(" "))("dates as %s writes them", (locale) => {
  const days = Array.from({length: 12}, (_, month) => Date.UTC(2024, month, 5 + month));
  const start = (text: string) => {
    const read = reader(text);
    return typeof read === "string" ? `${read}: ${text}` : read.start;
  };

  it("are read with the month in full", () => {
    const format = new Intl.DateTimeFormat(locale, {timeZone: "UTC", dateStyle: "long"});
    for (const day of days) expect(start(format.format(day)), format.format(day)).toBe(day);
  });

  it("are read with the month cut short", () => {
    const format = new Intl.DateTimeFormat(locale, {timeZone: "UTC", day: "numeric", month: "short", year: "numeric"});
    for (const day of days) expect(start(format.format(day)), format.format(day)).toBe(day);
  });

  it("are read with the weekday and with the time", () => {
    const format = new Intl.DateTimeFormat(locale, {timeZone: "UTC", dateStyle: "full"});
    for (const day of days) expect(start(format.format(day)), format.format(day)).toBe(day);
  });
});

describe("a beginning of a month's name", () => {
  it("stands for it where no other month begins so in any language", () => {
    expect(["jan", "sept", "juil", "avr", "okt", "dic", "agu", "mrt"].map(monthOf)).toEqual([1, 9, 7, 4, 10, 12, 8, 3]);
    expect(["ju", "jui", "j", "attack", "", "constructor", "__proto__"].map(monthOf)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("is not confused with a weekday's", () => {
    expect(["mon", "thurs", "lun", "sab"].map(weekdayOf)).toEqual([1, 4, 1, 6]);
    expect(weekdayOf("attack")).toBeUndefined();
  });
});
