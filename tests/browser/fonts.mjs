import assert from "node:assert/strict";

// Fonts come when they come; these say when.

const isFont = (request) => request.resourceType() === "font";

/** Has the styles, without which nothing is painted, wait until `count` fonts have come. */
export async function fontsFirst(page, count) {
  let missing = count;
  let tell;
  const come = new Promise((resolve) => (tell = resolve));
  page.on("requestfinished", (request) => isFont(request) && --missing === 0 && tell());
  await page.route("**/*.css", (route) => come.then(() => route.continue()));
}

/** Has the fonts wait until what it resolves to is called, and the app for ever. */
export async function fontsLate(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/*", async (route) => {
    const type = route.request().resourceType();
    if (type === "script") return;
    if (type === "font") await released;
    await route.continue();
  });
  return release;
}

/** Adds up by how much the page's layout shifts, from the first paint on: `window.shifts` holds each `{value, startTime}`. */
export const watchShifts = (page) =>
  page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const {value, startTime} of list.getEntries()) window.shifts.push({value, startTime});
    }).observe({type: "layout-shift", buffered: true});
  });

/** Fails where the shifts of which `counts`, given when each was, is true, come to more than `most`; `where` says of what page. */
export async function shiftsAtMost(page, most, where, counts = () => true) {
  const shifts = await page.evaluate(() => window.shifts);
  const sum = shifts.reduce((sum, {value, startTime}) => sum + (counts(startTime) ? value : 0), 0);
  assert.ok(sum <= most, `${where}: ${sum} in ${JSON.stringify(shifts)}`);
}
