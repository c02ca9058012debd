import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../../.ci/setup.mjs";
import {atRest, open, test, waitForReady} from "./harness.mjs";
import {dayOnScreen, waitForCard, waitForWindow} from "./screen.mjs";

const AXE = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

const HEADER = "date,latitude,longitude,title,kind";
const TABLE = [
  HEADER,
  "2022-03-01,48.85,2.35,One,road",
  "2022-03-04,45.76,4.83,Two,rail",
  "2022-03-09,,,Three,rail",
  "2022-03-20,43.3,5.37,Four,road",
  "never,43.3,5.37,Five,road",
].join("\n");
const MORE = [HEADER, "2022-04-01,50.6,3.06,Six,rail", "2022-04-02,47.2,-1.55,Seven,road"].join("\n");
const STORY = JSON.stringify({
  title: "Roads and rails",
  timezone: "UTC",
  data: "table.csv",
  mapping: {start: "date", lat: "latitude", lon: "longitude", title: "title", category: "kind"},
});
const LEDGER = "5 rows = 3 on the map + 1 on the timeline only + 1 not used";

/** Opens the story that comes with Dateline and waits until data can be brought. */
async function start(page, options) {
  await open(page, options);
  await waitForCard(page);
  await page.waitForSelector("[data-picker]", {state: "attached"});
}

/** Sends a drag or paste event with files `[name, text]` or with `data` by type, as the browser would. */
const send = (page, type, {files = [], data = {}, at = "main"} = {}) =>
  page.evaluate(
    ([type, files, data, at]) => {
      const transfer = new DataTransfer();
      for (const [name, text, times = 1] of files)
        transfer.items.add(new File([text, ...Array(times - 1).fill(text.slice(text.indexOf("\n")))], name));
      for (const [kind, text] of Object.entries(data)) transfer.setData(kind, text);
      const more = {bubbles: true, cancelable: true, composed: true};
      const event =
        type === "paste"
          ? new ClipboardEvent(type, {...more, clipboardData: transfer})
          : new DragEvent(type, {...more, dataTransfer: transfer});
      document.querySelector(at).dispatchEvent(event);
      return event.defaultPrevented;
    },
    [type, files, data, at],
  );
const drop = (page, ...files) => send(page, "drop", {files});

const headline = (page, name) => page.getByRole("heading", {level: 1, name, exact: true}).waitFor();
const text = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();
const ledger = (page) => text(page.locator("section.own .sum"));
const shippedStays = async (page) => {
  await headline(page, "Attack by attack, from the first drones to Tower 22");
  assert.equal(await dayOnScreen(page), "2023-12-08");
};
const showMenu = async (page) => {
  await page.locator("[data-action=data], [data-action=menu]").click();
  await page.locator(".entry").first().waitFor();
};
const showStart = async (page) => {
  await showMenu(page);
  await page.locator(".entry[data-action=open]").click();
  await page.locator("[data-action=choose]").waitFor();
};

/** The view that is kept beside the last file. */
const keptView = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const asked = indexedDB.open("dateline");
        asked.onsuccess = () => {
          const got = asked.result.transaction("kept").objectStore("kept").get("view");
          got.onsuccess = () => (asked.result.close(), resolve(got.result));
        };
      }),
  );

/** What axe finds serious or critical. */
async function faults(page) {
  await atRest(page);
  await page.evaluate(`${AXE}; undefined`);
  // What axe takes for letters that a font turns into icons are the joined letters of Arabic.
  await page.evaluate(() =>
    axe.configure({
      checks: [{id: "label-content-name-mismatch", options: {pixelThreshold: 1, occurrenceThreshold: 3}}],
    }),
  );
  const violations = await page.evaluate(
    async () => (await axe.run(document, {resultTypes: ["violations"]})).violations,
  );
  return violations
    .filter(({impact}) => impact === "serious" || impact === "critical")
    .flatMap(({id, nodes}) => nodes.map(({target, html}) => `${id} ${target.join(" ")} ${html.slice(0, 120)}`));
}

test(
  "a table that is dropped is shown with every row accounted for, in the reader's own language and colours",
  {webgl: false},
  async ({page}) => {
    await start(page, {lang: "fr", theme: "dark"});
    await drop(page, ["table.csv", TABLE]);
    await headline(page, "table");
    await waitForWindow(page, "2022-03-01", "2022-03-20");
    assert.match(await ledger(page), /^5 lignes = 3 sur la carte \+ 1 sur la seule chronologie \+ 1 inutilisées$/);
    assert.equal(await page.evaluate(() => document.querySelector(".dateline").dataset.dark), "true");
    await page.waitForFunction(() => location.hash.includes("file=table.csv"));
    assert.equal(await page.locator(".float, [data-veil], dialog").count(), 0);
  },
);

