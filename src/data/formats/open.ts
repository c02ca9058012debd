import {LIMITS} from "../limits.ts";
import {blobSource} from "./blobSource.ts";
import {textDecoder} from "./decode.ts";
import {declaredEncoding} from "./declaredEncoding.ts";
import {findEncoding} from "./encoding.ts";
import {combine} from "./combine.ts";
import {withHead} from "./knownHead.ts";
import {sniff, type Kind} from "./sniff.ts";
import {eachChunk, type Source} from "./source.ts";
import {ImportError, type Opened, type OpenOptions} from "./table.ts";
import {gunzip} from "./unpack.ts";
import type {ZipEntry} from "./zip.ts";

/** Bytes by which it is told what a file is, and how many are read for it and for those who find out more. */
const HEAD = 65_536;
const KNOWN = 524_288;
/** Packed files inside packed files. */
const NESTED = 3;

/** Bytes of the file used up so far, and in all. */
type Tell = (bytes: number, total: number) => void;

/** A file, or one inside another. */
interface Part {
  name: string;
  source: Source;
}

/**
 * Opens files by what they are, never by what they are called, and finds the tables in them. Several of the same columns are one table, the
 * rest are offered each by itself. Throws an ImportError; a file that cannot be read among several others is left out only if one can be.
 */
export async function open(
  files: readonly {name: string; blob: Blob}[],
  options: OpenOptions,
  tell: Tell,
): Promise<Opened> {
  const total = files.reduce((sum, {blob}) => sum + blob.size, 0);
  if (total > LIMITS.bytes) throw new ImportError("too-large", {limit: LIMITS.bytes, bytes: total});
  const parts = files.map(({name, blob}) => ({name, source: blobSource(blob)}));
  if (parts.length === 1) return openPart(parts[0]!, options, (bytes) => tell(bytes, total), 0);
  return openEach(parts, {...options, patience: undefined}, (bytes) => tell(bytes, total), 0);
}

async function openEach(
  parts: readonly Part[],
  options: OpenOptions,
  tell: (bytes: number) => void,
  depth: number,
): Promise<Opened> {
  const found: {name: string; opened: Opened}[] = [];
  const leftOut: string[] = [];
  let failure: unknown = new ImportError("not-a-table");
  for (const part of parts) {
    try {
      found.push({name: part.name, opened: await openPart(part, options, tell, depth)});
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      failure = error;
      leftOut.push(part.name);
    }
  }
  if (found.length === 0) throw failure;
  const opened = parts.length === 1 ? found[0]!.opened : await combine(found, depth > 0);
  return {...opened, ...(leftOut.length === 0 ? {} : {leftOut})};
}

async function openPart(
  {name, source: whole}: Part,
  options: OpenOptions,
  tell: (bytes: number) => void,
  depth: number,
): Promise<Opened> {
  // Most tables are delimited: what reads them is fetched while the beginning of the file is.
  if (/\.(?:csv|tsv|txt)$/i.test(name)) import("./delimited.ts").catch(() => undefined);
  const known = await headOf(whole);
  const head = known.subarray(0, HEAD);
  const source = whole.used === undefined ? withHead(whole, known) : whole;
  const kind = sniff(head, name);
  if ((kind === "gzip" || kind === "zip") && depth === NESTED) throw new ImportError("too-deep", {limit: NESTED});
  switch (kind) {
    case "gzip": {
      const inner = await openPart(
        {name: name.replace(/\.gz$/i, ""), source: gunzip(source)},
        options,
        tell,
        depth + 1,
      );
      return {...inner, compression: "gzip"};
    }
    case "zip":
      return openZipped(await bytesOf(source, kind, tell), {...options, patience: undefined}, tell, depth);
    case "text":
      return (await import("./delimited.ts")).delimitedTable(source, options);
    case "parquet":
      return (await import("./parquet.ts")).openParquet(await blobOf(source, kind, tell));
    case "xls":
      return (await import("./xlsx.ts")).openXlsx(await bytesOf(source, kind, tell));
    case "json":
    case "ndjson":
    case "kml":
    case "gpx":
    case "xml":
    case "html":
    case "ics":
      return openText(kind, source, head, options, tell);
    case "web-page":
      return openText("html", source, head, options, tell);
    default:
      throw refusal(kind);
  }
}

type TextKind = "json" | "ndjson" | "kml" | "gpx" | "xml" | "html" | "ics";
/** What may say itself how it is encoded. */
const MARKUP: ReadonlySet<TextKind> = new Set(["kml", "gpx", "xml", "html"]);

