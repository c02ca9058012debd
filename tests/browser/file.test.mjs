import assert from "node:assert/strict";
import {execFile} from "node:child_process";
import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {promisify} from "node:util";
import {root} from "../../.ci/setup.mjs";
import {open, test, waitForMap, waitForReady} from "./harness.mjs";
import {choose, commit, outcome, waitForWays} from "./importing.mjs";
import {csvOf, PAYLOADS} from "./payloads.mjs";
import {count, rows, sources} from "./record.mjs";
import {numbers, playhead, waitForCard, waitForDay, waitForSources, waitForWindow} from "./screen.mjs";

const MOST = 3_000_000;
const run = promisify(execFile);

/** A folder that goes when `body` is done. */
async function inFolder(body) {
  const folder = await mkdtemp(join(tmpdir(), "dateline-file-"));
  try {
    return await body(folder);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/** Saves what is on screen through the dialog, and says what the dialog said of its size. */
async function save(page, path) {
  await page.locator("[data-action=takeaway]").first().click();
  await page.locator("[data-tab=file]").click();
  const said = page.locator("dialog [data-part=size][data-state=made]");
  await said.waitFor();
  const size = await said.innerText();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("dialog [data-action=save-file]").click(),
  ]);
  await download.saveAs(path);
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({state: "detached"});
  return {size, name: download.suggestedFilename()};
}

/** Opens a file from disk with no network at all; `tried` are requests for anything that is not in the page itself. */
async function fromDisk(newPage, path, {hash = "", map = false} = {}) {
  const page = await newPage({offline: true, locale: "en"});
  const tried = [];
  const address = pathToFileURL(path).href;
  page.context().on("request", (request) => {
    const url = request.url();
    if (url.split("#")[0] !== address && !/^(blob|data):/.test(url)) tried.push(url);
  });
  await page.context().route(/^https?:/, (route) => route.abort());
  await page.addInitScript(() => {
    window.violations = [];
    addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI}) =>
      window.violations.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  await page.goto(address + hash);
  await waitForReady(page);
  const kind = map ? await waitForMap(page) : null;
  return {page, tried, kind};
}

const violations = (page) => page.evaluate(() => window.violations);
const pack = (dir, ...args) => run(process.execPath, [join(root, "src/build/pack.mjs"), ...args, `--dist=${dir}`]);

test("the shipped story works from disk as it does from its address", {timeout: 120_000}, ({page, newPage, server}) =>
  inFolder(async (folder) => {
    await open(page, {query: {lang: "en"}, hash: {time: "2023-10-17..2023-12-08"}});
    await waitForCard(page);
    const [path, again, packed] = ["a.html", "b.html", "c.html"].map((name) => join(folder, name));
    const {size, name} = await save(page, path);
    await save(page, again);
    const bytes = await readFile(path);
    assert.ok(bytes.length <= MOST, `${bytes.length} bytes`);
    assert.match(size, new RegExp(`\\b${(bytes.length / 1e6).toFixed(1)}\\sMB`));
    assert.match(name, /^[\w -]+\.html$/);
    assert.ok(bytes.equals(await readFile(again)), "made twice, the same bytes");
    const {dir} = server.options;
    await pack(dir, join(dir, "data/story.json"), packed, "--lang=en", "--view=time=2023-10-17..2023-12-08");
    assert.ok(bytes.equals(await readFile(packed)), "the command line makes the same bytes");

    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(bytes.toString("latin1"))[1];
    assert.match(policy, /^default-src 'none';/);
    assert.doesNotMatch(policy, /unsafe|https?:|\*|'self'/);

    const {page: file, tried, kind} = await fromDisk(newPage, path, {map: true});
    assert.equal(kind, "ready");
    await waitForCard(file);
    assert.equal(
      await file
        .locator("h1")
        .innerText()
        .then((text) => text.replace(/\s+/g, " ")),
      await page.title().then((title) => title.split(" · ")[0]),
    );
    const expected = count("2023-10-17", "2023-12-08");
    const found = await numbers(file);
    assert.equal(found.reports, expected.reports);
    assert.equal(found.tab, expected.events);

    // Scrubbing, by the keys of the playhead.
    await playhead(file).focus();
    await file.keyboard.press("ArrowRight");
    await waitForDay(file, "2023-12-09");
    assert.equal((await numbers(file)).reports, count("2023-10-17", "2023-12-09").reports);
    await file.waitForFunction(() => location.hash === "#time=2023-10-17..2023-12-09");

    // A filter, a search, an event with its sources; each a link into the file.
    const to = async (hash) => {
      await file.evaluate((text) => (location.hash = text), hash);
      await waitForWindow(file, "2023-10-17", "2024-02-04");
    };
    await to("time=2023-10-17..2024-02-04&show.status=us_official");
    const filtered = count("2023-10-17", "2024-02-04", {status: ["us_official"]});
    await file.waitForFunction(
      (n) => document.querySelector(".sentence").textContent.includes(n),
      `${filtered.reports}`,
    );
    assert.equal((await numbers(file)).reports, filtered.reports);
    await to("time=2023-10-17..2024-02-04");
    await file.locator("[data-search]").fill("Tower 22");
    await file.waitForFunction(() => /q=Tower(\+|%20)22/.test(location.hash));
    assert.ok((await numbers(file)).tab < count("2023-10-17", "2024-02-04").events);
    const told = rows.find((row) => row.sources.split(/;\s*/).length > 2);
    await to(`time=2023-10-17..2024-02-04&event=${told.id}`);
    await waitForSources(file);
    const cited = await file
      .locator("#dateline-card a[href^=http]")
      .evaluateAll((links) => links.map(({href}) => href));
    assert.deepEqual(
      new Set(cited),
      new Set(told.sources.split(/;\s*/).map((id) => new URL(sources.get(id).url).href)),
    );

    for (const [lang, dir] of [
      ["fr", "ltr"],
      ["ar", "rtl"],
      ["en", "ltr"],
    ]) {
      await to(`time=2023-10-17..2024-02-04&lang=${lang}`);
      await file.waitForFunction((wanted) => document.documentElement.lang === wanted, lang);
      assert.equal(await file.evaluate(() => document.documentElement.dir), dir);
    }
    await file.locator("[data-action=share]").first().click();
    await file.locator("[data-part=no-links]").waitFor();
    await file.keyboard.press("Escape");

    // A file makes another, without the page that it came from.
    await file.evaluate(() => (location.hash = "time=2023-10-17..2023-12-08"));
    await waitForWindow(file, "2023-10-17", "2023-12-08");
    await save(file, again);
    assert.ok(bytes.equals(await readFile(again)), "the same again, out of the file");
    assert.deepEqual(await violations(file), []);
    assert.deepEqual(tried, []);
  }),
);

