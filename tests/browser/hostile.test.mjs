import assert from "node:assert/strict";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import * as XLSX from "@e965/xlsx";
import {root} from "../../.ci/setup.mjs";
import {open, test} from "./harness.mjs";
import {choose, commit, faults, guard, ledger, outcome, waitForWays} from "./importing.mjs";
import {csvOf, MARK, PAYLOADS} from "./payloads.mjs";

const TORTURE = join(root, "../shared/torture");
const day = (i) => new Date(Date.UTC(2024, 0, 1 + (i % 28))).toISOString().slice(0, 10);

/** What a page must not have got from data: elements of kinds that were not there before, handlers, and addresses other than of the web. */
async function intruders(page, known = null) {
  const {tags, wrong} = await page.evaluate(() => {
    const all = [...document.querySelectorAll("body, body *")];
    const wrong = [];
    for (const element of all) {
      for (const {name, value} of element.attributes) {
        if (/^on/i.test(name) || name === "srcdoc") wrong.push(`${element.tagName} has ${name}`);
        const isAddress = /^(href|src|action|formaction|data|poster|background|xlink:href|srcset)$/.test(name);
        if (isAddress && !/^(https?:|blob:http|#|\.?\/|url\(#)/.test(value))
          wrong.push(`${element.tagName} ${name}=${value}`);
      }
    }
    return {tags: [...new Set(all.map(({localName}) => localName))], wrong};
  });
  if (known !== null) wrong.push(...tags.filter((tag) => !known.has(tag)).map((tag) => `a <${tag}>`));
  return {tags, wrong};
}

const harm = async (page) =>
  (await faults(page, " NaN Invalid Date undefined [object Object] ")).concat((await intruders(page)).wrong);

/** Everything that scrolls by in the list, as `{row: title}`, by whole views from the newest to the oldest. */
const wholeList = (page) =>
  page.evaluate(async () => {
    const found = {};
    const viewport = document.querySelector("#dateline-card .list .viewport");
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (viewport.scrollTop = 0; ; viewport.scrollTop += viewport.clientHeight * 0.8) {
      await painted();
      for (const row of viewport.querySelectorAll("[data-row]"))
        found[row.dataset.row] = row.querySelector(".title").textContent;
      if (viewport.scrollTop + viewport.clientHeight >= viewport.scrollHeight - 2) return found;
    }
  });

const select = (page, id) => page.evaluate((id) => document.querySelector("date-line").select(id), id);
const element = (page, what) => page.evaluate((what) => document.querySelector("date-line")[what], what);

/** A title as the page shows it: trimmed, and cut with an ellipsis where it is long. */
const asShown = (text) => (text.length <= 300 ? text : `${text.slice(0, 300)}…`);

/** The rows of a table in which every text is a payload, and bad rows for the report. */
function tableOf(texts, mark) {
  const header = [
    "id",
    "date",
    "latitude",
    "longitude",
    "title",
    "summary",
    "place",
    "category",
    "actor",
    "killed",
    "source",
    "link",
    "notes",
    `extra ${mark}`,
    mark,
  ];
  const rows = texts.map((text, i) => [
    `E${i}`,
    day(i),
    (10 + (i % 20)).toFixed(3),
    (20 + (i % 10)).toFixed(3),
    text,
    text,
    text,
    texts[i % 9],
    texts[i % 7],
    i % 5 === 0 ? text : i,
    text,
    text.startsWith("http") ? text : `https://example.org/${i}`,
    text,
    text,
    text,
  ]);
  const bad = texts
    .slice(0, 12)
    .map((text, i) => [`B${i}`, text, 1, 2, text, text, text, text, text, "", "", "", "", text, text]);
  const nowhere = texts
    .slice(0, 12)
    .map((text, i) => [`N${i}`, day(i), text, text, text, "", "", texts[0], texts[0], "", "", "", "", "", ""]);
  return [header, ...rows, ...bad, ...nowhere];
}

/** Opens every surface that shows what a file holds; `look` is called at each. */
async function tour(page, name, table, look) {
  await choose(page, {name, mimeType: "text/csv", buffer: Buffer.from(csvOf(table))});
  if ((await outcome(page, name)) === "asked") {
    await look("import screen");
    await commit(page);
    assert.equal(await outcome(page, name), "shown");
  }
  await look("page");

  await page.getByRole("tab").nth(1).click();
  await page.locator("#dateline-card [role=option]").first().waitFor();
  await look("list");
  for (const i of [0, 33, 100]) {
    await select(page, table[1 + i][0]);
    await page.locator("#dateline-card .opener").click();
    await look(`detail ${i}`);
  }

  await page
    .getByRole("button", {name: /^More filters|^All filters|^Filters/})
    .first()
    .click();
  const panel = page.getByRole("dialog", {name: "Filters"});
  await panel.waitFor();
  await look("filters");
  await page.keyboard.press("Escape");

  await page.locator("[data-place][role=button]").first().focus();
  await page.locator(".map .tag").waitFor();
  await look("tag");
  // Ten places share this spot.
  await page.locator("[data-place][role=button] .hit").first().click({force: true});
  await page.locator(".chooser").waitFor();
  await look("chooser");
  await page.locator(".chooser button").first().click();
  await look("place");

  await page.locator("[data-search]").first().fill("img");
  await page
    .locator("#dateline-card [role=option] mark")
    .first()
    .waitFor({timeout: 2000})
    .catch(() => {});
  await look("search");
  await page.locator("[data-search]").first().fill("");

  await page.locator(".own [data-action=review]").click();
  const screen = page.locator("dialog section.screen");
  await screen.waitFor();
  for (const more of await screen.locator("ul > li.more button, section > button.more").all()) await more.click();
  for (const summary of await screen.locator("li details > summary").all()) await summary.click();
  for (const choice of await screen.locator("[data-role] select").all()) await choice.focus();
  await look("columns and report");
  await screen
    .locator("select")
    .filter({has: page.locator("option", {hasText: "By"})})
    .first()
    .selectOption({index: 2});
  await page.waitForFunction(() => document.querySelector("section.screen [aria-busy=true]") === null);
  await look("colours");
  await page.keyboard.press("Escape");
  await screen.waitFor({state: "detached"});

  await page.getByRole("button", {name: "Share"}).first().click();
  await page.getByRole("dialog").locator("[data-action=copy]").waitFor();
  await look("share");
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({state: "detached"});
}

/** Saves the data on screen as `format` and gives the file as it would be opened again. */
async function saved(page, format, look) {
  await page.locator(".own [data-action=save]").click();
  const dialog = page.getByRole("dialog");
  await dialog.locator(`input[value=${format}]`).check();
  await look(`save ${format}`);
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.locator("button.main").click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  await page.keyboard.press("Escape");
  await dialog.waitFor({state: "detached"});
  return {name: download.suggestedFilename(), mimeType: "", buffer: Buffer.concat(chunks)};
}

test(
  "what is no more than text is shown as text, wherever a file's words stand, and nothing of it runs",
  {webgl: false},
  async ({page}) => {
    const guarded = await guard(page);
    await open(page);
    await waitForWays(page);
    const known = new Set((await intruders(page)).tags);

    const plain = PAYLOADS.map((_, i) => `plain words img ${i}`);
    await tour(page, "plain.csv", tableOf(plain, "column"), async () => {
      for (const tag of (await intruders(page)).tags) known.add(tag);
    });
    const wrong = [];
    const look = async (where) => {
      const found = [...(await harm(page)), ...(await intruders(page, known)).wrong];
      wrong.push(...found.map((what) => `${where}: ${what}`));
    };

    const name = `"'>${MARK}.csv`;
    const table = tableOf(PAYLOADS, MARK);
    await tour(page, name, table, look);
    assert.deepEqual([...wrong, ...guarded], []);
    const {rows, rejected} = await element(page, "report");
    assert.deepEqual([rows, rejected], [table.length - 1, 12]);
    assert.equal((await ledger(page))[0], table.length - 1);

    // Each title and each cell is what the file has.
    const titles = await page.evaluate(async () => {
      document.querySelector("date-line").view = {
        panel: "list",
        ...document.querySelector("date-line").view,
        event: "",
        place: "",
        q: "",
      };
    });
    void titles;
    await page.locator("#dateline-card [role=option]").first().waitFor();
    const shown = Object.values(await wholeList(page)).sort();
    const wanted = [...PAYLOADS, ...PAYLOADS.slice(0, 12)].map((text) => asShown(text.trim())).sort();
    assert.deepEqual(shown, wanted);
    for (const i of [0, 17, 60, 99, 105, 131, 150, 180]) {
      await select(page, table[1 + i][0]);
      await page.waitForFunction(
        (title) => document.querySelector("#dateline-card article h2")?.textContent === title,
        asShown(PAYLOADS[i].trim()),
      );
      const opener = page.locator("#dateline-card .opener");
      if ((await opener.getAttribute("aria-expanded")) === "false") await opener.click();
      const cells = await page.locator("#dateline-card .opener + dl dd").allTextContents();
      assert.ok(
        cells.some((cell) => cell.trim() === PAYLOADS[i].trim()) || PAYLOADS[i].startsWith("http"),
        `${PAYLOADS[i]} in ${cells}`,
      );
    }

    // Saved and opened again it is the same, and no more than text again.
    for (const format of ["csv", "geojson", "story"]) {
      const file = await saved(page, format, look);
      const again = `again ${format} ${MARK}.${file.name.split(".").at(-1)}`;
      await choose(page, {...file, name: again});
      if ((await outcome(page, again)) === "asked") await commit(page);
      assert.equal(await outcome(page, again), "shown", format);
      await look(`again ${format}`);
      const after = await element(page, "report");
      assert.deepEqual([after.rows, after.rejected], [rows - 12, 0], format);
      await page.evaluate(
        () =>
          (document.querySelector("date-line").view = {
            ...document.querySelector("date-line").view,
            panel: "list",
            event: "",
          }),
      );
      await page.locator("#dateline-card [role=option]").first().waitFor();
      assert.deepEqual(Object.values(await wholeList(page)).sort(), wanted, format);
    }
    assert.deepEqual([...wrong, ...guarded], []);
  },
);
