import assert from "node:assert/strict";
import {open, test} from "./harness.mjs";

const HEAD = '<meta charset="utf-8"><title>An article</title><meta name="viewport" content="width=device-width">';
const TABLE = "<table><tr><th>8 December</th><td>Rockets at the embassy</td></tr></table>";

/**
 * A page of somebody else's, at an origin of its own, that takes the element from the app's server. `head` and `body` are markup (`SRC` is
 * the address of inline.js); `before` is a script that runs ahead of it.
 */
async function article({serve: serveMore, server}, {head = "", body, before = "", csp, lang = "en"} = {}) {
  const app = server;
  const elements = body ?? `<p>Before.</p><date-line id="one">${TABLE}</date-line><p>After.</p>`;
  return serveMore({
    csp: csp?.replaceAll("APP", app.origin),
    files: {
      "article.html": `<!doctype html><html lang="${lang}"><head>${HEAD}${head}<script src="before.js"></script></head><body>${elements}<script type="module" src="${app.url}inline.js"></script></body></html>`,
      "before.js": `${before}\nwindow.told = []; for (const type of ["ready", "view", "select", "report", "error"]) document.addEventListener("dateline-" + type, (event) => told.push({type, detail: structuredClone(event.detail), on: event.target.id}));`,
    },
  });
}

/** Runs `read` with the element of this id and its shadow root. */
const within = (page, read, argument, id = "one") =>
  page.evaluate(
    ([code, given, name]) => {
      const element = document.getElementById(name);
      return new Function(`return (${code})`)()(element, element.shadowRoot, given);
    },
    [String(read), argument, id],
  );

async function show(page, host, ids = ["one"]) {
  await page.goto(`${host.url}article.html`);
  for (const id of ids) await shown(page, id);
}

// Nothing but words comes back: a handle on an element would keep it.
const shown = (page, id = "one") =>
  page.waitForFunction(
    (name) => document.getElementById(name)?.shadowRoot?.querySelector(".frame.ready .plot :is(svg, canvas)") != null,
    id,
    {timeout: 30_000},
  );
const mapped = async (page, id = "one") =>
  void (await page.waitForFunction(
    (name) => document.getElementById(name).shadowRoot.querySelector(".map svg path.fill") !== null,
    id,
    {timeout: 45_000},
  ));
/** Uses the map, for which MapLibre waits, until that has drawn it. */
const drawn = async (page, id = "one") => {
  await mapped(page, id);
  await within(page, (_, root) => root.querySelector("[role=group].map").focus({preventScroll: true}), null, id);
  await page.waitForFunction(
    (name) => document.getElementById(name).shadowRoot.querySelector(".vector.drawn") !== null,
    id,
    {timeout: 45_000},
  );
};
const day = (page, date, id = "one") =>
  page.waitForFunction(
    ([name, wanted]) => document.getElementById(name).shadowRoot.querySelector("time")?.dateTime === wanted,
    [id, date],
  );
const told = (page, type) => page.evaluate((wanted) => window.told.filter(({type}) => type === wanted), type);
const heard = (page, type, least = 1) =>
  page.waitForFunction(([wanted, n]) => window.told.filter(({type}) => type === wanted).length >= n, [type, least]);

/** What whoever pastes the element is told to allow, besides the page's own script. */
const STRICT =
  "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self' APP; connect-src APP; font-src APP; img-src APP data: blob:; worker-src blob: APP";

/** Notes all that happens to the page's own tree from the start. */
const OBSERVED = `
  window.globals = new Set(Object.getOwnPropertyNames(window));
  window.changes = [];
  new MutationObserver((records) => {
    for (const {type, target, attributeName} of records) if (document.readyState === "complete" || type !== "childList") changes.push([type, target.nodeName, attributeName].join(" "));
  }).observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  window.violations = [];
  document.addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI}) => violations.push(violatedDirective + " " + blockedURI));`;

