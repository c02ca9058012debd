import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../../.ci/setup.mjs";
import {open, test} from "./harness.mjs";
import {waitForCard} from "./screen.mjs";

const {chapters} = JSON.parse(readFileSync(join(root, "data/story.json"), "utf8"));
const last = chapters.length;
const QUICK = {webgl: false};

/** The view as the element tells it, once it has come to rest; the language is the address's. */
const viewOf = async (page) => {
  const {lang: _, ...view} = await page.evaluate(() => document.querySelector("date-line").view);
  return view;
};
const stepOf = async (page) => Number(await page.locator(".present").getAttribute("data-step"));

/** Waits until a step stands still as its chapter has it, and compares what is on screen with the story file itself. */
async function stands(page, step) {
  const {view, title} = chapters[step - 1];
  await page.waitForFunction((wanted) => {
    const now = document.querySelector("date-line").view;
    const same = Object.keys(now).every((name) => ["view", "step", "lang", "theme"].includes(name));
    return now.step === wanted && same && document.querySelector(".counter [data-act=back]") === null;
  }, step);
  // Words follow a move six times a second, the last of them after it.
  await page.locator(`.now time[datetime="${view.time.split("..")[1]}"]`).waitFor();
  assert.deepEqual(await viewOf(page), {view: "present", step});
  assert.equal(await page.locator(".present h1").innerText(), title.en);
  assert.equal(await page.locator(".present nav [aria-current=step]").getAttribute("data-step"), String(step));
}

async function present(page, options = {}) {
  await open(page, {lang: "en", ...options, hash: {view: "present", ...options.hash}});
  await page.locator(".present .words h1, .present .lead h1").first().waitFor();
}

test("the whole story by keyboard alone, from exploring and back to it", QUICK, async ({page}) => {
  await open(page, {lang: "en", viewport: [1280, 720], reducedMotion: "reduce"});
  await waitForCard(page);
  await page.keyboard.press("Shift+P");
  await page.locator(".present").waitFor();
  await stands(page, 1);
  for (let step = 2; step <= last; step++) {
    await page.keyboard.press(["ArrowRight", "ArrowDown"][step % 2]);
    await stands(page, step);
  }
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Home");
  await stands(page, 1);
  await page.keyboard.press("End");
  await stands(page, last);
  await page.keyboard.press("5");
  if (last >= 50) await page.keyboard.press("Enter");
  await stands(page, 5);
  await page.keyboard.press("ArrowLeft");
  await stands(page, 4);

  await page.evaluate(() => document.exitFullscreen().catch(() => {}));
  await page.waitForFunction(() => document.fullscreenElement === null);
  await page.keyboard.press("Escape");
  await page.locator(".present").waitFor({state: "detached"});
  const left = await viewOf(page);
  assert.equal(left.time, chapters[3].view.time);
  assert.equal(left.event, chapters[3].view.event);
  assert.equal(left.step, undefined);
});

test("a clicker steps, blanks and cannot load the page again", QUICK, async ({page}) => {
  await present(page, {reducedMotion: "reduce", viewport: [1024, 768]});
  await page.evaluate(() => (window.stays = true));
  // The speaker has gone to the timeline: a clicker steps all the same.
  await page.locator(".timeline .playhead").focus();
  await page.keyboard.press("Tab");
  for (let step = 2; step <= last; step++) {
    await page.keyboard.press("PageDown");
    await stands(page, step);
  }
  for (const key of ["F5", "Shift+F5"]) await page.keyboard.press(key);
  await page.keyboard.press("PageUp");
  await stands(page, last - 1);
  for (const [key, colour] of [
    ["b", "rgb(0, 0, 0)"],
    [".", "rgb(0, 0, 0)"],
    ["w", "rgb(255, 255, 255)"],
  ]) {
    await page.keyboard.press(key);
    const blank = page.locator(".present .blank");
    assert.equal(await blank.evaluate((node) => getComputedStyle(node).backgroundColor), colour);
    const {width, height} = await blank.boundingBox();
    assert.deepEqual([width, height], [1024, 768]);
    await page.keyboard.press(key);
    await blank.waitFor({state: "detached"});
  }
  await page.keyboard.press("b");
  await page.keyboard.press("PageDown");
  await page.locator(".blank").waitFor({state: "detached"});
  await stands(page, last);
  assert.equal(await page.evaluate(() => window.stays), true, "the page was never loaded again");
});

test(
  "a finger swipes through it, on the words and on the map",
  {...QUICK, context: {hasTouch: true}},
  async ({page}) => {
    await present(page, {reducedMotion: "reduce", viewport: [1280, 720]});
    const devtools = await page.context().newCDPSession(page);
    // Each is answered before the next is sent, as the browser has time to take a slow finger for its own; the page is told of a quick one.
    const swipe = async (from, to, y) => {
      const began = Date.now() / 1000;
      const touch = (type, i, touchPoints) =>
        devtools.send("Input.dispatchTouchEvent", {type, timestamp: began + i * 0.04, touchPoints});
      await touch("touchStart", 0, [{x: from, y}]);
      for (let i = 1; i <= 8; i++) await touch("touchMove", i, [{x: from + ((to - from) * i) / 8, y: y + i}]);
      await touch("touchEnd", 9, []);
    };
    for (let step = 2; step <= last; step++) {
      await (step % 2 === 0 ? swipe(380, 120, 200) : swipe(1000, 700, 60));
      await stands(page, step);
    }
    await swipe(150, 380, 200);
    await stands(page, last - 1);
    await swipe(600, 300, 560);
    assert.equal(await stepOf(page), last - 1, "on the timeline a finger moves the time");
    await page.locator("[data-act=back]").waitFor();
  },
);

