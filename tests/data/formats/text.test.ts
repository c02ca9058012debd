// @vitest-environment jsdom
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {plainText} from "../../../src/data/formats/text.ts";

const words = (text: string) => text.replace(/\s+/g, " ").trim();

describe("the text of markup", () => {
  it.each([
    ["plain", "no markup\n  at all ", "no markup\n  at all "],
    ["signs", "a < b & c > d, 1<2, <3", "a < b & c > d, 1<2, <3"],
    ["tags", "<p>One <b>bold</b>\n  word.</p><p>Two</p>", "One bold word.\n\nTwo"],
    ["breaks", "a<br>b<BR/>c<br />d", "a\nb\nc\nd"],
    ["lists", "<ul><li>a</li><li>b</li></ul>", "a\n\nb"],
    ["tables", "<table><tr><th>Name</th><td>Value</td></tr></table>", "Name Value"],
    [
      "entities",
      "&lt;b&gt; &amp;amp; &quot;&#39;&#x2014;&eacute;&nbsp;&euro;&unknown;",
      "<b> &amp; \"'—é\u00a0€&unknown;",
    ],
    ["numbers of Windows", "&#146;&#8217;&#0;&#xd800;&#x110000;", "’’\ufffd\ufffd\ufffd"],
    ["scripts", "a<script>if (1<2) alert('</b>')</script>b<style>p{}</style >c", "abc"],
    ["an open script", "a<script>alert(1)", "a"],
    ["comments", "a<!-- <b> -->b<!-- open", "ab"],
    ["a > in a quote", '<a title="x > y">link</a>', "link"],
    ["an open quote", '<a href="x>link</a>', "link"],
    ["an address", "Me <me@example.org>", "Me <me@example.org>"],
    ["an open tag", "a <b and c", "a <b and c"],
    ["a declaration", "<!DOCTYPE html><p>x", "x"],
  ])("is right for %s", (_, html, text) => expect(plainText(html)).toBe(text));

  it("has the words that a browser shows, for markup that is well formed", () => {
    const text = fc
      .array(fc.constantFrom("word", "&amp;", "&lt;i&gt;", "é", " ", "&#65;", "1 < 2"), {maxLength: 4})
      .map((parts) => parts.join(""));
    const {tree} = fc.letrec<{tree: string}>((tie) => ({
      tree: fc.oneof(
        {maxDepth: 4},
        text,
        fc
          .tuple(fc.constantFrom("b", "i", "span", 'a title="x > y"', "em"), tie("tree"), tie("tree"))
          .map(([tag, a, b]) => `<${tag}>${a}</${tag.split(" ")[0]}>${b}`),
      ),
    }));
    fc.assert(
      fc.property(tree, (html) => {
        const page = new DOMParser().parseFromString(html, "text/html");
        expect(words(plainText(html))).toBe(words(page.body.textContent ?? ""));
      }),
    );
  });

  it("is found in a time that grows with its length", () => {
    const started = performance.now();
    for (const piece of [
      "<",
      "<a ",
      '<a "',
      '<a ">"',
      "<!--",
      "<script>",
      "</",
      "&",
      "&#",
      "&amp;",
      "<b>",
      " ",
      "\n",
      "<br>",
      "<a '>\"",
      "<p ",
    ]) {
      for (const end of ["", ">", '"', "x>"]) plainText(piece.repeat(100_000) + end);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
