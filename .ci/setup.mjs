import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {homedir} from "node:os";
import {delimiter, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const windows = process.platform === "win32";

export function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

export function run(command, args, options = {}) {
  return spawnSync(command, args, {cwd: root, stdio: "inherit", ...options}).status === 0;
}

/** Runs a script of ours for so many minutes at most: a test that never ends must fail, with the processes it started. */
export function nodeWithin(minutes, script, args = []) {
  const options = {cwd: root, stdio: "inherit", detached: !windows, timeout: minutes * 60_000, killSignal: "SIGKILL"};
  const {status, error, pid} = spawnSync(process.execPath, [join(root, script), ...args], options);
  if (error?.code !== "ETIMEDOUT") return status === 0;
  console.error(
    `\n${script} was stopped: it had not ended after ${minutes} minutes. The last test named above may hang.`,
  );
  try {
    if (!windows) process.kill(-pid, "SIGKILL");
  } catch {
    // They are all gone.
  }
  return false;
}

export function node(script, args = []) {
  return run(process.execPath, [join(root, script), ...args]);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Node ${process.versions.node} is too old: Dateline needs 20.19 or newer.\n` +
      `Install a current Node from https://nodejs.org and run the command again.`,
  );
}

export function ensureModules() {
  const reason = modulesProblem();
  if (!reason) return;
  console.log(`Installing packages (npm ci): ${reason}.`);
  if (!run("npm", ["ci"], {shell: windows})) {
    stop("npm ci failed (see above). Is there a network connection, or a registry configured that npm can reach?");
  }
}

// By content, not by date: a checkout or an npm install leaves the two files seconds apart in either order.
function modulesProblem() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return "there is no node_modules yet";
  const have = JSON.parse(readFileSync(installed, "utf8")).packages;
  const want = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const stale = Object.entries(want).find(([path, {version, optional}]) => {
    return path && (have[path] ? have[path].version !== version : !optional);
  });
  return (
    stale &&
    `${stale[0].replace(/^.*node_modules\//, "")} ${stale[1].version} is in package-lock.json but not installed`
  );
}

export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) stop(`CHROMIUM_PATH names ${given}, which does not exist.`);
  return given || [...onPath(), ...usualPlaces()].find(existsSync) || (await playwrightBrowser());
}

function onPath() {
  if (windows) return [];
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces() {
  if (process.platform === "darwin") {
    const apps = ["Chromium", "Google Chrome"].map((name) => `Applications/${name}.app/Contents/MacOS/${name}`);
    return apps.flatMap((app) => [join("/", app), join(homedir(), app)]);
  }
  if (windows) {
    const {PROGRAMFILES, "PROGRAMFILES(X86)": x86, LOCALAPPDATA} = process.env;
    const bases = [PROGRAMFILES, x86, LOCALAPPDATA].filter(Boolean);
    const programs = ["Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe"];
    return programs.flatMap((program) => bases.map((base) => join(base, program)));
  }
  const folders = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome"];
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function playwrightBrowser() {
  try {
    const entry = pathToFileURL(join(root, "node_modules/playwright-core/index.mjs")).href;
    const path = (await import(entry)).chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;

  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium for the browser tests (apt-get install chromium).");
    const env = {...process.env, DEBIAN_FRONTEND: "noninteractive"};
    run("apt-get", ["update"], {env});
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {env});
    const installed = await findBrowser();
    if (installed) return installed;
  }

  console.log("Installing Chromium for the browser tests (playwright-core install chromium).");
  node("node_modules/playwright-core/cli.js", ["install", "chromium"]);
  const installed = await findBrowser();
  if (installed) return installed;

  stop(
    "No Chromium or Chrome was found, and none could be installed.\n" +
      "Install Chrome or Chromium yourself, or set CHROMIUM_PATH to one, and run the command again.",
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  checkNode();
  ensureModules();
  console.log(`Browser: ${await ensureBrowser()}`);
}
