import {existsSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {root, stop} from "../../.ci/setup.mjs";
import {closeAll, launch, runTest, takeTests} from "./harness.mjs";
import {serve} from "./server.mjs";

const HELP = `node tests/browser/run.mjs [words] [--jobs=2] [--json=file] [--dist=folder]
Runs the browser tests whose file name or title holds one of the words. Build first: npm run build.`;

const args = process.argv.slice(2);
const flag = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const words = args.filter((arg) => !arg.startsWith("--")).map((word) => word.toLowerCase());
const dir = resolve(flag("dist") ?? join(root, "dist"));
const folder = resolve(flag("tests") ?? join(root, "tests/browser"));

if (args.includes("--help")) stop(HELP);
if (!existsSync(join(dir, "index.html"))) stop(`There is no build in ${dir}. Run: npm run build`);

const queue = [];
for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith(".test.mjs")) continue;
  const file = name.slice(0, -".test.mjs".length);
  await import(pathToFileURL(join(folder, name)).href);
  for (const test of takeTests()) queue.push({...test, name: `${file}: ${test.title}`});
}
const chosen = queue.filter(({name}) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word)));

rmSync(join(root, "shots/failed"), {recursive: true, force: true});
const browser = await launch();
console.log(`${chosen.length} browser tests in Chromium ${browser.version()}`);

let passed = 0;
let failed = 0;
// What measures time has the machine to itself.
await work(chosen.filter(({options}) => options.alone));
const waiting = chosen.filter(({options}) => !options.alone);
await Promise.all(Array.from({length: Number(flag("jobs") ?? 2)}, () => work(waiting)));

await closeAll("the browser of all tests", [browser]);
if (flag("json")) writeFileSync(flag("json"), JSON.stringify({passed, failed}));
else console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

/** Works off what waits. Each such line of work has a server to itself, whose log is that of its tests. */
async function work(waiting) {
  const shared = await serve({dir});
  for (let test = waiting.shift(); test; test = waiting.shift()) {
    const start = performance.now();
    const wrong = await runTest({...test, title: test.name}, {browser, shared, dir});
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (wrong.length === 0) passed += 1;
    else failed += 1;
    console.log(`${wrong.length === 0 ? "  ok  " : "FAILED"} ${test.name} (${seconds} s)`);
    for (const line of wrong) console.log(`         ${line.replaceAll("\n", "\n         ")}`);
  }
  await closeAll("a line of tests", [shared]);
}