test("hostile titles and texts in a file stay text", {webgl: false, timeout: 90_000}, ({page, newPage, server}) =>
  inFolder(async (folder) => {
    const texts = [
      "</script><img src=x onerror=window.__xss=1>",
      "<!--<script>window.__xss=1",
      "--></style></title><svg onload=window.__xss=1>",
      "\u2028window.__xss=1\u2029",
      ...PAYLOADS.slice(0, 60),
    ];
    const table = csvOf([
      ["date", "latitude", "longitude", "title", "summary", "place"],
      ...texts.map((text, i) => [
        `2024-01-${String(1 + (i % 28)).padStart(2, "0")}`,
        `${30 + i / 9}`,
        "40",
        text,
        text,
        text,
      ]),
    ]);
    const csv = join(folder, "hostile.csv");
    await writeFile(csv, table);
    await open(page, {hash: {lang: "en"}});
    await waitForWays(page);
    await choose(page, csv);
    if ((await outcome(page, "hostile.csv")) === "asked") await commit(page);
    await waitForCard(page);
    const saved = join(folder, "hostile.html");
    await save(page, saved);

    // A story whose own words are hostile, packed by the command line.
    const story = join(folder, "story.json");
    const words = {title: texts[0], name: texts[1], dek: texts[2], method: texts.slice(0, 4)};
    const mapping = {
      start: "date",
      lat: "latitude",
      lon: "longitude",
      title: "title",
      summary: "summary",
      place: "place",
    };
    const chapters = [{title: texts[0], text: texts[1], notes: texts[2], view: {}}];
    await writeFile(story, JSON.stringify({...words, data: "hostile.csv", mapping, chapters}));
    const packed = join(folder, "packed.html");
    await pack(server.options.dir, story, packed);

    for (const path of [saved, packed]) {
      const {page: file, tried} = await fromDisk(newPage, path);
      await waitForCard(file);
      await file.evaluate(() => document.querySelector("date-line").select("row-1"));
      await file.waitForFunction(
        (title) => document.querySelector("#dateline-card").innerText.includes(title),
        texts[0],
      );
      const found = await file.evaluate(() => ({
        ran: window.__xss,
        // The three that the page is loaded with, and the two that it is made of.
        scripts: [...document.scripts].filter(({type}) => type === "").length,
        intruders: document.querySelectorAll("img, iframe, object, embed, base, style ~ style, svg[onload]").length,
        events: document.querySelector("date-line").counts.events,
      }));
      assert.deepEqual(found, {ran: undefined, scripts: 2, intruders: 0, events: texts.length});
      assert.deepEqual(await violations(file), []);
      assert.deepEqual(tried, []);
    }
  }),
);

test("only the rows that are shown go along where that is asked for", {webgl: false}, ({page, newPage}) =>
  inFolder(async (folder) => {
    await open(page, {hash: {time: "2023-12-01..2023-12-31", "show.status": "us_official", lang: "en"}});
    await waitForCard(page);
    await page.locator("[data-action=takeaway]").first().click();
    await page.locator("[data-tab=file]").click();
    await page.locator("dialog input[value=shown]").check();
    await page.locator("dialog [data-part=size][data-state=made]").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("dialog [data-action=save-file]").click(),
    ]);
    const path = join(folder, "shown.html");
    await download.saveAs(path);
    const {page: file} = await fromDisk(newPage, path);
    const expected = count("2023-12-01", "2023-12-31", {status: ["us_official"]});
    const {total, left} = await file.evaluate(() => ({
      total: document.querySelector("date-line").report.rows,
      left: document.querySelector("date-line").counts.events,
    }));
    assert.equal(total, expected.events);
    assert.equal(left, expected.events);
    const hidden = rows.find((row) => row.start < "2023-11");
    assert.ok(!(await readFile(path, "utf8")).includes(hidden.title_en ?? hidden.title), "no other row is in it");
  }),
);
