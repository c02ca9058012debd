import assert from "node:assert/strict";
import {open, test} from "./harness.mjs";
import {publishersOf, story, totals} from "./record.mjs";
import {timeline, waitForCard} from "./screen.mjs";

const inWords = (day, locale = "en-GB") =>
  new Intl.DateTimeFormat(locale, {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"}).format(
    new Date(`${day}T00:00Z`),
  );
const figures = (page) => timeline(page).getByRole("group", {name: "US count: the figures as they were stated"});
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label"));

test(
  "each of the 38 stated figures is reached by the keyboard and says its date, value and publisher",
  {webgl: false},
  async ({page}) => {
    await open(page);
    await waitForCard(page);
    await figures(page).waitFor({state: "attached"});
    const buttons = figures(page).locator("button");
    assert.equal(totals.length, 38);
    assert.equal(await buttons.count(), 38);

    // Tab goes in at one of them and out again: they are one stop.
    await page.locator("#dateline-timeline").focus();
    let name = "";
    for (let presses = 0; presses < 40 && !/counted by US officials/.test(name); presses++) {
      await page.keyboard.press("Tab");
      name = (await focused(page)) ?? "";
    }
    assert.match(name, /counted by US officials/, "Tab from the timeline reaches a figure");
    await page.keyboard.press("Home");
    const card = timeline(page).locator(".card");
    for (const [i, row] of totals.entries()) {
      const where = `figure ${i + 1} of ${row.as_of}`;
      const [date, publishers] = [inWords(row.as_of), publishersOf(row)];
      await page
        .waitForFunction(
          ([start, last]) => {
            const label = document.activeElement.getAttribute("aria-label") ?? "";
            return label.startsWith(start) && label.endsWith(last);
          },
          [`${date}: ${row.total} counted by US officials`, publishers.at(-1)],
          {timeout: 5_000},
        )
        .catch(() => {});
      const said = await focused(page);
      assert.ok(said.startsWith(`${date}: ${row.total} counted by US officials`), `${where} is said as: ${said}`);
      for (const publisher of publishers) assert.ok(said.includes(publisher), `${where} names ${publisher}: ${said}`);
      const shown = (await card.innerText()).replace(/\s+/g, " ");
      for (const part of [date, row.total, ...publishers])
        assert.ok(shown.includes(part), `the card of ${where} shows ${part}: ${shown}`);
      await page.keyboard.press("ArrowRight");
    }
    // The last one stays.
    assert.ok((await focused(page)).startsWith(`${inWords("2024-02-07")}: 168`));
    await page.keyboard.press("Home");
    assert.ok((await focused(page)).startsWith(`${inWords("2023-10-24")}: 13`));
  },
);

test(
  "a figure outside a zoomed timeline is reached by the keyboard and brought into sight",
  {webgl: false},
  async ({page}) => {
    await open(page, {hash: {extent: "2023-12-01..2023-12-20"}});
    await waitForCard(page);
    await figures(page).locator('button[tabindex="0"]').first().focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() =>
      document.activeElement.getAttribute("aria-label")?.startsWith("7 February 2024: 168"),
    );
    const [at, area] = [
      await page.evaluate(() => document.activeElement.getBoundingClientRect().x),
      await timeline(page).boundingBox(),
    ];
    assert.ok(
      at > area.x && at < area.x + area.width,
      `the figure is at ${at}, the timeline at ${area.x} to ${area.width}`,
    );
  },
);

test(
  "the figures say who counted in French and Arabic, too, and nothing calls a sum of rows a total",
  {webgl: false},
  async ({page}) => {
    const TOTAL = {en: /\btotal/i, fr: /\btotal|\bau total/i, ar: /المجموع|الإجمالي|إجمالي/};
    for (const lang of ["en", "fr", "ar"]) {
      await open(page, {lang, hash: {time: "2023-10-17..2024-02-07"}});
      await waitForCard(page);
      await page.waitForFunction(() =>
        document.querySelector("button[data-date]")?.getAttribute("aria-label").endsWith("Shafaq News"),
      );
      const names = await timeline(page)
        .locator("button[data-date]")
        .evaluateAll((buttons) => buttons.map((each) => each.getAttribute("aria-label")));
      assert.equal(names.length, 38, lang);
      const by = story.totals.statedBy[lang];
      for (const [i, row] of totals.entries()) {
        assert.ok(names[i].includes(`${row.total} ${by}`), `${lang}: ${names[i]}`);
        for (const publisher of publishersOf(row)) assert.ok(names[i].includes(publisher), `${lang}: ${names[i]}`);
      }
      // Of all that is said and shown besides the record's own texts, nothing is called a total.
      const words = await page.evaluate(() => {
        const own = ".detail, [role=listbox], #dateline-card article, #dateline-card dl";
        const found = [];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const {parentElement, data} = walk.currentNode;
          if (data.trim() !== "" && !parentElement.closest(own) && !parentElement.closest("script, style"))
            found.push(data.trim());
        }
        for (const element of document.querySelectorAll("[aria-label], [title]"))
          if (!element.closest(own) && !element.matches("button[data-date]"))
            found.push(element.getAttribute("aria-label") ?? "", element.getAttribute("title") ?? "");
        return found;
      });
      assert.ok(words.length > 100, `${words.length} texts were read`);
      assert.deepEqual(
        words.filter((text) => TOTAL[lang].test(text)),
        [],
        lang,
      );
    }
  },
);

test(
  "the figure in the sentence and at the playhead is the one last stated, never a sum",
  {webgl: false},
  async ({page}) => {
    await open(page, {hash: {time: "2023-10-17..2024-01-03"}});
    await waitForCard(page);
    await page.waitForFunction(() => document.querySelector(".timeline svg.top .number")?.textContent === "115");
    const sentence = await page.locator(".sentence").innerText();
    assert.match(sentence, /The US count stood at 115\./);
    await page
      .waitForFunction(() => document.querySelector(".timeline svg.top .detail")?.textContent.includes("Kurdistan 24"))
      .catch(() => {});
    const beside = await page.locator(".timeline svg.top").textContent();
    assert.match(beside, /counted by US officials/);
    // Before the first statement there is none.
    await page.evaluate(() => (location.hash = "time=2023-10-17..2023-10-23"));
    await page.waitForSelector('#dateline-timeline time[datetime="2023-10-23"]');
    assert.ok(!/US count/.test(await page.locator(".sentence").innerText()));
    assert.equal(await page.locator(".timeline svg.top .number").count(), 0);
  },
);