test("a veil says where to drop while something is dragged, and goes with it", {webgl: false}, async ({page}) => {
  await start(page);
  assert.equal(await send(page, "dragenter", {files: [["a.csv", "x"]]}), true);
  await page.getByText("Drop it anywhere").waitFor();
  assert.equal(await send(page, "dragover", {files: [["a.csv", "x"]]}), true);
  // The pointer goes on to another element, and then out of the page.
  await send(page, "dragenter", {files: [["a.csv", "x"]], at: "header"});
  await send(page, "dragleave");
  assert.equal(await page.locator("[data-veil]").count(), 1);
  await send(page, "dragleave", {at: "header"});
  await page.locator("[data-veil]").waitFor({state: "detached"});

  // A link of the page itself that is dragged about is nobody's data.
  await send(page, "dragstart");
  assert.equal(await send(page, "dragenter", {data: {"text/uri-list": "https://example.org/"}}), false);
  assert.equal(await page.locator("[data-veil]").count(), 0);
  await send(page, "dragend");
});

test("files with the same header that are dropped together are one table", {webgl: false}, async ({page}) => {
  await start(page);
  await drop(page, ["march.csv", TABLE], ["april.csv", MORE]);
  await waitForWindow(page, "2022-03-01", "2022-04-02");
  assert.equal(await ledger(page), "7 rows = 5 on the map + 1 on the timeline only + 1 not used");
});

test("a story file is dropped with its table", {webgl: false}, async ({page}) => {
  await start(page);
  await drop(page, ["table.csv", TABLE], ["story.json", STORY]);
  await headline(page, "Roads and rails");
  assert.equal(await page.locator(".float").count(), 0);
});

test("a story file without its table is told what is missing", {webgl: false}, async ({page}) => {
  await start(page);
  await drop(page, ["story.json", STORY]);
  assert.match(await text(page.getByRole("alert")), /names the table “\W?table\.csv\W?”, which did not come with it/);
  await shippedStays(page);
});

test(
  "the picker is found and used with the keyboard alone, and the focus comes back",
  {webgl: false},
  async ({page}) => {
    await start(page);
    const name = page.locator("[data-action=data]");
    await name.focus();
    await page.keyboard.press("Enter");
    const entries = page.locator(".entry");
    await entries.first().waitFor();
    assert.ok(await entries.first().evaluate((entry) => entry === document.activeElement));
    await page.keyboard.press("Escape");
    await entries.first().waitFor({state: "detached"});
    assert.ok(await name.evaluate((button) => button === document.activeElement));

    await page.keyboard.press("Enter");
    await entries.first().waitFor();
    while (!(await page.evaluate(() => document.activeElement.dataset.action === "open")))
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const choose = page.locator("[data-action=choose]");
    await choose.waitFor();
    assert.ok(await choose.evaluate((button) => button === document.activeElement));
    await page.keyboard.press("Escape");
    await choose.waitFor({state: "detached"});
    assert.ok(await name.evaluate((button) => button === document.activeElement));

    await showStart(page);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), choose.press("Enter")]);
    assert.ok(chooser.isMultiple());
    await chooser.setFiles([{name: "table.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE)}]);
    await headline(page, "table");
    assert.equal(await page.locator("dialog").count(), 0);
  },
);

test(
  "on a phone the picker is two taps away, and the ledger opens the report",
  {webgl: false, context: {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true}},
  async ({page}) => {
    await start(page);
    await page.locator("[data-action=menu]").tap();
    await page.locator(".entry[data-action=open]").tap();
    const choose = page.locator("[data-action=choose]");
    await choose.waitFor();
    const box = await choose.boundingBox();
    assert.ok(box.height >= 44 && box.width >= 200, JSON.stringify(box));
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), choose.tap()]);
    await chooser.setFiles([{name: "table.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE)}]);
    await headline(page, "table");
    assert.equal(await ledger(page), LEDGER);
    const own = page.locator("section.own [data-action=review]");
    assert.ok((await own.boundingBox()).height >= 44);
    await own.tap();
    await page.locator("dialog .screen").waitFor();
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollWidth),
      390,
      "nothing is wider than the phone",
    );
  },
);

