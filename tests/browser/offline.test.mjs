import assert from "node:assert/strict";
import {statSync} from "node:fs";
import {cp, mkdtemp, readdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {extname, join} from "node:path";
import {runnerImport} from "vite";
import {root} from "../../.ci/setup.mjs";
import {choose, outcome, waitForWays, withFiles} from "./importing.mjs";
import {open, test, waitForMap, waitForReady} from "./harness.mjs";

const KEPT = {serviceWorkers: "allow"};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self' data:; font-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";
// What is asked of a server that is gone is reported by the browser, and what a frame misses is what the test is about.
const GONE = /net::ERR|Failed to load resource|Failed to fetch|TypeError: Load failed|ERR_FAILED/;

const isKept = (page, what = "all") =>
  page.waitForFunction((kept) => document.documentElement.dataset.offline === kept, what, {timeout: 40_000});
const cacheNames = (page) => page.evaluate(async () => (await caches.keys()).sort());
/** Waits until what `ask` promises in the page is true: `waitForFunction` takes the promise itself for true. */
async function waitUntil(page, ask, timeout = 40_000) {
  const end = Date.now() + timeout;
  while (!(await page.evaluate(ask))) {
    assert.ok(Date.now() < end, `not within ${timeout} ms: ${ask}`);
    await page.waitForTimeout(50);
  }
}
const headline = (page) => page.locator("h1").first().innerText();

test(
  "after one visit everything opens without a server, and an embed does not",
  {context: KEPT, allowErrors: GONE},
  async ({page, serve}) => {
    const server = await serve({csp: POLICY});
    const at = {base: server.url};
    await open(page, at);
    await isKept(page);
    const title = await headline(page);
    assert.deepEqual(
      server.log.map(({path}) => path).filter((path) => /^.(embed|inline|demo|oembed|picture)/.test(path)),
      [],
      "nothing that stands in other pages is fetched to be kept",
    );
    await server.close();

    await page.goto("about:blank");
    await open(page, at);
    assert.equal(await waitForMap(page), "ready", "the map is drawn from slices of what was kept");
    assert.equal(await headline(page), title);
    const slices = await page.evaluate(async () => {
      const ask = async (range) => {
        const response = await fetch("basemap/world.pmtiles", {headers: {range}});
        const bytes = new Uint8Array(await response.arrayBuffer());
        const first = String.fromCharCode(...bytes.slice(0, 7));
        return [response.status, bytes.length, response.headers.get("content-range"), first];
      };
      return [await ask("bytes=0-126"), await ask("bytes=99999999-")];
    });
    const {size} = statSync(join(server.options.dir, "basemap/world.pmtiles"));
    assert.deepEqual(slices, [
      [206, 127, `bytes 0-126/${size}`, "PMTiles"],
      [416, 0, `bytes */${size}`, ""],
    ]);
    for (const path of ["embed.html", "embed.js", "inline.js", "demo/en.html", "picture.en.png", "data/absent.csv"]) {
      const ask = (each) =>
        fetch(each).then(
          ({status}) => status,
          () => "none",
        );
      assert.equal(await page.evaluate(ask, path), "none", path);
    }

    const tiles = () => performance.getEntriesByType("resource").filter(({name}) => name.endsWith(".pmtiles")).length;
    const before = await page.evaluate(tiles);
    await page.evaluate(() => (location.hash = "map=4.5/40/-100"));
    await page.waitForFunction(
      (had) => performance.getEntriesByType("resource").filter(({name}) => name.endsWith(".pmtiles")).length > had,
      before,
    );
    assert.equal(await page.evaluate(() => document.documentElement.dataset.map), "ready", "at another place and zoom");

    // Parts that this page has never asked for: how to read it, and what reads a file of the reader's own.
    await page.keyboard.press("?");
    await page.locator("dialog[open] h2").waitFor();
    await page.keyboard.press("Escape");
    await waitForWays(page);
    const table =
      "<table><tr><th>date<th>latitude<th>longitude<th>title<tr><td>2022-03-01<td>48.85<td>2.35<td>One</table>";
    await withFiles({"page.html": table}, async (path) => {
      await choose(page, path);
      assert.notEqual(await outcome(page, "page.html"), "failed");
    });

    await page.goto("about:blank");
    await open(page, {...at, path: "index.fr.html"});
    assert.equal(await page.evaluate(() => document.documentElement.lang), "fr");
    assert.match(await headline(page), /Attaque par attaque/);

    await page.goto("about:blank");
    await open(page, {...at, query: {view: "present"}, ready: false});
    await page.waitForFunction(() => document.documentElement.dataset.ready === "true");

    for (const path of ["embed.html", "embed.fr.html", "?view=embed", "demo/en.html"])
      await assert.rejects(page.goto(new URL(path, server.url).href), /ERR_CONNECTION_REFUSED/, path);
  },
);

/** Another build of the same, in which every hashed file has another name and the story another title. */
async function secondBuild(dir, title) {
  const folder = await mkdtemp(join(tmpdir(), "dateline-build-"));
  await cp(dir, folder, {recursive: true});
  const names = await readdir(join(folder, "assets"));
  const next = new Map(
    names.map((name) => [name, name.replace(/([\w-])(?=\.\w+$)/, (last) => (last === "_" ? "-" : "_"))]),
  );
  for (const [name, other] of next) await rename(join(folder, "assets", name), join(folder, "assets", other));
  const NAMES = /[\w.-]+-[\w-]{7,8}\.(?:js|css|woff2)/g;
  const texts = [
    ...(await readdir(folder)),
    ...(await readdir(join(folder, "assets"))).map((name) => `assets/${name}`),
  ];
  for (const name of texts.filter((each) => [".html", ".js", ".css"].includes(extname(each)))) {
    const text = await readFile(join(folder, name), "utf8");
    await writeFile(
      join(folder, name),
      text.replace(NAMES, (found) => next.get(found) ?? found),
    );
  }
  const path = join(folder, "data/story.json");
  const story = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify({...story, title}));
  const {module} = await runnerImport(join(root, "src/build/serviceWorker.ts"));
  await module.writeWorker(folder);
  return folder;
}

