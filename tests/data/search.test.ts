// @vitest-environment node
import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {Search, type Matches} from "../../src/data/search.ts";
import {csvOf, datasetOf, rowsOf} from "./fixture.ts";
import {manyTexts, plainSearch} from "./texts.ts";
import {oneTaskAMessage, turn} from "./turns.ts";

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
/** What a search of a small record answers, before `ask` returns. */
function answer(search: Search, query: string): Uint8Array | null {
  let answered: Uint8Array | null | undefined;
  search.ask(query, (matches) => (answered = matches?.rows ?? null));
  expect(answered).not.toBeUndefined();
  return answered!;
}
const found = (query: string) => {
  const matches = answer(search, query)!;
  return rowsOf(dataset)
    .filter((row) => matches[row] === 1)
    .map((row) => dataset.id(row));
};

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
    expect(answer(search, query)).toBeNull();
  });

  it("reads two hundred characters and no more", () => {
    expect(found(`rocket${" ".repeat(300)}nowhere`)).toEqual(["second"]);
    const before = performance.now();
    answer(search, "a ".repeat(1e6));
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
        const hits = answer(new Search(dataset), query);
        expect(hits === null ? null : [...hits]).toEqual(words.length === 0 ? null : expected);
      }),
    );
  });
});

describe("a search of a large record", () => {
  beforeEach(oneTaskAMessage);
  afterEach(() => void vi.unstubAllGlobals());
  const dataset = manyTexts(30_000);
  const plain = plainSearch(dataset);
  const answerOf = (search: Search, query: string) =>
    new Promise<Matches | null>((resolve) => search.ask(query, resolve));

  it.each([
    [["r", "ro", "roc", "rock", "rocket", "rocket ", "rocket e", "rocket erb", "rocket erbil", "erbil", "bil r"]],
    [["ا", "اح", "احمد", "أحمد قاعدة", "قاعدة"]],
    [["𝒟rone", "drone", "élan", "ﬁre", "ΟΔΌΣ", "οδος", "nothing of the kind", "town 7", "kataib"]],
  ])("finds what a look at each row does, whatever was asked before: %j", async (queries) => {
    const search = new Search(dataset);
    for (const query of queries) {
      const {rows, count} = (await answerOf(search, query))!;
      expect(rows.findIndex((match, row) => (match === 1) !== plain(row, query))).toBe(-1);
      expect(count).toBe(rows.filter((match) => match === 1).length);
    }
  });

  it("lets other tasks in while it runs, and answers in one of its own", async () => {
    // On a machine that takes 4 ms for whatever it does.
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (now += 4));
    const search = new Search(dataset);
    let turns = 0;
    let answered = false;
    const waiting = answerOf(search, "drone").then(() => (answered = true));
    expect(answered).toBe(false);
    for (; !answered; turns++) await turn();
    await waiting;
    expect(turns).toBeGreaterThan(10);
  });

  it("answers the latest question and none that it has overtaken, nor one that was called off", async () => {
    const search = new Search(dataset);
    const answers: string[] = [];
    for (const query of ["drone", "rocket", "erbil"]) search.ask(query, () => answers.push(query));
    await answerOf(search, "base");
    expect(answers).toEqual([]);
    search.ask("drone", () => answers.push("drone"));
    search.stop();
    search.prepare();
    await answerOf(search, "rocket");
    expect(answers).toEqual([]);
  });

  it("answers what has no letter at once", () => {
    const search = new Search(dataset);
    search.ask("drone", () => expect.unreachable());
    expect(answer(search, " ")).toBeNull();
  });
});
