import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../../.ci/setup.mjs";
import {open, test, waitForMap} from "./harness.mjs";
import {waitForCard} from "./screen.mjs";

const AXE = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const TABLE = [
  "date,latitude,longitude,title",
  "2022-03-01,48.85,2.35,One",
  "2022-03-04,45.76,4.83,Two",
  "2022-03-20,43.3,5.37,Four",
].join("\n");
const CLIPBOARD = {permissions: ["clipboard-read", "clipboard-write"]};
// Chromium on some systems has no sharing, and says so of each frame that may share.
const NO_SHARING = /Unrecognized feature/;
const PREVIEW = {webgl: false, allowErrors: NO_SHARING, ownBrowser: true};

const dialogOf = (page) => page.locator("dialog[open]");
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

async function share(page, tab) {
  const menu = page.locator("[data-action=menu]");
  if (await menu.isVisible()) await menu.click();
  await page.locator("[data-action=share]").first().click();
  await page.locator("[data-tab=link]").waitFor();
  if (tab === "embed") await page.locator("[data-tab=embed]").click();
  return dialogOf(page);
}
async function start(page, options) {
  await open(page, options);
  await waitForCard(page);
}
const snippetOf = (dialog) => dialog.locator("textarea").inputValue();
const choose = (dialog, name) => dialog.locator(`[data-choice=${name}]`).check();

/** The frame of the preview, once it shows what `shows` finds in it. */
async function previewed(page, path, shows = () => document.documentElement.dataset.ready === "true") {
  for (let tries = 0; tries < 150; tries++) {
    // A frame out of sight is drawn nothing in, and so never becomes ready; another may take its place at any moment.
    const shown = await page.locator("dialog iframe").elementHandle();
    await shown.scrollIntoViewIfNeeded().catch(() => {});
    // What it was given: once its view rests, a page moves what the query said of the view into the hash.
    const address = await shown.getAttribute("src").catch(() => "");
    const frame = await shown.contentFrame().catch(() => null);
    if (frame !== null && path.test(address) && (await frame.evaluate(shows).catch(() => false))) return frame;
    await page.waitForTimeout(200);
  }
  throw new Error(`no preview of ${path}: ${await page.locator("dialog iframe").getAttribute("src")}`);
}

