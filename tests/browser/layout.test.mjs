import assert from "node:assert/strict";
import {atRest, open, test} from "./harness.mjs";
import {timeline, waitForCard, waitForSources} from "./screen.mjs";

const SIZES = {wide: [1440, 900], medium: [1024, 768], phone: [390, 844], mini: [320, 640]};
const DESKS = ["wide", "medium"];

const settle = async (page) => {
  await waitForCard(page);
  await page.waitForSelector("[data-place][role=button]");
  await page.evaluate(() => document.fonts.ready);
  await atRest(page);
};

/** Texts that are cut off by a box around them, or that hang out of the page. */
const cut = (page, within) =>
  page.evaluate((selector) => {
    const found = [];
    const slack = 1.5;
    const isSeen = (element) => element.checkVisibility({opacityProperty: true, visibilityProperty: true});
    const walk = document.createTreeWalker(document.querySelector(".dateline"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const {currentNode: node} = walk;
      const parent = node.parentElement;
      if (node.data.trim() === "" || !parent.closest(selector) || !isSeen(parent)) continue;
      if (parent.closest(".visually-hidden, .skip, option, [hidden], [popover]")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const text of range.getClientRects()) {
        if (text.width === 0 || text.height === 0) continue;
        if (text.left < -slack || text.right > innerWidth + slack) found.push(`out of the page: ${node.data.trim()}`);
        for (let box = parent; box !== null && box !== document.body; box = box.parentElement) {
          const style = getComputedStyle(box);
          if (style.display === "inline") continue;
          const {left, right, top, bottom} = box.getBoundingClientRect();
          const clips = (axis) => ["hidden", "clip"].includes(style[`overflow${axis}`]);
          // What scrolls is not cut off; nor is what a scrolling box around it lets be seen.
          if (["auto", "scroll"].includes(style.overflowY)) break;
          if (clips("X") && (text.left < left - slack || text.right > right + slack))
            found.push(`cut at its side by ${box.tagName}.${box.className}: ${node.data.trim()}`);
          // A line is higher than its letters: what is cut must be more than the air around them.
          if (clips("Y") && (text.top < top - text.height * 0.3 || text.bottom > bottom + text.height * 0.3))
            found.push(`cut at its foot or head by ${box.tagName}.${box.className}: ${node.data.trim()}`);
        }
      }
    }
    return [...new Set(found)];
  }, within);

/** Pairs of texts that stand on one another. */
const colliding = (page, within) =>
  page.evaluate((selector) => {
    const boxes = [];
    const root = document.querySelector(selector);
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const {currentNode: node} = walk;
      const parent = node.parentElement;
      if (node.data.trim() === "" || parent.closest(".visually-hidden, .skip, option, [hidden], [popover]")) continue;
      if (!parent.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const line = parent.closest("text, button, p, h1, h2, h3, li, time, dd, dt") ?? parent;
      for (const rect of range.getClientRects()) {
        // Only what a scrolling box lets be seen.
        let {left, right, top, bottom} = rect;
        // The letters stand in the middle of their line.
        const air = (bottom - top) * 0.22;
        [top, bottom] = [top + air, bottom - air];
        for (let box = parent; box !== root; box = box.parentElement) {
          if (!["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(box).overflowY)) continue;
          const seen = box.getBoundingClientRect();
          [left, right] = [Math.max(left, seen.left), Math.min(right, seen.right)];
          [top, bottom] = [Math.max(top, seen.top), Math.min(bottom, seen.bottom)];
        }
        if (right - left > 1 && bottom - top > 1) boxes.push({line, text: node.data.trim(), left, right, top, bottom});
      }
    }
    const pairs = [];
    for (let i = 0; i < boxes.length; i++) {
      for (let j = i + 1; j < boxes.length; j++) {
        const [a, b] = [boxes[i], boxes[j]];
        if (a.line === b.line) continue;
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1.5 && high > 1) pairs.push(`“${a.text}” and “${b.text}”`);
      }
    }
    return [...new Set(pairs)];
  }, within);

const sideways = (page) =>
  page.evaluate(() => {
    const {scrollWidth, clientWidth} = document.documentElement;
    const wide = [...document.querySelectorAll("body *")]
      .filter((each) => each.getBoundingClientRect().right > clientWidth + 1 && each.checkVisibility())
      .map((each) => `${each.tagName}.${each.getAttribute("class")}`);
    return scrollWidth > clientWidth ? [`${scrollWidth} in ${clientWidth}`, ...wide.slice(0, 5)] : [];
  });

for (const lang of ["en", "fr", "ar"]) {
  test(
    `at four sizes no text is cut off, none stands on another, and nothing scrolls sideways: ${lang}`,
    {webgl: false},
    async ({page}) => {
      const wrong = [];
      for (const [size, viewport] of Object.entries(SIZES)) {
        for (const time of ["2023-10-17..2023-12-08", "2023-10-17..2024-01-20"]) {
          await open(page, {viewport, lang, hash: {time}});
          await settle(page);
          assert.ok(await page.locator(`.dateline.${size}`).count(), `${viewport} is ${size}`);
          const where = `${size} ${time.slice(12)}`;
          for (const each of await cut(page, "#dateline-timeline, section.story, .top, header"))
            wrong.push(`${where}: ${each}`);
          for (const each of await colliding(page, "#dateline-timeline")) wrong.push(`${where}: ${each}`);
          for (const each of await colliding(page, DESKS.includes(size) ? ".stage" : ".top"))
            wrong.push(`${where}: ${each}`);
          for (const each of await sideways(page)) wrong.push(`${where}, sideways: ${each}`);
        }
      }
      assert.deepEqual([...new Set(wrong)], []);
    },
  );
}

test("texts that are cut off or stand on one another would be found", {webgl: false}, async ({page}) => {
  await open(page);
  await settle(page);
  await page.evaluate(() => {
    document.querySelector("#dateline-timeline .gutter").style.cssText += "overflow: hidden; width: 60px";
    const copy = document.querySelector("#dateline-timeline .tempo p").cloneNode(true);
    copy.style.cssText = "display: block; position: absolute; inset: 0 auto auto 0";
    document.querySelector("#dateline-timeline .tempo").style.position = "relative";
    document.querySelector("#dateline-timeline .tempo").append(copy);
    document.querySelector("main").style.width = "1500px";
  });
  assert.ok((await cut(page, "#dateline-timeline")).length > 0);
  assert.ok((await colliding(page, "#dateline-timeline")).length > 0);
  assert.ok((await sideways(page)).length > 0);
});

test(
  "the lanes and the zoomed timeline stay clear of one another in three languages",
  {webgl: false},
  async ({page}) => {
    const wrong = [];
    for (const lang of ["en", "fr", "ar"]) {
      for (const hash of [
        {timeline: "lanes"},
        {extent: "2023-11-20..2023-12-20"},
        {extent: "2023-12-08..2023-12-10"},
      ]) {
        await open(page, {lang, hash});
        await settle(page);
        for (const each of await colliding(page, "#dateline-timeline"))
          wrong.push(`${lang} ${JSON.stringify(hash)}: ${each}`);
        for (const each of await cut(page, "#dateline-timeline"))
          wrong.push(`${lang} ${JSON.stringify(hash)}: ${each}`);
      }
    }
    assert.deepEqual(wrong, []);
  },
);

const WEEK = "date,lat,lon,title\n2024-05-31,48.85,2.35,One\n2024-06-03,48.85,2.35,Two\n2024-06-10,45.76,4.83,Three\n";

test(
  "the axis of a short record of one's own keeps clear of what stands beside it",
  {webgl: false, server: {files: {"own/week.csv": WEEK}}},
  async ({page}) => {
    for (const size of ["wide", "medium", "phone"]) {
      await open(page, {viewport: SIZES[size], query: {data: "own/week.csv"}});
      await settle(page);
      assert.deepEqual(await colliding(page, "#dateline-timeline"), [], size);
      assert.deepEqual(await sideways(page), [], size);
    }
  },
);

test(
  "on a phone everything is within reach of a thumb: targets are large enough",
  {webgl: false, context: {viewport: {width: 390, height: 844}, isMobile: true, hasTouch: true}},
  async ({page}) => {
    await open(page);
    await settle(page);
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          "header button, .controls button, .controls select, #dateline-card button, .cells button",
        ),
      ]
        .filter((each) => each.checkVisibility())
        .map((each) => ({each, box: each.getBoundingClientRect()}))
        // WCAG 2.2 asks for 24 px; a target may reach further than its box by a pseudo-element.
        .filter(({each, box}) => {
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
          const hits = [-12, 12].every((d) => {
            const at = document.elementFromPoint(x, Math.min(innerHeight - 1, Math.max(0, y + d)));
            return at !== null && (each.contains(at) || at.contains(each));
          });
          return !hits || box.width < 24;
        })
        .map(({each, box}) => `${each.className} ${each.textContent.trim().slice(0, 30)} ${box.width}×${box.height}`),
    );
    assert.deepEqual(small, []);
  },
);

