import assert from "node:assert/strict";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../../.ci/setup.mjs";
import {fontsFirst, fontsLate, shiftsAtMost, watchShifts} from "./fonts.mjs";
import {frames, test, waitForMap} from "./harness.mjs";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";
const PAGES = ["index.html", "index.fr.html", "index.ar.html", "embed.html", "embed.fr.html", "embed.ar.html"];
const story = JSON.parse(readFileSync(join(root, "data/story.json"), "utf8"));

/** Rows of a CSV as objects, read here by itself. */
function rowsOf(name) {
  const cells = [[""]];
  let quoted = false;
  const text = readFileSync(join(root, "data", name), "utf8");
  for (let i = 0; i < text.length; i++) {
    const row = cells.at(-1);
    if (quoted && text[i] === '"' && text[i + 1] === '"') row[row.length - 1] += text[i++];
    else if (text[i] === '"') quoted = !quoted;
    else if (!quoted && text[i] === ",") row.push("");
    else if (!quoted && text[i] === "\n") cells.push([""]);
    else if (quoted || text[i] !== "\r") row[row.length - 1] += text[i];
  }
  const [header, ...rows] = cells.filter((row) => row.length > 1);
  return rows.map((row) => Object.fromEntries(header.map((key, i) => [key, row[i]])));
}

/** What the story's first view holds, counted from the table. */
function expected() {
  const [from, to] = story.view.time.split("..");
  const shown = rowsOf("events.csv").filter(
    ({start, scope, category}) =>
      scope !== "background" &&
      ["attack", "interception"].includes(category) &&
      start.slice(0, 10) >= from &&
      start.slice(0, 10) <= to,
  );
  const by = (...statuses) => shown.filter(({status}) => statuses.includes(status)).length;
  const totals = rowsOf("totals.csv").filter(({as_of, total}) => total !== "" && as_of <= to);
  totals.sort((a, b) => (a.as_of < b.as_of ? -1 : a.as_of > b.as_of ? 1 : 0));
  return {
    reports: shown.length,
    official: by("us_official", "host_government"),
    media: by("media_report"),
    claim: by("claim_only"),
    disputed: by("disputed"),
    total: Number(totals.at(-1).total),
  };
}

const numbersIn = (text) => [...text.matchAll(/\d+/g)].map(([n]) => Number(n));

