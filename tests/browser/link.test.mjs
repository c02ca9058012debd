import assert from "node:assert/strict";
import {open, test, waitForReady} from "./harness.mjs";
import {everything, glyphSpots, timeline, waitForCard, waitForDay, waitForSources, windowOf} from "./screen.mjs";

const settled = (page, ...parts) =>
  page.waitForFunction((wanted) => wanted.every((part) => location.hash.includes(part)), parts);

/** Opens an address in a browser context that has never seen the app. */
async function fresh(newPage, url) {
  const page = await newPage();
  await page.goto(url);
  await waitForReady(page);
  await waitForCard(page);
  return page;
}

/** Undo and redo hang on what was done in the page, not on the view. */
const isOfTheView = (line) =>
  !/button "(Undo|Redo|Annuler|Rétablir|تراجع|إعادة)/.test(line) && !/^\s*- \/url/.test(line);
const shown = async (page) => (await everything(page)).filter(isOfTheView).map((line) => line.replace(" [active]", ""));

/** The share of the pixels of two PNGs that clearly differ; an edge that falls half a pixel aside does not count. */
const differing = (page, ...pictures) =>
  page.evaluate(async (encoded) => {
    const pixels = async (text) => {
      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
      canvas.drawImage(image, 0, 0);
      return canvas.getImageData(0, 0, image.width, image.height);
    };
    const [a, b] = await Promise.all(encoded.map(pixels));
    if (a.width !== b.width || a.height !== b.height) return 1;
    let count = 0;
    for (let i = 0; i < a.data.length; i += 4)
      if ([0, 1, 2].some((channel) => Math.abs(a.data[i + channel] - b.data[i + channel]) > 80)) count++;
    return (4 * count) / a.data.length;
  }, pictures);

async function waitForSame(page, wanted) {
  let found;
  for (let i = 0; i < 40; i++) {
    found = await shown(page);
    if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
  }
  assert.deepEqual(found, wanted);
}

/** A view with something of everything, made as a reader makes it, in English and then put into a language. */
async function setByHand(page, language) {
  const story = page.locator("section.story");
  await story.getByRole("button", {name: /^Claim only/}).click();
  await story.getByRole("button", {name: /^Drone/}).click();
  await page.getByRole("textbox", {name: "Search"}).fill("base");
  await page.getByRole("radio", {name: "Slide"}).click();
  await page.getByRole("combobox", {name: "Speed"}).selectOption("8");
  const start = timeline(page).getByRole("slider", {name: "Start of the window"});
  await start.focus();
  await page.keyboard.press("PageUp");
  await timeline(page).getByRole("slider", {name: "Playhead"}).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("PageUp");
  await timeline(page).getByRole("button", {name: "Zoom in"}).click();
  await timeline(page).getByRole("button", {name: "By place"}).click();
  const map = page.getByRole("group", {name: /^Map\./});
  await map.focus();
  await page.keyboard.press("+");
  await settled(page, "map=", "extent=", "timeline=lanes");
  await page.keyboard.press("ArrowLeft");
  await page.locator("[data-place][role=button]").first().focus();
  await page.keyboard.press("Enter");
  const option = page.locator("#dateline-card [role=option]").first();
  await option.click();
  await page.getByRole("button", {name: "Switch to dark colours"}).click();
  if (language === "fr") await page.getByRole("button", {name: "Français"}).click();
  if (language === "ar") await page.getByRole("button", {name: "العربية"}).click();
  await page.locator("#dateline-card .tools button").last().focus();
  await page.mouse.move(700, 5);
  await settled(page, "event=", "theme=dark", ...(language === "en" ? [] : [`lang=${language}`]));
  await page.waitForFunction((lang) => document.documentElement.lang === lang, language);
}