test(
  "a table that is pasted is shown; words, and what is pasted into a field, are left alone",
  {webgl: false},
  async ({page}) => {
    await start(page);
    await send(page, "paste", {data: {"text/plain": "Just a sentence, and another."}});
    const search = page.getByRole("textbox", {name: "Search"});
    await search.focus();
    await send(page, "paste", {data: {"text/plain": TABLE}, at: "[data-search]"});
    await send(page, "paste", {data: {"text/plain": TABLE.replaceAll(",", "\t")}});
    await headline(page, "Pasted table");
    assert.equal(await ledger(page), LEDGER);
  },
);

test(
  "a link that is pasted or dropped is fetched, and names its host",
  {server: {files: {"own/table.csv": TABLE}}, webgl: false},
  async ({page, base}) => {
    await start(page);
    await send(page, "paste", {data: {"text/plain": `${base}own/table.csv`}});
    await headline(page, "table");
    assert.equal(await ledger(page), LEDGER);
    assert.match(await text(page.locator("section.own")), /Data from .127\.0\.0\.1/);
    await page.waitForFunction(() => location.hash.includes("data="));
    await showMenu(page);
    await page.locator(".entry[data-action=shipped]").click();
    await shippedStays(page);
    assert.equal(await page.locator("dialog, section.own").count(), 0);
    await send(page, "drop", {data: {"text/uri-list": `# a table\r\n${base}own/table.csv`}});
    await headline(page, "table");
  },
);

test("the box for a link or a table refuses what is neither, and opens a table", {webgl: false}, async ({page}) => {
  await start(page);
  await showStart(page);
  await page.locator("[data-action=paste]").click();
  const box = page.getByRole("textbox", {name: /A link, or the rows/});
  assert.ok(await box.evaluate((field) => field === document.activeElement));
  const submit = page.getByRole("button", {name: "Open", exact: true});
  assert.ok(await submit.isDisabled());
  await box.fill("hello");
  await submit.click();
  await page.getByRole("alert").filter({hasText: "neither a link"}).waitFor();
  await box.fill(TABLE);
  assert.equal(await page.getByRole("alert").count(), 0);
  await page.keyboard.press("Control+Enter");
  await headline(page, "Pasted table");
});

