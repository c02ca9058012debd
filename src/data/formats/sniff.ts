import {textDecoder, unicodeOf} from "./decode.ts";

/** What can be read, after `gzip` and `zip` are unpacked. */
export type ReadableKind =
  "gzip" | "zip" | "parquet" | "kml" | "gpx" | "xml" | "html" | "json" | "ndjson" | "ics" | "text";

/**
 * What a file is by its bytes: one of the readable kinds, `empty`, `web-page`, `encrypted` (a spreadsheet under a password), or something
 * that cannot be read, by its usual short name, so that a message can say so; `binary` when it is not even known.
 */
export type Kind = ReadableKind | "empty" | "web-page" | "encrypted" | UnreadableKind;

export type UnreadableKind =
  | "xls"
  | "pdf"
  | "png"
  | "jpeg"
  | "gif"
  | "webp"
  | "tiff"
  | "video"
  | "audio"
  | "sqlite"
  | "7z"
  | "rar"
  | "tar"
  | "zstd"
  | "bzip2"
  | "xz"
  | "shapefile"
  | "dbf"
  | "flatgeobuf"
  | "arrow"
  | "avro"
  | "orc"
  | "hdf5"
  | "spss"
  | "stata"
  | "rdata"
  | "access"
  | "executable"
  | "rtf"
  | "postscript"
  | "binary";

/** First bytes in Latin-1, and at which place they stand. */
const SIGNATURES: readonly [kind: Kind, bytes: string, at?: number][] = [
  ["gzip", "\x1f\x8b"],
  ["zip", "PK\x03\x04"],
  ["zip", "PK\x05\x06"],
  ["parquet", "PAR1"],
  ["parquet", "PARE"],
  ["pdf", "%PDF-"],
  ["png", "\x89PNG\r\n"],
  ["jpeg", "\xff\xd8\xff"],
  ["gif", "GIF8"],
  ["webp", "WEBP", 8],
  ["tiff", "II*\0"],
  ["tiff", "MM\0*"],
  ["video", "ftyp", 4],
  ["video", "\x1aE\xdf\xa3"],
  ["audio", "ID3"],
  ["audio", "OggS"],
  ["audio", "WAVE", 8],
  ["sqlite", "SQLite format 3\0"],
  ["7z", "7z\xbc\xaf\x27\x1c"],
  ["rar", "Rar!\x1a\x07"],
  ["tar", "ustar", 257],
  ["zstd", "\x28\xb5\x2f\xfd"],
  ["bzip2", "1AY&SY", 4],
  ["xz", "\xfd7zXZ\0"],
  ["shapefile", "\0\0\x27\x0a"],
  ["flatgeobuf", "fgb\x03"],
  ["arrow", "ARROW1"],
  ["arrow", "FEA1"],
  ["avro", "Obj\x01"],
  ["orc", "ORC"],
  ["hdf5", "\x89HDF\r\n"],
  ["spss", "$FL2@(#)"],
  ["stata", "<stata_dta>"],
  ["rdata", "RDX2\n"],
  ["rdata", "RDX3\n"],
  ["access", "\0\x01\0\0Standard "],
  ["executable", "MZ\x90\0"],
  ["executable", "\x7fELF"],
  ["executable", "\xcf\xfa\xed\xfe"],
  ["executable", "\xca\xfe\xba\xbe"],
  ["executable", "\0asm"],
  ["rtf", "{\\rtf"],
  ["postscript", "%!PS"],
];
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const ENCRYPTED = [..."EncryptedPackage"].flatMap((letter) => [letter, "\0"]).join("");
const HEAD = 65_536;

/** Tells what a file is from its first bytes, 64 kB at most. Its name only decides what they leave open. */
export function sniff(head: Uint8Array, name: string): Kind {
  const bytes = head.subarray(0, HEAD);
  if (bytes.length === 0) return "empty";
  const raw = latin1(bytes.subarray(0, 512));
  if (raw.startsWith(OLE)) return latin1(bytes).includes(ENCRYPTED) ? "encrypted" : "xls";
  const signature = SIGNATURES.find(([, text, at = 0]) => raw.startsWith(text, at));
  if (signature !== undefined && !isWord(signature[1], raw, signature[2] ?? 0)) return signature[0];
  const unicode = unicodeOf(bytes);
  if (unicode === null && looksBinary(bytes)) return isDbf(bytes, name) ? "dbf" : "binary";
  const decoder = textDecoder(unicode?.label ?? "utf-8");
  return kindOfText((decoder.decode(bytes) + decoder.end()).replaceAll("\0", ""), name.toLowerCase());
}

const latin1 = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join("");
};

