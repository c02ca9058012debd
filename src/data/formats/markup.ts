import {openFeed} from "./feed.ts";
import {openGpx} from "./gpx.ts";
import {openHtml} from "./html.ts";
import {openKml} from "./kml.ts";
import type {Opened} from "./table.ts";
import {rootName} from "./xml.ts";

type Open = (text: string, size: number) => Opened;

/** What a document is, by the name of its outermost element. Parts of a KML are met on their own. */
const BY_ROOT = new Map<string, Open>([
  ["kml", openKml],
  ["Document", openKml],
  ["Folder", openKml],
  ["Placemark", openKml],
  ["gpx", openGpx],
]);
const PAGES = new Set("html head body table thead tbody tr div section main center form p style meta link".split(" "));

/**
 * Opens a text that begins with "<": KML, GPX, a feed, or the tables of an HTML page. Throws an ImportError: `unsupported` for other XML,
 * or one of the reader's.
 */
export function openMarkup(text: string, size: number): Opened {
  const root = rootName(text);
  return (BY_ROOT.get(root) ?? (isPage(text, root) ? openHtml : openFeed))(text, size);
}

/** Whether it is HTML, which need not be XML as far as its first element. */
function isPage(text: string, root: string): boolean {
  const start = text.slice(0, 200).trimStart();
  if (PAGES.has(root.toLowerCase()) || /^<!doctype\s+html/i.test(start)) return true;
  return root === "" && !start.startsWith("<?xml");
}
