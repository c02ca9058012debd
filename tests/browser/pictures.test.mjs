import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import Papa from "papaparse";
import {root} from "../../.ci/setup.mjs";
import {open, test} from "./harness.mjs";
import {waitForCard} from "./screen.mjs";

const {data: ROWS} = Papa.parse(readFileSync(join(root, "data/events.csv"), "utf8"), {
  header: true,
  skipEmptyLines: true,
});
const FORMS = ["square", "portrait", "story", "wide", "landscape", "upright"];
/** Of the dots that differ by more than a tenth of the way from black to white: letters are smoothed a little otherwise. */
const MOST_APART = 0.004;

async function written(page, dialog, format) {
  await dialog.locator(`[data-choice=format-${format}]`).check();
  await page.locator("[data-part=preview][aria-busy=false]").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("[data-action=save-picture]").click(),
  ]);
  const bytes = await readFile(await download.path());
  await page.locator("[data-part=picture-status]:not(:empty)").waitFor();
  return bytes;
}

/** What share of the dots of a painted picture are another than those of its drawing, set by the browser. */
const apart = (page, png, svg) =>
  page.evaluate(
    async ([png, svg]) => {
      const decode = async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const context = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext("2d");
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.naturalWidth, image.naturalHeight);
      };
      const [a, b] = await Promise.all([
        decode(`data:image/png;base64,${png}`),
        decode(`data:image/svg+xml;base64,${svg}`),
      ]);
      if (a.width !== b.width || a.height !== b.height) return 1;
      let different = 0;
      for (let at = 0; at < a.data.length; at += 4) {
        const away = [0, 1, 2].reduce((sum, i) => sum + Math.abs(a.data[at + i] - b.data[at + i]), 0);
        if (away > 77) different++;
      }
      return different / (a.width * a.height);
    },
    [png.toString("base64"), svg.toString("base64")],
  );

test(
  "what is painted is what is drawn, in each form, and says the numbers of the table",
  {webgl: false},
  async ({page}) => {
    await open(page, {hash: {time: "2023-10-17..2023-12-08", event: ""}});
    await waitForCard(page);
    await page.locator("[data-action=takeaway]").first().click();
    const dialog = page.locator("dialog[open]");
    await page.locator("[data-part=preview][aria-busy=false]").waitFor();
    const within = ROWS.filter(({scope, start}) => scope === "core" && start.slice(0, 10) <= "2023-12-08");
    const reports = within.filter(({category}) => ["attack", "interception"].includes(category));
    const sure = reports.filter(({status}) => ["us_official", "host_government"].includes(status));
    for (const form of FORMS) {
      await dialog.locator(`[data-choice=form-${form}]`).check();
      await dialog.locator("[data-choice=format-png]").check();
      await dialog.locator("[data-choice=scale-1]").check();
      const png = await written(page, dialog, "png");
      const svg = await written(page, dialog, "svg");
      const share = await apart(page, png, svg);
      assert.ok(share < MOST_APART, `${form}: ${(share * 100).toFixed(2)} % of the dots differ`);
      const text = svg
        .toString()
        .replace(/<style>.*?<\/style>/s, "")
        .replace(/<\/text>/g, "\n")
        .replace(/<[^>]*>/g, "");
      assert.match(text, new RegExp(`\\b${reports.length} reports`), form);
      assert.ok(text.split("\n").includes(String(sure.length)), `${form}: ${sure.length} confirmed`);
      assert.match(text, /^8\nDecember/m, form);
    }
  },
);
