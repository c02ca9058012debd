import assert from "node:assert/strict";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {test, waitForReady} from "./harness.mjs";
import {MESSAGES} from "./hosts/messages.mjs";
import {page as hostPage} from "./hosts/pages.mjs";

const FRAME_CSP = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'",
  "manifest-src 'self'; worker-src 'self' data:; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors *",
].join("; ");
/** Messages of a flood, and those of a second that a frame may look at. */
const FLOOD = 20_000;
const A_SECOND = 200;
const LAST_WEEK = "2023-10-17..2023-10-24";

/** Logs what the page's elements and frames say, in \`window.said\`. */
const LOG = `<script>
  window.said = [];
  for (const type of ["ready", "view", "select", "report", "error"])
    document.addEventListener("dateline-" + type, ({target, detail}) => said.push({id: target.id, type, detail}));
  addEventListener("message", ({data}) => data?.type === "reply" && said.push({type: "reply", ...data}));
</script>`;

const element = (app, attributes = "", inside = "") =>
  `<date-line ${attributes}>${inside}</date-line><script src="${app.url}embed.js"></script>`;
const serveHost = (serve, content, more = {}) =>
  serve({dir: import.meta.dirname, files: {"": hostPage(content, {before: LOG})}, ...more});

async function frameIn(page, at = 0) {
  await page.waitForFunction((at) => window.said.filter(({type}) => type === "ready").length > at, at);
  const frames = page.frames().filter((frame) => new URL(frame.url()).pathname.endsWith("embed.html"));
  for (const frame of frames) await waitForReady(frame);
  return frames[at];
}
const timeIn = (frame) => frame.evaluate(() => document.querySelector("[role=slider][aria-valuetext]")?.ariaValueText);
/** How often pages, framed or not, were loaded. */
const loadsOf = (...servers) =>
  servers.flatMap(({log}) => log.filter(({path}) => /(\/|embed\.html)$/.test(path))).length;
const settledView = (page) => page.evaluate(() => document.querySelector("date-line").view);
const viewBecomes = (page, time) =>
  page.waitForFunction((time) => document.querySelector("date-line").view.time === time, time);

test(
  "a frame works sandboxed, under strict policies, without storage",
  {webgl: false},
  async ({page, context, serve}) => {
    await context.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("blocked", "SecurityError");
          },
        });
    });
    const app = await serve({csp: FRAME_CSP});
    const host = await serve({
      dir: import.meta.dirname,
      csp: `default-src 'none'; script-src 'self' ${app.origin}; style-src 'self'; frame-src ${app.origin}`,
      files: {
        "": `<!doctype html><link rel="stylesheet" href="host.css"><script src="host.js"></script><div id="column">${element(app)}</div>`,
        "host.css": "#column { width: 620px }",
        "host.js": LOG.replace(/<\/?script>/g, ""),
      },
    });
    await page.goto(host.url);
    const frame = await frameIn(page);
    assert.equal(await frame.evaluate(() => self.origin), "null");
    await page.waitForFunction(() => document.querySelector("date-line").clientHeight > 400);
    assert.ok((await page.evaluate(() => document.querySelector("date-line").counts.events)) > 50);
    await page.evaluate((time) => (document.querySelector("date-line").view = {time}), LAST_WEEK);
    await viewBecomes(page, LAST_WEEK);
  },
);

test(
  "hostile styles and overridden prototypes leave the frame alone, and it the page",
  {webgl: false},
  async ({page, serve}) => {
    const app = await serve();
    const hostile = `<style>
      iframe, div:not(#column), slot { display: none !important }
      * { font-size: 0 !important; box-sizing: content-box !important; transform: rotate(9deg) }
    </style>
    <script>
      for (const name of ["map", "filter", "forEach", "some", "every", "includes", "concat", "join", "flat", "at"])
        Array.prototype[name] = () => { throw new Error("overridden: " + name); };
      Array.prototype.toJSON = () => "overridden";
      Object.prototype.extra = "overridden";
      window.changes = [];
      addEventListener("DOMContentLoaded", () =>
        new MutationObserver((records) => {
          for (const {target, type, attributeName} of records)
            if (target.localName !== "date-line" || attributeName !== "style") changes.push(type + " of " + target.localName);
        }).observe(document, {subtree: true, childList: true, attributes: true, characterData: true}));
    </script>`;
    const host = await serveHost(serve, element(app), {
      files: {"": hostPage(element(app), {before: LOG, head: hostile})},
    });
    await page.goto(host.url);
    // The means of the test itself stumble over such a page.
    const devtools = await page.context().newCDPSession(page);
    const read = (expression) => devtools.send("Runtime.evaluate", {expression}).then(({result}) => result.value);
    const becomes = async (expression) => {
      for (let tries = 0; tries < 100; tries++) {
        if ((await read(expression)) === true) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert.fail(`never true: ${expression}`);
    };
    const line = `document.querySelector("date-line")`;
    await becomes(`${line}.clientHeight > 400 && said.length > 0`);
    await read(`${line}.view = {time: "${LAST_WEEK}", show: {status: ["us_official"]}}`);
    await becomes(`${line}.view.time === "${LAST_WEEK}" && ${line}.view.show.status[0] === "us_official"`);
    assert.equal(await read(`"" + changes.length + changes[0]`), "0undefined");
  },
);

test("a page that hides everything hides the frame, and nothing breaks", {webgl: false}, async ({page, serve}) => {
  const app = await serve();
  const head = `<style>* { display: none !important }</style>`;
  const host = await serve({dir: import.meta.dirname, files: {"": hostPage(element(app), {head})}});
  await page.goto(host.url);
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => document.querySelector("date-line").getBoundingClientRect().height), 0);
});

