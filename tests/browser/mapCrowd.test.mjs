import assert from "node:assert/strict";
import {frames, open, test, waitForMap} from "./harness.mjs";
import {csvOf, dated, dayText, lattice, pixelsOf} from "./lattice.mjs";
import {bareCanvas, patches} from "./pixels.mjs";

const STAGE = "section.map";
const CARD = "#dateline-card";
const DAYS = 300;
const still = {reducedMotion: "reduce"};

/** 2,400 places on both sides of the antimeridian, 12 px apart at zoom 3.6. */
const GRID = lattice({columns: 60, lines: 40, step: 12, zoom: 3.6, lat: 0, lng: 180});
/** 660 places elsewhere that take the closest zoom to be told apart. */
const DENSE = lattice({columns: 33, lines: 20, step: 14, zoom: 9.6, lat: 40, lng: 60});
/** One place alone, and three in one point. */
const LONE = [{lat: 60, lng: -100}];
const TRIPLE = [0, 1e-6, 2e-6].map((by) => ({lat: 20, lng: -60 + by}));
const ROWS = dated([...GRID, ...DENSE, ...LONE, ...TRIPLE], DAYS);

const crowded = (page, mode) =>
  page.waitForFunction((mode) => document.querySelector(`[data-crowd=${mode}]`) !== null, mode);

async function show(page, rows, mode) {
  await open(page);
  await waitForMap(page);
  await page.evaluate((csv) => document.querySelector("date-line").open(csv), csvOf(rows));
  await crowded(page, mode);
}

/** Puts the camera and the window there and waits until they are drawn. `days` is the first and the last day. */
async function look(page, map, days = [0, DAYS - 1]) {
  await page.evaluate(
    ([map, time]) => {
      const element = document.querySelector("date-line");
      element.view = {...element.view, map, time};
    },
    [map, days.map(dayText).join("..")],
  );
  await page.waitForTimeout(250);
  await frames(page);
}

const sizeOf = (page) =>
  page.locator(STAGE).evaluate(({clientWidth: width, clientHeight: height}) => ({width, height}));
const within = (rows, [first, last]) => rows.filter(({day}) => day >= first && day <= last);

const near = (found, expected, what) =>
  assert.ok(
    Math.abs(found - expected) <= Math.max(1, 0.02 * expected),
    `${what}: ${found} drawn, ${expected} in the table`,
  );

async function clickAt(page, [x, y]) {
  const box = await page.locator(STAGE).boundingBox();
  await page.mouse.move(box.x + x, box.y + y);
  await page.mouse.click(box.x + x, box.y + y);
}
const chosenTitle = (page, title) =>
  page.waitForFunction(
    (title) => document.querySelector("#dateline-card article h2")?.textContent.trim() === title,
    title,
  );

/** The row whose point is the nearest to a pixel of the part of the stage that nothing covers. */
const rowNear = (rows, map, size, [x, y]) =>
  rows
    .flatMap((row) => pixelsOf(row, map, size).map((at) => ({row, at, away: Math.hypot(at[0] - x, at[1] - y)})))
    .sort((a, b) => a.away - b.away)[0];

