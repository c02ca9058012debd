import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../../.ci/setup.mjs";
import {fontsFirst, shiftsAtMost, watchShifts} from "./fonts.mjs";
import {atRest, open, test, waitForMap, waitForReady} from "./harness.mjs";

const AXE = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const WIDTHS = [320, 360, 500, 640, 720, 1000, 1200];
const EVENT = "2024-01-28-tower22-drone";

const address = (more = "") => `embed.html${more}`;
const embed = (where) => where.locator(".embed");

/** Everything that comes late is there, and nothing moves any more. */
async function settled(frame) {
  await waitForReady(frame);
  await waitForMap(frame);
  await frame.waitForSelector(".embed a[target=_blank]");
  await frame.waitForSelector(".embed .foot b");
  await frame.evaluate(() => document.fonts.ready);
  await atRest(frame);
}

/** An article that is much higher than the screen, with an embed in its middle. */
const article = (frame) => ({
  "article.html": `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <body style="margin:0"><div style="height:600px">Before</div>${frame}<div style="height:3000px">After</div></body></html>`,
});
const framed = (more, style = "width:100%;height:1100px;border:0") =>
  `<iframe id="embed" title="Attacks" src="${address()}" style="${style}" ${more}></iframe>`;

async function openArticle(page, server) {
  await page.goto(`${server.url}article.html`);
  const frame = await (await page.waitForSelector("#embed")).contentFrame();
  return frame;
}

/** Texts that hang out of the page, or that a box without a scrollbar or an ellipsis cuts off. */
const cut = (page) =>
  page.evaluate(() => {
    const found = [];
    const walk = document.createTreeWalker(document.querySelector(".embed"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const {currentNode: node} = walk;
      const parent = node.parentElement;
      const isSeen = parent.checkVisibility({opacityProperty: true, visibilityProperty: true});
      if (node.data.trim() === "" || !isSeen || parent.closest(".visually-hidden, option, .map svg, .still")) continue;
      // An ellipsis says that there is more, which is a press away.
      let box = parent;
      while (box.closest(".embed") && getComputedStyle(box).textOverflow !== "ellipsis") box = box.parentElement;
      if (box.closest(".embed")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const text of range.getClientRects()) {
        if (text.width === 0 || text.height === 0) continue;
        if (text.left < -1.5 || text.right > innerWidth + 1.5) found.push(`out of the page: ${node.data.trim()}`);
        for (box = parent; box.closest(".embed") !== null; box = box.parentElement) {
          const style = getComputedStyle(box);
          if (["auto", "scroll"].includes(style.overflowY)) break;
          if (style.display === "inline" || !["hidden", "clip"].includes(style.overflowX)) continue;
          const {left, right, top, bottom} = box.getBoundingClientRect();
          if (text.left < left - 1.5 || text.right > right + 1.5 || text.top < top - 6 || text.bottom > bottom + 6)
            found.push(`cut by ${box.className}: ${node.data.trim()}`);
        }
      }
    }
    return found;
  });

for (const lang of ["en", "fr", "ar"]) {
  test(`an embed shows all its words at every width, in ${lang}`, {webgl: false, timeout: 120_000}, async ({page}) => {
    for (const width of WIDTHS) {
      await open(page, {path: address(), lang, viewport: [width, 900]});
      await settled(page);
      const {scrollWidth, height} = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        height: document.querySelector(".embed").getBoundingClientRect().height,
      }));
      assert.ok(scrollWidth <= width, `${width}: ${scrollWidth} px wide`);
      assert.ok(height > 560 && height < 1100, `${width}: ${height} px high`);
      assert.deepEqual(await cut(page), [], `at ${width} px`);
      assert.equal(await page.locator("[role=radiogroup] ~ select, .embed .timeline").count(), 2);
    }
  });
}

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing wrong with an embed, ${theme}`, {webgl: false, timeout: 120_000}, async ({page}) => {
    const look = async (name) => {
      await page.evaluate(`${AXE}; undefined`);
      const {violations} = await page.evaluate(() => axe.run(document, {resultTypes: ["violations"]}));
      const told = violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id} ${html.slice(0, 160)}`));
      assert.deepEqual(told, [], name);
    };
    for (const width of [320, 500, 720, 1100]) {
      await open(page, {path: address(), lang: "fr", theme, viewport: [width, 1000]});
      await settled(page);
      await look(`at ${width} px`);
    }
    await open(page, {path: address(), lang: "fr", theme, viewport: [500, 1000]});
    await settled(page);
    await page.locator(".short button").click();
    await page.waitForSelector("[role=tabpanel]");
    await settled(page);
    await look("an open event");
  });
}