test(
  "the language switch changes every word, the direction and the address, and comes back",
  {webgl: false},
  async ({page}) => {
    await open(page);
    await settle(page);
    const words = () =>
      page.evaluate(() => [
        document.documentElement.lang,
        document.documentElement.dir,
        document.title,
        document.querySelector(".sentence").innerText,
      ]);
    const english = await words();
    assert.deepEqual(english.slice(0, 2), ["en", "ltr"]);
    await page.getByRole("button", {name: "Français"}).click();
    await page.waitForFunction(() => document.documentElement.lang === "fr" && location.hash.includes("lang=fr"));
    assert.match((await words())[3], /^Du 17 octobre au 8 décembre/);
    await page.getByRole("button", {name: "العربية"}).click();
    await page.waitForFunction(() => document.documentElement.dir === "rtl" && location.hash.includes("lang=ar"));
    const [, , title, sentence] = await words();
    assert.match(title, /\p{Script=Arabic}/u);
    assert.match(sentence, /90/);
    // No English is left over in what the app itself says.
    const left = await page.evaluate(() => {
      const found = [];
      for (const element of document.querySelectorAll("button, h2, h3, label, [role=tab], dt")) {
        if (
          element.closest("[lang=en], [lang=fr], .source, [data-date]") !== null &&
          element.closest("[lang]").lang !== "ar"
        )
          continue;
        const text = (element.getAttribute("aria-label") ?? element.innerText).trim();
        if (/[A-Za-z]{4,}/.test(text) && !/[\u0600-\u06ff]/.test(text)) found.push(text);
      }
      return found;
    });
    assert.deepEqual(left, []);
    // The map's side by side: the story stands at the right.
    const story = await page.locator("section.story").boundingBox();
    assert.ok(story.x > 700, `the story column is at ${story.x}`);
    await page.getByRole("button", {name: "English"}).click();
    await page.waitForFunction(() => document.documentElement.dir === "ltr");
    assert.deepEqual(await words(), english);
  },
);

