import assert from "node:assert/strict";
import {open, test} from "./harness.mjs";
import {rows} from "./record.mjs";
import {everything, handle, waitForSources, waitForWindow, windowOf} from "./screen.mjs";

const ZONES = ["America/Los_Angeles", "UTC", "Asia/Tokyo"];

async function look(page, hash) {
  await open(page, {hash});
  await waitForSources(page);
  const lines = await everything(page);
  return lines.filter((line) => !/- \/url: http:\/\/127/.test(line));
}

for (const lang of ["en", "ar"]) {
  test(`three time zones show the same dates everywhere: ${lang}`, {webgl: false}, async ({newPage}) => {
    const views = [
      {lang, event: "2023-12-08-embassy-baghdad-rockets"},
      // Begins half an hour before midnight in Baghdad and ends after it.
      {lang, event: rows.find(({start}) => start.startsWith("2023-11-08T23:30")).id, time: "2023-11-01..2023-11-08"},
      {lang, event: rows.find(({date_precision}) => date_precision === "week").id},
      {lang, timeline: "lanes", extent: "2023-11-01..2023-11-20"},
    ];
    const seen = new Map();
    for (const timezoneId of ZONES) {
      const page = await newPage({timezoneId});
      const lines = [];
      for (const view of lang === "en" ? views : views.slice(1, 3)) lines.push(...(await look(page, view)));
      assert.equal(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone), timezoneId);
      seen.set(timezoneId, lines);
      await page.context().close();
    }
    assert.ok(
      seen.get("UTC").some((line) => /svg /.test(line)),
      "the ticks of the axis are among what is compared",
    );
    for (const zone of ZONES) assert.deepEqual(seen.get(zone), seen.get("UTC"), zone);
  });
}

for (const timezoneId of ["America/Los_Angeles", "Asia/Tokyo", "Pacific/Kiritimati"]) {
  test(`in ${timezoneId} dates are Baghdad's`, {webgl: false, context: {timezoneId}}, async ({page}) => {
    await open(page);
    await waitForSources(page);
    const time = page.locator("#dateline-timeline time");
    assert.equal(await time.getAttribute("datetime"), "2023-12-08");
    assert.equal((await time.innerText()).replace(/\s+/g, " "), "8 December 2023 Friday");
    assert.match(await page.locator("#dateline-card dl").innerText(), /8 Dec 2023, 04:15/);
    assert.match(await page.locator(".sentence").innerText(), /^From 17 October to 8 December/);

    const night = rows.find(({start}) => start.startsWith("2023-11-08T23:30"));
    await page.evaluate((id) => (location.hash = `event=${id}&time=2023-11-08..2023-11-08`), night.id);
    await waitForWindow(page, "2023-11-08", "2023-11-08");
    await page.waitForFunction(
      (title) => document.querySelector("#dateline-card h2").innerText === title,
      night.title_en,
    );
    assert.match(await page.locator("#dateline-card dl").innerText(), /8 Nov 2023, 23:30/);
    const group = page.locator("#dateline-card [role=listbox] [role=group]").first();
    await page.getByRole("tab").nth(1).click();
    assert.match(await group.getAttribute("aria-label"), /^8 November: \d+ reports? of attacks$/);

    await handle(page, "start").focus();
    await page.keyboard.type("2023-11-05");
    await page.keyboard.press("Enter");
    assert.deepEqual(await windowOf(page), {from: "2023-11-05", to: "2023-11-08", day: "2023-11-08"});
    await page.waitForFunction(() => location.hash.includes("time=2023-11-05..2023-11-08"));
  });
}
