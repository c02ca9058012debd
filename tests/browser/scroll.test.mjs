import assert from "node:assert/strict";
import {open, test} from "./harness.mjs";

/** Reads and scrolls the story, in the page or in the shadow root of an element; runs in the page. */
const TOOLS = () => {
  window.story = () => {
    const host = document.querySelector("date-line");
    const root = host.shadowRoot ?? document;
    const scrolled = root.querySelector(".scroll");
    const box = [host, ...(host.shadowRoot ? [host.shadowRoot.querySelector(".frame")] : [])].find((node) =>
      /auto|scroll/.test(getComputedStyle(node).overflowY),
    );
    return {host, root, scrolled, box};
  };
  /** Brings what is `by` px below the head of a chapter's card to where it is read. */
  window.read = (chapter, by = 40) => {
    const {root, scrolled, box} = story();
    const card = root.querySelector(`[data-chapter="${chapter}"]`).getBoundingClientRect();
    const [top, height] = box ? [box.getBoundingClientRect().top, box.clientHeight] : [0, innerHeight];
    const eye = top + height * (scrolled.classList.contains("broad") ? 0.5 : 0.79);
    (box ?? window).scrollBy({top: card.top + by - eye, behavior: "instant"});
  };
  window.gap = (chapter) => {
    const {root} = story();
    const [a, b] = [chapter, chapter + 1].map((n) =>
      root.querySelector(`[data-chapter="${n}"]`).getBoundingClientRect(),
    );
    return {height: a.height, length: b.top - a.bottom};
  };
};
const view = (page) => page.evaluate(() => document.querySelector("date-line").view);
const isAt = (page, step) =>
  page.waitForFunction((wanted) => {
    const {step, time, event, map, show, q, mode} = document.querySelector("date-line").view;
    return step === wanted && [time, event, map, show, q, mode].every((each) => each === undefined);
  }, step);

async function ready(page) {
  await page.waitForFunction(() => {
    const host = document.querySelector("date-line");
    return (host.shadowRoot ?? document).querySelector(".scroll [data-chapter]") !== null && host.view?.step > 0;
  });
  await page.evaluate(TOOLS);
}

/** Scrolls from start to end and back: each chapter's view, exactly, and between two of them the window on its way. */
async function through(page, by = 1) {
  const count = await page.evaluate(() => story().root.querySelectorAll("[data-chapter]").length);
  assert.ok(count >= 5);
  const ways = [];
  const ends = [];
  for (let step = 1; step <= count; step += by) {
    await page.evaluate((n) => read(n), step);
    await isAt(page, step);
    ends.push(await page.evaluate(() => story().root.querySelector("time").dateTime));
    if (step + by > count) break;
    await page.evaluate((n) => read(n, gap(n).height + gap(n).length * 0.3), step);
    await page.waitForFunction(
      (n) =>
        document.querySelector("date-line").view.step === n &&
        document.querySelector("date-line").view.time !== undefined,
      step,
    );
    ways.push((await view(page)).time.split("..")[1]);
  }
  assert.deepEqual([...ends].sort(), ends, "time goes on");
  ways.forEach((day, at) => assert.ok(day >= ends[at] && day <= ends[at + 1], `${ends[at]} ${day} ${ends[at + 1]}`));
  for (let step = count; step >= 1; step -= 3) {
    await page.evaluate((n) => read(n), step);
    await isAt(page, step);
  }
}