test("inline: another origin under a strict policy: all of it works, and nothing of the page is touched", async (given) => {
  const {page} = given;
  const host = await article(given, {csp: STRICT, before: OBSERVED});
  const address = `${host.url}article.html`;
  await show(page, host);
  await drawn(page);
  await page.locator("#one").getByRole("button", {name: "Play"}).first().click();
  await page.waitForTimeout(500);
  await within(page, (element) => element.pause());
  const slider = page.locator("#one").getByRole("slider", {name: "Playhead"});
  await slider.focus();
  await page.keyboard.press("PageDown");
  const map = await page.locator("#one [role=group].map").boundingBox();
  await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
  await page.mouse.down();
  await page.mouse.move(map.x + map.width / 2 + 60, map.y + map.height / 2 + 20, {steps: 4});
  await page.mouse.up();
  await page.waitForTimeout(600);
  const state = await page.evaluate(() => ({
    globals: Object.getOwnPropertyNames(window).filter(
      (name) => !globals.has(name) && !/^__playwright|^(changes|violations|told|globals)$/.test(name),
    ),
    changes,
    violations,
    title: document.title,
    url: location.href,
    root: document.documentElement.getAttributeNames(),
    body: document.body.getAttributeNames(),
    own: document.getElementById("one").getAttributeNames(),
    storage: localStorage.length + sessionStorage.length,
    cookies: document.cookie,
    scroll: scrollY,
  }));
  assert.deepEqual(state, {
    // Svelte counts ids in it, for all copies of Svelte on a page together.
    globals: ["__svelte"],
    changes: [],
    violations: [],
    title: "An article",
    url: address,
    root: ["lang"],
    body: [],
    own: ["id"],
    storage: 0,
    cookies: "",
    scroll: 0,
  });
});

test(
  "inline: where the policy lets no worker start, the table is read in the page and the light map is drawn",
  {allowErrors: true},
  async (given) => {
    const {page} = given;
    const host = await article(given, {csp: STRICT.replace("worker-src blob: APP", "worker-src 'none'")});
    await show(page, host);
    await mapped(page);
    await within(page, (_, root) => root.querySelector("[role=group].map").focus());
    await page.waitForTimeout(1000);
    await mapped(page);
    assert.equal(await within(page, (_, root) => root.querySelector(".vector.drawn")), null);
    assert.equal(await within(page, (element) => element.report.rows), 232);
  },
);

const STYLED = [
  "font-family",
  "font-size",
  "font-weight",
  "line-height",
  "letter-spacing",
  "word-spacing",
  "color",
  "direction",
  "text-align",
  "text-transform",
  "text-indent",
  "white-space",
  "cursor",
  "list-style-type",
  "display",
  "visibility",
  "box-sizing",
  "background-color",
  "opacity",
  "float",
  "border-top-width",
];
const looks = (page) =>
  within(
    page,
    (_, root, names) =>
      [...root.querySelectorAll(".frame *")]
        .filter((node) => !node.closest(".map, .event"))
        .map(
          (node) =>
            `${node.localName}: ${names.map((name) => getComputedStyle(node).getPropertyValue(name)).join("; ")}`,
        ),
    STYLED,
  );

