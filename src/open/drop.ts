import type {Brought} from "../state/opening.svelte.ts";
import {firstAddress, isAddress} from "./pasted.ts";

/** Files of dropped folders beyond this are left out. */
const MOST_FILES = 200;
const MOST_FOLDERS = 1000;
/** What systems put into folders and archives beside what people put there. */
const LITTER = /^(\.|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

const TYPES = ["Files", "text/uri-list", "text/plain"];

/** Whether something is dragged that could be opened. */
export const canDrop = (transfer: DataTransfer | null): boolean =>
  transfer !== null && TYPES.some((type) => transfer.types.includes(type));

/**
 * What was dropped or pasted: the files, with those in folders; else an address; else a text. Null when there is none of them. It has to be
 * called while the event is handled, since the browser empties the transfer after it. `name` is what a text is to be called.
 */
export async function broughtBy(transfer: DataTransfer, name: string): Promise<Brought | null> {
  const items = [...transfer.items].filter(({kind}) => kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  const loose = [...transfer.files];
  const address = firstAddress(transfer.getData("text/uri-list"));
  const text = transfer.getData("text/plain");

  if (entries.some((entry) => entry?.isDirectory)) {
    const files = await filesIn(entries.filter((entry) => entry !== null));
    return {kind: "files", files};
  }
  if (loose.length > 0) return {kind: "files", files: loose.slice(0, MOST_FILES)};
  if (address !== null) return {kind: "address", address};
  if (text.trim() === "") return null;
  return isAddress(text) ? {kind: "address", address: text.trim()} : {kind: "text", text, name};
}

/** The files in folders, folder by folder, in the order of their names. */
async function filesIn(roots: readonly FileSystemEntry[]): Promise<File[]> {
  const files: File[] = [];
  const waiting = [...roots];
  for (let folders = 0; waiting.length > 0 && files.length < MOST_FILES;) {
    const entry = waiting.shift()!;
    if (LITTER.test(entry.name)) continue;
    if (entry.isFile) files.push(await fileOf(entry as FileSystemFileEntry));
    else if (folders++ < MOST_FOLDERS) waiting.push(...(await entriesOf(entry as FileSystemDirectoryEntry)));
  }
  return files;
}

const fileOf = (entry: FileSystemFileEntry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject));

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // A reader hands over at most a hundred at a time, and none when it is done.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0 || entries.length > MOST_FOLDERS) break;
    entries.push(...some);
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