test(
  "as many points are drawn as rows lie in view, they stay where they are while the map moves, and outlive a lost context",
  {context: still},
  async ({page}) => {
    await show(page, ROWS, "points");
    const size = await sizeOf(page);
    await bareCanvas(page, true);
    for (const zoom of [3.6, 3.9, 4.2])
      for (const days of [
        [0, DAYS - 1],
        [0, 99],
        [150, 279],
      ]) {
        const map = [zoom, 0.3, 179.6];
        await look(page, map, days);
        const expected = within(ROWS, days).flatMap((row) => pixelsOf(row, map, size, 2)).length;
        assert.ok(expected > 300, `${expected} rows are few`);
        near((await patches(page, STAGE)).length, expected, `zoom ${zoom}, days ${days}`);
      }

    // By parts of a pixel: nothing jumps or trembles.
    const [zoom, lat, lng] = [9.6, 40, 60];
    const pixel = 360 / (512 * 2 ** zoom);
    let before = [];
    for (const by of [0, 0.25, 0.5, 0.75]) {
      await look(page, [zoom, lat, lng - by * pixel]);
      const now = (await patches(page, STAGE)).filter(
        ({x, y}) => x > 30 && y > 30 && x < size.width - 30 && y < size.height - 30,
      );
      if (by > 0) {
        assert.ok(now.length > 400, `${now.length} points`);
        const shifts = now.flatMap(({x, y}) => {
          const was = before.find((point) => Math.abs(point.x - x) < 3 && Math.abs(point.y - y) < 3);
          return was === undefined ? [] : [Math.hypot(x - was.x - 0.25, y - was.y)];
        });
        near(shifts.length, before.length, "points found again");
        assert.ok(Math.max(...shifts) < 0.12, `a point is ${Math.max(...shifts)} px off`);
      }
      before = now;
    }

    const map = [3.6, 0.3, 179.6];
    await look(page, map);
    const expected = ROWS.flatMap((row) => pixelsOf(row, map, size, 2)).length;
    await page.evaluate(() => {
      const context = document.querySelector("canvas.points").getContext("webgl2");
      window.losing = context.getExtension("WEBGL_lose_context");
      window.losing.loseContext();
    });
    await crowded(page, "cells");
    await frames(page);
    near((await patches(page, STAGE)).length, expected, "squares while the context is lost");
    await page.evaluate(() => window.losing.restoreContext());
    await crowded(page, "points");
    await page.waitForTimeout(200);
    near((await patches(page, STAGE)).length, expected, "points when it is back");
  },
);

test(
  "a click on a point chooses its row, on a fine screen, across the antimeridian, in a copy of the world and close by",
  {context: {...still, deviceScaleFactor: 2}},
  async ({page}) => {
    await show(page, ROWS, "points");
    const size = await sizeOf(page);
    const open = [size.width / 2, size.height / 2];
    for (const [map, aim] of [
      [
        [3.6, 0.3, 179.6],
        [open[0] - 60, open[1]],
      ],
      [
        [3.6, 0.3, 179.6],
        [open[0] + 70, open[1] + 20],
      ],
      [[9.6, 40, 60], open],
    ]) {
      await look(page, map);
      const {row, at} = rowNear(ROWS, map, size, aim);
      await clickAt(page, at);
      await chosenTitle(page, row.title);
    }
    // The world is narrower than the stage: the same row can be clicked in either copy.
    const map = [1, 20, 170];
    await look(page, map);
    const copies = pixelsOf(ROWS[GRID.length + DENSE.length], map, size).filter(
      ([x]) => x > 380 && x < size.width - 420,
    );
    assert.ok(copies.length > 0);
    for (const at of copies) {
      await look(page, map);
      await clickAt(page, at);
      await chosenTitle(page, ROWS[GRID.length + DENSE.length].title);
    }
    await look(page, [3.6, 0.3, 179.6]);
    await bareCanvas(page, true);
    const drawn = await patches(page, STAGE, 2);
    const expected = ROWS.flatMap((row) => pixelsOf(row, [3.6, 0.3, 179.6], size, 2));
    near(drawn.length, expected.length, "points on a fine screen");
    for (const {x, y} of drawn.slice(0, 200))
      assert.ok(
        expected.some((at) => Math.hypot(at[0] - x, at[1] - y) < 0.5) || x < 4 || y < 4,
        `a point at ${x}, ${y}`,
      );
  },
);

