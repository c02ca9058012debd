import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../../.ci/setup.mjs";
import {open, test} from "./harness.mjs";
import {waitForCard} from "./screen.mjs";

const AXE = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const CLIPBOARD = {permissions: ["clipboard-read", "clipboard-write"], acceptDownloads: true};

async function handout(page, options) {
  await open(page, options);
  await waitForCard(page);
  const menu = page.locator("[data-action=menu]");
  if (await menu.isVisible()) await menu.click();
  await page.locator("[data-action=takeaway]:visible").first().click();
  await page.locator("[data-tab=handout]").click();
  await page.waitForFunction(() => document.querySelector("[data-part=summary] textarea")?.value.length > 100);
  return page.locator("dialog[open]");
}
const summary = (dialog) => dialog.locator("[data-part=summary] textarea").inputValue();

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return {name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8")};
}

test(
  "the handout says what is on screen, in three languages and two forms, and is copied and saved as it stands",
  {webgl: false, context: CLIPBOARD},
  async ({page}) => {
    const dialog = await handout(page, {hash: {time: "2023-10-17..2023-11-30"}});
    const shown = await page.evaluate(() => document.querySelector(".sentence").innerText.replace(/\s+/g, " ").trim());
    const text = await summary(dialog);
    assert.ok(text.includes(shown), `${shown} is in ${text.slice(0, 600)}`);
    await dialog.locator("[data-action=copy]").click();
    await dialog.getByRole("button", {name: "Copied"}).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
    const plain = await saved(page, dialog.locator("[data-action=download]"));
    assert.match(plain.name, /\.txt$/);
    assert.equal(plain.text, text);

    await dialog.locator("[data-choice=form-markdown]").check();
    const markdown = await saved(page, dialog.locator("[data-action=download]"));
    assert.match(markdown.name, /\.md$/);
    assert.match(markdown.text, /^# .*\n\n[\s\S]*\n## Sources\n\n1\. \[/);
    await dialog.locator("[data-choice=language-ar]").check();
    await page.waitForFunction(() => /هذا العرض/.test(document.querySelector("[data-part=summary] textarea").value));
    assert.equal(await dialog.locator("textarea").evaluate((field) => getComputedStyle(field).direction), "rtl");

    // The link leads to the same view.
    const [, link] = /\]\(<(http[^>]*)>\)\n$/.exec(await summary(dialog));
    const other = await page.context().newPage();
    await open(other, {base: link.split("#")[0], hash: link.split("#")[1]});
    assert.equal(await other.evaluate(() => document.documentElement.lang), "ar");
    const numbers = (words) => (words.match(/\d+/g) ?? []).join();
    assert.equal(numbers(await other.locator(".sentence").innerText()), numbers(shown));
  },
);

test(
  "the rows of the handout are those on screen, with their ids and sources",
  {webgl: false, context: CLIPBOARD},
  async ({page}) => {
    const dialog = await handout(page, {hash: "time=2023-11-20..2023-11-23"});
    const csv = await saved(page, dialog.locator("[data-action=csv]"));
    assert.match(csv.name, /\.csv$/);
    const ids = readFileSync(join(root, "data/events.csv"), "utf8")
      .split("\n")
      .filter((line) => /^[\w-]+,2023-11-2[0-3]/.test(line) && !/,background,/.test(line))
      .map((line) => line.split(",")[0]);
    assert.ok(ids.length > 5);
    for (const id of ids) assert.ok(csv.text.includes(id), id);
    const header = csv.text.split("\n")[0];
    assert.match(header, /\bid\b/);
    assert.match(header, /\bsources\b/);
    assert.equal((csv.text.match(/^[\w-]{6,},?2023-11|\b2023-11-2[0-3]-[a-z]/gm) ?? []).length >= ids.length, true);
  },
);

test(
  "where the clipboard is refused the summary is selected; it fits a phone and can be read aloud",
  {webgl: false},
  async ({page, context}) => {
    await context.addInitScript(() => {
      Clipboard.prototype.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    const dialog = await handout(page, {viewport: [320, 640], lang: "ar", theme: "dark"});
    await dialog.locator("[data-action=copy]").click();
    await page.waitForFunction(() => {
      const {value, selectionStart, selectionEnd} = document.activeElement;
      return value?.length > 100 && selectionStart === 0 && selectionEnd === value.length;
    });
    assert.equal(await dialog.evaluate((box) => box.scrollWidth > box.clientWidth), false);
    await page.evaluate(AXE);
    const {violations} = await page.evaluate(() => window.axe.run(document.querySelector("dialog[open]")));
    assert.deepEqual(
      violations.map(({id}) => id),
      [],
    );
  },
);