test("leaving the script, and coming back to it", QUICK, async ({page}) => {
  // Larger than it is laid out: what is pressed has to be what is there.
  await present(page, {viewport: [1920, 1080], reducedMotion: "reduce", hash: {step: 3}});
  await stands(page, 3);
  const back = page.locator("[data-act=back]");
  const date = () => page.locator(".now time").getAttribute("datetime");

  const plot = await page.locator(".timeline .surface").boundingBox();
  const y = plot.y + plot.height / 2;
  await page.mouse.move(plot.x + plot.width * 0.3, y);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width * 0.5, y, {steps: 4});
  await page.mouse.up();
  assert.match(await back.innerText(), /Back to 3/);
  const line = await page.locator(".timeline .playhead").boundingBox();
  const from = plot.x + plot.width * 0.5;
  assert.ok(Math.abs(line.x + line.width / 2 - from) < 20, "the playhead is where it was dragged to");
  assert.notEqual(await date(), chapters[2].view.time.split("..")[1]);
  await page.keyboard.press("Backspace");
  await stands(page, 3);

  await page.keyboard.press(" ");
  await back.waitFor();
  await page.keyboard.press(" ");
  await page.keyboard.press("Enter");
  await stands(page, 3);

  await page.locator(".timeline .playhead").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowLeft");
  await back.waitFor();
  assert.equal(await stepOf(page), 3, "in the timeline the arrows move the time");
  await back.click();
  await stands(page, 3);

  await page.waitForSelector(".map [data-place], .map .targets, .map svg");
  await page.keyboard.press("e");
  const card = page.locator(".present .card").first();
  await card.locator(".sources").first().waitFor();
  await page.keyboard.press("Escape");
  await card.waitFor({state: "detached"});

  await page.locator(".timeline ul button").first().click();
  await card.waitFor();
  await page.keyboard.press("ArrowRight");
  await stands(page, 4);
});

test("a move that is interrupted ends where the last key said", QUICK, async ({page}) => {
  await present(page, {viewport: [1280, 720]});
  await stands(page, 1);
  for (const key of ["ArrowRight", "ArrowRight", "End", "PageUp", "PageUp"]) await page.keyboard.press(key);
  await stands(page, last - 2);
  await page.keyboard.press("Home");
  await page.waitForFunction(() => document.querySelector(".now time").dateTime < "2024-01-25");
  await page.keyboard.press("End");
  await stands(page, last);
});

for (const [lang, sizes] of [
  [
    "fr",
    [
      [1920, 1080],
      [1080, 1920],
    ],
  ],
  [
    "ar",
    [
      [1024, 768],
      [1366, 768],
    ],
  ],
])
  test(
    `all words of the longest chapters can be read: ${lang}, ${sizes.map((size) => size.join("x"))}`,
    QUICK,
    async ({page}) => {
      await present(page, {viewport: sizes[0], reducedMotion: "reduce", lang});
      for (const step of wordiest(lang)) {
        await page.keyboard.press(String(step));
        if (step * 10 <= last) await page.keyboard.press("Enter");
        await page.locator(`.present[data-step="${step}"]`).waitFor();
        for (const [width, height] of sizes) {
          await page.setViewportSize({width, height});
          await page.waitForFunction(
            (wanted) => document.querySelector(".stage").getBoundingClientRect().width >= wanted,
            width - 1,
          );
          assert.deepEqual(await page.evaluate(unread), [], `chapter ${step}, ${width}x${height}`);
        }
      }
    },
  );

/** The chapters with the longest text and the longest title among those that one digit names. */
function wordiest(lang) {
  const by = (field) => {
    const lengths = chapters.slice(0, 9).map((chapter) => chapter[field][lang].length);
    return lengths.indexOf(Math.max(...lengths)) + 1;
  };
  return [...new Set([by("text"), by("title")])];
}

/** What of the words on the stage cannot be read; runs in the page, after the next frame. */
async function unread() {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const words = document.querySelector(".words .words");
  const outer = words.getBoundingClientRect();
  const below = document.querySelector(".now").getBoundingClientRect();
  const inside = [...words.children].every((each) => {
    const box = each.getBoundingClientRect();
    return box.bottom <= outer.bottom + 1.5 && box.left >= outer.left - 1.5 && box.right <= outer.right + 1.5;
  });
  const free = outer.bottom <= below.top + 1 || outer.right <= below.left;
  const scrolls = document.scrollingElement.scrollWidth > innerWidth;
  return [!inside && "cut off", !free && "over the date", scrolls && "wider than the screen"].filter(Boolean);
}

test(
  "a phone reads it one under the other, a story without chapters says how to make them",
  QUICK,
  async ({page, serve}) => {
    await present(page, {viewport: [360, 640]});
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth));
    await page.locator("[data-act=next]").click();
    await stands(page, 2);

    const story = JSON.stringify({title: "Plain", data: "rows.csv", mapping: {start: "date", title: "what"}});
    const rows = "date,what\n2024-01-01,One\n2024-01-05,Two\n";
    const own = await serve({files: {"own/story.json": story, "own/rows.csv": rows}});
    await page.setViewportSize({width: 1280, height: 720});
    await present(page, {base: own.url, hash: {data: "own/story.json"}});
    await page.getByText(/keep a view as a chapter/).waitFor();
    await page.getByRole("heading", {level: 1, name: "Plain"}).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press(" ");
    await page.locator("[data-act=play]", {hasText: "pause"}).waitFor();
  },
);
