import {beforeAll, describe, expect, it} from "vitest";
import type {DatePrecision} from "../../src/data/calendar.ts";
import type {I18n} from "../../src/i18n/i18n.svelte.ts";
import {timeInDay, whenOf} from "../../src/list/when.ts";
import {openSession, words} from "./session.ts";

let en: I18n, fr: I18n, ar: I18n;
beforeAll(async () => {
  [en, fr, ar] = await Promise.all([words("en"), words("fr"), words("ar")]);
});

const at = (text: string) => Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`);
const say = (start: string, end: string, precision: DatePrecision, i18n = en) => {
  const {text, precision: known} = whenOf(at(start), at(end), precision, i18n);
  return known === "" ? text : `${text} · ${known}`;
};

describe("when something happened, in words", () => {
  it("gives a clock time only where the table does", () => {
    expect(say("2023-12-08T04:15", "2023-12-08T04:16", "minute")).toBe("8 Dec 2023, 04:15 · to the minute");
    expect(say("2023-10-27T14:00", "2023-10-27T15:00", "hour")).toBe("27 Oct 2023, 14:00 · to the hour");
    expect(say("2023-12-08", "2023-12-09", "day")).toBe("8 Dec 2023 · to the day");
  });

  it("names both ends of what is known to lie between two days", () => {
    expect(say("2023-11-05", "2023-11-07", "range")).toBe("between 5 and 6 Nov 2023");
    expect(say("2023-10-31", "2023-11-02", "range")).toBe("between 31 Oct and 1 Nov 2023");
    expect(say("2023-12-31", "2024-01-02", "range")).toBe("between 31 Dec 2023 and 1 Jan 2024");
  });

  it("says a week, a month and a year as such", () => {
    expect(say("2023-10-18", "2023-10-25", "week")).toBe("week of 18 Oct 2023");
    expect(say("2023-10-01", "2023-11-01", "month")).toBe("October 2023 · to the month");
    expect(say("1890-01-01", "1891-01-01", "year")).toBe("1890 · to the year");
  });

  it("gives the end of what lasted", () => {
    expect(say("2023-11-08T23:30", "2023-11-09T00:40", "minute")).toBe(
      "8 Nov 2023, 23:30 – 9 Nov, 00:40 · to the minute",
    );
    expect(say("2023-11-08T10:00", "2023-11-08T11:40", "minute")).toBe("8 Nov 2023, 10:00–11:40 · to the minute");
    expect(say("2023-11-24", "2023-12-01", "day")).toBe("24 to 30 Nov 2023 · to the day");
  });

  it("says the same in French and in Arabic", () => {
    expect(say("2023-12-08T04:15", "2023-12-08T04:16", "minute", fr)).toBe("8 déc. 2023 à 04:15 · à la minute près");
    expect(say("2023-11-05", "2023-11-07", "range", fr)).toBe("entre le 5 et le 6 nov. 2023");
    expect(say("2023-12-08T04:15", "2023-12-08T04:16", "minute", ar)).toBe("8 ديسمبر 2023، 04:15 · بالدقيقة");
    expect(say("2023-11-05", "2023-11-07", "range", ar)).toBe("بين 5 و6 نوفمبر 2023");
  });

  it("leaves to a line under its day only what the day does not say", async () => {
    const {dataset} = (await openSession()).loaded!;
    const line = (id: string) => timeInDay(dataset, dataset.find(id), en);
    expect(line("2023-12-08-embassy-baghdad-rockets")).toBe("04:15");
    expect(line("2023-11-21-al-asad-ballistic")).toBe("about 03:30");
    expect(line("2023-11-06-al-asad-claims")).toBe("between 5 and 6 Nov");
    expect(line("2023-10-18-fayyad-statement")).toBe("week of 18 Oct");
    expect(line("2024-01-28-tower22-drone")).toBe("");
  });
});
