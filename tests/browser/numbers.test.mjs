import assert from "node:assert/strict";
import {open, test} from "./harness.mjs";
import {
  CLASSES,
  count,
  dayOf,
  FACETS,
  isCounted,
  label,
  rows,
  shiftDay,
  sites,
  story,
  totalAt,
  valuesOf,
} from "./record.mjs";
import {glyphNames, numbers, showWindow, waitForCard} from "./screen.mjs";

const FIRST = "2023-10-17";
const LAST = "2024-02-07";
const WINDOWS = [
  [FIRST, "2023-12-08"],
  [FIRST, LAST],
  ["2023-11-24", "2023-11-30"],
  ["2023-11-08", "2023-11-08"],
  ["2023-11-09", "2023-11-09"],
  ["2023-12-10", "2023-12-19"],
  ["2024-01-28", "2024-01-28"],
  ["2024-01-01", LAST],
  [FIRST, FIRST],
];
const IN_WORDS = {
  official: /Officials confirm (\d+)/,
  media: /(\d+) rests? on media alone/,
  claim: /(\d+)(?: rests?)? on the group’s own claim/,
  disputed: /(\d+) (?:is|are) disputed/,
};
const ROWS = {
  official: "Confirmed by an official",
  media: "Reported by media",
  claim: "Claim only",
  disputed: "Disputed",
};
const said = (sentence, pattern) => Number(pattern.exec(sentence)?.[1] ?? 0);
const row = (text) => {
  const [, name, n] = /^(.*\D)\s*(\d+)$/.exec(text);
  return [name.trim(), Number(n)];
};

/** What the map should say of every place, by its accessible name. */
function placesOf(counted) {
  const things = (n, one, many) => `${n} ${n === 1 ? one : many}`;
  return [...counted.places]
    .map(([site, {reports, strikes, certainty}]) => {
      const {short_en: name, geo_precision: precision} = sites.get(site);
      const facts = [];
      if (reports > 0) facts.push(things(reports, "report of attacks", "reports of attacks"));
      if (certainty.official > 0) facts.push(`${certainty.official} confirmed`);
      if (certainty.media > 0) facts.push(`${certainty.media} reported by media`);
      if (certainty.claim > 0) facts.push(`${certainty.claim} claim only`);
      if (certainty.disputed > 0) facts.push(`${certainty.disputed} disputed`);
      if (strikes > 0) facts.push(things(strikes, "US strike", "US strikes"));
      if (precision === "district" || precision === "province") facts.push(`known to the ${precision} only`);
      return `${name}: ${facts.join(", ")}`;
    })
    .sort();
}