test(
  "what stands in the element is seen until the frame is ready",
  {webgl: false, allowErrors: /404/},
  async ({page, serve}) => {
    const app = await serve();
    const slow = await serve({missing: ["data/"]});
    const inside = `<a href="https://example.org/">The story as a picture</a>`;
    const waiting = await serveHost(serve, element(slow, "", inside));
    await page.goto(waiting.url);
    await page.waitForFunction(() => window.said.some(({type}) => type === "error"));
    assert.equal(await page.locator("a").isVisible(), true);

    const host = await serveHost(serve, element(app, "", inside));
    await page.goto(host.url);
    await frameIn(page);
    assert.equal(await page.locator("a").isVisible(), false);
  },
);

test("commands are taken from allowed origins, and from others not", {webgl: false}, async ({page, serve}) => {
  const app = await serve();
  const html = await readFile(join(app.options.dir, "embed.html"), "utf8");
  const without = html.replace(/<meta name="dateline-origins"[^>]*>/, "");
  app.options.files["embed.html"] = without;
  const command = async (host) => {
    await page.goto(host.url);
    const frame = await frameIn(page);
    const before = await timeIn(frame);
    const error = await page.evaluate(() =>
      Promise.race([
        document
          .querySelector("date-line")
          .seek("2023-11-05")
          .then(() => "obeyed"),
        new Promise((resolve) => setTimeout(resolve, 1500, "ignored")),
      ]),
    );
    return [error, (await timeIn(frame)) !== before];
  };

  const stranger = await serveHost(serve, element(app));
  assert.deepEqual(await command(stranger), ["ignored", false]);
  assert.deepEqual(await page.evaluate(() => window.said.filter(({type}) => type === "reply")), []);

  app.options.files["own.html"] = hostPage(element(app), {before: LOG});
  assert.deepEqual(await command({url: `${app.url}own.html`}), ["obeyed", true]);

  app.options.files["embed.html"] = without.replace(
    "</title>",
    `</title><meta name="dateline-origins" content="https://other.example ${stranger.origin}">`,
  );
  assert.deepEqual(await command(stranger), ["obeyed", true]);
  const acts = await page.evaluate(async () => {
    const line = document.querySelector("date-line");
    await line.play();
    await line.pause();
    await line.select("no such event");
    const refused = await line.seek(5).catch((error) => error.message);
    await line.open("date,place,lat,lon\n2024-01-01,A,33,44\n2024-01-02,B,34,45");
    return refused;
  });
  assert.match(acts, /seek takes a text/);
  await page.waitForFunction(() => document.querySelector("date-line").counts.events === 2);
});

