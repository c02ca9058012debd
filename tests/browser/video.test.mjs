import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {unzipSync} from "fflate";
import {ALL_FORMATS, BufferSource, Input} from "mediabunny";
import {root} from "../../.ci/setup.mjs";
import {open, test} from "./harness.mjs";
import {numbers} from "./screen.mjs";

const DAY = 86_400_000;
const FRAMES = 60;
const KEPT = [0, 13, 29, 41, 59];
const MEDIABUNNY = join(root, "node_modules/mediabunny/dist/bundles/mediabunny.min.mjs");

/** Has the page keep of every frame that goes to the encoder: a hash of its pixels, the words painted on it, and of some the picture. */
function watchFrames(kept) {
  const {VideoFrame: Native} = globalThis;
  const {fillText} = CanvasRenderingContext2D.prototype;
  const words = new WeakMap();
  globalThis.frames_ = [];
  CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
    words.set(this.canvas, (words.get(this.canvas) ?? "") + text);
    return fillText.call(this, text, ...place);
  };
  // The ground comes first in every frame.
  const {drawImage} = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.drawImage = function (from, ...place) {
    if (place.length === 2) words.set(this.canvas, words.get(from) ?? "");
    return drawImage.call(this, from, ...place);
  };
  globalThis.VideoFrame = function (canvas, init) {
    const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let hash = 0x811c9dc5;
    for (const pixel of new Uint32Array(data.buffer)) hash = Math.imul(hash ^ pixel, 0x01000193);
    const picture = kept.includes(globalThis.frames_.length) ? canvas.toDataURL() : null;
    globalThis.frames_.push({hash, words: words.get(canvas), picture});
    return new Native(canvas, init);
  };
}

async function openTab(page, {length, form = "square"}) {
  await page.locator("[data-action=takeaway]").first().click();
  await page.locator("[data-tab=video]").click();
  await page.locator(`[data-choice=form-${form}]`).check();
  for (const [name, seconds] of Object.entries({play: length, hold: 0})) {
    await page.locator(`input[name=${name}]`).fill(String(seconds));
    await page.locator(`input[name=${name}]`).blur();
  }
  await page.waitForFunction(
    () =>
      document.querySelector("[data-action=make-video]:enabled") !== null &&
      /\d.*\d/.test(document.querySelector("[data-part=estimate]").textContent),
    undefined,
    {timeout: 40_000},
  );
  return page.locator("dialog[open]");
}

async function made(page, during = async () => {}) {
  await page.evaluate(() => (globalThis.frames_ = []));
  const [download] = await Promise.all([
    page.waitForEvent("download", {timeout: 60_000}),
    page.locator("[data-action=make-video]").click().then(during),
  ]);
  return {
    name: download.suggestedFilename(),
    bytes: readFileSync(await download.path()),
    frames: await page.evaluate(() => globalThis.frames_),
  };
}

/** How far each of some frames of a video is from the picture that it was made of, per channel, from 0 to 255. */
async function differences(page, url, video, pictures) {
  await page.goto(url);
  return page.evaluate(
    async ({video, pictures}) => {
      const {ALL_FORMATS, BlobSource, Input, VideoSampleSink} = await import("./mediabunny.mjs");
      const blob = await (await fetch(`data:video/mp4;base64,${video}`)).blob();
      const input = new Input({formats: ALL_FORMATS, source: new BlobSource(blob)});
      const sink = new VideoSampleSink(await input.getPrimaryVideoTrack());
      const pixels = (draw, {width, height}) => {
        const context = new OffscreenCanvas(width, height).getContext("2d");
        draw(context);
        return context.getImageData(0, 0, width, height).data;
      };
      const found = [];
      for (const {frame, picture} of pictures) {
        const image = await createImageBitmap(await (await fetch(picture)).blob());
        const sample = await sink.getSample((frame + 0.5) / 30);
        const [a, b] = [
          pixels((context) => context.drawImage(image, 0, 0), image),
          pixels((context) => sample.draw(context, 0, 0), image),
        ];
        sample.close();
        let [sum, count] = [0, 0];
        for (let i = 0; i < a.length; i += 13, count++) sum += Math.abs(a[i] - b[i]);
        found.push(sum / count);
      }
      return found;
    },
    {video: video.toString("base64"), pictures},
  );
}

const letters = (text) => text.replace(/[\s·\u200e\u200f\u2066-\u2069]+/g, "");

