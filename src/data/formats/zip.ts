import {Inflate, zipSync} from "fflate";
import {LIMITS} from "../limits.ts";
import {crc32} from "./crc32.ts";
import {record} from "../record.ts";
import {ImportError} from "./table.ts";

/** One file inside a zip. */
export interface ZipEntry {
  /** As it stands in the zip. It is looked up and shown, and never used as a path of anything else. */
  path: string;
  /** The last part of the path. */
  name: string;
  /** Bytes it says it has once it is unpacked; `read` holds it to that. */
  size: number;
  /** Unpacks it. Throws an ImportError: `encrypted`, `unsupported` compression, or `broken`. */
  read(): Uint8Array;
}

/** Signatures, lengths and places of the fields are those of PKWARE's APPNOTE 6.3.10, sections 4.3.7 to 4.3.16. */
const END = 0x06054b50;
const END_LENGTH = 22;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const END64_LOCATOR_LENGTH = 20;
const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** Stands for a number that is in the zip64 field instead. */
const IN_ZIP64 = 0xffffffff;
/** One byte of deflate cannot grow into more than this. */
const DEFLATE_RATIO = 1032;
/** So many bytes are inflated at a time, between two looks at what came out. */
const CHUNK = 16_384;

const broken = (detail: string, cause?: unknown) => new ImportError("broken", {format: "zip", detail}, cause);

/** Throws if `packed` bytes may not grow to `size`. */
function refuse(size: number, packed: number): void {
  if (size > LIMITS.ratioFrom && size > LIMITS.ratio * packed)
    throw new ImportError("too-expanded", {format: "zip", limit: LIMITS.ratio});
  if (size > LIMITS.unpackedBytes) throw new ImportError("too-large", {format: "zip", limit: LIMITS.unpackedBytes});
}

/** The files of a zip, without its directories, in the order of its index. Nothing is unpacked yet: what the index says is judged first. */
export function openZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const {offset, count} = indexOf(view);
    const entries: ZipEntry[] = [];
    let at = offset;
    let total = 0;
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== CENTRAL) throw broken("index");
      const record = recordAt(bytes, view, at);
      at = record.next;
      if (record.path.endsWith("/")) continue;
      if (record.encrypted) throw new ImportError("encrypted", {format: "zip"});
      total += record.size;
      refuse(record.size, record.packed);
      refuse(total, bytes.length);
      const {path, size} = record;
      entries.push({path, name: path.slice(path.lastIndexOf("/") + 1), size, read: () => unpack(bytes, view, record)});
    }
    return entries;
  } catch (error) {
    throw error instanceof ImportError ? error : broken("index", error);
  }
}

/** Where the index begins and how many records it says it has. */
function indexOf(view: DataView): {offset: number; count: number} {
  for (let at = view.byteLength - END_LENGTH; at >= Math.max(0, view.byteLength - END_LENGTH - 0xffff); at--) {
    if (view.getUint32(at, true) !== END || at + END_LENGTH + view.getUint16(at + 20, true) > view.byteLength) continue;
    const locator = at - END64_LOCATOR_LENGTH;
    if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR)
      return {offset: view.getUint32(at + 16, true), count: view.getUint16(at + 10, true)};
    const end64 = Number(view.getBigUint64(locator + 8, true));
    if (view.getUint32(end64, true) !== END64) throw broken("index");
    return {offset: Number(view.getBigUint64(end64 + 48, true)), count: Number(view.getBigUint64(end64 + 32, true))};
  }
  throw broken("no index");
}

interface Entry {
  path: string;
  encrypted: boolean;
  method: number;
  crc: number;
  packed: number;
  size: number;
  local: number;
  next: number;
}

function recordAt(bytes: Uint8Array, view: DataView, at: number): Entry {
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + CENTRAL_LENGTH + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > bytes.length) throw broken("index");
  const sizes = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true),
  };
  for (let extra = nameEnd; extra + 4 <= extraEnd; extra += 4 + view.getUint16(extra + 2, true)) {
    if (view.getUint16(extra, true) !== 1) continue;
    let field = extra + 4;
    for (const key of ["size", "packed", "local"] as const)
      if (sizes[key] === IN_ZIP64) {
        sizes[key] = Number(view.getBigUint64(field, true));
        field += 8;
      }
  }
  return {
    ...sizes,
    path: nameOf(bytes.subarray(at + CENTRAL_LENGTH, nameEnd)).replaceAll("\\", "/"),
    encrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    next,
  };
}

/** Names are UTF-8 or, from old programs, in a code page that is written nowhere. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function unpack(bytes: Uint8Array, view: DataView, {method, crc, packed, size, local}: Entry): Uint8Array {
  if (method !== 0 && method !== 8) throw new ImportError("unsupported", {format: "zip", detail: `method ${method}`});
  if (local + LOCAL_LENGTH > bytes.length || view.getUint32(local, true) !== LOCAL) throw broken("entry");
  const start = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > bytes.length || (method === 0 ? size !== packed : size > packed * DEFLATE_RATIO))
    throw broken("entry");
  const data = bytes.subarray(start, start + packed);
  const unpacked = method === 0 ? data : inflate(data, size);
  if (crc32(unpacked) !== crc) throw broken("checksum");
  return unpacked;
}

/** Inflates bytes that have to become exactly `size`, and stops as soon as they become more. */
function inflate(data: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw broken("size");
    out.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < data.length; at += CHUNK)
      stream.push(data.subarray(at, at + CHUNK), at + CHUNK >= data.length);
  } catch (error) {
    throw error instanceof ImportError ? error : broken("entry", error);
  }
  if (length !== size) throw broken("size");
  return out;
}

/** A zip of these files, put together without compressing them. */
export function packStored(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(record(files), {
    level: 0,
  });
}
