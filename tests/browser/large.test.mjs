import assert from "node:assert/strict";
import {mkdtemp, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {open, test} from "./harness.mjs";
import {choose, drop, faults, guard, ledger, longestTask, outcome, waitForWays} from "./importing.mjs";
import {writeMany} from "./manyRows.mjs";
import {dayOnScreen, playhead} from "./screen.mjs";

/** A million rows take a minute on two cores: `DATELINE_MILLION=1` asks for them. */
const ROWS = process.env.DATELINE_MILLION ? 1_000_000 : 200_000;
const LONGEST = 100;
/** Stands that the bar has at least: a smaller file is read in a few blinks. */
const SEEN = process.env.DATELINE_MILLION ? 4 : 2;

async function withMany(body) {
  const folder = await mkdtemp(join(tmpdir(), "dateline-"));
  try {
    const path = join(folder, "many.csv");
    await writeMany(path, ROWS);
    return await body(path);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

/**
 * Every task of the page's main thread while `body` runs, the longest first: what it took of the processor, which other programs of the
 * machine do not lengthen, and of the clock. In ms.
 */
async function tasksOf(browser, page, body) {
  await browser.startTracing(page, {categories: ["toplevel", "devtools.timeline", "__metadata"]});
  let events;
  try {
    await body();
  } finally {
    ({traceEvents: events} = JSON.parse(await browser.stopTracing()));
  }
  const mains = new Set(
    events
      .filter(({name, args}) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({pid, tid}) => `${pid} ${tid}`),
  );
  return events
    .filter(({name, ph, pid, tid}) => /RunTask$/.test(name) && ph === "X" && mains.has(`${pid} ${tid}`))
    .map(({dur, tdur = 0}) => ({cpu: tdur / 1000, wall: dur / 1000}))
    .sort((a, b) => b.cpu - a.cpu);
}

/** Notes every stand of the bar from now on, in `globalThis.stands`. */
const watchBar = (page) =>
  page.evaluate(() => {
    globalThis.stands = [];
    const note = () => {
      const bar = document.querySelector("[role=progressbar]");
      const rows = Number(/([\d,]+) rows/.exec(bar?.getAttribute("aria-valuetext"))?.[1].replaceAll(",", "") ?? 0);
      if (bar !== null) globalThis.stands.push({share: Number(bar.getAttribute("aria-valuenow")), rows});
    };
    const attributeFilter = ["aria-valuenow", "aria-valuetext"];
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter,
    });
  });

test(
  `a table of ${ROWS.toLocaleString("en")} rows comes while the page answers, and can be worked with`,
  {webgl: false, alone: true, timeout: 180_000},
  ({page, browser}) =>
    withMany(async (path) => {
      const guarded = await guard(page);
      await open(page);
      await waitForWays(page);
      await watchBar(page);
      const began = performance.now();
      let took = 0;
      const tasks = await tasksOf(browser, page, async () => {
        await drop(page, path);
        const shown = outcome(page, "many.csv", 120_000).then((what) => ((took = performance.now() - began), what));
        await page.getByRole("progressbar").waitFor();
        assert.equal(await shown, "shown");
        await page.getByRole("button", {name: "List what is in view"}).waitFor();
        await page.locator("#dateline-card [role=option]").first().waitFor();
      });
      const seen = await page.evaluate(() => globalThis.stands);
      const shares = seen.map(({share}) => share);
      const rows = seen.map(({rows}) => rows);
      assert.deepEqual(
        shares,
        shares.toSorted((a, b) => a - b),
        "the bar only ever grows",
      );
      assert.ok(new Set(shares).size >= SEEN && new Set(rows).size >= SEEN, JSON.stringify(seen));
      assert.deepEqual(await ledger(page), [ROWS, ROWS * 0.998, ROWS * 0.001, ROWS * 0.001].map(Math.round));

      const {size} = await stat(path);
      const heap = await page.evaluate(() => performance.memory.usedJSHeapSize);
      console.log(
        `         ${(size / 1e6).toFixed(0)} MB on screen after ${(took / 1000).toFixed(1)} s, heap ${(heap / 1e6).toFixed(0)} MB; ` +
          `longest tasks ${tasks.slice(0, 5).map(({cpu, wall}) => `${cpu.toFixed(0)} (${wall.toFixed(0)} by the clock)`)} ms`,
      );
      assert.ok(tasks[0].cpu < LONGEST, `a task of ${tasks[0].cpu} ms`);

      // The page works after.
      const all = await page.evaluate(() => document.querySelector("date-line").counts.events);
      assert.equal(all, ROWS * 0.999);
      const last = await dayOnScreen(page);
      await playhead(page).focus();
      await page.keyboard.press("PageDown");
      await page.waitForFunction((day) => document.querySelector("#dateline-timeline time").dateTime < day, last);
      const fewer = await page.evaluate(() => document.querySelector("date-line").counts.events);
      assert.ok(fewer < all && fewer > all / 2, `${fewer} of ${all}`);
      await page.locator("#dateline-card [role=option]").nth(2).click();
      await page.locator("#dateline-card article h2").waitFor();
      await page.getByRole("tab").nth(1).click();
      await page.locator("#dateline-card [role=option]").first().waitFor();
      assert.deepEqual([...(await faults(page)), ...guarded], []);
    }),
);

test(
  "a load that is cancelled ends at once: the story is still there and nothing goes on behind it",
  {webgl: false, alone: true, timeout: 180_000},
  ({page}) =>
    withMany(async (path) => {
      await guard(page);
      await open(page);
      await waitForWays(page);
      const day = await dayOnScreen(page);
      const others = page.workers();
      await choose(page, path);
      await page.waitForFunction(() => /[\d,]+ rows/.test(document.querySelector("[role=progressbar]")?.ariaValueText));
      const readers = page.workers().filter((worker) => !others.includes(worker));
      assert.ok(readers.length === 1 || readers.length === 2, `${readers.length} workers read the file`);
      const closed = Promise.all(readers.map((reader) => new Promise((resolve) => reader.on("close", resolve))));
      await longestTask(page);

      const ms = await page.evaluate(
        () =>
          new Promise((resolve) => {
            const bar = document.querySelector("[role=progressbar]");
            const button = [...bar.parentElement.querySelectorAll("button")].find(
              ({textContent}) => textContent === "Cancel",
            );
            const since = performance.now();
            new MutationObserver((_, observer) => {
              if (bar.isConnected) return;
              observer.disconnect();
              resolve(performance.now() - since);
            }).observe(document.body, {childList: true, subtree: true});
            button.click();
          }),
      );
      console.log(`         cancelled in ${ms.toFixed(0)} ms`);
      assert.ok(ms < 200, `${ms} ms`);
      await closed;
      assert.equal(await dayOnScreen(page), day);
      assert.match(await page.getByRole("heading", {level: 1}).innerText(), /Attack by attack/);
      assert.equal(await page.evaluate(() => document.querySelector("date-line").report.source.name), "events.csv");
      assert.deepEqual(await faults(page), []);
    }),
);