test(
  "a video is what the page shows, frame by frame, and the same when it is made again",
  {webgl: false, timeout: 120_000},
  async ({page, newPage, serve}) => {
    await page.addInitScript(watchFrames, KEPT);
    await open(page);
    const dialog = await openTab(page, {length: FRAMES / 30});
    const supported = await page.evaluate(
      async () =>
        (await VideoEncoder.isConfigSupported({codec: "avc1.640020", width: 1080, height: 1080, framerate: 30}))
          .supported,
    );
    const [codec, ending] = supported ? ["avc", "mp4"] : ["vp9", "webm"];
    assert.equal(await dialog.getByText(/This browser cannot write H\.264/).count(), supported ? 0 : 1);

    // Cancelled in the middle: no file, and one can begin again.
    await page.locator("[data-action=make-video]").click();
    await page.getByText(/Frame [2-9]\d* of 60/).waitFor();
    await page.locator("[data-action=cancel-video]").click();
    await dialog.getByText("Cancelled. There is no file.").waitFor();

    const first = await made(page);
    await dialog.getByText(/^Saved as/).waitFor();
    assert.match(first.name, new RegExp(`^Attack by attack.*\\.${ending}$`));
    assert.equal(first.frames.length, FRAMES);
    const input = new Input({formats: ALL_FORMATS, source: new BufferSource(first.bytes)});
    const track = await input.getPrimaryVideoTrack();
    const {packetCount, averagePacketRate} = await track.computePacketStats();
    assert.deepEqual(
      [await track.getCodec(), await track.getDisplayWidth(), await track.getDisplayHeight(), packetCount],
      [codec, 1080, 1080, FRAMES],
    );
    assert.ok(Math.abs((await input.computeDuration()) - 2) < 0.01 && Math.round(averagePacketRate) === 30);

    // Closed, and with no frames of the screen to go by, it goes on; nothing of it differs.
    const second = await made(page, async () => {
      await page.keyboard.press("Escape");
      await dialog.waitFor({state: "detached"});
      await page.evaluate(() => {
        globalThis.requestAnimationFrame_ = globalThis.requestAnimationFrame;
        globalThis.requestAnimationFrame = () => 0;
      });
    });
    await page.evaluate(() => (globalThis.requestAnimationFrame = globalThis.requestAnimationFrame_));
    const hashes = ({frames}) => frames.map(({hash}) => hash);
    assert.deepEqual(hashes(second), hashes(first));
    assert.ok(new Set(hashes(first)).size > FRAMES * 0.9, "and they move");

    // The words on a frame are those of the page at that time.
    const [from, last] = [Date.parse("2023-10-17T00:00Z"), Date.parse("2023-12-09T00:00Z")];
    for (const frame of KEPT) {
      const playhead = Math.round(from + DAY + ((last - from - DAY) * frame) / (FRAMES - 1));
      const day = new Date(playhead - 1).toISOString().slice(0, 10);
      await page.evaluate((time) => document.querySelector("date-line").seek(time), new Date(playhead).toISOString());
      await page.waitForSelector(`#dateline-timeline time[datetime="${day}"]`);
      const {words} = first.frames[frame];
      const {reports, certainty, tempo} = await numbers(page);
      const shown = [
        await page.locator("#dateline-timeline time").textContent(),
        `${reports || "no"} reports`,
        certainty.map((line) => /\d+$/.exec(line)[0]).join(""),
        `${tempo[0]} in the last 7 days ${tempo[1]} in the 7 before`,
      ];
      for (const each of shown) assert.ok(letters(words).includes(letters(each)), `${day}: ${each}\n${words}`);
    }

    const {url} = await serve({
      files: {"read.html": "<!doctype html><title>Read</title>", "mediabunny.mjs": readFileSync(MEDIABUNNY, "utf8")},
    });
    const pictures = KEPT.map((frame) => ({frame, picture: first.frames[frame].picture}));
    const away = await differences(await newPage(), `${url}read.html`, first.bytes, pictures);
    assert.ok(
      away.every((each) => each < 4),
      `what is decoded is what was painted: ${away}`,
    );
  },
);

test(
  "where nothing can write a video the frames are saved as pictures, and the tab says so",
  {webgl: false, timeout: 90_000},
  async ({page}) => {
    await page.addInitScript(() => delete globalThis.VideoEncoder);
    await open(page);
    const dialog = await openTab(page, {length: 1});
    await dialog.getByText(/This browser cannot write a video/).waitFor();
    await dialog.getByText(/30 PNG pictures.*30 a second/).waitFor();
    const {name, bytes} = await made(page);
    assert.match(name, /\.zip$/);
    const files = unzipSync(bytes);
    const names = Object.keys(files);
    assert.deepEqual(
      [names.length, names[0], names[1], names.at(-1)],
      [31, "README.txt", "frame-00001.png", "frame-00030.png"],
    );
    const size = (png) => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];
    for (const each of names.slice(1)) assert.deepEqual(size(files[each]), [1080, 1080]);
    assert.notDeepEqual(files["frame-00001.png"], files["frame-00030.png"]);
  },
);
