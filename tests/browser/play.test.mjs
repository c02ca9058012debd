import assert from "node:assert/strict";
import {open, test} from "./harness.mjs";
import {count, dayNumber, shiftDay} from "./record.mjs";
import {columns, numbers, playButton, showWindow, waitForCard, waitForWindow, windowOf} from "./screen.mjs";

const FIRST = "2023-10-17";
const WEEK = [FIRST, "2023-10-23"];

/** The page's clock stands still and is wound by hand: a slow machine plays as far as a fast one. */
async function openWithClock(page, options) {
  await page.clock.install();
  await open(page, options);
  await waitForCard(page);
  await page.clock.pauseAt(Date.now() + 60_000);
}

for (const mode of ["accumulate", "slide"]) {
  for (const speed of [1, 4, 16]) {
    test(`playing moves ${speed} days a second when the mode is to ${mode}`, {webgl: false}, async ({page}) => {
      await openWithClock(page, {hash: {time: WEEK.join(".."), panel: "list"}});
      await showWindow(page, ...WEEK, {panel: "list"});
      await page.getByRole("radio", {name: mode === "slide" ? "Slide" : "Accumulate"}).click();
      await page.getByRole("combobox", {name: "Speed"}).selectOption(String(speed));
      await playButton(page).click();
      const before = dayNumber((await windowOf(page)).to);
      await page.clock.runFor(1000);
      const {to: middle} = await windowOf(page);
      await page.clock.runFor(2000);

      assert.equal(await playButton(page).getAttribute("aria-label"), "Pause");
      await playButton(page).click();
      assert.equal(await playButton(page).getAttribute("aria-label"), "Play");
      // Words follow six times a second while it plays, and at once when it stops.
      const rest = await windowOf(page);
      const {from, to} = rest;
      const moved = dayNumber(to) - before;
      assert.ok(dayNumber(middle) > before - 1 && dayNumber(middle) < dayNumber(to), `${middle} lies before ${to}`);
      assert.ok(Math.abs(moved - 3 * speed) <= 1, `${moved} days in three seconds`);
      if (mode === "accumulate") assert.equal(from, FIRST, "the start stays");
      else assert.ok(Math.abs(dayNumber(to) - dayNumber(from) - 6) <= 1, `the window keeps its week: ${from}..${to}`);
      assert.equal(rest.day, rest.to);
      if (mode === "slide")
        assert.equal(rest.from, shiftDay(rest.to, -6), "at rest the window is a week of whole days");
      assert.equal(
        (await numbers(page)).reports,
        count(rest.from, rest.to).reports,
        "the numbers are those of the window",
      );
      await page.clock.runFor(1000);
      assert.deepEqual(await windowOf(page), rest, "nothing moves after the pause");
    });
  }
}

test("while it plays, all that is said in words and numbers is of one moment", {webgl: false}, async ({page}) => {
  await open(page, {hash: {time: WEEK.join(".."), panel: "list"}});
  await showWindow(page, ...WEEK, {speed: 8, panel: "list"});
  await playButton(page).click();
  const said = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const text = (selector) => document.querySelector(selector).textContent;
        const found = [];
        const look = () => {
          const certainties = [...document.querySelectorAll(".stage .toggle .count")].map((node) =>
            Number(node.textContent),
          );
          found.push({
            day: document.querySelector(".gutter time").dateTime,
            end: document.querySelectorAll(".timeline .handle[role=slider]")[1].getAttribute("aria-valuetext"),
            reports: Number(/\d+/.exec(text(".sentence strong"))),
            listed: Number(/\d+/.exec(text("[data-tab=list]"))),
            certainties: certainties.reduce((sum, count) => sum + count, 0),
          });
          if (found.at(-1).day < "2023-12-01") requestAnimationFrame(look);
          else resolve(found);
        };
        requestAnimationFrame(look);
      }),
  );
  const moments = new Map(said.map((each) => [JSON.stringify(each), each]));
  assert.ok(moments.size > 20, `${moments.size} moments in ${said.length} frames`);
  for (const {day, end, reports, listed, certainties} of moments.values()) {
    // Within a day only some of what it holds has happened.
    const [least, most] = [count(FIRST, shiftDay(day, -1)), count(FIRST, day)];
    assert.equal(certainties, reports, `of the sentence and of the key on ${day}`);
    assert.ok(reports >= least.reports && reports <= most.reports, `${reports} reports until ${day}`);
    assert.ok(
      listed >= least.events && listed <= most.events,
      `${listed} in the list until ${day}, of ${least.events} to ${most.events}; ${reports} reports of ${least.reports} to ${most.reports}`,
    );
    assert.equal(new Date(`${end} UTC`).toISOString().slice(0, 10), day, end);
  }
});