test("inline: the page's styles stay out, and the element's own stay in", {webgl: false}, async (given) => {
  const {page, newPage} = given;
  await show(page, await article(given));
  await mapped(page);
  await page.waitForLoadState("networkidle");
  const plain = await looks(page);
  const hostile = await newPage();
  const rules = `* {all: unset; font: italic 41px/3 cursive !important; color: rgb(255, 0, 0) !important; letter-spacing: 1em !important; word-spacing: 9px !important; text-transform: uppercase !important; text-indent: 3em !important; text-align: justify !important; white-space: pre !important; list-style: square !important; cursor: crosshair !important; box-sizing: content-box !important; direction: rtl !important; background: lime !important; float: left !important; border: 9px solid red !important; --paper: red; --ink: red; --sans: cursive}
    :is(html, body, p, date-line) {display: block !important; inline-size: 1424px !important; float: none !important; border: 0 !important; margin: 0 !important}
    head, script, div, svg, button, time, section {display: none !important}`;
  const host = await article(given, {head: `<style>${rules}</style>`});
  await show(hostile, host);
  await mapped(hostile);
  await hostile.waitForLoadState("networkidle");
  const other = await looks(hostile);
  assert.ok(plain.length > 150, `${plain.length} nodes`);
  const only = (lines, others) => [...new Set(lines)].filter((line) => !others.includes(line));
  assert.deepEqual([only(plain, other).slice(0, 3), only(other, plain).slice(0, 3)], [[], []]);

  const bare = await newPage();
  const paragraph =
    "() => { const node = document.querySelector('p'); const style = getComputedStyle(node); return [...style].map((name) => name + style.getPropertyValue(name)).join() + document.fonts.check('16px Inter') }";
  await bare.setContent(`<!doctype html><html lang="en"><head>${HEAD}</head><body><p>Before.</p></body></html>`);
  assert.equal(await page.evaluate(`(${paragraph})()`), await bare.evaluate(`(${paragraph})()`));
  const families = await page.evaluate(() =>
    [...new Set([...document.fonts].map(({family}) => family.replaceAll('"', "")))].sort(),
  );
  assert.deepEqual(families, ["Dateline Inter", "Dateline Noto Sans Arabic", "Dateline Source Serif 4"]);
  assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length + document.styleSheets.length), 0);
});

test("inline: a page that hides everything harms no more than the element's own box", {webgl: false}, async (given) => {
  const {page} = given;
  const host = await article(given, {head: "<style>* {display: none !important}</style>"});
  await page.goto(`${host.url}article.html`);
  await page.waitForTimeout(1500);
  assert.equal(await page.evaluate(() => document.getElementById("one").offsetHeight), 0);
  await page.evaluate(() => document.querySelector("style").remove());
  await shown(page);
});

test("inline: methods that the page has overridden", {webgl: false, allowErrors: true}, async (given) => {
  const {page, newPage} = given;
  const odd = `Array.prototype.map = function (each, self) { const all = []; for (let i = 0; i < this.length; i++) all.push(each.call(self, this[i], i, this)); return all; };
    Array.prototype.last = function () { return this[this.length - 1]; }; Object.prototype.extend = function () {};`;
  await show(page, await article(given, {before: odd}));
  assert.equal(await within(page, (element) => element.report.rows), 232);

  const broken = await newPage();
  const host = await article(given, {
    before: `${OBSERVED} Array.prototype.map = () => { throw new Error("broken"); };`,
  });
  await broken.goto(`${host.url}article.html`);
  await broken.waitForTimeout(2500);
  assert.deepEqual(await broken.evaluate(() => changes), []);
  assert.ok(await broken.locator("table").isVisible(), "what stands in the element is still there");
  assert.ok(await broken.locator("p").last().isVisible());
});

