import {ImportError} from "../data/formats/table.ts";
import type {Files} from "../data/import/load.ts";
import {fetchBytes} from "../data/fetch.ts";
import {dataUrl} from "../data/links.ts";
import {ahead, fetched, looksLikeStory, loadStory, nameOf, type Loaded, type Tables, type Tell} from "../data/load.ts";
import {LoadError} from "../data/loadError.ts";
import {LIMITS} from "../data/limits.ts";
import type {Brought} from "./opening.svelte.ts";

/** What the reader brought: a story with its tables, ready to be shown, or tables that are still to be understood. */
export type Gathered =
  {kind: "story"; loaded: Loaded; name: string; files: Files["files"]} | {kind: "tables"; files: Files};

type Part = Files["files"][number];

/** Looks at what was brought. Throws an ImportError or a LoadError that says what is wrong with it. */
export async function gather(source: Brought, signal: AbortSignal, tell: Tell): Promise<Gathered> {
  if (source.kind === "address") return fromAddress(source.address.trim(), signal, tell);
  if (source.kind === "text") {
    const address = source.text.trim();
    if (/^https?:\/\/\S+$/i.test(address)) return fromAddress(address, signal, tell);
    const name = source.name ?? "pasted-table";
    return fromFiles([{name, blob: new Blob([source.text])}], signal);
  }
  return fromFiles(
    source.files.map((file) => ({name: file.name, blob: file})),
    signal,
  );
}

/** The page itself, whose own host is the one that need not be public. */
const here = (): string => (typeof location === "undefined" ? "https://page.invalid/" : location.href);

async function fromAddress(address: string, signal: AbortSignal, tell: Tell): Promise<Gathered> {
  const url = /^https?:/i.test(address) ? dataUrl(address, here()) : null;
  if (url === null) throw new LoadError("bad-url", address);
  const blob = new Blob([await fetchBytes(url, signal, tell)]);
  const name = nameOf(url);
  const json = await storyText({name, blob});
  if (json === null) return {kind: "tables", files: {files: [{name, blob}], url: url.href}};
  const loaded = await loadStory(json, url.href, ahead(fetched(url), json, signal), signal);
  return {kind: "story", loaded, name, files: [{name, blob}]};
}

async function fromFiles(files: readonly Part[], signal: AbortSignal): Promise<Gathered> {
  if (files.length === 0) throw new ImportError("not-a-table", {detail: ""});
  const bytes = files.reduce((sum, {blob}) => sum + blob.size, 0);
  if (bytes > LIMITS.bytes) throw new ImportError("too-large", {bytes, limit: LIMITS.bytes});
  for (const part of files) {
    const json = await storyText(part);
    if (json === null) continue;
    const loaded = await loadStory(json, "", besides(files), signal);
    return {kind: "story", loaded, name: part.name, files};
  }
  return {kind: "tables", files: {files}};
}

/** The tables of a story that was dropped together with them, by the last part of the names it gives. */
const besides =
  (files: readonly Part[]): Tables =>
  async (path, signal) => {
    const wanted = path.split(/[/\\]/).at(-1)!;
    const found = files.find(({name}) => name === wanted);
    if (found !== undefined) return {url: "", bytes: await found.blob.arrayBuffer()};
    if (!/^https:/i.test(path)) throw new LoadError("missing-table", wanted);
    return fetched(new URL(here()))(path, signal);
  };

/** The text of a story file; null for any other. */
async function storyText({blob}: Part): Promise<string | null> {
  if (blob.size > LIMITS.storyBytes) return null;
  const head = await read(blob.slice(0, 4096));
  if (!/^\ufeff?\s*\{/.test(head)) return null;
  const text = await read(blob);
  return looksLikeStory(text) ? text : null;
}

/** A file that is gone since it was dropped, and a folder, cannot be read. */
async function read(blob: Blob): Promise<string> {
  try {
    return await blob.text();
  } catch (cause) {
    throw new ImportError("unreadable", {detail: cause instanceof Error ? cause.message : ""}, cause);
  }
}
