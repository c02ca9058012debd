import {beforeAll, describe, expect, it} from "vitest";
import type {Loaded} from "../../src/data/load.ts";
import {certaintyLine, facts} from "../../src/list/facts.ts";
import {roleText} from "../../src/i18n/roleText.ts";
import {languageNames} from "../../src/list/texts.ts";
import {openSession, storyFiles, words} from "./session.ts";
import {events} from "../data/shipped/tables.ts";

let loaded: Loaded;
let facets: readonly string[];
beforeAll(async () => {
  const session = await openSession();
  loaded = session.loaded!;
  facets = session.facets;
});

const table = async (id: string, language: "en" | "fr" | "ar" = "en") => {
  const i18n = await words(language);
  const found = facts(loaded, facets, loaded.dataset.find(id), i18n);
  return Object.fromEntries(found.map(({label, value, note}) => [label, note ? `${value} · ${note}` : value]));
};

describe("what is known of an event", () => {
  it("says when, where, who claimed it, and what kind of thing it was", async () => {
    const known = await table("2023-12-08-embassy-baghdad-rockets");
    expect(known["When"]).toBe("8 Dec 2023, 04:15 · to the minute");
    expect(known["Where"]).toBe("US Embassy, Baghdad (Green Zone), Iraq · exact site");
    expect(known["Claimed by"]).toBe("Nobody, at the time");
    expect(known["Killed, hurt"]).toMatch(/^No casualties\./);
    expect(known["What"]).toBe("Attack · Rocket");
    expect(known["By"]).toContain("Presumed Iran-aligned armed groups");
    expect(known["Counts as"]).toBeUndefined();
  });

  it("names a country that a place is not known more closely than, and says so", async () => {
    const country = events.find((e) => e.place === "Iraq (country level)")!;
    expect((await table(country.id))["Where"]).toBe("Iraq · country only, not on the map");
    expect((await table(country.id, "fr"))["Où"]).toBe("Irak · pays seulement, hors carte");
    const both = events.find((e) => e.place === "Iraq and Syria (several sites)")!;
    expect((await table(both.id))["Where"]).toBe("Iraq and Syria (several sites) · country only, not on the map");
  });

  it("never turns a blank number into 0, in any row", async () => {
    const i18n = await words();
    for (const event of events) {
      const row = loaded.dataset.find(event.id);
      const fact = facts(loaded, facets, row, i18n).find(({label}) => label === "Killed, hurt");
      const note = event.casualties_note;
      if (event.killed === "" && event.wounded === "") {
        if (note !== "") expect(fact?.value).toBe(note);
        else expect([undefined, "Not known"]).toContain(fact?.value);
      } else {
        expect(fact!.value).toContain(event.killed === "" ? "killed not known" : `${event.killed} killed`);
        expect(fact!.value).toContain(event.wounded === "" ? "hurt not known" : `${event.wounded} hurt`);
        expect(fact!.note ?? "").toBe(note);
      }
    }
  });

  it("says nobody claimed it only of what can be claimed", async () => {
    const statement = events.find((e) => e.category === "statement" && e.claimed_by === "")!;
    expect((await table(statement.id))["Claimed by"]).toBeUndefined();
  });

  it("says how many a report stands for", async () => {
    const event = events.find((e) => Number(e.attacks) > 1)!;
    expect((await table(event.id))["Counts as"]).toMatch(new RegExp(`^one report of ${event.attacks} `));
  });

  it("names who says so by the value itself", async () => {
    const i18n = await words();
    const line = (id: string) => certaintyLine(loaded, loaded.dataset.find(id), i18n)!;
    expect(line("2023-12-08-embassy-baghdad-rockets")).toEqual({
      certainty: "official",
      series: "primary",
      label: "Confirmed by US officials",
    });
    const host = events.find((e) => e.status === "host_government" && e.category === "attack")!;
    expect(line(host.id).label).toBe("Confirmed by local authorities");
    expect(line(events.find((e) => e.status === "disputed")!.id).certainty).toBe("disputed");
  });

  it("leaves out what a table has no column for", async () => {
    const {loaded: bare, facets: none} = await openSession({}, storyFiles("date,title\n2024-01-02,One\n"));
    const i18n = await words();
    expect(facts(bare!, none, 0, i18n)).toEqual([{label: "When", value: "2 Jan 2024", note: "to the day"}]);
    expect(certaintyLine(bare!, 0, i18n)).toBeNull();
  });
});

describe("a text that is not there in the reader's language", () => {
  it("is given in another that it is in, with that language named", async () => {
    const {loaded: own} = await openSession(
      {},
      storyFiles("date,t_en,t_fr,t_ar,s\n2024-01-02,,Titre,,Text\n2024-01-03,Title,Titre,عنوان,Text\n", {
        language: "en",
        mapping: {start: "date", title: {en: "t_en", fr: "t_fr", ar: "t_ar"}, summary: "s"},
      }),
    );
    expect(roleText(own!, "title", 0, "ar")).toEqual({text: "Titre", lang: "fr", foreign: true, languages: ["fr"]});
    expect(roleText(own!, "title", 1, "ar")).toMatchObject({text: "عنوان", lang: "ar", foreign: false});
    expect(roleText(own!, "summary", 0, "fr")).toMatchObject({text: "Text", lang: "en", foreign: true});
    expect(roleText(own!, "notes", 0, "fr").text).toBe("");
    expect(languageNames(["en", "fr"], "en-GB")).toBe("English and French");
  });
});
