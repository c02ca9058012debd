import {
  parquetMetadataAsync,
  parquetScan,
  parquetSchema,
  type AsyncBuffer,
  type DecodedArray,
  type FileMetaData,
} from "hyparquet";
import {LIMITS} from "../limits.ts";
import {PARSERS} from "./parquetCells.ts";
import {parquetCodecs} from "./parquetCodecs.ts";
import {checkPages} from "./parquetPages.ts";
import {textColumns, type TextColumn} from "./parquetColumns.ts";
import {ImportError, type Opened, type Sink} from "./table.ts";

/** Values of one row group, which is decoded as a whole. */
const MAX_VALUES = 200_000_000;
/** The last bytes of a file whose index is encrypted. */
const ENCRYPTED = "PARE";

/**
 * Reads Parquet row group by row group. All cells are text: whole numbers and decimals with all their digits, dates and times in ISO 8601, with a
 * `Z` where the file counts them in UTC. Throws an ImportError: `broken`, `encrypted`, `unsupported` compression, or a limit.
 */
export async function openParquet(file: Blob | ArrayBuffer): Promise<Opened> {
  const size = file instanceof Blob ? file.size : file.byteLength;
  const buffer: AsyncBuffer = {
    byteLength: size,
    slice: (start, end) => (file instanceof Blob ? file.slice(start, end).arrayBuffer() : file.slice(start, end)),
  };
  return orBroken(async () => {
    const tail = new Uint8Array(await buffer.slice(Math.max(0, size - 4), size));
    if (String.fromCharCode(...tail) === ENCRYPTED) throw new ImportError("encrypted", {format: "parquet"});
    const metadata = await metadataOf(buffer);
    const rows = check(metadata, size);
    const columns = textColumns(parquetSchema(metadata));
    if (columns.length > LIMITS.columns)
      throw new ImportError("too-many-columns", {limit: LIMITS.columns, columns: columns.length});
    const names = columns.map(({name}) => name);
    const read = (sink: Sink) => readGroups(buffer, metadata, columns, rows, sink);
    return {format: "parquet", tables: [{name: "", rows, columns: names, read}]};
  });
}

/**
 * Geometries are marked as such by a text in the file; where it cannot be read they stay bytes. They are marked last, because that never
 * ends where an element says that it has fewer than no children.
 */
async function metadataOf(buffer: AsyncBuffer): Promise<FileMetaData> {
  const plain = await parquetMetadataAsync(buffer, {parsers: PARSERS, geoparquet: false});
  if (plain.schema.some(({num_children: children}) => children !== undefined && children < 0))
    throw new ImportError("broken", {format: "parquet"});
  if (!plain.key_value_metadata?.some(({key}) => key === "geo")) return plain;
  return parquetMetadataAsync(buffer, {parsers: PARSERS}).catch(() => plain);
}

/** Holds what the file says of its size against the limits, and returns the number of rows. */
function check(metadata: FileMetaData, size: number): number {
  let rows = 0;
  let unpacked = 0;
  for (const group of metadata.row_groups) {
    const inGroup = Number(group.num_rows);
    if (!(inGroup >= 0)) throw new ImportError("broken", {format: "parquet"});
    if (inGroup * group.columns.length > MAX_VALUES)
      throw new ImportError("too-large", {format: "parquet", limit: MAX_VALUES});
    rows += inGroup;
    for (const {meta_data: column} of group.columns) {
      unpacked += Number(column?.total_uncompressed_size ?? 0);
      if (Number(column?.num_values ?? 0) > MAX_VALUES)
        throw new ImportError("too-large", {format: "parquet", limit: MAX_VALUES});
    }
  }
  if (rows > LIMITS.rows) throw new ImportError("too-many-rows", {limit: LIMITS.rows, rows});
  if (unpacked > LIMITS.unpackedBytes)
    throw new ImportError("too-large", {format: "parquet", limit: LIMITS.unpackedBytes});
  if (unpacked > LIMITS.ratioFrom && unpacked > LIMITS.ratio * size)
    throw new ImportError("too-expanded", {format: "parquet", limit: LIMITS.ratio});
  return rows;
}

async function readGroups(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: readonly TextColumn[],
  rows: number,
  sink: Sink,
): Promise<void> {
  const sources = [...new Set(columns.map(({source}) => source))];
  const place = columns.map(({source}) => sources.indexOf(source));
  for (const {notice} of columns) if (notice !== undefined) sink.warn("other-crs", 0, notice);
  const chunks = metadata.row_groups.flatMap((group) => group.columns);
  const codecs = new Set(chunks.flatMap(({meta_data: column}) => column?.codec ?? []));
  const compressors = await orBroken(() => parquetCodecs(codecs));
  const scan = await orBroken(() =>
    parquetScan({file, metadata, compressors, parsers: PARSERS, useOffsetIndex: false}),
  );
  const groups = metadata.row_groups.filter(({num_rows: count}) => count > 0n);
  const schema = parquetSchema(metadata);
  for (const [g, {rowStart, rowEnd}] of scan.ranges.entries()) {
    const inGroup = rowEnd - rowStart;
    const data = await orBroken(async () => {
      for (const {meta_data: column} of groups[g].columns)
        if (column) await checkPages(file, column, schema, inGroup, compressors);
      return Promise.all(
        sources.map(async (column) => full(await scan.readColumn({column, rowStart, rowEnd}), inGroup)),
      );
    });
    for (let i = 0; i < inGroup; i++) {
      const cells = textOfRow(columns, place, data, i);
      cells.forEach((cell, c) => {
        if (cell.length <= LIMITS.cell) return;
        cells[c] = cell.slice(0, LIMITS.cell);
        sink.warn("long-cell", 0, cells[c]);
      });
      sink.row(cells, 0);
    }
    sink.progress(Math.floor((rowEnd / rows) * file.byteLength));
  }
}

function textOfRow(
  columns: readonly TextColumn[],
  place: readonly number[],
  data: readonly DecodedArray[],
  row: number,
): string[] {
  try {
    return columns.map(({text}, c) => text(data[place[c]][row]));
  } catch (error) {
    throw new ImportError("broken", {format: "parquet"}, error);
  }
}

function full(data: DecodedArray, rows: number): DecodedArray {
  if (data.length !== rows) throw new ImportError("broken", {format: "parquet"});
  return data;
}

/** Whatever the library throws means that the file is broken. */
async function orBroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError("broken", {format: "parquet"}, error);
  }
}
