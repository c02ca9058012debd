import type {ZipEntry} from "./zip.ts";

/** What a zip turns out to be, by what is in it and never by its own name. */
export type ZipContents =
  | {kind: "xlsx" | "xlsb" | "ods"}
  /** A KML document with its pictures; `entry` is the document. */
  | {kind: "kmz"; entry: ZipEntry}
  /** Files that may hold tables, the likeliest first; none when there is nothing of the kind. */
  | {kind: "files"; files: ZipEntry[]}
  /** `format` is a name to show. */
  | {kind: "unsupported"; format: string};

const DATA =
  /\.(?:csv|tsv|tab|txt|json|geojson|ndjson|jsonl|geojsonl|xlsx|xlsm|xlsb|xls|ods|parquet|kml|kmz|gpx|ics|gz|dat)$|^[^.]+$/i;
/** Says something about the data, and is not the data. */
const ABOUT =
  /^(?:readme|licen[cs]e|copying|changelog|notes?|datapackage|package|manifest|schema|story|.*metadata)[^/.]*(?:\.(?:txt|json|csv))?$/i;
const OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
const MIMETYPE_LENGTH = 200;

/** Looks at names, and into `mimetype` where there is one. */
export function whatIsIn(entries: readonly ZipEntry[]): ZipContents {
  const named = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry]));
  const inside = (folder: string) => entries.some(({path}) => path.toLowerCase().startsWith(folder));

  if (named.has("[content_types].xml")) {
    if (named.has("xl/workbook.bin")) return {kind: "xlsb"};
    if (inside("xl/")) return {kind: "xlsx"};
    if (inside("word/")) return {kind: "unsupported", format: "Word document"};
    if (inside("ppt/")) return {kind: "unsupported", format: "PowerPoint presentation"};
    if (inside("visio/")) return {kind: "unsupported", format: "Visio drawing"};
  }
  const mimetype = named.get("mimetype");
  if (mimetype !== undefined && mimetype.size <= MIMETYPE_LENGTH) {
    const type = new TextDecoder().decode(mimetype.read()).trim();
    if (type.startsWith(`${OPEN_DOCUMENT}spreadsheet`)) return {kind: "ods"};
    if (type.startsWith(OPEN_DOCUMENT)) return {kind: "unsupported", format: "OpenDocument"};
    if (type === "application/epub+zip") return {kind: "unsupported", format: "EPUB"};
  }
  if (named.has("index/document.iwa")) return {kind: "unsupported", format: "Apple iWork document"};

  const files = entries.filter(isShown);
  const data = files.filter(({name}) => DATA.test(name)).sort(likelier);
  const kml = named.get("doc.kml") ?? data.find(({name}) => /\.kml$/i.test(name));
  if (kml !== undefined && (kml.path.toLowerCase() === "doc.kml" || data.every(isKmlOrAbout)))
    return {kind: "kmz", entry: kml};
  if (data.some((entry) => !isAbout(entry))) return {kind: "files", files: data};
  if (files.some(({name}) => /\.shp$/i.test(name))) return {kind: "unsupported", format: "Shapefile"};
  return {kind: "files", files: data};
}

/** False for what a Mac or a hidden folder adds. */
const isShown = ({path}: ZipEntry) =>
  !path.split("/").some((part) => part === "__MACOSX" || (part.startsWith(".") && part !== ".."));
const isAbout = ({name}: ZipEntry) => ABOUT.test(name);
const isKmlOrAbout = (entry: ZipEntry) => /\.kml$/i.test(entry.name) || isAbout(entry);
const likelier = (a: ZipEntry, b: ZipEntry) => Number(isAbout(a)) - Number(isAbout(b)) || b.size - a.size;