test("inline: what scripts of the page can ask, do and hear", {webgl: false}, async (given) => {
  const {page} = given;
  const host = await article(given, {
    before: `document.addEventListener("DOMContentLoaded", () => { document.getElementById("one").view = {time: "2023-10-17..2023-11-10"}; });`,
  });
  await show(page, host);
  await within(page, (element) => element.ready);
  await day(page, "2023-11-10");
  await heard(page, "ready");
  await heard(page, "view");
  assert.equal((await told(page, "ready")).length, 1);
  const report = await within(page, (element) => element.report);
  assert.equal(report.rows, report.placed + report.timelineOnly + report.rejected);
  assert.deepEqual((await told(page, "report"))[0], {type: "report", detail: report, on: "one"});
  assert.deepEqual((await told(page, "view")).at(-1).detail, {time: "2023-10-17..2023-11-10"});

  await within(page, (element) => element.seek("2023-11-20"));
  await day(page, "2023-11-20");
  const counts = await within(page, (element) => element.counts);
  await within(page, (element) => (element.view = {time: "2023-10-17..2023-11-20", show: {status: ["us_official"]}}));
  await page.waitForFunction((before) => document.getElementById("one").counts.events < before, counts.events);
  assert.equal(
    (await within(page, (element) => element.counts)).facets.status.us_official,
    counts.facets.status.us_official,
  );

  const id = await page.evaluate(
    async (base) => (await (await fetch(`${base}data/events.csv`)).text()).split("\n")[5].split(",")[0],
    given.server.url,
  );
  await within(page, (element, _, wanted) => element.select(wanted), id);
  await heard(page, "select");
  assert.deepEqual((await told(page, "select")).at(-1), {type: "select", detail: {id}, on: "one"});
  assert.equal(await within(page, (element) => element.view.event), id);

  await within(page, (element) => element.seek("2023-10-20"));
  await within(page, (element) => element.play());
  await page.waitForFunction(
    () => document.getElementById("one").shadowRoot.querySelector("time").dateTime > "2023-10-22",
  );
  await within(page, (element) => element.pause());
  const before = (await told(page, "view")).length;
  await heard(page, "view", before + 1);

  await within(page, (element) =>
    element.open("id,date,lat,lon,title\n1,2024-01-02,33,44,One\n2,2024-01-05,33.5,44.5,Two\n"),
  );
  await page.waitForFunction(() => document.getElementById("one").report?.rows === 2);
  await heard(page, "report", 2);
  await within(page, (element) => element.open("https://10.0.0.1/secret.csv"));
  await heard(page, "error");
  assert.equal((await told(page, "error"))[0].detail.code, "bad-url");
  assert.equal(await within(page, (element) => element.report.rows), 2);
});

test("inline: attributes are the parameters of a link, and changing one acts", {webgl: false}, async (given) => {
  const {page} = given;
  const body = `<date-line id="one" time="2023-10-17..2023-11-10" show.status="us_official,host_government" theme="dark" lang="fr" hide="map" style="color: red"></date-line>`;
  await show(page, await article(given, {body}));
  await day(page, "2023-11-10");
  const look = () =>
    within(page, (element, root) => ({
      dark: root.querySelector(".dateline").dataset.dark,
      lang: root.querySelector(".dateline").lang,
      map: root.querySelector(".map") !== null,
      show: element.view.show?.status,
    }));
  assert.deepEqual(await look(), {dark: "true", lang: "fr", map: false, show: ["us_official", "host_government"]});

  const set = (name, value) =>
    within(
      page,
      (element, _, [key, text]) => (text === null ? element.removeAttribute(key) : element.setAttribute(key, text)),
      [name, value],
    );
  await set("time", "2023-10-17..2023-12-01");
  await day(page, "2023-12-01");
  assert.deepEqual(await within(page, (element) => element.view.show.status), ["us_official", "host_government"]);
  await set("show.status", null);
  await page.waitForFunction(() => document.getElementById("one").view.show === undefined);
  await set("lang", "ar");
  await set("theme", "light");
  await set("hide", null);
  await page.waitForFunction(() => document.getElementById("one").shadowRoot.querySelector(".dateline").dir === "rtl");
  await mapped(page);
  assert.deepEqual(await look(), {dark: "false", lang: "ar", map: true, show: undefined});
  await set("height", "640");
  await page.waitForFunction(() => document.getElementById("one").offsetHeight === 640);
  await set("view", "explore");
  await page.waitForFunction(() =>
    document.getElementById("one").shadowRoot.querySelector("[data-search], [data-action=menu]"),
  );
});

