import assert from "node:assert/strict";
import {existsSync} from "node:fs";
import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {root} from "../../.ci/setup.mjs";
import {open, test} from "./harness.mjs";
import {faults, guard, ledger, withFiles} from "./importing.mjs";
import {seeded} from "./manyRows.mjs";
import {waitForCard} from "./screen.mjs";
import {csvOf} from "./payloads.mjs";

const SAMPLE = join(root, "../shared/samples/stanford_mass_shootings.csv");
/** Where a picture of each step goes: a folder, or nowhere. */
const SHOTS = process.env.DATELINE_SHOTS;

/** A table as an office keeps it, of the shape of the sample: dates month first, three columns of counts, two of kinds. */
function fixture() {
  const random = seeded(7);
  const towns = [
    ["Springfield, Oregon", 44.05, -123.02],
    ["Austin, Texas", 30.27, -97.74],
    ["Salem, Oregon", 44.94, -123.04],
  ];
  const header =
    "CaseID,Title,Location,Latitude,Longitude,Number of Civilian Fatalities,Total Number of Fatalities,Description,Date,Place Type,Weather".split(
      ",",
    );
  const rows = Array.from({length: 60}, (_, i) => {
    const [town, lat, lon] = towns[i % 3];
    const killed = Math.floor(random() * 5);
    const date = `${(i % 12) + 1}/${(i % 28) + 1}/${2001 + Math.floor(i / 6)}`;
    const place = ["School", "Street", "Home"][Math.floor(random() * 3)];
    return [
      i + 1,
      `Case ${i + 1}`,
      town,
      lat,
      lon,
      killed,
      killed + 1,
      `What happened in ${town}.`,
      date,
      place,
      i % 2 ? "Rain" : "Sun",
    ];
  });
  return csvOf([header, ...rows]);
}

const SIZES = {
  "at a desk": {viewport: {width: 1440, height: 900}},
  "on a phone": {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true},
};

/** What somebody does who has never seen the page: only what can be read is pressed. */
async function journey(page, path, shot) {
  const guarded = await guard(page);
  const narrow = page.viewportSize().width < 700;
  const name = path.split("/").at(-1);
  await open(page);
  await waitForCard(page);
  await shot("first");

  // Where can I bring my own?
  if (narrow) {
    await page.getByRole("button", {name: "Menu"}).click();
    await shot("menu");
    await page.getByRole("button", {name: /^Open a file/}).click();
  } else await page.getByRole("button", {name: "Open a file"}).click();
  await page.getByRole("button", {name: "Choose a file"}).waitFor();
  await shot("start");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", {name: "Choose a file"}).click(),
  ]);
  await chooser.setFiles(path);

  // It is on the map and the timeline, with nothing asked, and every row is accounted for.
  await page.locator(".own").waitFor();
  await page.getByRole("heading", {level: 1, name: name.replace(/\.csv$/, "").replaceAll("_", " ")}).waitFor();
  await page.locator("[data-place][role=button]").first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll(".timeline svg :is(rect, path)").length > 5);
  const [rows, placed, , rejected] = await ledger(page);
  assert.ok(rows === placed && rejected === 0, `${rows} rows, ${placed} placed`);
  await shot("on-screen");

  // How many died? One event says, by the column that was guessed.
  const killed = async () => {
    await page.evaluate((id) => document.querySelector("date-line").select(id), "1");
    if (narrow) await page.locator("#dateline-card button[aria-expanded=false], #dateline-card button").first().click();
    await page.locator("article h2").waitFor();
    const facts = await page.locator("article dl").first().innerText();
    return /(\d+) killed/.exec(facts)?.[1];
  };
  const before = await killed();
  await shot("event");
  if (narrow) await page.keyboard.press("Escape");

  // That is not the column I want.
  await page.getByRole("button", {name: "Columns and report"}).click();
  const screen = page.locator(`dialog section.screen${narrow ? "" : ".wide"}`);
  const role = screen.getByRole("row").filter({has: page.getByRole("rowheader", {name: "Killed", exact: true})});
  await role.scrollIntoViewIfNeeded();
  await shot("columns");
  const select = role.getByRole("combobox");
  const wanted = await select.locator("option", {hasText: "Number of Civilian Fatalities"}).first().innerText();
  await select.selectOption({label: wanted});
  await role.getByText(/your choice/).waitFor();
  await shot("changed");
  await screen.getByRole("button", {name: "Apply"}).click();
  await screen.waitFor({state: "detached"});
  const after = await killed();
  assert.ok(Number(after) < Number(before), `${before} killed became ${after}`);
  await shot("applied");
  if (narrow) await page.keyboard.press("Escape");

  // Somebody else should see this.
  if (narrow) await page.getByRole("button", {name: "Menu"}).click();
  await page.getByRole("button", {name: "Share"}).click();
  const dialog = page.getByRole("dialog", {name: "Share this view"});
  await dialog.getByRole("button", {name: "Copy the link"}).click();
  await dialog.getByRole("button", {name: "Copied"}).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, new RegExp(`#.*file=${name}`));
  await shot("shared");
  await dialog.getByRole("button", {name: /^Save a story file/}).click();
  const saving = page.getByRole("dialog", {name: "Save the data"});
  assert.ok(await saving.getByRole("radio", {name: /Story file/}).isChecked(), "what was asked for is chosen");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    saving.getByRole("button", {name: "Save"}).click(),
  ]);
  await saving.getByText(/^Saved as/).waitFor();
  await shot("saved");
  await page.keyboard.press("Escape");

  assert.deepEqual([...(await faults(page)), ...guarded], []);
  return {link, story: await download.path(), title: download.suggestedFilename(), after};
}

for (const [where, size] of Object.entries(SIZES)) {
  const shoot = (page, kind) => {
    let step = 0;
    return async (what) => {
      if (SHOTS === undefined) return;
      await mkdir(SHOTS, {recursive: true});
      const number = String(++step).padStart(2, "0");
      await page.screenshot({path: join(SHOTS, `${kind}-${page.viewportSize().width}-${number}-${what}.png`)});
    };
  };
  const context = {...size, permissions: ["clipboard-read", "clipboard-write"]};

  test(
    `${where}, somebody who never saw the page opens a table, corrects a column, shares the view and saves it`,
    {context, webgl: false},
    ({page, newPage}) =>
      withFiles({"city_cases.csv": fixture()}, async (path) => {
        const {link, story, title, after} = await journey(page, path, shoot(page, "fixture"));

        // Who gets the link is asked for the file and then sees the same; who gets the story needs nothing else.
        const friend = await newPage(context);
        await friend.goto(link);
        await friend.getByText(/This link was made on the file/).waitFor();
        const other = await newPage(context);
        await open(other);
        await other.locator("input[data-picker]").waitFor({state: "attached"});
        await other.locator("input[data-picker]").setInputFiles(story);
        await other.getByRole("heading", {level: 1, name: "city cases"}).waitFor();
        assert.match(title, /\.json$/);
        await other.evaluate(() => document.querySelector("date-line").select("2"));
        assert.equal(await other.evaluate(() => document.querySelector("date-line").counts.events), 60);
        assert.ok(Number(after) >= 0);
      }),
  );

  if (existsSync(SAMPLE))
    test(`${where}, they do the same with a real table`, {context, webgl: SHOTS !== undefined}, ({page}) =>
      journey(page, SAMPLE, shoot(page, "sample")),
    );
}