async function openText(
  kind: TextKind,
  source: Source,
  head: Uint8Array,
  options: OpenOptions,
  tell: (bytes: number) => void,
): Promise<Opened> {
  const found = await findEncoding(source, options.encoding);
  const declared = found.guessed && MARKUP.has(kind) ? declaredEncoding(head) : null;
  const {label, guessed} = declared === null ? found : {label: declared, guessed: false};
  const text = await textOf(source, label, kind, tell);
  const opened = await openDecoded(kind, text, source.size);
  return {...opened, encoding: label, encodingGuessed: guessed};
}

async function openDecoded(kind: TextKind, text: string, size: number): Promise<Opened> {
  switch (kind) {
    case "json":
      return (await import("./json.ts")).openJson(text, size);
    case "ndjson":
      return (await import("./ndjson.ts")).openNdjson(text, size);
    case "kml":
    case "gpx":
    case "xml":
      return (await import("./markup.ts")).openMarkup(text, size);
    case "html":
      return (await import("./html.ts")).openHtml(text, size);
    case "ics":
      return (await import("./ics.ts")).openIcs(text, size);
  }
}

async function openZipped(
  bytes: Uint8Array,
  options: OpenOptions,
  tell: (bytes: number) => void,
  depth: number,
): Promise<Opened> {
  const {openZip} = await import("./zip.ts");
  const {whatIsIn} = await import("./zipContents.ts");
  const contents = whatIsIn(openZip(bytes));
  switch (contents.kind) {
    case "xlsx":
    case "xlsb":
    case "ods":
      return (await import("./xlsx.ts")).openXlsx(bytes);
    case "unsupported":
      throw new ImportError("unsupported", {format: contents.format});
    case "kmz":
      return {...(await openPart(partOf(contents.entry), options, tell, depth + 1)), compression: "zip"};
    case "files": {
      if (contents.files.length === 0) throw new ImportError("not-a-table", {format: "zip"});
      return {...(await openEach(contents.files.map(partOf), options, tell, depth + 1)), compression: "zip"};
    }
  }
}

/** Unpacked when it is first read, and kept for the second time. */
function partOf(entry: ZipEntry): Part {
  let kept: Blob | null = null;
  const blob = () => (kept ??= new Blob([entry.read() as Uint8Array<ArrayBuffer>]));
  return {name: entry.name, source: {size: entry.size, stream: () => blobSource(blob()).stream()}};
}

/** What a file is called that cannot be read. */
const NAMES: Partial<Record<Kind, string>> = {
  pdf: "PDF",
  png: "PNG",
  jpeg: "JPEG",
  gif: "GIF",
  webp: "WebP",
  tiff: "TIFF",
  sqlite: "SQLite",
  rar: "RAR",
  zstd: "Zstandard",
  shapefile: "Shapefile",
  dbf: "dBASE",
  flatgeobuf: "FlatGeobuf",
  arrow: "Arrow",
  avro: "Avro",
  orc: "ORC",
  hdf5: "HDF5",
  spss: "SPSS",
  stata: "Stata",
  rdata: "R",
  access: "Access",
  rtf: "RTF",
  postscript: "PostScript",
};

function refusal(kind: Kind): ImportError {
  if (kind === "empty") return new ImportError("empty-file");
  if (kind === "encrypted") return new ImportError("encrypted", {format: "xlsx"});
  return kind === "binary"
    ? new ImportError("not-a-table")
    : new ImportError("unsupported", {format: NAMES[kind] ?? kind});
}

async function headOf(source: Source): Promise<Uint8Array> {
  const head = new Uint8Array(source.used === undefined ? KNOWN : HEAD);
  let length = 0;
  await eachChunk(source, (chunk) => {
    const part = chunk.subarray(0, head.length - length);
    head.set(part, length);
    length += part.length;
    return length < head.length;
  });
  return head.subarray(0, length);
}

const checkWhole = (bytes: number, format: string): void => {
  if (bytes > LIMITS.wholeBytes) throw new ImportError("too-large", {format, limit: LIMITS.wholeBytes, bytes});
};

async function blobOf(source: Source, format: string, tell: (bytes: number) => void): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  await eachChunk(source, (chunk, used) => {
    bytes += chunk.length;
    checkWhole(bytes, format);
    chunks.push(chunk as Uint8Array<ArrayBuffer>);
    tell(used);
  });
  return new Blob(chunks);
}

const bytesOf = async (source: Source, format: string, tell: (bytes: number) => void): Promise<Uint8Array> =>
  new Uint8Array(await (await blobOf(source, format, tell)).arrayBuffer());

async function textOf(source: Source, label: string, format: string, tell: (bytes: number) => void): Promise<string> {
  const decoder = textDecoder(label);
  const parts: string[] = [];
  let bytes = 0;
  await eachChunk(source, (chunk, used) => {
    bytes += chunk.length;
    checkWhole(bytes, format);
    parts.push(decoder.decode(chunk));
    tell(used);
  });
  parts.push(decoder.end());
  return parts.join("");
}
