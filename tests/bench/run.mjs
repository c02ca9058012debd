import {mkdir, writeFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import {parseArgs} from "node:util";
import {serve} from "../browser/server.mjs";
import {buildPages, installPeers, peerVersions} from "./lib/build.mjs";
import {machine} from "./lib/machine.mjs";
import {measure} from "./lib/measure.mjs";
import {written} from "./lib/written.mjs";
import {aggregates} from "./groups/aggregates.mjs";
import {embed} from "./groups/embed.mjs";
import {growth} from "./groups/growth.mjs";
import {ingest} from "./groups/ingest.mjs";
import {linked} from "./groups/linked.mjs";
import {map} from "./groups/map.mjs";
import {messages} from "./groups/messages.mjs";
import {pages} from "./groups/pages.mjs";

const GROUPS = {aggregates, linked, map, ingest, pages, embed, messages, growth};

const {values: given} = parseArgs({
  options: {
    only: {type: "string"},
    short: {type: "boolean", default: false},
    repetitions: {type: "string"},
    rows: {type: "string"},
    built: {type: "boolean", default: false},
    dist: {type: "string", default: join(import.meta.dirname, "dist")},
    results: {type: "string", default: join(import.meta.dirname, "results")},
  },
});
const names = given.only?.split(",") ?? Object.keys(GROUPS);
const strange = names.filter((name) => !Object.hasOwn(GROUPS, name));
if (strange.length > 0) {
  console.error(`--only=${strange}: there are ${Object.keys(GROUPS).join(", ")}`);
  process.exit(2);
}

const say = (text) => console.error(text);
const began = Date.now();
const dist = resolve(given.dist);
const results = resolve(given.results);
const options = {short: given.short, rows: given.rows?.split(",").map(Number), results};
const repetitionsOf = (group) => Number(given.repetitions ?? (given.short ? 1 : (group.repetitions ?? 5)));

const builds = new Set(names.flatMap((name) => GROUPS[name].builds));
if (builds.has("peers")) installPeers(say);
if (!given.built) for (const name of builds) await buildPages(name, dist);

// Without these a page's clock has steps of 0.1 ms.
const isolated = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};
const asServed = {gzip: false, headers: isolated, files: {}};
const server = await serve({dir: dist, ...asServed});
const groups = [];
try {
  for (const name of names) {
    const group = GROUPS[name];
    say(`\n${group.title}`);
    await group.prepare?.(options);
    Object.assign(server.options, asServed, group.server);
    const planned = group.cells(options);
    if (planned.length === 0) continue;
    const repetitions = repetitionsOf(group);
    const cells = await measure(planned, {repetitions, origin: server.origin, say});
    const {tables, goals} = await group.report(cells, options);
    const isJudged = !(given.short && group.isSmallerWhenShort);
    groups.push({
      name,
      title: group.title,
      repetitions,
      cells,
      tables,
      goals: goals.map((goal) => (isJudged ? goal : {...goal, passed: null})),
    });
    await save();
  }
} finally {
  await server.close();
}

console.log(await save());
if (groups.some(({goals}) => goals.some(({passed}) => passed === false))) process.exitCode = 1;

/** Writes what has been measured so far, and returns it as Markdown. */
async function save() {
  const report = {
    date: new Date(began).toISOString(),
    minutes: (Date.now() - began) / 60_000,
    short: given.short,
    machine: machine(),
    peers: peerVersions(),
    groups,
  };
  const text = await written(report);
  await mkdir(results, {recursive: true});
  await writeFile(join(results, "latest.json"), JSON.stringify(report, null, 1));
  await writeFile(join(results, "latest.md"), text);
  return text;
}
