import assert from "node:assert/strict";
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {root} from "../../.ci/setup.mjs";
import {open, test} from "./harness.mjs";
import {
  commit,
  drop,
  faults,
  guard,
  ledger,
  longestTask,
  outcome,
  STRICT,
  waitForWays,
  withFiles,
} from "./importing.mjs";

const TORTURE = join(root, "../shared/torture");
const GOOD = "date,latitude,longitude,title\n2024-01-02,48.85,2.35,Good one\n2024-01-03,45.76,4.83,Good two\n";
const LIMIT = 1000;

/** Files of a folder of the suites by their ends, `[]` where the suites are absent. */
const filesIn = (folder, ...ends) => {
  const path = join(TORTURE, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => ends.some((end) => name.endsWith(end)))
    .sort()
    .map((name) => join(path, name));
};

/** Every `n`th of a list. */
const sampled = (list, n) => list.filter((_, i) => i % n === 0);

/**
 * Drops files one after the other on one page and holds the page to what must be true of it after each: nothing of the file has run, no long
 * task, every row accounted for and said so, a failure told in words with the story still there. At the end a good file opens.
 */
async function torture(page, paths) {
  const guarded = await guard(page);
  await open(page);
  await waitForWays(page);
  await longestTask(page);
  const wrong = [];
  const seen = {shown: 0, asked: 0, failed: 0};
  let slowest = {name: "", ms: 0};
  let title = await page.getByRole("heading", {level: 1}).first().innerText();

  for (const path of paths) {
    const name = path.split("/").at(-1);
    const complain = (...what) => wrong.push(...what.map((each) => `${name}: ${each}`));
    const own = readFileSync(path, "latin1");
    try {
      await drop(page, path);
      const what = await outcome(page, name);
      seen[what]++;
      complain(...(await faults(page, own)));
      if (what === "failed") {
        const alert = page.getByRole("alert").filter({hasText: "could not be opened"});
        const words = (await alert.locator("p").allInnerTexts()).join(" ");
        if (words.length < 40) complain(`it is said in few words: ${words}`);
        if (!words.includes("What was on screen is still there"))
          complain(`the story is not said to be there: ${words}`);
        const now = await page.getByRole("heading", {level: 1}).first().innerText();
        if (now !== title) complain(`the story on screen is ${now}, not ${title}`);
        await alert.getByRole("button", {name: "Close"}).click();
        await alert.waitFor({state: "detached"});
      } else {
        if (what === "asked") {
          complain(...(await accounts(page, true)));
          const enabled = await page.locator("dialog .actions .main[aria-disabled=false]").count();
          if (enabled === 1) await commit(page);
          else {
            await page.keyboard.press("Escape");
            await page.locator("dialog section.screen").waitFor({state: "detached"});
          }
          if (enabled === 1) await outcome(page, name);
          else continue;
        }
        title = await page.getByRole("heading", {level: 1}).first().innerText();
        complain(...(await faults(page, own)), ...(await accounts(page, false)));
      }
    } catch (error) {
      complain(error.message.split("\n")[0]);
      await page.keyboard.press("Escape");
    } finally {
      const ms = await longestTask(page);
      if (ms > slowest.ms) slowest = {name, ms};
      if (ms >= LIMIT && statSync(path).size <= 5_000_000) complain(`a task of ${Math.round(ms)} ms`);
    }
  }

  await withFiles({"good.csv": GOOD}, async (good) => {
    await drop(page, good);
    assert.equal(await outcome(page, "good.csv"), "shown");
    assert.deepEqual(await ledger(page), [2, 2, 0, 0]);
  });
  console.log(
    `         ${paths.length} files: ${JSON.stringify(seen)}; longest task ${slowest.ms} ms (${slowest.name})`,
  );
  assert.deepEqual([...wrong, ...guarded], []);
  return seen;
}

/** What is wrong with the sums: on the import screen as it shows them, on the page as the report and the ledger have them. */
async function accounts(page, asked) {
  if (asked) {
    const [rows, ...parts] = await page
      .locator("section.screen section:has(> ul > li[data-part]) strong")
      .evaluateAll((all) => all.map((each) => Number(each.textContent.replaceAll(",", ""))));
    const sum = parts.reduce((a, b) => a + b, 0);
    return parts.length === 3 && rows === sum ? [] : [`the screen says ${rows} = ${parts.join(" + ")}`];
  }
  const {rows, placed, timelineOnly, rejected} = await page.evaluate(() => document.querySelector("date-line").report);
  const shown = await ledger(page);
  const wrong = [];
  if (rows !== placed + timelineOnly + rejected)
    wrong.push(`${rows} rows are not ${placed} + ${timelineOnly} + ${rejected}`);
  if (shown.join() !== [rows, placed, timelineOnly, rejected].join()) wrong.push(`the ledger shows ${shown}`);
  return wrong;
}

test(
  "what is watched for would be found",
  // Parts of the page that come after the prototype was changed here trip over it.
  {server: {csp: STRICT}, webgl: false, allowErrors: /Content Security Policy|Getter must be a function: 1/},
  async ({page}) => {
    const guarded = await guard(page);
    await open(page);
    assert.deepEqual(await faults(page), []);
    await longestTask(page);
    await page.evaluate(() => {
      Object.prototype.polluted = 1;
      window.__xss = 1;
      document.body.append("NaN of 3");
      document.body.append(Object.assign(document.createElement("script"), {textContent: "window.ran = 1"}));
      setTimeout(() => {
        const until = performance.now() + 120;
        while (performance.now() < until);
        setTimeout(() => alert("1"));
      });
    });
    await page.waitForFunction(() => window.refused.length > 0 && window.longTasks.length > 0);
    const found = (await faults(page)).join("; ");
    for (const what of [/prototype/, /a script of the data ran/, /policy refused script-src/, /NaN of 3/])
      assert.match(found, what);
    assert.ok((await longestTask(page)) >= 120);
    assert.deepEqual(guarded, ["a dialog: 1"]);
  },
);