test("inline: keys count only inside it", {webgl: false}, async (given) => {
  const {page} = given;
  await show(page, await article(given, {body: `<input id="field"><date-line id="one"></date-line>`}));
  const date = () => within(page, (_, root) => root.querySelector("time").dateTime);
  const first = await date();
  await page.evaluate(() => addEventListener("keydown", (event) => (window.prevented = event.defaultPrevented)));
  for (const focus of [
    () => page.locator("#field").focus(),
    () => page.evaluate(() => document.activeElement.blur()),
  ]) {
    await focus();
    for (const key of [" ", "k", "n", "/", "?"]) {
      await page.keyboard.press(key);
      assert.equal(await page.evaluate(() => window.prevented), false, key);
    }
  }
  await page.waitForTimeout(400);
  assert.equal(await date(), first);
  await page.locator("#one").getByRole("slider", {name: "Playhead"}).focus();
  await page.keyboard.press("PageDown");
  await page.waitForFunction(
    (before) => document.getElementById("one").shadowRoot.querySelector("time").dateTime !== before,
    first,
  );
});

test(
  "inline: what stands in the element is there until the data is, and stays when that cannot be had",
  {webgl: false, allowErrors: true},
  async (given) => {
    const {page, newPage, server} = given;
    const host = await article(given);
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route("**/data/events.csv", async (route) => (await held, route.continue()));
    await page.goto(`${host.url}article.html`);
    await page.waitForFunction(() => document.getElementById("one").shadowRoot?.querySelector(".frame .dateline"));
    assert.ok(await page.locator("table").isVisible());
    const above = await page.locator("p").last().boundingBox();
    assert.ok(above.y < 300, "what waits takes no room");
    release();
    await shown(page);
    assert.ok(!(await page.locator("table").isVisible()));

    const late = await newPage();
    await late.route("**/data/story.json", (route) => route.fulfill({status: 404, body: ""}));
    await late.goto(`${host.url}article.html`);
    await heard(late, "error");
    assert.equal((await told(late, "error"))[0].detail.code, "not-found");
    assert.ok(await late.locator("table").isVisible());
    assert.ok(server.url.length > 0);
  },
);

test("inline: taken out and put back it shows what it showed; moved, it goes on", {webgl: false}, async (given) => {
  const {page} = given;
  const host = await article(given, {
    body: `<div id="here"><date-line id="one"></date-line></div><div id="there"></div>`,
  });
  await show(page, host);
  await within(page, (element) => (element.view = {time: "2023-10-17..2023-11-10", show: {status: ["us_official"]}}));
  await day(page, "2023-11-10");
  const view = await within(page, (element) => element.view);
  await page.evaluate(() => {
    const element = document.getElementById("one");
    window.kept = element;
    window.root = element.shadowRoot.querySelector(".dateline");
    document.getElementById("there").append(element);
  });
  await page.waitForTimeout(300);
  assert.ok(
    await page.evaluate(() => window.root.isConnected && window.root.offsetWidth > 0),
    "a move draws nothing anew",
  );
  await page.evaluate(() => window.kept.remove());
  await page.waitForTimeout(300);
  assert.equal(
    await page.evaluate(() => window.kept.shadowRoot.querySelectorAll("*").length),
    1,
    "only the slot is left",
  );
  assert.deepEqual(await page.evaluate(() => window.kept.view), view);
  await page.evaluate(() => {
    window.kept.setAttribute("theme", "dark");
    document.body.append(window.kept);
  });
  await shown(page);
  await day(page, "2023-11-10");
  assert.deepEqual(await within(page, (element) => element.view), {...view, theme: "dark"});
  assert.equal((await told(page, "ready")).length, 1);
});

