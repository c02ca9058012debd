import assert from "node:assert/strict";
import {open, test} from "./harness.mjs";
import {choose, outcome, waitForWays, withFiles} from "./importing.mjs";
import {handle} from "./screen.mjs";

const DAY = 86_400_000;
const FIRST = Date.UTC(2020, 0, 1);
const DAYS = 60;
/** So many reports on each day, far too many for a mark each. */
const perDay = (day) => 20 + ((day * 37) % 41) * 4;
const table = () => {
  const rows = [];
  for (let day = 0; day < DAYS; day++)
    for (let i = 0; i < perDay(day); i++)
      rows.push(`${new Date(FIRST + day * DAY).toISOString().slice(0, 10)},Event ${day} ${i},33.3,44.4`);
  return ["date,title,latitude,longitude", ...rows].join("\n");
};

async function openBars(page, path) {
  await open(page);
  await waitForWays(page);
  await choose(page, path);
  assert.equal(await outcome(page, "bars.csv"), "shown");
  await page.waitForFunction(() => document.querySelectorAll(".timeline .bars canvas").length === 2);
}

/** The two pictures as their own pixels: by column of dots how many are painted, and the colour in the middle of them. */
const pictures = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".timeline .bars canvas")].map((canvas) => {
      const {width, height} = canvas;
      const copy = new OffscreenCanvas(width, height).getContext("2d");
      copy.drawImage(canvas, 0, 0);
      const {data} = copy.getImageData(0, 0, width, height);
      const heights = Array.from({length: width}, (_, x) => {
        let sum = 0;
        for (let y = 0; y < height; y++) sum += data[(y * width + x) * 4 + 3] / 255;
        return sum;
      });
      const colours = {};
      for (let i = 0; i < data.length; i += 4)
        if (data[i + 3] === 255) {
          const colour = data.slice(i, i + 3).join(" ");
          colours[colour] = (colours[colour] ?? 0) + 1;
        }
      const commonest = Object.entries(colours).sort((a, b) => b[1] - a[1])[0]?.[0];
      const box = canvas.getBoundingClientRect();
      return {heights, commonest, left: box.left, dots: width / box.width};
    }),
  );

/** Middles of the days, in dots of a picture, from where the handles stand on the whole record. */
async function middles(page, {left, dots}) {
  const centre = async (name) => {
    const box = await handle(page, name).boundingBox();
    return box.x + box.width / 2;
  };
  const [from, to] = [await centre("start"), await centre("end")];
  return Array.from({length: DAYS}, (_, day) => Math.round((from + ((day + 0.5) / DAYS) * (to - from) - left) * dots));
}

for (const deviceScaleFactor of [1, 2]) {
  test(
    `many reports stand as bars whose heights are their numbers, at ${deviceScaleFactor} dots a px`,
    {webgl: false, context: {deviceScaleFactor}},
    ({page}) =>
      withFiles({"bars.csv": table()}, async (path) => {
        await openBars(page, path);
        const [later, lit] = await pictures(page);
        assert.notEqual(later.commonest, lit.commonest);
        for (const picture of [later, lit]) {
          const at = await middles(page, picture);
          const most = Math.max(...Array.from({length: DAYS}, (_, day) => perDay(day)));
          const tallest = Math.max(...at.map((x) => picture.heights[x]));
          assert.ok(tallest > 40 * deviceScaleFactor, `the tallest is ${tallest} dots`);
          at.forEach((x, day) => {
            const expected = (perDay(day) / most) * tallest;
            assert.ok(
              Math.abs(picture.heights[x] - expected) <= 2,
              `day ${day}: ${picture.heights[x]}, not ${expected}`,
            );
          });
        }
      }),
  );
}

test("a scrub paints no bar: the lit ones are shown as far as the window goes", {webgl: false, alone: true}, ({page}) =>
  withFiles({"bars.csv": table()}, async (path) => {
    await openBars(page, path);
    const [later, lit] = await pictures(page);
    const at = await middles(page, later);
    await page.evaluate(() => (document.querySelector("date-line").view = {time: "2020-01-11..2020-01-25"}));
    await page.waitForFunction(() => document.querySelector("#dateline-timeline time").dateTime === "2020-01-25");
    await page.evaluate(() => {
      window.painted = 0;
      const {transferFromImageBitmap} = ImageBitmapRenderingContext.prototype;
      ImageBitmapRenderingContext.prototype.transferFromImageBitmap = function (bitmap) {
        window.painted++;
        return transferFromImageBitmap.call(this, bitmap);
      };
    });
    // Fonts that come late and change no width paint none either.
    await page.evaluate(() => document.fonts.dispatchEvent(new Event("loadingdone")));
    await page.evaluate(() => document.querySelector("date-line").seek("2020-01-20"));
    await page.waitForFunction(() => document.querySelector("#dateline-timeline time").dateTime === "2020-01-20");
    await page.mouse.move(0, 0);
    const area = await page.locator(".timeline .bars canvas").first().boundingBox();
    const {data, width} = await decode(page, await page.screenshot({clip: area}));
    // A dot just over the line on which all bars stand.
    const foot = await page.evaluate(
      (top) => Number(document.querySelector(".timeline line.base").getAttribute("y1")) - 6 - top,
      await page.evaluate(() => document.querySelector(".timeline .bars").offsetTop),
    );
    for (let day = 0; day < DAYS; day++) {
      const i = (Math.round(foot) * width + at[day]) * 4;
      const colour = data.slice(i, i + 3).join(" ");
      // The playhead stands at the end of the last day, the handles below.
      const expected = day >= 10 && day < 20 ? lit.commonest : later.commonest;
      assert.equal(colour, expected, `day ${day}`);
    }
    assert.equal(await page.evaluate(() => window.painted), 0);
    await page.getByRole("button", {name: "Switch to dark colours"}).click();
    await page.waitForFunction(() => window.painted === 2);
    const [dark] = await pictures(page);
    assert.notEqual(dark.commonest, later.commonest);
  }),
);

test("the bars are in print", {webgl: false}, ({page}) =>
  withFiles({"bars.csv": table()}, async (path) => {
    await openBars(page, path);
    const bare = async () => (await page.pdf({printBackground: true, width: "1440px", height: "900px"})).length;
    const whole = await bare();
    await page.addStyleTag({content: ".bars {visibility: hidden}"});
    const without = await bare();
    assert.ok(whole > without + 500, `${whole} bytes with them, ${without} without`);
  }),
);

async function decode(page, png) {
  return page.evaluate(
    async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
      pen.drawImage(image, 0, 0);
      return {width: image.width, data: [...pen.getImageData(0, 0, image.width, image.height).data]};
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
}
