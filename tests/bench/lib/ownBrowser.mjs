import {launch} from "../../browser/harness.mjs";

/**
 * What `use` makes of a Chromium of its own, started with `flags` and closed whatever happens. Throws when `use` does, is not done in `timeout`
 * ms, or calls its second argument, which takes a message.
 */
export async function inOwnBrowser(use, {timeout, flags}) {
  const browser = await launch(flags);
  let timer;
  try {
    let fail;
    const failed = new Promise((_, reject) => {
      fail = (message) => reject(new Error(message.slice(0, 600)));
      timer = setTimeout(() => fail(`timed out after ${timeout / 1000} s`), timeout);
    });
    return await Promise.race([use(browser, fail), failed]);
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
}
