import {describe, expect, it} from "vitest";
import type {Language} from "../../src/data/languages.ts";
import {english} from "../../src/i18n/english.ts";
import {I18n} from "../../src/i18n/i18n.svelte.ts";
import {plain} from "../../src/i18n/rich.ts";
import {sentence} from "../../src/story/sentence.ts";
import {bareSession} from "../bareSession.ts";
import {shippedSession} from "../shippedSession.ts";

async function words(language: Language): Promise<I18n> {
  const i18n = new I18n(() => language, english);
  await i18n.load(language);
  return i18n;
}

describe("the sentence under the headline", () => {
  it("says what the first view holds, and the stated total apart from it", async () => {
    const session = await shippedSession();
    expect(plain(sentence(session, await words("en"), "long"))).toBe(
      "From 17 October to 8 December this record holds 90 reports of attacks. Officials confirm 52; 22 rest on media alone, " +
        "15 on the group’s own claim, 1 is disputed. The US count stood at 84.",
    );
  });

  it("leaves out what is zero, and the total before one was stated", async () => {
    const session = await shippedSession({time: "2023-10-17..2023-10-20"});
    expect(plain(sentence(session, await words("en"), "long"))).toBe(
      "From 17 October to 20 October this record holds 10 reports of attacks. Officials confirm 7; 3 rest on media alone.",
    );
  });

  it("says so when there is nothing", async () => {
    const session = await shippedSession({time: "2023-11-25..2023-11-26"});
    expect(plain(sentence(session, await words("en"), "long"))).toMatch(
      /holds no reports of attacks\. The US count stood at 73\.$/,
    );
  });

  it("names the years where they differ", async () => {
    const session = await shippedSession({time: "2023-12-31..2024-01-01"});
    expect(plain(sentence(session, await words("en"), "long"))).toMatch(/^From 31 December 2023 to 1 January 2024 /);
  });

  it("counts only what the filters keep, says that it is filtered, and leaves out the total, which is not", async () => {
    const session = await shippedSession({show: {country: ["IL"]}});
    const text = plain(sentence(session, await words("en"), "long"));
    expect(text).toMatch(/^Filtered: From 17 October to 8 December this record holds 1 report of attack/);
    expect(text).not.toContain("84");
  });

  it.each([
    ["fr", "Du 17 octobre au 8 décembre"],
    ["ar", "من 17 أكتوبر إلى 8 ديسمبر"],
  ] as const)("speaks %s", async (language, start) => {
    const session = await shippedSession();
    const text = plain(sentence(session, await words(language), "long"));
    expect(text.startsWith(start)).toBe(true);
    for (const n of ["90", "52", "22", "15", "84"]) expect(text).toContain(n);
  });

  it("ends once, however short", async () => {
    const session = await shippedSession({q: "zzzz"});
    for (const length of ["long", "short"] as const)
      expect(plain(sentence(session, await words("en"), length))).toBe(
        "Filtered: From 17 October to 8 December this record holds no reports of attacks.",
      );
  });

  it("leaves the rest to the key on a narrow screen", async () => {
    const session = await shippedSession();
    expect(plain(sentence(session, await words("en"), "lead"))).toBe("90 reports of attacks since 17 October:");
  });

  it("is short on a phone", async () => {
    const session = await shippedSession();
    expect(plain(sentence(session, await words("en"), "short"))).toBe(
      "90 reports of attacks since 17 October, 52 confirmed by officials. US count: 84.",
    );
  });
});

describe("the sentence about a file that nobody prepared", () => {
  const said = async (
    csv: string,
    language: Language,
    length: "long" | "short" | "lead" = "long",
    view: object = {},
  ): Promise<string> => plain(sentence(await bareSession(csv, {view}), await words(language), length));
  const TWO = "date,title\n2001-03-05,A\n2001-06-09,B\n";

  it("says the year, since nothing else need", async () => {
    expect(await said(TWO, "en")).toBe("From 5 March to 9 June 2001 this record holds 2 events.");
    expect(await said(TWO, "fr")).toMatch(/^Du 5 mars au 9 juin 2001, .* 2 événements\.$/);
    expect(await said(TWO, "ar")).toMatch(/2001.*حدثين|حدثان|2 /);
    expect(await said(TWO, "en", "short")).toBe("2 events since 5 March 2001.");
  });

  it("is good for one row", async () => {
    const one = "date,title\n2001-03-05,A\n";
    expect(await said(one, "en")).toBe("On 5 March 2001 this record holds 1 event.");
    expect(await said(one, "fr")).toContain("5 mars 2001");
    expect(await said(one, "en", "short")).toBe("1 event since 5 March 2001.");
  });

  it("says so where a window holds nothing", async () => {
    const view = {time: "2001-04-01..2001-04-30"};
    expect(await said(TWO, "en", "long", view)).toBe("From 1 April to 30 April 2001 this record holds no events.");
    expect(await said(TWO, "fr", "long", view)).toMatch(/avril 2001/);
  });

  it("names eras", async () => {
    const ancient = "date,title\n-0489-09-12,Marathon\n0079-08-24,Vesuvius\n";
    expect(await said(ancient, "en")).toMatch(/^From 12 September 490 BC to 24 August 79 AD /);
    expect(await said(ancient, "fr")).toMatch(/490 av\. J\.-C\. au 24 août 79 ap\. J\.-C\./);
  });
});
