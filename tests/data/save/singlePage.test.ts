import {describe, expect, it} from "vitest";
import {BLOCKS, GAPS, inBlock, inMarkup, piecesOf, templateOf} from "../../../src/data/save/singlePage.ts";

const HOSTILE = [
  "</script><script>alert(1)</script>",
  "<!--<script>",
  "--></title></noscript><img src=x onerror=alert(1)>",
  "\u2028\u2029\u0000\ud800",
  "\\</script>",
  "<!--dateline:basemap-->",
  `"><b>'&lt;`,
];
const FRAME = {policy: "default-src 'none'", icon: "data:,", style: "", world: "", labels: "", app: "QQ==", loader: ""};

function pageOf(fill: (name: string) => string): Document {
  const pieces = piecesOf(templateOf(FRAME));
  const text = pieces.map((piece, i) => piece + (i < GAPS.length ? fill(GAPS[i]!) : "")).join("");
  return new DOMParser().parseFromString(text, "text/html");
}

describe("a single page", () => {
  it("has the same elements whatever is put into it", () => {
    const shape = (page: Document) => [...page.querySelectorAll("*")].map(({localName, id}) => `${localName}#${id}`);
    const plain = shape(pageOf(() => "x"));
    for (const text of HOSTILE) {
      const page = pageOf((name) =>
        name in BLOCKS
          ? inBlock(JSON.stringify({[text]: text}))
          : name === "lang" || name === "dir"
            ? ""
            : inMarkup(text),
      );
      expect(shape(page), text).toEqual(plain);
      expect(JSON.parse(page.getElementById(BLOCKS.story)!.textContent)).toEqual({[text]: text});
      expect(page.title.trim()).toBe(
        text
          .replace(/[\u0000-\u001f]+/g, " ")
          .replace(/\s+/g, " ")
          .trim(),
      );
    }
  });

  it("has its policy before anything that it is for", () => {
    const text = templateOf(FRAME);
    expect(text.indexOf("Content-Security-Policy")).toBeLessThan(text.search(/<(script|style|link|title)/));
  });

  it("is not made of a text without gaps", () => {
    expect(() => piecesOf("<p>a host's page of its own</p>")).toThrow("no gap for lang");
  });
});
