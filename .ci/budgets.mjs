import {existsSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {gzipSync} from "node:zlib";
import {checkNode, ensureModules, root, stop} from "./setup.mjs";

const kB = 1000;
const SCRIPTS_UNTIL_USABLE = 80 * kB;
const ALL_UNTIL_MAP = 220 * kB;
const ALL_UNTIL_IDLE = 850 * kB;
const HOST_SCRIPT = 3 * kB;
const COMPRESSED = /javascript|css|html|csv|tab-separated|json|svg|text\/plain|manifest|wasm/;
const HELP = `node .ci/budgets.mjs [--dist=folder] [--page=explore|embed]
Loads the page and the embed of a build and weighs what they ask for, and the script of host pages. Build first: npm run build.`;

checkNode();
ensureModules();
const flag = (name) => process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
if (process.argv.includes("--help")) stop(HELP);
const dir = resolve(flag("dist") ?? join(root, "dist"));
if (!existsSync(join(dir, "index.html"))) stop(`There is no build in ${dir}. Run: npm run build`);

const PAGES = {
  explore: {path: "", width: 1440},
  embed: {path: existsSync(join(dir, "embed.html")) ? "embed.html" : "?view=embed", width: 720},
};
const names = flag("page") === undefined ? Object.keys(PAGES) : [flag("page")];
if (names.some((name) => !(name in PAGES))) stop(HELP);

const {launch} = await import("../tests/browser/harness.mjs");
const {serve} = await import("../tests/browser/server.mjs");
const browser = await launch();
let isOver = false;
for (const name of names) isOver = (await weigh(name, PAGES[name])) || isOver;
await browser.close();
const hostScript = gzipSync(readFileSync(join(dir, "embed.js")), {level: 9}).length;
console.log("");
line("script of a host page", show(hostScript), show(HOST_SCRIPT), hostScript > HOST_SCRIPT);
isOver ||= hostScript > HOST_SCRIPT;
console.log(isOver ? "\nOver budget." : "\nWithin budget.");
process.exitCode = isOver ? 1 : 0;

/** Loads one page, prints what it weighs, and says whether that is too much. */
async function weigh(name, {path, width}) {
  const server = await serve({dir, keep: true});
  const context = await browser.newContext({viewport: {width, height: 900}, deviceScaleFactor: 1, locale: "en"});
  const page = await context.newPage();
  const errors = [];
  const strangers = new Set();
  context.on("weberror", (event) => errors.push(`uncaught: ${event.error()?.message ?? event.error()}`));
  context.on("console", (message) => message.type() === "error" && errors.push(`console: ${message.text()}`));
  context.on("request", (request) => {
    const url = request.url();
    if (/^(https?|wss?):/.test(url) && !url.startsWith(server.origin)) strangers.add(url);
  });

  await page.goto(server.url + path);
  const idle = await page
    .waitForFunction(() => performance.getEntriesByName("dateline:idle").length > 0, undefined, {timeout: 60_000})
    .then(() => true)
    .catch(() => false);
  await page.waitForLoadState("networkidle");
  const {origin, marks, entries} = await page.evaluate(() => ({
    origin: performance.timeOrigin,
    marks: Object.fromEntries(performance.getEntriesByType("mark").map((m) => [m.name, m.startTime])),
    entries: performance.getEntriesByType("resource").map((e) => ({url: e.name, start: e.startTime})),
  }));
  await context.close();
  await server.close();

  // The page knows when it asked; the server knows when it heard, also from workers. The earlier one is the start.
  const started = ({at, url}) => {
    const index = entries.findIndex((entry) => entry.url === server.origin + url);
    const asked = index < 0 ? Infinity : entries.splice(index, 1)[0].start;
    return Math.min(at - origin, asked);
  };
  const answers = server.log
    .filter((answer) => answer.body)
    .map((answer) => ({
      ...answer,
      start: started(answer),
      size:
        COMPRESSED.test(answer.type) && answer.status === 200 ? gzipSync(answer.body, {level: 9}).length : answer.bytes,
    }));
  const until = (mark) => answers.filter(({start}) => start <= (marks[`dateline:${mark}`] ?? Infinity));
  const scripts = (list) => list.filter(({type}) => /javascript/.test(type));

  const rows = [
    ["JavaScript until usable", bytes(scripts(until("usable"))), SCRIPTS_UNTIL_USABLE],
    ["everything before the map", bytes(until("map")), ALL_UNTIL_MAP],
    ["everything of the first view", bytes(idle ? until("idle") : answers), ALL_UNTIL_IDLE],
  ];
  console.log(`\nBudgets of the first view: ${name} (gzip; ${width} x 900, English)\n`);
  console.log(`${"".padEnd(30)} ${"measured".padStart(10)} ${"at most".padStart(10)}`);
  for (const [what, measured, limit] of rows) line(what, show(measured), show(limit), measured > limit);
  line("requests to other hosts", strangers.size, 0, strangers.size > 0);
  line("console errors", errors.length, 0, errors.length > 0);
  list(answers, marks);

  const absent = ["usable", "map", "idle"].filter((mark) => !(`dateline:${mark}` in marks));
  const problems = [
    ...errors,
    ...[...strangers].map((url) => `asked another host: ${url}`),
    ...absent.map((mark) => `the page never set performance.mark("dateline:${mark}")`),
  ];
  if (problems.length) console.log(`\n${problems.join("\n")}`);
  return rows.some(([, measured, limit]) => measured > limit) || problems.length > 0;
}

function list(answers, marks) {
  console.log("\nThe biggest, in the order asked for within each part");
  const parts = ["usable", "map", "idle"].map((mark) => marks[`dateline:${mark}`] ?? Infinity);
  const biggest = new Set([...answers].sort((a, b) => b.size - a.size).slice(0, 25));
  for (const answer of [...answers].sort((a, b) => a.start - b.start)) {
    if (!biggest.has(answer)) continue;
    const part = ["before usable", "before map", "first view", "later"][
      parts.filter((end) => end < answer.start).length
    ];
    const range = answer.range && answer.status === 206 ? ` (${answer.range.replace("bytes=", "")})` : "";
    console.log(`${show(answer.size).padStart(10)}  ${part.padEnd(14)} ${answer.path}${range}`);
  }
  const rest = answers.filter((answer) => !biggest.has(answer));
  if (rest.length) console.log(`${show(bytes(rest)).padStart(10)}  ${rest.length} smaller ones`);
}

function bytes(answers) {
  return answers.reduce((sum, {size}) => sum + size, 0);
}

function show(n) {
  return `${(n / kB).toFixed(1)} kB`;
}

function line(what, measured, limit, bad) {
  console.log(
    `${what.padEnd(30)} ${String(measured).padStart(10)} ${String(limit).padStart(10)}  ${bad ? "OVER" : "ok"}`,
  );
}