test(
  "strangers, the malformed and the hostile are ignored in silence",
  {webgl: false, timeout: 120_000},
  async ({page, serve, errors}) => {
    const app = await serve();
    const sibling = `<iframe id="sibling" title="sibling" src="${app.url}sibling.html"></iframe>`;
    app.options.files["sibling.html"] = `<!doctype html><script>
    onmessage = () => {
      for (const name of ["seek", "open", "select", "play"])
        for (let i = 0; i < parent.length; i++)
          parent[i].postMessage({source: "dateline", v: 1, call: i, type: "command", name, data: "2023-11-05"}, "*");
      parent.postMessage({source: "dateline", v: 1, id: "", type: "height", data: {height: 123}}, "*");
      parent.postMessage({source: "dateline", v: 1, id: "", type: "view", data: {time: "x"}}, "*");
    };
  </script>`;
    app.options.files["own.html"] = hostPage(element(app) + sibling, {before: LOG});
    await page.goto(`${app.url}own.html`);
    const frame = await frameIn(page);
    await page.waitForTimeout(500);
    const before = [
      await timeIn(frame),
      await settledView(page),
      await page.evaluate(() => document.querySelector("date-line").clientHeight),
    ];

    // This page may send commands: none of these is one.
    await page.evaluate(() => {
      document.querySelector("#sibling").contentWindow.postMessage("go", "*");
      const target = document.querySelector("date-line").shadowRoot.querySelector("iframe").contentWindow;
      const command = (more) => ({
        source: "dateline",
        v: 1,
        call: 1,
        type: "command",
        name: "seek",
        data: "2023-11-05",
        ...more,
      });
      const hostile = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}');
      const cyclic = {};
      cyclic.self = cyclic;
      for (const message of [
        null,
        undefined,
        0,
        "",
        "x".repeat(10_000_000),
        [],
        hostile,
        cyclic,
        new Map([["source", "dateline"]]),
        new Date(),
        command({v: 2}),
        command({v: "1"}),
        command({call: -1}),
        command({call: 1.5}),
        command({type: "reply"}),
        command({source: "datelin"}),
        command({name: "__proto__"}),
        command({name: "constructor"}),
        command({data: 5}),
        command({data: ["2023-11-05"]}),
        command({data: "x".repeat(10_000_000)}),
        command({name: "view", data: hostile}),
        command({name: "view", data: "x"}),
        command({name: "view", data: {time: 5}}),
        command({name: "view", data: {show: hostile}}),
        command({name: "view", data: {unknown: "x"}}),
        command({name: "open", data: {url: "x"}}),
        "[iFrameSizer]",
        "[iFrameSizer]:::",
        "pymxPYMx",
        '{"type":"set-height"}',
        {type: "setHeight", id: hostile},
        {sentinel: "amp", type: hostile},
      ])
        target.postMessage(message, "*");
    });
    await page.waitForTimeout(800);
    assert.deepEqual(
      [
        await timeIn(frame),
        await settledView(page),
        await page.evaluate(() => document.querySelector("date-line").clientHeight),
      ],
      before,
    );
    assert.equal(await frame.evaluate(() => ({}).polluted), undefined);
    assert.deepEqual(errors, []);
  },
);

test(
  "of a flood of messages the frame unpacks few, and it listens again after",
  {webgl: false},
  async ({page, serve}) => {
    await page.context().addInitScript(() => {
      if (parent === window) return;
      const unpacked = new Set();
      const {get} = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data");
      window.flood = {unpacked, came: 0, began: 0, ended: 0};
      addEventListener("message", ({source}) => {
        if (source !== parent) return;
        window.flood.ended = performance.now();
        if (window.flood.came++ === 0) window.flood.began = window.flood.ended;
      });
      Object.defineProperty(MessageEvent.prototype, "data", {
        get() {
          if (this.source === parent) unpacked.add(this);
          return get.call(this);
        },
      });
    });
    const app = await serve();
    app.options.files["host.html"] = hostPage(element(app), {before: LOG});
    await page.goto(`${app.url}host.html`);
    const frame = await frameIn(page);
    await settledView(page);
    await frame.evaluate(() => {
      window.flood.unpacked.clear();
      window.flood.came = 0;
    });

    await page.evaluate(
      async ({count, messages}) => {
        const target = document.querySelector("date-line").shadowRoot.querySelector("iframe").contentWindow;
        for (let sent = 0; sent < count; sent++) {
          target.postMessage(sent % 5000 === 2500 ? "x".repeat(10_000_000) : messages[sent % messages.length], "*");
          if (sent % 1000 === 0) await new Promise((resolve) => setTimeout(resolve));
        }
      },
      {count: FLOOD, messages: MESSAGES},
    );
    await frame.waitForFunction((count) => window.flood.came >= count, FLOOD);
    const {came, unpacked, seconds} = await frame.evaluate(() => ({
      came: window.flood.came,
      unpacked: window.flood.unpacked.size,
      seconds: (window.flood.ended - window.flood.began) / 1000,
    }));
    const most = A_SECOND * (Math.floor(seconds) + 2);
    assert.ok(unpacked > 0 && unpacked <= most, `${unpacked} of ${came} in ${seconds} s`);
    assert.ok(most < FLOOD / 5, `it took ${seconds} s`);

    await page.waitForFunction(
      () => {
        const story = document.querySelector("date-line");
        void story.seek("2023-11-20");
        return story.view.time?.endsWith("2023-11-20");
      },
      null,
      {polling: 200},
    );
  },
);

