import {readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";
import {describe, expect, it} from "vitest";
import type {Language} from "../../../src/data/languages.ts";
import type {ViewState} from "../../../src/data/viewState.ts";
import {compose} from "../../../src/out/handout/compose.ts";
import {markdown} from "../../../src/out/handout/markdown.ts";
import {plainText} from "../../../src/out/handout/plainText.ts";
import {bareSession} from "../../bareSession.ts";
import {shippedSession} from "../../shippedSession.ts";
import {wordsOf} from "./words.ts";

const LINK = "https://news.example/dateline/#time=2023";
type Row = Record<string, string>;
const read = (name: string): Row[] =>
  Papa.parse<Row>(readFileSync(join(import.meta.dirname, "../../../data", name), "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;
const EVENTS = read("events.csv");
const TOTALS = read("totals.csv");
const SOURCES = new Map(read("sources.csv").map((row) => [row["id"]!, row]));
const SITES = new Map(read("sites.csv").map((row) => [row["site_id"]!, row]));

const grouped = (rows: readonly Row[], name: string): Record<string, Row[]> => {
  const groups: Record<string, Row[]> = {};
  for (const row of rows) (groups[row[name]!] ??= []).push(row);
  return groups;
};
const day = (text: string) => text.slice(0, 10);
const ATTACKS = ["attack", "interception"];
/** Read again from the tables, by their own words: what began from one day to another. */
function counted(from: string, to: string, keep: (row: Row) => boolean = () => true) {
  const rows = EVENTS.filter(
    (row) => row["scope"] !== "background" && day(row["start"]!) >= from && day(row["start"]!) <= to && keep(row),
  );
  const attacks = rows.filter((row) => ATTACKS.includes(row["category"]!));
  const strikes = rows.filter((row) => row["category"] === "us_strike");
  const by = (name: string) => grouped(attacks, name);
  const cited = new Set(
    [...attacks, ...strikes].flatMap((row) => row["sources"]!.split(";").map((key) => key.trim())).filter(Boolean),
  );
  return {rows, attacks, strikes, by, cited};
}
const handout = async (language: Language, view: ViewState = {}, link: string | null = LINK) => {
  const session = await shippedSession(view);
  await session.loadSources();
  const i18n = await wordsOf(language);
  return {session, i18n, blocks: compose(session, i18n, link), text: plainText(compose(session, i18n, link), i18n.dir)};
};
const lists = (blocks: ReturnType<typeof compose>) => blocks.filter((block) => block.kind === "list");
const digits = (text: string) => (text.match(/\d+/g) ?? []).map(Number);
const addDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

describe("the numbers of a handout", () => {
  describe.each([
    ["2023-10-17", "2023-12-08"],
    ["2023-10-17", "2024-02-09"],
    ["2023-11-20", "2023-11-23"],
    ["2024-01-28", "2024-02-03"],
  ])("from %s to %s", (from, to) => {
    const wanted = counted(from, to);
    const time = `${from}..${to}`;

    it.each(["en", "fr", "ar"] as const)("are those of the tables, in %s", async (language) => {
      const {blocks, i18n} = await handout(language, {time});
      const texts = blocks.flatMap((block) => (block.kind === "text" ? [block.text] : []));
      const first = texts.find((text) => digits(text).includes(wanted.attacks.length) && /[.:،]/.test(text))!;
      const statuses = wanted.by("status");
      const sums = [
        (statuses["us_official"]?.length ?? 0) + (statuses["host_government"]?.length ?? 0),
        ...["media_report", "claim_only", "disputed"].map((status) => statuses[status]?.length ?? 0),
      ].filter((n) => n > 0);
      const total = TOTALS.filter((row) => row["as_of"]! <= to).at(-1);
      for (const n of [wanted.attacks.length, ...sums]) expect(digits(first)).toContain(n);
      if (total !== undefined) expect(digits(first)).toContain(Number(total["total"]));

      const story = JSON.parse(readFileSync(join(import.meta.dirname, "../../../data/story.json"), "utf8"));
      const grades = texts.find((text) => text.startsWith(i18n.text(story.columns.status.label)))!;
      for (const [status, rows] of Object.entries(statuses))
        expect(grades).toContain(`${story.columns.status.values[status][language]} (${rows!.length})`);
      if (wanted.strikes.length > 0)
        expect(texts.some((text) => digits(text).includes(wanted.strikes.length) || /ضربتان|ضربة/.test(text))).toBe(
          true,
        );
    });

    it("name the places with most, and count what has none", async () => {
      const {blocks} = await handout("en", {time});
      const sites = Object.entries(wanted.by("site"));
      const byName = new Map(
        sites.filter(([site]) => site !== "").map(([site, rows]) => [SITES.get(site)!["name_en"], rows!.length]),
      );
      const items = lists(blocks)
        .find(({heading}) => heading === "Places named most")!
        .items.map(({text}) => text);
      const most = [...byName.values()].sort((a, b) => b - a);
      const unplaced = wanted.attacks.filter((row) => row["place_precision"] === "country").length;
      const {more} = lists(blocks).find(({heading}) => heading === "Places named most")!;
      expect(more === undefined ? 0 : digits(more)[0]).toBe(unplaced);
      expect(items.map((text) => digits(text).at(-1))).toEqual(most.slice(0, items.length));
      for (const text of items) {
        const [, name, n] = /^(.*): (\d+)$/.exec(text)!;
        expect(byName.get(name!)).toBe(Number(n));
      }
    });

    it("compare the last seven days with the seven before", async () => {
      const {text} = await handout("en", {time});
      const within = (a: string, b: string) => counted(a, b).attacks.length;
      const last = within(addDays(to, -6), to);
      const before = within(addDays(to, -13), addDays(to, -7));
      if (last + before > 0) expect(text).toContain(`${last} in the last 7 days, ${before} in the 7 before`);
    });

    it("cite sources of just these rows, with their addresses, and say how many more there are", async () => {
      const {blocks} = await handout("en", {time});
      const list = lists(blocks).find(({heading}) => heading === "Sources")!;
      const total = TOTALS.filter((row) => row["as_of"]! <= to).at(-1);
      const keys = new Set([...wanted.cited, ...(total?.["source"]?.split(";").map((key) => key.trim()) ?? [])]);
      const addresses = new Set([...keys].map((key) => SOURCES.get(key)?.["url"] || key));
      expect(list.items.length).toBe(Math.min(20, addresses.size));
      const left = addresses.size - list.items.length;
      expect(list.more).toBe(left > 0 ? `and ${left} more` : undefined);
      const known = new Set([...addresses].flatMap((url) => (URL.canParse(url) ? [new URL(url).href] : [])));
      for (const {url} of list.items) if (url !== undefined) expect(known).toContain(url);
    });
  });

  it("say plainly which filters they stand on, and leave out the total, which is not filtered", async () => {
    const {text} = await handout("en", {
      show: {country: ["SY"], status: ["us_official", "claim_only"]},
      time: "2023-10-17..2023-12-08",
    });
    const {attacks} = counted(
      "2023-10-17",
      "2023-12-08",
      (row) => row["country"] === "SY" && ["us_official", "claim_only"].includes(row["status"]!),
    );
    expect(text).toContain("Where: Syria");
    expect(text).toContain("Who says so: Confirmed by US officials, Claim only");
    expect(text).toContain(`this record holds ${attacks.length} reports of attacks`);
    expect(text).not.toContain("US count stood");
    const claims = attacks.filter((row) => row["status"] === "claim_only").length;
    expect(text).toContain(`Claim only (${claims})`);
    expect(text).not.toContain("Reported by media (");
  });

  it("tell who stated the total, for which day, and in which parts", async () => {
    const {text} = await handout("en", {time: "2023-10-17..2023-10-24"});
    const row = TOTALS.find((each) => each["as_of"] === "2023-10-24")!;
    const publisher = SOURCES.get(row["source"]!)!["publisher"]!;
    expect(text).toContain(`The US count stood at ${row["total"]}.`);
    expect(text).toContain(
      `counted by US officials, is the one given for 24 October 2023: ${row["iraq"]} in Iraq, ${row["syria"]} in Syria (${publisher}`,
    );
  });

  it("hold the turning points of the window, and the chosen event", async () => {
    const {text, session} = await handout("en", {
      time: "2023-11-20..2023-11-30",
      event: "2023-11-21-al-asad-ballistic",
    });
    expect(text).toContain("• 21 November 2023: First ballistic missiles: Al-Asad");
    expect(text).not.toContain("First drones");
    const row = EVENTS.find((each) => each["id"] === "2023-11-21-al-asad-ballistic")!;
    expect(text).toContain(`One event in detail: ${row["title_en"]}`);
    expect(text).toContain(row["summary_en"]!);
    session.selection.select(-1, false);
    expect(plainText(compose(session, await wordsOf("en"), LINK), "ltr")).not.toContain("in detail");
  });

  it("say that there is nothing where there is nothing", async () => {
    const {text} = await handout("en", {time: "2023-11-25..2023-11-26", event: ""});
    expect(text).toContain("holds no reports of attacks");
    expect(text).not.toContain("Places named most");
  });
});

describe("a handout", () => {
  it.each(["en", "fr", "ar"] as const)("ends with credit, licence and the link, in %s", async (language) => {
    const {text, blocks} = await handout(language);
    expect(text).toContain("CC BY 4.0");
    expect(text).toContain("Dateline");
    expect(text.trimEnd().split("\n").at(-1)).toBe(LINK);
    const without = (await handout(language, {}, null)).text;
    expect(without).not.toContain("news.example");
    expect(markdown(blocks, language === "ar" ? "rtl" : "ltr").trimEnd()).toMatch(
      /\]\(<https:\/\/news\.example\/dateline\/#time=2023>\)$/,
    );
    expect(text).not.toMatch(/undefined|NaN|\[object|Invalid/);
  });

  it("is laid out from right to left by whoever goes by the first letter of a line", async () => {
    const {text} = await handout("ar");
    for (const line of text.split("\n").filter((each) => each !== "" && !/^https?:/.test(each))) {
      const outside = line.replace(/\u2068[^\u2069]*\u2069/g, "");
      expect(/\p{Script=Arabic}|\u200f/u.exec(outside)!.index, line).toBeLessThanOrEqual(
        /[A-Za-z]/.exec(outside)?.index ?? Infinity,
      );
      expect(outside, "whatever runs the other way is isolated").not.toMatch(/(?!Dateline)\b[A-Za-z]{3,}/);
    }
  });

  it("of a table that nobody prepared says what there is, and nothing of what is not", async () => {
    const session = await bareSession("date,what\n2022-03-01,One\n2022-03-04,Two\n", {
      name: "my table.csv",
      view: {file: "my table.csv"},
    });
    for (const language of ["en", "fr", "ar"] as const) {
      const i18n = await wordsOf(language);
      const text = plainText(compose(session, i18n, null), i18n.dir);
      expect(digits(text)).toContain(2);
      expect(text).toContain("my table.csv");
      expect(text).not.toMatch(/undefined|NaN|null|\[object/);
      expect(lists(compose(session, i18n, null)).map(({heading}) => heading)).toEqual([]);
    }
  });
});