/** Counts what a page keeps: listeners on what outlives an element, workers, WebGL contexts, frames asked for, observers. */
const COUNTED = `
  window.kept = {listeners: new Map(), workers: new Set(), contexts: [], frames: new Set(), observers: new Set(), started: 0};
  {
    const {addEventListener: add, removeEventListener: remove} = EventTarget.prototype;
    const lasting = (target) => target === window || target === undefined || target === document || target === document.documentElement || target === document.body || target === document.fonts || target instanceof MediaQueryList || target === window.visualViewport;
    const key = (type, options) => type + ((typeof options === "object" ? options?.capture : options) ? " captured" : "");
    const count = (name, by) => kept.listeners.set(name, (kept.listeners.get(name) ?? 0) + by);
    const known = new WeakMap();
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      if (lasting(this) && listener !== null) {
        const target = this ?? window, name = key(type, options);
        if (!known.has(target)) known.set(target, new WeakMap());
        const all = known.get(target);
        if (!all.has(listener)) all.set(listener, new Set());
        if (!all.get(listener).has(name) && !options?.once) {
          all.get(listener).add(name);
          count(name, 1);
          options?.signal?.addEventListener("abort", () => { if (all.get(listener)?.delete(name)) count(name, -1); });
        }
      }
      return add.call(this, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      const name = key(type, options);
      if (known.get(this ?? window)?.get(listener)?.delete(name)) count(name, -1);
      return remove.call(this, type, listener, options);
    };
    const Real = Worker;
    window.Worker = class extends Real {
      constructor(...given) { super(...given); kept.workers.add(this); kept.started++; }
      terminate() { kept.workers.delete(this); super.terminate(); }
    };
    const {getContext} = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
      const context = getContext.call(this, kind, ...more);
      if (String(kind).startsWith("webgl") && context !== null) kept.contexts.push(new WeakRef(context));
      return context;
    };
    const [ask, cancel] = [requestAnimationFrame, cancelAnimationFrame];
    window.requestAnimationFrame = (callback) => { const id = ask((time) => { kept.frames.delete(id); callback(time); }); kept.frames.add(id); return id; };
    window.cancelAnimationFrame = (id) => { kept.frames.delete(id); cancel(id); };
  }`;

test("inline: a hundred removals and returns leave nothing behind", {timeout: 280_000}, async (given) => {
  const {page, context} = given;
  const host = await article(given, {before: COUNTED, body: "<main></main>"});
  await page.goto(`${host.url}article.html`);
  const devtools = await context.newCDPSession(page);
  const census = async () => {
    await page.waitForTimeout(1200);
    for (let i = 0; i < 3; i++) await devtools.send("HeapProfiler.collectGarbage");
    const {nodes, jsEventListeners} = await devtools.send("Memory.getDOMCounters");
    const {usedSize} = await devtools.send("Runtime.getHeapUsage");
    const ours = await page.evaluate(() => ({
      listeners: Object.fromEntries([...kept.listeners].filter(([, n]) => n !== 0).sort()),
      workers: kept.workers.size,
      contexts: kept.contexts.filter((each) => each.deref()?.isContextLost() === false).length,
      frames: kept.frames.size,
    }));
    return {nodes, jsEventListeners, heap: usedSize, ...ours};
  };
  /** Puts an element in, waits for `until` (a time in ms, the timeline or the map), and takes it out; a new one each time, or the same. */
  const rounds = async (count, until, isSame) => {
    for (let i = 0; i < count; i++) {
      await page.evaluate((same) => {
        const element = (same && window.one) || document.createElement("date-line");
        element.id = "one";
        window.one = same ? element : null;
        document.querySelector("main").append(element);
      }, isSame);
      if (typeof until === "number") await page.waitForTimeout(until);
      else await (until === "map" ? drawn : shown)(page);
      await page.evaluate(() => document.getElementById("one").remove());
      await page.waitForTimeout(20);
    }
  };
  await page.locator("main").evaluate(() => true);
  const empty = await census();
  await rounds(2, "map", false);
  await rounds(2, "map", true);
  await rounds(4, "shown", true);
  const before = await census();
  await rounds(6, "map", false);
  await rounds(6, "map", true);
  await rounds(30, "shown", true);
  await rounds(28, "shown", false);
  await rounds(10, 0, false);
  await rounds(10, 60, false);
  await rounds(10, 150, true);
  const after = await census();
  // MapLibre looks after its workers when the page comes back to the front, with one listener for all maps that there will be.
  assert.deepEqual(after.listeners, {...empty.listeners, visibilitychange: 1});
  assert.deepEqual([after.workers, after.contexts, after.frames], [0, 0, 0]);
  const [workers, contexts] = await page.evaluate(() => [kept.started, kept.contexts.length]);
  assert.ok(workers > 50 && contexts >= 16, `${workers} workers and ${contexts} contexts were there`);
  // A tree has some 2,000: the last one or two may still be held by the browser.
  assert.ok(after.nodes - before.nodes < 6000, `nodes: ${before.nodes}, then ${after.nodes}`);
  assert.ok(
    after.jsEventListeners - before.jsEventListeners < 400,
    `listeners: ${before.jsEventListeners}, then ${after.jsEventListeners}`,
  );
  assert.ok(after.heap - before.heap < 8e6, `heap: ${before.heap}, then ${after.heap}`);
});

