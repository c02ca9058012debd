// @vitest-environment node
import {expect, it} from "vitest";
import {originsOf, pageFrom, type Parts} from "../../src/build/pages.ts";

const BUILT = `<!doctype html>
<html lang="en" dir="ltr">
  <head>
    <title>Dateline</title>
    <meta
      name="description"
      content="Any"
    />
    <script type="module" src="./assets/core.js"></script>
  </head>
  <body>
    <date-line></date-line>
  </body>
</html>`;
const parts: Parts = {
  page: {view: "embed", lang: "ar"},
  head: "<title>$& and $1</title>",
  still: "<article>$& costs $2</article>",
  early: [
    {href: "./assets/Embed.js", as: "module"},
    {href: "./assets/serif.woff2", as: "font"},
  ],
  origins: "https://a.example",
};

it("says language, direction and arrangement of the page", () => {
  expect(pageFrom(BUILT, parts)).toContain('<html lang="ar" dir="rtl" data-lang="ar" data-view="embed">');
  expect(pageFrom(BUILT, {...parts, page: {view: "explore", lang: "en"}})).toContain('<html lang="en" dir="ltr">');
});

it("puts head and still in their places as they are, whatever signs are in them", () => {
  const page = pageFrom(BUILT, parts);
  expect(page).toContain(parts.head);
  expect(page).toContain(`<date-line>${parts.still}</date-line>`);
  expect(page).not.toContain('content="Any"');
});

it("asks early for scripts as modules and for fonts as fonts", () => {
  const page = pageFrom(BUILT, parts);
  expect(page).toContain('<link rel="modulepreload" crossorigin href="./assets/Embed.js">');
  expect(page).toContain('<link rel="preload" as="font" crossorigin href="./assets/serif.woff2">');
});

it("names who may drive the page only where somebody may", () => {
  expect(pageFrom(BUILT, parts)).toContain('<meta name="dateline-origins" content="https://a.example">');
  expect(pageFrom(BUILT, {...parts, origins: ""})).not.toContain("dateline-origins");
});

it("refuses a built page without the places", () => {
  expect(() => pageFrom(BUILT.replace("<date-line>", "<main>"), parts)).toThrow("the built page has no");
  expect(() => pageFrom(BUILT.replace("description", "other"), parts)).toThrow("the built page has no");
});

it("takes origins and nothing else", () => {
  expect(originsOf(undefined)).toBe("");
  expect(originsOf(" https://a.example, http://b.example:8080 ")).toBe("https://a.example http://b.example:8080");
  expect(() => originsOf("https://a.example/path")).toThrow("DATELINE_ORIGINS");
  expect(() => originsOf('"><script>')).toThrow("DATELINE_ORIGINS");
});
