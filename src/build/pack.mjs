import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";
import {createServer} from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const HELP = `npm run pack -- story.json out.html [--lang=en|fr|ar] [--view=...] [--notes] [--dist=folder]

Writes the single HTML file that the page saves: the app, the data, the fonts and the piece of map it needs. Makes the same bytes each time,
and the same as the page does.

  story.json   a story file, with its tables in its folder or in it; or a table of any kind that Dateline opens
  --lang       the language it opens in; without it, the story's own, else English
  --view       what is seen first, as it stands after # in the page's address: --view="time=2023-12-01..&q=drone"
  --notes      with the private notes of the chapters
  --dist       a build of the app; without it, dist/, which is built where it is missing`;

function stop(message) {
  console.error(message);
  process.exit(1);
}

const args = process.argv.slice(2);
const KNOWN = /^--(?:(?:lang|view|dist)=.*|notes|help)$/s;
const flag = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const [from, to, ...more] = args.filter((arg) => !arg.startsWith("--"));
const wrong = args.filter((arg) => arg.startsWith("--") && !KNOWN.test(arg));
if (to === undefined || more.length > 0 || wrong.length > 0 || args.includes("--help")) {
  if (wrong.length > 0) console.error(`Unknown: ${wrong.join(" ")}\n`);
  console.error(HELP);
  process.exit(args.includes("--help") ? 0 : 2);
}

// npm changes to the app's own folder and says where it was called.
const calledIn = process.env.npm_lifecycle_event === "pack" ? process.env.INIT_CWD : undefined;
const path = (given) => resolve(calledIn ?? ".", given);
if (path(from) === path(to)) stop(`${to}: the story itself would be written over`);
if (!existsSync(dirname(path(to)))) stop(`${to}: there is no folder ${dirname(path(to))}`);

const given = flag("dist");
const dist = given === undefined ? join(root, "dist") : path(given);
if (given !== undefined && !existsSync(join(dist, "single/template.txt"))) stop(`--dist: there is no build in ${dist}`);
if (!existsSync(join(dist, "single/template.txt"))) {
  console.error("Building the app first.");
  const built = spawnSync(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build", "--outDir", dist], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (built.status !== 0) process.exit(1);
}

// The app's own modules make the file, in Node as in the page.
const server = await createServer({
  configFile: false,
  root,
  server: {middlewareMode: true, hmr: false, ws: false, watch: null},
  appType: "custom",
  optimizeDeps: {noDiscovery: true, include: []},
  logLevel: "error",
});
try {
  const {pack} = await server.ssrLoadModule("/src/build/packing.ts");
  const {bytes, events, ms} = await pack({
    from: path(from),
    to: path(to),
    dist,
    lang: flag("lang"),
    view: flag("view"),
    notes: args.includes("--notes"),
  });
  console.log(`${to}: ${events} events, ${(bytes / 1e6).toFixed(2)} MB, ${Math.round(ms)} ms`);
} catch (error) {
  console.error(`${from}: ${error.message}`);
  process.exitCode = 1;
} finally {
  await server.close();
}
