import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../../.ci/setup.mjs";
import {open, test} from "./harness.mjs";
import {story} from "./record.mjs";
import {playhead, waitForWindow} from "./screen.mjs";

const AXE = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const TABLE = [
  "date,latitude,longitude,title",
  "2022-03-01,48.85,2.35,One",
  "2022-03-04,45.76,4.83,Two",
  "2022-03-20,43.3,5.37,Three",
].join("\n");
const STORED = /kept in this browser/;

const panel = (page) => page.locator("section.chapters");
const shows = (page) => panel(page).locator("[data-show]");
const act = (page, name) => panel(page).locator(`[data-act=${name}]`);
const titles = (page) => panel(page).locator("[data-show] .title").allInnerTexts();

async function openPanel(page) {
  // The tools come after the first picture; in a menu where there is no room.
  await page.locator("[data-action=chapters], [data-action=menu]").first().waitFor();
  if (!(await page.locator("[data-action=chapters]").first().isVisible()))
    await page.locator("[data-action=menu]").click();
  await page.locator("[data-action=chapters]").first().click();
  await panel(page).waitFor();
}

/** Waits until the list is as expected, and says what it is where it never is. */
async function waitForTitles(page, wanted) {
  const found = (expected) =>
    JSON.stringify([...document.querySelectorAll("section.chapters [data-show] .title")].map((e) => e.innerText)) ===
    expected;
  await page
    .waitForFunction(found, JSON.stringify(wanted))
    .catch(async () => assert.deepEqual(await titles(page), wanted));
}

/** What the browser has stored of chapters, without their keys. */
const storedChapters = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("dateline");
        opening.onsuccess = () => {
          const store = opening.result.transaction("kept").objectStore("kept");
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          values.onsuccess = () =>
            resolve(
              values.result.filter((_, at) => String(keys.result[at]).startsWith("chapters ")).map((v) => v.chapters),
            );
        };
      }),
  );

async function saveStory(page) {
  await act(page, "save").click();
  const dialog = page.locator("dialog[open]");
  await dialog.getByRole("radio", {name: /Story file/, checked: true}).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", {name: "Save", exact: true}).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  await page.keyboard.press("Escape");
  await dialog.waitFor({state: "detached"});
  return {text, name: download.suggestedFilename()};
}

const bring = (page, name, text) =>
  page.locator("[data-picker]").setInputFiles({name, mimeType: "text/plain", buffer: Buffer.from(text)});

test(
  "chapters made by hand survive a reload, a story file and its return",
  {webgl: false, context: {acceptDownloads: true}},
  async ({page, newPage}) => {
    await open(page, {hash: {time: "2023-10-17..2023-11-11", event: "", "show.status": "us_official"}});
    await openPanel(page);
    await act(page, "keep").click();
    await panel(page).getByRole("textbox", {name: "Title"}).fill("Mine: <b>first</b>");
    await panel(page).getByRole("textbox", {name: "Text"}).fill("Two lines,\nwith “quotes”");
    await panel(page).getByRole("textbox", {name: "Private notes"}).fill("Pause here");
    await panel(page).getByRole("button", {name: "Done"}).click();
    await panel(page).getByText(STORED).waitFor();
    const shipped = story.chapters.map(({title}) => title.en);
    await waitForTitles(page, [...shipped, "Mine: <b>first</b>"]);
    await playhead(page).focus();
    await page.keyboard.press("ArrowRight");
    await panel(page).getByRole("button", {name: "Take this view"}).click();
    await shows(page).nth(1).click();
    await act(page, "remove").click();
    const wanted = [shipped[0], ...shipped.slice(2), "Mine: <b>first</b>"];
    await waitForTitles(page, wanted);

    await page.waitForFunction(() => !location.hash.includes("2023-11-11"));
    const isStored = async () => (await storedChapters(page))[0]?.length === wanted.length;
    while (!(await isStored())) await page.waitForTimeout(50);
    const [stored] = await storedChapters(page);
    await page.reload();
    await openPanel(page);
    await waitForTitles(page, wanted);
    const {text, name} = await saveStory(page);
    const {chapters} = JSON.parse(text);
    assert.deepEqual(chapters, stored);
    assert.deepEqual(
      chapters.slice(0, -1),
      story.chapters.filter((_, at) => at !== 1),
    );
    const mine = chapters.at(-1);
    assert.deepEqual(
      [mine.title.en, mine.text.en, mine.notes.en, mine.view.time, mine.view.show],
      [
        "Mine: <b>first</b>",
        "Two lines,\nwith “quotes”",
        "Pause here",
        "2023-10-17..2023-11-12",
        {status: ["us_official"]},
      ],
    );

    const other = await newPage({acceptDownloads: true});
    await open(other, {});
    await other.locator("[data-picker]").waitFor({state: "attached"});
    await bring(other, name, text);
    await other.waitForFunction(() => location.hash.includes("file="));
    await openPanel(other);
    await waitForTitles(other, wanted);
    await shows(other).last().click();
    await waitForWindow(other, "2023-10-17", "2023-11-12");
    await act(other, "edit").click();
    assert.equal(await other.getByRole("textbox", {name: "Private notes"}).inputValue(), "Pause here");
    await other.keyboard.press("Escape");
    assert.deepEqual(JSON.parse((await saveStory(other)).text).chapters, chapters);
  },
);