test(
  "the article's address keeps the view, restores it, and goes back and forward",
  {webgl: false},
  async ({page, serve, newPage}) => {
    const app = await serve();
    const host = await serveHost(
      serve,
      `<a id="link" href="#dateline.time=${LAST_WEEK}">The first week</a>${element(app, "mirror")}`,
    );
    await page.goto(`${host.url}#section`);
    const frame = await frameIn(page);
    const loads = loadsOf(host, app);
    const whole = await timeIn(frame);
    assert.equal(new URL(page.url()).hash, "#section");

    await page.click("#link");
    await viewBecomes(page, LAST_WEEK);
    const week = await timeIn(frame);
    assert.notEqual(week, whole);

    // The reader moves the playhead: the address follows, and says no less than before.
    await frame.locator("[role=slider]").last().press("ArrowLeft");
    await page.waitForFunction(
      (time) => !location.hash.includes(time) && location.hash.includes("dateline.time="),
      LAST_WEEK,
    );
    const link = page.url();

    await page.goBack();
    await page.waitForFunction(() => document.querySelector("date-line").view.time === undefined);
    assert.equal(new URL(page.url()).hash, "#section");
    assert.equal(await timeIn(frame), whole);
    await page.goForward();
    await page.waitForFunction(() => document.querySelector("date-line").view.time !== undefined);
    assert.equal(page.url(), link);
    assert.equal(loadsOf(host, app), loads, "nothing is loaded again");

    const other = await newPage();
    await other.goto(link.replace("#", "#section&"));
    await frameIn(other);
    assert.deepEqual(await settledView(other), await settledView(page));
    assert.match(new URL(other.url()).hash, /^#section&dateline\.time=/);
  },
);

test("two frames on a page do not disturb each other", {webgl: false}, async ({page, serve}) => {
  const app = await serve();
  const two = `<date-line id="a" mirror></date-line><date-line id="b" mirror loading="eager"></date-line><script src="${app.url}embed.js"></script>`;
  const host = await serveHost(serve, two);
  await page.goto(host.url);
  await page.setViewportSize({width: 900, height: 2400});
  await frameIn(page, 1);
  await page.waitForTimeout(800);
  await page.evaluate((time) => (document.querySelector("#a").view = {time}), LAST_WEEK);
  await page.waitForFunction((time) => location.hash === `#a.time=${time}`, LAST_WEEK);
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => document.querySelector("#b").view.time), undefined);
  await page.evaluate(() => (document.querySelector("#b").view = {time: "2023-12-01..2023-12-08"}));
  await page.waitForFunction((time) => location.hash === `#a.time=${time}&b.time=2023-12-01..2023-12-08`, LAST_WEEK);
  assert.equal(await page.evaluate(() => document.querySelector("#a").view.time), LAST_WEEK);
});

test("a hundred removals and returns leave nothing behind", {webgl: false, timeout: 120_000}, async ({page, serve}) => {
  const app = await serve();
  const count = `<script>
    window.listeners = 0;
    const {addEventListener: add, removeEventListener: remove} = EventTarget.prototype;
    const held = new Set();
    EventTarget.prototype.addEventListener = function (type, listener, ...more) {
      if (this === window && typeof listener === "object") held.add(type);
      if (this === window && typeof listener === "object") window.listeners++;
      return add.call(this, type, listener, ...more);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, ...more) {
      if (this === window && typeof listener === "object" && held.has(type)) window.listeners--;
      return remove.call(this, type, listener, ...more);
    };
  </script>`;
  const host = await serve({
    dir: import.meta.dirname,
    files: {"": hostPage(element(app, `mirror loading="eager"`), {before: LOG, head: count})},
  });
  await page.goto(host.url);
  await frameIn(page);
  await page.evaluate((time) => (document.querySelector("date-line").view = {time}), LAST_WEEK);
  await viewBecomes(page, LAST_WEEK);
  const listeners = await page.evaluate(() => window.listeners);
  await page.evaluate(async () => {
    const line = document.querySelector("date-line");
    const {parentNode} = line;
    for (let i = 0; i < 100; i++) {
      line.remove();
      parentNode.append(line);
      if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await line.ready;
  });
  assert.equal(await page.evaluate(() => window.listeners), listeners);
  assert.equal(page.frames().length, 2);
  assert.equal((await settledView(page)).time, LAST_WEEK, "what was shown is shown again");
  assert.equal(
    await page.evaluate(() => document.querySelector("date-line").shadowRoot.querySelectorAll("iframe").length),
    1,
  );
});

test("a frame sets no cookie and keeps nothing in the browser", {webgl: false}, async ({page, context, serve}) => {
  const app = await serve();
  const host = await serveHost(serve, element(app, `sandbox="allow-scripts allow-same-origin"`));
  await page.goto(host.url);
  const frame = await frameIn(page);
  await frame.locator("[role=slider]").last().press("ArrowLeft");
  await page.waitForTimeout(1500);
  assert.deepEqual(await context.cookies(), []);
  const kept = () =>
    Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()]).then((lists) => [
      ...lists.map((list) => list.length),
      localStorage.length,
      sessionStorage.length,
    ]);
  assert.deepEqual(await frame.evaluate(kept), [0, 0, 0, 0, 0]);
  assert.deepEqual(await page.evaluate(kept), [0, 0, 0, 0, 0]);
});
