// @vitest-environment node
import fc from "fast-check";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openHtml} from "../../../src/data/formats/html.ts";
import {ImportError} from "../../../src/data/formats/table.ts";
import {LIMITS} from "../../../src/data/limits.ts";
import {collect, failure} from "./markupCollect.ts";

const open = (text: string) => openHtml(text, text.length);
const cells = async (text: string, table = 0) =>
  (await collect(open(text).tables[table]!)).rows.map((row) => row.cells);

describe("the tables of a page", () => {
  it("are read as a spreadsheet writes them", async () => {
    const text = `<html xmlns:x="urn:schemas-microsoft-com:office:excel">\n<head><title>Raids</title><!--[if gte mso 9]><xml><x:a>1</x:a></xml><![endif]-->
      <style>td {color: red}</style></head><body>\n<![if supportMisalignedColumns]>\n<table border=0 cellpadding=0 style='a>b'>
      <col width=64><tr height=20>\n<td class=xl1 x:num="45319">date</td><td>lieu&nbsp;</td></tr>
      <tr><td>28/01/2024</td><td>Orl&eacute;ans<br style='mso-data-placement:same-cell;'>  &amp; <b>env</b>irons &lt;i&gt;</td></tr></table></body></html>`;
    const opened = open(text);
    expect(opened).toMatchObject({format: "html", title: "Raids"});
    expect(opened.tables).toMatchObject([{name: "", columns: null}]);
    expect((await collect(opened.tables[0]!)).rows).toEqual([
      {cells: ["date", "lieu"], line: 6},
      {cells: ["28/01/2024", "Orléans\n& environs <i>"], line: 8},
    ]);
  });

  it("are read without the end tags that HTML may leave out", async () => {
    expect(await cells("<TABLE><TR><TH>a<TH>b<TR><TD>1<TD>2<tbody><tr><td>3<td>4")).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("have a cell of many rows in each of them, and one of many columns in the first", async () => {
    const text = `<table><tr><td rowspan=3>A<td colspan="2">B<td>C<tr><td>1<td>2<tr><td>3<td rowspan=9>4<tr><td>5<td>6</table>`;
    expect(await cells(text)).toEqual([
      ["A", "B", "", "C"],
      ["A", "1", "2"],
      ["A", "3", "4"],
      ["5", "6", "4"],
    ]);
  });

  it("come with the largest first, by their captions or numbers, without those that only lay out", async () => {
    const table = (rows: number, caption = "") =>
      `<table><caption>${caption}</caption>${`<tr><td>a</td><td>b</td></tr>`.repeat(rows)}</table>`;
    const text = `<table><tr><td>${table(2)}</td><td>menu</td></tr><tr><td>${table(5, "Big <b>one</b>")}</td><td>${table(3, "2")}</td></tr></table>
      <table><tr><td>single</td><td>row</td></tr></table><table><tr><td>one</td></tr><tr><td>column</td></tr></table>`;
    expect(open(text).tables.map(({name}) => name)).toEqual(["Big one", "2", "1"]);
  });

  it("show no script, no style and no comment, and make nothing of them", async () => {
    const text = `<table><tr><td>a<script>"</td>"; window.__xss = 1</script></td><td><!-- <td>x</td> -->b<style>td{}</style></td></tr><tr><td>&lt;script&gt;</td><td>a < b</td></tr></table>`;
    expect(await cells(text)).toEqual([
      ["a", "b"],
      ["<script>", "a < b"],
    ]);
  });

  it.each([
    ["without tables", "<!DOCTYPE html><html><head><title>404 Not Found</title></head><body>Sign in</body></html>"],
    ["with a small table in a long text", `<p>${"word ".repeat(200)}</p><table><tr><td>a<td>b<tr><td>c<td>d</table>`],
    ["with one row", "<table><tr><td>a<td>b</table>"],
    ["with one column", "<table><tr><td>a<tr><td>b</table>"],
    ["with an empty table", "<table><tr><td><td><tr><td><td></table>"],
    ["of nothing", ""],
  ])("are none on a page %s", (_, text) => expect(failure(() => open(text)).code).toBe("web-page"));

  it.each([
    ["a million open tables", "<table>".repeat(1_000_000), "too-deep"],
    ["a row of too many cells", `<table><tr>${"<td>x".repeat(LIMITS.columns + 1)}`, "too-many-columns"],
    [
      "spans that make it huge",
      `<table>${`<tr><td rowspan=60000 colspan=2000>x`}${"<tr><td>y<td>z".repeat(60_000)}</table>`,
      "too-expanded",
    ],
    [
      "a far column that spans all rows",
      `<table><tr><td colspan=1999>x<td rowspan=65534>y${"<tr><td>z".repeat(60_000)}</table>`,
      "too-expanded",
    ],
    ["200,000 open cells", "<table>" + "<tr><td>a<td>b".repeat(100_000), null],
    ["a million stray signs", `<table><tr><td>a<td>${"< ".repeat(1_000_000)}<tr><td>c<td>d</table>`, null],
    ["a million open comments", `<table><tr><td>a<td>b<tr><td>c<td>d</table>${"<!-- ".repeat(1_000_000)}`, null],
    ["a million open scripts", `<table><tr><td>a<td>b<tr><td>c<td>d</table>${"<script>".repeat(1_000_000)}`, null],
    ["a million open quotes", `<table><tr><td>a<td>b<tr><td>c<td>d</table>${'<a b="'.repeat(1_000_000)}`, null],
    ["a million attributes", `<table ${"a ".repeat(1_000_000)}><tr><td>a<td>b<tr><td>c<td>d</table>`, null],
  ])("with %s take no long time", (_, text, code) => {
    const start = performance.now();
    if (code === null) expect(open(text).tables).toHaveLength(1);
    else expect(failure(() => open(text)).code).toBe(code);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("give back any cells that were written", async () => {
    const word = fc
      .string({
        unit: fc.constantFrom("a", "é", "&", "<", ">", '"', " ", "語", ";", "#", "/"),
        minLength: 1,
        maxLength: 10,
      })
      .map((text) => text.replace(/ +/g, " ").trim());
    const rows = fc
      .tuple(fc.integer({min: 2, max: 6}), fc.integer({min: 2, max: 6}))
      .chain(([width, height]) =>
        fc.array(fc.array(word, {minLength: width, maxLength: width}), {minLength: height, maxLength: height}),
      )
      .filter((table) => table.flat().some((text) => text !== ""));
    const written = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&#62;");
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (table, ends) => {
        const row = (texts: string[]) =>
          `<tr>${texts.map((text) => `<td>${written(text)}${ends ? "</td>" : "\n"}`).join("")}${ends ? "</tr>" : ""}`;
        expect(await cells(`<table>${table.map(row).join("")}</table>`)).toEqual(table);
      }),
      {numRuns: 200},
    );
  });

  it("fill any spans as painting them on a grid does, where none meet", async () => {
    // An oracle that paints cell by cell on a sparse sheet.
    const paint = (rows: {row: number; column: number}[][]) => {
      const sheet = new Map<string, string>();
      const width: number[] = [];
      rows.forEach((spans, y) => {
        let x = 0;
        spans.forEach((span, i) => {
          while (sheet.has(`${y},${x}`)) x++;
          for (let dy = 0; dy < span.row && y + dy < rows.length; dy++)
            for (let dx = 0; dx < span.column; dx++) {
              sheet.set(`${y + dy},${x + dx}`, dx === 0 ? `${y}.${i}` : "");
              width[y + dy] = Math.max(width[y + dy] ?? 0, x + dx + 1);
            }
        });
      });
      return rows.map((_, y) => Array.from({length: width[y] ?? 0}, (_, x) => sheet.get(`${y},${x}`) ?? ""));
    };
    const spans = fc.array(
      fc.array(fc.record({row: fc.integer({min: 1, max: 3}), column: fc.constant(1)}), {minLength: 2, maxLength: 4}),
      {minLength: 2, maxLength: 6},
    );
    await fc.assert(
      fc.asyncProperty(spans, async (rows) => {
        const text = rows.map(
          (row, y) =>
            `<tr>${row.map((span, i) => `<td rowspan=${span.row} colspan=${span.column}>${y}.${i}`).join("")}`,
        );
        expect(await cells(`<table>${text.join("")}</table>`)).toEqual(paint(rows));
      }),
      {numRuns: 300},
    );
  });

  it("throw an ImportError or nothing for any page", async () => {
    const pieces = [
      "<table>",
      "</table>",
      "<tr>",
      "</tr>",
      "<td>",
      "</td>",
      "<td rowspan=3 colspan='2'>",
      "<th",
      " x=",
      '"',
      "'",
      ">",
      "<",
      "/",
      "<!--",
      "-->",
      "<script>",
      "</script>",
      "<caption>",
      "text",
      "&amp;",
      "&#0;",
      "<title>",
      "<br>",
      "\0",
      "<td rowspan=99999999999>",
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), {maxLength: 60}), async (some) => {
        try {
          for (const table of open(some.join("")).tables) await collect(table);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      {numRuns: 1500},
    );
  });
});

const TORTURE = join(import.meta.dirname, "../../../../shared/torture/handmade");

describe.skipIf(!existsSync(TORTURE))("pages under other names", () => {
  it("are told from tables", async () => {
    const read = (name: string) => readFileSync(join(TORTURE, name), "utf8");
    expect(failure(() => open(read("html_error_page.csv"))).code).toBe("web-page");
    expect(await cells(read("html_as_xls.xls"))).toEqual([
      ["date", "latitude", "longitude"],
      ["2024-01-01", "1", "2"],
    ]);
  });
});