for (const [width, height] of [
  [1280, 800],
  [390, 844],
])
  test(
    `scrolling from start to end and back reaches each chapter exactly: ${width}`,
    {webgl: false},
    async ({page}) => {
      await open(page, {view: "scroll", viewport: [width, height]});
      await ready(page);
      const words = await page.evaluate(() => ({
        headings: [...document.querySelectorAll(".scroll :is(h1, h2)")].map(({localName}) => localName).join(" "),
        sideways: document.documentElement.scrollWidth > innerWidth,
      }));
      assert.match(words.headings, /^h1( h2){6,}$/);
      assert.equal(words.sideways, false);
      await through(page);
      if (width > 1000) {
        // The wheel over the map scrolls the page, and the way on leads to exploring the same story.
        const before = await page.evaluate(() => scrollY);
        await page.mouse.move(900, 300);
        await page.mouse.wheel(0, 240);
        await page.waitForFunction((y) => scrollY > y, before);
        await page.getByRole("link", {name: "Explore the map and the timeline"}).click();
        await page.waitForSelector("#dateline-card [role=tab]");
        assert.equal(await page.evaluate(() => document.querySelector("date-line").view.step), undefined);
      }
    },
  );

test("a link leads to a chapter, also when it is followed in the page", {webgl: false}, async ({page}) => {
  await open(page, {view: "scroll", hash: {step: 4}, reducedMotion: "reduce"});
  await ready(page);
  const isRead = (step) =>
    page.waitForFunction((n) => {
      const {top, bottom} = story().root.querySelector(`[data-chapter="${n}"]`).getBoundingClientRect();
      return top <= innerHeight / 2 + 1 && bottom >= innerHeight / 2;
    }, step);
  await isRead(4);
  await isAt(page, 4);
  await page.locator("[data-chapter='6'] a").click();
  await isRead(6);
  await isAt(page, 6);
  await page.evaluate(() => (location.hash = "view=scroll&step=2"));
  await isRead(2);
  await isAt(page, 2);
});

test("on paper all of the text is there", {webgl: false}, async ({page}) => {
  await open(page, {view: "scroll"});
  await ready(page);
  const texts = await page.locator("[data-chapter] p").allInnerTexts();
  await page.emulateMedia({media: "print"});
  const boxes = await page
    .locator("[data-chapter] p")
    .evaluateAll((all) =>
      all.map(
        (each) =>
          each.checkVisibility({opacityProperty: true, visibilityProperty: true}) &&
          each.getBoundingClientRect().height > 0,
      ),
    );
  assert.ok(texts.length > 5 && boxes.every(Boolean));
});

const HEAD = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
const BEFORE = `<p style="height: 700px">Before.</p>`;

for (const [title, attributes] of [
  ["scrolled with the article around it", ""],
  ["of a fixed height, which scrolls by itself", 'height="620"'],
])
  test(`in somebody else's page, ${title}, it reaches each chapter`, {webgl: false}, async ({page, server, serve}) => {
    const article = await serve({
      files: {
        "article.html": `<!doctype html><html lang="en"><head>${HEAD}<title>An article</title></head><body>${BEFORE}<date-line view="scroll" ${attributes}></date-line><p>After.</p><script type="module" src="${server.url}inline.js"></script></body></html>`,
      },
    });
    await page.setViewportSize({width: 1000, height: 760});
    await page.goto(`${article.url}article.html`);
    await ready(page);
    assert.equal(await page.evaluate(() => scrollY), 0, "the article is not scrolled by it");
    if (attributes !== "") await page.evaluate(() => scrollTo(0, 600));
    await through(page, 4);
    if (attributes !== "") assert.equal(await page.evaluate(() => scrollY), 600);
  });

test("in a frame of fixed height it scrolls by itself", {webgl: false}, async ({page, serve}) => {
  const article = `<!doctype html><meta charset="utf-8"><h1>Article</h1><date-line view="scroll" height="700" scrolling="auto"></date-line>
    <script src="embed.js" defer></script>`;
  const {url} = await serve({files: {"article.html": article}});
  await page.goto(`${url}article.html`);
  await page.waitForFunction(() => document.querySelector("date-line").view?.step === 1);
  const frame = page.frames()[1];
  await page.locator("iframe").hover();
  await page.mouse.wheel(0, 3000);
  await frame.waitForFunction(() => document.querySelector("date-line").view.step > 2);
});
