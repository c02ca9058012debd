import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";

/** What an embedder with nothing to allow may send: no inline style or script, nothing from elsewhere. */
export const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
  "worker-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-src 'none'; frame-ancestors *";

export const LEDGER = "[data-ledger], .own .whole .lines";

/** What must never stand on a screen. */
export const SLIPS = /\bNaN\b|Invalid Date|\bundefined\b|\[object \w+\]/;

/** Writes files to a folder of this run and gives their paths; the folder goes when `body` is done. */
export async function withFiles(files, body) {
  const folder = await mkdtemp(join(tmpdir(), "dateline-"));
  try {
    const paths = [];
    for (const [name, content] of Object.entries(files)) {
      paths.push(join(folder, name));
      await writeFile(paths.at(-1), content);
    }
    return await body(...paths);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

const devtools = new WeakMap();

/** Drops files of this computer on the middle of the page, as a hand would. */
export async function drop(page, ...paths) {
  if (!devtools.has(page)) devtools.set(page, await page.context().newCDPSession(page));
  const data = {items: [], files: paths, dragOperationsMask: 1};
  const {width, height} = page.viewportSize();
  for (const type of ["dragEnter", "dragOver", "drop"])
    await devtools.get(page).send("Input.dispatchDragEvent", {type, x: width / 2, y: height / 2, data});
}

/** Chooses files in the picker. */
export const choose = (page, ...files) => page.locator("input[data-picker]").setInputFiles(files);

/** Waits until the page can be given files. */
export const waitForWays = (page) => page.waitForSelector("input[data-picker]", {state: "attached"});

/**
 * Waits for what comes of a file with this name: "shown" where it is on screen, "asked" where the import screen has been opened,
 * "failed" where a message says why not.
 */
export async function outcome(page, name, timeout = 20_000) {
  const found = await page.waitForFunction(
    (wanted) => {
      const screen = document.querySelector("dialog section.screen");
      if (screen?.querySelector("h1 bdi")?.textContent === wanted && screen.querySelector("[aria-busy=true]") === null)
        return "asked";
      const plain = (text) => text.replace(/[\u2066-\u2069]/g, "");
      for (const alert of document.querySelectorAll("[role=alert]"))
        if (plain(alert.textContent).includes(plain(wanted))) return "failed";
      const {view} = document.querySelector("date-line");
      return view.file === wanted && document.querySelector(".own") !== null && "shown";
    },
    name,
    {timeout},
  );
  return found.jsonValue();
}

/** The numbers of the ledger on screen: rows, placed, on the timeline only, not used. */
export async function ledger(page) {
  const text = await page.locator(LEDGER).first().innerText();
  return text.match(/\d[\d,]*/g).map((digits) => Number(digits.replaceAll(",", "")));
}

/** Leaves the import screen for the story with the data as it is read. */
export async function commit(page) {
  await page.locator("dialog .actions .main[aria-disabled=false]").click();
  await page.locator("dialog section.screen").waitFor({state: "detached"});
}

/** Keeps note of what a page does that it must not: dialogs, refusals of its policy, long tasks. To be called before it is opened. */
export async function guard(page) {
  const wrong = [];
  page.on("dialog", (dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => wrong.push(`a window was opened: ${popup.url()}`));
  await page.addInitScript(() => {
    window.refused = [];
    window.longTasks = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      window.refused.push(`${event.effectiveDirective} ${event.blockedURI}`),
    );
    new PerformanceObserver((list) =>
      window.longTasks.push(...list.getEntries().map(({startTime, duration}) => [startTime, duration])),
    ).observe({type: "longtask"});
  });
  return wrong;
}

/** What is wrong with the page as such: prototypes that were written to, scripts that ran, words that slipped through and are not in `own`. */
export async function faults(page, own = "") {
  const found = await page.evaluate(() => {
    const wrong = [];
    if (Object.keys(Object.prototype).length > 0) wrong.push(`Object.prototype has ${Object.keys(Object.prototype)}`);
    if (Object.keys(Array.prototype).length > 0) wrong.push(`Array.prototype has ${Object.keys(Array.prototype)}`);
    if ({}.polluted !== undefined || [].__xss !== undefined) wrong.push("a prototype was written to");
    if (window.__xss !== undefined) wrong.push("a script of the data ran");
    wrong.push(...window.refused.splice(0).map((what) => `the policy refused ${what}`));
    return {wrong, text: document.body.innerText};
  });
  const slip = SLIPS.exec(found.text);
  if (slip !== null && !own.includes(slip[0]))
    found.wrong.push(`on screen: …${found.text.slice(Math.max(0, slip.index - 60), slip.index + 60)}…`);
  return found.wrong;
}

/** The longest task of the main thread since this was last asked, in ms; 0 when none took 50. */
export const longestTask = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        // The observer is told of a task after it.
        requestAnimationFrame(() =>
          setTimeout(() => resolve(Math.max(0, ...window.longTasks.splice(0).map(([, duration]) => duration)))),
        );
      }),
  );
