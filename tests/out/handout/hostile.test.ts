import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Block} from "../../../src/out/handout/blocks.ts";
import {compose} from "../../../src/out/handout/compose.ts";
import {markdown} from "../../../src/out/handout/markdown.ts";
import {plainText} from "../../../src/out/handout/plainText.ts";
import {said, tame} from "../../../src/out/handout/said.ts";
import {bareSession} from "../../bareSession.ts";
import {wordsOf} from "./words.ts";

const EVIL = [
  "a\nb",
  "a\r\n\r\n# heading",
  "a\u2028b\u2029c\u0085d\u000be",
  "\u202egnp.exe",
  "\u2067\u2067\u2067never closed",
  "\u2069\u2069",
  "[click](https://evil.example)",
  "![x](https://evil.example/p.png)",
  "https://evil.example www.evil.example <https://evil.example>",
  "mailto:a@evil.example @everyone",
  "```\ncode",
  "| a | b |",
  "<img src=x onerror=alert(1)>",
  "&lt;b&gt; &#60;",
  "\\[x\\](y)",
  "1. item",
  "- item",
  "=====",
  "x".repeat(5000),
  "\ud800\u0000\ufeff",
];
const BIDI = /[\u061c\u200e\u202a-\u202e\u2066\u2067]/;
const LIVE = /:\/\/|www\.|@\w|mailto:/i;

describe("a text of the data", () => {
  const text = fc.oneof(
    fc.string({unit: "binary"}),
    fc.constantFrom(...EVIL),
    fc.array(fc.constantFrom(...EVIL)).map((all) => all.join("")),
  );
  it("is one line that turns nothing and links to nothing, in either direction", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("ltr" as const, "rtl" as const), (given, dir) => {
        const found = said(given, dir, 200);
        expect(found).not.toMatch(/[\n\r\u2028\u2029\u0085\u0000-\u001f]/);
        expect(found).not.toMatch(BIDI);
        expect(found).not.toMatch(LIVE);
        expect((found.match(/\u2068/g) ?? []).length).toBe((found.match(/\u2069/g) ?? []).length);
        expect(found.length).toBeLessThan(420);
        expect(found).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it("stays as it is where there is nothing to tame", () => {
    for (const plain of [
      "Al-Asad Air Base",
      "Base d’Aïn al-Assad (Irak)",
      "قاعدة عين الأسد",
      "می‌خواهم",
      "👩‍🚀 50 % — “so”",
    ])
      expect(tame(plain)).toBe(plain);
  });
});

/** Reads Markdown as far as handouts go: which lines begin blocks, and where links lead. */
const structure = (text: string) => ({
  headings: text.split("\n").filter((line) => /^#{1,6} /.test(line)).length,
  items: text.split("\n").filter((line) => /^(-|\d+\.) /.test(line)).length,
  rules: text.split("\n").filter((line) => /^\s*([-=*_])\1*\s*$|^\s*(>|\||```|~~~|\+ |\* )/.test(line)),
  links: [...text.matchAll(/(?<!\\)\]\(<([^>]*)>\)/g)].map(([, url]) => url),
  open: [...text.replace(/\\[\\`*_{}[\]<>#|~&!]/g, "").matchAll(/[`*_<>|~]|!\[|&#?\w+;/g)].map(([sign]) => sign),
});

describe("a handout of hostile texts", () => {
  const blocks = (evil: string): Block[] => [
    {kind: "title", text: said(evil, "ltr")},
    {kind: "text", text: said(evil, "ltr")},
    {
      kind: "list",
      heading: said(evil, "ltr"),
      numbered: true,
      items: [{text: said(evil, "ltr")}, {text: said(evil, "ltr"), url: "https://good.example/?a=\\&b;c"}],
    },
    {kind: "link", label: "View", lead: "View:", url: "https://good.example/"},
  ];
  const evils = fc.array(fc.constantFrom(...EVIL, " ", "x"), {minLength: 1, maxLength: 4}).map((all) => all.join(""));

  it("has the lines that it was to have, as plain text", () => {
    fc.assert(
      fc.property(evils, (evil) => {
        const lines = plainText(blocks(evil), "ltr").split("\n");
        expect(lines.length).toBe(plainText(blocks("x"), "ltr").split("\n").length);
        const linking = lines.filter((line) => LIVE.test(line));
        expect(linking).toEqual(["https://good.example/?a=\\&b;c", "https://good.example/"]);
      }),
    );
  });

  it("has the headings, items and links that it was to have, as Markdown", () => {
    const good = structure(markdown(blocks("x"), "ltr"));
    fc.assert(
      fc.property(evils, (evil) => {
        const found = structure(markdown(blocks(evil), "ltr"));
        expect({...found, open: []}).toEqual({...good, open: []});
        // The two links stand in angle brackets of their own.
        expect(found.open.sort()).toEqual(["<", "<", ">", ">"]);
      }),
    );
    expect(good.links).toEqual(["https://good.example/?a=%5C\\&b;c", "https://good.example/"]);
  });

  it("is written from a table of such cells in three languages", async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const rows = EVIL.filter((text) => !text.includes("\u0000") && text.length < 1000).map(
      (text, i) =>
        `2022-03-${String(i + 1).padStart(2, "0")},48.8,2.3,${cell(text)},${cell(text)},${cell(text)},${cell(`${text}; https://fine.example/${i}`)}`,
    );
    const session = await bareSession(["date,lat,lon,title,place,category,source", ...rows].join("\n"), {
      view: {event: "row-3"},
    });
    for (const language of ["en", "fr", "ar"] as const) {
      const i18n = await wordsOf(language);
      const found = compose(session, i18n, "https://news.example/");
      const text = plainText(found, i18n.dir);
      expect(text).not.toMatch(BIDI);
      const linking = text.split("\n").filter((line) => LIVE.test(line));
      for (const line of linking) expect(line).toMatch(/^https:\/\/\S+$/);
      const items = found.reduce((sum, block) => sum + (block.kind === "list" ? block.items.length : 0), 0);
      expect(structure(markdown(found, i18n.dir)).items).toBe(items);
      expect(structure(markdown(found, i18n.dir)).rules).toEqual([]);
    }
  });
});