async function check(page, from, to, show = {}) {
  const what = `${from}..${to} ${JSON.stringify(show)}`;
  const counted = count(from, to, show);
  const found = await numbers(page);
  const filtered = Object.keys(show).length > 0;

  assert.equal(found.reports, counted.reports, `reports in the sentence, ${what}: ${found.sentence}`);
  for (const name of CLASSES)
    assert.equal(said(found.sentence, IN_WORDS[name]), counted.certainty[name], `${name} in the sentence, ${what}`);
  const total = totalAt(to);
  const stated = /The US count stood at (\d+)\./.exec(found.sentence)?.[1];
  assert.equal(stated, filtered ? undefined : total?.total, `the stated total, ${what}`);
  assert.equal(found.total, total?.total ?? "", `the stated total beside the playhead, ${what}`);

  assert.deepEqual(
    found.certainty.map(row),
    CLASSES.map((name) => [ROWS[name], counted.certaintyRows[name]]),
    `who says so, ${what}`,
  );
  assert.deepEqual(
    found.facets.map(({facet}) => facet),
    ["Where", "With what"],
  );
  for (const [i, facet] of ["country", "weapon"].entries()) {
    const rest = new Map([...counted.facets[facet]].map(([value, n]) => [label(facet, value), n]));
    for (const {text, other} of found.facets[i].values) {
      const [name, n] = row(text);
      if (other) {
        const sum = [...rest.values()].reduce((a, b) => a + b, 0);
        assert.equal(n, sum, `all others of ${facet}, ${what}`);
        rest.clear();
      } else {
        assert.equal(n, rest.get(name) ?? 0, `${facet} ${name}, ${what}`);
        rest.delete(name);
      }
    }
    assert.deepEqual([...rest], [], `values of ${facet} that are not shown, ${what}`);
  }

  assert.equal(found.tab, counted.events, `the list's tab, ${what}`);
  assert.equal(found.setsize, counted.events, `the list's length, ${what}`);
  if (counted.events > 0) assert.equal(found.listbox, counted.events, `the list's name, ${what}`);
  for (const group of found.groups) {
    const [, name, n] = /^(\d+ \w+)(?:: (\d+) reports? of attacks)?$/.exec(group);
    const day = [...counted.days].find(([day]) => dayInWords(day) === name);
    assert.equal(Number(n ?? 0), day?.[1] ?? 0, `${group} in the list, ${what}`);
  }

  const whole = count("0000", "9999", show);
  for (const series of ["reports", "strikes"]) {
    for (const name of CLASSES) {
      const by = (counts) => (series === "reports" ? counts.certainty : counts.strikesByCertainty)[name];
      const lit = found.blocks[`lit ${series} ${name}`] ?? 0;
      const outside = found.blocks[`outside ${series} ${name}`] ?? 0;
      assert.equal(lit, by(counted), `lit blocks of ${series} ${name}, ${what}`);
      assert.equal(lit + outside, by(whole), `all blocks of ${series} ${name}, ${what}`);
    }
  }

  const week = (day) => count(shiftDay(day, -6), day, show).reports;
  assert.deepEqual(found.tempo, [week(to), week(shiftDay(to, -7))], `the tempo, ${what}`);
}

const dayInWords = (day) =>
  new Intl.DateTimeFormat("en-GB", {day: "numeric", month: "long", timeZone: "UTC"}).format(new Date(`${day}T00:00Z`));

async function checkPlaces(page, from, to, show = {}) {
  const wanted = placesOf(count(from, to, show));
  await page
    .waitForFunction((n) => document.querySelectorAll("[data-place][role=button]").length === n, wanted.length, {
      timeout: 5_000,
    })
    .catch(() => {});
  assert.deepEqual((await glyphNames(page)).sort(), wanted, `places, ${from}..${to}`);
}

test("the windows that are counted are different enough to tell a wrong count", () => {
  const counts = WINDOWS.map((each) => JSON.stringify(count(...each)));
  assert.equal(new Set(counts).size, WINDOWS.length);
  const background = rows.filter((row) => !isCounted(row));
  assert.equal(background.length, 6);
});

test(
  "for nine windows the sentence, the rows, the list, the tempo and the blocks are what the file holds",
  {webgl: false},
  async ({page}) => {
    await open(page, {hash: {time: "2023-10-17..2023-12-08", panel: "list"}});
    await waitForCard(page);
    await page.waitForSelector("#dateline-card [role=listbox]");
    for (const [from, to] of WINDOWS) {
      await showWindow(page, from, to, {panel: "list"});
      await check(page, from, to);
    }
  },
);

test(
  "for nine windows every glyph on the map says what the file holds of its place",
  {webgl: false},
  async ({page}) => {
    // Far enough out that no place lies under a panel.
    const far = {panel: "none", map: "4.6/32.5/41"};
    await open(page, {hash: {time: "2023-10-17..2023-12-08", ...far}});
    await page.waitForSelector("[data-place][role=button]");
    for (const [from, to] of WINDOWS) {
      await showWindow(page, from, to, far);
      await checkPlaces(page, from, to);
    }
  },
);

