import assert from "node:assert/strict";
import {open, test} from "./harness.mjs";
import {
  dayOnScreen,
  glyphNames,
  handle,
  playhead,
  waitForCard,
  waitForDay,
  waitForWindow,
  windowOf,
} from "./screen.mjs";

const DATA = "https://example.org";
const TABLE = [
  "cle,quand,fin,precision,ou,lat,lng,intitule,recit,genre,sur,preuves",
  // 03:30 UTC is half past eleven of the evening before in New York.
  "a1,2024-06-01T03:30:00Z,,minute,Battery Park,40.703,-74.017,Première inspection,Une pompe est inspectée.,visite,oui,s1",
  "a2,2024-06-01T23:00:00-04:00,,minute,Battery Park,40.703,-74.017,Deuxième inspection,,visite,non,s1;s2",
  "a3,2024-06-03,,day,Coney Island,40.575,-73.985,Fuite,,panne,oui,s2",
  "a4,2024-06-05,2024-06-07,day,Coney Island,40.575,-73.985,Coupure de trois jours,,panne,oui,",
  "a5,2024-06-10,,day,,,,Réunion sans lieu,,visite,non,",
  "a6,pas une date,,day,Harlem,40.81,-73.95,Illisible,,visite,oui,",
].join("\n");
const STORY = {
  title: {fr: "Les pompes de New York", en: "The pumps of New York"},
  language: "fr",
  timezone: "America/New_York",
  data: "pompes.csv",
  sources: "preuves.csv",
  mapping: {
    id: "cle",
    start: "quand",
    end: "fin",
    datePrecision: "precision",
    place: "ou",
    lat: "lat",
    lon: "lng",
    title: "intitule",
    summary: "recit",
    category: "genre",
    certainty: "sur",
    sources: "preuves",
  },
  certainty: {oui: "official", non: "claim"},
  columns: {
    genre: {label: {fr: "Genre"}, values: {visite: {fr: "Visite"}, panne: {fr: "Panne"}}},
    sur: {label: {fr: "Sûr"}, values: {oui: {fr: "Constaté"}, non: {fr: "Annoncé"}}},
  },
};
const SOURCES = `id,publisher,title,url,published,language,publisher_type,note
s1,Le Quotidien,Titre,${DATA}/un,2024-06-02,fr,newspaper,
s2,La Ville,Avis,,2024-06-03,fr,government,`;
const FILES = {
  "own/story.json": JSON.stringify(STORY),
  "own/pompes.csv": TABLE,
  "own/preuves.csv": SOURCES,
  "own/bare.csv":
    "date,lat,lon,title\n2021-03-01,48.85,2.35,Un\n2021-03-04,45.76,4.83,Deux\n2021-03-04,45.76,4.83,Trois\n",
  "own/mistake.json": JSON.stringify({title: "No table", timezone: "Mars/Olympus", data: "pompes.csv"}),
  "own/notjson.json": "{oh",
  "own/nodates.csv": "lat,lon,title\n1,2,x\n",
  "own/baddates.csv": "date,title\nyesterday,x\n",
  "own/empty.csv": "",
};
const server = {files: FILES};

test(
  "a story file of one's own, in French and on New York's clock, works as the shipped one does",
  {server, webgl: false},
  async ({page}) => {
    await open(page, {query: {data: "own/story.json"}, lang: "fr"});
    await waitForCard(page);
    assert.equal(await page.getByRole("heading", {level: 1}).innerText(), "Les pompes de New York");
    assert.match(await page.title(), /^Les pompes de New York/);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "fr");

    // Five of six rows have a date; the first day is the one that New York had.
    await waitForWindow(page, "2024-05-31", "2024-06-10");
    const card = page.locator("#dateline-card");
    assert.match(await page.locator(".sentence").innerText(), /5/);
    assert.match(await card.getByRole("tab").nth(1).innerText(), /5/);
    assert.deepEqual((await glyphNames(page)).map((name) => name.split(/\s?:/)[0]).sort(), [
      "Battery Park",
      "Coney Island",
    ]);
    const rows = await page.locator("section.story ul.column button").allInnerTexts();
    assert.deepEqual(
      rows.map((text) => Number(/\d+/.exec(text)[0])),
      [3, 2],
    );
    assert.equal(await page.locator("button[data-date]").count(), 0, "no stated figures, no line");

    // Each day of the list, latest first.
    const groups = await card
      .locator("[role=listbox] [role=group]")
      .evaluateAll((each) => each.map((group) => group.getAttribute("aria-label").split(/\s?:/)[0]));
    assert.deepEqual(groups, ["10 juin", "5 juin", "3 juin", "1er juin", "31 mai"]);

    await card.getByRole("option", {name: /Première inspection/}).click();
    await card.getByRole("heading", {name: "Première inspection"}).waitFor();
    assert.match(await card.locator("dl").innerText(), /31 mai 2024/);
    assert.match(await card.locator("dl").innerText(), /23:30/);
    await card.locator(".source").waitFor();
    assert.match(await card.locator(".sources").innerText(), /Le Quotidien/);
    assert.equal(await card.locator("a.source").getAttribute("href"), `${DATA}/un`);

    await playhead(page).focus();
    await page.keyboard.press("Home");
    await waitForDay(page, "2024-05-31");
    assert.match(await page.locator(".sentence").innerText(), /1/);
    await page.keyboard.press("ArrowRight");
    await waitForWindow(page, "2024-05-31", "2024-06-01");
    assert.match(await card.getByRole("tab").nth(1).innerText(), /2/);

    // Its filters are its own.
    await page
      .locator("section.story")
      .getByRole("button", {name: /Annoncé|Revendi/})
      .first()
      .click();
    await page.waitForFunction(() => /show\.sur=,?oui(&|$)/.test(location.hash));
    assert.ok(page.url().includes("data=own/story.json"), page.url());
  },
);

