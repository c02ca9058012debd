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

/** Elements that the app never makes inside the page. */
const NEVER =
  "script, img, iframe, object, embed, video, audio, math, marquee, base, meta, link, style, portal, template, noscript, xmp, x-evil, custom-tag";

/** What a page must not have got from data: elements of kinds that were not there before, handlers, and addresses other than of the web. */
async function intruders(page, known = null) {
  const {tags, wrong} = await page.evaluate((never) => {
    const all = [...document.querySelectorAll("body, body *")];
    const wrong = all.filter((each) => each.matches(never)).map((each) => each.outerHTML.slice(0, 200));
    for (const element of all) {
      for (const {name, value} of element.attributes) {
        if (/^on/i.test(name) || name === "srcdoc") wrong.push(`${element.tagName} has ${name}`);
        const isAddress = /^(href|src|action|formaction|data|poster|background|xlink:href|srcset)$/.test(name);
        if (isAddress && !/^(https?:|blob:http|#|\.?\/|url\(#)/.test(value))
          wrong.push(`${element.tagName} ${name}=${value}`);
      }
    }
    return {tags: [...new Set(all.map(({localName}) => localName))], wrong};
  }, NEVER);
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
    // A frame of a large page takes a second where a processor draws it: the list is told of the scroll itself.
    const settled = () => new Promise((resolve) => setTimeout(resolve));
    for (viewport.scrollTop = 0; ; viewport.scrollTop += viewport.clientHeight * 0.8) {
      viewport.dispatchEvent(new Event("scroll"));
      await settled();
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

const HOSTILE = `"'>${MARK}.csv`;
const TABLE = tableOf(PAYLOADS, MARK);
/** The titles of the table's rows that have a date, as the list has them. */
const TITLES = [...PAYLOADS, ...PAYLOADS.slice(0, 12)].map((text) => asShown(text.trim())).sort();

async function start(page) {
  const guarded = await guard(page);
  await open(page);
  await waitForWays(page);
  return guarded;
}

async function show(page, name, buffer) {
  await choose(page, {name, mimeType: "", buffer: Buffer.from(buffer)});
  if ((await outcome(page, name)) === "asked") await commit(page);
  assert.equal(await outcome(page, name), "shown", name);
  await page.evaluate(() => {
    const element = document.querySelector("date-line");
    element.view = {...element.view, panel: "list", event: ""};
  });
  await page.locator("#dateline-card [role=option]").first().waitFor();
}

test("nothing that a file says becomes more than text on any surface", {webgl: false}, async ({page}) => {
  const guarded = await start(page);
  const known = new Set((await intruders(page)).tags);
  const plain = PAYLOADS.map((_, i) => `plain words img ${i}`);
  await tour(page, `"'>plain img src=x onerror=window.__xss=1.csv`, tableOf(plain, "column"), async () => {
    for (const tag of (await intruders(page)).tags) known.add(tag);
  });
  const wrong = [];
  await tour(page, HOSTILE, TABLE, async (where) => {
    const found = [...(await harm(page)), ...(await intruders(page, known)).wrong];
    wrong.push(...found.map((what) => `${where}: ${what}`));
  });
  assert.deepEqual([...wrong, ...guarded], []);
  const {rows, rejected} = await element(page, "report");
  assert.deepEqual([rows, rejected], [TABLE.length - 1, 12]);
  assert.equal((await ledger(page))[0], TABLE.length - 1);
});

test("what a file says is shown to the letter, in the list and in the card", {webgl: false}, async ({page}) => {
  const guarded = await start(page);
  await show(page, HOSTILE, csvOf(TABLE));
  assert.deepEqual(Object.values(await wholeList(page)).sort(), TITLES);
  for (let i = 0; i < PAYLOADS.length; i += 13) {
    const text = PAYLOADS[i].trim();
    await select(page, `E${i}`);
    await page.waitForFunction(
      (title) => document.querySelector("#dateline-card article h2")?.textContent === title,
      asShown(text),
    );
    const opener = page.locator("#dateline-card .opener");
    if ((await opener.getAttribute("aria-expanded")) === "false") await opener.click();
    const cells = await page.locator("#dateline-card .opener + dl dd").allTextContents();
    assert.ok(text.startsWith("http") || cells.some((cell) => cell.trim() === text), `${text} in ${cells}`);
  }
  assert.deepEqual([...(await harm(page)), ...guarded], []);
});

for (const format of ["csv", "geojson", "story"])
  test(`saved as ${format} and opened again, hostile text is the same text`, {webgl: false}, async ({page}) => {
    const guarded = await start(page);
    await show(page, HOSTILE, csvOf(TABLE));
    const wrong = [];
    const file = await saved(page, format, async () => void wrong.push(...(await harm(page))));
    assert.ok(!/[<>"/\\]/.test(file.name), file.name);
    await show(page, `${MARK} again.${file.name.split(".").at(-1)}`, file.buffer);
    const {rows, rejected} = await element(page, "report");
    assert.deepEqual([rows, rejected], [TABLE.length - 13, 0]);
    assert.deepEqual(Object.values(await wholeList(page)).sort(), TITLES);
    assert.deepEqual([...wrong, ...(await harm(page)), ...guarded], []);
  });

/** The policy that the README advises. */
const ADVISED = /^Content-Security-Policy: (.*)$/m.exec(readFileSync(join(root, "README.md"), "utf8"))[1];
const SLY = {lang: "ar", play: 1, theme: "light", data: "https://evil.example/x.csv", view: "embed", step: 2};
/** Hostile in all its texts and names, and in what its chapters ask for; `text` gives the nth text. */
const storyOf = (text) => ({
  title: text(0),
  kicker: text(1),
  dek: text(2),
  credit: text(3),
  license: text(4),
  method: [text(5)],
  data: "rows.csv",
  tables: {"rows.csv": csvOf(tableOf(PAYLOADS.map((_, i) => text(i)).slice(0, 30), text(6)))},
  mapping: {
    id: "id",
    start: "date",
    lat: "latitude",
    lon: "longitude",
    title: "title",
    summary: "summary",
    sources: "source",
  },
  annotations: [{time: "2024-01-05", text: text(7)}],
  chapters: [0, 1, 2].map((i) => ({
    title: text(8 + i),
    text: text(12 + i),
    notes: text(16 + i),
    events: ["E1", text(9)],
    view: {...SLY, time: `2024-01-01..2024-01-1${i}`, event: i === 1 ? text(10) : "E2", show: {__proto__x: [text(11)]}},
  })),
});

test(
  "nothing that a story says becomes more than text where it is presented or taken away, under the advised policy",
  {webgl: false, server: {csp: ADVISED}, timeout: 120_000},
  async ({page, server}) => {
    const guarded = await guard(page);
    const known = new Set();
    const wrong = [];
    const round = async (path, look) => {
      await open(page, {query: {data: path}, lang: "en"});
      await page.locator("[data-action=chapters]").first().click();
      await page.locator("section.chapters [data-show]").first().waitFor();
      await look("chapters");
      await page.locator("section.chapters [data-show]").nth(1).click();
      await look("a chapter");
      await page.locator("[data-action=takeaway]").first().click();
      const tabs = page.locator("dialog[open] [role=tab]");
      await tabs.first().waitFor();
      for (const tab of await tabs.all()) {
        await tab.click();
        await page.locator("dialog[open] [role=tabpanel] :is(button, input)").first().waitFor();
        await page.waitForFunction(() => document.querySelector("dialog[open] [aria-busy=true]") === null);
        await look(`take away, ${await tab.innerText()}`);
      }
      for (const view of ["present", "presenter", "scroll"]) {
        await open(page, {query: {data: path}, lang: "en", hash: {view, step: 2}});
        await page
          .locator({present: ".present .words", presenter: ".presenter h2", scroll: "[data-chapter]"}[view])
          .first()
          .waitFor();
        await look(view);
        const {mode, view: told} = await page.evaluate(() => {
          const {view} = document.querySelector("date-line");
          return {view, mode: document.documentElement.lang};
        });
        if (mode !== "en" || told.view !== view || told.step !== 2)
          wrong.push(`${view}: ${mode} ${JSON.stringify(told)}`);
      }
    };
    server.options.files["plain/story.json"] = JSON.stringify(storyOf((i) => `plain ${i}`));
    server.options.files["evil/story.json"] = JSON.stringify(storyOf((i) => `${PAYLOADS[i % PAYLOADS.length]}${MARK}`));
    await round("plain/story.json", async () => {
      for (const tag of (await intruders(page)).tags) known.add(tag);
    });
    await round("evil/story.json", async (where) => {
      const found = [...(await harm(page)), ...(await intruders(page, known)).wrong];
      wrong.push(...found.map((what) => `${where}: ${what}`));
      // The texts are there, or nothing would be shown by this.
      if (!where.startsWith("take away") && !(await page.innerText("body")).includes(MARK))
        wrong.push(`${where}: nothing`);
    });
    assert.deepEqual([...wrong, ...guarded], []);
  },
);

/** Files that are no CSV, with the mark in every name that such a file has. */
function others() {
  const rows = PAYLOADS.slice(0, 40).map((text, i) => ({
    date: day(i),
    latitude: 10 + i / 10,
    longitude: 20,
    title: text,
    [MARK]: text,
    [`__proto__ ${MARK}`]: text,
    constructor: text,
  }));
  const features = rows.map(({latitude, longitude, ...properties}) => ({
    type: "Feature",
    id: MARK,
    properties,
    geometry: {type: "Point", coordinates: [longitude, latitude]},
  }));
  const xml = (text) =>
    text
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll('"', "&quot;");
  const placemarks = rows.map(
    ({date, title}) =>
      `<Placemark><name>${xml(title)}</name><description><![CDATA[${title.replaceAll("]]>", "]] >")}]]></description>` +
      `<TimeStamp><when>${date}</when></TimeStamp><Point><coordinates>20,10</coordinates></Point></Placemark>`,
  );
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.json_to_sheet(rows), "<img onerror=window.__xss=1>");
  XLSX.utils.book_append_sheet(book, XLSX.utils.json_to_sheet(rows), "<svg onload=window.__xss=1>");
  const events = rows.map(
    ({date, title}, i) =>
      `BEGIN:VEVENT\r\nUID:${i}\r\nDTSTART;VALUE=DATE:${date.replaceAll("-", "")}\r\nSUMMARY:${title.replace(/[\r\n]/g, " ").replace(/([,;\\])/g, "\\$1")}\r\nEND:VEVENT`,
  );
  return {
    [`${MARK}.json`]: JSON.stringify({[MARK]: rows, [`<script>${MARK}`]: rows}),
    [`${MARK}.ndjson`]: rows.map((row) => JSON.stringify(row)).join("\n"),
    [`${MARK}.geojson`]: JSON.stringify({type: "FeatureCollection", name: MARK, features}),
    [`${MARK}.kml`]: `<?xml version="1.0"?><kml><Document><name>${xml(MARK)}</name>${placemarks.join("")}</Document></kml>`,
    [`${MARK}.ics`]: `BEGIN:VCALENDAR\r\nX-WR-CALNAME:${MARK}\r\n${events.join("\r\n")}\r\nEND:VCALENDAR\r\n`,
    [`${MARK}.xlsx`]: XLSX.write(book, {type: "buffer", bookType: "xlsx"}),
    [`${MARK} broken.json`]: `[{"${MARK}": ${MARK}`,
    [`${MARK} page.csv`]: `<!doctype html><title>${MARK}</title>${MARK}`,
    [`${MARK} nothing.csv`]: `${MARK},b\n1,2\n`,
  };
}

test("keys, sheets, layers and names of files of every format stay text", {webgl: false}, async ({page}) => {
  const guarded = await start(page);
  const wrong = [];
  const count = {asked: 0, shown: 0, failed: 0};
  for (const [name, content] of Object.entries(others())) {
    await choose(page, {name, mimeType: "", buffer: Buffer.from(content)});
    const what = await outcome(page, name);
    count[what]++;
    wrong.push(...(await harm(page)).map((each) => `${name}: ${each}`));
    if (what === "failed") await page.getByText("Close", {exact: true}).click();
    else if (what === "asked") {
      if ((await page.locator("dialog .actions .main[aria-disabled=false]").count()) === 0)
        await page.keyboard.press("Escape");
      else {
        await commit(page);
        await outcome(page, name);
      }
    }
    wrong.push(...(await harm(page)).map((each) => `${name} on screen: ${each}`));
  }
  assert.ok(count.failed >= 2 && count.asked + count.shown >= 6, JSON.stringify(count));
  assert.deepEqual([...wrong, ...guarded], []);
});

const lists = {
  "6,613 script payloads": () =>
    readdirSync(join(TORTURE, "xss-payload-list/Intruder"))
      .filter((name) => name.endsWith(".txt"))
      .flatMap((name) => readFileSync(join(TORTURE, "xss-payload-list/Intruder", name), "utf8").split("\n"))
      .filter((line) => line.trim() !== ""),
  "515 naughty strings": () => JSON.parse(readFileSync(join(TORTURE, "blns/blns.json"), "utf8")),
};

for (const [title, read] of Object.entries(lists)) {
  if (!existsSync(TORTURE)) break;
  test(`the ${title} are all on screen and none of them runs`, {webgl: false}, async ({page}) => {
    const texts = read();
    assert.equal(texts.length, Number(title.replace(",", "").split(" ")[0]));
    const guarded = await start(page);
    const header = ["id", "date", "latitude", "longitude", "title", "actor", "killed", "source", "notes"];
    const rows = texts.map((text, i) => [`E${i}`, day(i), (i % 140) - 70, (i % 340) - 170, text, text, 1, text, text]);
    await show(page, "texts.csv", csvOf([header, ...rows]));
    assert.deepEqual((await ledger(page))[0], texts.length);
    assert.equal((await element(page, "counts")).events, texts.length);
    const wrong = await harm(page);

    const found = await wholeList(page);
    assert.equal(Object.keys(found).length, texts.length);
    const tidy = (text) => text.replace(/\r\n?/g, "\n").replaceAll("\u0000", "").replaceAll("\ufeff", "").trim();
    const wanted = new Map();
    for (const text of texts) wanted.set(asShown(tidy(text)), true);
    const others = Object.values(found).filter((shown) => !wanted.has(tidy(shown)) && !wanted.has(shown));
    // Rows without a title are called by what else they have.
    const untitled = texts.filter((text) => tidy(text) === "").length;
    assert.ok(others.length <= untitled, JSON.stringify(others.slice(0, 10)));
    wrong.push(...(await harm(page)));

    for (let i = 0; i < texts.length; i += Math.ceil(texts.length / 12)) {
      await select(page, `E${i}`);
      await page.locator("#dateline-card article h2").waitFor();
      wrong.push(...(await harm(page)));
    }
    for (const text of ["alert", "<script", "javascript:"]) {
      await page.locator("[data-search]").first().fill(text);
      await page.locator("#dateline-card [role=option], #dateline-card .empty").first().waitFor();
      wrong.push(...(await harm(page)));
    }
    await page.locator("[data-search]").first().fill("");
    if (await page.getByRole("button", {name: "More filters"}).count()) {
      await page.getByRole("button", {name: "More filters"}).first().click();
      await page.getByRole("dialog", {name: "Filters"}).waitFor();
      wrong.push(...(await harm(page)));
    }
    assert.deepEqual([...wrong, ...guarded], []);
  });
}