test("a link to a chapter of the reader's own finds it after a reload", {webgl: false}, async ({page}) => {
  await open(page, {});
  await page.locator("[data-picker]").waitFor({state: "attached"});
  await bring(page, "table.csv", TABLE);
  await page.getByRole("heading", {level: 1, name: "table", exact: true}).waitFor();
  await openPanel(page);
  await panel(page).getByRole("heading", {name: "Prepare what you want to show"}).waitFor();
  for (const last of ["2022-03-04", "2022-03-10"]) {
    await page.evaluate((time) => (location.hash = `#file=table.csv&time=${time}`), `2022-03-01..${last}`);
    await waitForWindow(page, "2022-03-01", last);
    await act(page, "keep").click();
    await page.keyboard.press("Enter");
  }
  await waitForTitles(page, ["4 March 2022", "10 March 2022"]);
  while ((await storedChapters(page))[0]?.length !== 2) await page.waitForTimeout(50);
  await page.evaluate(() => (location.hash = "#file=table.csv&step=1"));
  await waitForWindow(page, "2022-03-01", "2022-03-04");
  await page.goto("about:blank");
  await open(page, {hash: {file: "table.csv", step: 2}});
  await waitForWindow(page, "2022-03-01", "2022-03-10");
  assert.equal(await page.getByText(/could not be read/i).count(), 0);
});

test(
  "chapters are put in order and deleted with keys alone, and all of it is undone",
  {webgl: false},
  async ({page}) => {
    await open(page, {});
    await openPanel(page);
    const before = await titles(page);
    await panel(page).locator("[data-grip]").nth(2).focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await waitForTitles(page, [before[2], before[0], before[1], ...before.slice(3)]);
    assert.match(await panel(page).getByRole("status").innerText(), /Ballistic missiles\W* is now chapter 1 of 11/);
    assert.equal(
      await page.evaluate(() => [...document.querySelectorAll("[data-grip]")].indexOf(document.activeElement)),
      0,
    );
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await waitForWindow(page, "2023-10-17", "2023-11-23");
    for (let at = 0; at < 5; at++) await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.act), "remove");
    await page.keyboard.press("Enter");
    await waitForTitles(page, [before[0], before[1], ...before.slice(3)]);
    await page.keyboard.press("Enter");
    await waitForTitles(page, [before[2], before[0], before[1], ...before.slice(3)]);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await waitForTitles(page, before);
    await page.keyboard.press("Control+Shift+z");
    await waitForTitles(page, [before[0], before[2], before[1], ...before.slice(3)]);
  },
);

test(
  "a finger drags a chapter by its handle, the list scrolls along, and the page does not",
  {webgl: false, context: {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true}},
  async ({page, context}) => {
    await open(page, {});
    await openPanel(page);
    const before = await titles(page);
    const grip = await panel(page).locator("[data-grip]").first().boundingBox();
    const box = await panel(page).locator(".box").boundingBox();
    const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2];
    const devtools = await context.newCDPSession(page);
    const touch = (type, at) =>
      devtools.send("Input.dispatchTouchEvent", {type, touchPoints: at === undefined ? [] : [{x, y: at}]});
    const scrolled = await page.evaluate(() => document.scrollingElement.scrollTop);
    await touch("touchStart", y);
    for (let at = y; at < box.y + box.height - 8; at += 20) await touch("touchMove", at);
    await page.waitForFunction(() => {
      const list = document.querySelector("section.chapters .box");
      return list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
    });
    await touch("touchEnd");
    await waitForTitles(page, [...before.slice(1), before[0]]);
    assert.equal(await page.evaluate(() => document.scrollingElement.scrollTop), scrolled);
  },
);

for (const [lang, theme, sizes] of [
  [
    "en",
    "light",
    [
      [1440, 900],
      [320, 640],
    ],
  ],
  [
    "ar",
    "dark",
    [
      [1024, 768],
      [320, 640],
    ],
  ],
])
  test(
    `the panel fits from 320 px up and axe finds nothing in it, ${lang}, ${theme}`,
    {webgl: false},
    async ({page}) => {
      await page.addInitScript({content: AXE});
      for (const [width, height] of sizes) {
        await open(page, {lang, theme, viewport: [width, height]});
        await openPanel(page);
        await shows(page).nth(5).click();
        await page.keyboard.press("]");
        await act(page, "take").waitFor();
        await act(page, "edit").click();
        const wrong = await panel(page).evaluate((section) =>
          [section, ...section.querySelectorAll("*")]
            .filter((each) => !each.matches(".visually-hidden, svg *, .text, .text *, [data-part] button"))
            .filter((each) => {
              const {left, right} = each.getBoundingClientRect();
              return each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0
                ? true
                : left < -1 || right > innerWidth + 1;
            })
            .map(({localName, className}) => `${localName}.${className}`),
        );
        assert.deepEqual(wrong, [], `${width}`);
        const faults = await page.evaluate(async () =>
          (await axe.run("section.chapters", {resultTypes: ["violations"]})).violations.map(
            ({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(", ")}`,
          ),
        );
        assert.deepEqual(faults, [], `${width}`);
      }
    },
  );
