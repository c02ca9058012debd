import {mkdir} from "node:fs/promises";
import {join} from "node:path";
import {chromium} from "playwright-core";
import {ensureBrowser, root} from "../../.ci/setup.mjs";
import {serve} from "./server.mjs";

const TIMEOUT = 60_000;
/** How long Chromium may take to open or to close a page. Once in thousands of pages it answers neither with yes nor with no. */
const ANSWER = 20_000;

// Without a GPU Chromium composes and paints on the processor by itself; WebGL in software has to be asked for. The last flag keeps a page that
// names another host from reaching it: the attempt is reported, not made.
const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--enable-unsafe-swiftshader",
  "--force-color-profile=srgb",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

const registered = [];
const bases = new WeakMap();

/**
 * test("title", async ({page, base, ...}) => {...})
 * test("title", {allowErrors: true, server: {...}, context: {...}}, async ({...}) => {...})
 *
 * - `allowErrors` uncaught errors and console errors do not fail the test; a RegExp allows those that match
 * - `server` options of `serve` for a server of this test alone
 * - `context` Playwright's context options: viewport, deviceScaleFactor, timezoneId, locale, colorScheme, hasTouch ...
 * - `webgl` false: the light map, which leaves a machine without a GPU time for what the test is about
 * - `flags` more flags for a browser of this test alone
 * - `ownBrowser` a browser of this test alone: for frames that draw only while they are in sight. A test that reads the clipboard has one as well,
 *   for all pages of a browser share it
 * - `timeout` how long it may take, in ms
 * - `alone` while it runs no other test does: for what measures time
 *
 * The function gets `page`, `context`, `browser`, `base` (the page's URL), `server`, `serve(options)` for one more
 * server, `newPage(contextOptions)` for a page in a context of its own, and `errors`, the list so far.
 */
export function test(title, options, body = options) {
  registered.push({title, options: options === body ? {} : options, body});
}

export function takeTests() {
  return registered.splice(0);
}

export async function launch(more = []) {
  return chromium.launch({executablePath: await ensureBrowser(), args: [...FLAGS, ...more]});
}

function withoutWebGL() {
  const {getContext} = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    return kind.startsWith("webgl") ? null : getContext.call(this, kind, ...more);
  };
}

/**
 * Opens the app and waits until its first data is on screen.
 *
 * - `query`, `hash` as text or as an object; `lang`, `theme`, `view` are put in the query
 * - `path` below the base; `viewport` as `[width, height]`; `timezone`; `colorScheme`; `reducedMotion`
 * - `ready: false` does not wait; `wait` limits the waiting, in ms
 */
export async function open(page, options = {}) {
  const {path = "", query, hash, lang, theme, view, viewport, timezone, colorScheme, reducedMotion} = options;
  if (viewport) await page.setViewportSize({width: viewport[0], height: viewport[1]});
  if (colorScheme || reducedMotion) await page.emulateMedia({colorScheme, reducedMotion});
  if (timezone) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setTimezoneOverride", {timezoneId: timezone});
  }
  const url = new URL(path, options.base ?? bases.get(page.context()));
  url.search = parameters(query, {lang, theme, view});
  url.hash = parameters(hash);
  // A change of the hash alone does not load the page again.
  if (sameDocument(page.url(), url)) await page.goto("about:blank");
  await page.goto(url.href, {waitUntil: "domcontentloaded"});
  if (options.ready !== false) await waitForReady(page, options.wait);
  return url.href;
}

/** Waits until the first data is on screen, in its fonts, and the handles of the window, which come after it. */
export function waitForReady(page, timeout = 30_000) {
  return page.waitForFunction(
    () => {
      const plot = document.querySelector("#dateline-timeline .timeline");
      const waits = plot?.dataset.size !== "mini" && plot?.querySelector(".handle") === null;
      return document.documentElement.dataset.ready === "true" && document.fonts.status === "loaded" && !waits;
    },
    undefined,
    {timeout},
  );
}

/** Resolves to "ready" (WebGL) or "static" (the light SVG map). */
export async function waitForMap(page, timeout = 45_000) {
  const state = await page.waitForFunction(
    () => ["ready", "static"].includes(document.documentElement.dataset.map) && document.documentElement.dataset.map,
    undefined,
    {timeout},
  );
  return state.jsonValue();
}

