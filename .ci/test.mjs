import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {checkNode, ensureBrowser, ensureModules, node, nodeWithin} from "./setup.mjs";

/** Each of the two runs takes five to ten minutes on a small machine. */
const MINUTES = 25;

checkNode();
ensureModules();
process.env.CHROMIUM_PATH = await ensureBrowser();

const results = mkdtempSync(join(tmpdir(), "dateline-"));
const steps = [unit(), ...browser()];
rmSync(results, {recursive: true, force: true});

const sum = (key) => steps.reduce((total, step) => total + step[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;

function unit() {
  const file = join(results, "unit.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const ok = nodeWithin(MINUTES, "node_modules/vitest/vitest.mjs", ["run", ...reporters]);
  if (!existsSync(file)) return {passed: 0, failed: 1};
  const report = JSON.parse(readFileSync(file, "utf8"));
  const broken = report.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0).length;
  return atLeastOne(ok, {passed: report.numPassedTests, failed: report.numFailedTests + broken});
}

function browser() {
  console.log("\nBuilding for the browser tests.");
  if (!node("node_modules/vite/bin/vite.js", ["build", "--logLevel", "warn"])) return [{passed: 0, failed: 1}];
  const file = join(results, "browser.json");
  const ok = nodeWithin(MINUTES, "tests/browser/run.mjs", [`--json=${file}`]);
  if (!existsSync(file)) return [{passed: 0, failed: 1}];
  return [atLeastOne(ok, JSON.parse(readFileSync(file, "utf8")))];
}

// A runner may fail outside any test, by an unhandled rejection for one.
function atLeastOne(ok, {passed, failed}) {
  return {passed, failed: ok ? failed : Math.max(1, failed)};
}