const server = {csp: STRICT};
const options = {server, webgl: false};

test("files of every kind of fault, made here, leave the page whole", {...options, alone: true}, async ({page}) => {
  const cells = (n, make) => Array.from({length: n}, (_, i) => make(i)).join("\n");
  const files = {
    "empty.csv": "",
    "bom.csv": "\ufeff",
    "header.csv": "date,lat,lon,title\n",
    "proto.csv": "__proto__,constructor,toString,hasOwnProperty,date,lat,lon\na,b,c,d,2024-01-01,48,2\n",
    "proto.json":
      '[{"__proto__":{"polluted":true},"date":"2024-01-01","constructor":{"prototype":{"polluted":1}},"lat":1,"lon":2}]',
    "categories.csv": `date,lat,lon,category\n${cells(12, (i) => `2024-01-0${(i % 9) + 1},1,2,${["__proto__", "constructor", "toString", "valueOf"][i % 4]}`)}`,
    "quote.csv": `date,title\n2024-01-01,"open\n${cells(60, (i) => `2024-01-02,row ${i}`)}`,
    "ragged.csv": "date,lat,lon,title\n2024-01-01,1\n2024-01-02,1,2,x,y,z\n2024-01-03,1,2,ok\n",
    "nul.csv": "date,title\n2024-01-01,a\u0000b\n",
    "dates.csv": "date,title\n2024-02-30,unreal\n0000-00-00,none\n-9999,none\nyesterday,none\n31/12/2024,day first\n",
    "coordinates.csv":
      "date,lat,lon\n2024-01-01,0,0\n2024-01-01,91,181\n2024-01-01,565000,5934000\n2024-01-01,NaN,Infinity\n2024-01-01,90,0\n",
    "deep.json": `${"[".repeat(50_000)}${"]".repeat(50_000)}`,
    "nan.json": '[{"date":"2024-01-01","lat":NaN}]',
    "comma.json": '[{"date":"2024-01-01"},]',
    "errors.ndjson": '{"date":"2024-01-01","title":"ok"}\n{oh\n[1]\nnull\n{"date":"2024-01-02","title":"ok"}\n',
    "page.csv": "<!doctype html><html><head><title>Not found</title></head><body><h1>404</h1></body></html>",
    "named.csv": '[{"date":"2024-01-01","lat":48,"lon":2,"title":"JSON by nature"}]',
    "laughs.kml": `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha">${cells(9, (i) => `<!ENTITY ${"bcdefghij"[i]} "${`&${"abcdefghi"[i]};`.repeat(10)}">`)}]><kml><Placemark><name>&j;</name></Placemark></kml>`,
    "external.kml":
      '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "http://evil.example/x">]><kml><Placemark><name>&x;</name><TimeStamp><when>2024-01</when></TimeStamp></Placemark></kml>',
    "truncated.kml": "<kml><Document><Placemark><name>cut",
    "not.xlsx": "not a zip",
    "cut.zip": Buffer.from("504b030414000000080000", "hex"),
    "cut.parquet": Buffer.from("PAR1garbagePAR1"),
    "cut.gz": Buffer.from("1f8b0800000000000003cb", "hex"),
    "bytes.csv": Buffer.from(Array.from({length: 4000}, (_, i) => (i * 7919) % 256)),
    "long.csv": `date,title\n2024-01-01,${"x".repeat(1_500_000)}\n`,
    "wide.csv": `date,${cells(3000, (i) => `c${i}`).replaceAll("\n", ",")}\n2024-01-01\n`,
    "spaces.csv": `date,title\n${cells(300, (i) => `${" ".repeat(800)}${i},${"a/".repeat(200)}!`)}`,
    "many.csv": `date,lat,lon,category\n${cells(5000, (i) => `2024-01-${(i % 28) + 1},48,2,kind ${i}`)}`,
  };
  await withFiles(files, async (...paths) => {
    const seen = await torture(page, paths);
    assert.ok(seen.failed >= 10 && seen.shown >= 5 && seen.asked >= 2, JSON.stringify(seen));
  });
});

/** Groups of a size that one page is given. */
const blocks = (list, size) =>
  Array.from({length: Math.ceil(list.length / size)}, (_, i) => list.slice(i * size, (i + 1) * size));

const handmade = filesIn("handmade", "").filter((path) => !path.endsWith("MANIFEST.json"));
const hints = [...filesIn("geojsonhint/good", ".geojson"), ...filesIn("geojsonhint/bad", ".geojson")];
const GROUPS = [
  ...blocks(handmade, 32).map((paths, i, all) => [`the handmade files, part ${i + 1} of ${all.length}`, paths]),
  ["the spectrum of CSV", filesIn("csv-spectrum/csvs", ".csv")],
  ["a sample of the JSON test suite", sampled(filesIn("JSONTestSuite/test_parsing", ".json"), 10)],
  ["a sample of the GeoJSON hints", sampled(hints, 4)],
];
for (const [title, paths] of GROUPS) {
  if (paths.length > 0)
    test(`${title}, dropped one after the other, leave the page whole`, options, ({page}) => torture(page, paths));
}