for (const file of PAGES) {
  const lang = /\.(fr|ar)\./.exec(file)?.[1] ?? "en";
  test(`${file} tells the story without JavaScript`, {context: {javaScriptEnabled: false}}, async ({page, base}) => {
    for (const width of [320, 720]) {
      await page.setViewportSize({width, height: 800});
      await page.goto(new URL(file, base).href);
      assert.equal(await page.getAttribute("html", "lang"), lang);
      assert.equal(await page.getAttribute("html", "dir"), lang === "ar" ? "rtl" : "ltr");
      assert.equal(await page.innerText("h1"), story.title[lang]);
      const {reports, official, media, claim, disputed, total} = expected();
      const said = numbersIn(await page.innerText(".still-lead"));
      for (const n of [reports, official, media, claim, disputed, total])
        assert.ok(said.includes(n), `${n} in ${said}`);
      const key = numbersIn(await page.innerText(".still-key"));
      assert.deepEqual(key.slice(0, 4), [official, media, claim, disputed]);

      const pictures = page.locator(".still-page svg[role=img]:visible");
      assert.equal(await pictures.count(), 1, "one drawing of the two");
      const box = await pictures.boundingBox();
      assert.ok(box.width >= width - 1 && box.width <= width + 1, `${box.width} px wide`);
      assert.ok((await pictures.locator("circle").count()) > 20, "marks on the map");

      const rows = page.locator("tbody tr");
      assert.ok((await rows.count()) >= 15);
      assert.ok(await rows.first().isVisible());
      const links = await page.locator("tbody a").evaluateAll((all) => all.map((a) => [a.href, a.innerText.trim()]));
      const known = new Set(
        rowsOf("sources.csv")
          .filter(({url}) => url !== "")
          .map(({url}) => new URL(url).href),
      );
      assert.ok(links.length >= 15);
      for (const [href, name] of links) assert.ok(known.has(href) && name !== "", href);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide at ${width}`);
    }
  });
}

test("printed, with the app running or without, the story is a page or two", async ({newPage, base}) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await newPage({javaScriptEnabled, locale: "en"});
    await page.goto(base);
    if (javaScriptEnabled) await waitForMap(page);
    const pdf = (await page.pdf({format: "A4", printBackground: true})).toString("latin1");
    const sheets = pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    assert.ok(sheets === 1 || sheets === 2, `${sheets} pages`);
    // Words of a PDF are packed; the links to the sources stand in it as they are.
    const urls = pdf.match(/\/URI \(https?:[^)]*\)/g) ?? [];
    assert.ok(urls.length >= 15, `${urls.length} links`);
    if (javaScriptEnabled) {
      await page.waitForFunction(() => document.querySelector(".still-page") === null);
      assert.ok(await page.locator("h1").isVisible(), "the app is back");
    }
  }
});

for (const [file, width] of PAGES.slice(0, 4)
  .flatMap((file) => [390, 1280].map((width) => [file, width]))
  .filter(([f]) => !/fr|ar/.test(f))) {
  test(
    `the app takes over ${file} at ${width} px without a jump, under a strict policy`,
    {
      server: {csp: POLICY},
      context: {viewport: {width, height: 900}, locale: "en"},
    },
    async ({page, base}) => {
      await watchShifts(page);
      await fontsFirst(page, 3);
      await page.addInitScript(() => {
        window.violations = [];
        document.addEventListener("securitypolicyviolation", (event) =>
          window.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
        );
      });
      await page.goto(new URL(file, base).href);
      await page.waitForFunction(() => document.documentElement.dataset.ready === "true");
      const still = await page.locator(".still-page").count();
      await waitForMap(page);
      const {usable, violations} = await page.evaluate(() => ({
        usable: performance.getEntriesByName("dateline:usable")[0].startTime,
        violations: window.violations,
      }));
      assert.equal(still, 0);
      // What moves until the app stands in place of the still; the map comes into the app later.
      await shiftsAtMost(page, 0.02, "before the app", (time) => time <= usable + 100);
      assert.deepEqual(violations, []);
    },
  );
}

for (const file of PAGES.slice(3)) {
  test(`fonts that come late move words of ${file} only in the room that is kept for them`, async ({newPage, base}) => {
    for (const width of [320, 360, 390, 640, 1000]) {
      const page = await newPage({viewport: {width, height: 900}});
      const release = await fontsLate(page);
      await page.goto(new URL(file, base).href, {waitUntil: "commit"});
      await page.waitForFunction(
        () => document.querySelector(".still-page footer") && performance.getEntriesByName("first-contentful-paint")[0],
      );
      const parts = () =>
        page.evaluate(() =>
          [...document.querySelectorAll(".still-page > :not(footer), .still-key > *")].map((part) => {
            const {top, bottom} = part.getBoundingClientRect();
            return `${part.className || part.localName} from ${Math.round(top)} to ${part.localName === "table" ? "below" : Math.round(bottom)}`;
          }),
        );
      assert.equal(await page.evaluate(() => document.fonts.status), "loading");
      const before = await parts();
      release();
      await page.evaluate(() => document.fonts.ready);
      assert.equal(await page.evaluate(() => document.fonts.status), "loaded");
      await frames(page);
      // The table ends where its rows end, and the foot of the page with it.
      assert.deepEqual(await parts(), before, `${width} px`);
      await page.close();
    }
  });
}

test("another record is never shown behind the story's picture", async ({page, base}) => {
  await page.goto(`${base}?data=data/datapackage.json`);
  await page.waitForFunction(() => document.querySelector(".still-page") === null);
});

test("what the heads name is there", async ({page, base}) => {
  for (const file of PAGES) {
    const html = await (await page.request.get(new URL(file, base).href)).text();
    const site = /rel="canonical" href="([^"]*\/)[^"/]*"/.exec(html)?.[1];
    const names = [...html.matchAll(/<(?:link|script)[^>]*?(?:href|src)="([^"]+)"/g)].map(([, name]) => name);
    assert.ok(names.length > 8);
    if (site) names.push(/property="og:image" content="([^"]+)"/.exec(html)[1]);
    for (const name of names) {
      const address = site !== undefined && name.startsWith(site) ? name.slice(site.length) : name;
      const answer = await page.request.get(new URL(address, new URL(file, base)).href);
      assert.equal(answer.status(), 200, `${name} of ${file}`);
    }
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1];
    if (file.startsWith("index")) assert.equal(JSON.parse(block)["@type"], "Dataset");
    const manifest = await (await page.request.get(new URL("dateline.webmanifest", base).href)).json();
    for (const {src} of manifest.icons)
      assert.equal((await page.request.get(new URL(src, base).href)).status(), 200, src);
  }
});

test("the pictures to share are 1200 by 630 and full of colours", async ({page, base}) => {
  await page.goto(new URL("dateline.webmanifest", base).href);
  for (const lang of ["en", "fr", "ar"]) {
    const bytes = await (await page.request.get(new URL(`picture.${lang}.png`, base).href)).body();
    assert.equal(bytes.subarray(1, 4).toString("latin1"), "PNG");
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630]);
    const colours = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const pen = new OffscreenCanvas(1200, 630).getContext("2d");
      pen.drawImage(image, 0, 0);
      const {data: dots} = pen.getImageData(0, 0, 1200, 630);
      const count = {};
      for (let i = 0; i < dots.length; i += 4) {
        const colour = `${dots[i]},${dots[i + 1]},${dots[i + 2]}`;
        count[colour] = (count[colour] ?? 0) + 1;
      }
      return count;
    }, bytes.toString("base64"));
    // Ink of the headline, red of the attacks, blue of the strikes, water, land.
    for (const [colour, least] of [
      ["28,26,23", 3000],
      ["184,51,27", 5000],
      ["34,96,143", 400],
      ["221,230,232", 3000],
      ["255,254,251", 80000],
    ])
      assert.ok((colours[colour] ?? 0) >= least, `${colour}: ${colours[colour]} in ${lang}`);
  }
});

test("an oEmbed answer, where there is one, is a plain frame of a page that exists", async ({page, base}) => {
  for (const [name, file] of [
    ["oembed.json", "embed.html"],
    ["oembed.fr.json", "embed.fr.html"],
  ]) {
    const html = await (await page.request.get(base)).text();
    const answer = await page.request.get(new URL(name, base).href);
    assert.equal(answer.ok(), html.includes("application/json+oembed"));
    if (!answer.ok()) continue;
    const {version, type, html: frame, thumbnail_width, title} = await answer.json();
    assert.deepEqual([version, type, thumbnail_width], ["1.0", "rich", 1200]);
    assert.ok(title.length > 10);
    assert.match(frame, new RegExp(`^<iframe [^<>]*src="https?://[^"]*${file.replace(".", "\\.")}"[^<>]*></iframe>$`));
  }
});

test("hashes of the scripts that others name are those of the files", async ({page, base, server}) => {
  const {createHash} = await import("node:crypto");
  const hashes = await (await page.request.get(new URL("integrity.json", base).href)).json();
  assert.ok(existsSync(server.options.dir));
  assert.ok(Object.keys(hashes).includes("embed.js"));
  for (const [name, hash] of Object.entries(hashes)) {
    const body = await (await page.request.get(new URL(name, base).href)).body();
    assert.equal(hash, `sha384-${createHash("sha384").update(body).digest("base64")}`, name);
  }
});