test(
  "a page keeps the build it was opened with, the next one is the new, and then the old is thrown away",
  {context: KEPT, webgl: false, allowErrors: GONE},
  async ({page, context, serve}) => {
    const server = await serve({});
    const at = {base: server.url};
    await open(page, at);
    await isKept(page);
    const title = await headline(page);
    const before = await cacheNames(page);

    const first = server.options.dir;
    const second = await secondBuild(first, "Another build");
    try {
      server.options.dir = second;
      const newcomer = await context.newPage();
      await open(newcomer, at);
      assert.equal(await headline(newcomer), "Another build");
      // The new worker is at work as soon as it has kept all of its build, and says so in the page that is older.
      await page.locator("[data-part=update]").waitFor({timeout: 40_000});
      await isKept(newcomer);
      assert.equal(await newcomer.locator("[data-part=update]").count(), 0);

      // A chunk that the older page has not asked for yet, and that the server has no more.
      await page.keyboard.press("?");
      await page.locator("dialog[open] h2").waitFor();
      await page.keyboard.press("Escape");
      const said = await page.evaluate(() => fetch("data/story.json").then((response) => response.json()));
      assert.equal(said.title.en, title, "its data are of its own build");
      const names = await cacheNames(page);
      for (const name of before) assert.ok(names.includes(name), `${name} is needed by a page that is open`);
      const mine = server.log.filter(({status}) => status === 404).map(({path}) => path);
      assert.deepEqual(mine, [], "nothing was asked of the server that it does not have");

      // Whoever embeds it has the new one at once, from the server.
      const upTo = server.log.length;
      const embed = await context.newPage();
      await open(embed, {...at, path: "embed.html"});
      assert.match(await embed.locator("h1").first().innerText(), /Another build/);
      const asked = await embed.evaluate(() =>
        [location, ...performance.getEntriesByType("resource")].map((each) => new URL(each.href ?? each.name).pathname),
      );
      const answered = new Set(server.log.slice(upTo).map(({path}) => path));
      assert.deepEqual(
        asked.filter((path) => !answered.has(path) && !/^.(assets.|favicon)/.test(path)),
        [],
      );
      await embed.close();

      await page.getByRole("button", {name: "Reload"}).click();
      await page.waitForFunction(() => document.querySelector("h1")?.innerText === "Another build");
      await waitForReady(page);
      await newcomer.close();
      await waitUntil(page, async () => (await caches.keys()).filter((name) => / build /.test(name)).length === 1);
      await server.close();
      await open(page, at);
      assert.equal(await headline(page), "Another build");
    } finally {
      await rm(second, {recursive: true, force: true});
    }
  },
);

test(
  "a newer build is told of, and its worker has its turn, though the page asks for files all the while",
  {context: KEPT, webgl: false, allowErrors: GONE},
  async ({page, context, serve}) => {
    const server = await serve({});
    await open(page, {base: server.url});
    await isKept(page);
    const second = await secondBuild(server.options.dir, "Another build");
    try {
      server.options.dir = second;
      await page.evaluate(() => {
        window.asking = true;
        const ask = () =>
          window.asking &&
          fetch("data/story.json")
            .then((response) => response.text())
            .then(ask);
        for (let line = 0; line < 4; line++) ask();
      });
      const newcomer = await context.newPage();
      await open(newcomer, {base: server.url});
      await page.locator("[data-part=update]").waitFor({timeout: 40_000});
      await page.evaluate(() => void (window.asking = false));
      await isKept(newcomer);
      await waitUntil(page, async () => {
        const {waiting, active} = await navigator.serviceWorker.getRegistration();
        return waiting === null && active.state === "activated";
      });
      await server.close();
      const later = await context.newPage();
      await open(later, {base: server.url});
      assert.equal(await headline(later), "Another build", "the newer worker answers where there is no server");
    } finally {
      await rm(second, {recursive: true, force: true});
    }
  },
);

test(
  "nothing is kept in a frame, of an embed, or where the reader saves data",
  {context: KEPT, webgl: false},
  async ({page, context, serve}) => {
    const server = await serve({
      files: {
        "frame.html": `<!doctype html><title>Page</title><iframe src="./index.html" width="900" height="700"></iframe>`,
      },
    });
    const none = async (of) =>
      assert.equal(await of.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    const rested = (of) =>
      of.evaluate(() => new Promise((resolve) => setTimeout(() => requestIdleCallback(resolve), 3500)));
    await page.goto(`${server.url}frame.html`);
    const frame = page.frames()[1];
    const saving = await context.newPage();
    await saving.addInitScript(() =>
      Object.defineProperty(navigator, "connection", {value: {saveData: true, effectiveType: "4g"}}),
    );
    const embed = await context.newPage();
    await Promise.all([
      frame.waitForFunction(() => document.documentElement.dataset.map !== undefined),
      open(saving, {base: server.url}).then(() => waitForMap(saving)),
      open(embed, {base: server.url, path: "embed.html"}).then(() => waitForMap(embed)),
    ]);
    await Promise.all([rested(page), rested(saving), rested(embed)]);
    for (const each of [page, saving, embed]) await none(each);
  },
);
