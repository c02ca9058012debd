import {BLOCKS, templateOf} from "../data/save/singlePage.ts";
import {ownFaces} from "./ownFaces.ts";
import {fromBase64, textOf} from "./blocks.ts";
import {HOME, workerText} from "./script.ts";
import {unpacked} from "./unpacked.ts";

type Bytes = Uint8Array<ArrayBuffer>;
const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const bytesIn = (id: string): Bytes | null => (textOf(id) === "" ? null : fromBase64(textOf(id)));

const FILES: Record<string, () => Bytes | null | Promise<Bytes>> = {
  "basemap/world.pmtiles": () => bytesIn(BLOCKS.basemap),
  "basemap/world.json": async () => utf8(await unpacked(textOf(BLOCKS.world))),
  "basemap/labels.json": async () => utf8(await unpacked(textOf(BLOCKS.labels))),
  "single/template.txt": () => utf8(ownTemplate()),
  "single/faces.json": () => utf8(JSON.stringify(ownFaces().faces)),
};
const opened = new Map<string, Bytes | null | Promise<Bytes>>();

/** A file of the build by its path, if this file has it. */
export async function ownFile(path: string): Promise<Bytes | null> {
  if (typeof document === "undefined") return null;
  const worker = workerText(HOME + path);
  if (worker !== null) return utf8(worker);
  const face = /^single\/(.+\.woff2)$/.exec(path)?.[1];
  if (face !== undefined) return Object.hasOwn(ownFaces().files, face) ? fromBase64(ownFaces().files[face]!) : null;
  if (!Object.hasOwn(FILES, path)) return null;
  if (!opened.has(path)) opened.set(path, FILES[path]!());
  return opened.get(path)!;
}

/** What this file was made from, so that it can make others. */
function ownTemplate(): string {
  const of = (selector: string) => document.querySelector(selector)!;
  return templateOf({
    policy: of("meta[http-equiv]").getAttribute("content")!,
    icon: of("link[rel=icon]").getAttribute("href")!,
    style: textOf(BLOCKS.style),
    world: textOf(BLOCKS.world),
    labels: textOf(BLOCKS.labels),
    app: textOf(BLOCKS.app),
    loader: of(`#${BLOCKS.app} + script`).textContent,
  });
}