function parameters(given, more = {}) {
  const result = new URLSearchParams(given);
  for (const [name, value] of Object.entries(more)) if (value !== undefined) result.set(name, value);
  return result.toString();
}

function sameDocument(current, next) {
  return current.split("#")[0] === next.href.split("#")[0];
}

const needsOwnBrowser = ({flags, ownBrowser, context}) =>
  flags !== undefined || ownBrowser === true || context?.permissions?.includes("clipboard-read") === true;

/** Ends every animation that runs in a page or frame; what an animation holds in its place stays there. */
export const atRest = (page) =>
  page.evaluate(() => {
    const running = document.getAnimations().filter(({playState}) => playState === "running");
    return Promise.allSettled(running.map((each) => (each.finish(), each.finished)));
  });

/** What the page knows now has been painted. */
export const frames = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Runs one test and returns an array of what was wrong with it. */
export async function runTest({title, options, body}, {browser: sharedBrowser, shared, dir}) {
  const ownBrowser = needsOwnBrowser(options);
  const browser = ownBrowser ? await launch(options.flags) : sharedBrowser;
  const contexts = [];
  const servers = [];
  const errors = [];
  const strangers = new Set();

  const serveMore = async (more) => {
    const server = await serve({dir, ...more});
    servers.push(server);
    return server;
  };
  const server = options.server ? await serveMore(options.server) : shared;
  const allowed = () => [server.origin, ...servers.map((s) => s.origin)];

  const newContext = async (more) => {
    const context = await browser.newContext({
      viewport: {width: 1440, height: 900},
      // What is kept for use without network is fetched behind the page's back; only tests of that are to have it.
      serviceWorkers: "block",
      ...options.context,
      ...more,
    });
    contexts.push(context);
    bases.set(context, server.url);
    context.setDefaultTimeout(20_000);
    if (options.webgl === false) await context.addInitScript(withoutWebGL);
    context.on("weberror", (event) => errors.push(`uncaught: ${event.error()?.stack ?? event.error()}`));
    context.on("console", (message) => {
      if (message.type() === "error") errors.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("request", (request) => {
      const url = request.url();
      if (/^(https?|wss?):/.test(url) && !allowed().includes(new URL(url).origin)) strangers.add(url);
    });
    return context;
  };
  const newPage = async (more) => (await newContext(more)).newPage();

  const wrong = [];
  try {
    const page = await inTime(ANSWER, newPage()).catch(() => inTime(ANSWER, newPage()));
    const context = page.context();
    const given = {page, context, browser, base: server.url, server, serve: serveMore, newPage, newContext, errors};
    await inTime(options.timeout ?? TIMEOUT, body(given));
  } catch (error) {
    wrong.push(error?.stack ?? String(error));
  }

  const allow = options.allowErrors;
  const unwanted = allow === true ? [] : errors.filter((error) => !(allow instanceof RegExp && allow.test(error)));
  wrong.push(...unwanted, ...[...strangers].map((url) => `asked another host: ${url}`));
  if (wrong.length > 0) wrong.push(...(await photograph(title, contexts)));
  await closeAll(title, [...contexts, ...servers]);
  if (ownBrowser) await closeAll(title, [browser]);
  return wrong;
}

/** Closes pages, servers and browsers. What does not close in time is named and left: it ends with this process. */
export async function closeAll(title, each) {
  const closed = Promise.allSettled(each.map((one) => one.close()));
  await inTime(ANSWER, closed).catch(({message}) =>
    console.log(`       ${title}: what it had opened did not close, ${message}`),
  );
}

/** What `promise` resolves to; an error where that takes more than `ms`. */
async function inTime(ms, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`timed out after ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function photograph(title, contexts) {
  const folder = join(root, "shots", "failed");
  await mkdir(folder, {recursive: true});
  const pages = contexts.flatMap((context) => context.pages());
  const taken = pages.map(async (page, i) => {
    const name = `${title.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 80)}${i ? `-${i + 1}` : ""}.png`;
    await page.screenshot({path: join(folder, name), timeout: 10_000});
    return `screenshot: shots/failed/${name}`;
  });
  return (await Promise.allSettled(taken)).map(({value, reason}) => value ?? `no screenshot: ${reason.message}`);
}