test(
  "the address of a view of one's own story opens the same view",
  {server, webgl: false},
  async ({page, newPage}) => {
    await open(page, {
      query: {data: "own/story.json"},
      hash: {time: "2024-06-01..2024-06-03", event: "a3", lang: "fr"},
    });
    await waitForCard(page);
    await page.locator(".timeline .playhead").focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.hash.includes("time=2024-06-01..2024-06-04"));
    const copy = await newPage();
    await copy.goto(page.url());
    await copy.getByRole("heading", {level: 1, name: "Les pompes de New York"}).waitFor();
    await waitForWindow(copy, "2024-06-01", "2024-06-04");
    await copy.getByRole("heading", {name: "Fuite"}).waitFor();
  },
);

test("a bare table with a date, a place and a title opens by itself", {server, webgl: false}, async ({page}) => {
  await open(page, {query: {data: "own/bare.csv"}});
  await waitForCard(page);
  assert.equal(await page.getByRole("heading", {level: 1}).innerText(), "bare");
  await waitForWindow(page, "2021-03-01", "2021-03-04");
  assert.match(await page.locator(".sentence").innerText(), /3 events/);
  await page.waitForSelector("[data-place][role=button]");
  assert.equal((await glyphNames(page)).length, 2);
  await page.getByRole("tab").nth(1).click();
  await page.getByRole("option", {name: /Deux/}).click();
  await page.getByRole("heading", {name: "Deux"}).waitFor();
  assert.equal(await page.locator("section.story ul.column").count(), 0, "nobody is said to have confirmed it");
});

const BROKEN = {
  "own/mistake.json": /story file has a mistake/,
  "own/notjson.json": /JSON/,
  "own/nodates.csv": /No column was found that says when something happened/,
  "own/baddates.csv": /Not one row/,
  "own/empty.csv": /is empty/,
  "own/nowhere.json": /There is nothing at/,
  "http://192.168.0.1/x.csv": /not an address that data may be read from/,
};

test(
  "a story that cannot be opened says why, and the shipped one is one press away",
  {server, webgl: false, allowErrors: /404/},
  async ({page}) => {
    for (const [data, reason] of Object.entries(BROKEN)) {
      await open(page, {query: {data}, ready: false});
      const alert = page.getByRole("alert");
      await alert.waitFor();
      assert.match(await alert.innerText(), reason, data);
      assert.equal(await alert.getByRole("button").count(), 2, data);
    }
    await page.getByRole("button", {name: "Open the story that comes with Dateline"}).click();
    await page.getByRole("heading", {level: 1, name: /Attack by attack/}).waitFor();
    assert.ok(!page.url().includes("data="), page.url());
  },
);

test(
  "trying again opens a story that has come back",
  {server: {files: {...FILES}}, webgl: false, allowErrors: /404/},
  async ({page, server: own}) => {
    const bytes = own.options.files["own/bare.csv"];
    delete own.options.files["own/bare.csv"];
    await open(page, {query: {data: "own/bare.csv"}, ready: false});
    await page.getByRole("alert").waitFor();
    own.options.files["own/bare.csv"] = bytes;
    await page.getByRole("button", {name: "Try again"}).click();
    await waitForCard(page);
    assert.equal(await page.getByRole("alert").count(), 0);
    assert.match(await page.locator(".sentence").innerText(), /3 events/);
  },
);

test(
  "a story that fails after another was opened leaves that one on screen",
  {server, webgl: false, allowErrors: /404/},
  async ({page}) => {
    await open(page);
    await waitForCard(page);
    await page.evaluate(() => (location.hash = "data=own/nowhere.json"));
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.innerText(), /What was on screen is still there/);
    assert.equal(await dayOnScreen(page), "2023-12-08");
    await page.getByRole("button", {name: "Dismiss"}).click();
    await alert.waitFor({state: "detached"});
    await page.evaluate(() => (location.hash = "data=own/bare.csv"));
    await page.getByRole("heading", {level: 1, name: "bare"}).waitFor();
  },
);

test(
  "parameters that cannot be read are named in a notice that can be put away, and the rest is shown",
  {webgl: false},
  async ({page}) => {
    await open(page, {
      hash: {time: "2023-10-17..2023-11-21", speed: "fast", map: "9/400/3", event: "no-such", "show.nonsense": "x"},
    });
    await waitForDay(page, "2023-11-21");
    const notice = page.getByRole("status").filter({hasText: "Part of the link could not be read"});
    await notice.waitFor();
    const text = await notice.innerText();
    for (const name of ["speed", "map", "event", "show.nonsense"])
      assert.ok(text.includes(name), `${name} in: ${text}`);
    assert.ok(!/\btime\b/.test(text), text);
    await page.getByRole("button", {name: "Dismiss"}).click();
    await notice.waitFor({state: "detached"});
    await page.evaluate(() => (location.hash = "time=yesterday"));
    await notice.waitFor();
    assert.match(await notice.innerText(), /time/);
    assert.deepEqual(await windowOf(page), {from: "2023-10-17", to: "2023-12-08", day: "2023-12-08"});
    assert.ok(await handle(page, "end").isVisible());
  },
);