/** Whether a signature made of letters stands in what is a text after all, such as a column "ORC" or "ID3". */
const isWord = (signature: string, raw: string, at: number): boolean =>
  /^\w+$/.test(signature) && !/[\0-\x08\x0e-\x1a]/.test(raw.slice(0, at + signature.length + 60));

/** Whether there are more control characters, NULs among them, than damage puts into a text. */
function looksBinary(bytes: Uint8Array): boolean {
  const counts = new Uint32Array(256);
  for (let i = 0; i < bytes.length; i++) counts[bytes[i]!]!++;
  const [nul = 0, separators = 0, ...others] = counts.subarray(0, 27);
  const controls = nul + others.reduce((sum, count, i) => (i + 2 > 8 && i + 2 < 14 ? sum : sum + count), 0);
  const delimited = separators > controls * 4 && counts[10]! + counts[13]! > 0;
  return controls + (delimited ? 0 : separators) > Math.max(2, bytes.length * 0.05);
}

const isDbf = (bytes: Uint8Array, name: string): boolean => /\.dbf$/i.test(name) && (bytes[0]! & 7) === 3;

function kindOfText(decoded: string, name: string): Kind {
  const text = decoded.replace(/^[\s\ufeff]+/, "");
  if (text === "") return "empty";
  const named = (...endings: string[]): boolean => endings.some((ending) => name.endsWith(ending));
  if (/^BEGIN:VCALENDAR\b/i.test(text)) return "ics";
  if (text.startsWith("<")) return kindOfMarkup(text, named);
  if (decoded.includes("\u001e{") && /^[\s\ufeff]*\u001e/.test(decoded)) return "ndjson";
  if (text.startsWith("{") || text.startsWith("[")) {
    const kind = kindOfJson(text);
    if (kind !== null) return kind;
    if (named(".json", ".geojson")) return "json";
    if (named(".ndjson", ".jsonl", ".geojsonl", ".geojsons")) return "ndjson";
  }
  if (named(".ndjson", ".jsonl", ".geojsonl") && /^[ \t]{0,20}[{[]/m.test(text.slice(0, 20_000))) return "ndjson";
  return "text";
}

function kindOfMarkup(text: string, named: (...endings: string[]) => boolean): Kind {
  const body = withoutPreamble(text);
  if (/^<(?:!doctype\s+html|html|head|body|table|meta|title|script|div|style|!\[)/i.test(body)) {
    const table = /<table[\s>]/i.test(text) && /<t[dhr][\s>]/i.test(text);
    const office = /urn:schemas-microsoft-com:office|ProgId content=/i.test(text);
    const page = /<(?:script|form|nav|iframe|link|input)[\s>]/i.test(text);
    if (table && (office || !page || named(".xls", ".html", ".htm"))) return "html";
    return "web-page";
  }
  const root = /^<(?:[A-Za-z_][\w.-]{0,40}:)?(kml|gpx)[\s>/]/i.exec(body.slice(0, 60));
  if (root !== null) return root[1]!.toLowerCase() === "gpx" ? "gpx" : "kml";
  if (/^<[?!A-Za-z_]/.test(text) && (/^<[?!]/.test(text) || />/.test(text.slice(0, 2000))))
    return named(".kml") ? "kml" : named(".gpx") ? "gpx" : "xml";
  return "text";
}

/** A markup text from its doctype, where that names HTML, or its first element on: past comments, declarations and the prologue. */
function withoutPreamble(text: string): string {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at++;
    const end = preambleEnd(text, at);
    if (end <= at) return text.slice(at);
    at = end;
  }
}

/** Where the comment, prologue or declaration at `at` ends, a DTD within it included; 0 where there is none. */
function preambleEnd(text: string, at: number): number {
  if (text.startsWith("<!--", at)) return text.indexOf("-->", at) + 3;
  if (text.startsWith("<?", at)) return text.indexOf("?>", at) + 2;
  if (!text.startsWith("<!", at) || /^<!doctype\s+html/i.test(text.slice(at, at + 20))) return 0;
  const end = text.indexOf(">", at);
  const subset = text.slice(at, end + 1).indexOf("[");
  return (subset === -1 ? end : text.indexOf(">", text.indexOf("]", at + subset))) + 1;
}

/** JSON by how it begins, and whether there is one value to a line; null for what only looks so, such as "[id],name". */
function kindOfJson(text: string): "json" | "ndjson" | null {
  const lines = text.split(/\r\n?|\n/, 50).filter((line) => line.trim() !== "");
  const [first = "", second] = lines;
  if (second !== undefined && isJson(first) && !/^[,\]}]/.test(second.trim())) return "ndjson";
  if (/^\{\s*(?:"|\}|$)/.test(text)) return "json";
  if (/^\[\s*(?:[{["\]]|$|null\b|true\b|false\b|-?\d+(?:\.\d+)?\s*[,\]])/.test(text)) return "json";
  return null;
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