test(
  "squares are as many and as dark as rows lie in them, and what is in them can be listed by pointer and by key",
  {webgl: false, context: still},
  async ({page}) => {
    // Every place of the grid has 1 to 24 rows; the days go round, so that a window holds a share of each.
    const many = dated(
      GRID.flatMap((place, i) => Array.from({length: 1 + (i % 24)}, () => place)),
      DAYS,
    );
    await show(page, [...many, ...dated(TRIPLE, DAYS)], "cells");
    const size = await sizeOf(page);
    for (const days of [
      [0, DAYS - 1],
      [40, 139],
    ]) {
      const map = [3.6, 0.3, 179.6];
      await look(page, map, days);
      const shades = await page.evaluate(() =>
        [...document.querySelectorAll(".key .shade")].map((shade) => [
          parseInt(shade.textContent),
          getComputedStyle(shade).borderTopColor.replaceAll(",", ""),
        ]),
      );
      const counts = new Map();
      for (const row of within(many, days))
        for (const [x, y] of pixelsOf(row, map, size, -1)) {
          const at = `${Math.round(x)} ${Math.round(y)}`;
          counts.set(at, (counts.get(at) ?? 0) + 1);
        }
      await bareCanvas(page, true);
      const drawn = await patches(page, STAGE);
      await bareCanvas(page, false);
      near(drawn.length, counts.size, `squares on days ${days}`);
      shades.forEach(([least, colour], i) => {
        const below = shades[i + 1]?.[0] ?? Infinity;
        const expected = [...counts.values()].filter((count) => count >= least && count < below).length;
        const found = drawn.filter((patch) => patch.colour === colour).length;
        assert.ok(
          Math.abs(found - expected) <= 0.02 * counts.size,
          `${found} squares of ${least} or more, not ${expected}`,
        );
      });
    }

    // Three places in one point: no zoom parts them.
    const heading = (text) =>
      page.waitForFunction(
        ([card, text]) => document.querySelector(`${card} .place`)?.textContent.includes(text),
        [CARD, text],
      );
    const options = page.locator(`${CARD} [role=option]`);
    const isListFocused = () => page.waitForFunction(() => document.activeElement?.getAttribute("role") === "listbox");
    const map = [1, 20, -100];
    await look(page, map);

    const [spot] = pixelsOf(TRIPLE[0], map, size).filter(([x]) => x > 380 && x < size.width - 420);
    await clickAt(page, spot);
    await heading("3 events here");
    assert.equal(await options.count(), 3);
    await isListFocused();
    await page.keyboard.press("Escape");
    await page.waitForFunction((card) => document.querySelector(`${card} .place`) === null, CARD);
    await clickAt(page, spot);
    await heading("3 events here");
    await page.locator(`${CARD} .place button`).click();
    await page.waitForFunction((card) => document.querySelector(`${card} .place`) === null, CARD);

    // By key: all that is in view, told first, then listed, then followed.
    await look(page, [4.2, 0.3, 179.6], [0, 99]);
    await page.waitForTimeout(500);
    const told = await page.locator(`${STAGE} [role=status]`).textContent();
    const [inView] = /[\d,]+ events in view/.exec(told);
    const id = await page.locator(STAGE).getAttribute("aria-describedby");
    assert.equal(await page.locator(`[id="${id}"]`).textContent(), told);
    await page.locator(STAGE).focus();
    await page.keyboard.press("Enter");
    await heading(inView);
    await isListFocused();
    assert.equal(await options.first().getAttribute("aria-setsize"), /[\d,]+/.exec(inView)[0].replaceAll(",", ""));
    assert.ok((await options.count()) < 60, "lines out of view are not drawn");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.activeElement?.matches("section.map"));
    await page.getByRole("button", {name: "List what is in view"}).click();
    await heading(inView);
    await page.locator(STAGE).focus();
    await page.keyboard.press("+");
    await page.waitForFunction(
      ([card, text]) =>
        /events in view/.test(document.querySelector(`${card} .place`)?.textContent) &&
        !document.querySelector(`${card} .place`).textContent.includes(text),
      [CARD, inView],
    );
  },
);