test(
  "inline: two on one page do not disturb each other, nor two frames beside them",
  {timeout: 120_000},
  async (given) => {
    const {page, server} = given;
    const frames = ["a", "b"].map(
      (name) => `<iframe id="${name}" src="${server.url}?view=embed&lang=en" width="700" height="700"></iframe>`,
    );
    const body = `<date-line id="one" lang="fr" time="2023-10-17..2023-11-10"></date-line>${frames.join("")}<date-line id="two" theme="dark"></date-line>`;
    await show(page, await article(given, {body}), ["one", "two"]);
    await Promise.all([drawn(page, "one"), drawn(page, "two")]);
    const inner = page.frames().filter((frame) => frame.url().startsWith(server.url));
    for (const frame of inner) {
      // Out of sight it draws nothing.
      await (await frame.frameElement()).scrollIntoViewIfNeeded();
      await frame.waitForFunction(() => document.documentElement.dataset.ready === "true");
    }
    const dates = async () => [
      ...(await page.evaluate(() =>
        ["one", "two"].map((id) => document.getElementById(id).shadowRoot.querySelector("time").dateTime),
      )),
      ...(await Promise.all(inner.map((frame) => frame.evaluate(() => document.querySelector("time").dateTime)))),
    ];
    assert.deepEqual(await dates(), ["2023-11-10", "2023-12-08", "2023-12-08", "2023-12-08"]);
    await within(page, (element) => element.seek("2024-01-02"), undefined, "two");
    await day(page, "2024-01-02", "two");
    await page
      .locator("#one")
      .getByRole("slider", {name: /lecture|Tête|Playhead/})
      .first()
      .focus();
    await page.keyboard.press("PageUp");
    await page.waitForFunction(
      () => document.getElementById("one").shadowRoot.querySelector("time").dateTime !== "2023-11-10",
    );
    assert.deepEqual((await dates()).slice(1), ["2024-01-02", "2023-12-08", "2023-12-08"]);
    await page.evaluate(() => document.getElementById("one").remove());
    await page.waitForTimeout(500);
    assert.equal(await within(page, (element) => element.view.time.split("..")[1], undefined, "two"), "2024-01-02");
    await page.waitForFunction(() => document.getElementById("two").shadowRoot.querySelector(".vector.drawn") !== null);
  },
);

for (const first of ["embed.js", "inline.js"])
  test(`inline: beside the host script the first definition stands: ${first}`, {webgl: false}, async (given) => {
    const {page, server, serve: serveMore} = given;
    for (const name of ["embed.js", "embed.html"]) if (!(await fetch(server.url + name)).ok) return;
    const scripts = [first, first === "embed.js" ? "inline.js" : "embed.js"].map(
      (name) => `<script type="module" src="${server.url}${name}"></script>`,
    );
    const host = await serveMore({
      files: {
        "article.html": `<!doctype html><html lang="en"><head>${HEAD}${scripts.join("")}</head><body><date-line id="one"></date-line></body></html>`,
      },
    });
    await page.goto(`${host.url}article.html`);
    await page.evaluate(() => document.getElementById("one").ready);
    assert.equal(
      await within(page, (element, root) => (root ?? element).querySelector("iframe") !== null),
      first === "embed.js",
    );
  });

