import {readFile} from "node:fs/promises";
import {launch} from "../../browser/harness.mjs";
import {inOwnBrowser} from "./ownBrowser.mjs";

const FLAGS = ["--enable-precise-memory-info", "--disable-features=SpareRendererForSitePerProcess"];
const UNHELD = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];
const VIEWPORT = {width: 1440, height: 900};

/**
 * Opens `url` in a Chromium of its own, which reaches no other host, and gives `body` what it measures with; closes it whatever happens. Throws
 * when `body` does, when the page throws, when it asks another host unless it `asksOthers`, or is not done in `timeout` ms. A page that is
 * `unheld` makes frames as soon as it can, not only as many as a display shows.
 */
export const inFreshBrowser = (url, body, {timeout, asksOthers = false, unheld = false}) =>
  inOwnBrowser(
    async (browser, fail) => {
      const context = await browser.newContext({
        viewport: VIEWPORT,
        deviceScaleFactor: 1,
        locale: "en",
        timezoneId: "UTC",
      });
      const page = await context.newPage();
      page.setDefaultTimeout(timeout);
      page.on("crash", () => fail("the page crashed"));
      context.on("weberror", (event) => {
        const error = event.error();
        if (!asksOthers || !/failed to fetch/i.test(error?.message)) fail(`uncaught: ${error?.stack ?? error}`);
      });
      context.on("request", (request) => {
        const asked = new URL(request.url());
        if (!asksOthers && /^(https?|wss?):$/.test(asked.protocol) && asked.host !== new URL(url).host)
          fail(`asked another host: ${asked.href}`);
      });
      const answer = await page.goto(url);
      if (!answer.ok()) throw new Error(`${url} is answered with ${answer.status()}: was it built?`);
      await page.waitForFunction(() => globalThis.bench !== undefined);
      return body(await instruments(browser, page));
    },
    {timeout, flags: [...FLAGS, ...(unheld ? UNHELD : [])]},
  );

async function instruments(browser, page) {
  const system = await browser.newBrowserCDPSession();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const processes = async () => (await system.send("SystemInfo.getProcessInfo")).processInfo;

  /** Seconds of work so far: tasks of the main thread by the clock and by the processor, and whole processes by the processor. */
  async function work() {
    const {metrics} = await devtools.send("Performance.getMetrics");
    const metric = Object.fromEntries(metrics.map(({name, value}) => [name, value]));
    const cpu = (type) => all.filter((process) => process.type === type).reduce((sum, {cpuTime}) => sum + cpuTime, 0);
    const all = await processes();
    return {main: metric.TaskDuration, thread: metric.ThreadTime, renderer: cpu("renderer"), gpu: cpu("GPU")};
  }

  return {
    page,
    call: (name, ...args) => page.evaluate(([name, args]) => globalThis.bench[name](...args), [name, args]),
    /** What `body` gives, and the ms of work in it. */
    async working(body) {
      const before = await work();
      const result = await body();
      const after = await work();
      const spent = Object.fromEntries(Object.keys(after).map((name) => [name, (after[name] - before[name]) * 1000]));
      return {result, spent};
    },
    /** MB that the page's process has held at most, holds when garbage is collected, and the heap of that; null where the system does not say. */
    async memory() {
      const largest = async () => {
        const renderers = (await processes()).filter(({type}) => type === "renderer");
        const held = await Promise.all(renderers.map(({id}) => statusOf(id)));
        return held.filter(Boolean).sort((a, b) => b.VmHWM - a.VmHWM)[0];
      };
      const peak = (await largest())?.VmHWM ?? null;
      await devtools.send("HeapProfiler.collectGarbage");
      const heap = await page.evaluate(() => performance.memory.usedJSHeapSize / 1e6);
      return {held: (await largest())?.VmRSS ?? null, peak, heap};
    },
  };
}

/** MB by name, from what Linux says of a process. */
async function statusOf(pid) {
  const text = await readFile(`/proc/${pid}/status`, "utf8").catch(() => null);
  if (text === null) return null;
  const megabytes = (name) => (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? NaN) * 1024) / 1e6;
  return {VmRSS: megabytes("VmRSS"), VmHWM: megabytes("VmHWM")};
}

/** "Chromium 130.0.6723.58", of the browser that is measured with. */
export async function chromiumVersion() {
  const browser = await launch(FLAGS);
  const version = browser.version();
  await browser.close();
  return `Chromium ${version}`;
}
