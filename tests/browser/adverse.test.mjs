import assert from "node:assert/strict";
import {open, test, waitForMap} from "./harness.mjs";
import {count} from "./record.mjs";
import {dayOnScreen, glyphNames, numbers, playhead, waitForCard, waitForDay} from "./screen.mjs";

const FRIGHTENING =
  /\b(error|failed|failure|crash\w*|exception|undefined|NaN|null|unsupported|cannot|could not|not supported|broken|sorry|oops|problem|warning)\b/i;

/** The main story: numbers, glyphs, an event with its sources, a scrub; and no word that frightens. */
async function storyWorks(page, {sources = true} = {}) {
  await waitForCard(page);
  await page.waitForSelector("[data-place][role=button]");
  assert.equal((await numbers(page)).reports, count("2023-10-17", "2023-12-08").reports);
  assert.ok((await glyphNames(page)).some((name) => name.startsWith("Al-Asad: 16 reports of attacks")));
  await playhead(page).focus();
  await page.keyboard.press("PageUp");
  await waitForDay(page, "2023-12-15");
  assert.equal((await numbers(page)).reports, count("2023-10-17", "2023-12-15").reports);

  await page.getByRole("tab").nth(1).click();
  const option = page.locator("#dateline-card [role=option]").first();
  // At once, since the list may still be following the playhead.
  const title = await option.evaluate((line) => {
    line.click();
    return line.querySelector(".title").innerText;
  });
  await page.locator("#dateline-card article h2").waitFor();
  assert.equal(await page.locator("#dateline-card article h2").innerText(), title);
  if (sources) await page.waitForSelector("#dateline-card .sources .source");
  await page.locator("[data-place][role=button]").first().focus();
  await page.keyboard.press("Enter");
  await page.locator("#dateline-card .place b").waitFor();

  assert.equal(await page.locator("[role=alert]").count(), 0);
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll("header, main, [role=status]")].map((part) => part.innerText).join("\n"),
  );
  const words = texts.split("\n").filter((line) => FRIGHTENING.test(line));
  assert.deepEqual(words, []);
}

/** The still map shows land and the same glyphs. */
async function stillMap(page) {
  assert.equal(await waitForMap(page), "static");
  const drawn = await page.evaluate(
    () => [...document.querySelectorAll(".map svg path")].filter((path) => path.getBBox().width > 50).length,
  );
  assert.ok(drawn > 3, `${drawn} countries are drawn`);
}

test("without WebGL the light map stands in", {flags: ["--disable-3d-apis"]}, async ({page, server}) => {
  server.log.length = 0;
  await open(page);
  assert.equal(await page.evaluate(() => document.createElement("canvas").getContext("webgl2")), null);
  await stillMap(page);
  await storyWorks(page);
  assert.ok(!server.log.some(({path}) => /maplibre|pmtiles/.test(path)), "what cannot be used is not fetched");
});

test("where WebGL refuses its context the light map stands in", {webgl: false}, async ({page}) => {
  await open(page);
  await stillMap(page);
  await storyWorks(page);
});

test(
  "without the basemap's tiles the light map stands in",
  {server: {missing: ["world.pmtiles"]}, allowErrors: /404/},
  async ({page}) => {
    await open(page);
    await stillMap(page);
    await storyWorks(page);
  },
);

test(
  "without any file of the basemap the places still stand where they are",
  {server: {missing: ["/basemap/"]}, allowErrors: /404/},
  async ({page}) => {
    await open(page);
    await waitForMap(page);
    await storyWorks(page);
  },
);

test(
  "on a host without HTTP ranges the map is drawn all the same",
  {server: {ranges: false}},
  async ({page, server}) => {
    await open(page);
    assert.equal(await waitForMap(page), "ready");
    const whole = server.log.filter(({path}) => path.endsWith(".pmtiles"));
    assert.ok(whole.length > 0 && whole.every(({status}) => status === 200));
    await storyWorks(page);
  },
);

test("with storage blocked the story works", {webgl: false}, async ({page, context}) => {
  await context.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    Object.defineProperty(Document.prototype, "cookie", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
      set() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  });
  await open(page);
  assert.equal(
    await page.evaluate(() => {
      try {
        return localStorage.length;
      } catch {
        return "blocked";
      }
    }),
    "blocked",
  );
  await storyWorks(page);
});

test(
  "where a policy allows no worker the story works",
  {
    server: {csp: "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'none'"},
    allowErrors: /worker/i,
  },
  async ({page, errors}) => {
    await open(page);
    await storyWorks(page);
    await waitForMap(page);
    assert.ok(
      errors.some((error) => /worker/i.test(error)),
      "the browser did refuse a worker",
    );
  },
);

test("where Worker throws the story works", {webgl: false}, async ({page, context}) => {
  await context.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException("No workers here.", "SecurityError");
      }
    };
  });
  await open(page);
  await storyWorks(page);
});

test(
  "under the strict policy that embedders are given nothing is refused",
  {
    server: {
      csp: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; font-src 'self'",
    },
  },
  async ({page, context, errors}) => {
    await context.addInitScript(() => {
      window.refused = [];
      document.addEventListener("securitypolicyviolation", (event) =>
        window.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
      );
    });
    await open(page);
    assert.equal(await waitForMap(page), "ready");
    await storyWorks(page);
    await page.getByRole("button", {name: "More filters"}).click();
    await page.getByRole("dialog", {name: "Filters"}).waitFor();
    await page.keyboard.press("Escape");
    await page.locator('[data-action="how-to-read"]').first().click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    assert.deepEqual(await page.evaluate(() => window.refused), []);
    assert.deepEqual(errors, []);
  },
);

test(
  "without the table of sources the event still opens and says that its sources are missing",
  {
    webgl: false,
    server: {missing: ["sources.csv"]},
    allowErrors: /404/,
  },
  async ({page}) => {
    await open(page);
    await page.getByText("The sources could not be fetched.").waitFor();
    assert.equal(await page.locator("#dateline-card article h2").count(), 1);
    assert.equal((await numbers(page)).reports, count("2023-10-17", "2023-12-08").reports);
  },
);

test(
  "under another path, at the root of nothing, everything is found",
  {server: {base: "/news/2024/dateline/"}, webgl: false},
  async ({page, server}) => {
    await open(page);
    await storyWorks(page);
    assert.ok(server.log.every(({path, status}) => path.startsWith("/news/2024/dateline") && status < 400));
    assert.equal(await dayOnScreen(page), "2023-12-15");
  },
);
