// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Search} from "../../src/data/search.ts";
import {csvOf, datasetOf, rowsOf} from "./fixture.ts";

const SITES = [
  "site_id,name_en,name_fr,name_ar,lat,lon",
  "asad,Al-Asad Air Base,Base d’Aïn al-Assad,قاعدة عين الأسد الجوية,33.7,42.4",
  "erbil,Erbil airport,,,36.2,43.9",
].join("\n");

const dataset = datasetOf(
  csvOf(
    ["id", "start", "title_en", "title_ar", "summary", "site", "actor", "category", "notes"],
    [
      [
        "first",
        "2023-10-18",
        "Drones at the base",
        "مسيّرات على القاعدة",
        "Two were shot down",
        "asad",
        "",
        "attack",
        "",
      ],
      ["second", "2023-10-19", "Rockets", "", "One rocket fell short of Erbil", "", "Kataib Hezbollah", "attack", ""],
      ["third", "2023-10-20", "Élan", "أحمد في إيران", "", "erbil", "Kataïb", "strike", "unverified"],
      ["fourth", "2023-10-21", "tow", "", "er", "", "", "", ""],
    ],
  ),
  {
    mapping: {
      id: "id",
      start: "start",
      title: {en: "title_en", ar: "title_ar"},
      summary: "summary",
      site: "site",
      actor: "actor",
      category: "category",
      notes: "notes",
    },
  },
  SITES,
);
const search = new Search(dataset);
const found = (query: string) =>
  rowsOf(dataset)
    .filter((row) => search.find(query)![row] === 1)
    .map((row) => dataset.id(row));

describe("a search", () => {
  it.each([
    ["rocket", ["second"]],
    ["ROCKETS erbil", ["second"]],
    ["erbil", ["second", "third"]],
    ["rockets base", []],
    ["two base", ["first"]],
    ["elan", ["third"]],
    ["Élan", ["third"]],
    ["kataib", ["second", "third"]],
    ["kataib unverified", ["third"]],
    ["al-asad", ["first"]],
    ["ain al-assad", ["first"]],
    ["aïn", ["first"]],
    ["الأسد", ["first"]],
    ["الاسد", ["first"]],
    ["احمد", ["third"]],
    ["أحمد", ["third"]],
    ["ايران", ["third"]],
    ["مسيرات", ["first"]],
    ["مُسَيَّرات القاعدة", ["first"]],
    ["second", ["second"]],
    ["tower", []],
    ["nothing of the kind", []],
    ["__proto__", []],
    [".*", []],
  ])("for %j finds %j", (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it.each(["", "   ", "\n", "ً"])("for %j, without a letter, matches all", (query) => {
    expect(search.find(query)).toBeNull();
  });

  it("reads two hundred characters and no more", () => {
    expect(found(`rocket${" ".repeat(300)}nowhere`)).toEqual(["second"]);
    const before = performance.now();
    search.find("a ".repeat(1e6));
    expect(performance.now() - before).toBeLessThan(500);
  });

  it("finds the rows that hold every word, as a look at each does", () => {
    const text = fc
      .array(fc.constantFrom("drone", "rocket", "base", "at", "a"), {maxLength: 4})
      .map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.array(text, {minLength: 1, maxLength: 15}), text, (titles, query) => {
        const dataset = datasetOf(
          csvOf(
            ["start", "title"],
            titles.map((title) => ["2023-10-17", title]),
          ),
          {mapping: {start: "start", title: "title"}},
        );
        const words = query.split(" ").filter((word) => word !== "");
        const expected = titles.map((title) => Number(words.every((word) => title.includes(word))));
        const hits = new Search(dataset).find(query);
        expect(hits === null ? null : [...hits]).toEqual(words.length === 0 ? null : expected);
      }),
    );
  });
});
