import {CFB, read, type WorkBook} from "@e965/xlsx";
import {LIMITS} from "../limits.ts";
import {odsSize} from "./odsSize.ts";
import {sheetTable, type SheetCells} from "./sheetTable.ts";
import {ImportError, type Opened} from "./table.ts";
import {keepBinaryCells} from "./xlsbRecords.ts";
import {keepCells} from "./xlsRecords.ts";
import {openZip, packStored} from "./zip.ts";
import {whatIsIn} from "./zipContents.ts";

type Format = "xlsx" | "xlsb" | "ods" | "xls";

/** The head of an OLE file: xls and its like, and everything that Office encrypts ([MS-CFB] 2.2). */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Streams that tell what else an OLE file may be. */
const OTHERS = [
  ["WordDocument", "Word document"],
  ["PowerPoint Document", "PowerPoint presentation"],
] as const;

/** Parts that hold cells or say where they are. Comments, drawings, links to other files and macros are never handed to the library. */
const PART = /\.(?:xml|bin)$|(?:^|\/)_rels\/[^/]*workbook[^/]*\.rels$/i;
const OTHER_PART =
  /comment|(?:^|\/)(?:media|drawings|charts|theme|persons|externallinks|printersettings|customxml|docprops|pivottables|pivotcache|tables|ctrlprops|activex|embeddings|richdata|basic|configurations2|thumbnails)\/|(?:vbaproject|calcchain)[^/]*$/i;
const STYLES = /(?:^|\/)styles\.xml$/i;

/**
 * The date and time formats that East Asian editions of Excel have built in and do not write down (ECMA-376 part 1, 18.8.30). What 27 shows
 * differs from language to language; all of them are taken for days.
 */
const EAST_ASIAN = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58, 32, 33, 34, 35, 55, 56]
  .map((id) => ({id, code: [32, 34, 55].includes(id) ? "h:mm" : [33, 35, 56].includes(id) ? "h:mm:ss" : "yyyy/m/d"}))
  .map(({id, code}) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
  .join("");

/**
 * Reads a workbook: xlsx, xlsm, xlsb, ods or xls, whichever it is. Every sheet with something in it is a table, visible ones first and the
 * fullest of these first. Cached results of formulas are taken and nothing is reckoned or fetched. Throws an ImportError: `encrypted`, `broken`,
 * `unsupported`, `no-records` or a limit.
 */
export async function openXlsx(bytes: Uint8Array): Promise<Opened> {
  const {format, data, mayMiss} = OLE.every((byte, i) => bytes[i] === byte) ? ole(bytes) : zipped(bytes);
  const workbook = parse(data, format);
  const from1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets = workbook.SheetNames.flatMap((name, i) => {
    // The library sets its objects by these names: a sheet called __proto__ is not its own, and comes back all the same.
    const found = Object.hasOwn(workbook.Sheets, name) || name === "__proto__";
    const sheet: Readonly<Record<string, unknown>> | undefined = found ? workbook.Sheets[name] : undefined;
    if (sheet === undefined && !mayMiss) throw new ImportError("broken", {format, table: name});
    if (!sheet || (sheet["!type"] !== undefined && sheet["!type"] !== "sheet")) return [];
    const made = sheetTable(name, (sheet["!data"] ?? []) as SheetCells, from1904, bytes.length);
    return made === null ? [] : [{...made, hidden: Boolean(workbook.Workbook?.Sheets?.[i]?.Hidden)}];
  });
  if (sheets.length === 0) throw new ImportError("no-records", {format});
  sheets.sort((a, b) => Number(a.hidden) - Number(b.hidden) || b.filled - a.filled);
  return {format, ...(from1904 ? {from1904} : {}), tables: sheets.map(({table}) => table)};
}

interface Prepared {
  format: Format;
  data: Uint8Array;
  /** Whether a sheet may be no table: a chart, a dialog. */
  mayMiss: boolean;
}

function ole(bytes: Uint8Array): Prepared {
  if (hasStream(bytes, "EncryptedPackage")) throw new ImportError("encrypted", {format: "xlsx"});
  if (!hasStream(bytes, "Workbook") && !hasStream(bytes, "Book"))
    for (const [stream, format] of OTHERS) if (hasStream(bytes, stream)) throw new ImportError("unsupported", {format});
  return {format: "xls", data: workbookStream(bytes), mayMiss: true};
}

/** The stream of cells in an OLE file, freed of all that is not cells. */
function workbookStream(bytes: Uint8Array): Uint8Array {
  try {
    const files = CFB.read(bytes, {type: "buffer"});
    const found: {content?: ArrayLike<number>} | null = CFB.find(files, "/Workbook") ?? CFB.find(files, "/Book");
    const stream = Uint8Array.from(found?.content ?? []);
    if (keepCells(stream)) return stream;
  } catch (error) {
    throw new ImportError("broken", {format: "xls"}, error);
  }
  throw new ImportError("broken", {format: "xls"});
}

/** Whether a directory of the OLE file has a stream of this name: an entry begins with it, in UTF-16, at a multiple of 128 bytes. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...`${name}\0`].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + 128 <= bytes.length; at += 128)
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

/** Unpacks the parts with our own limits, so that the library inflates nothing. */
function zipped(bytes: Uint8Array): Prepared {
  const entries = unzip(() => openZip(bytes));
  const contents = unzip(() => whatIsIn(entries));
  if (contents.kind === "unsupported") throw new ImportError("unsupported", {format: contents.format});
  if (contents.kind === "kmz" || contents.kind === "files") throw new ImportError("broken", {format: "xlsx"});
  const format = contents.kind;
  const wanted = entries.filter(({path}) => PART.test(path) && !OTHER_PART.test(path));
  const size = wanted.reduce((sum, entry) => sum + entry.size, 0);
  if (size > LIMITS.wholeBytes) throw new ImportError("too-large", {format, limit: LIMITS.wholeBytes, size});
  const parts = new Map(wanted.map((entry) => [entry.path, unzip(() => entry.read())]));
  for (const [path, part] of parts) {
    if (format === "xlsx" && STYLES.test(path)) parts.set(path, withEastAsianFormats(part));
    if (format === "ods") checkOds(path, part);
    if (format === "xlsb" && /\.bin$/i.test(path)) parts.set(path, binaryCells(part));
  }
  return {
    format,
    data: packStored(parts),
    mayMiss: entries.some(({path}) => /(?:chart|dialog|macro)sheets\//i.test(path)),
  };
}

/** Does something with the zip; a broken zip is a broken workbook to whoever reads the message. */
function unzip<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ImportError) || error.params.format !== "zip") throw error;
    throw new ImportError(error.code, {...error.params, format: "xlsx"}, error);
  }
}

