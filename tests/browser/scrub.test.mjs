import assert from "node:assert/strict";
import {open, test} from "./harness.mjs";
import {count, dayNumber, dayOf, isCounted, rows, seriesOf, shiftDay, totals} from "./record.mjs";
import {
  columns,
  handle,
  numbers,
  playhead,
  plot,
  showWindow,
  timeline,
  waitForCard,
  waitForDay,
  windowOf,
} from "./screen.mjs";

const FIRST = "2023-10-17";
const START = {time: `${FIRST}..2023-12-08`, panel: "list"};
const PHONE = {viewport: {width: 390, height: 844}, isMobile: true, hasTouch: true, deviceScaleFactor: 1};
const weekday = (day) =>
  new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00Z`));

async function drag(page, fromX, toX, y, steps = 6) {
  await page.mouse.move(fromX, y);
  await page.mouse.down();
  await page.mouse.move(toX, y, {steps});
}

test(
  "dragging over the plot moves the playhead to the day under the pointer, and the numbers with it",
  {webgl: false},
  async ({page}) => {
    await open(page, {hash: START});
    await waitForCard(page);
    const {x, y} = await columns(page);
    await drag(page, x("2023-12-08"), x("2024-01-20"), y);
    await waitForDay(page, "2024-01-20");
    assert.equal((await numbers(page)).reports, count(FIRST, "2024-01-20").reports);
    await page.mouse.move(x("2023-11-21"), y, {steps: 6});
    await waitForDay(page, "2023-11-21");
    await page.mouse.up();
    assert.deepEqual(await windowOf(page), {from: FIRST, to: "2023-11-21", day: "2023-11-21"});
    assert.equal((await numbers(page)).reports, count(FIRST, "2023-11-21").reports);
    assert.equal(await playhead(page).getAttribute("aria-valuetext"), weekday("2023-11-21"));
  },
);

test("a press on an empty part of the plot takes the playhead there", {webgl: false}, async ({page}) => {
  await open(page, {hash: START});
  const {x, area} = await columns(page);
  // The truce: no block stands there.
  assert.equal(count("2023-11-27", "2023-11-27").reports, 0);
  await page.mouse.click(x("2023-11-27"), area.y + area.height - 40);
  await waitForDay(page, "2023-11-27");
});

test(
  "dragging a handle moves one end, dragging the bar moves both, and both stay whole days",
  {webgl: false},
  async ({page}) => {
    await open(page, {hash: START});
    const {x, day} = await columns(page);
    const grip = async (name) => {
      const box = await handle(page, name).boundingBox();
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    const [startX, y] = await grip("start");
    await drag(page, startX, startX + 14.3 * day, y);
    await page.mouse.up();
    assert.deepEqual(await windowOf(page), {from: "2023-10-31", to: "2023-12-08", day: "2023-12-08"});

    const [endX] = await grip("end");
    await drag(page, endX, endX + 9.8 * day, y);
    await page.mouse.up();
    assert.deepEqual(await windowOf(page), {from: "2023-10-31", to: "2023-12-18", day: "2023-12-18"});

    await drag(page, x("2023-11-20"), x("2023-11-20") + 7.1 * day, y);
    await page.mouse.up();
    assert.deepEqual(await windowOf(page), {from: "2023-11-07", to: "2023-12-25", day: "2023-12-25"});
    assert.equal((await numbers(page)).reports, count("2023-11-07", "2023-12-25").reports);
  },
);

test("the handles stop at each other and at the ends of the record", {webgl: false}, async ({page}) => {
  await open(page, {hash: START});
  const box = await handle(page, "start").boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await drag(page, x, x + 3000, y);
  await page.mouse.up();
  assert.deepEqual(await windowOf(page), {from: "2023-12-08", to: "2023-12-08", day: "2023-12-08"});
  await handle(page, "start").focus();
  await page.keyboard.press("Home");
  assert.equal((await windowOf(page)).from, FIRST);
  await page.keyboard.press("PageDown");
  assert.equal((await windowOf(page)).from, FIRST);
});

test(
  "the keyboard moves the playhead and the handles by day and week and to the ends",
  {webgl: false},
  async ({page}) => {
    await open(page, {hash: START});
    const steps = [
      ["ArrowLeft", "2023-12-07"],
      ["ArrowRight", "2023-12-08"],
      ["ArrowUp", "2023-12-09"],
      ["ArrowDown", "2023-12-08"],
      ["PageUp", "2023-12-15"],
      ["PageDown", "2023-12-08"],
      ["End", "2024-02-09"],
      ["ArrowRight", "2024-02-09"],
      ["Home", FIRST],
      ["ArrowLeft", FIRST],
    ];
    await playhead(page).focus();
    for (const [key, day] of steps) {
      await page.keyboard.press(key);
      assert.equal((await windowOf(page)).day, day, `the playhead after ${key}`);
      assert.equal(await playhead(page).getAttribute("aria-valuetext"), weekday(day));
    }
    await showWindow(page, FIRST, "2023-12-08");
    await handle(page, "start").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("PageUp");
    assert.equal((await windowOf(page)).from, "2023-10-25");
    await handle(page, "end").focus();
    await page.keyboard.press("PageUp");
    await page.keyboard.press("ArrowLeft");
    assert.equal((await windowOf(page)).to, "2023-12-14");
    await handle(page, "both").focus();
    await page.keyboard.press("ArrowRight");
    assert.deepEqual(await windowOf(page), {from: "2023-10-26", to: "2023-12-15", day: "2023-12-15"});
    assert.equal((await numbers(page)).reports, count("2023-10-26", "2023-12-15").reports);
  },
);

test("later is to the right in Arabic too", {webgl: false}, async ({page}) => {
  await open(page, {lang: "ar", hash: START});
  await page.locator(".timeline .playhead").focus();
  await page.keyboard.press("ArrowRight");
  assert.equal((await windowOf(page)).day, "2023-12-09");
  const x = async (index) => (await page.locator(".timeline .handle").nth(index).boundingBox()).x;
  assert.ok((await x(0)) < (await x(1)), "the start of the window is left of its end");
});

test(
  "dates can be typed at both ends, in three ways, and what is no date is refused",
  {webgl: false},
  async ({page}) => {
    await open(page, {hash: START});
    const type = async (end, text) => {
      await handle(page, end).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("textbox", {name: /Type a date/}).waitFor();
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    };
    await type("start", "2023-11-24");
    assert.deepEqual(await windowOf(page), {from: "2023-11-24", to: "2023-12-08", day: "2023-12-08"});
    await type("end", "20/1/2024");
    assert.deepEqual(await windowOf(page), {from: "2023-11-24", to: "2024-01-20", day: "2024-01-20"});
    await type("end", "28/1");
    assert.equal((await windowOf(page)).to, "2024-01-28");
    assert.equal((await numbers(page)).reports, count("2023-11-24", "2024-01-28").reports);

    await type("end", "30/2/2024");
    const field = page.getByRole("textbox", {name: /Type a date/});
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    assert.equal(await page.getByText("No such date").count(), 1);
    await page.keyboard.press("Escape");
    await field.waitFor({state: "detached"});
    assert.equal((await windowOf(page)).to, "2024-01-28");
    assert.ok(await handle(page, "end").evaluate((element) => element === document.activeElement));
  },
);

test("a finger scrubs sideways", {webgl: false}, async ({newPage, server}) => {
  const page = await newPage(PHONE);
  await open(page, {base: server.url, hash: START});
  await page.locator("#dateline-card h2").waitFor();
  const touch = await page.context().newCDPSession(page);
  const send = (type, x, y) =>
    touch.send("Input.dispatchTouchEvent", {type, touchPoints: type === "touchEnd" ? [] : [{x, y}]});
  const {x, y} = await phoneColumns(page);
  const before = await page.evaluate(() => scrollY);
  await send("touchStart", x("2023-12-08"), y);
  for (const day of ["2023-12-12", "2023-12-20", "2023-12-28", "2024-01-04"]) await send("touchMove", x(day), y);
  await waitForDay(page, "2024-01-04");
  await send("touchEnd");
  assert.equal((await windowOf(page)).from, FIRST);
  assert.equal(await page.evaluate(() => scrollY), before, "the page stayed where it was");
});

test(
  "a finger that goes up or down over the plot scrolls the page and moves no time",
  {webgl: false},
  async ({newPage, server}) => {
    const page = await newPage({...PHONE, viewport: {width: 390, height: 460}});
    await open(page, {base: server.url, hash: START});
    await page.locator("#dateline-card h2").waitFor();
    const room = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    assert.ok(room > 60, `the page can scroll by ${room} px`);
    const touch = await page.context().newCDPSession(page);
    const send = (type, x, y) =>
      touch.send("Input.dispatchTouchEvent", {type, touchPoints: type === "touchEnd" ? [] : [{x, y}]});
    await page.evaluate(() => scrollTo(0, 0));
    const area = await plot(page).boundingBox();
    const card = await page.locator("#dateline-card").boundingBox();
    const [x, y] = [area.x + area.width / 2, Math.min(area.y + area.height / 2, card.y - 12)];
    assert.ok(y > area.y, "the plot shows above the card");
    await send("touchStart", x, y);
    for (let by = 20; by <= 200; by += 20) await send("touchMove", x + 3, y - by);
    await send("touchEnd");
    await page.waitForFunction(() => scrollY > 40);
    assert.deepEqual(await windowOf(page), {from: FIRST, to: "2023-12-08", day: "2023-12-08"});
  },
);

test("a tap on a day goes there and chooses its first report", {webgl: false}, async ({newPage, server}) => {
  const page = await newPage(PHONE);
  await open(page, {base: server.url, hash: START});
  await page.locator("#dateline-card h2").waitFor();
  const {x, area} = await phoneColumns(page);
  const day = "2024-01-28";
  const first = rows.filter((row) => isCounted(row) && dayOf(row) === day && seriesOf(row) !== "context");
  assert.ok(first.length > 0);
  await page.touchscreen.tap(x(day), area.y + area.height - 30);
  await waitForDay(page, day);
  const title = await page.locator("#dateline-card h2").innerText();
  assert.ok(
    first.some((row) => row.title_en === title.trim()),
    title,
  );
});

// A phone has no handles' room to measure by: the stated figures stand at noon of days that are known.
async function phoneColumns(page) {
  await waitForCard(page);
  const area = await plot(page).boundingBox();
  await page.locator(".timeline button[data-date]").first().waitFor({state: "attached"});
  const spots = await page.locator(".timeline button[data-date]").evaluateAll((buttons) =>
    buttons.map((button) => {
      const box = button.getBoundingClientRect();
      return box.x + box.width / 2;
    }),
  );
  const [i, j] = [0, totals.length - 1];
  const [a, b] = [dayNumber(totals[i].as_of), dayNumber(totals[j].as_of)];
  const day = (spots[j] - spots[i]) / (b - a);
  return {x: (date) => spots[i] + (dayNumber(date) - a) * day, y: area.y + area.height / 2, area};
}

const inOrder = rows
  .filter((row) => isCounted(row) && seriesOf(row) !== "context")
  .map((row, i) => ({row, i}))
  .sort((a, b) => momentOf(a.row) - momentOf(b.row) || a.i - b.i)
  .map(({row}) => row);
function momentOf(row) {
  return Date.parse(`${row.start.length === 10 ? `${row.start}T00:00` : row.start.slice(0, 16)}:00Z`);
}

test("stepping goes from event to event in the order of time, and from day to day", {webgl: false}, async ({page}) => {
  await open(page);
  await waitForCard(page);
  const title = page.locator("#dateline-card article h2");
  const controls = page.locator("#dateline-timeline .controls");
  let at = inOrder.findIndex(({id}) => id === "2023-12-08-embassy-baghdad-rockets");
  assert.equal(await title.innerText(), inOrder[at].title_en);
  const step = async (by, act) => {
    at += by;
    await act();
    await page.waitForFunction(
      (text) => document.querySelector("#dateline-card article h2")?.innerText === text,
      inOrder[at].title_en,
    );
    const {from, to} = await windowOf(page);
    assert.ok(from <= dayOf(inOrder[at]) && to >= dayOf(inOrder[at]), `${inOrder[at].id} is in ${from}..${to}`);
  };
  const next = controls.getByRole("button", {name: "Next event"});
  const previous = controls.getByRole("button", {name: "Previous event"});
  for (let i = 0; i < 8; i++) await step(1, () => next.click());
  for (let i = 0; i < 3; i++) await step(-1, () => previous.click());
  await playhead(page).focus();
  await step(1, () => page.keyboard.press("Shift+ArrowRight"));
  await step(-1, () => page.keyboard.press("Shift+ArrowLeft"));
  await page.locator("body").press("n");
  at++;
  await page.waitForFunction(
    (text) => document.querySelector("#dateline-card article h2")?.innerText === text,
    inOrder[at].title_en,
  );

  const {day} = await windowOf(page);
  await controls.getByRole("button", {name: "Next day"}).click();
  assert.equal((await windowOf(page)).day, shiftDay(day, 1));
  await controls.getByRole("button", {name: "Previous day"}).click();
  await controls.getByRole("button", {name: "Previous day"}).click();
  assert.equal((await windowOf(page)).day, shiftDay(day, -1));
  await page.locator("body").press("]");
  assert.equal((await windowOf(page)).day, day);
});

test(
  "zooming in shows a part of time, the window can be scrubbed there, and 0 shows all again",
  {webgl: false},
  async ({page}) => {
    await open(page, {hash: START});
    const {day: before} = await columns(page);
    await timeline(page).getByRole("button", {name: "Zoom in"}).click();
    await timeline(page).getByRole("button", {name: "Zoom in"}).click();
    await page.waitForFunction(() => location.hash.includes("extent="));
    const {day} = await timelineScale(page);
    assert.ok(day > 3 * before, `a day is ${day} px wide after ${before} px`);
    await playhead(page).focus();
    await page.keyboard.press("ArrowLeft");
    assert.equal((await windowOf(page)).day, "2023-12-07");
    await page.keyboard.press("0");
    await page.waitForFunction(() => !location.hash.includes("extent="));
    assert.ok(Math.abs((await columns(page)).day - before) < 0.1);
  },
);

async function timelineScale(page) {
  const spots = await page
    .locator(".timeline button[data-date]:not([hidden])")
    .evaluateAll((buttons) =>
      buttons.map((each) => [Number(each.dataset.date) / 86_400_000, parseFloat(each.style.left)]),
    );
  const [first, last] = [spots[0], spots.at(-1)];
  return {day: (last[1] - first[1]) / (last[0] - first[0])};
}
