import {readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";
import {afterAll, beforeAll, describe, expect, it, vi} from "vitest";
import {LANGUAGES} from "../../../src/data/languages.ts";
import {together, textsOf, wordsOf} from "../../../src/out/drawing/drawing.ts";
import {svgOf} from "../../../src/out/drawing/svg.ts";
import {FORM_NAMES} from "../../../src/out/poster/forms.ts";
import type {Poster} from "../../../src/out/poster/poster.ts";
import {clashes, strays} from "./boxes.ts";
import {posterOf, shipped, type Shown} from "./shipped.ts";

const DAY = 86_400_000;
type Row = Record<string, string>;
const rows = Papa.parse<Row>(readFileSync(join(import.meta.dirname, "../../../data/events.csv"), "utf8"), {
  header: true,
  skipEmptyLines: true,
}).data;

/** Reports of a window, counted from the table alone. */
function counted(from: string, to: string) {
  const within = rows.filter((row) => {
    const day = row["start"]!.slice(0, 10);
    return row["scope"] === "core" && day >= from && day <= to;
  });
  const reports = within.filter(({category}) => category === "attack" || category === "interception");
  const having = (...values: string[]) => reports.filter(({status}) => values.includes(status!)).length;
  return {
    reports: reports.length,
    Confirmed: having("us_official", "host_government"),
    Media: having("media_report"),
    "Claim only": having("claim_only"),
    Disputed: having("disputed"),
    "US strikes": within.filter(({category}) => category === "us_strike").length,
  };
}

let shown: Shown;
beforeAll(async () => {
  shown = await shipped();
});
afterAll(() => vi.unstubAllGlobals());

const whole = (poster: Poster) => together(poster.ground, poster.moment());
const says = (poster: Poster) => textsOf(whole(poster).items).map(wordsOf);

it("says what grey columns are, as long as there are any", async () => {
  const early = await posterOf(shown, "portrait", "en", {time: "2023-10-17..2023-12-08", event: ""});
  const late = await posterOf(shown, "portrait", "en", {time: "2023-10-17..2024-02-09", event: ""});
  expect(says(early)).toContain("grey: later");
  expect(says(late)).not.toContain("grey: later");
});

it("keeps no room for a second digit that the date of a still picture has not", async () => {
  const monthOn = async (day: string) => {
    const poster = await posterOf(shown, "square", "en", {time: `2023-10-17..2023-12-${day}`, event: ""});
    return textsOf(whole(poster).items).find((text) => wordsOf(text) === "December" && text.family === "serif")!.x;
  };
  expect(await monthOn("08")).toBeLessThan(await monthOn("18"));
});

describe("what it says", () => {
  it.each([
    ["2023-10-17", "2023-12-08"],
    ["2023-10-17", "2023-11-07"],
    ["2023-12-25", "2024-01-30"],
  ])("from %s to %s are the counts of the table", async (from, to) => {
    const poster = await posterOf(shown, "portrait", "en", {time: `${from}..${to}`, event: ""});
    const texts = textsOf(whole(poster).items);
    const {reports, ...looks} = counted(from, to);
    expect(says(poster).join(" ")).toMatch(new RegExp(`\\b${reports} reports? of attacks`));
    for (const [name, count] of Object.entries(looks)) {
      const label = texts.find((text) => wordsOf(text) === name && text.size === 24);
      if (count === 0) {
        expect(label, name).toBeUndefined();
        continue;
      }
      const beside = texts.filter(({x, y}) => Math.abs(y - label!.y) < 1 && x > label!.x).sort((a, b) => a.x - b.x)[0]!;
      expect(wordsOf(beside), name).toBe(String(count));
    }
  });

  it("gives as many reports to a place as the table does", async () => {
    const poster = await posterOf(shown, "landscape", "en", {time: "2023-10-17..2023-12-08", event: ""});
    const atAsad = rows.filter(
      ({site, scope, category, start}) =>
        site === "al-asad" &&
        scope === "core" &&
        (category === "attack" || category === "interception") &&
        start!.slice(0, 10) <= "2023-12-08",
    );
    expect(atAsad.length).toBeGreaterThan(5);
    expect(says(poster)).toContain(`Al-Asad\u00a0\u00a0${atAsad.length}`);
  });

  it("names the day of the playhead, the stated total and who stated it, credit and licence", async () => {
    const poster = await posterOf(shown, "wide", "en", {time: "2023-10-17..2023-11-23", event: ""});
    const text = says(poster).join(" | ");
    for (const part of ["23", "November", "17 October – 23 November 2023", "73\u00a0counted by US officials"])
      expect(text).toContain(part);
    expect(text).toContain("CC\u00a0BY\u00a04.0");
    expect(text).toContain("Natural Earth");
  });

  it("tells a chapter with the publishers of its own events", async () => {
    const chapter = shown.loaded.story.chapters.at(-1)!;
    const poster = await posterOf(shown, "upright", "fr", chapter.view, {chapter});
    const title = (chapter.title as {fr: string}).fr;
    const text = says(poster).join(" ");
    expect(text).toContain(title);
    const keys = chapter.events.flatMap((id) => rows.find((row) => row["id"] === id)!["sources"]!.split(";"));
    const names = new Set(keys.map((key) => shown.sources.get(key.trim())!.publisher.replace(/\s*\([^()]*\)$/, "")));
    const line = text.slice(text.lastIndexOf("Sources ") + 8, text.lastIndexOf("Dateline Compilé"));
    const named = line
      .replace(/\+ \d+ autres/, "")
      .split("·")
      .map((name) => name.trim());
    expect(named.length).toBeGreaterThan(1);
    for (const name of named) expect([...names], name).toContain(name);
  });
});

describe("moving", () => {
  it("shows another window like a picture that was made for it, but for the names on the map", async () => {
    const over: [number, number] = [Date.UTC(2023, 9, 17), Date.UTC(2024, 1, 1)];
    const moved = await posterOf(shown, "square", "en", {time: "2023-10-17..2024-01-31", event: ""}, {over});
    moved.session.selection.setWindow(over[0], Date.UTC(2023, 10, 8));
    const made = await posterOf(shown, "square", "en", {time: "2023-10-17..2023-11-07", event: ""}, {over});
    expect(moved.moment()).toEqual(made.moment());
    expect(moved.ground).toEqual(made.ground);
  });

  it("comes back to the same items, and never moves the names", async () => {
    const poster = await posterOf(shown, "wide", "en", {event: ""});
    const [start, end] = poster.session.selection.window;
    const places = () =>
      new Map(
        textsOf(poster.moment().items)
          .filter(({halo, weight}) => halo !== undefined && weight > 400)
          .map((text) => [text.runs[0]!.text, `${text.x} ${text.y} ${text.anchor}`]),
      );
    const first = JSON.stringify(poster.moment());
    const final = places();
    for (let time = start + DAY; time <= end; time += 5 * DAY) {
      poster.session.selection.setWindow(start, time);
      for (const [name, at] of places()) expect(final.get(name), name).toBe(at);
    }
    poster.session.selection.setWindow(start, end);
    expect(JSON.stringify(poster.moment())).toBe(first);
  });

  it("leaves the session on screen and its counts alone", async () => {
    const {Session} = await import("../../../src/state/session.svelte.ts");
    const session = new Session(() => () => {});
    session.show(shown.loaded, {});
    const before = [session.selection.counts!.aggregates.bySeries[0], ...session.selection.window];
    const poster = await posterOf(shown, "square", "en", {time: "2023-10-17..2023-10-20"});
    poster.moment();
    expect([session.selection.counts!.aggregates.bySeries[0], ...session.selection.window]).toEqual(before);
  });
});

describe.each(FORM_NAMES)("%s", (name) => {
  it.each(LANGUAGES)("has no text over another or beyond its edge in any window, in %s", async (lang) => {
    const {chapters} = shown.loaded.story;
    for (const chapter of [undefined, chapters[2]!, chapters[5]!]) {
      const poster = await posterOf(shown, name, lang, chapter?.view ?? {}, {chapter});
      const [start, end] = poster.session.selection.window;
      for (const share of [0.1, 0.35, 0.7, 1]) {
        poster.session.selection.setWindow(start, start + (end - start) * share);
        const drawing = whole(poster);
        expect(strays(drawing)).toEqual([]);
        expect(clashes(drawing)).toEqual([]);
      }
    }
  });

  it("is well-formed XML that refers to nothing but its own parts", async () => {
    const svg = svgOf(whole(await posterOf(shown, name, "ar")));
    const xml = new DOMParser().parseFromString(svg, "image/svg+xml");
    expect(xml.querySelector("parsererror")).toBeNull();
    expect(svg).not.toMatch(/\b(?:href|src|style)=/);
    for (const [, target] of svg.matchAll(/url\(([^)]*)\)/g)) {
      expect(target).toMatch(/^#/);
      expect(xml.getElementById(target!.slice(1))).not.toBeNull();
    }
  });
});