// The browser itself tells the console that a sandbox has no clipboard.
test(
  "an embed in an opaque origin works and keeps nothing",
  {webgl: false, allowErrors: /Clipboard API/},
  async ({page, serve}) => {
    const server = await serve({files: article(framed(`sandbox="allow-scripts allow-popups"`))});
    await page.addInitScript(() => {
      window.kept = [];
      const note = (owner, name) => {
        const own = owner[name];
        owner[name] = function (...all) {
          window.kept.push(name);
          return own.apply(this, all);
        };
      };
      note(Storage.prototype, "setItem");
      note(IDBFactory.prototype, "open");
      const {set} = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
      Object.defineProperty(Document.prototype, "cookie", {
        set: (text) => (window.kept.push("cookie"), set.call(document, text)),
      });
    });
    const frame = await openArticle(page, server);
    await settled(frame);
    assert.equal(await frame.evaluate(() => self.origin), "null");
    await frame.locator("[data-tab], .short button").first().click();
    await frame.getByRole("button", {name: "Play", exact: true}).click();
    await frame.getByRole("button", {name: "Pause", exact: true}).click();
    await frame.getByRole("button", {name: "Share", exact: true}).click();
    await frame.waitForSelector("[role=status]:has(input), [role=status]:has-text('copied')");
    await page.waitForTimeout(600);
    assert.deepEqual(await frame.evaluate(() => window.kept), []);
  },
);

test("an embed's full screen is the same view as a page of its own", {webgl: false}, async ({page}) => {
  await open(page, {path: address(), hash: {event: EVENT}, viewport: [720, 1000]});
  await settled(page);
  const link = page.getByRole("link", {name: "Full screen"});
  assert.equal(await link.getAttribute("rel"), "noopener");
  const [opened] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
  await waitForReady(opened);
  assert.ok(/\/#[^?]*event=2024-01-28-tower22-drone$/.test(opened.url()), opened.url());
  assert.equal(await opened.locator(".embed").count(), 0);
  assert.equal(await opened.evaluate(() => document.querySelector("date-line").view.event), EVENT);
});

test("the wheel over an embed scrolls the article", {webgl: false}, async ({page, serve}) => {
  const server = await serve({files: article(framed(""))});
  const frame = await openArticle(page, server);
  await settled(frame);
  for (const part of [".map", ".timeline", ".event"]) {
    await page.evaluate(() => scrollTo(0, 300));
    const box = await frame.locator(`.embed ${part}`).first().boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + Math.min(20, box.height / 2));
    const zoom = await frame.evaluate(() => document.querySelector("date-line").view.map);
    await page.mouse.wheel(0, 200);
    await page.waitForFunction(() => scrollY >= 480, undefined, {timeout: 5000});
    assert.deepEqual(await frame.evaluate(() => document.querySelector("date-line").view.map), zoom, part);
  }
});

test(
  "one finger scrolls the article past an embed, two move its map",
  {webgl: false, context: {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true}},
  async ({page, serve}) => {
    const server = await serve({files: article(framed(""))});
    const frame = await openArticle(page, server);
    await settled(frame);
    const touch = await page.context().newCDPSession(page);
    const swipe = (part, touchPoints) =>
      touch.send("Input.dispatchTouchEvent", {type: part, touchPoints: part === "touchEnd" ? [] : touchPoints});
    for (const part of [".map", ".timeline"]) {
      await page.evaluate(() => scrollTo(0, 300));
      const {x, y, width, height} = await frame.locator(`.embed ${part}`).first().boundingBox();
      const at = (dy) => [{x: x + width / 2, y: y + height / 2 - dy, id: 1}];
      await swipe("touchStart", at(0));
      for (let dy = 10; dy <= 200; dy += 10) await swipe("touchMove", at(dy));
      await swipe("touchEnd");
      await page.waitForFunction(() => scrollY > 400, undefined, {timeout: 5000});
      assert.equal(await frame.evaluate(() => document.querySelector("date-line").view.map), undefined, part);
    }
    await page.evaluate(() => scrollTo(0, 500));
    const {x, y, width, height} = await frame.locator(".embed .map").first().boundingBox();
    const at = (dx) => [1, 2].map((id) => ({x: x + width / 2 + id * 40 - 60 - dx, y: y + height / 2, id}));
    await swipe("touchStart", at(0));
    for (let dx = 5; dx <= 60; dx += 5) await swipe("touchMove", at(dx));
    await swipe("touchEnd");
    await frame.waitForFunction(() => document.querySelector("date-line").view.map !== undefined);
  },
);

test("an embed that is to fit fills its frame, and the map takes the rest", {webgl: false}, async ({page}) => {
  const heights = {};
  for (const height of [900, 1100]) {
    await open(page, {path: address(), query: {height: "fit"}, viewport: [720, height]});
    await settled(page);
    const sizes = await page.evaluate(() => ({
      page: document.documentElement.scrollHeight,
      map: document.querySelector(".embed .map").getBoundingClientRect().height,
    }));
    assert.equal(sizes.page, height);
    heights[height] = sizes.map;
  }
  assert.equal(heights[1100] - heights[900], 200);
});

