import {delimitedTable} from "../../../src/data/formats/delimited.ts";
import type {Source} from "../../../src/data/formats/source.ts";
import type {Opened, OpenOptions, Table} from "../../../src/data/formats/table.ts";

/** What a table hands over, as a list. */
export interface Read {
  rows: string[][];
  lines: number[];
  /** `code@line` or `code@line value`. */
  warnings: string[];
  values: string[];
  progress: number[];
}

export async function readTable(table: Table): Promise<Read> {
  const read: Read = {rows: [], lines: [], warnings: [], values: [], progress: []};
  await table.read({
    row(cells, line) {
      read.rows.push([...cells]);
      read.lines.push(line);
    },
    reject: (code, line) => read.warnings.push(`reject ${code}@${line}`),
    warn(code, line, value) {
      read.warnings.push(`${code}@${line}`);
      read.values.push(value);
    },
    progress: (bytes) => read.progress.push(bytes),
  });
  return read;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes that come in chunks of one size. */
export function inChunks(bytes: Uint8Array, size: number): Source {
  return {
    size: bytes.length,
    stream() {
      let at = 0;
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) return controller.close();
          controller.enqueue(bytes.slice(at, at + size));
          at += size;
        },
      });
    },
  };
}

export async function readText(
  text: string | Uint8Array,
  {chunk = 65_536, ...options}: OpenOptions & {chunk?: number} = {},
): Promise<Omit<Opened, "lines"> & Read> {
  const opened = await delimitedTable(inChunks(typeof text === "string" ? bytesOf(text) : text, chunk), options);
  return {...opened, ...(await readTable(opened.tables[0]!))};
}