test(
  "one press on Share copies the link, and Escape gives the page back",
  {webgl: false, context: CLIPBOARD},
  async ({page}) => {
    await start(page, {hash: {time: "2023-10-17..2023-11-30"}});
    const dialog = await share(page);
    await dialog.getByRole("button", {name: "Copied"}).waitFor();
    assert.match(await clipboard(page), /#time=2023-10-17\.\.2023-11-30$/);
    await dialog.getByRole("checkbox", {name: /Leave the end open/}).check();
    await dialog.getByRole("button", {name: "Copy the link"}).click();
    await dialog.getByRole("button", {name: "Copied"}).waitFor();
    assert.match(await clipboard(page), /#time=2023-10-17\.\.$/);
    await page.keyboard.press("Escape");
    await dialog.waitFor({state: "detached"});
    assert.equal(await page.evaluate(() => document.activeElement.dataset.action), "share");
  },
);

test("where the clipboard is refused the text is selected", {webgl: false}, async ({page, context}) => {
  await context.addInitScript(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await start(page);
  const dialog = await share(page);
  const selected = () => {
    const {value, selectionStart, selectionEnd} = document.activeElement;
    return value !== undefined && selectionStart === 0 && selectionEnd === value.length && value.length > 0;
  };
  await page.waitForFunction(selected);
  await page.locator("[data-tab=embed]").click();
  await dialog.locator("[data-action=copy-snippet]").click();
  await page.waitForFunction(selected);
  assert.equal(await page.evaluate(() => document.activeElement.localName), "textarea");
});

test("the preview follows what is chosen, and is as high as it says", PREVIEW, async ({page}) => {
  await start(page);
  const dialog = await share(page, "embed");
  const frame = await previewed(page, /embed\.html$/);
  assert.equal(await frame.evaluate(() => self.origin), "null", "sealed as the snippet's own");
  const fits = () =>
    frame.evaluate(
      () => Math.abs(document.querySelector("date-line").getBoundingClientRect().height - innerHeight) <= 2,
    );
  for (let tries = 0; !(await fits()) && tries < 50; tries++) await page.waitForTimeout(200);
  assert.ok(await fits(), "no empty room and nothing cut off");
  await frame
    .getByText(/GeoNames/)
    .first()
    .waitFor();

  await dialog.locator("select[name=theme]").selectOption("dark");
  await dialog.locator("select[name=lang]").selectOption("ar");
  await dialog.getByRole("checkbox", {name: "Map"}).uncheck();
  await dialog.locator("input[name=primary]").fill("2fbf71");
  await dialog.locator("input[name=paper]").fill("#0f1c16");
  await choose(dialog, "width-phone");
  const next = await previewed(
    page,
    /embed\.ar\.html\?theme=dark&hide=map&primary=2fbf71&paper=0f1c16$/,
    () => getComputedStyle(document.querySelector(".dateline")).getPropertyValue("--paper") === "#0f1c16",
  );
  const seen = await next.evaluate(() => ({
    width: innerWidth,
    dir: document.documentElement.dir,
    attack: getComputedStyle(document.querySelector(".dateline")).getPropertyValue("--attack"),
    hasMap: document.body.innerText.includes("GeoNames"),
  }));
  assert.deepEqual(seen, {width: 360, dir: "rtl", attack: "#2fbf71", hasMap: false});
  const text = await snippetOf(dialog);
  for (const part of [`theme="dark"`, `lang="ar"`, `hide="map"`, `primary="2fbf71"`, `paper="0f1c16"`])
    assert.ok(text.includes(part), text);
});

for (const form of ["script", "frame", "inline"])
  test(
    `what is pasted works in an empty page of another origin, under the policy it asks for: ${form}`,
    {webgl: false, context: CLIPBOARD, allowErrors: NO_SHARING},
    async ({page, serve, newPage}) => {
      await start(page, {hash: {time: "2023-10-17..2023-11-30", event: ""}});
      const dialog = await share(page, "embed");
      await choose(dialog, `form-${form}`);
      await dialog.locator("select[name=lang]").selectOption("fr");
      await dialog.locator("[data-action=copy-snippet]").click();
      await dialog.getByRole("button", {name: "Copied"}).waitFor();
      const snippet = await clipboard(page);
      assert.ok(snippet.split("\n").length <= 5, snippet);
      const policy = await dialog.locator("code").innerText();
      const article = `<!doctype html><html lang="en"><title>An article</title><body><p>Before</p>\n${snippet}\n<p>After</p></body></html>`;
      const publisher = await serve({
        files: {"article.html": article},
        csp: `default-src 'none'; style-src-attr 'unsafe-inline'; ${policy}`,
      });
      const reader = await newPage({viewport: {width: 800, height: 900}});
      await reader.goto(`${publisher.url}article.html`);
      const headline = "Attaque par attaque, des premiers drones à la Tour 22";
      if (form === "inline") await reader.getByRole("heading", {name: headline}).waitFor();
      else {
        const inside = reader.frameLocator("iframe");
        await inside.getByRole("heading", {name: headline}).waitFor();
      }
    },
  );

test("a file of one's own is handed to the preview, and the snippet waits for its address", PREVIEW, async ({page}) => {
  await start(page);
  await page.waitForSelector("[data-picker]", {state: "attached"});
  await page
    .locator("[data-picker]")
    .setInputFiles({name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(TABLE)});
  await page.getByRole("heading", {level: 1, name: "own", exact: true}).waitFor();
  const dialog = await share(page, "embed");
  await dialog.getByText(/cannot be live/).waitFor();
  assert.match(await snippetOf(dialog), /data="https:\/\/example\.org\/story\.json"/);
  await previewed(page, /embed\.html$/, () => /^own$/m.test(document.body.innerText));
  await dialog.locator("input[name=address]").fill("http://data.example/story.json");
  await dialog.getByText(/Only https on a public host/).waitFor();
  await dialog.locator("[data-action=save]").click();
  await page
    .getByRole("dialog", {name: "Save the data"})
    .getByRole("radio", {name: /Story file/, checked: true})
    .waitFor();
});

test("what it says of requests is what the server was asked for", async ({page, server}) => {
  const from = server.log.length;
  await open(page);
  await waitForMap(page);
  const asked = server.log.slice(from).filter(({path}) => path !== "/favicon.ico");
  const dialog = await share(page, "embed");
  const said = await dialog.getByText(/About \d+ requests/).innerText();
  const requests = Number(/About (\d+) requests/.exec(said)[1]);
  assert.ok(Math.abs(requests - asked.length) <= 0.2 * asked.length, `${said}; ${asked.length} were made`);
  assert.ok(said.includes(new URL(server.url).host), said);
});

test(
  "where the page's policy allows no frames the dialog says so",
  {webgl: false, allowErrors: true, server: {csp: "frame-src 'none'"}},
  async ({page}) => {
    await start(page);
    const dialog = await share(page, "embed");
    await dialog.getByText(/allows no frames/).waitFor();
    assert.match(await dialog.getByRole("link", {name: /Open in a tab/}).getAttribute("href"), /embed\.html$/);
  },
);

for (const [lang, theme] of [
  ["en", "light"],
  ["fr", "dark"],
  ["ar", "dark"],
])
  test(
    `axe finds nothing in the dialog and it is as wide as the screen, ${lang}, ${theme}`,
    PREVIEW,
    async ({page}) => {
      await page.addInitScript({content: AXE});
      for (const width of [1440, 390, 320]) {
        await start(page, {lang, theme, viewport: [width, 800]});
        for (const tab of ["link", "embed"]) {
          const dialog =
            tab === "link" ? await share(page) : (await page.locator("[data-tab=embed]").click(), dialogOf(page));
          if (tab === "embed") await previewed(page, /embed\.html/);
          const wide = await dialog.evaluate((box) =>
            [box, ...box.querySelectorAll(".room, .columns, section, fieldset")]
              .filter(({scrollWidth, clientWidth}) => scrollWidth > clientWidth + 1)
              .map(({localName, className}) => `${localName}.${className}`),
          );
          assert.deepEqual(wide, [], `${width}, ${tab}`);
          const faults = await page.evaluate(async () =>
            (await axe.run({include: "dialog", exclude: "iframe"}, {resultTypes: ["violations"]})).violations.map(
              ({id, nodes}) => `${id}: ${nodes.map(({target}) => target).join(", ")}`,
            ),
          );
          assert.deepEqual(faults, [], `${width}, ${tab}`);
        }
      }
    },
  );
