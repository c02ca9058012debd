import {waitForReady} from "../../browser/harness.mjs";
import {MESSAGES} from "../../browser/hosts/messages.mjs";
import {inOwnBrowser} from "./ownBrowser.mjs";

/** Ms after which a frame that stands has nothing left to do. */
const REST = 1500;

/**
 * Opens `url` in a frame of a page of another site, and so of another process. `body` is given a function that sends the frame `count` messages
 * in `seconds`, as hosts and as nobody would, and says how busy its main thread was meanwhile, in ms a second. Throws when `body` does or is not
 * done in `timeout` ms.
 */
export const inFlood = (url, body, {timeout}) =>
  inOwnBrowser(
    async (browser) => {
      const page = await browser.newPage();
      page.setDefaultTimeout(timeout);
      await page.goto(new URL("/host.html", url.replace("127.0.0.1", "localhost")).href);
      await page.setContent(`<iframe width="620" height="900" src="${url}"></iframe>`);
      const frame = page.frames()[1];
      await frame.waitForLoadState();
      if (url.endsWith("embed.html")) await waitForReady(frame);
      await page.waitForTimeout(REST);
      const devtools = await page.context().newCDPSession(frame);
      // By the processor: what else the machine does is not counted.
      await devtools.send("Performance.enable", {timeDomain: "threadTicks"});
      return body(async ({count, seconds}) => {
        const before = await busy(devtools);
        const took = await page.evaluate(flood, {count, seconds, messages: MESSAGES});
        return {main: ((await busy(devtools)) - before) / seconds, took};
      });
    },
    {timeout},
  );

async function busy(devtools) {
  const {metrics} = await devtools.send("Performance.getMetrics");
  return metrics.find(({name}) => name === "TaskDuration").value * 1000;
}

/** In the page around the frame. Gives the seconds that it took to send. */
function flood({count, seconds, messages}) {
  const target = document.querySelector("iframe").contentWindow;
  const isLong = (at) => at % (count / 2) === count / 4;
  return new Promise((resolve) => {
    const began = performance.now();
    let sent = 0;
    const timer = setInterval(() => {
      const due = Math.min(count, ((performance.now() - began) / 1000 / seconds) * count);
      for (; sent < due; sent++)
        target.postMessage(isLong(sent) ? "x".repeat(10_000_000) : messages[sent % messages.length], "*");
      if (sent < count) return;
      clearInterval(timer);
      // The last of them arrive.
      setTimeout(resolve, 500, (performance.now() - began) / 1000);
    });
  });
}