test(
  "with filters on, what is left and what each value would add are what the file holds",
  {webgl: false},
  async ({page}) => {
    const filters = [
      {status: ["us_official", "host_government"]},
      {country: ["SY"], weapon: ["one_way_drone", "rocket"]},
      {category: ["us_strike"]},
    ];
    await open(page, {hash: {time: "2023-10-17..2024-01-31", panel: "list"}});
    await waitForCard(page);
    for (const show of filters) {
      const hash = Object.fromEntries(Object.entries(show).map(([column, values]) => [`show.${column}`, values]));
      await showWindow(page, FIRST, "2024-01-31", {panel: "list", ...hash});
      await page.waitForFunction(
        (n) => document.querySelector('[data-tab="list"]')?.textContent.match(/\d+/)?.[0] === String(n),
        count(FIRST, "2024-01-31", show).events,
      );
      await check(page, FIRST, "2024-01-31", show);
    }
  },
);

test(
  "for six windows every value of every facet in the panel is what the file holds",
  {webgl: false},
  async ({page}) => {
    await open(page);
    await page.getByRole("button", {name: "More filters"}).click();
    const panel = page.getByRole("dialog", {name: "Filters"});
    for (const [from, to] of WINDOWS.slice(0, 6)) {
      await showWindow(page, from, to);
      const found = await panel.evaluate((dialog) =>
        [...dialog.querySelectorAll("[data-facet]")].map((section) => [
          section.dataset.facet,
          [...section.querySelectorAll("button.value")].map((value) => [
            value.querySelector(".label").textContent.trim(),
            Number(value.querySelector("b").textContent),
          ]),
        ]),
      );
      assert.deepEqual(
        found.map(([facet]) => facet),
        FACETS,
      );
      for (const [facet, values] of found) {
        const counted = count(from, to).facets[facet];
        const wanted = [...valuesOf(facet)].map((value) => [label(facet, value), counted.get(value) ?? 0]);
        const sorted = (pairs) => pairs.map(([name, n]) => `${name}: ${n}`).sort();
        assert.deepEqual(sorted(values), sorted(wanted), `${facet}, ${from}..${to}`);
      }
    }
  },
);

test(
  "background rows are on no curve and in no count, and are listed as background",
  {webgl: false},
  async ({page}) => {
    await open(page, {hash: {time: `${FIRST}..${LAST}`, panel: "list"}});
    await waitForCard(page);
    const found = await numbers(page);
    const counted = rows.filter((row) => isCounted(row) && dayOf(row) <= LAST).length;
    assert.ok(counted <= rows.length - 6);
    assert.equal(found.tab, counted);
    const drawn = Object.values(found.blocks).reduce((a, b) => a + b, 0);
    assert.equal(drawn, count(FIRST, LAST).reports + count(FIRST, LAST).strikes);
    // 2020 and 2021 are not on the axis either.
    const texts = await page.locator(".timeline svg text").allTextContents();
    assert.ok(!texts.some((text) => /2020|2021/.test(text)), texts.join(" "));

    const opener = page.getByRole("button", {name: "Background: 6 earlier events"});
    await opener.scrollIntoViewIfNeeded().catch(() => {});
    await page.locator("#dateline-card .viewport").evaluate((view) => (view.scrollTop = view.scrollHeight));
    await opener.click();
    const note = page.getByText("Listed, never counted.");
    assert.equal(await note.count(), 1);
    const soleimani = rows.find(({id}) => id === "2020-01-03-soleimani-muhandis-background");
    await page.getByRole("button", {name: soleimani.title_en}).click();
    await page.getByRole("heading", {name: soleimani.title_en}).waitFor();
    assert.equal((await numbers(page)).tab, counted, "choosing it counts it");
  },
);

test("the story's method names the record's own numbers rightly", () => {
  // The words are the project's; the numbers in them are checked where the file can say them.
  const {certainty, reports} = count("0000", "9999");
  const text = story.method.map(({en}) => en).join("\n");
  assert.match(text, new RegExp(`Of the ${reports} reports`));
  assert.match(
    text,
    new RegExp(
      `${certainty.media} on media, ${certainty.claim} on claims alone, and ${certainty.disputed} are disputed`,
    ),
  );
});