for (const language of ["en", "fr", "ar"]) {
  test(
    `a view set by hand is the same from its address in a fresh profile: ${language}`,
    {webgl: false},
    async ({page, newPage}) => {
      await open(page);
      await waitForCard(page);
      await setByHand(page, language);
      // The camera and the glyphs come to rest.
      let last = "";
      await page.waitForFunction(() => document.getAnimations().every(({playState}) => playState !== "running"));
      for (let now = page.url(); now !== last; now = page.url()) {
        last = now;
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      }
      const url = page.url();
      for (const name of [
        "time",
        "extent",
        "mode",
        "speed",
        "event",
        "place",
        "show.status",
        "show.weapon",
        "q",
        "map",
        "timeline",
        "theme",
      ])
        assert.ok(new RegExp(`[#&]${name}=`).test(url), `${name} is in ${url}`);

      const wanted = await shown(page);
      const spots = await glyphSpots(page);
      assert.ok(wanted.length > 100, `${wanted.length} lines to compare`);
      const copy = await fresh(newPage, url);
      await waitForSame(copy, wanted);
      assert.equal(copy.url(), url, "the copy's own address");
      const found = await glyphSpots(copy);
      assert.ok(Object.keys(spots).length > 0);
      assert.deepEqual(Object.keys(found).sort(), Object.keys(spots).sort());
      for (const [place, at] of Object.entries(spots))
        for (const i of [0, 1, 2])
          assert.ok(Math.abs(found[place][i] - at[i]) < 0.5, `${place}: ${found[place]}, ${at}`);

      await copy.mouse.move(700, 5);
      await copy.locator("#dateline-card .tools button").last().focus();
      const picture = async (of) => (await timeline(of).screenshot({animations: "disabled"})).toString("base64");
      const share = await differing(page, await picture(page), await picture(copy));
      assert.ok(share < 0.002, `${(100 * share).toFixed(2)} % of the two timelines' pixels differ`);
    },
  );
}

test("two views that differ do differ in what is compared", {webgl: false}, async ({page, newPage}) => {
  await open(page, {hash: {time: "2023-10-17..2023-12-08"}});
  await waitForCard(page);
  const one = await shown(page);
  const other = await newPage();
  await open(other, {hash: {time: "2023-10-17..2023-12-09"}});
  await waitForCard(other);
  assert.notDeepEqual(await shown(other), one);
});

test("the keyboard undoes and does again what was changed, in order", {webgl: false}, async ({page}) => {
  await open(page);
  await waitForSources(page);
  const undo = page.getByRole("button", {name: "Undo"});
  const redo = page.getByRole("button", {name: "Redo"});
  assert.equal(await undo.isDisabled(), true);
  const states = [await shown(page)];
  const changes = [
    async () => {
      await timeline(page).getByRole("slider", {name: "Playhead"}).focus();
      await page.keyboard.press("PageUp");
      await settled(page, "time=2023-10-17..2023-12-15");
    },
    async () => {
      await page
        .locator("section.story")
        .getByRole("button", {name: /^Disputed/})
        .click();
      await settled(page, "show.status=");
    },
    async () => {
      await timeline(page).getByRole("button", {name: "By place"}).click();
      await settled(page, "timeline=lanes");
    },
  ];
  for (const change of changes) {
    await change();
    states.push(await shown(page));
  }
  await timeline(page)
    .focus()
    .catch(() => {});
  for (const state of states.slice(0, -1).reverse()) {
    await page.keyboard.press("Control+z");
    await waitForSame(page, state);
  }
  assert.equal(await undo.isDisabled(), true);
  assert.equal((await windowOf(page)).to, "2023-12-08");
  for (const state of states.slice(1)) {
    await page.keyboard.press("Control+Shift+z");
    await waitForSame(page, state);
  }
  assert.equal(await redo.isDisabled(), true);
  await undo.click();
  await waitForSame(page, states.at(-2));
});

test(
  "a link followed inside the page shows its view at once, and what is not ours in it is kept",
  {webgl: false},
  async ({page}) => {
    await open(page, {hash: {time: "..2023-11-21", utm: "kept"}});
    await waitForDay(page, "2023-11-21");
    for (const day of ["2023-12-01", "2024-01-15", "2023-10-30"]) {
      await page.evaluate((end) => (location.hash = `time=..${end}&utm=kept`), day);
      await waitForDay(page, day);
    }
    await timeline(page).getByRole("slider", {name: "Playhead"}).focus();
    await page.keyboard.press("ArrowRight");
    await settled(page, "time=2023-10-17..2023-10-31", "utm=kept");
    // At the story's own first view nothing of the view is left in the address.
    await page.evaluate(() => (location.hash = "utm=kept"));
    await waitForDay(page, "2023-12-08");
    assert.equal(new URL(page.url()).hash, "#utm=kept");
  },
);