test(
  "a reader's own language and colours are taken from the system",
  {webgl: false, context: {locale: "fr-CA", colorScheme: "dark"}},
  async ({page}) => {
    await open(page);
    await page.waitForFunction(() => document.documentElement.lang === "fr");
    assert.equal(await page.locator(".dateline").getAttribute("data-dark"), "true");
    await page.emulateMedia({colorScheme: "light"});
    await page.waitForSelector('.dateline[data-dark="false"]');
  },
);

test(
  "the colour switch turns the page dark and light again, keeps the words, and is in the address",
  {webgl: false},
  async ({page}) => {
    await open(page);
    await settle(page);
    await waitForSources(page);
    const paper = () =>
      page.evaluate(() => getComputedStyle(document.querySelector("#dateline-timeline")).backgroundColor);
    const brightness = (color) =>
      color
        .match(/\d+/g)
        .slice(0, 3)
        .reduce((sum, n) => sum + Number(n), 0) / 3;
    const words = () => page.locator("section.story, #dateline-card, #dateline-timeline").allInnerTexts();
    const text = await words();
    assert.ok(brightness(await paper()) > 200, await paper());
    await page.getByRole("button", {name: "Switch to dark colours"}).click();
    await page.waitForFunction(() => location.hash.includes("theme=dark"));
    assert.ok(brightness(await paper()) < 60, await paper());
    assert.deepEqual(await words(), text);
    await page.getByRole("button", {name: "Switch to light colours"}).click();
    await page.waitForFunction(() => location.hash.includes("theme=light"));
    assert.ok(brightness(await paper()) > 200, await paper());
  },
);

test("turning a phone or widening a window keeps the view", {webgl: false}, async ({page}) => {
  await open(page, {viewport: SIZES.phone, hash: {time: "2023-11-01..2024-01-10"}});
  await settle(page);
  for (const size of ["mini", "medium", "wide", "phone"]) {
    await page.setViewportSize({width: SIZES[size][0], height: SIZES[size][1]});
    await page.waitForSelector(`.dateline.${size}`);
    await timeline(page).waitFor();
    assert.equal(await page.locator("#dateline-timeline time").getAttribute("datetime"), "2024-01-10", size);
    assert.match(page.url(), /time=2023-11-01\.\.2024-01-10/);
    // The timeline is drawn again a frame later.
    await page
      .waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, undefined, {timeout: 5_000})
      .catch(() => {});
    assert.deepEqual(await sideways(page), [], size);
  }
});
