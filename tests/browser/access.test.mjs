import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../../.ci/setup.mjs";
import {atRest, open, test} from "./harness.mjs";
import {count, dayNumber} from "./record.mjs";
import {glyphNames, playButton, timeline, waitForCard, waitForSources, windowOf} from "./screen.mjs";

const AXE = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const SIZES = {wide: [1440, 900], medium: [1024, 768], phone: [390, 844], mini: [320, 640]};

/** What axe finds serious or critical, as lines that name the rule and the elements. */
async function faults(page) {
  // Colours are read where things have come to rest.
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
    .flatMap(({id, impact, nodes}) =>
      nodes.map(
        ({target, html, any}) => `${impact} ${id} ${target.join(" ")} ${any[0]?.message ?? ""} ${html.slice(0, 140)}`,
      ),
    );
}

async function openAt(page, size, options) {
  const [width, height] = SIZES[size];
  await open(page, {viewport: [width, height], ...options});
  await waitForCard(page);
  await page.waitForSelector("[data-place][role=button]");
}

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing serious in the wide views, ${theme}`, {webgl: false}, async ({page}) => {
    const found = {};
    const look = async (name) => (found[name] = await faults(page));
    await openAt(page, "wide", {theme});
    await waitForSources(page);
    await look("the first view");
    await page.getByRole("tab").nth(1).click();
    await page.waitForSelector("[role=listbox]");
    await look("the list");
    await page.getByRole("button", {name: "More filters"}).click();
    await page.getByRole("dialog", {name: "Filters"}).waitFor();
    await look("the filters");
    await page.keyboard.press("Escape");
    await timeline(page).getByRole("button", {name: "By place"}).click();
    await look("a line for each place");
    await page.getByRole("textbox", {name: "Search"}).fill("zzzzzz");
    await page.getByText("Nothing matches “zzzzzz”.").waitFor();
    await look("a search without an answer");
    await page.locator('[data-action="how-to-read"]').first().click();
    await page.getByRole("dialog").waitFor();
    await look("how to read");
    for (const name of ["Method and weaknesses", "Download the data", "Keys"]) {
      await page.getByRole("button", {name}).click();
      await look(`how to read: ${name}`);
    }
    const all = Object.entries(found).flatMap(([name, lines]) => lines.map((line) => `${name}: ${line}`));
    assert.deepEqual([...new Set(all)], []);
    assert.equal(Object.keys(found).length, 9);
  });

  test(`axe finds nothing serious in the middle and narrow views, ${theme}`, {webgl: false}, async ({page}) => {
    const found = {};
    const look = async (name) => (found[name] = await faults(page));
    for (const size of ["medium", "phone", "mini"]) {
      await openAt(page, size, {theme});
      await look(size);
    }
    await openAt(page, "phone", {theme});
    await page.locator("#dateline-card .open").click();
    await page.locator("dialog [role=tab]").first().waitFor();
    await look("phone, the sheet");
    await page.locator("dialog [role=tab]").nth(1).click();
    await page.waitForSelector("dialog [role=listbox]");
    await look("phone, the list in the sheet");
    await openAt(page, "phone", {theme});
    await page.getByRole("button", {name: "Menu"}).click();
    await look("phone, the menu");
    const all = Object.entries(found).flatMap(([name, lines]) => lines.map((line) => `${name}: ${line}`));
    assert.deepEqual([...new Set(all)], []);
  });
}

test(
  "axe finds nothing serious in what presents and takes away, in the light and in the dark",
  {webgl: false},
  async ({page}) => {
    const found = {};
    const look = async (name) => {
      for (const theme of ["dark", "light"]) {
        await page.evaluate((theme) => {
          const element = document.querySelector("date-line");
          element.view = {...element.view, theme};
        }, theme);
        await page.waitForSelector(`html[data-dark=${theme === "dark"}]`);
        found[`${name}, ${theme}`] = await faults(page);
      }
    };
    await openAt(page, "wide", {reducedMotion: "reduce"});
    await page.locator("[data-action=chapters]").first().click();
    await page.locator("section.chapters [data-show]").first().waitFor();
    await look("the chapters");
    await page.locator("[data-action=takeaway]").first().click();
    const tabs = page.locator("dialog[open]").getByRole("tab");
    await tabs.first().waitFor();
    for (const tab of await tabs.all()) {
      await tab.click();
      await page.locator("dialog[open] [role=tabpanel] :is(button, input)").first().waitFor();
      await look(`take away: ${await tab.innerText()}`);
    }
    const ready = {
      present: ".present .words h1, .present .lead h1",
      presenter: ".presenter h2",
      scroll: "[data-chapter]",
    };
    for (const [view, sign] of Object.entries(ready)) {
      await open(page, {hash: {view, step: 2}});
      await page.locator(sign).first().waitFor();
      await look(view);
    }
    const all = Object.entries(found).flatMap(([name, lines]) => lines.map((line) => `${name}: ${line}`));
    assert.deepEqual([...new Set(all)], []);
    assert.equal(Object.keys(found).length, 16);
  },
);

test("axe finds nothing serious in Arabic", {webgl: false}, async ({page}) => {
  await openAt(page, "wide", {lang: "ar"});
  await waitForSources(page);
  assert.deepEqual(await faults(page), []);
  await page.locator('[data-action="how-to-read"]').first().click();
  await page.getByRole("dialog").waitFor();
  assert.deepEqual(await faults(page), []);
});

test("axe would find a fault", {webgl: false}, async ({page}) => {
  await open(page);
  await page.evaluate(() => {
    const button = document.body.appendChild(document.createElement("button"));
    button.style.cssText = "position: fixed; inset: 0 auto auto 0; width: 20px; height: 20px";
  });
  assert.ok((await faults(page)).some((line) => line.startsWith("critical button-name")));
});

const focusedPlace = (page) => page.evaluate(() => document.activeElement?.getAttribute("data-place") ?? null);

test(
  "Tab reaches the map's glyphs, keys go to every one of them, and Enter opens it",
  {webgl: false},
  async ({page}) => {
    await openAt(page, "wide", {hash: {time: "2023-10-17..2024-01-31"}});
    const all = await glyphNames(page);
    assert.ok(all.length > 15, `${all.length} glyphs`);
    await page.getByRole("group", {name: /^Map\./}).focus();
    await page.keyboard.press("Tab");
    assert.notEqual(await focusedPlace(page), null, "one Tab from the map stands on a glyph");

    await page.keyboard.press("Home");
    const reached = [];
    for (let i = 0; i < all.length; i++) {
      reached.push(await page.evaluate(() => document.activeElement.getAttribute("aria-label")));
      await page.keyboard.press("PageDown");
    }
    assert.deepEqual([...new Set(reached)].sort(), [...all].sort());

    // The focus is to be seen.
    const outlined = await page.evaluate(() => {
      const ring = document.activeElement.querySelector(".focus");
      const {stroke, opacity, visibility} = getComputedStyle(ring);
      return stroke !== "none" && Number(opacity) > 0 && visibility === "visible";
    });
    assert.ok(outlined, "the focused glyph has a ring");

    await page.keyboard.press("Home");
    const name = (await page.evaluate(() => document.activeElement.getAttribute("aria-label"))).split(":")[0];
    await page.keyboard.press("Enter");
    await page.locator("#dateline-card .place b").waitFor();
    assert.equal(await page.locator("#dateline-card .place b").innerText(), name);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-pressed")), "true");

    const single = all.findIndex((label) => /: 1 report of attacks, 1 confirmed$/.test(label));
    assert.notEqual(single, -1);
    await page.locator("[data-place][role=button]").nth(single).focus();
    await page.keyboard.press(" ");
    await page.locator("#dateline-card article h2").waitFor();
    assert.match(await page.locator("#dateline-card dl").innerText(), new RegExp(all[single].split(":")[0]));
  },
);

test("every glyph of every window can be worked with Enter", {webgl: false}, async ({page}) => {
  await openAt(page, "wide", {hash: {time: "2023-10-17..2023-10-27", panel: "list"}});
  const places = await page
    .locator("[data-place][role=button]")
    .evaluateAll((glyphs) => glyphs.map((each) => each.dataset.place));
  assert.ok(places.length >= 5 && places.length <= count("2023-10-17", "2023-10-27").places.size);
  for (const place of places) {
    await page.locator(`[data-place="${place}"][role=button]`).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(`[data-place="${place}"][role=button][aria-pressed=true]`);
  }
});

test("the order of Tab is the order of reading, and nothing takes the focus away", {webgl: false}, async ({page}) => {
  await openAt(page, "wide");
  const seen = [];
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press("Tab");
    const what = await page.evaluate(() => {
      const {activeElement: at} = document;
      if (at === document.body) return null;
      const {width, height} = at.getBoundingClientRect();
      return {
        name: at.getAttribute("aria-label") ?? at.textContent.trim().slice(0, 40),
        part: at.closest("header.wide, .map, section.story, #dateline-card, #dateline-timeline")?.className ?? "skip",
        size: width * height,
      };
    });
    if (what === null) break;
    seen.push(what);
  }
  assert.ok(seen.length < 120, "Tab comes to an end");
  assert.equal(seen[0].name, "Skip to the timeline");
  assert.ok(
    seen.every(({size}) => size > 0),
    JSON.stringify(seen.filter(({size}) => size === 0)),
  );
  assert.ok(
    seen.every(({name}) => name !== ""),
    JSON.stringify(seen.filter(({name}) => name === "")),
  );
  // Each part is gone through once and left.
  const parts = seen.map(({part}) => part).filter((part, i, list) => part !== list[i - 1]);
  assert.equal(new Set(parts).size, parts.length, parts.join(" | "));
});

test("who wants less motion gets none, and time that plays in whole days", {webgl: false}, async ({page}) => {
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter((each) => each.playState === "running" && each.effect.getComputedTiming().activeDuration > 1)
        .map(
          (each) => `${each.animationName ?? each.transitionProperty} of ${each.effect.target?.outerHTML.slice(0, 80)}`,
        ),
    );
  const positions = async (speed) => {
    await page.evaluate((value) => (location.hash = `time=2023-10-17..2023-10-30&speed=${value}`), speed);
    await page.waitForSelector('#dateline-timeline time[datetime="2023-10-30"]');
    await page.evaluate(() => {
      window.seen = [];
      const end = document.querySelectorAll(".timeline .handle")[1];
      const {seen} = window;
      const look = () => {
        const {left} = end.getBoundingClientRect();
        if (left !== seen.at(-1)) seen.push(left);
        if (seen === window.seen) requestAnimationFrame(look);
      };
      look();
    });
    await playButton(page).click();
    await page.waitForFunction(() => document.querySelector("#dateline-timeline time").dateTime > "2023-11-04");
    const still = await moving();
    await playButton(page).click();
    return {seen: await page.evaluate(() => window.seen), still};
  };
  const isWhole = async (seen) => {
    const {from, to} = await windowOf(page);
    const [left, right] = await page
      .locator(".timeline .handle")
      .evaluateAll((handles) => handles.map((each) => each.getBoundingClientRect().left));
    const day = (right - left) / (dayNumber(to) + 1 - dayNumber(from));
    // The handles stand on whole dots of the screen.
    return seen.every((x) => Math.abs((x - left) / day - Math.round((x - left) / day)) * day <= 1);
  };

  await open(page, {reducedMotion: "no-preference"});
  await waitForCard(page);
  const moved = await positions(2);
  assert.ok(moved.seen.length > 3 && !(await isWhole(moved.seen)), "time flows where motion is welcome");

  await page.emulateMedia({reducedMotion: "reduce"});
  const calm = await positions(4);
  assert.ok(calm.seen.length >= 4, `${calm.seen.length} steps were seen`);
  assert.ok(await isWhole(calm.seen), `whole days only: ${calm.seen}`);
  assert.deepEqual(calm.still, []);
  for (const name of ["Next event", "Next event", "Previous event", "Next day"]) {
    await page.locator("#dateline-timeline").getByRole("button", {name}).click();
    assert.deepEqual(await moving(), [], name);
  }
  await page.locator("[data-place][role=button]").first().focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await moving(), []);
  await page.getByRole("button", {name: "Zoom in"}).first().click();
  assert.deepEqual(await moving(), []);
});
