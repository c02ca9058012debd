import type {AsyncBuffer, ColumnMetaData, Compressors, PageHeader, SchemaTree} from "hyparquet";
import {parquetHeader} from "hyparquet/src/column.js";

/** Runs may be filled up to a multiple of eight, and some writers fill up more. */
const PADDING = 4096;
const wrong = (what: string) => new RangeError(`page: ${what}`);

/**
 * Looks through the pages of one column of a row group before they are decoded, and throws where what they say of themselves cannot be: the
 * library believes it, and a damaged file would have it fill memory or go round for ever. `rows` is how many the group has.
 */
export async function checkPages(
  file: AsyncBuffer,
  column: ColumnMetaData,
  schema: SchemaTree,
  rows: number,
  compressors: Compressors,
): Promise<void> {
  const levels = levelsOf(column.path_in_schema, schema);
  const start = Number(column.dictionary_page_offset || column.data_page_offset);
  const end = start + Number(column.total_compressed_size);
  if (!(start >= 0 && end >= start && end <= file.byteLength)) throw wrong("place");
  const reader = {view: new DataView(await file.slice(start, end)), offset: 0};
  const isFlat = levels.repetition === 0 && column.path_in_schema.length === 1;
  const values = isFlat ? rows : Number(column.num_values);
  let seen = 0;
  while (reader.offset < reader.view.byteLength - 1 && !(isFlat && seen >= values)) {
    const header = parquetHeader(reader);
    const {compressed_page_size: packed, uncompressed_page_size: size} = header;
    if (!(packed >= 0 && size >= 0 && reader.offset + packed <= reader.view.byteLength)) throw wrong("size");
    const bytes = new Uint8Array(reader.view.buffer, reader.offset, packed);
    reader.offset += packed;
    const count = (pageOf(header) ?? header.dictionary_page_header)?.num_values ?? -1;
    if (!(count >= 0 && count <= values)) throw wrong("values");
    if (header.type === "DICTIONARY_PAGE") continue;
    seen += count;
    if (seen > values) throw wrong("values");
    checkPage(bytes, header, column, levels, compressors);
  }
}

/** The part of a header that the type of its page makes count; undefined for a dictionary. */
const pageOf = ({type, data_page_header: first, data_page_header_v2: second}: PageHeader) =>
  type === "DATA_PAGE" ? first : type === "DATA_PAGE_V2" ? second : undefined;

interface Levels {
  repetition: number;
  definition: number;
}

/** Bits that the levels of a column take, by its way through the schema. */
function levelsOf(path: readonly string[], schema: SchemaTree): Levels {
  let node = schema;
  let repetition = 0;
  let definition = 0;
  for (const name of path) {
    const child = node.children.find(({element}) => element.name === name);
    if (child === undefined) throw wrong("column");
    node = child;
    if (node.element.repetition_type === "REPEATED") repetition++;
    if (node.element.repetition_type !== "REQUIRED") definition++;
  }
  return {repetition: 32 - Math.clz32(repetition), definition: 32 - Math.clz32(definition)};
}

function checkPage(
  bytes: Uint8Array,
  header: PageHeader,
  {codec, type}: ColumnMetaData,
  levels: Levels,
  compressors: Compressors,
): void {
  const unpack = (packed: Uint8Array, size: number) => {
    const out = codec === "UNCOMPRESSED" ? packed : compressors[codec]?.(packed, size);
    if (out === undefined) throw wrong("codec");
    return out;
  };
  const first = pageOf(header);
  if (first === undefined) throw wrong("type");
  if ("num_nulls" in first) {
    const second = first;
    const {num_values: count, num_nulls: nulls} = second;
    const repetition = second.repetition_levels_byte_length;
    const definition = second.definition_levels_byte_length;
    const size = header.uncompressed_page_size - repetition - definition;
    if (!(nulls >= 0 && nulls <= count && repetition >= 0 && definition >= 0 && size >= 0)) throw wrong("levels");
    if (levels.repetition > 0) checkRuns(bytes, 0, levels.repetition, count);
    if (levels.definition > 0) checkRuns(bytes, repetition, levels.definition, count);
    const packed = bytes.subarray(repetition + definition);
    const data = second.is_compressed === false ? packed : unpack(packed, size);
    if (second.encoding === "RLE") checkRuns(data, 4, 1, count - nulls);
    else if (second.encoding.endsWith("_DICTIONARY")) checkRuns(data, 1, data[0], count - nulls);
  } else {
    const data = unpack(bytes, header.uncompressed_page_size);
    let at = 0;
    for (const width of [levels.repetition, levels.definition])
      if (width > 0) {
        checkRuns(data, at + 4, width, first.num_values);
        at += 4 + new DataView(data.buffer, data.byteOffset).getUint32(at, true);
      }
    if (type === "BOOLEAN" && first.encoding !== "PLAIN") checkRuns(data, at + 4, 1, first.num_values);
    else if (first.encoding.endsWith("_DICTIONARY")) checkRuns(data, at + 1, data[at], first.num_values);
  }
}

/** Runs of one value, or of groups of eight packed values, that may stand for no more than `count`. */
function checkRuns(bytes: Uint8Array, start: number, width: number, count: number): void {
  if (!(width >= 0 && width <= 32)) throw wrong("width");
  let at = start;
  let seen = 0;
  while (seen < count && at < bytes.length) {
    let header = 0;
    let scale = 1;
    let byte: number;
    do {
      byte = bytes[at++];
      header += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127 && at < bytes.length && scale < 2 ** 35);
    const packed = header % 2 === 1;
    const run = Math.floor(header / 2) * (packed ? 8 : 1);
    if (header > 0x7fffffff || run > count - seen + (packed ? PADDING : 0)) throw wrong("run");
    seen += run;
    at += packed ? (run / 8) * width : (width + 7) >> 3;
  }
}
