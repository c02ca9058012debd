import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";

const folder = import.meta.dirname;

/** Where the libraries are once they are installed. */
export const LIBRARIES = join(folder, "node_modules");

/** Installs the libraries that hosts size frames with, when they are not there in the versions of the lock file. Throws when npm cannot. */
export function installHosts() {
  if (areThere()) return;
  const {status} = spawnSync("npm", ["ci"], {cwd: folder, stdio: "inherit", shell: process.platform === "win32"});
  if (status !== 0) throw new Error("npm ci failed in tests/browser/hosts: is there a network connection?");
}

function areThere() {
  const installed = join(LIBRARIES, ".package-lock.json");
  if (!existsSync(installed)) return false;
  const versions = (path) => JSON.parse(readFileSync(path, "utf8")).packages;
  const have = versions(installed);
  return Object.entries(versions(join(folder, "package-lock.json"))).every(
    ([path, {version}]) => path === "" || have[path]?.version === version,
  );
}
