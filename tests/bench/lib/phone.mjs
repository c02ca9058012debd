import {inOwnBrowser} from "./ownBrowser.mjs";

const PHONE = {viewport: {width: 390, height: 844}, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: "en"};
/** A slow line of the third generation, and a processor four times as slow as this machine's. */
const LINE = {offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8};
const SLOWDOWN = 4;
/** Ms between two tries of an input that has had no effect yet. */
const AGAIN = 150;

/**
 * Opens `url` on a slow phone: 4 times slower, 1.6 Mbit/s, 150 ms. `body` is given the page and `received`, the bytes so far by type and in all.
 * Throws when `body` does or is not done in `timeout` ms.
 */
export const onSlowPhone = (url, body, {timeout, before}) =>
  inOwnBrowser(
    async (browser) => {
      const page = await (await browser.newContext(PHONE)).newPage();
      page.setDefaultTimeout(timeout);
      const devtools = await page.context().newCDPSession(page);
      const bytes = {all: 0, script: 0};
      const types = new Map();
      devtools.on("Network.responseReceived", ({requestId, type}) => types.set(requestId, type));
      devtools.on("Network.loadingFinished", ({requestId, encodedDataLength}) => {
        bytes.all += encodedDataLength / 1000;
        if (types.get(requestId) === "Script") bytes.script += encodedDataLength / 1000;
      });
      await devtools.send("Network.enable");
      await devtools.send("Network.emulateNetworkConditions", LINE);
      await devtools.send("Emulation.setCPUThrottlingRate", {rate: SLOWDOWN});
      await page.addInitScript(watch, before);
      await page.goto(url, {waitUntil: "commit"});
      return body({page, received: () => ({...bytes})});
    },
    {timeout},
  );

/** In the page: notes the largest picture so far, and when `effect` says something else than it did before an input. */
function watch({effect}) {
  const phone = (globalThis.phone = {picture: null, answered: null, shift: 0, before: null});
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({type, buffered: true});
  observe("largest-contentful-paint", ({startTime}) => {
    if (phone.answered === null) phone.picture = startTime;
  });
  observe("layout-shift", ({value, hadRecentInput}) => {
    if (!hadRecentInput) phone.shift += value;
  });
  const said = () => {
    const element = document.querySelector(effect.selector);
    return element === null ? null : effect.attribute ? element.getAttribute(effect.attribute) : element.textContent;
  };
  const look = () => {
    const says = said();
    if (phone.before !== null && says !== null && says !== phone.before) phone.answered = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  /** To be called before an input. */
  phone.ask = () => (phone.before ??= said());
}

/** Ms from the request to the first paint and to the largest picture before an answer, and to what a reader's `input` first has an effect on. */
export async function answerTo(page, input) {
  const answered = () => page.evaluate(() => globalThis.phone?.answered ?? null).catch(() => null);
  while ((await answered()) === null) {
    const target = page.locator(input.selector).first();
    if (await target.isVisible().catch(() => false)) {
      await page.evaluate(() => void globalThis.phone.ask());
      await (input.key ? target.press(input.key, {timeout: 2000}) : target.tap({timeout: 2000})).catch(() => {});
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
  return page.evaluate(() => {
    const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
    return {
      first,
      picture: globalThis.phone.picture ?? NaN,
      answered: globalThis.phone.answered,
      shift: globalThis.phone.shift,
    };
  });
}