test("a file that cannot be opened says why and leaves the story on screen", {webgl: false}, async ({page}) => {
  await start(page);
  const alert = page.getByRole("alert");
  const broken = {
    "empty.csv": ["", /is empty/],
    "page.csv": ["<!doctype html><html><head><title>Sign in</title></head><body><p>x</p></body></html>", /web page/],
    "cut.json": ['[{"date": "2022-03-01", ', /damaged or cut short/],
  };
  for (const [name, [body, reason]] of Object.entries(broken)) {
    await drop(page, [name, body]);
    await alert.filter({hasText: name}).waitFor();
    assert.match(await text(alert), reason, name);
    assert.match(await text(alert), /What was on screen is still there/);
    await shippedStays(page);
  }
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    alert.getByRole("button", {name: "Choose another file"}).click(),
  ]);
  await chooser.setFiles([{name: "table.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE)}]);
  await headline(page, "table");
  await alert.waitFor({state: "detached"});

  // What is on screen can still be gone through after another has failed.
  await drop(page, ["empty.csv", ""]);
  await alert.waitFor();
  await page.keyboard.press("Escape");
  await alert.waitFor({state: "detached"});
  await page.locator("section.own [data-action=review]").click();
  await page.locator("dialog .screen").filter({hasText: "table.csv"}).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({state: "detached"});
  assert.ok(
    await page.evaluate(() => document.activeElement.dataset.action === "review"),
    "the focus is back where it was",
  );
});

test("a long reading shows how far it is, and a cancel leaves the story", {webgl: false}, async ({page}) => {
  await start(page);
  const long = `${HEADER}\n${"2022-03-01,48.85,2.35,A title of some length that takes room in the file,road\n".repeat(2000)}`;
  await drop(page, ["long.csv", long, 1200]);
  const bar = page.getByRole("progressbar");
  await bar.and(page.locator("[aria-valuenow]")).waitFor();
  await page.waitForFunction(() => /\d rows?/.test(document.querySelector("[role=progressbar]")?.ariaValueText));
  assert.match(await bar.getAttribute("aria-label"), /Reading .long\.csv/);
  // The story stays in use meanwhile.
  await page.getByRole("tab").nth(1).click();
  // It answers in the same turn, whatever the machine is busy with.
  const gone = await page.evaluate(async () => {
    document.querySelector(".float button").click();
    await new Promise((resolve) => setTimeout(resolve));
    return document.querySelector("[role=progressbar]") === null;
  });
  assert.ok(gone);
  await shippedStays(page);
  await drop(page, ["table.csv", TABLE]);
  await headline(page, "table");
});

test("a reload shows the same file in the same view", {webgl: false}, async ({page}) => {
  await start(page);
  await drop(page, ["table.csv", TABLE]);
  await headline(page, "table");
  await page.waitForFunction(() => location.hash.includes("file="));
  await page.evaluate(() => (location.hash += "&time=2022-03-04..2022-03-09"));
  await waitForWindow(page, "2022-03-04", "2022-03-09");
  await page.reload();
  await waitForReady(page);
  await headline(page, "table");
  await waitForWindow(page, "2022-03-04", "2022-03-09");
  assert.equal(await ledger(page), LEDGER);
});

test(
  "a visit without a link offers the last file, in the view it was left in, until it is forgotten",
  {webgl: false},
  async ({page}) => {
    await start(page);
    await drop(page, ["table.csv", TABLE]);
    await headline(page, "table");
    await page.waitForFunction(() => location.hash.includes("file="));
    await page.evaluate(() => (location.hash += "&time=2022-03-04..2022-03-09"));
    await waitForWindow(page, "2022-03-04", "2022-03-09");
    while (JSON.stringify(await keptView(page))?.includes("2022-03-04..2022-03-09") !== true);

    await start(page);
    await shippedStays(page);
    await showStart(page);
    await page.locator("dialog [data-action=reopen]").click();
    await headline(page, "table");
    await waitForWindow(page, "2022-03-04", "2022-03-09");

    await showStart(page);
    await page.locator("[data-action=forget]").click();
    await page.locator("[data-action=forget]").waitFor({state: "detached"});
    await start(page);
    await showStart(page);
    await page.locator("dialog [data-action=shipped]").waitFor();
    assert.equal(await page.locator("dialog [data-action=reopen]").count(), 0);
  },
);

test("a link made on somebody's file asks for it, and then shows its view", {webgl: false}, async ({page}) => {
  await start(page, {hash: {file: "table.csv", time: "2022-03-04..2022-03-09"}});
  const notice = page.getByRole("status").filter({hasText: "table.csv"});
  await notice.waitFor();
  await notice.getByRole("button", {name: "Open a file"}).click();
  await page.locator("[data-action=choose]").waitFor();
  await page
    .locator("[data-picker]")
    .setInputFiles([{name: "table.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE)}]);
  await headline(page, "table");
  await waitForWindow(page, "2022-03-04", "2022-03-09");
});

test("sharing a file of one's own says that the link holds no data", {webgl: false}, async ({page}) => {
  await start(page);
  await drop(page, ["table.csv", TABLE]);
  await headline(page, "table");
  await page.locator("[data-action=share]").click();
  const dialog = page.getByRole("dialog", {name: "Share this view"});
  assert.match(await text(dialog), /A link holds the view, not the data/);
  assert.match(await dialog.getByRole("textbox").inputValue(), /#.*file=table\.csv/);
  await page.keyboard.press("Escape");
  await dialog.waitFor({state: "detached"});
});

test(
  "a table that came by a link alone can be gone through as well",
  {server: {files: {"own/table.csv": TABLE}}, webgl: false},
  async ({page}) => {
    await start(page, {query: {data: "own/table.csv"}});
    assert.equal(await ledger(page), LEDGER);
    await page.locator("section.own [data-action=review]").click();
    await page.locator("dialog .screen").filter({hasText: "table.csv"}).waitFor();
  },
);

for (const theme of ["light", "dark"])
  for (const lang of ["en", "ar"])
    test(`axe finds nothing serious on the way in, ${theme}, ${lang}`, {webgl: false}, async ({page}) => {
      const found = {};
      const look = async (name) => (found[name] = await faults(page));
      await start(page, {theme, lang});
      await showMenu(page);
      await look("the menu");
      await page.keyboard.press("Escape");
      await showStart(page);
      await look("the start screen");
      await page.locator("[data-action=paste]").click();
      await page.locator("textarea").waitFor();
      await look("the box for a link");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await send(page, "dragenter", {files: [["a.csv", "x"]]});
      await page.locator("[data-veil]").waitFor();
      await look("the veil");
      await send(page, "dragleave");
      await drop(page, ["empty.csv", ""]);
      await page.getByRole("alert").waitFor();
      await look("a failure");
      await page.keyboard.press("Escape");
      await drop(page, ["table.csv", TABLE]);
      await page.locator("section.own").waitFor();
      await look("the ledger");
      await page.locator("[data-action=share]").click();
      await page.locator("dialog[open]").waitFor();
      await look("sharing");
      assert.deepEqual(found, Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    });
