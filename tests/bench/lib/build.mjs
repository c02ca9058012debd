import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";

const bench = join(import.meta.dirname, "..");

const root = join(bench, "../..");

/** Builds the pages of `pages/<name>`, or for "site" the app as it is served, into `<dist>/<name>`. */
export async function buildPages(name, dist) {
  const {build} = await import("vite");
  const outDir = join(dist, name);
  if (name === "site") await build({root, logLevel: "error", build: {outDir, emptyOutDir: true}});
  else await build({configFile: join(bench, "pages", name, "vite.config.mjs"), build: {outDir}});
}

/** Installs the peers beside this bench when they are not there in the versions of its lock file. Throws when npm cannot. */
export function installPeers(say) {
  if (arePeersThere()) return;
  say("Installing the peers (npm ci in tests/bench) ...");
  const {status} = spawnSync("npm", ["ci"], {cwd: bench, stdio: "inherit", shell: process.platform === "win32"});
  if (status !== 0) throw new Error("npm ci failed in tests/bench: is there a network connection?");
}

function arePeersThere() {
  const installed = join(bench, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const versions = (path) => JSON.parse(readFileSync(path, "utf8")).packages;
  const have = versions(installed);
  return Object.entries(versions(join(bench, "package-lock.json"))).every(
    ([path, {version, optional}]) => path === "" || (have[path] ? have[path].version === version : optional === true),
  );
}

/** Exact versions of the peers, by name. */
export const peerVersions = () => JSON.parse(readFileSync(join(bench, "package.json"), "utf8")).dependencies;
