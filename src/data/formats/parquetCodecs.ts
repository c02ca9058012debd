import {snappyUncompress, type Compressors} from "hyparquet";
import {LIMITS} from "../limits.ts";
import {ImportError} from "./table.ts";

type Unpack = (packed: Uint8Array, length: number) => Uint8Array;

/**
 * Each by itself and only when a file needs it: the entry point of hyparquet-compressors brings all of them, with a Snappy in WebAssembly, which
 * the page's policy does not let run. hyparquet itself has a Snappy in plain JavaScript.
 */
const CODECS: Readonly<Record<string, () => Promise<Unpack>>> = {
  SNAPPY: () => Promise.resolve(snappy),
  GZIP: async () => {
    const {gunzip} = await import("hyparquet-compressors/src/gzip.js");
    return (packed, length) => gunzip(packed, new Uint8Array(length));
  },
  BROTLI: async () => (await import("hyparquet-compressors/src/brotli.js")).decompressBrotli,
  LZ4: async () => (await import("hyparquet-compressors/src/lz4.js")).decompressLz4,
  LZ4_RAW: async () => (await import("hyparquet-compressors/src/lz4.js")).decompressLz4Raw,
  ZSTD: async () => {
    const {decompress} = await import("fzstd");
    return (packed, length) => decompress(packed, new Uint8Array(length));
  },
};

function snappy(packed: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  snappyUncompress(packed, out);
  return out;
}

/** Brings what unpacks pages of these codecs, none of which may grow beyond what a whole format may hold. Throws `unsupported` for others. */
export async function parquetCodecs(names: Iterable<string>): Promise<Compressors> {
  const codecs: Compressors = {};
  for (const name of names) {
    if (name === "UNCOMPRESSED") continue;
    if (!Object.hasOwn(CODECS, name)) throw new ImportError("unsupported", {format: "parquet", detail: name});
    const unpack = await CODECS[name]();
    codecs[name as keyof Compressors] = (packed, length) => {
      if (length > LIMITS.wholeBytes) throw new ImportError("too-large", {format: "parquet", limit: LIMITS.wholeBytes});
      return unpack(packed, length);
    };
  }
  return codecs;
}