test("inline: the page's own element tells and obeys in the same way", {webgl: false}, async ({page}) => {
  await page.addInitScript(() => {
    window.told = [];
    for (const type of ["ready", "view", "select", "report", "error"])
      document.addEventListener(`dateline-${type}`, (event) =>
        window.told.push({type, detail: structuredClone(event.detail)}),
      );
  });
  await open(page);
  await heard(page, "ready");
  await heard(page, "report");
  await page.evaluate(() => document.querySelector("date-line").seek("2023-11-20"));
  await page.waitForFunction(() => document.querySelector("#dateline-timeline time").dateTime === "2023-11-20");
  await page.waitForFunction(() => told.some(({detail}) => detail.time === "2023-10-17..2023-11-20"));
  const id = await page.evaluate(async () => {
    const element = document.querySelector("date-line");
    const text = await (await fetch("data/events.csv")).text();
    const [chosen] = text.split("\n")[5].split(",");
    await element.select(chosen);
    return chosen;
  });
  await heard(page, "select");
  assert.deepEqual((await told(page, "select")).at(-1).detail, {id});
  await page.evaluate(() => document.querySelector("date-line").open("https://10.0.0.1/secret.csv"));
  await heard(page, "error");
  assert.equal((await told(page, "error"))[0].detail.code, "bad-url");
  assert.equal(await page.evaluate(() => document.querySelector("date-line").report.rows), 232);
});

test("inline: Arabic and rare letters are drawn in fonts of its own", {webgl: false}, async (given) => {
  const {page} = given;
  await show(page, await article(given, {body: `<date-line id="one" lang="ar"></date-line>`}));
  /** Whether a font that has come has this character. */
  const drawnIn = (family, character) =>
    page.waitForFunction(
      ([name, code]) =>
        [...document.fonts].some(
          (face) =>
            face.status === "loaded" &&
            face.family.includes(name) &&
            face.unicodeRange.split(",").some((range) => {
              const [first, last = first] = range.trim().slice(2).split("-");
              return parseInt(first, 16) <= code && code <= parseInt(last, 16);
            }),
        ),
      [family, character.codePointAt(0)],
      {timeout: 15_000},
    );
  await drawnIn("Dateline Noto Sans Arabic", "ع");
  await within(page, (element) => {
    element.setAttribute("lang", "en");
    return element.open(
      "id,date,lat,lon,title\n1,2024-01-02,51.8,19.5,Łódź & Київ & سەڵا\n2,2024-01-05,50.4,30.5,Two\n",
    );
  });
  await within(page, (element) => element.select("1"));
  for (const character of ["Ł", "К"]) await drawnIn("Dateline", character);
  await drawnIn("Dateline Noto Sans Arabic", "ڵ");
});

test("inline: a colour that is taken back before it could be applied stays away", {webgl: false}, async (given) => {
  const {page} = given;
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/inline/brand-*.js", async (route) => (await held, route.continue()));
  await show(page, await article(given));
  const colour = () =>
    within(page, (_, root) => getComputedStyle(root.querySelector(".dateline")).getPropertyValue("--attack"));
  const own = await colour();
  const asked = page.waitForRequest("**/inline/brand-*.js");
  await within(page, (element) => element.setAttribute("primary", "0a7a3c"));
  await asked;
  await within(page, (element) => element.removeAttribute("primary"));
  release();
  await page.waitForTimeout(400);
  assert.equal(await colour(), own);
  await within(page, (element) => element.setAttribute("primary", "0a7a3c"));
  await page.waitForFunction(
    (before) =>
      getComputedStyle(document.getElementById("one").shadowRoot.querySelector(".dateline")).getPropertyValue(
        "--attack",
      ) !== before,
    own,
  );
});