function binaryCells(part: Uint8Array): Uint8Array {
  const cells = keepBinaryCells(part);
  if (cells === null) throw new ImportError("broken", {format: "xlsb"});
  return cells;
}

function checkOds(path: string, part: Uint8Array): void {
  if (path === "META-INF/manifest.xml" && /:encryption-data\b/.test(new TextDecoder().decode(part)))
    throw new ImportError("encrypted", {format: "ods"});
  if (path === "content.xml" && odsSize(new TextDecoder().decode(part)) > LIMITS.wholeBytes / 10)
    throw new ImportError("too-expanded", {format: "ods", limit: LIMITS.wholeBytes / 10});
}

/** Writes those formats down in front of the file's own, which then prevail. */
function withEastAsianFormats(part: Uint8Array): Uint8Array {
  const styles = new TextDecoder().decode(part);
  const own = /<(?:\w+:)?numFmts(?:\s[^<>]*)?(?<!\/)>/.exec(styles);
  const root = own ?? /<(?:\w+:)?styleSheet(?:\s[^<>]*)?(?<!\/)>/.exec(styles);
  if (root === null) return part;
  const at = root.index + root[0].length;
  const added = own === null ? `<numFmts>${EAST_ASIAN}</numFmts>` : EAST_ASIAN;
  return new TextEncoder().encode(styles.slice(0, at) + added + styles.slice(at));
}

function parse(data: Uint8Array, format: Format): WorkBook {
  try {
    return read(data, {
      type: format === "xls" ? "buffer" : "array",
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
    });
  } catch (error) {
    if (error instanceof Error && /password|^encryption scheme/i.test(error.message))
      throw new ImportError("encrypted", {format}, error);
    throw new ImportError("broken", {format}, error);
  }
}
