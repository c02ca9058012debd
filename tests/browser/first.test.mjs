import assert from "node:assert/strict";
import {open, test, waitForMap} from "./harness.mjs";
import {waitForCard} from "./screen.mjs";

const QUICK = {webgl: false};

test("the first view comes without a console message, a failed request or a word to another host", async (given) => {
  const {page, context, server, errors} = given;
  const warnings = [];
  const requests = [];
  const failed = [];
  context.on("console", (message) => {
    if (["warning", "error"].includes(message.type()) && !/GPU stall|WebGL/i.test(message.text()))
      warnings.push(`${message.type()}: ${message.text()}`);
  });
  context.on("request", (request) => requests.push(request.url()));
  context.on("requestfailed", (request) => failed.push(`${request.url()} ${request.failure()?.errorText}`));
  context.on("response", (response) => {
    if (response.status() >= 400) failed.push(`${response.url()} ${response.status()}`);
  });
  await open(page);
  await waitForCard(page);
  assert.equal(await waitForMap(page), "ready");
  await page.waitForLoadState("networkidle");

  assert.deepEqual(errors, []);
  assert.deepEqual(warnings, []);
  assert.deepEqual(failed, []);
  assert.ok(requests.length > 5, `${requests.length} requests were seen`);
  const elsewhere = requests.filter((url) => !/^(data|blob):/.test(url) && new URL(url).origin !== server.origin);
  assert.deepEqual(elsewhere, []);
});

test("the first view leaves no cookie and nothing in the page's storage", async ({page, context}) => {
  await open(page);
  await waitForCard(page);
  assert.deepEqual(await context.cookies(), []);
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
  assert.deepEqual(kept, [0, 0, ""]);
});

test("the first view says what it is: one heading, a title, a main part and a language", async ({page}) => {
  await open(page);
  assert.equal(await page.getByRole("heading", {level: 1}).count(), 1);
  assert.match(await page.title(), /^Attack by attack.* · Dateline$/);
  assert.equal(await page.getByRole("main").count(), 1);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.equal(await page.locator("#dateline-timeline time").getAttribute("datetime"), "2023-12-08");
});

test("a key pressed at first sight counts, though what answers it is still on its way", QUICK, async ({page}) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/Overlay-*.js", async (route) => (await held, route.continue()));
  const asked = page.waitForRequest("**/Overlay-*.js");
  await open(page, {lang: "en"});
  await waitForCard(page);
  await asked;
  const day = page.locator("#dateline-timeline time").first();
  assert.equal(await day.getAttribute("datetime"), "2023-12-08");
  for (const key of ["]", "]", "["]) await page.keyboard.press(key);
  // Typed into the search, a key is text, also when it is dealt with later.
  await page.locator("[data-search]").click();
  await page.keyboard.type("n]");
  await page.getByRole("button", {name: "Share", exact: true}).click();
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.equal(await day.getAttribute("datetime"), "2023-12-08");
  release();
  await page.getByRole("dialog").waitFor();
  assert.equal(await day.getAttribute("datetime"), "2023-12-09");
  assert.equal(await page.locator("[data-search]").inputValue(), "n]");
});
