import assert from "node:assert/strict";
import {open, test} from "./harness.mjs";

const TABLE = [
  "date,latitude,longitude,title",
  "2022-03-01,48.85,2.35,One",
  "2022-03-04,45.76,4.83,Two",
  "2022-03-20,43.3,5.37,Four",
].join("\n");

const shown = (page, view) => page.waitForSelector(view === "present" ? ".present" : ".presenter");
/** Waits until a window has the other for company, and its element answers to scripts, which it does once the data is on screen. */
const linked = async (page) => {
  await page.waitForSelector('[data-company="1"]', {state: "attached"});
  await page.waitForFunction(() => document.querySelector("date-line").view !== undefined);
};
const handles = '#dateline-timeline [role="slider"].handle';
/** What a window shows: the window of time as its handles say it, and the step. */
const seen = (page) =>
  page.evaluate((selector) => {
    const view = document.querySelector("date-line").view;
    const ends = [...document.querySelectorAll(selector)].map((handle) => handle.getAttribute("aria-valuenow"));
    return {step: view.step, ends: ends.join(), strays: view.time ?? "", event: view.event ?? ""};
  }, handles);
const address = (page) => page.evaluate(() => location.hash);

/** Waits until both windows show the same and that is what `test` is true of. */
async function agree(pages, test, what) {
  let last;
  for (let tries = 0; tries < 150; tries++) {
    last = await Promise.all(pages.map(seen));
    if (last.every((each) => JSON.stringify(each) === JSON.stringify(last[0])) && test(last[0])) return last[0];
    await pages[0].waitForTimeout(50);
  }
  assert.fail(`${what}: ${JSON.stringify(last)}`);
}
const atStep = (step) => (each) => each.step === step && each.strays === "" && each.ends !== "";

/** The stage and the speaker's window that its key opens. */
async function two(page, options) {
  await open(page, {view: "present", hash: {step: 1}, reducedMotion: "reduce", ...options});
  await shown(page, "present");
  const opened = page.context().waitForEvent("page");
  await page.waitForFunction(() => document.querySelector("[data-company]") !== null);
  await page.keyboard.press("s");
  const speaker = await opened;
  await shown(speaker, "presenter");
  await speaker.emulateMedia({reducedMotion: "reduce"});
  await Promise.all([page, speaker].map(linked));
  return speaker;
}

test(
  "the speaker's window and the stage stay in step, whichever is used or loaded again",
  {webgl: false},
  async ({page}) => {
    const speaker = await two(page);
    const both = [page, speaker];
    await agree(both, atStep(1), "both begin");

    await speaker.keyboard.press("PageDown");
    await agree(both, atStep(2), "next");
    await page.bringToFront();
    await page.keyboard.press("ArrowRight");
    await agree(both, atStep(3), "next on the stage");
    await speaker.locator("nav [data-step='5']").click();
    await agree(both, atStep(5), "a jump");
    assert.match(await speaker.locator("[data-current]").innerText(), /\S/);

    await speaker.keyboard.press("b");
    await page.waitForSelector(".blank.black");
    await page.bringToFront();
    await page.keyboard.press("b");
    await speaker.waitForFunction(() => document.querySelector(".blanked") === null);
    await page.waitForSelector(".blank.black", {state: "detached"});

    // A question is answered by moving the playhead, from either side.
    await page.keyboard.press("Tab");
    await page.getByRole("slider", {name: "Playhead"}).press("ArrowLeft");
    const away = await agree(both, (each) => each.step === 5 && each.strays !== "", "scrubbing");
    await speaker.reload();
    await shown(speaker, "presenter");
    await linked(speaker);
    assert.deepEqual(await agree(both, (each) => each.ends === away.ends, "the speaker's window again"), away);
    await page.reload();
    await shown(page, "present");
    await linked(page);
    assert.deepEqual(await agree(both, (each) => each.ends === away.ends, "the stage again"), away);

    await speaker.getByRole("button", {name: "Back to the step"}).click();
    await agree(both, atStep(5), "back");
    await speaker.keyboard.press("End");
    const count = await speaker.locator("nav [data-step]").count();
    await agree(both, atStep(count), "the last");
    await speaker.close();
    await page.waitForSelector('[data-company="0"]', {state: "attached"});
  },
);