test(
  "on the real clock, playing keeps its time however few frames are drawn",
  {webgl: false, alone: true},
  async ({page}) => {
    await open(page, {hash: {time: WEEK.join("..")}});
    await showWindow(page, ...WEEK, {speed: 8});
    // The page says itself when the playhead passed a day.
    const passed = (day) =>
      page.evaluate(
        (number) =>
          new Promise((resolve) => {
            const end = document.querySelectorAll(".timeline .handle[role=slider]")[1];
            const look = () => {
              const now = Number(end.getAttribute("aria-valuenow"));
              if (now < number) return false;
              resolve([performance.now(), now]);
              return true;
            };
            if (!look()) {
              const watcher = new MutationObserver(() => look() && watcher.disconnect());
              watcher.observe(end, {attributes: true});
            }
          }),
        dayNumber(day),
      );
    await playButton(page).click();
    const [t0, day0] = await passed("2023-10-31");
    const [t1, day1] = await passed("2023-12-02");
    const speed = ((day1 - day0) / (t1 - t0)) * 1000;
    assert.ok(speed > 6 && speed < 10, `${speed.toFixed(1)} days a second instead of 8`);
  },
);

test("dragging the playhead while playing keeps playing from where it was let go", {webgl: false}, async ({page}) => {
  await openWithClock(page, {hash: {time: WEEK.join(".."), speed: 2}});
  await showWindow(page, FIRST, "2023-12-08", {speed: 2});
  const {x, y} = await columns(page);
  await showWindow(page, ...WEEK, {speed: 2});
  await playButton(page).click();
  await page.clock.runFor(500);
  await page.mouse.move(x("2023-10-26"), y);
  await page.mouse.down();
  await page.mouse.move(x("2023-12-20"), y, {steps: 4});
  await page.clock.runFor(100);
  await waitForWindow(page, FIRST, "2023-12-20");
  await page.clock.runFor(2000);
  await waitForWindow(page, FIRST, "2023-12-20");
  assert.equal(await playButton(page).getAttribute("aria-label"), "Pause", "it is still playing while it is held");
  await page.mouse.up();
  await page.clock.runFor(3000);
  const {to} = await windowOf(page);
  assert.ok(Math.abs(dayNumber(to) - dayNumber("2023-12-26")) <= 1, `it went on to ${to}`);
  assert.equal(await playButton(page).getAttribute("aria-label"), "Pause");
});

test("playing stops at the end of the record, and begins again from the start", {webgl: false}, async ({page}) => {
  await openWithClock(page, {hash: {time: `${FIRST}..2024-01-28`, speed: 16}});
  await page.clock.runFor(300);
  await playButton(page).click();
  await page.clock.runFor(2000);
  const end = await windowOf(page);
  assert.equal(end.to, "2024-02-09");
  assert.equal(await playButton(page).getAttribute("aria-label"), "Play");
  await playButton(page).click();
  await page.clock.runFor(1000);
  const {from, to} = await windowOf(page);
  assert.equal(from, FIRST);
  assert.ok(to > FIRST && to < "2023-11-10", `it plays again and is at ${to}`);
});

test("the space bar and k play and pause, and a link can begin playing", {webgl: false}, async ({page}) => {
  await openWithClock(page, {hash: {time: WEEK.join("..")}});
  await page.locator("body").press(" ");
  assert.equal(await playButton(page).getAttribute("aria-label"), "Pause");
  await page.locator("body").press("k");
  assert.equal(await playButton(page).getAttribute("aria-label"), "Play");
  await page.evaluate(() => (location.hash = "time=2023-10-17..2023-10-30&play=1"));
  await page.waitForFunction(() => document.querySelector("#dateline-timeline [aria-label=Pause]") !== null);
});
