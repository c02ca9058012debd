import {describe, expect, it} from "vitest";
import type {Language} from "../../src/data/languages.ts";
import {I18n} from "../../src/i18n/i18n.svelte.ts";
import {LONGEST_TITLE, titleOf} from "../../src/i18n/title.ts";
import {bareSession} from "../bareSession.ts";
import {shippedSession} from "../shippedSession.ts";

async function speaking(language: Language): Promise<I18n> {
  const i18n = new I18n(() => language);
  await i18n.load(language);
  return i18n;
}
const en = await speaking("en");
const HEADER = "start,headline,kind,where,about,lat,lon";
const MAPPING = {
  start: "start",
  title: "headline",
  category: "kind",
  place: "where",
  summary: "about",
  lat: "lat",
  lon: "lon",
};

async function titleIn(cells: string, i18n = en) {
  const {loaded} = await bareSession(`${HEADER}\n2024-01-01,${cells}\n`, {settled: {mapping: MAPPING}});
  return titleOf(loaded!, 0, i18n);
}

describe("the title of a row", () => {
  it("is the one it states", async () => {
    expect(await titleIn("Fire,blaze,Basra,Text,1,2")).toMatchObject({text: "Fire", stated: true});
    const {loaded} = await shippedSession();
    const row = loaded!.dataset.find("2023-12-08-embassy-baghdad-rockets");
    for (const language of ["en", "fr", "ar"] as const)
      expect(titleOf(loaded!, row, await speaking(language)).text).toBe(loaded!.dataset.text(`title.${language}`, row));
  });

  it.each([
    ["category and place where it states none", ",blaze,Basra,Text,1,2", "blaze, Basra"],
    ["category and place of a row that is not on the map", ",blaze,Basra,Text,,", "blaze, Basra"],
    ["the first words of its summary where one of the two is missing", ",blaze,,Smoke was seen,1,2", "Smoke was seen"],
    ["what there is of category and place where it has no summary", ",blaze,,,1,2", "blaze"],
    ["its place where its category says nothing", ",unknown,Basra,,1,2", "Basra"],
    ["its number where there is nothing at all", ",,,,1,2", "Row 1"],
  ])("is %s", async (_, cells, title) => {
    expect(await titleIn(cells)).toMatchObject({text: title, stated: false});
  });

  it("is in the reader's language where it is made", async () => {
    expect((await titleIn(",,,,1,2", await speaking("fr"))).text).toBe("Ligne 1");
    expect((await titleIn(",,,,1,2", await speaking("ar"))).text).toBe("الصف 1");
    expect((await titleIn(",blaze,Basra,,1,2", await speaking("ar"))).text).toBe("blaze، Basra");
  });

  it("is short, however long the cell", async () => {
    expect((await titleIn(`${"t".repeat(9000)},,,,1,2`)).text).toHaveLength(LONGEST_TITLE + 1);
    expect((await titleIn(`,${"k".repeat(9000)},${"p".repeat(9000)},,1,2`)).text.length).toBeLessThan(320);
    expect((await titleIn(`,,,${"word ".repeat(9000)},1,2`)).text.length).toBeLessThan(100);
  });
});
