import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {unzipSync} from "fflate";
import {root} from "../../.ci/setup.mjs";
import {open, test} from "./harness.mjs";
import {pageLetters} from "./pdf.mjs";
import {waitForCard} from "./screen.mjs";

const STORY = JSON.parse(readFileSync(join(root, "data/story.json"), "utf8"));
/** Dots of each form at one to a px, and the size of its sheet in mm. */
const FORMS = {
  square: {size: [1080, 1080]},
  portrait: {size: [1080, 1350]},
  story: {size: [1080, 1920]},
  wide: {size: [1920, 1080]},
  landscape: {size: [1587, 1122], sheet: [297, 210]},
  upright: {size: [1122, 1587], sheet: [210, 297]},
};
const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; font-src 'self'";

async function start(page, options) {
  await open(page, options);
  await waitForCard(page);
  await page.locator("[data-action=takeaway]").first().click();
  await settled(page);
  return page.locator("dialog[open]");
}
/** Waits until what is chosen has been drawn. */
const settled = (page) => page.locator("[data-part=preview][aria-busy=false]").waitFor();
const choose = (dialog, ...names) =>
  names.reduce((before, name) => before.then(() => dialog.locator(`[data-choice=${name}]`).check()), Promise.resolve());
async function saved(page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("[data-action=save-picture]").click(),
  ]);
  const bytes = await readFile(await download.path());
  await page.locator("[data-part=picture-status]:not(:empty)").waitFor();
  return {name: download.suggestedFilename(), bytes};
}
function pngSize(bytes) {
  assert.equal(bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test(
  "each form is written in its size, twice as the same bytes, and paper in that of its sheet",
  {webgl: false, server: {csp: STRICT}},
  async ({page}) => {
    const dialog = await start(page);
    await choose(dialog, "scale-1");
    for (const [form, {size, sheet}] of Object.entries(FORMS)) {
      await choose(dialog, `form-${form}`);
      const {bytes} = await saved(page);
      assert.deepEqual(pngSize(bytes), size, form);
      // Drawn anew, not taken from before.
      await choose(dialog, "theme-dark");
      await settled(page);
      await choose(dialog, "theme-light");
      assert.ok((await saved(page)).bytes.equals(bytes), `${form} twice`);
      const chunk = bytes.indexOf("pHYs");
      if (sheet === undefined) assert.equal(chunk, -1, form);
      else
        size.forEach((dots, i) => {
          const mm = (dots / bytes.readUInt32BE(chunk + 4 + 4 * i)) * 1000;
          assert.ok(Math.abs(mm - sheet[i]) < 0.5, `${form}: ${mm} mm`);
        });
    }
  },
);

/** How many px the sharpest upright edge of a part of a picture takes, from light to dark, in the picture and in another that is enlarged. */
const sharpness = (page, pictures, {left, top, width, height}) =>
  page.evaluate(
    async ([pictures, left, top, width, height]) => {
      const read = async (image) => {
        const bytes = Uint8Array.from(atob(image), (letter) => letter.charCodeAt(0));
        return createImageBitmap(new Blob([bytes], {type: "image/png"}));
      };
      const edge = (bitmap) => {
        const context = new OffscreenCanvas(width * 4, height * 4).getContext("2d");
        const scale = bitmap.width / 1920;
        context.imageSmoothingQuality = "high";
        context.drawImage(
          bitmap,
          left * scale,
          top * scale,
          width * scale,
          height * scale,
          0,
          0,
          width * 4,
          height * 4,
        );
        const {data} = context.getImageData(0, 0, width * 4, height * 4);
        const light = (x, y) => data[4 * (y * width * 4 + x) + 1];
        let [steepest, least, most] = [0, 255, 0];
        for (let y = 0; y < height * 4; y++)
          for (let x = 1; x < width * 4; x++) {
            steepest = Math.max(steepest, Math.abs(light(x, y) - light(x - 1, y)));
            [least, most] = [Math.min(least, light(x, y)), Math.max(most, light(x, y))];
          }
        return (most - least) / steepest;
      };
      return Promise.all(pictures.map(async (image) => edge(await read(image))));
    },
    [pictures.map((bytes) => bytes.toString("base64")), left, top, width, height],
  );

test("a picture of four dots to a px is drawn so, not enlarged", {webgl: false}, async ({page}) => {
  const dialog = await start(page, {query: {theme: "light"}});
  const pictures = [];
  for (const scale of [4, 1]) {
    await choose(dialog, `scale-${scale}`);
    pictures.push((await saved(page)).bytes);
  }
  assert.deepEqual(pngSize(pictures[0]), [7680, 4320]);
  // The title, at the start of the picture.
  const [fine, enlarged] = await sharpness(page, pictures, {left: 55, top: 75, width: 420, height: 190});
  assert.ok(fine < 1.5, `an edge of ${fine} px`);
  assert.ok(enlarged > 2, `enlarged, an edge of ${enlarged} px`);
});

test(
  "an SVG opens alone with its fonts, looks like the PNG, and says what the page counts",
  {webgl: false},
  async ({page, newContext}) => {
    const hash = {time: "2023-10-17..2023-11-30", "show.category": "attack,interception"};
    const dialog = await start(page, {hash, query: {theme: "light"}});
    await choose(dialog, "scale-1");
    const png = (await saved(page)).bytes;
    await choose(dialog, "format-svg");
    const {name, bytes} = await saved(page);
    assert.match(name, /\.svg$/);
    const text = bytes.toString("utf8");
    const addresses = [...text.matchAll(/(?:url\(\s*|(?:href|src)\s*=\s*["'])([^)"'\s]{0,40})/g)].map(([, to]) => to);
    assert.deepEqual(
      addresses.filter((to) => !/^#|^data:font\/woff2;base64,/.test(to)),
      [],
    );
    assert.ok(addresses.some((to) => to.startsWith("data:font")));
    assert.doesNotMatch(text, /<script|<foreignObject|\son\w+=|@import|<image/i);

    const file = join(await mkdtemp(join(tmpdir(), "dateline-")), "picture.svg");
    await writeFile(file, bytes);
    const alone = await newContext({viewport: {width: 1920, height: 1080}, offline: true});
    const tried = [];
    alone.on("request", (request) => tried.push(request.url()));
    const view = await alone.newPage();
    await view.goto(`file://${file}`);
    const shown = await view.evaluate(async () => {
      await document.fonts.ready;
      const loaded = [...document.fonts].filter(({status}) => status === "loaded").map(({family}) => family);
      const lines = [...document.querySelectorAll("text")].map((line) => ({
        y: Number(line.getAttribute("y")),
        text: line.textContent,
      }));
      return {broken: document.querySelector("parsererror") !== null, loaded, lines};
    });
    assert.equal(shown.broken, false);
    for (const family of ["Inter", "Source Serif 4"])
      assert.ok(
        shown.loaded.some((each) => each.includes(family)),
        family,
      );
    const picture = await view.screenshot();
    assert.deepEqual(
      tried.filter((url) => !/^(file|data):/.test(url)),
      [],
    );
    const apart = await page.evaluate(
      async (pictures) => {
        const [a, b] = await Promise.all(
          pictures.map(async (image) => {
            const bytes = Uint8Array.from(atob(image), (letter) => letter.charCodeAt(0));
            const context = new OffscreenCanvas(1920, 1080).getContext("2d");
            context.drawImage(await createImageBitmap(new Blob([bytes], {type: "image/png"})), 0, 0);
            return context.getImageData(0, 0, 1920, 1080).data;
          }),
        );
        let far = 0;
        for (let i = 0; i < a.length; i += 4) far += Math.abs(a[i + 1] - b[i + 1]) > 64 ? 1 : 0;
        return far / (a.length / 4);
      },
      [png.toString("base64"), picture.toString("base64")],
    );
    assert.ok(apart < 0.003, `${(apart * 100).toFixed(2)} % of the dots differ`);

    const {events, facets} = await page.evaluate(() => document.querySelector("date-line").counts);
    const {us_official, host_government = 0, media_report, claim_only} = facets.status;
    const beside = (label) => {
      const {y} = shown.lines.find((line) => line.text === label);
      return shown.lines
        .filter((line) => Math.abs(line.y - y) < 4 && /^[\d,]+$/.test(line.text))
        .map((line) => Number(line.text.replace(",", "")));
    };
    assert.deepEqual(beside("Confirmed by an official"), [us_official + host_government]);
    assert.deepEqual(beside("Reported by media"), [media_report]);
    assert.deepEqual(beside("Claim only"), [claim_only]);
    const words = shown.lines.map((line) => line.text).join(" ");
    assert.match(words, new RegExp(`\\b${events} reports\\b`));
    assert.match(words, /\b30 November\b/);
  },
);

test(
  "of a hostile story pictures have texts, and files harmless names",
  {webgl: false, server: {csp: STRICT}},
  async ({page, server, newPage}) => {
    const title = `"><script>document.title='gone'</script>&amp; <b onload=x>]]> ../..`;
    server.options.files["own/story.json"] = JSON.stringify({
      title,
      data: "events.csv",
      chapters: [
        {title: `<img src=x onerror=1>/../`, text: title, view: {}},
        {title: "", text: "", view: {}},
      ],
    });
    server.options.files["own/events.csv"] =
      "date,lat,lon,title\n2024-01-01,33,44,<script>\n2024-01-05,34,45,</text><svg>";
    const dialog = await start(page, {query: {data: "own/story.json"}});
    await choose(dialog, "format-svg", "form-story");
    const {name, bytes} = await saved(page);
    assert.doesNotMatch(name, /[<>"/\\]|\.\./);
    const found = await (
      await newPage()
    ).evaluate((text) => {
      const picture = new DOMParser().parseFromString(text, "image/svg+xml");
      return {
        broken: picture.querySelector("parsererror")?.textContent ?? null,
        barred: picture.querySelectorAll("script, img, b, foreignObject, a, image").length,
        said: [...picture.querySelectorAll("text")].map(({textContent}) => textContent).join(""),
      };
    }, bytes.toString("utf8"));
    assert.equal(found.broken, null);
    assert.equal(found.barred, 0);
    assert.ok(found.said.includes("<script>"), found.said);
    await dialog.locator("select[name=of]").selectOption("each");
    const files = Object.keys(unzipSync(new Uint8Array((await saved(page)).bytes)));
    assert.deepEqual(files, ["01 img src=x onerror=1.svg", "02.svg"]);
    assert.notEqual(await page.title(), "gone");
  },
);

test(
  "all chapters are saved in a zip, and printed on a page each, with nothing else of the page",
  {webgl: false, server: {csp: STRICT}},
  async ({page, context}) => {
    await context.addInitScript(() => {
      window.print = () => (window.prints = (window.prints ?? 0) + 1);
    });
    const dialog = await start(page);
    const {chapters} = STORY;
    await choose(dialog, "scale-1", "form-square");
    await dialog.locator("select[name=of]").selectOption("each");
    const files = unzipSync(new Uint8Array((await saved(page)).bytes));
    assert.equal(Object.keys(files).length, chapters.length);
    Object.entries(files).forEach(([name, bytes], i) => {
      assert.ok(name.startsWith(String(i + 1).padStart(2, "0")), name);
      assert.deepEqual(pngSize(Buffer.from(bytes)), [1080, 1080], name);
    });

    const bare = (text) => text.replace(/\s+/g, "");
    let printed = 0;
    for (const lang of ["en", "fr", "ar"]) {
      await choose(dialog, `lang-${lang}`);
      await dialog.locator("[data-action=print-chapters]").click();
      await page.waitForFunction((before) => window.prints > before, printed++);
      const told = await page.locator(".dateline-pages article").allTextContents();
      const pages = pageLetters(await page.pdf({preferCSSPageSize: true}));
      assert.equal(pages.length, chapters.length, lang);
      chapters.forEach(({title, text}, i) => {
        assert.ok(told[i].includes(title[lang]) && told[i].includes(text[lang]), `${lang} ${i + 1}`);
        // Arabic letters stand in a PDF in the order and the forms in which they are seen.
        if (lang !== "ar") assert.ok(pages[i].includes(bare(text[lang])), `${lang} ${i + 1}: ${pages[i]}`);
        assert.doesNotMatch(pages[i], /Takeitaway/);
      });
      await page.locator(".dateline-pages").waitFor({state: "detached"});
    }
    assert.ok(await page.locator("dialog[open]").isVisible(), "the dialog is as it was");
    assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
  },
);

test(
  "what cannot be had is said in words, and fits on a small phone in Arabic and in the dark",
  {
    webgl: false,
    allowErrors: /net::ERR_FAILED|Failed to load resource/,
    context: {viewport: {width: 320, height: 640}},
  },
  async ({page}) => {
    await open(page, {lang: "ar", theme: "dark"});
    await page.locator("[data-action=menu]").click();
    await page.locator("[data-action=takeaway]").first().click();
    await settled(page);
    const dialog = page.locator("dialog[open]");
    await choose(dialog, "format-svg");
    await page.route("**/*.woff2", (route) => route.abort());
    await page.locator("[data-action=save-picture]").click();
    await dialog.getByRole("alert").waitFor();
    assert.match(await dialog.getByRole("alert").innerText(), /الخطوط/);
    const over = await dialog.evaluate((box) => box.scrollWidth - box.clientWidth);
    assert.ok(over <= 0, `${over} px too wide`);
    await page.unroute("**/*.woff2");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("alert").getByRole("button").click(),
    ]);
    assert.match(download.suggestedFilename(), /\.svg$/);
  },
);
