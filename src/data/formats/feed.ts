import {decimal, numberCell} from "./decimal.ts";
import {isoFromRfc822} from "./rfc822.ts";
import {ImportError, type Opened} from "./table.ts";
import {plainText} from "./text.ts";
import {childOf, readXml, rootName, textOf, type XmlElement} from "./xml.ts";
import {xmlTable} from "./xmlTable.ts";

const FORMAT = "feed";
/** Outermost elements of RSS 2.0, Atom and RSS 1.0. */
const ROOTS = new Set(["rss", "feed", "RDF"]);
const WHOLE = new Set(["item", "entry", "title"]);
const LONGEST_ROOT = 60;
const COLUMNS = [
  "title",
  "description",
  "published",
  "updated",
  "latitude",
  "longitude",
  "category",
  "author",
  "link",
  "id",
] as const;

/**
 * The entries of an RSS or Atom feed, with the places that GeoRSS or W3C Geo give them. `size` is that of the file, in bytes. Throws an
 * ImportError: `unsupported` for any other XML, `no-records`, or one of `readXml`.
 */
export function openFeed(text: string, size: number): Opened {
  let rows = 0;
  let title = "";
  readXml(text, FORMAT, {
    whole: WHOLE,
    element(element) {
      if (element.name === "title") title ||= element.text.trim();
      else rows++;
    },
  });
  const root = rootName(text);
  if (!ROOTS.has(root)) throw new ImportError("unsupported", {format: `XML (${root.slice(0, LONGEST_ROOT)})`});
  if (rows === 0) throw new ImportError("no-records", {format: FORMAT});
  const table = xmlTable("", COLUMNS, rows, size, (row, progress) =>
    readXml(text, FORMAT, {
      whole: WHOLE,
      element(element) {
        if (element.name !== "title") row({cells: entryCells(element), line: element.line});
      },
      progress,
    }),
  );
  return {format: FORMAT, tables: [table], ...(title === "" ? {} : {title})};
}

function entryCells(entry: XmlElement): string[] {
  const first = (...names: string[]) => names.map((name) => textOf(entry, name)).find((text) => text !== "") ?? "";
  const links = entry.children.filter(({name}) => name === "link");
  const link = links.find(({attributes}) => (attributes.get("rel") ?? "alternate") === "alternate") ?? links[0];
  const author = childOf(entry, "author");
  const categories = entry.children.filter(({name}) => name === "category");
  const [lat, lon] = placeOf(entry);
  return [
    plainText(first("title")),
    plainText(first("description", "summary", "content", "encoded")),
    isoFromRfc822(first("pubDate", "published", "issued", "date")),
    isoFromRfc822(first("updated", "modified")),
    numberCell(lat),
    numberCell(lon),
    categories
      .map(({text, attributes}) => text.trim() || (attributes.get("label") ?? attributes.get("term") ?? ""))
      .join("; "),
    author === undefined ? first("creator") : textOf(author, "name") || author.text.trim(),
    link === undefined ? "" : link.attributes.get("href")?.trim() || link.text.trim(),
    first("guid", "id"),
  ];
}

/** `georss:point` and `gml:pos` are "lat lon", `geo:lat` and `geo:long` one each; NaN both where there is no pair of numbers. */
function placeOf(entry: XmlElement): [lat: number, lon: number] {
  const around = ["where", "Point"].reduce<XmlElement | undefined>((at, name) => at && childOf(at, name), entry);
  const own = childOf(entry, "Point");
  const pair =
    textOf(entry, "point") || (around === undefined ? "" : textOf(around, "pos")) || `${latLong(own ?? entry)}`;
  const parts = pair.length > 100 ? [] : pair.trim().split(/[\s,]+/);
  const [lat, lon] = parts.map(decimal);
  return parts.length !== 2 || Number.isNaN(lat!) || Number.isNaN(lon!) ? [NaN, NaN] : [lat!, lon!];
}

const latLong = (element: XmlElement) =>
  `${textOf(element, "lat")} ${textOf(element, "long") || textOf(element, "lon")}`.trim();