test("an embed as high as its content stays as high while its time plays", {webgl: false}, async ({page}) => {
  await open(page, {path: address(), hash: {time: "2023-10-17..2023-10-20", speed: "32"}, viewport: [360, 700]});
  await settled(page);
  const height = () => page.evaluate(() => document.querySelector(".embed").getBoundingClientRect().height);
  const heights = new Set([await height()]);
  await page.getByRole("button", {name: "Play", exact: true}).click();
  await page.waitForFunction(() => document.querySelector(".embed [aria-label=Pause]") !== null);
  while ((await page.locator(".embed [aria-label=Pause]").count()) > 0) heights.add(await height());
  // It may grow for the longest of its events, once or twice, and never shrinks.
  assert.ok(heights.size <= 4, [...heights].join(", "));
  assert.deepEqual(
    [...heights],
    [...heights].sort((a, b) => a - b),
  );
});

test("an embed leaves out what it is told to", {webgl: false}, async ({page}) => {
  const parts = {
    map: ".map",
    controls: "[role=radiogroup]",
    event: "#dateline-card",
    facets: "[aria-pressed][class*=toggle]",
    headline: "h1",
  };
  for (const part of Object.keys(parts)) {
    await open(page, {path: address(), query: {hide: part}, viewport: [720, 900]});
    await settled(page);
    for (const [other, shown] of Object.entries(parts))
      assert.equal((await page.locator(`.embed ${shown}`).count()) > 0, other !== part, `hide=${part}: ${other}`);
    assert.equal(await page.locator(".embed time").count(), 1);
  }
});

test("an embed plays by itself only when half of it is seen", {webgl: false}, async ({page, newPage, serve}) => {
  const server = await serve({
    files: {
      "article.html": {
        body: article(framed("").replace(address(), address("?play=1&time=2023-10-17..2023-10-20")))[
          "article.html"
        ].replace("height:600px", "height:2000px"),
      },
    },
  });
  const frame = await openArticle(page, server);
  await settled(frame);
  await page.waitForTimeout(800);
  assert.equal(await frame.getByRole("button", {name: "Play", exact: true}).count(), 1);
  await page.evaluate(() => scrollTo(0, 2100));
  await frame.getByRole("button", {name: "Pause", exact: true}).waitFor();

  const still = await newPage({reducedMotion: "reduce"});
  const quiet = await openArticle(still, server);
  await settled(quiet);
  await still.evaluate(() => scrollTo(0, 2100));
  await still.waitForTimeout(800);
  assert.equal(await quiet.getByRole("button", {name: "Play", exact: true}).count(), 1);
});

test("an embed's first view shifts nothing and does without the large map", async ({page, server}) => {
  await watchShifts(page);
  await fontsFirst(page, 3);
  for (const width of [360, 720]) {
    await open(page, {path: address(), viewport: [width, 900]});
    await settled(page);
    await page.waitForTimeout(500);
    await shiftsAtMost(page, 0.02, `${width} px`);
  }
  assert.deepEqual(
    server.log.map(({path}) => path).filter((path) => /maplibre|pmtiles/.test(path)),
    [],
  );
  await page.locator(".embed .map").first().hover();
  await page.waitForFunction(() => document.documentElement.dataset.map === "ready", undefined, {timeout: 45_000});
});

for (const [lang, words] of Object.entries({fr: "Tour 22", en: "Tower 22", ar: "البرج 22"})) {
  test(`the demonstration article in ${lang} moves its embed by its links`, {webgl: false}, async ({page, base}) => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({width, height: 900});
      await page.goto(`${base}demo/${lang}.html`);
      const element = page.locator("date-line");
      await element.scrollIntoViewIfNeeded();
      const handle = await element.locator("iframe").elementHandle();
      const frame = await handle.contentFrame();
      await settled(frame);
      assert.equal(await frame.evaluate(() => document.documentElement.lang), lang);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      await element.evaluate((host) => host.ready);
      await page.locator(`a[href$="event=${EVENT}"]`).press("Enter");
      // The link may be far from the frame, and a frame out of sight draws nothing.
      await frame.waitForFunction((id) => document.querySelector("date-line").view.event === id, EVENT, {polling: 100});
      const {height} = await element.boundingBox();
      const inner = await frame.evaluate(() => document.querySelector("date-line").getBoundingClientRect().height);
      assert.ok(Math.abs(height - inner) <= 4, `${height} px for ${inner}`);
      assert.ok(await embed(frame).locator(".short, .detail").getByText(words).count());
    }
  });
}