test(
  "what the speaker points at on the small map is pointed at on the stage, and goes out",
  {webgl: false},
  async ({page}) => {
    const speaker = await two(page, {viewport: [1600, 900]});
    const small = speaker.locator("[data-pointing]");
    await small.waitFor();
    const places = async (from) => {
      const found = await from.evaluate(() =>
        [...document.querySelectorAll("svg.overlay .marks > g")].map((mark) => {
          const {left, top, width, height} = mark.getBoundingClientRect();
          return [left + width / 2, top + height / 2];
        }),
      );
      return found.sort((a, b) => a[0] - b[0]);
    };
    await page.waitForFunction(() => document.querySelectorAll("svg.overlay .marks > g").length > 2);
    await speaker.waitForFunction(
      (count) => document.querySelectorAll("svg.overlay .marks > g").length === count,
      await page.locator("svg.overlay .marks > g").count(),
    );
    const [[x, y], there] = [(await places(speaker))[0], (await places(page))[0]];
    for (const kind of ["laser", "spotlight"]) {
      await speaker.keyboard.press(kind === "laser" ? "l" : "o");
      await speaker.mouse.move(x + 30, y + 30);
      await speaker.mouse.move(x, y);
      await page.waitForFunction(
        ([name, [px, py]]) => {
          const mark = document.querySelector(`[data-pointer="${name}"]`)?.getBoundingClientRect();
          return mark && Math.hypot(mark.left + mark.width / 2 - px, mark.top + mark.height / 2 - py) < 4;
        },
        [kind, there],
      );
    }
    await speaker.mouse.move(2, 2);
    await page.waitForFunction(() => document.querySelector("[data-pointer]") === null);
    await page.bringToFront();
    await page.keyboard.press("l");
    await page.mouse.move(there[0] + 20, there[1]);
    await page.mouse.move(...there);
    await speaker.waitForSelector('[data-pointer="laser"]');
    // A laser that rests goes out by itself.
    await speaker.waitForSelector('[data-pointer="laser"]', {state: "detached"});
  },
);

for (const isForgotten of [false, true])
  test(
    `a story from the speaker's own disk is in both windows${isForgotten ? ", also where the browser keeps nothing and has no channels" : ""}`,
    {webgl: false},
    async ({page, context}) => {
      if (isForgotten)
        await context.addInitScript(() => {
          Object.defineProperty(window, "indexedDB", {get: () => undefined});
          delete window.BroadcastChannel;
        });
      await open(page);
      await page.waitForFunction(() => document.querySelector("#dateline-card [role=tab]") !== null);
      await page.evaluate(
        (text) => document.querySelector("date-line").open(new File([text], "mine.csv", {type: "text/csv"})),
        TABLE,
      );
      await page.waitForFunction(() => document.querySelector("date-line").view.file === "mine.csv");
      await page.keyboard.press("Shift+P");
      await shown(page, "present");
      const opened = context.waitForEvent("page");
      await page.waitForFunction(() => document.querySelector("[data-company]") !== null);
      await page.keyboard.press("s");
      const speaker = await opened;
      await speaker.waitForFunction(() => document.querySelector("date-line")?.view?.file === "mine.csv");
      await Promise.all([page, speaker].map(linked));
      assert.equal(await speaker.evaluate(() => document.querySelector("date-line").report.rows), 3);
      await speaker.evaluate(() => document.querySelector("date-line").seek("2022-03-04"));
      await agree([page, speaker], (each) => each.strays.endsWith("2022-03-04"), "a scrub");
    },
  );

test("a window that the browser blocks is spoken of", {webgl: false}, async ({page, context}) => {
  await context.addInitScript(() => (window.open = () => null));
  await open(page, {view: "present"});
  await page.waitForFunction(() => document.querySelector("[data-company]") !== null);
  await page.keyboard.press("s");
  await page
    .getByRole("alert")
    .filter({hasText: /did not let/})
    .waitFor();
  assert.match(await address(page), /^(#|$)/);
});
