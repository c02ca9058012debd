/** What the script of the file runs as in a worker. */
export type Role = "table" | "importer";

/** The folder that the app takes for its own: it is nowhere, and what is asked of it is in the file. */
export const HOME = "dateline:///";

/** Texts of scripts for workers, by role or address. */
const scripts = new Map<string, string>();
const blobs = new Map<string, string>();

/** What this script runs as here; null in the page. A worker's script says so in its first line. */
export const roleHere = (): Role | null => (globalThis as {datelineRole?: Role}).datelineRole ?? null;

/** Keeps the text of the script that is running, for workers to be started with. */
export function keepScript(): void {
  const own = document.currentScript!.textContent;
  for (const role of ["table", "importer"] satisfies Role[])
    scripts.set(role, `globalThis.datelineRole=${JSON.stringify(role)};\n${own}`);
}

/** Keeps the text of another script and gives it an address. */
export function keepWorker(name: string, text: string): string {
  scripts.set(HOME + name, text);
  return HOME + name;
}

export const workerText = (address: string): string | null => scripts.get(address) ?? null;

/** An address that a browser starts a worker from; null for what is neither a role nor kept. */
export function workerAddress(address: string): string | null {
  const text = workerText(address);
  if (text === null) return null;
  const known = blobs.get(address);
  if (known !== undefined) return known;
  const blob = URL.createObjectURL(new Blob([text], {type: "text/javascript"}));
  blobs.set(address, blob);
  return blob;
}
