import assert from "node:assert/strict";
import {test} from "./harness.mjs";
import {installHosts, LIBRARIES} from "./hosts/install.mjs";
import {HOSTS, page as hostPage} from "./hosts/pages.mjs";

/** How long nothing may come for the frame to have settled, and how often it is looked at until then, in ms. */
const QUIET = 1200;
const LOOK = 100;
const PATIENCE = 14_000;

for (const [name, {content, most = Infinity}] of Object.entries(HOSTS))
  test(`a frame is as high as it needs to be, with ${name}`, {webgl: false}, async ({page, server, serve}) => {
    installHosts();
    const embed = `${server.url}embed.html`;
    const host = await serve({dir: LIBRARIES, files: {"": hostPage(content(embed, `${server.url}embed.js`))}});
    await page.goto(host.url);
    await settled(page, most);

    const before = await page.evaluate(() => window.heights);
    await page.evaluate(() => (document.querySelector("#column").style.width = "330px"));
    const narrow = await settled(page, most);
    const messages = (await page.evaluate(() => window.heights)) - before;
    assert.ok(messages > 0 || most < Infinity, "the new height is told");
    assert.ok(messages <= 20, `${messages} messages for one change of width`);

    await page.evaluate(() => (document.querySelector("#column").style.width = "620px"));
    const wide = await settled(page, most);
    assert.notEqual(narrow.width, wide.width);
    const still = await page.evaluate(() => window.heights);
    await page.waitForTimeout(QUIET);
    assert.equal(await page.evaluate(() => window.heights), still, "it says no more");
  });

/** Waits until the frame shows its data and has the height of its content, and says no more for a while; returns its size. */
async function settled(page, most) {
  const frame = await page.waitForSelector("iframe").then((element) => element.contentFrame());
  await frame.waitForFunction(() => document.documentElement.dataset.ready === "true");
  const measure = async () => {
    const inside = await frame.evaluate(() => ({
      needed: document.querySelector("date-line").getBoundingClientRect().bottom + scrollY,
      height: innerHeight,
      width: innerWidth,
    }));
    return {...inside, messages: await page.evaluate(() => window.heights)};
  };
  const isRight = ({needed, height}) => Math.abs(Math.min(needed, most) - height) <= 1;
  const begun = performance.now();
  let last = await measure();
  let since = begun;
  while (performance.now() - begun < PATIENCE) {
    await page.waitForTimeout(LOOK);
    const now = await measure();
    if (!isRight(now) || now.messages !== last.messages) since = performance.now();
    if (performance.now() - since >= QUIET) return now;
    last = now;
  }
  assert.fail(`it does not settle: ${JSON.stringify(last)}`);
}
