import {existsSync, mkdirSync} from "node:fs";
import {join} from "node:path";
import {checkNode, ensureModules, node, root, stop} from "../../.ci/setup.mjs";

const SIZES = {
  1440: {viewport: {width: 1440, height: 900}},
  1024: {viewport: {width: 1024, height: 768}},
  390: {viewport: {width: 390, height: 844}, deviceScaleFactor: 2, isMobile: true, hasTouch: true},
  320: {viewport: {width: 320, height: 640}, deviceScaleFactor: 2, isMobile: true, hasTouch: true},
};
const THEMES = ["light", "dark"];
const LANGUAGES = ["en", "fr", "ar"];
const VIEWS = {
  explore: {},
  list: {hash: {panel: "list"}},
  read: {press: '[data-action="how-to-read"]'},
  lanes: {hash: {timeline: "lanes"}},
  empty: {hash: {q: "zzzzzz"}},
};

// npm run shots              every size, theme and language, and the other views once on a desk and once on a phone
// npm run shots -- 390 ar    what is named, in all else
const args = process.argv.slice(2);
const known = [...Object.keys(VIEWS), ...Object.keys(SIZES), ...THEMES, ...LANGUAGES];
const unknown = args.filter((arg) => !known.includes(arg));
if (unknown.length) stop(`Unknown: ${unknown.join(" ")}. Choose from: ${known.join(" ")}`);
const named = (list, otherwise = list) =>
  list.some((x) => args.includes(x)) ? list.filter((x) => args.includes(x)) : otherwise;

const shots = [];
for (const view of named(Object.keys(VIEWS), args.length ? ["explore"] : Object.keys(VIEWS))) {
  const few = args.length === 0 && view !== "explore";
  for (const size of few ? ["1440", "390"] : named(Object.keys(SIZES)))
    for (const theme of few ? ["light"] : named(THEMES))
      for (const lang of few ? ["en"] : named(LANGUAGES)) shots.push({view, size, theme, lang});
}

checkNode();
ensureModules();
const dir = join(root, "dist");
if (!existsSync(join(dir, "index.html")) && !node("node_modules/vite/bin/vite.js", ["build"])) process.exit(1);

const {launch, open, waitForMap} = await import("./harness.mjs");
const {serve} = await import("./server.mjs");
const folder = join(root, "shots");
mkdirSync(folder, {recursive: true});
const server = await serve({dir});
const browser = await launch();
let missing = 0;

for (const {view, size, theme, lang} of shots) {
  const name = `${view}-${size}-${theme}-${lang}.png`;
  const context = await browser.newContext({...SIZES[size], colorScheme: theme, reducedMotion: "reduce"});
  try {
    const page = await context.newPage();
    await open(page, {base: server.url, lang, theme, hash: VIEWS[view].hash});
    await waitForMap(page);
    const menu = page.locator('[data-action="menu"]');
    if (VIEWS[view].press && (await menu.count()) > 0) await menu.click();
    if (VIEWS[view].press) await page.locator(VIEWS[view].press).first().click({timeout: 5_000});
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(400);
    await page.screenshot({path: join(folder, name)});
    console.log(`shots/${name}`);
  } catch (error) {
    missing += 1;
    console.log(`shots/${name} FAILED: ${error.message.split("\n")[0]}`);
  }
  await context.close();
}

await browser.close();
await server.close();
console.log(`${shots.length - missing} pictures in shots/${missing ? `, ${missing} could not be taken` : ""}`);
process.exitCode = missing ? 1 : 0;
